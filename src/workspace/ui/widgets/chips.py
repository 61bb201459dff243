"""Chips: short facts on a coloured ground, painted in lists or as buttons."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workspace.ui.widgets.painted import Colours, paint_glyph

Tone = Literal["quiet", "accent", "good", "warn", "bad", "note"]

CHIP_PAD = 7.0
CHIP_HEIGHT = 20.0

_GROUND = {
    "quiet": "inbound",
    "accent": "accent_soft",
    "good": "good_soft",
    "warn": "warn_soft",
    "bad": "bad_soft",
    "note": "note",
}
_INK = {
    "quiet": "text_quiet",
    "accent": "accent",
    "good": "good",
    "warn": "warn",
    "bad": "bad",
    "note": "note_text",
}


def chip_height(theme: Colours) -> float:
    """Height of a chip in the theme's small font."""
    return max(CHIP_HEIGHT, QFontMetricsF(theme.font("small")).height() + 4)


def chip_width(text: str, theme: Colours, strong: bool = False) -> float:
    """Width that `text` needs as a chip."""
    advance = QFontMetricsF(theme.font("small", strong)).horizontalAdvance(text)
    return float(advance) + 2 * CHIP_PAD


def paint_chip(
    painter: QPainter,
    x: float,
    y: float,
    text: str,
    tone: Tone,
    theme: Colours,
    *,
    max_width: float = 1e6,
    strong: bool = False,
    chosen: bool = False,
) -> QRectF:
    """Paint a chip with its top left corner at (x, y), elided to `max_width`; its rectangle.

    `chosen`: it lies on the ground of a chosen row, which an accent chip must not melt into.
    """
    width = min(chip_width(text, theme, strong), max_width)
    rect = QRectF(x, y, width, chip_height(theme))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = "panel" if chosen and tone == "accent" else _GROUND[tone]
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(rect, 5, 5)
    font = theme.font("small", strong)
    painter.setFont(font)
    painter.setPen(theme.color(_INK[tone]))
    shown = QFontMetricsF(font).elidedText(
        text, Qt.TextElideMode.ElideRight, width - 2 * CHIP_PAD + 0.5
    )
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
    return rect


class ChipButton(QAbstractButton):
    """A chip that can be pressed: by mouse, Space and Enter; its focus is drawn as a ring.

    `text()` is painted as plain text. `menu_mark` draws the small arrow of a menu, `close_mark`
    a cross (the whole chip is then the button of removal).
    """

    def __init__(
        self,
        theme: Colours,
        text: str = "",
        tone: Tone = "quiet",
        *,
        menu_mark: bool = False,
        close_mark: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: Tone = tone
        self._menu_mark = menu_mark
        self._close_mark = close_mark
        self._max_width = 180
        self._is_wanted = True
        self._is_folded = False
        self._is_put = False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Change the colours."""
        self._tone = tone
        self.update()

    def set_close_mark(self, shown: bool) -> None:
        """With or without the cross of removal."""
        if shown != self._close_mark:
            self._close_mark = shown
            self.updateGeometry()

    def set_chip_text(self, text: str) -> None:
        """Change the words and the width."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    @property
    def is_wanted(self) -> bool:
        """It shows, or would if it were not folded away."""
        return self._is_wanted

    def setVisible(self, visible: bool) -> None:
        self._is_wanted = visible
        self._put()

    def set_folded(self, folded: bool) -> None:
        """Away while there is no room for it, whoever shows it meanwhile."""
        if folded != self._is_folded:
            self._is_folded = folded
            self._put()

    def _put(self) -> None:
        """Shown or not. Showing it can fold it at once: Qt would take it for hidden and visible."""
        if self._is_put:
            return  # the one that is at it looks again
        self._is_put, shown = True, None
        while shown != (now := self._is_wanted and not self._is_folded):
            super().setVisible(now)
            shown = now
        self._is_put = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()  # another theme or size of text

    def sizeHint(self) -> QSize:
        mark = 13 if self._menu_mark or self._close_mark else 0
        width = chip_width(self.text(), self._theme) + mark
        return QSize(int(min(width, self._max_width)) + 2, int(chip_height(self._theme)) + 2)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 48), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = theme.color(_GROUND[self._tone])
        ink = theme.color(_INK[self._tone] if self.isEnabled() else "text_faint")
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isDown():
            painter.setPen(QPen(ink, 1))  # a darker ground would be too dark for the words
        elif self.underMouse() and self.isEnabled():
            painter.setPen(QPen(theme.color("line"), 1))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 5, 5)
        mark = 13 if self._menu_mark or self._close_mark else 0
        font = theme.font("small")
        painter.setFont(font)
        painter.setPen(ink)
        inner = rect.adjusted(CHIP_PAD - 1, 0, -(CHIP_PAD - 2) - mark, 0)
        shown = QFontMetricsF(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inner.width() + 0.5
        )
        alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, alignment, shown)
        middle = QPointF(rect.right() - CHIP_PAD - 3, rect.center().y())
        if self._menu_mark and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawPolygon(
                [
                    middle + QPointF(-3.4, -1.6),
                    middle + QPointF(3.4, -1.6),
                    middle + QPointF(0, 2.4),
                ]
            )
        elif self._close_mark:
            cross = QRectF(middle.x() - 5, middle.y() - 5, 10, 10)
            paint_glyph(painter, cross, "cross", ink)
        painter.end()
