"""Saves several attachments into a folder: fetches what is missing, keeps going when one fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from workspace.store.connect import Reader
from workspace.store.queries.rows import AttachmentRow
from workspace.ui.conversation.attachments import Downloads, copy_out, safe_file_name
from workspace.ui.conversation.saving import free_place
from workspace.ui.i18n import t
from workspace.ui.problems import error_words
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.notices import Notice


class SaveAll(QObject):
    """One after another; what failed is named at the end and can be tried again.

    `record(count)` is called with how many were saved.
    """

    def __init__(
        self,
        ctx: WindowContext,
        downloads: Downloads,
        folder: Path,
        files: Sequence[AttachmentRow],
        record: Callable[[int], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._downloads = downloads
        self._folder = folder
        self._all = len(files)
        self._waiting = list(files)
        self._failed: list[AttachmentRow] = []
        self._why = ""
        self._saved = 0
        self._record = record
        self._cancelled = False

    def start(self) -> None:
        """Begin with the first."""
        self._next()

    def _next(self) -> None:
        if self._cancelled or not self._waiting:
            self._tell()
            return
        file = self._waiting.pop(0)
        self._ctx.notices.show(
            t(
                "Conversation",
                "Saving {number} of {total}…",
                number=self._done + 1,
                total=self._all,
            ),
            action=t("Conversation", "Cancel"),
            on_action=self._cancel,
            seconds=0.0,
            key=self._key,
        )
        self._downloads.fetch(
            file, lambda name: self._write(file, name), lambda error: self._fail(file, error), self
        )

    @property
    def _done(self) -> int:
        return self._saved + len(self._failed)

    @property
    def _key(self) -> str:
        return f"save-all-{id(self)}"

    def _cancel(self) -> None:
        self._cancelled = True

    def _write(self, file: AttachmentRow, sealed: str) -> None:
        folder, files = self._folder, self._ctx.files

        def write(_reader: Reader) -> None:
            target = free_place(folder, safe_file_name(file.name))
            try:
                copy_out(files().open(sealed), target)
            except BaseException:
                target.unlink(missing_ok=True)  # its name was taken, its bytes are not there
                raise

        self._ctx.reads.ask(
            write,
            then=lambda _: self._wrote(),
            failed=lambda error: self._fail(file, error),
            owner=self,
        )

    def _wrote(self) -> None:
        self._saved += 1
        self._next()

    def _fail(self, file: AttachmentRow, error: Exception) -> None:
        self._failed.append(file)
        self._why = " ".join(error_words(error))
        self._next()

    def _tell(self) -> None:
        self._ctx.notices.withdraw(self._key)
        if self._saved:
            self._record(self._saved)
        told = t(
            "Conversation", "%n files saved in {folder}.", self._saved, folder=self._folder.name
        )
        left = [*self._failed, *self._waiting]
        if not left:
            self._ctx.notices.show(told, "good")
            self.deleteLater()
            return
        detail = t("Conversation", "%n not saved.", len(left)) + " " + self._why
        again = t("Conversation", "Try again")
        self._ctx.notices.post(
            Notice(told, "warn", again, self._again, 0.0, self._key, detail.strip())
        )

    def _again(self) -> None:
        self._waiting = [*self._failed, *self._waiting]
        self._all = len(self._waiting)
        self._failed, self._why, self._saved, self._cancelled = [], "", 0, False
        self._next()
