"""Words for the domain's states, channels, ages and sizes, in the window's language."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import bidirectional

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtGui import QKeySequence

from workspace.ui.i18n import t

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000

# Asked for by the dozen whenever a ticket shows: only the word that is meant is looked up.
_STATUS: dict[str, Callable[[], str]] = {
    "new": lambda: t("Words", "New"),
    "open": lambda: t("Words", "Open"),
    "pending": lambda: t("Words", "Pending"),
    "on_hold": lambda: t("Words", "On hold"),
    "solved": lambda: t("Words", "Solved"),
    "closed": lambda: t("Words", "Closed"),
}
_PRIORITY: dict[str, Callable[[], str]] = {
    "low": lambda: t("Words", "Low"),
    "normal": lambda: t("Words", "Normal"),
    "high": lambda: t("Words", "High"),
    "urgent": lambda: t("Words", "Urgent"),
}
_CHANNEL: dict[str, Callable[[], str]] = {
    "email": lambda: t("Words", "Email"),
    "phone": lambda: t("Words", "Phone"),
    "web": lambda: t("Words", "Web chat"),
    "chat": lambda: t("Words", "Web chat"),
    "sms": lambda: t("Words", "SMS"),
    "whatsapp": lambda: "WhatsApp",
    "messenger": lambda: "Messenger",
    "apple": lambda: "Apple Messages",
    "matrix": lambda: "Matrix",
    "kakao": lambda: t("Words", "KakaoTalk"),
    "line": lambda: "LINE",
    "line_app": lambda: "LINE",
}
_STATE: dict[str, Callable[[], str]] = {
    "queued": lambda: t("Words", "Queued"),
    "scheduled": lambda: t("Words", "To be sent later"),
    "sending": lambda: t("Words", "Sending"),
    "sent": lambda: t("Words", "Sent"),
    "delivered": lambda: t("Words", "Delivered"),
    "read": lambda: t("Words", "Read"),
    "failed": lambda: t("Words", "Not sent"),
    "in_doubt": lambda: t("Words", "Not sure it was sent"),
    "conflict": lambda: t("Words", "Changed meanwhile"),
    "cancelled": lambda: t("Words", "Taken back"),
}
_COMMAND: dict[str, Callable[[], str]] = {
    "reply": lambda: t("Words", "Reply"),
    "note": lambda: t("Words", "Internal note"),
    "set": lambda: t("Words", "Change of fields"),
}


def status_word(status: str) -> str:
    """One of our six statuses; a backend's own word is shown as it is."""
    word = _STATUS.get(status)
    return word() if word else status


def priority_word(priority: str) -> str:
    """A desk's priority; a backend's own word as it is, but for its first letter."""
    word = one_line(priority)
    ours = _PRIORITY.get(word.casefold())
    return ours() if ours else word[:1].upper() + word[1:]


def channel_word(channel: str) -> str:
    """What a channel is called."""
    word = _CHANNEL.get(channel)
    return word() if word else channel


def state_word(state: str) -> str:
    """The state of an outgoing message or command."""
    word = _STATE.get(state)
    return word() if word else state


def command_word(command: str) -> str:
    """What a command in the outbox does."""
    word = _COMMAND.get(command)
    return word() if word else command


def age(now_ms: int, then_ms: int) -> str:
    """How long ago, short: now, 5 min, 3 h, yesterday, 3 Oct, 3 Oct 2024."""
    past = now_ms - then_ms
    if past < MINUTE:
        return t("Words", "now")
    if past < HOUR:
        return t("Words", "%n min", past // MINUTE)
    now = QDateTime.fromMSecsSinceEpoch(now_ms)
    then = QDateTime.fromMSecsSinceEpoch(then_ms)
    days = then.date().daysTo(now.date())
    if past < 12 * HOUR or days == 0:
        return t("Words", "%n h", past // HOUR)
    if days == 1:
        return t("Words", "yesterday")
    locale = QLocale()
    form = t("Words", "d MMM") if then.date().year() == now.date().year() else None
    return locale.toString(then.date(), form or t("Words", "d MMM yyyy"))


def moment(then_ms: int) -> str:
    """Date and time in full, in the person's zone and locale; for tooltips."""
    then = QDateTime.fromMSecsSinceEpoch(then_ms)
    return QLocale().toString(then, QLocale.FormatType.LongFormat)


def clock_time(then_ms: int) -> str:
    """Hours and minutes."""
    return QLocale().toString(
        QDateTime.fromMSecsSinceEpoch(then_ms).time(), QLocale.FormatType.ShortFormat
    )


def day(then_ms: int) -> str:
    """Weekday and date, for day breaks."""
    return QLocale().toString(
        QDateTime.fromMSecsSinceEpoch(then_ms).date(), t("Words", "dddd d MMMM")
    )


def size_word(size: int) -> str:
    """Bytes in words: 412 kB."""
    if size < 0:
        return ""
    return QLocale().formattedDataSize(
        size, 0 if size < 1_000_000 else 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def key_word(keys: str) -> str:
    """A shortcut as this system writes it: Ctrl+K, or ⌘K."""
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return written.replace("Return", "Enter")  # as the key is labelled, and as our texts call it


def one_line(text: str) -> str:
    """One line of plain text without control and bidirectional override characters."""
    if text.isprintable():  # nearly always: neither blanks but spaces, nor anything hidden
        return text.strip()
    return "".join(
        " " if sign in _SPACES else sign
        for sign in text
        if sign in _SPACES or (sign.isprintable() and sign not in _HIDDEN)
    ).strip()


def isolated(text: str) -> str:
    """Foreign text among ours: a name from right to left leaves what stands beside it in place."""
    if text.isascii() or not any(bidirectional(sign) in ("R", "AL") for sign in text):
        return text
    return f"\u2068{text}\u2069"


_SPACES = "\n\r\t\xa0\u202f"  # the narrow one stands in times: 8:09 PM
_HIDDEN = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff")
