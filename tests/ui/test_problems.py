"""Problems in the window's language: every kind that people meet has words, details stay."""

from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import workspace
from workspace.domain import errors
from workspace.domain.errors import AuthFailed, WorkspaceError
from workspace.ui.problems import LONGEST_DETAIL, error_words, heading, problem_words
from workspace.ui.runtime.notices import Notices
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.notice_bar import NoticeBar

OWN_WORDS = {"usage", "not_found", "cursor_lost", "read_only", "connector", "error", "answer_lost"}
"""Kinds whose own sentence says all, or that no agent meets."""


def kinds() -> set[str]:
    """All kinds that errors of ours have, wherever they are defined."""
    found = set()
    for path in Path(workspace.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if not any(issubclass(_class(base), WorkspaceError) for base in bases):
                continue
            for line in node.body:
                if (
                    isinstance(line, ast.Assign)
                    and isinstance(line.targets[0], ast.Name)
                    and line.targets[0].id == "kind"
                    and isinstance(line.value, ast.Constant)
                ):
                    found.add(str(line.value.value))
    return found


def _class(name: str) -> type:
    found = getattr(errors, name, object)
    return found if isinstance(found, type) else object


def test_every_kind_has_words_in_both_languages(qtbot: QtBot, korean: None) -> None:
    met = kinds() - OWN_WORDS
    assert {"auth_failed", "held", "contract_bug"} <= met
    for kind in sorted(met | {"in_doubt", "paused"}):
        words = heading(kind)
        assert words, kind
        assert any("가" <= sign <= "힣" for sign in words), kind


def test_words_of_the_server_stay_as_detail_and_are_tamed() -> None:
    words, detail = problem_words("rejected", "No <b>such</b>\n\u202equeue.", "Choose another.")
    assert words == heading("rejected")
    assert detail == "No <b>such</b> queue. Choose another."
    assert len(problem_words("rejected", "x" * 5000)[1]) == LONGEST_DETAIL


def test_unknown_kind_is_said_in_its_own_words() -> None:
    assert problem_words("of_another", "The moon is full.", "Wait.") == (
        "The moon is full. Wait.",
        "",
    )
    assert "ZeroDivisionError" in error_words(ZeroDivisionError())[0]


def test_notice_of_an_error_shows_both(qtbot: QtBot, korean: None) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(900, 600)
    place.show()
    notices = Notices()
    bar = NoticeBar(notices, Theme("light"), place)
    notices.error(AuthFailed("The token was refused."))
    card = bar.cards()[0]
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert texts[0].startswith("로그인이 거부")
    assert texts[1].startswith("The token was refused.")
    assert all(text in card.accessibleName() for text in texts)
    notices.error(AuthFailed("The token was refused."))
    assert len(bar.cards()) == 1  # the same is not said twice
