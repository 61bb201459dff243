"""Times of snoozing in words of the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale

from workspace.ui.i18n import t
from workspace.ui.words import clock_time

if TYPE_CHECKING:
    from workspace.domain.snooze import Fault, SnoozeTime


def presets() -> tuple[str, ...]:
    """Words for menus, as one could type them."""
    from workspace.domain.snooze import PRESETS, PRESETS_KO  # its patterns take time at the start

    return PRESETS_KO if QLocale().language() == QLocale.Language.Korean else PRESETS


def preset_times(now_ms: int) -> list[tuple[str, SnoozeTime]]:
    """The presets that mean something now, and what; of two of the same time the first."""
    from workspace.domain.snooze import parse_snooze

    found: dict[int, tuple[str, SnoozeTime]] = {}
    for words in presets():
        time = parse_snooze(words, now_ms)
        if not time.fault:
            found.setdefault(time.until, (words, time))
    return list(found.values())


def until_words(until_ms: int, now_ms: int) -> str:
    """A day and a clock time, short; with the year if it is another one."""
    until, now = QDateTime.fromMSecsSinceEpoch(until_ms), QDateTime.fromMSecsSinceEpoch(now_ms)
    time = clock_time(until_ms)
    if until.date() == now.date():
        return t("Snooze", "today {time}", time=time)
    this_year = until.date().year() == now.date().year()
    form = t("Snooze", "ddd d MMM") if this_year else t("Snooze", "ddd d MMM yyyy")
    return t("Snooze", "{day} {time}", day=QLocale().toString(until.date(), form), time=time)


def meaning(time: SnoozeTime, now_ms: int) -> str:
    """What was understood, in full; or what is wrong with the words."""
    if time.fault:
        return fault_words(time.fault)
    if not time.until:
        return t("Snooze", "Until the customer writes")
    until = until_words(time.until, now_ms)
    if time.on_reply:
        return t("Snooze", "{time}, or when the customer writes", time=until)
    return until


def fault_words(fault: Fault) -> str:
    """Why words can't be used."""
    return {
        "": "",
        "empty": t("Snooze", "For example: tomorrow 9, monday 14:00, in 2 hours, until reply"),
        "unknown": t("Snooze", "These words name no time. For example: tomorrow 9, in 2 hours"),
        "past": t("Snooze", "That time has passed already."),
        "far": t("Snooze", "That is more than two years away."),
    }[fault]
