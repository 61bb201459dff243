"""Attaching to the draft in front: by button, drop or paste; and taking out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from workspace.domain.commands import OutgoingFile
from workspace.ui.choices import cannot
from workspace.ui.composer.composer_source import Known
from workspace.ui.composer.draft_book import EMPTY, Draft, DraftBook, DraftKey, Mode
from workspace.ui.composer.file_intake import FileIntake
from workspace.ui.composer.mode_pane import ModePane
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


class DraftFiles(QObject):
    """Stands between the panes and the intake; each file keeps the draft it was given to.

    `key_of` names the draft that a mode shows now (None: no ticket), `known` what is known of
    its ticket, `bound` what binds a draft that begins with a file.

    Signals:
        changed: files came, went or are on their way; controls may have to be told.
    """

    changed = Signal()

    def __init__(
        self,
        ctx: WindowContext,
        book: DraftBook,
        panes: Mapping[Mode, ModePane],
        *,
        key_of: Callable[[Mode], DraftKey | None],
        known: Callable[[], Known | None],
        bound: Callable[[Draft, Mode], Draft],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._book = book
        self._panes = panes
        self._key_of = key_of
        self._known = known
        self._bound = bound
        self._window = parent
        self.intake = FileIntake(ctx, book, self)
        self.intake.progressed.connect(self._on_progress)
        self.intake.ended.connect(self._on_ended)
        book.files_changed.connect(self._on_files_changed)
        for pane in panes.values():
            pane.edit.files_given.connect(lambda files, pane=pane: self.attach(files, pane.mode))
            pane.edit.image_given.connect(lambda image, pane=pane: self._add_image(image, pane))
            pane.tray.removal_asked.connect(lambda file, pane=pane: self._remove(file, pane))
            pane.attach_asked.connect(lambda pane=pane: self._choose(pane.mode))

    def is_busy(self, key: DraftKey) -> bool:
        """Files are still on their way into this draft."""
        return self.intake.is_busy(key)

    def attach(self, files: list[Path], mode: Mode) -> None:
        """Attach files to the draft of this mode."""
        self._attach_to(self._key_of(mode), files)

    def _choose(self, mode: Mode) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, t("Composer", "Attach files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        key = self._key_of(mode)  # bound now: the agent may turn to another ticket meanwhile
        dialog.filesSelected.connect(lambda names: self._attach_to(key, [Path(n) for n in names]))
        dialog.open()

    def _refused(self) -> bool:
        known = self._known()
        why = cannot(known.capabilities, "attachments") if known else ""
        if why:
            self._ctx.notices.show(why, "warn")
        return known is None or bool(why)

    def _attach_to(self, key: DraftKey | None, files: list[Path]) -> None:
        if key is None or self._refused():
            return
        for path in files:
            self.intake.add_path(key, path, self._limit())
        self.changed.emit()

    def _add_image(self, image: QImage, pane: ModePane) -> None:
        key = self._key_of(pane.mode)
        if key is not None and not self._refused():
            self.intake.add_image(key, image, self._limit())
            self.changed.emit()

    def _limit(self) -> int:
        known = self._known()
        limit = known.capabilities.get("max_attachment_bytes") if known else 0
        return limit if isinstance(limit, int) else 0

    def _on_progress(self, key: DraftKey, number: int, name: str, share: float) -> None:
        if key == self._key_of(key.mode):
            self._panes[key.mode].tray.show_progress(number, f"{name} {share:.0%}")

    def _on_ended(self, key: DraftKey, number: int) -> None:
        self._panes[key.mode].tray.show_progress(number, "")
        self.changed.emit()

    def _on_files_changed(self, key: DraftKey) -> None:
        if key != self._key_of(key.mode):
            return
        draft = self._book.get(key) or EMPTY
        if not draft.base_entry and not draft.channel:
            draft = self._bound(draft, key.mode)
            self._book.change(key, draft)
        self._panes[key.mode].tray.show_files(draft.files)

    def _remove(self, file: OutgoingFile, pane: ModePane) -> None:
        key = self._key_of(pane.mode)
        if key is None or pane.edit.isReadOnly():
            return
        draft = self._book.get(key) or EMPTY
        files = tuple(each for each in draft.files if each.id != file.id)
        self._book.change(key, replace(draft, files=files))
        self._book.flush()
        self._ctx.writes.submit(
            lambda door: door.remove_file(file.id), failed=self._ctx.notices.error, owner=self
        )
        pane.tray.show_files(files)
        pane.edit.setFocus()
        self.changed.emit()
