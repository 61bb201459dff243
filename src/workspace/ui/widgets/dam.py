"""A place whose inside may lay itself out anew without the whole window doing so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Dam(QWidget):
    """Holds one widget, as large as itself.

    A layout tells its parent each time that it was laid out, up to the window: a few times for
    each ticket that is shown. Here that ends, unless the least size inside is another.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self._least = QSize()
        inside.setParent(self)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        inside = self._inside
        hint = inside.minimumSizeHint().expandedTo(inside.minimumSize())
        return hint.boundedTo(inside.maximumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inside.resize(self.size())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            least = self.minimumSizeHint()
            if least != self._least:
                self._least = least
                self.updateGeometry()
            return True
        return super().event(event)
