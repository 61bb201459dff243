"""Pending work as an overlay: the commands of the outbox laid over what backends said.

Only unsettled commands are read: those that wait, and those sent whose effect the cache does not
show yet. There is a handful of them, so they are decoded and applied here; the cost depends on
their number, never on the size of the cache. Commands that failed or conflict stay visible as
such, but change no field, for the backend did not take them.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from workspace.domain.commands import AddNote, Command, SendReply, SetFields, decode_command
from workspace.domain.sensitive import mask
from workspace.domain.words import OPEN_STATUSES, Status
from workspace.store.connect import Reader, once
from workspace.store.queries.rows import TicketRow
from workspace.store.queries.snoozes import Asleep, Ref, read_dismissed, read_snoozes
from workspace.store.queries.ticket_rows import BY_REF, Base, read_base

log = logging.getLogger("workspace.store")

SHOWN_STATES = frozenset({"queued", "sending", "sent", "in_doubt"})
"""Commands in these states are laid over fields, words and counts."""

WORST_FIRST = ("failed", "conflict", "in_doubt", "sending", "queued", "scheduled")

LONGEST_UNDO_MS = 5 * 60_000
"""What waits longer from the start was put off to a time of the agent's."""

SETTLED_MS = 10 * 60_000
"""A sync that ended so long after a command was sent has brought its effect."""

SEEN_MS = 30_000
"""The same, when the ticket is known to have changed since the command was made."""

SNIPPET = 160
_FOREVER = 1 << 62

_COLUMNS = (
    "o.seq, o.id, o.account_id, o.ticket_remote_id, o.payload, o.state, o.needs_agent,"
    " o.not_before, o.created_at, o.done_at, o.error_message, o.error_action, o.remote_id,"
    " o.base_revision, o.error_kind"
)

CACHE_AGE = "PRAGMA main.data_version"
JOURNAL_AGE = "PRAGMA journal.data_version"
"""Numbers that change when another connection has written the file."""

UNSETTLED = f"""
SELECT {_COLUMNS}, 0 AS last_sync_at
FROM journal.outbox AS o INDEXED BY outbox_pending
WHERE o.state NOT IN ('sent','cancelled')
UNION ALL
SELECT {_COLUMNS}, coalesce(s.last_sync_at, 0)
FROM journal.account AS a
LEFT JOIN account_state AS s ON s.account_id = a.id
JOIN journal.outbox AS o INDEXED BY outbox_sent
  ON o.account_id = a.id AND o.state = 'sent'
  AND o.done_at > coalesce(s.last_sync_at, 0) - {SETTLED_MS}
ORDER BY 1
"""

# Which of [[command id, account id, ticket's remote id, entry's remote id], ...] are here.
TWINS = """
SELECT j.value ->> 0
FROM json_each(?) AS j
WHERE EXISTS (
  SELECT 1 FROM entry AS e WHERE e.command_id <> '' AND e.command_id = j.value ->> 0
) OR EXISTS (
  SELECT 1 FROM ticket AS t JOIN entry AS e ON e.ticket_id = t.id
  WHERE t.account_id = j.value ->> 1 AND t.remote_id = j.value ->> 2
    AND e.remote_id = j.value ->> 3 AND j.value ->> 3 <> ''
)
"""

AGENTS = """
SELECT g.account_id, g.remote_id, g.name, g.me
FROM json_each(?) AS j
JOIN agent AS g ON g.account_id = j.value ->> 0 AND g.remote_id = j.value ->> 1
"""

TEAMS = """
SELECT m.account_id, m.remote_id, m.name
FROM json_each(?) AS j
JOIN team AS m ON m.account_id = j.value ->> 0 AND m.remote_id = j.value ->> 1
"""

STATUSES = """
SELECT s.account_id, s.backend_status, s.team, s.status
FROM status AS s WHERE s.account_id IN (SELECT value FROM json_each(?))
ORDER BY s.account_id, s.position, s.backend_status
"""


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """One unsettled command. Times in ms UTC by this machine's clock."""

    seq: int
    id: str
    account_id: int
    ticket_remote_id: str
    command: Command
    state: str
    needs_agent: bool
    not_before: int
    created_at: int
    done_at: int
    error_kind: str
    error_message: str
    error_action: str
    remote_id: str
    base_revision: int
    last_sync_at: int

    @property
    def shown(self) -> bool:
        """Whether it is laid over fields and counts (not so if it failed or conflicts)."""
        return self.state in SHOWN_STATES

    @property
    def told_state(self) -> str:
        """The state, or `scheduled` for what the agent put off to a later time."""
        put_off = self.not_before - self.created_at > LONGEST_UNDO_MS and not self.error_kind
        return "scheduled" if self.state == "queued" and put_off else self.state


class Laid(msgspec.Struct, frozen=True):
    """A ticket as the backend said, and with its commands laid over it."""

    base: Base
    top: Base
    commands: tuple[Pending, ...]


