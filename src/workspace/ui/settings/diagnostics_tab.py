"""A report for those who help: looked at first, then saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workspace.store.connect import Reader
from workspace.store.diagnostics import Part, gather, write
from workspace.store.journal import JournalDoor
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.motion import BusyBar
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.words import size_word

SHOWN = 200_000  # characters of a part; more would only slow the window


class DiagnosticsTab(QWidget):
    """Signals: `debug_asked`: the debugging view."""

    debug_asked = Signal()
    _progress = Signal(int, int)

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._parts: list[Part] = []
        pad = ctx.theme.size("pane_pad_px")
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        told = PlainLabel(
            t(
                "Settings",
                "The report holds versions, states, counts and logs: no texts, names or addresses"
                " of customers and no passwords. The logs call your accounts by their names. Look"
                " at it before you send it.",
            ),
            role="quiet",
        )
        told.setWordWrap(True)
        column.addWidget(told)
        row = QHBoxLayout()
        row.setSpacing(ctx.theme.px(8))
        self.look = self._button("look_at_report", t("Settings", "Put a report together"), row)
        self.save = self._button("save_report", t("Settings", "Save as…"), row)
        self.save.setDisabled(True)
        self.save.setToolTip(t("Settings", "Put a report together first."))
        debug = self._button("open_debug", t("Settings", "Debugging view…"), row)
        row.addStretch(1)
        column.addLayout(row)
        self.bar = BusyBar()
        self.bar.setAccessibleName(t("Settings", "Putting the report together"))
        self.bar.hide()
        column.addWidget(self.bar)
        split = QSplitter()
        split.setHandleWidth(ctx.theme.px(8))
        split.setProperty("gap", "true")
        self.names = QListWidget()
        self.names.setProperty("look", "list")
        self.names.setAccessibleName(t("Settings", "Files of the report"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(t("Settings", "What the file holds"))
        split.addWidget(self.names)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.hide()  # until there is something to look at
        self._report = split
        column.addWidget(split, 1)
        column.addStretch()
        self.look.clicked.connect(self._on_look)
        self.save.clicked.connect(self._on_save)
        debug.clicked.connect(self.debug_asked)
        self.names.currentRowChanged.connect(self._show_part)
        self._progress.connect(self._on_progress)

    def _button(self, name: str, text: str, row: QHBoxLayout) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        row.addWidget(button)
        return button

    def _on_look(self) -> None:
        paths = self._ctx.paths
        tell = self._progress.emit

        def read(reader: Reader) -> list[Part]:
            return gather(paths, reader, tell)

        self.look.setDisabled(True)
        self.bar.show()
        self._ctx.reads.ask(
            read, then=self._on_parts, failed=self._on_failed, owner=self, topic="report"
        )

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_parts(self, parts: list[Part]) -> None:
        self._parts = parts
        self.bar.hide()
        self.look.setEnabled(True)
        self.save.setEnabled(True)
        self.save.setToolTip("")
        self.names.clear()
        self.names.addItems([f"{part.name}  ({size_word(len(part.data))})" for part in parts])
        self.names.setCurrentRow(0)
        self._report.show()

    def _on_failed(self, error: Exception) -> None:
        self.bar.hide()
        self.look.setEnabled(True)
        self._ctx.notices.error(error)

    def _show_part(self, row: int) -> None:
        if not 0 <= row < len(self._parts):
            self.text.clear()
            return
        text = self._parts[row].data.decode("utf-8", "replace")
        cut = t("Settings", "… only the beginning is shown here") if len(text) > SHOWN else ""
        self.text.setPlainText(text[:SHOWN] + cut)

    def _on_save(self) -> None:
        dialog = QFileDialog(self, t("Settings", "Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.setNameFilter("ZIP (*.zip)")
        dialog.selectFile("workspace-report.zip")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, file: Path) -> None:
        """Write what was looked at, and nothing else."""
        self._ctx.writes.submit(
            _save,
            file,
            self._parts,
            done=lambda _: self._on_saved(file),
            failed=self._ctx.notices.error,
            owner=self,
        )

    def _on_saved(self, file: Path) -> None:
        self._ctx.notices.show(t("Settings", "Saved {name}.", name=file.name), "good")


def _save(door: JournalDoor, file: Path, parts: list[Part]) -> None:
    from workspace.domain.errors import StoreError

    try:
        write(file, parts)
    except OSError as error:
        raise StoreError(
            f"{file} can't be written ({error.strerror}).", "Choose another place."
        ) from error
    door.record("export.diagnostics")
