"""The macros' own keys: one shortcut each in a window, unless something else has the key."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from workspace.ui import keymap
from workspace.ui.macros.library import MacroLibrary
from workspace.ui.runtime.context import WindowContext


def keys_of_window(ctx: WindowContext, window: QWidget, library: MacroLibrary) -> MacroKeys:
    """Those of a window; made once for each."""
    found = window.findChild(MacroKeys)
    return found if found is not None else MacroKeys(ctx, window, library)


class MacroKeys(QObject):
    """Made anew when macros or keys change."""

    def __init__(self, ctx: WindowContext, window: QWidget, library: MacroLibrary) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._window = window
        self._library = library
        self.actions: dict[str, QAction] = {}
        library.changed.connect(self._give)
        ctx.settings.changed.connect(self._give)
        self._give()

    def _give(self) -> None:
        for action in self.actions.values():
            self._window.removeAction(action)
            action.deleteLater()
        self.actions = {}
        for macro_id, key in usable_keys(self._ctx, self._library).items():
            action = QAction(macro_id, self)
            action.setObjectName(f"macro_{macro_id}")
            action.setShortcut(QKeySequence(key))
            action.setAutoRepeat(False)
            action.triggered.connect(lambda _=False, macro_id=macro_id: self._press(macro_id))
            self._window.addAction(action)
            self.actions[macro_id] = action

    def _press(self, macro_id: str) -> None:
        """The composer of the pane with the focus takes it, or the one in front."""
        from workspace.ui.macros.room import MacroRoom

        rooms = [one for one in self._window.findChildren(MacroRoom) if one.is_shown]
        focus = QApplication.focusWidget()
        room = next((one for one in rooms if one.is_at(focus)), rooms[0] if rooms else None)
        if room is not None:
            room.apply(macro_id)


def usable_keys(ctx: WindowContext, library: MacroLibrary) -> dict[str, str]:
    """Macro id -> key, without those that an action or an earlier macro has."""
    found: dict[str, str] = {}
    for one in library.files.usable():
        key = keymap.tidy(one.macro.key) if one.macro is not None and one.macro.key else ""
        if (
            key
            and key not in found.values()
            and not keymap.holders(key, "window", ctx.settings.value)
        ):
            found[one.id] = key
    return found
