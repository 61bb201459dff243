"""Entries as the rows of a conversation: bubbles, activity lines and day breaks. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo

import msgspec

from workspace.store.queries.rows import EntryRow

ACTIVITIES_PER_ROW = 6
RUN_MS = 5 * 60 * 1000
PLAIN_CAP = 12_000
QUOTE_CAP = 40_000

_quote_lead = re.compile(
    r"^(?:On .{4,120} wrote:|.{0,80}님이 작성:|-{2,} ?(?:Original Message|원본 메시지) ?-{2,}).*$",
    re.MULTILINE,
)
_leading_html = re.compile(r"(?:\s|<[^>]{0,200}>|&nbsp;)*")


class DayBreakRow(msgspec.Struct, frozen=True):
    """The first entries of a local day; `channels` in the order they were used."""

    key: str
    day: date
    channels: tuple[str, ...]


class ActivityRow(msgspec.Struct, frozen=True):
    """Neighbouring activities, told on one line."""

    key: str
    entries: tuple[EntryRow, ...]


class BubbleRow(msgspec.Struct, frozen=True):
    """A message or note. `opens_run`: another author or a pause came before it."""

    key: str
    entry: EntryRow
    opens_run: bool


class HeadingRow(msgspec.Struct, frozen=True):
    """A line of our own between entries: what is new since the last look, an earlier ticket."""

    key: str
    text: str


class OfferRow(msgspec.Struct, frozen=True):
    """A line that can be pressed: shows an earlier ticket of the contact."""

    key: str
    text: str


Row = DayBreakRow | ActivityRow | BubbleRow | HeadingRow | OfferRow
NEW_KEY = "new"


def entry_key(entry: EntryRow) -> str:
    """A name that an entry keeps from queued to sent, so that nothing jumps when confirmed."""
    if entry.command_id:
        return entry.command_id
    return f"e{entry.id}" if entry.id else f"l{entry.remote_id}"


def is_pending(entry: EntryRow) -> bool:
    """It lies in the outbox; a note that is kept only here is not pending, it stays so."""
    return entry.id == 0 and entry.state != "local"


def local_day(ms: int, zone: tzinfo | None) -> date:
    """The day of a moment, in `zone` (None: this machine's)."""
    return datetime.fromtimestamp(ms / 1000, zone).date()


def build_rows(
    entries: Sequence[EntryRow],
    zone: tzinfo | None = None,
    *,
    new: tuple[tuple[int, int, int], str] | None = None,
    prefix: str = "",
) -> list[Row]:
    """Rows in the order shown. Pending entries come last, as the read gives them.

    `new` is where something new begins, and the words to put there; `prefix` keeps the keys of
    days of several tickets apart.
    """
    channels = _channels_by_day(entries, zone)
    rows: list[Row] = []
    day: date | None = None
    before: EntryRow | None = None
    activities: list[EntryRow] = []

    def close_activities() -> None:
        if activities:
            rows.append(ActivityRow("a" + entry_key(activities[0]), tuple(activities)))
            activities.clear()

    for entry in entries:
        if new is not None and (entry.created_at, entry.seq, entry.id) >= new[0]:
            close_activities()
            rows.append(HeadingRow(NEW_KEY, new[1]))
            new, before = None, None
        today = local_day(entry.created_at, zone)
        if day is None or today > day:
            close_activities()
            day = today
            before = None
            rows.append(
                DayBreakRow(f"{prefix}d{today.isoformat()}", today, channels.get(today, ()))
            )
        if entry.kind == "activity":
            if len(activities) >= ACTIVITIES_PER_ROW or _is_pending(entry):
                close_activities()
            activities.append(entry)
            if _is_pending(entry):
                close_activities()
            before = None
            continue
        close_activities()
        rows.append(BubbleRow(entry_key(entry), entry, not _same_run(before, entry)))
        before = entry
    close_activities()
    return rows


def row_key_of(entry: EntryRow, rows: Sequence[Row]) -> str:
    """The key of the row that shows this entry, "" if none does."""
    key = entry_key(entry)
    for row in rows:
        if isinstance(row, BubbleRow) and row.key == key:
            return key
        if isinstance(row, ActivityRow) and any(entry_key(each) == key for each in row.entries):
            return row.key
    return ""


def _is_pending(entry: EntryRow) -> bool:
    """A change of fields that still waits; it has a state line of its own."""
    return is_pending(entry) and bool(entry.state)


def _channels_by_day(
    entries: Iterable[EntryRow], zone: tzinfo | None
) -> dict[date, tuple[str, ...]]:
    found: dict[date, dict[str, None]] = {}
    for entry in entries:
        if entry.kind == "message" and entry.channel:
            found.setdefault(local_day(entry.created_at, zone), {})[entry.channel] = None
    return {day: tuple(channels)[:3] for day, channels in found.items()}


def _same_run(before: EntryRow | None, entry: EntryRow) -> bool:
    return (
        before is not None
        and before.kind == entry.kind
        and before.direction == entry.direction
        and before.author_name == entry.author_name
        and before.author_address == entry.author_address
        and before.channel == entry.channel
        and entry.created_at - before.created_at < RUN_MS
    )


class Body(msgspec.Struct, frozen=True):
    """An entry's words, split into what was said and what was only quoted or is overlong."""

    main: str
    quote: str
    is_html: bool


def split_body(entry: EntryRow) -> Body:
    """Fold what repeats earlier mail; a body that is all quote stays whole."""
    if entry.html:
        main, quote = _split_html(entry.html)
        return Body(main, quote, True)
    main, quote = _split_plain(entry.text)
    if len(main) > PLAIN_CAP:
        main, quote = main[:PLAIN_CAP], main[PLAIN_CAP:] + ("\n" + quote if quote else "")
    if len(quote) > QUOTE_CAP:  # copying the message still gives all of it
        quote = quote[:QUOTE_CAP] + " …"
    return Body(main, quote, False)


def _split_plain(text: str) -> tuple[str, str]:
    text = text.rstrip()
    lines = text.split("\n")
    first = len(lines)
    while first > 0 and (lines[first - 1].startswith(">") or not lines[first - 1].strip()):
        first -= 1
    if first < len(lines) and first > 0 and _quote_lead.match(lines[first - 1]):
        first -= 1
    if first == len(lines):
        lead = _quote_lead.search(text)
        if lead is None or not text[: lead.start()].strip():
            return text, ""
        return text[: lead.start()].rstrip(), text[lead.start() :]
    main = "\n".join(lines[:first]).rstrip()
    if not main:
        return text, ""
    return main, "\n".join(lines[first:]).strip("\n")


def _split_html(html: str) -> tuple[str, str]:
    start = html.find("<blockquote")
    end = html.rfind("</blockquote>")
    if start < 0 or end < start:
        return html, ""
    tail = html[end + len("</blockquote>") :]
    if not _leading_html.fullmatch(tail):
        return html, ""
    main = html[:start]
    if not re.sub(r"<[^>]*>|&nbsp;|\s", "", main):
        return html, ""
    return main, html[start : end + len("</blockquote>")]
