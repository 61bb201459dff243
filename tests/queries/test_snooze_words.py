"""Words for a time mean what a person at that wall clock means by them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import ROOT
from workspace.domain.snooze import FURTHEST, PRESETS, PRESETS_KO, SnoozeTime, parse_snooze
from workspace.domain.snooze_words import DAY_COUNTS, WEEKDAYS

SEOUL = ZoneInfo("Asia/Seoul")
SATURDAY = datetime(2026, 11, 21, 14, 30, tzinfo=SEOUL)
HOUR = 3_600_000

zones = st.sampled_from(["Asia/Seoul", "UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata"])
moments = st.integers(1_700_000_000_000, 1_950_000_000_000)


def read(words: str, now: datetime = SATURDAY) -> str:
    zone = now.tzinfo
    found = parse_snooze(words, int(now.timestamp() * 1000), zone)
    if found.fault:
        return found.fault
    if not found.until:
        return "reply"
    return datetime.fromtimestamp(found.until / 1000, zone).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("tomorrow 9", "내일 오전 9시", "9am tomorrow", "until tomorrow"), "2026-11-22 09:00"),
        (("tomorrow 3:30", "내일오후3시30분", "tomorrow afternoon at 3:30"), "2026-11-22 15:30"),
        (("monday", "월요일", "next week", "다음 주", "on monday at 9"), "2026-11-23 09:00"),
        (("다음 주 수요일 오후 2시", "next wednesday 14:00"), "2026-11-25 14:00"),
        (("in 2 hours", "2h", "2시간 뒤", "두 시간 후에", "2 hours later"), "2026-11-21 16:30"),
        (("1 hour 30 minutes", "1시간 반 뒤", "1.5 hours", "90m"), "2026-11-21 16:00"),
        (("tonight 11", "밤 11시", "오늘 밤 11시", "23:00"), "2026-11-21 23:00"),
        (("midnight", "자정", "밤 12시", "today 24:00"), "2026-11-22 00:00"),
        (("in 3 days at 9", "사흘 뒤 오전 9시", "3일 뒤 9시"), "2026-11-24 09:00"),
        (("3일", "12월 3일", "dec 3", "3rd of december", "2026-12-03"), "2026-12-03 09:00"),
        (("next month", "다음 달", "dec 1"), "2026-12-01 09:00"),
        (("a month later", "한 달 뒤"), "2026-12-21 14:30"),
        (("in a week", "일주일 뒤", "7 days from now"), "2026-11-28 14:30"),
        (("friday noon", "금요일 정오", "금요일 낮 12시"), "2026-11-27 12:00"),
        (("9", "오전 9시"), "2026-11-22 09:00"),  # that hour is over today
        (("jan 5", "1월 5일"), "2027-01-05 09:00"),  # and so is that day this year
        (("feb 29",), "2028-02-29 09:00"),
        (("until reply", "until they reply", "답장 올 때까지", "회신이 오면"), "reply"),
        (("until reply or tomorrow 9", "내일 9시 또는 답장 올 때까지"), "2026-11-22 09:00"),
        (("this friday", "이번 주 금요일", "2020-01-01", "오늘 오전 9시"), "past"),
        (("in 9999 weeks", "2031-01-01"), "far"),
        (("", "  "), "empty"),
        (
            ("soon", "in 5", "in 2 hours at 9", "feb 30", "tomorrow 25:00", "monday monday"),
            "unknown",
        ),
        (("replying-all", "12/1", "다음", "9시 9시"), "unknown"),  # nor is 12/1 guessed at
    ],
)
def test_words(words: tuple[str, ...], meant: str) -> None:
    assert {each: read(each) for each in words} == dict.fromkeys(words, meant)


def test_a_refusal_shows_what_can_be_written() -> None:
    refused = parse_snooze("sometime", 0)
    assert "tomorrow 9" in refused.problem
    assert "내일" in refused.problem
    assert SnoozeTime(until=1).problem == ""


@given(moments, zones)
def test_presets_are_understood_at_any_moment(now_ms: int, zone: str) -> None:
    for words in PRESETS + PRESETS_KO:
        assert not parse_snooze(words, now_ms, ZoneInfo(zone)).fault


_WORDS = "in next until or reply 답장 오후 시 분 반 pm 9 31 2월 월 일 뒤 9999 12:30 주 a feb"
_fragments = st.sampled_from((*WEEKDAYS, *DAY_COUNTS, *_WORDS.split()))


@given(
    st.one_of(st.text(max_size=40), st.lists(_fragments, max_size=7).map(" ".join)), moments, zones
)
def test_any_text_is_a_time_to_come_or_refused(text: str, now_ms: int, zone: str) -> None:
    found = parse_snooze(text, now_ms, ZoneInfo(zone))
    if found.fault or not found.until:
        assert found.until == 0
        assert bool(found.problem) == bool(found.fault)
    else:
        assert now_ms < found.until <= now_ms + FURTHEST // timedelta(milliseconds=1)


@given(st.integers(1, 17000), moments, zones)
def test_hours_are_hours_whatever_the_clocks_do(hours: int, now_ms: int, zone: str) -> None:
    hours %= 9999
    for words in (f"in {hours} hours", f"{hours}시간 뒤"):
        found = parse_snooze(words, now_ms, ZoneInfo(zone))
        assert found.fault or found.until == now_ms + hours * HOUR


@given(moments, zones, st.integers(7, 23))
def test_nine_stays_nine_when_the_clocks_change(now_ms: int, zone: str, hour: int) -> None:
    place = ZoneInfo(zone)
    today = datetime.fromtimestamp(now_ms / 1000, place)
    for words in (f"tomorrow {hour}:00", f"내일 {hour}시"):
        until = parse_snooze(words, now_ms, place).until
        then = datetime.fromtimestamp(until / 1000, place)
        assert (then.hour, then.minute) == (hour, 0)
        assert then.date() == today.date() + timedelta(days=1)


@given(moments, zones, st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_is_the_next_of_its_name(now_ms: int, zone: str, name: str) -> None:
    place = ZoneInfo(zone)
    then = datetime.fromtimestamp(parse_snooze(name, now_ms, place).until / 1000, place)
    today = datetime.fromtimestamp(now_ms / 1000, place)
    assert then.weekday() == WEEKDAYS[name]
    assert 1 <= (then.date() - today.date()).days <= 7


def test_the_words_of_the_manual_are_understood() -> None:
    manual = (ROOT / "docs" / "queues.md").read_text(encoding="utf-8")
    table = manual.split("## Snooze")[1].split("An hour of 1 to 6")[0]
    words = re.findall(r"`([^`]+)`", table.split("|---|---|")[1])
    assert len(words) >= 20
    assert {each: read(each) for each in words if read(each) in ("unknown", "past", "far")} == {}
