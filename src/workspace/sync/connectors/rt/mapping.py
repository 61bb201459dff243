"""What RT says, in our words. Pure: dictionaries as REST2 gives them in, items out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workspace.domain.items import (
    Address,
    AgentItem,
    AttachmentItem,
    EntryItem,
    PersonItem,
    TicketItem,
)
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.rt.activity import QUIET_TYPES, EntryWords, Row, changed, in_words

NOBODY = "Nobody"
SYSTEM = "RT_System"
DELETED = "deleted"
MESSAGE_TYPES = ("Create", "Correspond", "Comment")
BODY_TYPES = ("text/plain", "text/html")
MAX_BODY = 2 * 1024 * 1024  # bytes; a longer “body” is offered as an attachment

STATUSES: dict[str, Status] = {
    "new": Status.NEW,
    "open": Status.OPEN,
    "stalled": Status.PENDING,
    "resolved": Status.SOLVED,
    "rejected": Status.CLOSED,
    DELETED: Status.CLOSED,
}
"""RT's default lifecycle; other words come from the account's settings or are asked for."""

MARKER = "x-workspace-id"
"""Parameter of a message's content type that carries our command id; RT keeps it in the
attachment's headers and puts it into no mail."""

_MARKER = re.compile(rf'{MARKER}="?([0-9a-f-]{{36}})', re.IGNORECASE)
_CONTENT_ID = re.compile(r"^Content-ID:\s*<?([^>\s]+)", re.IGNORECASE | re.MULTILINE)
_ATTACHED = re.compile(r"^Content-Disposition:\s*attachment", re.IGNORECASE | re.MULTILINE)


def millis(text: object) -> int:
    """Milliseconds of RT's ISO 8601 time; 0 where unset (RT says 1970) or unreadable."""
    try:
        at = datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return 0
    if at.tzinfo is None:
        return 0
    return max(int(at.timestamp()) * 1000, 0)


def number(value: object) -> int:
    """The integer in an id of RT's, which comes as text or number; 0 if there is none."""
    try:
        return int(str(value))
    except ValueError:
        return 0


def named(value: object) -> str:
    """The id inside an object reference (`{"type": .., "id": ..}`) or the value itself."""
    if isinstance(value, Mapping):
        return str(value.get("id") or "")
    return "" if value is None else str(value)


def rows(value: object) -> list[Row]:
    """A list of objects, whatever RT put there."""
    if isinstance(value, Mapping):
        return [value]
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


# --- People --------------------------------------------------------------------------------


def person(row: Row) -> PersonItem:
    """A user of RT as somebody outside; their RT name is the id."""
    name, address = named(row), str(row.get("EmailAddress") or "")
    if not address and "@" in name:
        address = name
    return PersonItem(
        remote_id=name,
        name=str(row.get("RealName") or "") or name,
        addresses=(Address("email", address),) if address else (),
        organization=str(row.get("Organization") or ""),
        language=str(row.get("Lang") or ""),
        timezone=str(row.get("Timezone") or ""),
    )


def agent(row: Row, *, me: bool = False) -> AgentItem:
    """A user of RT as one of us."""
    name = str(row.get("Name") or "") or named(row)
    return AgentItem(
        remote_id=name,
        name=str(row.get("RealName") or "") or name,
        address=str(row.get("EmailAddress") or ""),
        me=me,
    )


def voices(ticket: Row) -> frozenset[str]:
    """Names and addresses, lower case, of those whose words are incoming: requestors and Cc."""
    found: set[str] = set()
    for role in ("Requestor", "Cc"):
        for row in rows(ticket.get(role)):
            found.update((named(row).lower(), str(row.get("EmailAddress") or "").lower()))
    return frozenset(found - {""})


# --- Tickets -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TicketWords:
    """What an account knows beyond one ticket's row."""

    web: str = ""
    tags_field: str = "Tags"
    statuses: Mapping[str, Status] = field(default_factory=lambda: STATUSES)


def custom_values(ticket: Row) -> dict[str, list[str]]:
    """Custom fields by name, empty ones left out; an image or file is named by its file name."""
    found: dict[str, list[str]] = {}
    for row in rows(ticket.get("CustomFields")):
        values = []
        for value in row.get("values") or ():
            text = value.get("filename") if isinstance(value, Mapping) else value
            if text not in (None, ""):
                values.append(str(text))
        if values:
            found[str(row.get("name") or "")] = values
    return found


def custom_names(ticket: Row) -> dict[str, str]:
    """Names of the ticket's custom fields by their numbers, as transactions name them."""
    return {named(row): str(row.get("name") or "") for row in rows(ticket.get("CustomFields"))}


def owner(ticket: Row) -> str:
    """The agent's id, "" for Nobody."""
    name = named(ticket.get("Owner"))
    return "" if name == NOBODY else name


def status(word: str, statuses: Mapping[str, Status]) -> Status:
    """Which of our six RT's word is; a word nobody explained counts as open."""
    return statuses.get(word.lower(), Status.OPEN)