class Overlay(msgspec.Struct, frozen=True):
    """All tickets with unsettled commands, a snooze or a dismissed mention, by local id.

    `next_wake`: when the next snooze ends by itself (ms UTC), 0 if none will.
    """

    tickets: dict[int, Laid]
    next_wake: int = 0

    def ids_json(self) -> str:
        """The local ids as a JSON list, for statements that leave them out."""
        return json.dumps(list(self.tickets))


class _Kept(msgspec.Struct, frozen=True):
    overlay: Overlay
    made_at: int


@once
def load(reader: Reader) -> Overlay:
    """What is pending, applied to its tickets; kept until another connection writes something.

    Or until a snooze ends, or the clock is set back.
    """
    now = reader.clock.now_ms()
    age = (reader.one(CACHE_AGE), reader.one(JOURNAL_AGE))
    kept = reader.memo.get("overlay")
    if kept is not None and kept[0] == age:
        assert isinstance(kept[1], _Kept)
        if kept[1].made_at <= now < (kept[1].overlay.next_wake or _FOREVER):
            return kept[1].overlay
    overlay = _load(reader, now)
    reader.memo["overlay"] = (age, _Kept(overlay, now))
    return overlay


def _load(reader: Reader, now_ms: int) -> Overlay:
    in_effect = _in_effect_before(reader)
    waiting = _unsettled(reader, in_effect)
    snoozes, dismissed = read_snoozes(reader, now_ms), read_dismissed(reader)
    if not (waiting or snoozes.asleep or snoozes.woke or dismissed):
        return Overlay({})
    by_ref: dict[tuple[int, str], list[Pending]] = defaultdict(list)
    for pending in waiting:
        by_ref[pending.account_id, pending.ticket_remote_id].append(pending)
    refs = {*by_ref, *snoozes.asleep, *snoozes.woke, *dismissed}
    bases = [read_base(row) for row in reader.all(BY_REF, (json.dumps(list(refs)),))]
    words = _Words(reader, waiting, bases)
    tickets: dict[int, Laid] = {}
    for base in bases:
        ref = (base.row.account_id, base.row.remote_id)
        laid = _mark(_lay(base, by_ref.get(ref, ()), words, in_effect), ref, snoozes, dismissed)
        if laid.commands or laid.top != laid.base:
            tickets[base.row.id] = laid
    return Overlay(tickets, snoozes.next_wake)


def _mark(laid: Laid, ref: Ref, snoozes: Asleep, dismissed: set[Ref]) -> Laid:
    """What is kept here about the ticket as a whole, laid over it too."""
    changes: dict[str, object] = {}
    if ref in dismissed:
        changes["mentioned_at"] = 0
    if ref in snoozes.asleep:
        changes |= {"snoozed": True, "snoozed_until": snoozes.asleep[ref]}
    elif ref in snoozes.woke:
        changes["woke_at"] = snoozes.woke[ref]
    if not changes:
        return laid
    top = msgspec.structs.replace(laid.top, row=msgspec.structs.replace(laid.top.row, **changes))
    return msgspec.structs.replace(laid, top=top)


def _in_effect_before(reader: Reader) -> set[str]:
    """Ids of sent changes that the backend's words were found to hold: they stay so, and after a
    change of thousands of tickets they are not looked at again with each read."""
    kept = reader.memo.get("in effect")
    if kept is None:
        kept = reader.memo["in effect"] = (None, set())
    assert isinstance(kept[1], set)
    return kept[1]


def _unsettled(reader: Reader, in_effect: set[str]) -> list[Pending]:
    found: list[Pending] = []
    rows = reader.all(UNSETTLED)
    in_effect.intersection_update([row[1] for row in rows])
    for row in rows:
        if row[1] in in_effect:
            continue
        try:
            command = decode_command(bytes(row[4]))
        except msgspec.DecodeError:
            log.warning("outbox command %s can't be read; it is not laid over its ticket", row[1])
            continue
        found.append(
            Pending(
                seq=row[0],
                id=row[1],
                account_id=row[2],
                ticket_remote_id=row[3],
                command=command,
                state=row[5],
                needs_agent=bool(row[6]),
                not_before=row[7],
                created_at=row[8],
                done_at=row[9],
                error_message=row[10],
                error_action=row[11],
                remote_id=row[12],
                base_revision=row[13],
                error_kind=row[14],
                last_sync_at=row[15],
            )
        )
    maybe_here = [
        [p.id, p.account_id, p.ticket_remote_id, p.remote_id]
        for p in found
        if p.state in ("sending", "in_doubt", "sent") and not isinstance(p.command, SetFields)
    ]
    if not maybe_here:
        return found
    twins = {row[0] for row in reader.all(TWINS, (json.dumps(maybe_here),))}
    return [pending for pending in found if pending.id not in twins]


