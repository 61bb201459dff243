"""The words of `domain.snooze`: days, parts of the day, counts and units, English and Korean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

PARTS = {
    "morning": (9, 0),
    "noon": (12, 0),
    "midday": (12, 0),
    "lunch": (12, 0),
    "afternoon": (14, 0),
    "evening": (18, 0),
    "end of day": (18, 0),
    "eod": (18, 0),
    "night": (20, 0),
    "midnight": (24, 0),
    "아침": (9, 0),
    "오전": (9, 0),
    "정오": (12, 0),
    "점심": (12, 0),
    "낮": (12, 0),
    "오후": (14, 0),
    "저녁": (18, 0),
    "밤": (20, 0),
    "새벽": (6, 0),
    "자정": (24, 0),
}
"""(hour, minute) that a part of the day alone stands for; hour 24 is the end of the day."""

NAMED_DAYS = {
    "day after tomorrow": (2, ""),
    "tomorrow": (1, ""),
    "tmrw": (1, ""),
    "tmr": (1, ""),
    "today": (0, ""),
    "tonight": (0, "night"),
    "내일모레": (2, ""),
    "모레": (2, ""),
    "글피": (3, ""),
    "내일": (1, ""),
    "낼": (1, ""),
    "오늘": (0, ""),
}
"""Days from today, and the part of the day that is said with it."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon", "월요일", "월욜"),
            ("tuesday", "tues", "tue", "화요일", "화욜"),
            ("wednesday", "wed", "수요일", "수욜"),
            ("thursday", "thurs", "thu", "목요일", "목욜"),
            ("friday", "fri", "금요일", "금욜"),
            ("saturday", "sat", "토요일", "토욜"),
            ("sunday", "sun", "일요일", "일욜"),
        )
    )
    for name in names
}

_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = {name: number for number, name in enumerate(_SHORT, 1)}
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)

COUNTS = {
    "half an": 0.5,
    "half a": 0.5,
    "a couple of": 2,
    "a few": 3,
    "an": 1,
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "ten": 10,
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "열": 10,
}

DAY_COUNTS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "일주일": 7,
    "열흘": 10,
    "보름": 15,
}
"""Korean words for so many days."""

UNITS = {
    unit: size
    for size, units in (
        (timedelta(minutes=1), "minutes minute mins min m 분"),
        (timedelta(hours=1), "hours hour hrs hr h 시간"),
        (timedelta(days=1), "days day d 일"),
        (timedelta(weeks=1), "weeks week wks wk w 주일 주"),
    )
    for unit in units.split()
}
MONTHS = ("months", "month", "개월", "달")


def _either(words: Iterable[str]) -> str:
    """A pattern for any of these, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_END = r"(?:에는|에|까지|쯤|경)*(?=\s|$|,)"

FILLER = re.compile(r"(?:until|till|by|on|at|and|,)\s+|,\s*")
"""What may stand before a day or a time and says nothing of its own."""

FROM_NOW = re.compile(r"(?:in|for)\s+")

SPAN = re.compile(
    rf"(?:and\s+)?(?:(?P<count>{_either(COUNTS)}|\d{{1,4}}(?:\.\d)?)\s*"
    rf"(?P<unit>{_either([*UNITS, *MONTHS])})(?P<half>\s*반|\s+and a half)?"
    rf"|(?P<named>{_either(DAY_COUNTS)}))(?![a-z:])(?=[\s\d뒤후동이있]|$)\s*"
)

AFTERWARDS = re.compile(rf"(?:from now|later|뒤|후|있다가?|이따가?|동안){_END}\s*")
"""What makes a span one from now on; “3일” alone is a day of the month."""

LATER = re.compile(r"later(?: today)?|나중에?|이따가?|잠시 [뒤후]에?|조금 [뒤후]에?")

_OR = r"(?:,?\s*(?:\bor\b|또는|혹은|이나)\s*)?"
REPLY = re.compile(
    _OR + r"(?:(?:\b(?:until|till|when|once|on)\s+)?(?:(?:the|a|any|they|customer|he|she)\s+)*"
    r"\b(?:replies|reply|replied|answers?|responds?|response|writes?(?:\s+back)?)\b"
    r"|(?:고객(?:님)?(?:이|의)?\s*)?(?:답장|답변|회신|응답)(?:이|을)?\s*"
    r"(?:올\s*때|오면|받을\s*때|받으면|할\s*때|하면)?(?:까지)?)" + _OR
)

_BEFORE: tuple[str, ...] = ("오전", "오후", "아침", "저녁", "밤", "새벽", "낮", "점심", "am", "pm")
_BEFORE += ("morning", "afternoon", "evening", "night")
_AFTER = {
    "am": "am",
    "a.m": "am",
    "pm": "pm",
    "p.m": "pm",
    "in the morning": "morning",
    "in the afternoon": "afternoon",
    "in the evening": "evening",
    "at night": "night",
}
AFTER = {**{word: word for word in _BEFORE}, **_AFTER}
"""A word beside an hour, and the part of the day it names."""

CLOCK = re.compile(
    rf"(?:(?:(?P<before>{_either(_BEFORE)})\s*(?:at\s+)?)?(?P<hour>\d{{1,2}})"
    r"(?:\s*시(?:\s*(?P<minutes>\d{1,2})\s*분|\s*(?P<half>반))?|:(?P<minute>\d{2}))?"
    rf"(?:\s*(?P<after>{_either(_AFTER)})\.?)?(?:\s*o'clock)?"
    rf"|(?:in the |this )?(?P<alone>{_either(PARTS)})){_END}\s*"
)

DAYS = tuple(
    (re.compile(pattern + r"(?![a-z])(?:에는|에|까지)?,?\s*"), kind)
    for pattern, kind in (
        (
            r"(?:(?P<which>next|this|다다음\s*주|다음\s*주|담주|차주|이번\s*주|금주)\s*)?"
            rf"(?P<weekday>{_either(WEEKDAYS)})",
            "weekday",
        ),
        (r"(?:(?P<which>next|this|the|다음\s*주?|이번\s*주?)\s*)?(?:weekend|주말)", "weekend"),
        (r"(?P<which>next week|다다음\s*주|다음\s*주|담주|차주)", "week"),
        (r"(?:next month|다음\s*달|담달)(?:\s*(?P<day>\d{1,2})일)?", "month"),
        (rf"(?P<named>{_either(NAMED_DAYS)})", "named"),
        (r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)", "date"),
        (r"(?:(?P<year>\d{4})년\s*)?(?P<month>\d{1,2})월\s*(?P<day>\d{1,2})일", "date"),
        (
            rf"(?P<name>{_MONTHS})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
            r"(?:,?\s+(?P<year>\d{4}))?(?!\d)",
            "date",
        ),
        (
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{_MONTHS})\b"
            r"(?:\s+(?P<year>\d{4})(?!\d))?",
            "date",
        ),
        (r"(?P<day>\d{1,2})일", "day"),
    )
)
"""Patterns of days and the kind of each, the more particular ones first."""
