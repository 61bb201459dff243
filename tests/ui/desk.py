"""A window's context over a real store, with a recorded engine in place of the process."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject

from tests.builders import StoreForTests, a_store
from workspace.clock import Clock
from workspace.domain.errors import EngineUnavailable
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.settings import Settings
from workspace.store.connect import Reader
from workspace.store.files import SealedFiles
from workspace.store.journal import JournalDoor
from workspace.ui.i18n import t
from workspace.ui.runtime.change_bus import ChangeBus
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.engine_link import EngineLink
from workspace.ui.runtime.notices import Notice, Notices
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.runtime.reads import Reads
from workspace.ui.runtime.writes import Writes
from workspace.ui.theme.theme import Theme


def no_engine(*_: object) -> Any:
    raise EngineUnavailable("There is no engine in this test.")


class RecordedEngine(EngineLink):
    """Takes calls down; answers those that `answers` knows."""

    def __init__(self) -> None:
        super().__init__(no_engine)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}
        self.is_connected = True

    def call(
        self,
        method: str,
        /,
        *,
        then: Callable[[dict[str, Any]], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        timeout_s: float = 30.0,
        slow: bool = False,
        **args: Any,
    ) -> None:
        self.calls.append((method, args))
        if method in self.answers and then is not None:
            then(self.answers[method](args))

    def named(self, method: str) -> list[dict[str, Any]]:
        return [args for name, args in self.calls if name == method]


class Desk:
    """The store, the context and what was said; `changed` stands in for the engine's notice."""

    def __init__(self, store: StoreForTests, ctx: WindowContext, engine: RecordedEngine) -> None:
        self.store = store
        self.ctx = ctx
        self.engine = engine
        self.notices: list[Notice] = []
        ctx.notices.posted.connect(self.notices.append)

    def write(self) -> None:
        """Write what was built and tell the window."""
        applied = self.store.write()
        self.ctx.bus.announce(applied.tickets, entries_of=applied.entries_of)


@contextmanager
def a_desk(
    paths: Paths,
    key: MasterKey,
    clock: Clock,
    settings: Settings | None = None,
    theme: Theme | None = None,
) -> Iterator[Desk]:
    store = a_store(paths, key, clock)
    engine = RecordedEngine()
    reads = Reads(lambda: Reader(paths, key, clock))
    writes = Writes(lambda: JournalDoor(paths, key, clock))
    ctx = WindowContext(
        paths=paths,
        reads=reads,
        writes=writes,
        engine=engine,
        bus=ChangeBus(),
        theme=theme or Theme("light"),
        settings=OwnSettings(paths.settings_file, settings or Settings(), writes),
        notices=Notices(),
        clock=clock,
        files=lambda: SealedFiles(paths.attachments, key.subkey("attachments")),
        t=t,
    )
    try:
        yield Desk(store, ctx, engine)
    finally:
        if flows := sys.modules.get("workspace.ui.runtime.flows"):
            flows.end_all()
        assert writes.close()
        reads.close()
        store.close()