class _Words:
    """Names and status words that pending changes of fields refer to."""

    def __init__(self, reader: Reader, waiting: Iterable[Pending], bases: Iterable[Base]) -> None:
        agents, teams, accounts = set(), set(), set()
        for pending in waiting:
            command = pending.command
            if not isinstance(command, SetFields):
                continue
            if command.assignee:
                agents.add((pending.account_id, command.assignee))
            if command.team:
                teams.add((pending.account_id, command.team))
            if command.status is not None:
                accounts.add(pending.account_id)
        self.agents: dict[tuple[int, str], tuple[str, bool]] = {}
        self.teams: dict[tuple[int, str], str] = {}
        self.statuses: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
        if agents:
            for account_id, remote_id, name, me in reader.all(AGENTS, (json.dumps(list(agents)),)):
                self.agents[account_id, remote_id] = (name, bool(me))
        if teams:
            for account_id, remote_id, name in reader.all(TEAMS, (json.dumps(list(teams)),)):
                self.teams[account_id, remote_id] = name
        if accounts:
            for account_id, *status in reader.all(STATUSES, (json.dumps(list(accounts)),)):
                self.statuses[account_id].append((status[0], status[1], status[2]))

    def status(self, row: TicketRow, word: str) -> tuple[str, str]:
        """Ours and the backend's word for what a command calls `word`."""
        known = [s for s in self.statuses.get(row.account_id, ()) if s[1] in ("", row.team)]
        for backend, _, ours in known:
            if backend == word:
                return ours, backend
        if word not in {*Status}:
            return row.status, word
        if word == row.status:
            return row.status, row.backend_status
        for backend, _, ours in known:
            if ours == word:
                return ours, backend
        return word, word


def _lay(base: Base, commands: Iterable[Pending], words: _Words, in_effect: set[str]) -> Laid:
    top = base
    # Whether the customer had the last word; of a ticket done with, only its last words tell.
    waits = base.row.needs_reply or base.row.snippet_kind == "message-in"
    kept: list[Pending] = []
    for pending in commands:
        if not pending.shown:
            kept.append(pending)
            continue
        at = base.row.backend_now(pending.created_at)
        if isinstance(pending.command, SetFields):
            row = _set(top.row, pending.command, words)
            if pending.state == "sent" and _in_effect(base.row, row, top.row, pending):
                in_effect.add(pending.id)
                continue
            top = msgspec.structs.replace(top, row=_touched(row, at))
        else:
            newest = at >= top.last_entry_at
            waits = waits and not (newest and isinstance(pending.command, SendReply))
            top = _say(top, at, pending.command)
        kept.append(pending)
    states = [pending.told_state for pending in kept]
    row = msgspec.structs.replace(
        top.row,
        needs_reply=waits and top.row.status in OPEN_STATUSES,
        pending=sum(state != "sent" for state in states),
        pending_state=next((state for state in WORST_FIRST if state in states), ""),
    )
    return Laid(base, msgspec.structs.replace(top, row=row), tuple(kept))


def _in_effect(base: TicketRow, after: TicketRow, before: TicketRow, pending: Pending) -> bool:
    """Whether a sent change of fields needs no overlay any more."""
    if after == before:
        return True
    pulled = base.revision > pending.base_revision
    return pulled and pending.last_sync_at > pending.done_at + SEEN_MS


def _touched(row: TicketRow, at: int) -> TicketRow:
    return row if at <= row.updated_at else msgspec.structs.replace(row, updated_at=at)


def _set(row: TicketRow, command: SetFields, words: _Words) -> TicketRow:
    changes: dict[str, object] = {}
    if command.status is not None:
        changes["status"], changes["backend_status"] = words.status(row, command.status)
    if command.assignee is not None:
        name, me = words.agents.get((row.account_id, command.assignee), (command.assignee, False))
        changes |= {"assignee": command.assignee, "assignee_name": name, "mine": me}
    if command.team is not None:
        changes["team"] = command.team
        changes["team_name"] = words.teams.get((row.account_id, command.team), command.team)
    if command.priority is not None:
        changes["priority"] = command.priority
    if command.tags_add or command.tags_remove:
        tags = [tag for tag in row.tags if tag not in command.tags_remove]
        tags += [tag for tag in command.tags_add if tag not in tags]
        changes["tags"] = tuple(tags)
    if command.custom_fields:
        changes["custom_fields"] = row.custom_fields | command.custom_fields
    return msgspec.structs.replace(row, **changes)


def _say(base: Base, at: int, command: SendReply | AddNote) -> Base:
    row = base.row
    newest = at >= base.last_entry_at
    changes: dict[str, object] = {"message_count": row.message_count + 1}
    if at >= row.mentioned_at:
        changes["mentioned_at"] = 0
    if newest:
        changes["snippet"] = mask(" ".join(command.text.split()))[:SNIPPET]
        changes["snippet_kind"] = "note" if isinstance(command, AddNote) else "message-out"
    return Base(
        row=_touched(msgspec.structs.replace(row, **changes), at),
        last_entry_at=max(base.last_entry_at, at),
    )
