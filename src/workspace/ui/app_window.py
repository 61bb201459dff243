"""Starts the window: the first paint before anything heavy, then the engine; and ends it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from workspace import __version__
from workspace.clock import Clock, SystemClock
from workspace.ipc.protocol import Frame
from workspace.keys import DrawnCode, MasterKey
from workspace.log import setup_logging
from workspace.paths import Paths
from workspace.resources import resource
from workspace.settings import load_settings
from workspace.store.connect import Reader
from workspace.store.files import SealedFiles
from workspace.store.journal import JournalDoor
from workspace.ui import i18n
from workspace.ui.application import Application
from workspace.ui.ending import Ending
from workspace.ui.main_window import MainWindow
from workspace.ui.runtime.change_bus import ChangeBus
from workspace.ui.runtime.clipboard import let_go_of_clipboard
from workspace.ui.runtime.collector import Collector
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.engine_link import Client, EngineLink, StartClient
from workspace.ui.runtime.notices import Notices
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.runtime.reads import Reads
from workspace.ui.runtime.unlock import KeyDoor
from workspace.ui.runtime.watchdog import Watchdog
from workspace.ui.runtime.writes import Writes
from workspace.ui.theme.theme import Theme, Wanted

IMAGE_LIMIT_MB = 64
STYLE = "Fusion"  # what the theme's stylesheet is measured on; Windows and macOS have other ones


class Started(msgspec.Struct, frozen=True):
    """A window at work and what it stands on; `end` lets go of all of it."""

    window: MainWindow
    ctx: WindowContext
    key_door: KeyDoor
    watchdog: Watchdog
    collector: Collector

    def end(self) -> None:
        """Finish the writes, leave the engine, stop the threads."""
        if not self.key_door.is_open:
            self.key_door.close()  # nobody can wait for a key that does not come
        if flows := sys.modules.get("workspace.ui.runtime.flows"):  # there was a dialog with one
            flows.end_all()
        self.ctx.writes.close()
        self.key_door.close()
        self.ctx.engine.close()
        self.ctx.reads.close()
        self.watchdog.close()
        self.collector.close()


def engine_starter(paths: Paths, key_door: KeyDoor) -> StartClient:
    """How a window joins the engine, starting it if there is none. For worker threads."""

    def start(on_notice: Callable[[Frame], None], on_lost: Callable[[], None]) -> Client:
        key = key_door.wait()
        from workspace.ipc.client import connect_or_start

        return connect_or_start(paths, key, "window", on_notice, on_lost)

    return start


def _recovery_maker(paths: Paths, key_door: KeyDoor) -> Callable[[], DrawnCode]:
    def draw() -> DrawnCode:
        from workspace.keys import draw_recovery_code

        return draw_recovery_code(paths, key_door.wait())

    return draw


def make_context(
    paths: Paths,
    key_door: KeyDoor,
    *,
    theme: Theme,
    start_client: StartClient,
    clock: Clock | None = None,
    recovery_code: Callable[[], DrawnCode] | None = None,
    customers_pause: Path | None = None,
) -> WindowContext:
    """The doors that the panes are given. Starts reader and writer threads, no engine yet."""
    clock = clock or SystemClock()

    def open_reader() -> Reader:
        key = key_door.wait()
        from workspace.store.migrations import ensure_schema

        ensure_schema(paths, key)
        return Reader(paths, key, clock)

    def open_door() -> JournalDoor:
        key = key_door.wait()
        from workspace.store.migrations import ensure_schema

        ensure_schema(paths, key)
        return JournalDoor(paths, key, clock)

    bus, notices = ChangeBus(), Notices()
    reads, writes = Reads(open_reader), Writes(open_door)
    engine = EngineLink(start_client)
    for failing in (reads.failed, writes.failed):
        failing.connect(notices.error)
    engine.changed.connect(bus.take)
    settings = OwnSettings(paths.settings_file, load_settings(paths.settings_file), writes)
    return WindowContext(
        paths=paths,
        reads=reads,
        writes=writes,
        engine=engine,
        bus=bus,
        theme=theme,
        settings=settings,
        notices=notices,
        clock=clock,
        files=lambda: SealedFiles(paths.attachments, key_door.wait().subkey("attachments")),
        t=i18n.t,
        recovery_code=recovery_code,
        customers_pause=customers_pause,
    )


def open_window(
    paths: Paths,
    key: MasterKey | None,
    *,
    passphrase_file: Path | None = None,
    theme: Wanted | None = None,
    language: str | None = None,
    start_client: StartClient | None = None,
    clock: Clock | None = None,
    customers_pause: Path | None = None,
) -> Started:
    """Build and show the window in the running QApplication; its engine starts after painting."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = load_settings(paths.settings_file)
    i18n.install(app, language if language is not None else settings.language)
    app.setStyle(STYLE)
    look = Theme(theme or settings.theme, settings.scale)
    look.apply()
    key_door = KeyDoor(paths, key, passphrase_file)
    kept = key is None or paths.keys_file.exists()  # else key and data end with the program
    ctx = make_context(
        paths,
        key_door,
        theme=look,
        start_client=start_client or engine_starter(paths, key_door),
        clock=clock,
        recovery_code=_recovery_maker(paths, key_door) if kept else None,
        customers_pause=customers_pause,
    )
    _follow_looks(ctx)
    window = MainWindow(ctx)
    ctx.engine.given_up.connect(lambda _: _tell_given_up(ctx))
    key_door.refused.connect(lambda error: window.pages.show_unlock(key_door, error))
    key_door.unlocked.connect(lambda: _go_on(window, key_door))
    window.start()
    window.show()
    watchdog = Watchdog()
    key_door.start()
    AfterFirstRows(window, lambda: _begin(window))
    QTimer.singleShot(0, window, lambda: app.setWindowIcon(_icon()))
    watchdog.start()
    watchdog.watch(window.windowHandle())
    ctx.engine.changed.connect(watchdog.touch)
    ctx.reads.on_answer = watchdog.touch
    ctx.trace.follow(ctx.engine, watchdog)
    collector = Collector()
    QTimer.singleShot(0, collector.start)
    return Started(window, ctx, key_door, watchdog, collector)


