"""All macros in memory, read again when their folders change; one library per window's context."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QFileSystemWatcher, QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workspace import macro_files
from workspace.domain.errors import StoreError
from workspace.domain.macro_search import rank
from workspace.domain.macros import Macro
from workspace.macro_files import Library, MacroFile
from workspace.ui.keymap import Taken, tidy
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.writes import Writes

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

SETTLE_MS = 250
USES_KEPT = 2_000

T = TypeVar("T")


def window_language() -> str:
    """The language of the window, as macros write it."""
    return QLocale().name().split("_")[0]


def library_of(ctx: WindowContext) -> MacroLibrary:
    """The library of this context; made, and read, when first asked for."""
    found = ctx.bus.findChild(MacroLibrary)
    return found if found is not None else MacroLibrary(ctx)


@dataclass(frozen=True, slots=True)
class _Found:
    files: Library
    folders: list[str]
    uses: dict[str, int]


class MacroLibrary(QObject):
    """GUI thread; files are read and written on worker threads.

    Attributes:
        files: as last read.
        editor: the window of the macro editor, while it is open.
        uses: how often each was applied here, by id.

    Signals:
        changed: other macros, or other faults.
    """

    changed = Signal()

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx.bus)
        self._ctx = ctx
        # A thread of their own: a folder on a network that hangs must hold up nothing else.
        self._work = Writes(_no_door, self)
        self._work.failed.connect(ctx.notices.error)
        self.destroyed.connect(partial(self._work.close, 0.0))
        self._is_reading = self._read_again = False
        self.files = Library()
        self.is_read = False
        self.editor: QWidget | None = None
        self.uses: dict[str, int] = {}
        self._shared = ctx.settings.value.macro_folders
        self._watcher: QFileSystemWatcher | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.read)
        ctx.settings.changed.connect(self._on_settings)
        self.read()

    # --- reading ------------------------------------------------------------------------------

    def read(self) -> None:
        """Look at all folders again."""
        if self._is_reading:
            self._read_again = True
            return
        self._is_reading, self._read_again = True, False
        paths, shared = self._ctx.paths, self._shared
        uses = None if self.is_read else self._uses_file()

        def look() -> _Found:
            files = macro_files.read_library(paths, shared)
            there = [str(one) for one in macro_files.folders(paths, shared) if one.is_dir()]
            return _Found(files, there, _read_uses(uses) if uses else {})

        self._work.run(look, done=self._take, failed=self._not_read, owner=self)

    def _not_read(self, error: Exception) -> None:
        self._is_reading = False
        self._ctx.notices.error(error)

    def _take(self, found: _Found) -> None:
        self._is_reading = False
        files = found.files
        first, self.is_read = not self.is_read, True
        if found.uses:
            self.uses = found.uses
        changed, self.files = first or files != self.files, files
        self._watch(found.folders)
        if changed:
            self.changed.emit()
        if self._read_again:
            self.read()

    def _watch(self, folders: list[str]) -> None:
        """Folders tell of new files, files of new words. Network folders may tell nothing: they
        are read again whenever the palette or the editor opens. Only what was just read is
        watched, so that this does not wait for a folder that hangs."""
        wanted = set(folders)
        wanted |= {str(one.path) for one in self.files.files[:USES_KEPT]}
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(lambda _: self._settle.start())
            self._watcher.fileChanged.connect(lambda _: self._settle.start())
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if fresh := wanted - watched:
            self._watcher.addPaths(sorted(fresh))

    def _on_settings(self) -> None:
        if self._ctx.settings.value.macro_folders != self._shared:
            self._shared = self._ctx.settings.value.macro_folders
            self.read()

    # --- asking -------------------------------------------------------------------------------

    def find(self, query: str, language: str, account: str = "", channel: str = "") -> list[Macro]:
        """Those that apply to a ticket of this account and channel, best first."""
        macros = [one.macro for one in self.files.usable() if one.macro is not None]
        if account:
            macros = [one for one in macros if one.applies_to(account, channel)]
        return rank(macros, query, uses=self.uses, language=language)

    def file(self, macro_id: str) -> MacroFile | None:
        """Where a macro that can be applied comes from."""
        found = self.files.find(macro_id)
        return found if found is not None and found.macro is not None else None

    def keys_taken(self, language: str = "", but: str = "") -> list[Taken]:
        """The macros' keys, for the table of all keys."""
        return [
            Taken(one.macro.title(language), tidy(one.macro.key))
            for one in self.files.usable()
            if one.macro is not None and one.macro.key and one.id != but
        ]

    # --- writing ------------------------------------------------------------------------------

    def used(self, macro_id: str) -> None:
        """It was applied once more."""
        self.uses[macro_id] = self.uses.get(macro_id, 0) + 1
        uses, path = dict(self.uses), self._uses_file()
        self._work.run(lambda: macro_files.write_bytes(path, json.dumps(uses).encode()))

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do something to the files on their thread, then read them again."""

        def after(result: T) -> None:
            self.read()
            if done is not None:
                done(result)

        self._work.run(work, done=after, failed=failed, owner=owner or self)

    def ask(self, work: Callable[[], T], done: Callable[[T], None], owner: QObject) -> None:
        """Look something up in the files, on their thread."""
        self._work.run(work, done=done, owner=owner)

    def _uses_file(self) -> Path:
        return self._ctx.paths.base / "macro_uses.json"


def _no_door() -> JournalDoor:
    raise StoreError("Macros are files; they write nothing into the journal.")


def _read_uses(path: Path) -> dict[str, int]:
    """How often each was used; what can't be understood counts from nought again."""
    try:
        found = json.loads(macro_files.read_capped(path, 256 * 1024))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    pairs = ((str(name), count) for name, count in found.items() if isinstance(count, int))
    return dict(list(pairs)[:USES_KEPT])
