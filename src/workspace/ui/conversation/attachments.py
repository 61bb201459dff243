"""Attachments of the conversation: download on demand, save a copy, decode inline images.

Nothing is ever opened by the program; a saved copy gets a safe name and no right to run.
"""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from workspace.domain.errors import WorkspaceError
from workspace.domain.file_names import is_device
from workspace.ipc.protocol import Progress
from workspace.store.connect import Reader
from workspace.store.queries.rows import AttachmentRow, EntryRow
from workspace.ui.conversation.origin_mark import mark
from workspace.ui.conversation.saving import write_new
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import size_word

IMAGE_BYTES = 8 * 1024 * 1024
IMAGE_SIDE = 6000
INLINE_SIDE = 1600  # as large as a bubble ever shows it, at 200 %
MOST_INLINE = 20  # of one message; the others stay cards
ALLOCATION_MB = 64
NAME_BYTES = 150
DOWNLOAD_TIMEOUT_S = 3600.0

_hidden = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff")


def safe_file_name(name: str) -> str:
    """A name that stays in its folder and shows its true ending, on all three systems."""
    text = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    text = "".join(
        sign
        for sign in text
        if sign.isprintable() and sign not in _hidden and sign not in '<>:"|?*'
    )
    text = text.strip(" .")
    if not text or is_device(text):
        text = "file-" + text if text else "file"
    stem, dot, ending = text.rpartition(".")
    ending = dot + ending if stem else ""
    stem = (
        (stem or text).encode()[: NAME_BYTES - len(ending.encode()[:40])].decode("utf-8", "ignore")
    )
    return (stem + ending.encode()[:40].decode("utf-8", "ignore")).rstrip(" .")


class _State(msgspec.Struct):
    done: int = 0
    total: int = 0
    file: str = ""
    problem: str = ""
    running: bool = False