def _begin(window: MainWindow) -> None:
    """What may wait for the first rows: the engine, and what tells of its news."""
    from workspace.plain_words import words
    from workspace.ui.notifications.wiring import watch
    from workspace.ui.runtime.motion import Motion

    Motion(window.ctx, window)
    window.ctx.writes.run(lambda: words(i18n.language_in_force()))
    window.notifier = watch(window)
    window.ctx.engine.start()


def _go_on(window: MainWindow, key_door: KeyDoor) -> None:
    """The key is there: to work, or to the recovery code of a key just made."""
    window.pages.hide_unlock()
    if key_door.chosen:
        window.pages.offer_recovery_code()


class AfterFirstRows(QObject):
    """Calls `act` once the list has its first rows on the screen, or soon where none come.

    What it holds back (joining the engine) would otherwise take the processor from the first
    read and the first paint.
    """

    LATEST_MS = 1_000

    def __init__(self, window: MainWindow, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act: Callable[[], None] | None = act
        self._model = window.list.model
        self._model.modelReset.connect(self._on_rows)
        QTimer.singleShot(self.LATEST_MS, self, self._now)

    def _on_rows(self) -> None:
        if self._model.rowCount():
            QTimer.singleShot(0, self, self._now)  # painting comes before timers

    def _now(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            self._model.modelReset.disconnect(self._on_rows)
            act()


def _follow_looks(ctx: WindowContext) -> None:
    """Looks change when the person changes them; until then the command line's choice holds."""
    known = [(ctx.settings.value.theme, ctx.settings.value.scale)]

    def follow() -> None:
        wanted = (ctx.settings.value.theme, ctx.settings.value.scale)
        if wanted != known[0]:
            known[0] = wanted
            ctx.theme.set_wanted(*wanted)

    ctx.settings.changed.connect(follow)


def run(
    paths: Paths,
    key: MasterKey | None = None,
    *,
    passphrase_file: Path | None = None,
    theme: Wanted | None = None,
    language: str | None = None,
    exit_after_paint: bool = False,
    link: str = "",
    customers_pause: Path | None = None,
) -> int:
    """Show the window until it is closed; the exit code of the program.

    `link` names a ticket to show. Where a window is open already, that one comes up instead.
    `customers_pause`: see WindowContext. `exit_after_paint` prints one JSON line of figures once
    the list is painted, and ends.
    """
    began = time.monotonic()
    app = Application(sys.argv[:1])
    QCoreApplication.setApplicationName("Workspace")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("workspace")
    QImageReader.setAllocationLimit(IMAGE_LIMIT_MB)
    from workspace.ui.single import OneWindow, raise_other

    if raise_other(paths, link):
        return 0
    logs = setup_logging(paths, "window")
    started = open_window(
        paths,
        key,
        passphrase_file=passphrase_file,
        theme=theme,
        language=language,
        customers_pause=customers_pause,
    )
    one = OneWindow(paths)
    for opened in (one.raise_asked, app.link_opened):
        opened.connect(lambda asked: _come_up(started.window, asked))
    if link:
        started.window.pages.open_link(link)
    if exit_after_paint:
        from workspace.ui.first_paint import tell_first_paint

        tell_first_paint(started.window, began)
    ending = Ending()
    ending.asked.connect(started.window.leave)
    ending.asked.connect(app.exit)
    code = app.exec()
    let_go_of_clipboard()
    one.close()
    started.end()
    ending.close()
    logs.close()
    return code


def _icon() -> QIcon:
    """Drawn after the first paint: reading SVG loads a library."""
    path = resource("icons", "workspace.svg")
    return QIcon(str(path)) if isinstance(path, Path) else QIcon()


def _come_up(window: MainWindow, link: str) -> None:
    window.bring_up()
    if link:
        window.pages.open_link(link)


def _tell_given_up(ctx: WindowContext) -> None:
    ctx.notices.show(
        i18n.t(
            "Window",
            "Synchronisation ended five times in a row and is not started again by itself."
            " You can go on reading and writing; what you send waits in the outbox.",
        ),
        "bad",
        action=i18n.t("Window", "Start it again"),
        on_action=ctx.engine.restart,
        seconds=0.0,
        key="given-up",
    )
