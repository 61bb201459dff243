"""Qt asks for nothing but inline images of the message when it renders what comes out."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.sanitise.corpus import bodies
from workspace.sanitise import sanitise


class Watched(QTextDocument):
    """Notes what rendering asks for. A null image keeps Qt from trying the name as a file."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        self.asked.append(name.toString() if isinstance(name, QUrl) else name)
        return QImage()


def test_only_inline_images_are_asked_for(qapp: QApplication) -> None:
    asked = []
    for body in [*bodies(), '<img src="cid:logo@mail" width="10">']:
        document = Watched()
        document.setHtml(sanitise(body).html)
        document.setTextWidth(500)
        document.size()
        asked += document.asked
    assert asked, "Even the inline image was not asked for: the watch is blind."
    assert {name.partition(":")[0] for name in asked} == {"cid"}


def test_the_watch_sees_what_is_not_sanitised(qapp: QApplication) -> None:
    document = Watched()
    document.setHtml('<img src="file:///etc/hostname"><p style="background:url(x.png)">x</p>')
    document.setTextWidth(500)
    document.size()
    assert "file:///etc/hostname" in document.asked
