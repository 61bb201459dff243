"""The row of tabs over the tickets: chosen by mouse or key, closed by its cross or the wheel."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.glyph_button import GlyphButton
from workspace.ui.widgets.glyph_icon import glyph_icon
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.words import one_line

TITLE = 40  # characters; the whole title is the tooltip


class TabStrip(QTabBar):
    """Signals:
    close_asked: index of a tab that is not wanted any more.
    """

    close_asked = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = ctx.theme
        self.setObjectName("ticket_tabs")
        self.setAccessibleName(t("Tabs", "Open tickets"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs never shrink below some words of their title: rather they scroll."""
        hint = self.tabSizeHint(index)
        return QSize(min(hint.width(), self._theme.px(132)), hint.height())

    def say(self, index: int, title: str, *, waits: bool, beside: bool) -> None:
        """Title of a tab; a dot where the ticket waits for us, a sign where it stands beside."""
        title = one_line(title)
        shown = title if len(title) <= TITLE else title[: TITLE - 1] + "…"
        sign = "• " if waits else ""
        self.setTabText(index, f"{sign}{shown}".replace("&", "&&"))
        beside_icon = glyph_icon(self._theme, "split", "text_quiet", 14)
        self.setTabIcon(index, beside_icon if beside else QIcon())
        told = [title]
        if waits:
            told.append(t("Tabs", "waits for us"))
        if beside:
            told.append(t("Tabs", "shown beside"))
        self.setTabToolTip(index, plain_tooltip(", ".join(told)))
        self.setAccessibleTabName(index, ", ".join(told))

    def add_cross(self, index: int) -> None:
        """A cross that closes this tab."""
        cross = GlyphButton(self._theme, "cross", t("Tabs", "Close this tab"), self)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W does it by key
        cross.clicked.connect(lambda: self._on_cross(cross))
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, cross)

    def _on_cross(self, cross: QWidget) -> None:
        for index in range(self.count()):
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide) is cross:
                self.close_asked.emit(index)
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            index = self.tabAt(event.position().toPoint())
            if index > 0:
                self.close_asked.emit(index)
            return
        super().mouseReleaseEvent(event)
