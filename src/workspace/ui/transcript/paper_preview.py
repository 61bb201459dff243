"""Looking at the pages before they are printed: the same painter, onto pictures."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.transcript.page_painter import Sheets
from workspace.ui.transcript.transcript_printer import TranscriptPrinter

MOST_PAGES = 20
"""Of a longer ticket only the beginning is looked at; all of it is printed."""
GAP = 10


class PaperPreview(QAbstractScrollArea):
    """Pages under each other, as wide as there is room. Painted in slices as they are read.

    Signals:
        counted: how many pages there are to see, and whether more would be printed.
    """

    counted = Signal(int, bool)

    def __init__(self, ctx: WindowContext, ticket_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket_id = ticket_id
        self.sheets = Sheets()
        self._printer: TranscriptPrinter | None = None
        self.setObjectName("paper_preview")
        self.setAccessibleName(t("Transcript", "Pages as they will be printed"))
        self.setProperty("look", "pane")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ctx.theme.px(40))

    def sizeHint(self) -> QSize:
        return QSize(self._ctx.theme.px(460), self._ctx.theme.px(340))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._ctx.theme.px(240), self._ctx.theme.px(120))

    def show_pages(self, *, with_notes: bool) -> None:
        """Read and paint anew."""
        self.stop()
        self.sheets = Sheets()
        printer = self._printer = TranscriptPrinter(
            self._ctx, self._ticket_id, self.sheets, with_notes=with_notes, parent=self
        )
        printer.progressed.connect(self._grown)
        printer.done.connect(self._finished)
        # What can't be read is told where it is printed; here the pages stay away.
        QTimer.singleShot(0, printer, printer.start)

    def stop(self) -> None:
        """No further page; those that are there stay."""
        printer, self._printer = self._printer, None
        if printer is not None:
            printer.cancel()
            printer.deleteLater()

    def _grown(self, _entries: int) -> None:
        if len(self.sheets.pages) > MOST_PAGES:
            self.stop()
            del self.sheets.pages[MOST_PAGES:]
            self.counted.emit(MOST_PAGES, True)
            self._laid_out()

    def _finished(self, _entries: int, pages: int) -> None:
        self.stop()
        shown = min(pages, MOST_PAGES)
        del self.sheets.pages[MOST_PAGES:]
        self.counted.emit(shown, pages > shown)
        self._laid_out()

    # --- drawing ---------------------------------------------------------------------------

    def _page(self, number: int) -> QRect:
        """Where a page lies, from the top of all."""
        gap = self._ctx.theme.px(GAP)
        width = self.viewport().width() - 2 * gap
        height = round(width * self.sheets.paper.height() / self.sheets.paper.width())
        return QRect(gap, gap + number * (height + gap), width, height)

    def _laid_out(self) -> None:
        bar, gap = self.verticalScrollBar(), self._ctx.theme.px(GAP)
        bottom = self._page(len(self.sheets.pages) - 1).bottom() + gap if self.sheets.pages else 0
        bar.setRange(0, max(0, bottom - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        to = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}.get(
            Qt.Key(event.key())
        )
        if to is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(to)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ctx.theme.color("background"))
        top = self.verticalScrollBar().value()
        busy = self._printer is not None  # its last page is being painted on
        for number, picture in enumerate(self.sheets.pages[: -1 if busy else None]):
            page = self._page(number).translated(QPoint(0, -top))
            if not page.intersects(event.rect()):
                continue
            painter.fillRect(page, Qt.GlobalColor.white)
            painter.save()
            painter.setClipRect(page)
            painter.translate(page.topLeft())
            scale = page.width() / self.sheets.paper.width()
            painter.scale(scale, scale)
            painter.translate(self.sheets.area.topLeft())
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            picture.play(painter)
            painter.restore()
            painter.setPen(QPen(self._ctx.theme.color("line")))
            painter.drawRect(QRectF(page).adjusted(0, 0, -1, -1))
        painter.end()
