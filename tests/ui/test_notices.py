"""Notices of several changes stand under each other, each in full."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
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