class Downloads(QObject):
    """Knows of each attachment shown whether it is here, on its way, or failed.

    Signals:
        changed: local attachment id whose card must be painted again.
    """

    changed = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._states: dict[int, _State] = {}
        ctx.engine.progress.connect(self._on_progress)

    def file_of(self, attachment: AttachmentRow) -> str:
        """Name of the sealed file when its bytes are on this computer, else ""."""
        state = self._states.get(attachment.id)
        return attachment.file or (state.file if state else "")

    def progress(self, attachment: AttachmentRow) -> float | None:
        """How much of a running download is done, 0 to 1."""
        state = self._states.get(attachment.id)
        if state is None or not state.running:
            return None
        total = state.total or attachment.size
        return min(1.0, state.done / total) if total > 0 else 0.0

    def problem(self, attachment: AttachmentRow) -> str:
        """Why the last download failed, or ""."""
        state = self._states.get(attachment.id)
        return state.problem if state else ""

    def label(self, attachment: AttachmentRow) -> str:
        """Name and size."""
        size = size_word(attachment.size)
        return f"{attachment.name} · {size}" if size else attachment.name

    def start(self, attachment: AttachmentRow) -> None:
        """Ask the engine for the bytes, unless they are here or on their way."""
        self.fetch(attachment, lambda _file: None, self._ctx.notices.error, self)

    def fetch(
        self,
        attachment: AttachmentRow,
        then: Callable[[str], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """The sealed file's name to `then`, at once or when the engine has brought it."""
        state = self._states.setdefault(attachment.id, _State())
        if file := self.file_of(attachment):
            then(file)
            return
        key = attachment.id
        if state.running and owner is self:
            return
        state.running, state.problem, state.done = True, "", 0

        def arrived(result: dict[str, Any]) -> None:
            file = str(result.get("file", ""))
            self._states[key] = _State(file=file)
            self.changed.emit(key)
            then(file)

        def refused(error: Exception) -> None:
            cancelled = not state.running
            text = error.message if isinstance(error, WorkspaceError) else type(error).__name__
            self._states[key] = _State(problem="" if cancelled else text)
            self.changed.emit(key)
            if not (cancelled and owner is self):
                failed(error)

        self._ctx.engine.call(
            "attachment.get",
            attachment_id=key,
            slow=True,
            timeout_s=DOWNLOAD_TIMEOUT_S,
            owner=owner,
            then=arrived,
            failed=refused,
        )
        self.changed.emit(key)

    def cancel(self, attachment: AttachmentRow) -> None:
        """Stop a download; what came of it is thrown away."""
        state = self._states.get(attachment.id)
        if state is not None and state.running:
            state.running = False
            self._ctx.engine.call("attachment.cancel", attachment_id=attachment.id)
            self.changed.emit(attachment.id)

    def _on_progress(self, progress: Progress) -> None:
        if progress.what != "attachment" or not progress.key.isdigit():
            return
        state = self._states.get(int(progress.key))
        if state is not None and state.running:
            state.done, state.total = progress.done, progress.total
            self.changed.emit(int(progress.key))

    def save(self, attachment: AttachmentRow, target: Path, record: Callable[[int], None]) -> None:
        """Write a clear copy to a place that the person chose; on a reader's thread."""
        file = self.file_of(attachment)
        files = self._ctx.files

        def saved(_: None) -> None:
            record(1)
            self._ctx.notices.show(t("Conversation", "Saved as {name}.", name=target.name), "good")

        self._ctx.reads.ask(
            lambda _reader: copy_out(files().open(file), target),
            then=saved,
            failed=self._ctx.notices.error,
            owner=self,
        )


def copy_out(source: IO[bytes], target: Path) -> None:
    """Copy to a file beside the target, then take its name; marked as from the internet."""
    with source:
        write_new(iter(lambda: source.read(256 * 1024), b""), target)
    with contextlib.suppress(OSError):  # a stick with FAT has no room for the mark
        mark(target)


def decode_image(data: bytes, most_side: int = IMAGE_SIDE) -> QImage:
    """An image from foreign bytes; a null one if it is none, too large, or a bomb.

    One that is wider or higher than `most_side` is made smaller while it is decoded.
    """
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in (b"png", b"jpeg", b"gif", b"webp", b"bmp"):
        return QImage()
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > IMAGE_SIDE:
        return QImage()
    if max(size.width(), size.height()) > most_side:
        bound = QSize(most_side, most_side)
        reader.setScaledSize(size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class InlineImages(QObject):
    """Images that a mail shows in place: of this entry alone, from sealed files, decoded elsewhere.

    Signals:
        ready: key of the entry whose images came.
    """

    ready = Signal(str)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._images: dict[str, dict[str, QImage]] = {}
        self._asked: dict[str, tuple[str, ...]] = {}

    def clear(self) -> None:
        """Forget the images of the ticket that was shown."""
        self._images.clear()
        self._asked.clear()

    def of(self, key: str, entry: EntryRow, wanted: set[str]) -> dict[str, QImage]:
        """Those that are decoded; asks for the others, once for each set of files."""
        here = [
            file
            for file in entry.attachments
            if file.content_id in wanted and file.file and 0 <= file.size <= IMAGE_BYTES
        ]
        names = tuple(file.file for file in here)
        if here and self._asked.get(key) != names:
            self._asked[key] = names
            files = self._ctx.files

            def decode(_reader: Reader) -> dict[str, QImage]:
                found: dict[str, QImage] = {}
                for file in here[:MOST_INLINE]:
                    with files().open(file.file) as stream:
                        image = decode_image(stream.read(IMAGE_BYTES), INLINE_SIDE)
                    if not image.isNull():
                        found[file.content_id.strip("<>")] = image
                return found

            self._ctx.reads.ask(
                decode,
                then=lambda found: self._arrived(key, found),
                failed=lambda _error: None,  # the card stays, and its download says what is wrong
                owner=self,
            )
        return self._images.get(key, {})

    def _arrived(self, key: str, found: dict[str, QImage]) -> None:
        if found:
            self._images[key] = found
            self.ready.emit(key)
