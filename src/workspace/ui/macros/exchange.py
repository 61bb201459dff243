"""Import, export and shared folders, asked for in the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workspace import macro_exchange
from workspace.macro_exchange import Imported, Offered, OnConflict
from workspace.macro_files import MacroFile
from workspace.ui.i18n import t
from workspace.ui.macros.fault_words import fault_words
from workspace.ui.macros.library import MacroLibrary
from workspace.ui.problems import error_words, in_one
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel

SHOWN = 30


class Exchange(QObject):
    """Dialogs lie over the editor; files are read and written on the writing thread.

    Signals:
        told: what came of it.
    """

    told = Signal(str)

    def __init__(self, ctx: WindowContext, library: MacroLibrary, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._library = library
        self._window = window

    def ask_file(self, chosen: Callable[[str], None]) -> None:
        """Choose a file to go with a macro."""
        dialog = self._dialog(t("Macros", "Add a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(chosen)
        dialog.open()

    # --- in -----------------------------------------------------------------------------------

    def ask_import(self) -> None:
        """Choose a zip or a file; a folder is added or imported by the command line."""
        dialog = self._dialog(t("Macros", "Import macros"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(t("Macros", "Macros (*.zip *.toml)"))
        dialog.fileSelected.connect(lambda name: self.look(Path(name)))
        dialog.open()

    def look(self, source: Path) -> None:
        """See what is in it; ask where it would replace something, else take it."""
        paths = self._ctx.paths
        self._library.run(
            lambda: macro_exchange.offered(source, paths),
            done=lambda found: self._offered(source, found),
            failed=self._fail,
            owner=self,
        )

    def _offered(self, source: Path, found: Sequence[Offered]) -> None:
        if not any(one.conflict or one.macro is None for one in found):
            self.take(source, "refuse")
            return
        asking = ImportDialog(self._ctx, found, self._window)
        asking.answered.connect(lambda answer: self.take(source, answer))
        asking.open()

    def take(self, source: Path, on_conflict: OnConflict) -> None:
        """Bring them in."""
        paths = self._ctx.paths
        self._library.run(
            lambda: macro_exchange.take(source, paths, on_conflict),
            done=self._taken,
            failed=self._fail,
            owner=self,
        )

    def _taken(self, found: list[Imported]) -> None:
        here = sum(one.done in ("added", "replaced", "renamed") for one in found)
        self.told.emit(t("Macros", "%n macros imported", here))

    # --- out ----------------------------------------------------------------------------------

    def ask_export(self, files: Sequence[MacroFile]) -> None:
        """Choose where; a zip with the files that are attached."""
        dialog = self._dialog(t("Macros", "Export macros"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(t("Macros", "Macros (*.zip)"))
        dialog.setDefaultSuffix("zip")
        name = files[0].id if len(files) == 1 else "macros"
        dialog.selectFile(f"{name}.zip")
        dialog.fileSelected.connect(lambda chosen: self.export(files, Path(chosen)))
        dialog.open()

    def export(self, files: Sequence[MacroFile], target: Path) -> None:
        """Write them as a zip; the dialog has asked whether one of this very name may go."""
        is_zip = target.suffix.casefold() == ".zip"
        file = target if is_zip else target.with_name(f"{target.name}.zip")

        def write() -> int:
            if is_zip:
                file.unlink(missing_ok=True)
            return macro_exchange.export(files, file)

        self._library.run(
            write,
            done=lambda count: self.told.emit(t("Macros", "%n macros exported", count)),
            failed=self._fail,
            owner=self,
        )

    # --- shared folders -----------------------------------------------------------------------

    def ask_folder(self) -> None:
        """Choose a folder that others keep in step."""
        dialog = self._dialog(t("Macros", "A folder that the team shares"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.join)
        dialog.open()

    def join(self, folder: str) -> None:
        """Read this folder too, after one's own."""
        known = self._ctx.settings.value.macro_folders
        self._ctx.settings.change(macro_folders=tuple(dict.fromkeys((*known, folder))))
        self.told.emit(t("Macros", "Added: {folder}", folder=folder))

    def leave(self, folder: str) -> None:
        """Read it no more; nothing in it is deleted."""
        known = self._ctx.settings.value.macro_folders
        self._ctx.settings.change(macro_folders=tuple(one for one in known if one != folder))
        self.told.emit(t("Macros", "Left: {folder}", folder=folder))

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _fail(self, error: Exception) -> None:
        self.told.emit(in_one(error_words(error)))


class ImportDialog(QDialog):
    """Says which macros are here already or can't be read, and asks what to do.

    Signals:
        answered: skip, replace or rename.
    """

    answered = Signal(str)

    def __init__(self, ctx: WindowContext, found: Sequence[Offered], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Macros", "Import macros"))
        theme = ctx.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.px(16)] * 4))
        column.setSpacing(theme.px(6))
        clashing = [one for one in found if one.conflict]
        faulty = [one for one in found if one.macro is None]
        fine = len(found) - len(clashing) - len(faulty)
        is_any = fine > 0 or bool(clashing)
        words = t("Macros", "%n macros are new or the same", fine)
        if not is_any:
            words = t("Macros", "There is nothing that can be imported")
        column.addWidget(PlainLabel(words, role="strong"))
        if clashing:
            column.addWidget(PlainLabel(t("Macros", "Another one of this name is here:")))
            for one in clashing[:SHOWN]:
                name = one.macro.name if one.macro else one.id
                column.addWidget(PlainLabel(f"{name} ({one.id})", role="warn"))
        if faulty:
            column.addWidget(PlainLabel(t("Macros", "Can't be read, and is left out:")))
            for one in faulty[:SHOWN]:
                why = fault_words(one.faults[0]) if one.faults else ""
                column.addWidget(PlainLabel(f"{one.id}: {why}", role="bad"))
        row = QHBoxLayout()
        row.addStretch(1)
        choices = [("skip", t("Macros", "Import the others"))] if is_any else []
        if clashing:
            choices = [
                ("skip", t("Macros", "Keep mine")),
                ("rename", t("Macros", "Keep both")),
                ("replace", t("Macros", "Replace mine")),
            ]
        for answer, words in choices:
            button = QPushButton(words)
            button.setObjectName(f"import_{answer}")
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
            row.addWidget(button)
        cancel = QPushButton(t("Macros", "Cancel") if is_any else t("Macros", "Close"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        column.addSpacing(theme.px(8))
        column.addLayout(row)

    def _answer(self, answer: str) -> None:
        self.answered.emit(answer)
        self.accept()
