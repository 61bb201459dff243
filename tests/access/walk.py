"""The shipped window on sample data, walked page by page; what is cut off, as JSON lines.

    python -m tests.access.walk BASE --languages en,ko --scales 100,200 --sizes 1024x700 [--wait]

Each stop is one line: `{"stop": …, "language": …, "scale": …, "size": …, "cut": […]}`. With
`--wait` it goes on when a line comes on stdin, so that others can look at the window meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QListView,
    QMainWindow,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid

from tests.access import shown  # before the window
from tests.access.clipping import cut_texts
from tests.access.keys import Keyboard, stays_after_escape
from tests.access.rooms import Rooms
from tests.access.shown import PlainMenu
from workspace.app import prepare_demo, stop_engine
from workspace.keys import MasterKey, keep_with
from workspace.paths import Paths
from workspace.settings import Settings, save_settings
from workspace.ui.app_window import open_window
from workspace.ui.main_window import MainWindow

KEY = MasterKey(bytes(range(32)))
PATIENCE_MS = 60_000
SETTLE_MS = 100
SETTLE_TRIES = 30
SHAPES_WORK = {
    "solve",
    "claim",
    "quit",
    "sync_now",
    "next",
    "previous",
    "send",
    "mark",
    "mark_all",
    "undo",
}
"""Actions that open nothing; what they do to tickets is shown elsewhere."""


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], object], what: str) -> None:
    for _ in range(PATIENCE_MS // 20):
        if condition():
            return
        wait(20)
    raise SystemExit(f"waited in vain for: {what}")


class Walk:
    """Goes from page to page; a stop's name is that of the action that leads there."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def stops(self, only: str) -> Iterator[tuple[str, list[QWidget]]]:
        """Each page, with the top-level widgets that show it."""
        for stop in self._all(only):
            if only in stop[0]:
                yield stop

    def _all(self, only: str) -> Iterator[tuple[str, list[QWidget]]]:
        self._open_a_ticket()
        self.window.start_note()
        yield self._here("note")
        self.window.start_reply()
        self._write("확인했습니다. A refund of € 49.00 is on its way.")
        yield self._here("reply")
        self._write("")
        for spec in self.window.table:
            action = self.window.actions_by_id.get(spec.id)
            if action is None or spec.id in SHAPES_WORK or only not in spec.id:
                continue
            before = set(self._shown())
            self.window.activateWindow()
            action.trigger()
            wait(SETTLE_MS)
            fresh = self._came(before)
            yield spec.id, fresh or [self.window]
            yield from self._tabs_of(spec.id, [each for each in fresh if isValid(each)])
            if spec.id.startswith("toggle"):
                action.trigger()
            self._go_back(fresh)
        yield from self._rooms(only)
        self.window.pages.show_welcome(True)
        yield self._here("welcome")
        self.window.pages.show_welcome(False)

    def _rooms(self, only: str) -> Iterator[tuple[str, list[QWidget]]]:
        for name, come in Rooms(self.window, wait_for).all():
            if only not in name:
                continue
            before = set(self._shown())
            self.window.activateWindow()
            end = come()
            wait(SETTLE_MS)
            fresh = self._came(before)
            yield name, fresh or [self.window]
            self._go_back(fresh)
            if end is not None:
                end()
                wait(60)

    def _here(self, name: str) -> tuple[str, list[QWidget]]:
        wait(SETTLE_MS)
        return name, [self.window]

    def _tabs_of(self, name: str, shown: list[QWidget]) -> Iterator[tuple[str, list[QWidget]]]:
        """Every tab, or every page that a list of pages leads to."""
        for widget in shown:
            for tabs in widget.findChildren(QTabWidget):
                for number in range(1, tabs.count()):
                    tabs.setCurrentIndex(number)
                    wait(SETTLE_MS)
                    yield f"{name}/{tabs.tabText(number)}", [widget]
            for places in widget.findChildren(QListView, "places"):
                for number in range(1, places.model().rowCount()):
                    places.setCurrentIndex(places.model().index(number, 0))
                    wait(SETTLE_MS)
                    yield f"{name}/{number}", [widget]

    def _open_a_ticket(self) -> None:
        model = self.window.list.model
        wait_for(lambda: model.rowCount() > 5 and model.row_at(0) is not None, "rows in the list")
        rows = [model.row_at(position) for position in range(model.rowCount())]
        loaded = [row for row in rows if row is not None]  # this customer has been here before
        row = max(loaded, key=lambda row: ("Min-ji" in row.requester_name, row.message_count))
        self.window.show_ticket(row.id)
        source = self.window.conversation.source
        wait_for(lambda: source.ticket is not None and source.ticket.id == row.id, "the ticket")
        wait(SETTLE_MS * 2)

    def _write(self, text: str) -> None:
        self.window.composer.panes["reply"].edit.setPlainText(text)

    def _shown(self) -> list[QWidget]:
        inside = [w for w in self.window.findChildren(QDialog) if w.isVisible()]
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.window]
        return list(dict.fromkeys([*tops, *inside]))

    def _came(self, before: set[QWidget]) -> list[QWidget]:
        """What shows by now and did not before."""
        if isinstance(popup := QApplication.activePopupWidget(), PlainMenu):
            QTest.keyClick(popup, Qt.Key.Key_Down)  # a reader hears of a menu by its entries
        return [widget for widget in self._shown() if widget not in before]

    def _go_back(self, fresh: list[QWidget]) -> None:
        for widget in fresh:
            with suppress(RuntimeError):  # closed with another one
                widget.close()
        focus = QApplication.focusWidget()
        if focus is not None and not fresh:
            QTest.keyClick(focus, Qt.Key.Key_Escape)
        wait(60)


