"""What the conversation says about an entry: author line, state, activity, the spoken whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import QDate, QLocale

from workspace.store.queries.rows import EntryRow
from workspace.ui.conversation.activity_words import CAP, change_words, done_by
from workspace.ui.conversation.conversation_rows import (
    ActivityRow,
    BubbleRow,
    HeadingRow,
    OfferRow,
    Row,
    is_pending,
    split_body,
)
from workspace.ui.i18n import t
from workspace.ui.problems import in_one, problem_words
from workspace.ui.snooze_words import until_words
from workspace.ui.widgets.painted import Glyph
from workspace.ui.words import channel_word, clock_time, isolated, one_line, state_word

ActionName = Literal[
    "undo",
    "retry",
    "edit",
    "check",
    "was_sent",
    "send_again",
    "send_now",
    "reschedule",
    "edit_note",
    "delete_note",
]

COUNTED_MS = 5 * 60_000  # what waits longer was put off to a time of the agent's

NAME_CAP = 80


@dataclass(frozen=True, slots=True)
class StateLine:
    """The line under an outgoing entry. `actions` are (name, label) pairs."""

    text: str
    glyph: Glyph
    tone: Literal["text_faint", "bad", "warn"]
    actions: tuple[tuple[ActionName, str], ...] = ()


def author_name(entry: EntryRow) -> str:
    """Who wrote, in one line without tricks; "You" for this account's own agent."""
    if entry.author_me:
        return t("Conversation", "You")
    name = one_line(entry.author_name) or one_line(entry.author_address)
    return name[:NAME_CAP] or t("Conversation", "Unknown")


def author_line(entry: EntryRow) -> str:
    """The small line above a bubble."""
    who, when = isolated(author_name(entry)), clock_time(entry.created_at)
    if entry.kind == "note":
        kind = (
            t("Conversation", "Only on this computer")
            if entry.state == "local"
            else t("Conversation", "Internal note")
        )
        return " · ".join((kind, who, when))
    if entry.direction == "in" or not entry.channel:
        return f"{who} · {when}"
    return f"{who} · {when} · {channel_word(entry.channel)}"


def state_line(entry: EntryRow, now_ms: int) -> StateLine | None:
    """State in a word and a glyph, with what can be done about it. None where there is none."""
    state = entry.state
    if (entry.kind == "activity" and not is_pending(entry)) or entry.direction == "in":
        return None
    if state == "queued":
        return _queued(entry, now_ms)
    if state == "sending":
        return StateLine(t("Conversation", "Sending…"), "clock", "text_faint")
    if state in ("failed", "conflict"):
        retry = t("Conversation", "Retry") if state == "failed" else t("Conversation", "Send again")
        actions: tuple[tuple[ActionName, str], ...] = ()
        if entry.id == 0:
            actions = (("retry", retry), ("edit", t("Conversation", "Edit")))
        return StateLine(_with_reason(entry), "warning", "bad", actions)
    if state == "in_doubt":
        return _in_doubt(entry)
    if state == "local":
        own: tuple[tuple[ActionName, str], ...] = (
            ("edit_note", t("Conversation", "Edit")),
            ("delete_note", t("Conversation", "Delete")),
        )
        return StateLine(t("Conversation", "Nobody else sees it"), "computer", "text_faint", own)
    if entry.kind != "message":
        return None
    if state in ("delivered", "read"):
        return StateLine(state_word(state), "double_check", "text_faint")
    return StateLine(state_word("sent"), "check", "text_faint")


