"""What engine and clients say to each other: JSON in length-prefixed frames, versioned."""

from __future__ import annotations

from typing import Any

import msgspec

from workspace.domain.errors import Problem

PROTOCOL = 1


class Hello(msgspec.Struct, frozen=True, tag="hello", kw_only=True):
    """First frame of both sides. `client` is window, cli, customers, ...; engines say engine."""

    protocol: int
    client: str
    version: str
    pid: int


class Call(msgspec.Struct, frozen=True, tag="call", kw_only=True):
    """A request of a client; answered by exactly one Answer with the same id.

    Methods (args -> result); the engine's `service.py` holds one handler each:
      ping -> {}                                  stop -> {}
      account.check {connector,url,settings,secret} -> Checked as JSON
      account.add {name,connector,url,settings,secret,check} -> {id,name}
      account.remove {name, discard_unsent?, discard_notes?}  account.pause {name,paused}
      account.recheck {name, secret?, url?, settings?} -> Checked as JSON  (new ones are kept)
      sync.now {account?} -> {}                   sync.once {account?} -> {accounts:[{name,tickets,
          entries,requests,problem?}]}  returns after history is complete and live is drained
      outbox.changed {tell?: bool} -> {}          (a client put something into the journal; with
          tell every client gets Changed(outbox), for what no push is going to tell)
      outbox.retry {id}  outbox.resolve {id, sent: bool}   (the agent's word on a needs_agent row)
      ticket.open {account_id, remote_id, open: bool} -> {}  (foreground: fetch first, keep fresh)
      ticket.fetch {account_id, remote_id, older: bool} -> {complete}
      ticket.view {account, remote_id, reason} -> {subject, status, complete, messages:[...]}
          (by a session that can't write; who looked and why is in the audit trail first)
      attachment.get {attachment_id} -> {file}    (downloads and seals it; progress by notices)
      attachment.cancel {attachment_id} -> {}     (who waits for it gets the problem `cancelled`)
      signal {account_id, remote_id, kind} -> {}
      cache.check -> {problems:[str]}
      poke {account} -> {}                        (the backend has news; embedded desk's customers)
      connectors.list -> {connectors:[Manifest as JSON], problems:{name: text}}
      status -> {accounts:[{account_id, state, ...}], queue:{...}, pid, memory_bytes,
          told:[str], slow:[[at, name, ms, rows]]}
          (told: what was repaired at the engine's start, for the agent; slow: store/slow_log.py)
    """

    id: int
    method: str
    args: dict[str, Any] = {}


class Answer(msgspec.Struct, frozen=True, tag="answer", kw_only=True):
    """The result of a Call, or its problem."""

    id: int
    result: dict[str, Any] = {}
    problem: Problem | None = None


class Changed(msgspec.Struct, frozen=True, tag="changed", kw_only=True):
    """The cache moved on to `seq`. Ids are local.

    Every client gets every one, in order, as long as its link stands: `seq` may jump (what followed
    closely is told as one). Whoever lost the link reads anew what it shows once it has another.
    `outbox` means that states in the journal changed. `bulk` means too many to list: refresh.
    """

    seq: int
    tickets: tuple[int, ...] = ()  # ticket rows
    entries_of: tuple[int, ...] = ()  # tickets whose entries changed
    outbox: bool = False
    accounts: bool = False  # account_state, directory or accounts themselves
    standing: bool = False  # only how far accounts are: last_sync_at, done, total
    bulk: bool = False


class Live(msgspec.Struct, frozen=True, tag="live", kw_only=True):
    """A live sign; never stored. `until` in ms UTC by this machine's clock."""

    account_id: int
    ticket_remote_id: str
    who: str
    role: str
    kind: str
    until: int


class Progress(msgspec.Struct, frozen=True, tag="progress", kw_only=True):
    """Progress of long work: what is `sync`, `attachment`; key names which; bytes or items."""

    what: str
    key: str
    done: int
    total: int


Frame = Hello | Call | Answer | Changed | Live | Progress

_decoder = msgspec.json.Decoder(Frame)

MAX_FRAME = 4 * 1024 * 1024


def encode(frame: Frame) -> bytes:
    """A frame as bytes."""
    return msgspec.json.encode(frame)


def decode(data: bytes) -> Frame:
    """The frame in these bytes. msgspec.DecodeError or ValidationError if malformed."""
    frame: Frame = _decoder.decode(data)
    return frame