def tell(stop: str, where: dict[str, object], tops: list[QWidget]) -> None:
    """Print what is cut there, once everything has its place."""
    for _ in range(SETTLE_TRIES):
        cut = sorted({line for top in tops for line in cut_texts(top)})
        if not cut:
            break
        wait(SETTLE_MS)
    say({"stop": stop, **where, "cut": cut})


def say(told: dict[str, object]) -> None:
    """One line on stdout, at once."""
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def pause() -> None:
    """Until a line comes on stdin; the window goes on living."""
    loop = QEventLoop()
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(loop.quit)
    loop.exec()
    notifier.setEnabled(False)
    if not sys.stdin.readline():
        raise SystemExit("nobody looks any more")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.access.walk", description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("--languages", default="en")
    parser.add_argument("--scales", default="100")
    parser.add_argument("--sizes", default="1440x900")
    parser.add_argument("--theme", default="light", choices=["light", "dark"])
    parser.add_argument("--keys", action="store_true", help="go through each by keyboard")
    parser.add_argument("--only", default="", help="stops whose name holds this word")
    parser.add_argument("--pictures", type=Path, help="save what each stop shows there")
    parser.add_argument("--wait", action="store_true")
    parser.add_argument("--left-out", action="store_true", help="say what was never shown")
    given = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)  # where it is does not depend on the moment
    paths = Paths(given.base).ensure()
    keep_with(paths, KEY, "walk the whole window")  # a kept key may have a recovery code
    prepare_demo(paths, KEY)
    try:
        for language in given.languages.split(","):
            for scale in map(int, given.scales.split(",")):
                through(paths, language, scale, given)
    finally:
        stop_engine(paths)
        app.processEvents()
    return 0


def through(paths: Paths, language: str, scale: int, given: argparse.Namespace) -> None:
    """A window of this language and scale, in each size."""
    seen: set[str] = set()
    keyboard = Keyboard()
    save_settings(paths.settings_file, Settings(queue="open", scale=scale))
    started = open_window(paths, KEY, theme=given.theme, language=language)
    window = started.window
    started.watchdog.close()  # a reader asks the GUI thread, and that is no fault
    try:
        wait_for(lambda: started.ctx.engine.is_connected, "the engine")
        for size in given.sizes.split(","):
            window.resize(*map(int, size.split("x")))
            for stop, tops in Walk(window).stops(given.only):
                ticket = window.conversation.source.ticket
                seen.update(shown.names_of([window, *tops]))
                where: dict[str, object] = {"language": language, "scale": scale, "size": size}
                where |= {"ticket": ticket.remote_id if ticket else "", "over": window not in tops}
                where["popup"] = QApplication.activePopupWidget() is not None
                if given.keys and not where["popup"]:
                    where["keys"] = [fault for top in tops for fault in keyboard.faults(top)]
                tell(stop, where, tops)
                if given.pictures:
                    for number, top in enumerate(tops):
                        name = f"{language}-{scale}-{size}-{stop.replace('/', '-')}-{number}.png"
                        top.grab().save(str(given.pictures / name))
                if given.wait:
                    pause()
                if given.keys:
                    closing = [top for top in tops if not isinstance(top, QMainWindow)]
                    for fault in stays_after_escape([t for t in closing if isValid(t)]):
                        say({"stop": stop, **where, "cut": [], "keys": [fault]})
        if given.left_out:
            say({"left_out": sorted(shown.everything() - seen)})
    finally:
        window.close()
        started.end()
        window.deleteLater()
        wait(20)


if __name__ == "__main__":
    sys.exit(main())
