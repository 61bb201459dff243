"""Notices of several changes stand under each other, each in full."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workspace.ui.runtime.notices import Notices
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.notice_bar import NoticeBar


def test_each_notice_has_room_for_its_words(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    notices = Notices()
    bar = NoticeBar(notices, Theme("light"), window)
    window.show()
    for number in range(3):
        notices.show("Snoozed until Monday: " + "words " * 12, action="Undo", key=str(number))
    QApplication.processEvents()
    cards = bar.cards()
    assert len(cards) == 3
    for card in cards:
        assert card.height() >= card.minimumSizeHint().height()
        assert bar.rect().contains(card.geometry())


def test_nothing_moves_below_the_pointer_when_news_arrive(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    notices = Notices()
    bar = NoticeBar(notices, Theme("light"), window)
    window.show()
    undone: list[str] = []
    notices.show("Solved: 4", "good", action="Undo", on_action=lambda: undone.append("it"))
    QApplication.processEvents()
    undo = window.findChild(QPushButton, "notice_action")
    assert undo is not None
    place = undo.mapTo(window, undo.rect().center())
    for number in range(5):
        notices.show("Kim: hello", action="Open", on_action=lambda: undone.append("news"))
        QApplication.processEvents()
        assert window.childAt(place) is undo, number
    assert len(bar.cards()) == 3
    undo.click()
    assert undone == ["it"]
