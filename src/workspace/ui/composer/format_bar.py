"""The row of tools above the editor; those that find no room are in the menu at its end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from workspace.ui import keymap
from workspace.ui.composer.tools import Tool, tool_icon, tools
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.widgets.popup_menu import PopupMenu, unable


class FormatBar(QWidget):
    """Signals: `asked` with the action of a tool that was pressed."""

    asked = Signal(str)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._why: dict[str, str] = {}
        self._told: tuple[str, str] | None = None
        self.setAccessibleName(t("Composer", "Tools for writing"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        self.buttons: dict[str, QToolButton] = {}
        for tool in tools():
            self.buttons[tool.action] = button = self._button(tool.action, tool.text)
            button.clicked.connect(lambda _=False, tool=tool: self.asked.emit(tool.action))
            row.addWidget(button)
        self.buttons["preview"].setCheckable(True)
        self.more = self._button("more", t("Composer", "More tools"))
        self.more.clicked.connect(self.open_menu)
        row.addWidget(self.more)
        ctx.theme.changed.connect(self._on_theme)
        ctx.settings.changed.connect(self._tell)
        self._on_theme()
        self._tell()

    def _button(self, action: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "quiet")
        button.setObjectName(f"tool_{action}")
        button.setAccessibleName(name)
        return button

    def allow(self, why_not_rich: str, why_not: str) -> None:
        """Which tools work. `why_not_rich`: this leaves as plain text; `why_not`: nothing works."""
        if (why_not_rich, why_not) == self._told:
            return
        self._told = (why_not_rich, why_not)
        why = {tool.action: why_not or (why_not_rich if tool.rich else "") for tool in tools()}
        self._why = why
        for action, button in self.buttons.items():
            button.setEnabled(not why[action])
            button.setAccessibleDescription(why[action])
        self._tell()

    def why_not(self, action: str) -> str:
        """Why a tool does not work; "" if it does."""
        return self._why.get(action, "")

    def _tell(self) -> None:
        for tool in tools():
            words = " · ".join(filter(None, (_label(tool, self._ctx), self.why_not(tool.action))))
            self.buttons[tool.action].setToolTip(plain_tooltip(words))
        self.more.setToolTip(plain_tooltip(self.more.accessibleName()))

    def _on_theme(self) -> None:
        side = self._ctx.theme.px(16)
        for action, button in (*self.buttons.items(), ("more", self.more)):
            button.setIcon(tool_icon(self._ctx.theme, action))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(self._side(), self._side())
        self._fit()

    def _side(self) -> int:
        return self._ctx.theme.px(26)

    def open_menu(self) -> None:
        """All tools by name, with their keys."""
        menu = PopupMenu(self.accessibleName(), self)
        for tool in tools():
            action = menu.addAction(tool_icon(self._ctx.theme, tool.action), tool.text)
            action.setText(_label(tool, self._ctx, tab=True))
            if why := self.why_not(tool.action):
                unable(action, why)
            action.triggered.connect(lambda _=False, tool=tool: self.asked.emit(tool.action))
        menu.setToolTipsVisible(True)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many as there is room for; the menu only where some are left out."""
        room = self.width() // self._side()
        shown = len(self.buttons) if room >= len(self.buttons) else max(0, room - 1)
        for number, button in enumerate(self.buttons.values()):
            button.setVisible(number < shown)
        self.more.setVisible(shown < len(self.buttons))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side(), self._side())

    def sizeHint(self) -> QSize:
        return QSize(self._side() * len(self.buttons), self._side())


def _label(tool: Tool, ctx: WindowContext, *, tab: bool = False) -> str:
    keys = keymap.word_of(tool.action, ctx.settings.value)
    if not keys:
        return tool.text
    return f"{tool.text}\t{keys}" if tab else f"{tool.text} ({keys})"
