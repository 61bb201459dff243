"""The rail at the window's edge: the places that exist, and how many tickets wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from workspace.ui.i18n import t
from workspace.ui.keymap import word_of
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.widgets.rail_glyphs import RailGlyph, paint_rail_glyph


class RailButton(QAbstractButton):
    """A picture with a name; `count` shows as a badge and is spoken."""

    def __init__(self, theme: Theme, glyph: RailGlyph, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._glyph: RailGlyph = glyph
        self._name = name
        self._count = 0
        self._bad = False
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = ""
        self._keys = ""
        self.set_count(0, "")

    def set_count(self, count: int, words: str, *, bad: bool = False) -> None:
        """A badge with this number (none for 0); `words` say it to the screen reader."""
        self._count, self._bad, self._words = count, bad, words
        self._say()
        self.update()

    def set_keys(self, keys: str) -> None:
        """The key that does the same, for the tooltip and the screen reader; "" for none."""
        self._keys = keys
        self._say()

    def _say(self) -> None:
        name = f"{self._name}, {self._words}" if self._words else self._name
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._keys)
        self.setToolTip(plain_tooltip(f"{name} ({self._keys})" if self._keys else name))

    def sizeHint(self) -> QSize:
        side = self._theme.px(36)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            ground = theme.color("rail_text")
            ground.setAlpha(60 if self.chosen else 35)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, theme.px(8), theme.px(8))
            ground.setAlpha(255)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("rail_text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, theme.px(8), theme.px(8))
        side = theme.px(20)
        glyph = QRectF(0, 0, side, side)
        glyph.moveCenter(area.center())
        ink = theme.color("on_rail") if self.chosen else theme.color("rail_text")
        paint_rail_glyph(painter, glyph, self._glyph, ink)
        if self._count:
            self._badge(painter, area)
        painter.end()

    def _badge(self, painter: QPainter, area: QRectF) -> None:
        theme = self._theme
        text = str(self._count) if self._count < 100 else "99+"
        font = theme.font("small", strong=True)
        font.setPixelSize(max(8, round(font.pixelSize() * 0.82)))
        painter.setFont(font)
        width = max(painter.fontMetrics().horizontalAdvance(text) + theme.px(8), theme.px(16))
        badge = QRectF(area.right() - width + 1, area.top() - 1, width, theme.px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("badge_bad" if self._bad else "badge"))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(theme.color("on_channel"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """Buttons above, buttons below; looks the same in light and dark."""

    def __init__(self, theme: Theme, settings: OwnSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._by_action: dict[str, RailButton] = {}
        self.setAccessibleName(t("Window", "Places"))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(6))
        self._column.addStretch(1)
        self._above = 0
        self.measure()
        theme.changed.connect(self.measure)
        settings.changed.connect(self._say_keys)

    def measure(self) -> None:
        """Take width and margins anew."""
        self.setFixedWidth(self._theme.size("rail_px"))
        self._column.setContentsMargins(*([self._theme.px(8)] * 4))
        self.update()

    def add(
        self,
        glyph: RailGlyph,
        name: str,
        on_press: Callable[[], None],
        *,
        below: bool = False,
        keys: str = "",
    ) -> RailButton:
        """A button; `keys` is the action that does the same. GUI thread only."""
        button = RailButton(self._theme, glyph, name)
        button.setObjectName(f"rail_{glyph}")
        button.clicked.connect(lambda: on_press())
        if keys:
            self._by_action[keys] = button
            button.set_keys(word_of(keys, self._settings.value))
        if below:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._column.insertWidget(self._above, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._above += 1
        return button

    def _say_keys(self) -> None:
        for action_id, button in self._by_action.items():
            button.set_keys(word_of(action_id, self._settings.value))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("rail"))
        painter.end()
