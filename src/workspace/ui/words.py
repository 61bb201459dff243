"""Words for the domain's states, channels, ages and sizes, in the window's language."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtGui import QKeySequence

from workspace.ui.i18n import t

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


def status_word(status: str) -> str:
    """One of our six statuses; a backend's own word is shown as it is."""
    return {
        "new": t("Words", "New"),
        "open": t("Words", "Open"),
        "pending": t("Words", "Pending"),
        "on_hold": t("Words", "On hold"),
        "solved": t("Words", "Solved"),
        "closed": t("Words", "Closed"),
    }.get(status, status)


def priority_word(priority: str) -> str:
    """A desk's priority; a backend's own word as it is, but for its first letter."""
    word = one_line(priority)
    return {
        "low": t("Words", "Low"),
        "normal": t("Words", "Normal"),
        "high": t("Words", "High"),
        "urgent": t("Words", "Urgent"),
    }.get(word.casefold(), word[:1].upper() + word[1:])


def channel_word(channel: str) -> str:
    """What a channel is called."""
    return {
        "email": t("Words", "Email"),
        "phone": t("Words", "Phone"),
        "web": t("Words", "Web chat"),
        "chat": t("Words", "Web chat"),
        "sms": t("Words", "SMS"),
        "whatsapp": "WhatsApp",
        "messenger": "Messenger",
        "apple": "Apple Messages",
        "matrix": "Matrix",
        "kakao": t("Words", "KakaoTalk"),
        "line": "LINE",
        "line_app": "LINE",
    }.get(channel, channel)


def state_word(state: str) -> str:
    """The state of an outgoing message or command."""
    return {
        "queued": t("Words", "Queued"),
        "scheduled": t("Words", "To be sent later"),
        "sending": t("Words", "Sending"),
        "sent": t("Words", "Sent"),
        "delivered": t("Words", "Delivered"),
        "read": t("Words", "Read"),
        "failed": t("Words", "Not sent"),
        "in_doubt": t("Words", "Not sure it was sent"),
        "conflict": t("Words", "Changed meanwhile"),
        "cancelled": t("Words", "Taken back"),
    }.get(state, state)


def command_word(command: str) -> str:
    """What a command in the outbox does."""
    return {
        "reply": t("Words", "Reply"),
        "note": t("Words", "Internal note"),
        "set": t("Words", "Change of fields"),
    }.get(command, command)


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
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


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
