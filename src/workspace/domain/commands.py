"""Everything an agent can do to a ticket: the payloads of the outbox, frozen when sent."""

from __future__ import annotations

import hashlib
import os
import time

import msgspec


class OutgoingFile(msgspec.Struct, frozen=True):
    """A file sealed into the journal's folder when it was attached.

    `id` names the sealed file under `outgoing/`; size in bytes of the clear text.
    """

    id: str
    name: str
    size: int
    media_type: str
    sha256: str


class SendReply(msgspec.Struct, frozen=True, tag="reply", kw_only=True):
    """A public message to the requester. Binds recipient and channel at composing."""

    text: str
    html: str | None = None
    channel: str = ""
    recipient: str = ""
    route_remote_id: str | None = None
    attachments: tuple[OutgoingFile, ...] = ()


class AddNote(msgspec.Struct, frozen=True, tag="note", kw_only=True):
    """An internal note. Customers never see it; connectors must refuse if they can't promise."""

    text: str
    html: str | None = None
    attachments: tuple[OutgoingFile, ...] = ()


class SetFields(msgspec.Struct, frozen=True, tag="set", kw_only=True, omit_defaults=True):
    """Change of fields; `None` means unchanged.

    `assignee` is the agent's remote id, "" for nobody. `status` is ours or the backend's word.
    `base` holds the values the agent saw (field -> value), to detect a conflict.
    """

    status: str | None = None
    assignee: str | None = None
    team: str | None = None
    priority: str | None = None
    tags_add: tuple[str, ...] = ()
    tags_remove: tuple[str, ...] = ()
    custom_fields: dict[str, list[str]] = {}
    base: dict[str, str | None] = {}


def after_reply(fields: SetFields) -> SetFields:
    """A change that follows a reply of ours. Backends open a ticket that is answered, so the
    status seen before says nothing; whether a colleague set another is told by the revision."""
    base = {name: seen for name, seen in fields.base.items() if name != "status"}
    return msgspec.structs.replace(fields, base=base)


Command = SendReply | AddNote | SetFields

_decoder = msgspec.json.Decoder(Command)


def encode_command(command: Command) -> bytes:
    """The frozen bytes of a command, as they lie in the outbox."""
    return msgspec.json.encode(command)


def decode_command(payload: bytes) -> Command:
    """The command in these bytes. msgspec.ValidationError if they are not one."""
    command: Command = _decoder.decode(payload)
    return command


def payload_sha256(payload: bytes) -> str:
    """Hex digest that the outbox keeps beside the payload."""
    return hashlib.sha256(payload).hexdigest()


def new_command_id() -> str:
    """A uuid7 (RFC 9562): sorts by time; also the idempotency key and local echo id."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & 0xFFFFFFFFFFFF) << 80
    value |= 0x7 << 76 | (random >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | random & 0x3FFFFFFFFFFFFFFF
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
