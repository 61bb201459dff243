"""Files on their way into a draft: opened, sealed, counted; bound to the draft of the moment."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from workspace.domain.commands import OutgoingFile
from workspace.domain.errors import UsageError
from workspace.ui.composer.draft_book import DraftBook, DraftKey
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import size_word

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

MAX_BYTES = 200 * 1024 * 1024


class FileIntake(QObject):
    """Seals files through the journal door; each lands in the draft it was given to.

    Signals:
        progressed: (DraftKey, number of the file, name, share done 0 to 1).
        ended: (DraftKey, number of the file); it is in the draft, or a notice says why not.
    """

    progressed = Signal(object, int, str, float)
    ended = Signal(object, int)

    def __init__(self, ctx: WindowContext, book: DraftBook, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._book = book
        self._number = 0
        self._under_way: dict[DraftKey, int] = {}

    def is_busy(self, key: DraftKey) -> bool:
        """Files are still on their way into this draft."""
        return self._under_way.get(key, 0) > 0

    def add_path(self, key: DraftKey, path: Path, limit: int) -> None:
        """Attach a file; `limit` in bytes, 0 for our own."""
        cap = limit or MAX_BYTES

        def seal(door: JournalDoor, report: Callable[[int, int], None]) -> OutgoingFile:
            import mimetypes

            try:
                size = path.stat().st_size
                stream: IO[bytes] = path.open("rb")
            except OSError as error:
                raise UsageError(
                    t(
                        "Composer",
                        "The file {name} can't be read ({why}).",
                        name=path.name,
                        why=error.strerror or type(error).__name__,
                    ),
                    t("Composer", "Check that it is there and that you may read it."),
                ) from error
            with stream:
                _refuse_large(path.name, size, cap)
                kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
                return door.add_file(path.name, kind, stream, lambda done: report(done, size))

        self._start(key, path.name, seal)

    def add_image(self, key: DraftKey, image: QImage, limit: int) -> None:
        """Attach a pasted picture as PNG."""
        cap = limit or MAX_BYTES
        taken = datetime.fromtimestamp(self._ctx.clock.now_ms() / 1000)
        name = f"{t('Composer', 'pasted-image')}-{taken:%Y-%m-%d-%H%M%S}.png"

        def seal(door: JournalDoor, report: Callable[[int, int], None]) -> OutgoingFile:
            from PySide6.QtGui import QImageWriter

            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(buffer, QByteArray(b"png")).write(image)
            data: QByteArray = buffer.data()
            clear = bytes(data.data())
            _refuse_large(name, len(clear), cap)
            return door.add_file(
                name, "image/png", io.BytesIO(clear), lambda done: report(done, len(clear))
            )

        self._start(key, name, seal)

    def _start(
        self,
        key: DraftKey,
        name: str,
        seal: Callable[[JournalDoor, Callable[[int, int], None]], OutgoingFile],
    ) -> None:
        self._number += 1
        number = self._number
        self._under_way[key] = self._under_way.get(key, 0) + 1
        self.progressed.emit(key, number, name, 0.0)

        def report(done: int, total: int) -> None:
            self.progressed.emit(key, number, name, done / total if total else 1.0)

        def finish(file: OutgoingFile | None) -> None:
            self._under_way[key] -= 1
            if file is not None:
                self._book.add_file(key, file)
            self.ended.emit(key, number)

        def failed(error: Exception) -> None:
            self._ctx.notices.error(error)
            finish(None)

        self._ctx.writes.submit(
            lambda door: seal(door, report), done=finish, failed=failed, owner=self
        )


def _refuse_large(name: str, size: int, cap: int) -> None:
    if size > cap:
        raise UsageError(
            t(
                "Composer",
                "{name} has {size}; this account takes at most {cap} for one attachment.",
                name=name,
                size=size_word(size),
                cap=size_word(cap),
            ),
            t("Composer", "Send a smaller file, or a link to it."),
        )