def _queued(entry: EntryRow, now_ms: int) -> StateLine:
    undo: tuple[tuple[ActionName, str], ...] = (("undo", t("Conversation", "Undo")),)
    left = entry.not_before - now_ms
    if left > COUNTED_MS and not entry.error_message:
        time = until_words(entry.not_before, now_ms)
        text = t("Conversation", "Will be sent {time}", time=time)
        later: tuple[tuple[ActionName, str], ...] = (
            ("send_now", t("Conversation", "Send now")),
            ("reschedule", t("Conversation", "Change time")),
            ("edit", t("Conversation", "Edit")),
        )
        return StateLine(text, "clock", "text_faint", later)
    if left > 0 and not entry.error_message:
        text = t("Conversation", "Sends in %n s", -(-left // 1000))
        return StateLine(text, "clock", "text_faint", undo)
    return StateLine(_with_reason(entry), "clock", "warn", undo)


def _in_doubt(entry: EntryRow) -> StateLine:
    check: tuple[ActionName, str] = ("check", t("Conversation", "Check"))
    if not entry.needs_agent:
        text = t("Conversation", "Not sure it was sent, looking for it at the server")
        return StateLine(text, "question", "warn", (check,))
    return StateLine(
        t("Conversation", "Not sure it was sent, please decide"),
        "question",
        "bad",
        (
            check,
            ("was_sent", t("Conversation", "It was sent")),
            ("send_again", t("Conversation", "Send again")),
        ),
    )


def _with_reason(entry: EntryRow) -> str:
    words = problem_words(entry.error_kind, entry.error_message, entry.error_action)
    reason = in_one(words)[:400]
    return f"{state_word(entry.state)}: {reason}" if reason else state_word(entry.state)


def activity_words(entry: EntryRow) -> str:
    """What changed, and who changed it."""
    words = change_words(entry)
    if not words:
        field = entry.change.get("field", "")
        return one_line(entry.text)[:CAP] or one_line(field)[:CAP]
    who = isolated(author_name(entry)) if entry.author_name else ""
    return done_by(who, isolated(words), is_me=entry.author_me)


def activity_line(entry: EntryRow) -> str:
    """One activity with its time."""
    return f"{activity_words(entry)} · {clock_time(entry.created_at)}"


def day_label(day: date, channels: Sequence[str], today: date) -> str:
    """Day and the channels used on it."""
    distance = (today - day).days
    locale = QLocale()
    if distance == 0:
        name = t("Conversation", "Today")
    elif distance == 1:
        name = t("Conversation", "Yesterday")
    else:
        form = (
            t("Conversation", "dddd d MMMM")
            if day.year == today.year
            else t("Conversation", "dddd d MMMM yyyy")
        )
        name = locale.toString(QDate(day.year, day.month, day.day), form)
    return " · ".join((name, ", ".join(channel_word(channel) for channel in channels))).rstrip(" ·")


def spoken_kind(entry: EntryRow) -> str:
    """Message or internal note, as the screen reader says it."""
    if entry.state == "local":
        return t("Conversation", "note on this computer only")
    if entry.kind == "note":
        return t("Conversation", "internal note")
    return t("Conversation", "message")


def describe_entry(entry: EntryRow, now_ms: int) -> str:
    """Who, channel, message or internal note, time, text, files, state: for the screen reader."""
    parts = [author_name(entry)]
    if entry.channel and entry.kind == "message":
        parts.append(channel_word(entry.channel))
    parts += [spoken_kind(entry), clock_time(entry.created_at)]
    text = entry.text if entry.text or not entry.html else split_body(entry).main
    parts.append(text.strip()[:2000])
    parts += [
        t("Conversation", "attachment {name}", name=one_line(file.name))
        for file in entry.attachments
    ]
    line = state_line(entry, now_ms)
    if line is not None:
        parts.append(line.text)
    return ", ".join(part for part in parts if part)


def describe_row(row: Row, now_ms: int, today: date) -> str:
    """A row for the screen reader; `today` by the clock that dated it."""
    if isinstance(row, BubbleRow):
        return describe_entry(row.entry, now_ms)
    if isinstance(row, ActivityRow):
        return ", ".join(activity_line(entry) for entry in row.entries)
    if isinstance(row, HeadingRow | OfferRow):
        return row.text
    return day_label(row.day, row.channels, today)