def ticket(row: Row, revision: int, words: TicketWords, *, by_feed: bool = True) -> TicketItem:
    """A ticket from a row of a search with `client.TICKET_FIELDS`, or of `/ticket/N`."""
    remote_id = named(row.get("EffectiveId")) or str(row.get("id"))
    fields = custom_values(row)
    tags = fields.pop(words.tags_field, [])
    requestors = rows(row.get("Requestor"))
    copies = [person(one) for one in (*requestors[1:], *rows(row.get("Cc")))]
    word = str(row.get("Status") or "")
    return TicketItem(
        remote_id=remote_id,
        revision=revision,
        subject=str(row.get("Subject") or ""),
        status=status(word, words.statuses),
        backend_status=word,
        assignee=owner(row),
        team=named(row.get("Queue")),
        priority=named(row.get("Priority")),
        tags=tuple(tags),
        channel="email",
        requester=person(requestors[0]) if requestors else None,
        cc=tuple(a.value for one in copies for a in one.addresses),
        created_at=millis(row.get("Created")),
        updated_at=millis(row.get("LastUpdated")),
        custom_fields=fields,
        due_at=millis(row.get("Due")) or None,
        entries_by_feed=by_feed,
        url=f"{words.web}/Ticket/Display.html?id={remote_id}" if words.web else "",
    )


# --- Parts of a message ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """One row of RT's attachments: a MIME part. `content` is set for bodies alone."""

    id: int
    transaction: int
    media_type: str
    name: str
    size: int
    headers: str
    content: str = ""

    @property
    def inline(self) -> bool:
        """Whether it can be the body of its message."""
        return (
            self.media_type in BODY_TYPES
            and not self.name
            and self.size <= MAX_BODY
            and not _ATTACHED.search(self.headers)
        )


def part(row: Row) -> Part:
    """A part from a row of `/attachments`."""
    return Part(
        id=number(row.get("id")),
        transaction=number(named(row.get("TransactionId"))),
        media_type=str(row.get("ContentType") or "").lower().split(";")[0].strip(),
        name=str(row.get("Filename") or ""),
        size=number(row.get("ContentLength")),
        headers=str(row.get("Headers") or ""),
        content=str(row.get("Content") or ""),
    )


@dataclass(frozen=True, slots=True)
class Bodies:
    """Which parts make the text and the HTML of a message; all others are attachments."""

    text: tuple[Part, ...] = ()
    html: Part | None = None
    files: tuple[Part, ...] = ()


def bodies(parts: Sequence[Part]) -> Bodies:
    """Choose the bodies. Parts of different origin are never joined into one HTML text.

    HTML is the body if it is the other shape of the text (multipart/alternative or related) or
    there is no text; else it lies beside the text as a file.
    """
    parts = sorted(parts, key=lambda one: one.id)
    text = tuple(one for one in parts if one.inline and one.media_type == "text/plain")
    pages = [one for one in parts if one.inline and one.media_type == "text/html"]
    other_shape = any(
        one.media_type in ("multipart/alternative", "multipart/related") for one in parts
    )
    html = pages[0] if pages and (other_shape or not text) else None
    files = tuple(
        one
        for one in parts
        if not one.media_type.startswith("multipart/")
        and one not in text
        and one is not html
        and (one.name or one.size)
    )
    return Bodies(text, html, files)


def marker(parts: Iterable[Part]) -> str:
    """Our command id, if the message carries one."""
    for one in parts:
        if found := _MARKER.search(one.headers):
            return found.group(1).lower()
    return ""


def attachment(one: Part) -> AttachmentItem:
    """The metadata of an attached file."""
    content_id = _CONTENT_ID.search(one.headers)
    return AttachmentItem(
        remote_id=str(one.id),
        name=one.name or _nameless(one),
        size=one.size,
        media_type=one.media_type or "application/octet-stream",
        content_id=content_id.group(1) if content_id else "",
    )


def _nameless(one: Part) -> str:
    ends = {"message/rfc822": "eml", "text/plain": "txt", "text/html": "html"}
    end = ends.get(one.media_type) or re.sub(r"[^a-z0-9]", "", one.media_type.rpartition("/")[2])
    return f"part-{one.id}.{end or 'bin'}"


# --- Transactions ------------------------------------------------------------------------------


def entry(
    transaction: Row,
    parts: Sequence[Part],
    ticket_id: str,
    incoming: frozenset[str],
    words: EntryWords,
) -> EntryItem | None:
    """One transaction as message, note or activity; None for those that nobody needs to see."""
    kind = str(transaction.get("Type") or "")
    if kind in QUIET_TYPES:
        return None
    creator = transaction.get("Creator")
    row: Row = creator if isinstance(creator, Mapping) else {"id": named(creator)}
    name, address = named(row), str(row.get("EmailAddress") or "")
    common: dict[str, Any] = {
        "ticket_remote_id": ticket_id,
        "remote_id": str(transaction.get("id")),
        "created_at": millis(transaction.get("Created")),
        "author_name": str(row.get("RealName") or "") or name,
        "author_address": address,
        "author_remote_id": name,
        "seq": number(transaction.get("id")),
    }
    if kind in MESSAGE_TYPES and (kind != "Create" or parts):
        chosen = bodies(parts)
        theirs = name.lower() in incoming or address.lower() in incoming
        return EntryItem(
            kind=Kind.NOTE if kind == "Comment" else Kind.MESSAGE,
            direction=Direction.IN if theirs else Direction.OUT,
            channel="email",
            text="\n\n".join(one.content for one in chosen.text).replace("\r\n", "\n"),
            html=chosen.html.content if chosen.html else "",
            attachments=tuple(attachment(one) for one in chosen.files),
            command_id=marker(parts),
            **common,
        )
    change = changed(transaction, words)
    return EntryItem(
        kind=Kind.ACTIVITY,
        direction=Direction.NONE,
        text=in_words(change),
        change=change,
        **common,
    )
