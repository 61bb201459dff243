"""Copy, print or keep a whole conversation: with or without the internal notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageSize, QPdfWriter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workspace.store.connect import Reader
from workspace.store.queries.conversation_find import KindCounts, count_kinds
from workspace.store.queries.rows import TicketRow
from workspace.ui.conversation.attachments import safe_file_name
from workspace.ui.conversation.saving import write_new
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.transcript.paper_preview import PaperPreview
from workspace.ui.transcript.transcript_printer import TranscriptPrinter
from workspace.ui.transcript.whole_ticket import Copied, read_copy
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.words import one_line


class TranscriptDialog(QDialog):
    """Notes stay out unless they are asked for. Each way out leaves a record in the audit."""

    def __init__(self, ctx: WindowContext, ticket: TicketRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("transcript")
        self.setWindowTitle(t("Transcript", "Copy or print the conversation"))
        self.setMinimumWidth(ctx.theme.px(420))
        self._ctx = ctx
        self._ticket = ticket
        self._printer: TranscriptPrinter | None = None
        self._total = 0
        self._build()
        self._look()
        ctx.reads.ask(count_kinds, ticket.id, then=self._count, owner=self, topic="counts")

    def _build(self) -> None:
        theme = self._ctx.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.size("pane_pad_px")] * 4)
        column.setSpacing(theme.px(10))
        title = PlainLabel(one_line(self._ticket.subject)[:120] or self._ticket.ref, role="strong")
        title.setWordWrap(True)
        column.addWidget(title)
        self.counted = PlainLabel("", role="quiet")
        column.addWidget(self.counted)
        self.notes = QCheckBox(t("Transcript", "With the internal notes"))
        column.addWidget(self.notes)
        warning = PlainLabel(
            t("Transcript", "Internal notes are for colleagues. They are marked as such."),
            role="warn",
        )
        warning.setWordWrap(True)
        warning.hide()
        self.notes.toggled.connect(warning.setVisible)
        column.addWidget(warning)
        self.preview = PaperPreview(self._ctx, self._ticket.id)
        self.preview.counted.connect(self._say_pages)
        self.notes.toggled.connect(self._look)
        column.addWidget(self.preview, 1)
        self.pages = PlainLabel("", role="quiet")
        column.addWidget(self.pages)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(t("Transcript", "Progress"))
        self.progress.hide()
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy_button = self._button(row, t("Transcript", "Copy"), self.copy)
        self.pdf_button = self._button(row, t("Transcript", "Save as PDF…"), self.ask_pdf)
        self.print_button = self._button(row, t("Transcript", "Print…"), self.ask_printer)
        self.print_button.setProperty("role", "primary")
        self.print_button.setDefault(True)
        self._button(row, t("Transcript", "Cancel"), self.reject)
        column.addLayout(row)

    def _button(self, row: QHBoxLayout, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: act())
        row.addWidget(button)
        return button

    def _look(self) -> None:
        """The pages as they would be printed now."""
        self.pages.setText(t("Transcript", "Laying out the pages…"))
        self.preview.show_pages(with_notes=self.notes.isChecked())

    def _say_pages(self, shown: int, more: bool) -> None:
        words = t("Transcript", "%n pages", shown)
        if more:
            words = t("Transcript", "The first %n pages; all of them are printed.", shown)
        self.pages.setText(words)

    def _count(self, counts: KindCounts) -> None:
        self._total = counts.total
        self.counted.setText(
            t("Transcript", "%n entries", counts.total)
            + " · "
            + t("Transcript", "%n internal notes", counts.note)
        )

    # --- copy ------------------------------------------------------------------------------

    def copy(self) -> None:
        """As plain text and as HTML, to the clipboard."""
        with_notes = self.notes.isChecked()

        def read(reader: Reader) -> Copied:
            return read_copy(reader, self._ticket.id, with_notes)

        self._work()
        self._ctx.reads.ask(read, then=self._copied, failed=self._fail, owner=self, topic="copy")

    def _copied(self, copied: Copied) -> None:
        data = QMimeData()
        data.setText(copied.plain)
        data.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(data)
        self._record("copied", copied.count)
        self._end(t("Transcript", "%n entries copied.", copied.count))

    # --- paper -----------------------------------------------------------------------------

    def ask_pdf(self) -> None:
        """Where the PDF goes."""
        dialog = QFileDialog(self, t("Transcript", "Save as PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(safe_file_name(f"{self._ticket.subject or self._ticket.ref}.pdf"))
        dialog.fileSelected.connect(lambda path: self.save_pdf(Path(path)))
        dialog.open()

    def save_pdf(self, target: Path) -> None:
        """Paint into memory, then write the file on a worker's thread."""
        buffer = QBuffer(self)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setTitle(one_line(self._ticket.subject)[:200])
        writer.setCreator("Workspace")

        def done(entries: int, _pages: int) -> None:
            buffer.close()
            self._write(bytes(QByteArray(buffer.data()).data()), target, entries)

        self._paint(writer, done)

    def _write(self, data: bytes, target: Path, entries: int) -> None:
        def write(_reader: Reader) -> None:
            write_new([data], target)

        def written(_: None) -> None:
            self._record("pdf", entries)
            self._end(t("Transcript", "Saved as {name}.", name=target.name))

        self._ctx.reads.ask(write, then=written, failed=self._fail, owner=self)

    def ask_printer(self) -> None:
        """The system's own dialog; it need not know of any printer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(one_line(self._ticket.subject)[:80] or self._ticket.ref)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)  # its own `open` wants a slot by name

    def print_on(self, printer: QPagedPaintDevice) -> None:
        """Paint onto this device."""

        def done(entries: int, pages: int) -> None:
            self._record("printed", entries)
            self._end(t("Transcript", "%n pages printed.", pages))

        self._paint(printer, done)

    def _paint(self, device: QPagedPaintDevice, done: Callable[[int, int], None]) -> None:
        self._work()
        self._device = device  # lives as long as it is painted on
        printer = self._printer = TranscriptPrinter(
            self._ctx, self._ticket.id, device, with_notes=self.notes.isChecked(), parent=self
        )
        printer.progressed.connect(self.progress.setValue)
        printer.done.connect(done)
        printer.failed.connect(self._fail)
        printer.start()

    # --- around it -------------------------------------------------------------------------

    def _work(self) -> None:
        self.preview.stop()
        for widget in (self.copy_button, self.pdf_button, self.print_button, self.notes):
            widget.setEnabled(False)
        self.progress.setRange(0, max(1, self._total))  # 0 of 0 would run to and fro
        self.progress.show()

    def _record(self, how: str, entries: int) -> None:
        notes = "with notes" if self.notes.isChecked() else "without notes"
        ref, detail = self._ticket.ref, f"{how} entries={entries} {notes}"
        self._ctx.writes.submit(lambda door: door.record("export.conversation", ref, detail))

    def _end(self, told: str) -> None:
        self._ctx.notices.show(told, "good")
        self.accept()

    def _fail(self, error: Exception | None) -> None:
        for widget in (self.copy_button, self.pdf_button, self.print_button, self.notes):
            widget.setEnabled(True)
        self.progress.hide()
        if error is not None:
            self._ctx.notices.error(error)
        else:
            self._ctx.notices.show(
                t("Transcript", "The printer can't be opened. Choose another one."), "bad"
            )

    def done(self, result: int) -> None:
        self.preview.stop()
        if self._printer is not None:
            self._printer.cancel()
        super().done(result)
