"""A ticket row in words: its chips, its last words, its sentence for the screen reader."""

from __future__ import annotations

from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t
from workspace.ui.snooze_words import until_words
from workspace.ui.widgets.chips import Tone
from workspace.ui.words import HOUR, MINUTE, age, channel_word, one_line, priority_word, status_word

MOST_CHIPS = 3
SOON_MS = 2 * HOUR
HIGH = {"high", "urgent", "critical"}


def who(row: TicketRow) -> str:
    """The requester's name, or an address, or that nobody is known."""
    if name := one_line(row.requester_name):
        return name
    if row.requester_addresses:
        return one_line(row.requester_addresses[0][1])
    return t("TicketList", "Unknown sender")


def subject(row: TicketRow) -> str:
    """The subject in one line, or that there is none."""
    return one_line(row.subject) or t("TicketList", "(no subject)")


def last_words(row: TicketRow) -> str:
    """The third line: a draft goes before what was said last."""
    if row.draft:
        return t("TicketList", "Draft: {text}", text=one_line(row.draft))
    text = one_line(row.snippet)
    if row.snippet_kind == "message-out":
        return t("TicketList", "Reply: {text}", text=text)
    if row.snippet_kind == "note":
        return t("TicketList", "Note: {text}", text=text)
    return text


def pending_chip(state: str) -> tuple[str, Tone] | None:
    """The chip for commands that wait, or None."""
    if not state:
        return None
    chips: dict[str, tuple[str, Tone]] = {
        "queued": (t("TicketList", "Waiting to be sent"), "warn"),
        "scheduled": (t("TicketList", "To be sent later"), "quiet"),
        "sending": (t("TicketList", "Sending"), "accent"),
        "in_doubt": (t("TicketList", "Not sure it was sent"), "warn"),
        "failed": (t("TicketList", "Not sent"), "bad"),
        "conflict": (t("TicketList", "Changed meanwhile"), "bad"),
    }
    return chips.get(state)


def due_chip(due_at: int | None, now_ms: int) -> tuple[str, Tone] | None:
    """The chip for a promise to the customer, or None; both times by the backend's clock."""
    if due_at is None:
        return None
    left = due_at - now_ms
    if abs(left) < MINUTE:
        return t("TicketList", "Due now"), "bad" if left < 0 else "warn"
    length = span(abs(left))
    if left < 0:
        return t("TicketList", "Overdue {time}", time=length), "bad"
    return t("TicketList", "Due in {time}", time=length), "warn" if left < SOON_MS else "quiet"


def span(length_ms: int) -> str:
    """How long, short: 5 min, 3 h, 2 days."""
    if length_ms < HOUR:
        return t("TicketList", "%n min", length_ms // MINUTE)
    if length_ms < 48 * HOUR:
        return t("TicketList", "%n h", length_ms // HOUR)
    return t("TicketList", "%n days", length_ms // (24 * HOUR))


def chips(row: TicketRow, now_ms: int) -> list[tuple[str, Tone]]:
    """At most three: the promise first, then what waits, then status, priority and tags."""
    first = (due_chip(row.due_at, row.backend_now(now_ms)), pending_chip(row.pending_state))
    found: list[tuple[str, Tone]] = [chip for chip in first if chip]
    found += _kept_here(row, now_ms)
    if row.status in ("pending", "on_hold"):
        found.append((status_word(row.status), "quiet"))
    elif row.status in ("solved", "closed"):
        found.append((status_word(row.status), "good"))
    elif row.status == "new":
        found.append((status_word(row.status), "accent"))
    if row.priority.casefold() in HIGH:
        found.append((priority_word(row.priority), "warn"))
    found += [(one_line(tag), "quiet") for tag in row.tags if one_line(tag)]
    return found[:MOST_CHIPS]


def _kept_here(row: TicketRow, now_ms: int) -> list[tuple[str, Tone]]:
    """What no backend knows: a mention that waits, a snooze and its end."""
    found: list[tuple[str, Tone]] = []
    if row.mentioned_at:
        found.append((t("TicketList", "Names you"), "note"))
    if row.woke_at:
        found.append((t("TicketList", "Back from snooze"), "accent"))
    elif row.snoozed and row.snoozed_until:
        time = until_words(row.snoozed_until, now_ms)
        found.append((t("TicketList", "Until {time}", time=time), "quiet"))
    elif row.snoozed:
        found.append((t("TicketList", "Until a reply"), "quiet"))
    return found


def sentence(row: TicketRow, now_ms: int) -> str:
    """All that the row shows, for the screen reader."""
    parts = [
        who(row),
        channel_word(row.channel),
        age(row.backend_now(now_ms), row.updated_at),
        subject(row),
        last_words(row),
        status_word(row.status),
    ]
    if row.needs_reply:
        parts.insert(3, t("TicketList", "waits for us"))
    parts += [text for text, _ in chips(row, now_ms)]
    seen = dict.fromkeys(part for part in parts if part)
    return ", ".join(seen)
