"""When a snoozed ticket comes back: a person's words, English or Korean, as a time.

    tomorrow 9 · monday 14:00 · in 2 hours · next week · 1 dec · until reply or friday
    내일 오전 9시 · 월요일 · 2시간 뒤 · 다음 주 · 12월 1일 · 답장 올 때까지

Pure; never raises on any text. Days and clock times are those of the person's zone, so nine
o'clock stays nine o'clock when the clocks change. A day without a time means nine in the morning;
an hour of 1 to 6 that says neither morning nor afternoon is taken for the afternoon.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Literal

import msgspec

from workspace.domain.snooze_words import (
    AFTER,
    AFTERWARDS,
    CLOCK,
    COUNTS,
    DAY_COUNTS,
    DAYS,
    FILLER,
    FROM_NOW,
    LATER,
    MONTH_NAMES,
    MONTHS,
    NAMED_DAYS,
    PARTS,
    REPLY,
    SPAN,
    UNITS,
    WEEKDAYS,
)

PRESETS = ("in 1 hour", "in 3 hours", "tomorrow 9", "monday", "next week", "until reply")
PRESETS_KO = (
    "1시간 뒤",
    "3시간 뒤",
    "내일 오전 9시",
    "월요일",
    "다음 주",
    "답장 올 때까지",
)
"""Words for menus; each one parses."""

LONGEST = 120
FURTHEST = timedelta(days=731)
MORNING = time(9)
_HOUR_MS = 3_600_000

Fault = Literal["", "empty", "unknown", "past", "far"]

_EXAMPLES = "tomorrow 9, monday 14:00, in 2 hours, next week, until reply, 내일 오전 9시, 2시간 뒤"
_PROBLEMS: dict[Fault, str] = {
    "": "",
    "empty": f"Say until when, for example: {_EXAMPLES}.",
    "unknown": f"These words name no time. Write for example: {_EXAMPLES}.",
    "past": "That time has passed already. Name one that is still to come.",
    "far": "That is more than two years away. Name an earlier time.",
}


class SnoozeTime(msgspec.Struct, frozen=True):
    """What was meant.

    Attributes:
        until: ms UTC; 0 with no fault: until the customer writes, however long that takes.
        on_reply: it also ends as soon as the customer writes.
        fault: why the words can't be used, "" if they can.
    """

    until: int = 0
    on_reply: bool = True
    fault: Fault = ""

    @property
    def problem(self) -> str:
        """The fault as one English sentence with examples; "" without one."""
        return _PROBLEMS[self.fault]


class _Unclear(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


def parse_snooze(text: str, now_ms: int, zone: tzinfo | None = None) -> SnoozeTime:
    """Understand words such as “tomorrow 9”. `zone`: the person's; None is this computer's."""
    if len(text) > LONGEST:
        return SnoozeTime(fault="unknown")
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .,!")
    if not words:
        return SnoozeTime(fault="empty")
    rest, replies = REPLY.subn(" ", words, count=1)
    rest = " ".join(rest.split())
    if replies and not rest:
        return SnoozeTime()
    try:
        until = _Reading(rest, now_ms, zone).until()
    except _Unclear as unclear:
        return SnoozeTime(fault=unclear.fault)
    if until <= now_ms:
        return SnoozeTime(fault="past")
    if until > now_ms + FURTHEST // timedelta(milliseconds=1):
        return SnoozeTime(fault="far")
    return SnoozeTime(until=until)


class _Reading:
    """One text being read from its start; days and times are naive, on the person's wall."""

    def __init__(self, text: str, now_ms: int, zone: tzinfo | None) -> None:
        self._rest = text
        self._now_ms = now_ms
        self._zone = zone
        self._now = datetime.fromtimestamp(now_ms / 1000, zone).replace(tzinfo=None)
        self._time: time | None = None
        self._late = False  # an hour 24: midnight at the end of the day
        self._day: date | None = None
        self._again = timedelta()  # what brings a day that is over to the next such
        self._spans = self._months = self._clock_ms = 0
        self._ahead = timedelta()
        self._part = ""  # of the day, said with its name: “tonight”
        self._take = {
            "named": self._take_named,
            "weekday": self._take_weekday,
            "weekend": self._take_weekend,
            "week": self._take_week,
            "month": self._take_month,
            "date": self._take_date,
            "day": self._take_day,
        }

    def until(self) -> int:
        """The time meant, ms UTC. Raises _Unclear."""
        if LATER.fullmatch(self._rest):
            return self._now_ms + 3 * _HOUR_MS
        spanned = self._read_span()
        while self._rest:
            before = len(self._rest)
            self._rest = (
                FILLER.sub("", self._rest, count=1) if FILLER.match(self._rest) else self._rest
            )
            if not (self._read_day() or self._read_time()) or len(self._rest) == before:
                raise _Unclear("unknown")
        if spanned:
            return self._after()
        if self._day is None and self._time is None:
            raise _Unclear("unknown")
        return self._at()

    # --- So long from now --------------------------------------------------------------------

    def _read_span(self) -> bool:
        """Whether the text begins with so long from now; then that is taken from it."""
        said = FROM_NOW.match(self._rest)
        at = said.end() if said else 0
        days_of_month = False
        while match := SPAN.match(self._rest, at):
            days_of_month = days_of_month or match["unit"] == "일"
            self._add(match)
            at = match.end()
        afterwards = AFTERWARDS.match(self._rest, at)
        if not self._spans or (days_of_month and not afterwards):
            self._spans = self._months = 0
            self._ahead, self._clock_ms = timedelta(), 0
            return False
        self._rest = self._rest[afterwards.end() if afterwards else at :]
        return True

    def _add(self, match: re.Match[str]) -> None:
        self._spans += 1
        if match["named"]:
            self._ahead += timedelta(days=DAY_COUNTS[match["named"]])
            return
        count = COUNTS.get(match["count"]) or float(match["count"])
        count += 0.5 if match["half"] else 0
        if match["unit"] in MONTHS:
            self._months += round(count)
            return
        size = UNITS[match["unit"]]
        if size >= timedelta(days=1):
            self._ahead += timedelta(days=round(count * size.days))
        else:
            self._clock_ms += round(count * size.total_seconds() * 1000)

    def _after(self) -> int:
        days = bool(self._ahead or self._months)
        if self._day is not None or (self._time is not None and (self._clock_ms or not days)):
            raise _Unclear("unknown")  # “in 2 hours at 9”
        if not days:
            return self._now_ms + self._clock_ms
        try:
            wall = _months_on(self._now + self._ahead, self._months)
            if self._time is not None:
                wall = datetime.combine(wall.date(), self._time) + timedelta(days=self._late)
        except (OverflowError, ValueError) as error:
            raise _Unclear("far") from error
        return self._ms(wall) + self._clock_ms

    # --- A day, a time -----------------------------------------------------------------------

    def _at(self) -> int:
        at = self._time
        if at is None and self._part:
            at = time(*PARTS[self._part])
        elif at is None:
            at = time(18) if self._day == self._now.date() else MORNING
        day = self._day if self._day is not None else self._now.date()
        wall = datetime.combine(day, at) + timedelta(days=self._late)
        if wall <= self._now:
            if self._day is None:
                wall += timedelta(days=1)
            else:
                wall += self._again
        return self._ms(wall)

    def _ms(self, wall: datetime) -> int:
        try:
            placed = wall if self._zone is None else wall.replace(tzinfo=self._zone)
            return round(placed.timestamp() * 1000)
        except (OverflowError, OSError, ValueError) as error:
            raise _Unclear("far") from error

    def _read_day(self) -> bool:
        if self._day is not None:
            return False
        for pattern, kind in DAYS:
            match = pattern.match(self._rest)
            if match is None:
                continue
            self._rest = self._rest[match.end() :]
            try:
                self._take[kind](match.groupdict())
            except (ValueError, OverflowError) as error:
                raise _Unclear("unknown") from error  # a 31st of February
            return True
        return False

    def _take_named(self, found: dict[str, str | None]) -> None:
        days, part = NAMED_DAYS[found["named"] or ""]
        self._day = self._now.date() + timedelta(days=days)
        self._part = part

    def _take_weekday(self, found: dict[str, str | None]) -> None:
        wanted = WEEKDAYS[found["weekday"] or ""]
        today = self._now.date()
        monday = today - timedelta(days=today.weekday())
        which = found["which"]
        if which is None:
            ahead = (wanted - today.weekday()) % 7 or 7
            self._day = today + timedelta(days=ahead)
        else:
            this = which.startswith(("this", "이번", "금주"))
            weeks = 0 if this else 2 if which.startswith("다다음") else 1
            self._day = monday + timedelta(weeks=weeks, days=wanted)

    def _take_weekend(self, found: dict[str, str | None]) -> None:
        today = self._now.date()
        saturday = today + timedelta(days=(5 - today.weekday()) % 7)
        if today.weekday() == 6:
            saturday = today - timedelta(days=1)
        if (found["which"] or "").startswith(("next", "다음")):
            saturday += timedelta(weeks=1)
        self._day = saturday
        self._again = timedelta(weeks=1)

    def _take_week(self, found: dict[str, str | None]) -> None:
        today = self._now.date()
        weeks = 2 if (found["which"] or "").startswith("다다음") else 1
        self._day = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)

    def _take_month(self, found: dict[str, str | None]) -> None:
        today = self._now.date()
        year, month = (today.year, today.month + 1) if today.month < 12 else (today.year + 1, 1)
        self._day = date(year, month, int(found["day"] or 1))

    def _take_date(self, found: dict[str, str | None]) -> None:
        today = self._now.date()
        name = found.get("name")
        month = MONTH_NAMES[name[:3]] if name else int(found["month"] or 0)
        day = int(found["day"] or 0)
        if found["year"]:
            self._day = date(int(found["year"]), month, day)
            return
        self._day = date(today.year, month, day) if (month, day) != (2, 29) else _leap_day(today)
        if self._day < today:
            self._day = self._day.replace(year=today.year + 1)

    def _take_day(self, found: dict[str, str | None]) -> None:
        today, day = self._now.date(), int(found["day"] or 0)
        if day <= today.day:
            today = today.replace(day=1) + timedelta(days=32)
        self._day = today.replace(day=day)

    def _read_time(self) -> bool:
        match = CLOCK.match(self._rest)
        if match is None or self._time is not None:
            return False
        self._rest = self._rest[match.end() :]
        if match["alone"]:
            self._set_time(PARTS[match["alone"]])
            return True
        part = AFTER.get(match["before"] or match["after"] or "", self._part)
        hour = int(match["hour"])
        minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
        if part:
            hour = _in_part(hour, part)
        elif 1 <= hour <= 6 and not match["hour"].startswith("0"):
            hour += 12
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            raise _Unclear("unknown")
        self._set_time((hour, minute))
        return True

    def _set_time(self, at: tuple[int, int]) -> None:
        hour, minute = at
        self._late = hour == 24
        self._time = time(hour % 24, minute)


def _in_part(hour: int, part: str) -> int:
    """The hour of the day that “9 pm” or “저녁 7시” is."""
    if hour > 12:
        return hour
    if part in ("am", "a.m.", "오전", "새벽", "아침", "morning"):
        return hour % 12
    if part in ("밤", "night") and (hour == 12 or hour <= 4):
        return 24 if hour == 12 else hour
    if part in ("낮", "점심", "noon", "lunch") and hour in (10, 11):
        return hour
    return hour % 12 + 12


def _months_on(wall: datetime, months: int) -> datetime:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(wall.year * 12 + wall.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return wall.replace(year=year, month=month + 1, day=min(wall.day, last))


def _leap_day(today: date) -> date:
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, 2, 29)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError("no leap day within reach")
