"""Texts: catalogues that are whole, plurals, particles, ages; foreign text stays foreign."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tools import catalogues
from workspace.domain.korean import josa
from workspace.ui import i18n, words
from workspace.ui.i18n import t


@pytest.fixture
def app(any_language: QApplication) -> QCoreApplication:
    return any_language


def test_catalogues_are_whole_and_compiled() -> None:
    faults = catalogues.faults(catalogues.all_texts())
    assert not faults, "\n".join([*faults, "run: python tools/catalogues.py"])


def test_korean_keeps_every_placeholder() -> None:
    known = catalogues.read_catalogue(catalogues.CATALOGUES / "workspace_ko.ts")
    placeholders = re.compile(r"\{\w+\}|%n")
    for (context, source), forms in known.items():
        for form in forms:
            assert set(placeholders.findall(form)) == set(placeholders.findall(source)), (
                context,
                source,
            )


def test_plural_forms(app: QCoreApplication) -> None:
    i18n.install(app, "en")
    assert t("TicketList", "%n tickets", 1) == "1 ticket"
    assert t("TicketList", "%n tickets", 2) == "2 tickets"
    i18n.install(app, "ko")
    assert "2" in t("TicketList", "%n tickets", 2)
    assert t("TicketList", "%n tickets", 2) != "2 tickets"


def test_values_are_put_in_once_and_never_looked_at_again(app: QCoreApplication) -> None:
    text = t("Test", "{name} wrote to {other}", name="{other} %n", other="Ada")
    assert text == "{other} %n wrote to Ada"
    assert t("Test", "{unknown}") == "{unknown}"


def test_particles_follow_the_value(app: QCoreApplication) -> None:
    assert t("Test", "{name}[을/를] 열까요?", name="김민지") == "김민지를 열까요?"
    assert t("Test", "{name}[을/를] 열까요?", name="이서준") == "이서준을 열까요?"
    assert t("Test", "“{name}”[이/가] 없습니다.", name="가게") == "“가게”가 없습니다."
    assert t("Test", "[{name}][은/는] 표가 아닙니다", name="set") == "[set]는 표가 아닙니다"


@pytest.mark.parametrize(
    ("word", "pair", "right"),
    [
        ("사과", "이/가", "가"),
        ("책", "이/가", "이"),
        ("서울", "으로/로", "로"),
        ("부산", "으로/로", "으로"),
        ("제주", "으로/로", "로"),
        ("물", "은/는", "은"),
        ("order 3", "을/를", "을"),
        ("order 2", "을/를", "를"),
        ("7", "으로/로", "로"),
        ("Gmail", "으로/로", "로"),
        ("Kim", "과/와", "과"),
        ("Ada", "과/와", "와"),
        ("“책”", "이/가", "이"),
        ("(사과)", "이/가", "가"),
        ("", "이/가", "가"),
        ("…", "이/가", "가"),
    ],
)
def test_josa(word: str, pair: str, right: str) -> None:
    assert josa(word, pair) == right


def test_system_language_chooses_the_catalogue() -> None:
    assert i18n.choose("ko") == "ko"
    assert i18n.choose("en") == "en"
    assert i18n.choose("") in ("en", "ko")


@pytest.mark.parametrize(
    ("past_ms", "said"),
    [(0, "now"), (59_000, "now"), (5 * 60_000, "5 min"), (3 * 3_600_000, "3 h")],
)
def test_ages(app: QCoreApplication, past_ms: int, said: str) -> None:
    i18n.install(app, "en")
    now = 1_795_000_000_000
    assert words.age(now, now - past_ms) == said


def test_old_ages_are_dates_with_the_year_where_it_differs(app: QCoreApplication) -> None:
    i18n.install(app, "en")
    now = 1_795_000_000_000
    assert words.age(now, now - 30 * 3_600_000) in (
        "yesterday",
        words.age(now, now - 31 * 3_600_000),
    )
    assert re.fullmatch(r"\d{1,2} \w{3}", words.age(now, now - 20 * 86_400_000))
    assert re.fullmatch(r"\d{1,2} \w{3} \d{4}", words.age(now, now - 700 * 86_400_000))


def test_one_line_takes_out_what_could_deceive() -> None:
    assert words.one_line("a\nb\tc\r\n") == "a b c"
    assert words.one_line("\u202egnp.exe\u2066\x00\x1b") == "gnp.exe"
    assert words.one_line("가나다 👟") == "가나다 👟"


def test_a_name_from_right_to_left_leaves_what_stands_beside_it_in_place() -> None:
    assert words.isolated("Ada Miller") == "Ada Miller"
    assert words.isolated("김민지") == "김민지"
    assert words.isolated("יעל") == "\u2068יעל\u2069"


def test_a_priority_of_the_desk_has_a_word_others_keep_theirs(app: QCoreApplication) -> None:
    i18n.install(app, "ko")
    assert [words.priority_word(w) for w in ("high", "URGENT", "p2")] == ["높음", "긴급", "P2"]


def test_sizes_in_words(app: QCoreApplication) -> None:
    i18n.install(app, "en")
    assert words.size_word(-1) == ""
    assert words.size_word(412_000) == "412 kB"
    assert words.size_word(2_500_000) == "2.5 MB"
