"""What ways into rooms are made of: a window, waiting until something shows, closing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from workspace.store.journal import JournalDoor
from workspace.ui.main_window import MainWindow

End = Callable[[], object] | None
Found = TypeVar("Found", bound=QWidget)


class WaysIn:
    """`wait_for(condition, what)` keeps the window alive meanwhile.

    Each method without an underscore opens a room and gives back what ends it, or None where
    closing what came up is enough.
    """

    def __init__(
        self, window: MainWindow, wait_for: Callable[[Callable[[], object], str], None]
    ) -> None:
        self.window = window
        self.ctx = window.ctx
        self._wait_for = wait_for

    def all(self) -> Iterator[tuple[str, Callable[[], End]]]:
        """Each by its name."""
        for kind in reversed(type(self).__mro__):
            for name, method in vars(kind).items():
                if callable(method) and not name.startswith("_") and name != "all":
                    yield name, getattr(self, name)

    def _some_ids(self) -> list[int]:
        rows = [self.window.list.model.row_at(position) for position in range(3)]
        return [row.id for row in rows if row is not None]

    def _corner(self, widget: QWidget) -> QPoint:
        return widget.mapToGlobal(QPoint(20, 60))

    def _popup(self, then: End = None) -> End:
        self._wait_for(QApplication.activePopupWidget, "a menu")
        return then

    def _own_queue(self) -> str:
        keys = self.window.queues.model.own_keys
        if not keys():
            self._write(lambda door: door.add_queue("Urgent", "priority:high", "newest"), [])
            self.ctx.bus.lists_changed.emit()
            self._wait_for(keys, "a queue of one's own")
        return keys()[-1]

    def _write(self, work: Callable[[JournalDoor], Any], into: list[Any]) -> None:
        done: list[object] = []

        def take(found: Any) -> None:
            done.append(True)
            if isinstance(found, list):
                into.extend(found)

        self.ctx.writes.submit(work, done=take)
        self._wait_for(lambda: done, "the journal")

    def _visible(self, kind: type[Found], name: str) -> list[Found]:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        found = [
            widget
            for top in tops
            for widget in (top.findChildren(kind, name) if name else top.findChildren(kind))
        ]
        found += [top for top in tops if isinstance(top, kind) and not name]
        return [widget for widget in found if widget.isVisible()]

    def _until_shown(
        self,
        kind: type[Found],
        name: str = "",
        ready: Callable[[Found], object] = lambda _: True,
    ) -> Found:
        self._wait_for(
            lambda: any(ready(widget) for widget in self._visible(kind, name)),
            name or kind.__name__,
        )
        return self._visible(kind, name)[0]

    def _press(self, name: str) -> None:
        self._until_shown(QPushButton, name).click()

    def _close(self, kind: type[QWidget]) -> None:
        for widget in self._visible(kind, ""):
            widget.close()

    def _close_settings(self) -> None:
        from workspace.ui.settings.settings_page import SettingsPage

        self._close(SettingsPage)

    def _close_status(self) -> None:
        from workspace.ui.sync_status.status_page import StatusPage

        self._close(StatusPage)


def both(first: End, then: End) -> End:
    def over() -> None:
        for end in (then, first):
            if end is not None:
                end()

    return over
