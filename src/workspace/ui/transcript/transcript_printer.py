"""Prints a whole ticket onto pages, in short slices, so that the window never waits for it."""

from __future__ import annotations

import time
from html import escape

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice

from workspace.store.queries.rows import ConversationPage, EntryRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.transcript.page_painter import PagePainter, Sheets
from workspace.ui.transcript.transcript_words import (
    belongs,
    file_lines,
    heading,
    html_entry,
    title_lines,
)
from workspace.ui.transcript.whole_ticket import BEGINNING, place_after, read_stretch

SLICE_S = 0.008
AT_ONCE = 50
_BOX = '<table border="1" cellspacing="0" cellpadding="8"><tr><td>{}</td></tr></table>'


def printed_entry(entry: EntryRow) -> str:
    """One entry for paper: mail as it was formatted, all else as its words."""
    if entry.kind == "activity" or not (entry.html or entry.kind == "note"):
        return html_entry(entry)
    files = "".join(f"<p>{escape(line)}</p>" for line in file_lines(entry))
    words = escape(entry.text.strip()).replace("\n", "<br>")
    whole = f"<p><b>{escape(heading(entry))}</b></p>{entry.html or words}{files}"
    return _BOX.format(whole) if entry.kind == "note" else whole


class TranscriptPrinter(QObject):
    """Reads stretch by stretch and paints as it reads. GUI thread.

    Signals:
        progressed: entries painted so far.
        done: (entries, pages) are on paper.
        failed: an Exception, or None where the device can't be opened; nothing more comes.
    """

    progressed = Signal(int)
    done = Signal(int, int)
    failed = Signal(object)

    def __init__(
        self,
        ctx: WindowContext,
        ticket_id: int,
        device: QPagedPaintDevice | Sheets,
        *,
        with_notes: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket_id = ticket_id
        self._device = device
        self._with_notes = with_notes
        self._pages: PagePainter | None = None
        self._place = BEGINNING
        self._waiting: list[EntryRow] = []
        self._more = True
        self._count = 0
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._slice.timeout.connect(self._paint)

    def start(self) -> None:
        """Begin; the signals tell the rest."""
        self._read()

    def cancel(self) -> None:
        """Stop; no signal follows. The device is closed."""
        self._slice.stop()
        self._more = False
        self._waiting.clear()
        self._close()

    def _read(self) -> None:
        self._ctx.reads.ask(
            read_stretch,
            self._ticket_id,
            self._place,
            AT_ONCE,
            then=self._take,
            failed=self._fail,
            owner=self,
            topic="print",
        )

    def _take(self, page: ConversationPage) -> None:
        if not self._more:
            return
        if self._pages is None and not self._open(page):
            self._fail(None)
            return
        keep = self._with_notes
        self._waiting += [entry for entry in page.entries if belongs(entry, with_notes=keep)]
        self._place, self._more = place_after(page, self._place), page.has_newer
        self._slice.start(0)

    def _open(self, page: ConversationPage) -> bool:
        font = self._ctx.theme.font("base")
        font.setPixelSize(round(self._ctx.theme.tokens.type_px["base_px"]))
        lines = title_lines(page.ticket, with_notes=self._with_notes)
        foot = t("Transcript", "{ticket} · printed from Workspace", ticket=page.ticket.ref)
        self._pages = PagePainter(self._device, font, foot)
        if not self._pages.begin():
            self._pages = None
            return False
        more = "".join(f"<p>{escape(line)}</p>" for line in lines[1:])
        self._pages.paint(f"<h2>{escape(lines[0])}</h2>{more}<hr>")
        return True

    def _paint(self) -> None:
        until = time.monotonic() + SLICE_S
        assert self._pages is not None
        while self._waiting and time.monotonic() < until:
            self._pages.paint(printed_entry(self._waiting.pop(0)))
            self._count += 1
        self.progressed.emit(self._count)
        if self._pages is None:
            return  # whoever heard it had seen enough
        if self._waiting:
            self._slice.start(0)
        elif self._more:
            self._read()
        else:
            pages = self._pages.pages
            self._close()
            self.done.emit(self._count, pages)

    def _close(self) -> None:
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.end()

    def _fail(self, error: Exception | None) -> None:
        self.cancel()
        self.failed.emit(error)
