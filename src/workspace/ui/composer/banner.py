"""The banner above the editor that holds a send back: why, what is meant, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel

SHOWN = 3


class Banner(QFrame):
    """A warning with up to three lines of foreign text and buttons; hidden until it is told.

    Signals:
        turned: it came or went.
    """

    turned = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.title = PlainLabel("", self, role="warn")
        self.title.setWordWrap(True)
        self.lines = [ElidedLabel("", self) for _ in range(SHOWN)]
        layout = QVBoxLayout(self)
        pad = ctx.theme.px(8)
        layout.setContentsMargins(pad, pad // 2, pad, pad // 2)
        layout.setSpacing(ctx.theme.px(2))
        layout.addWidget(self.title)
        for line in self.lines:
            layout.addWidget(line)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(ctx.theme.px(6))
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)
        self.hide()

    def add_button(self, text: str, pressed: Callable[[], object], name: str) -> QPushButton:
        """Something that can be done about it."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the editor
        button.clicked.connect(lambda: pressed())
        self._buttons.addWidget(button)
        return button

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Why the send waits, and the first of what is meant."""
        self.title.setText(title)
        self.setAccessibleName(title)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(lines))
            line.set_text(lines[number] if number < len(lines) else "")
        self.show()
        self.turned.emit()

    def dismiss(self) -> None:
        """Sent, switched, or nothing to hold back."""
        if not self.isHidden():
            self.hide()
            self.turned.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ctx.theme.color("warn"), 1))
        painter.setBrush(self._ctx.theme.color("warn_soft"))
        radius = self._ctx.theme.size("radius_px")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
