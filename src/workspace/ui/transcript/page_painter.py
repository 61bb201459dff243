"""Paints laid-out HTML onto pages, one piece under the other, never through a line of text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QPicture,
    QTextDocument,
)

from workspace.ui.conversation.html_block import QuietDocument
from workspace.ui.theme.tokens import load_tokens

UNITS = 96.0  # of our own to the inch, so that lengths are those of the screen at 100 %
FOOT = 28.0
MARGIN_MM = 10.0  # of a sheet that is looked at; a printer has its own
GAP = 10.0

Line = tuple[float, float]
"""Top and bottom of a line of text in its document."""


def lines_of(document: QTextDocument) -> list[Line]:
    """All lines of text, those in tables and lists too."""
    layout = document.documentLayout()
    found: list[Line] = []
    block = document.begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        shaped = block.layout()
        for number in range(shaped.lineCount()):
            line = shaped.lineAt(number)
            found.append((top + line.y(), top + line.y() + line.height()))
        block = block.next()
    return found


def break_before(lines: list[Line], top: float, limit: float) -> float:
    """Where a piece that begins at `top` has to end at the latest, between lines; `top` if none."""
    ends = sorted({bottom for _, bottom in lines if top < bottom <= limit}, reverse=True)
    for end in ends:
        if not any(begin < end - 0.01 and bottom > end + 0.01 for begin, bottom in lines):
            return end
    return top


class Sheets:
    """Paper to look at: A4 pages kept as pictures. All lengths in UNITS.

    Attributes:
        paper: the whole sheet.
        area: what is printed on, within it.
        pages: pictures whose origin is the corner of `area`.
    """

    def __init__(self) -> None:
        inch = 25.4
        self.paper = QRectF(0, 0, 210 / inch * UNITS, 297 / inch * UNITS)
        margin = MARGIN_MM / inch * UNITS
        self.area = self.paper.adjusted(margin, margin, -margin, -margin)
        self.pages: list[QPicture] = []

    def turn(self, painter: QPainter) -> bool:
        """Paint on another page from now on."""
        if painter.isActive():
            painter.end()
        self.pages.append(QPicture())
        return painter.begin(self.pages[-1])


class PagePainter:
    """Between construction and `end` it paints; GUI thread. False from `begin`: no such device.

    Attributes:
        pages: how many were begun.
    """

    def __init__(self, device: QPagedPaintDevice | Sheets, font: QFont, foot: str) -> None:
        self._device = device
        self._painter = QPainter()
        self._font = font
        self._foot = foot
        self._y = 0.0
        self._width = self._height = 0.0
        self.pages = 0

    def begin(self) -> bool:
        """Open the device and its first page."""
        device = self._device
        if isinstance(device, Sheets):
            if not device.turn(self._painter):
                return False
            self._width, self._height = device.area.width(), device.area.height()
        else:
            if not self._painter.begin(device):
                return False
            scale = device.logicalDpiX() / UNITS
            self._painter.scale(scale, scale)
            self._width, self._height = device.width() / scale, device.height() / scale
        self._height -= FOOT
        self._open_page()
        return True

    def paint(self, html: str) -> None:
        """One piece under those before it; what it names outside itself is not looked for."""
        document = QuietDocument({}, self._width)
        document.setDocumentMargin(0)
        document.setIndentWidth(20)
        document.setDefaultFont(self._font)
        document.setDefaultStyleSheet("p { margin: 0 0 4px 0; } td, th { padding: 1px 8px 1px 0; }")
        document.setHtml(html)
        document.setTextWidth(self._width)
        lines = lines_of(document)
        top, whole = 0.0, document.size().height()
        while top < whole:
            room = self._height - self._y
            end = whole if whole - top <= room else break_before(lines, top, top + room)
            if end <= top and self._y > 0:
                self._next_page()
                continue
            if end <= top:  # a line higher than the page
                end = min(whole, top + room)
            self._draw(document, top, end)
            self._y += end - top
            top = end
            if top < whole:
                self._next_page()
        self._y += GAP

    def _draw(self, document: QTextDocument, top: float, end: float) -> None:
        painter = self._painter
        painter.save()
        painter.translate(0, self._y - top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top, self._width, end - top)
        painter.setClipRect(context.clip, Qt.ClipOperation.IntersectClip)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
        context.palette = palette
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _open_page(self) -> None:
        self.pages += 1
        self._y = 0.0
        area = QRectF(0, self._height, self._width, FOOT)
        self._painter.setFont(self._font)
        self._painter.setPen(QColor(load_tokens().light["text_quiet"]))  # on white paper
        flags = Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(area, flags | Qt.AlignmentFlag.AlignLeft, self._foot)
        self._painter.drawText(area, flags | Qt.AlignmentFlag.AlignRight, str(self.pages))

    def _next_page(self) -> None:
        if isinstance(self._device, Sheets):
            self._device.turn(self._painter)
        else:
            self._device.newPage()
        self._open_page()

    def end(self) -> None:
        """Close the device."""
        self._painter.end()
