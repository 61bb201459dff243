"""Sanitised mail laid out by a QTextDocument that can load nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextLength,
    QTextOption,
    QTextTable,
)

from workspace.ui.conversation.plain_block import CARET_PX
from workspace.ui.conversation.text_blocks import (
    MAX_LINKS,
    NO_MARKS,
    Ink,
    Link,
    Selection,
    Step,
    TextMarks,
    mark_formats,
)

_MOVE = QTextCursor.MoveOperation
_MOVES: dict[Step, tuple[QTextCursor.MoveOperation, QTextCursor.MoveOperation]] = {
    "character": (_MOVE.PreviousCharacter, _MOVE.NextCharacter),
    "word": (_MOVE.PreviousWord, _MOVE.NextWord),
    "line": (_MOVE.Up, _MOVE.Down),
    "edge": (_MOVE.StartOfLine, _MOVE.EndOfLine),
    "all": (_MOVE.Start, _MOVE.End),
}

CELL_EM = 4.5  # a cell's words need about so much, squeezed
MOVED_CELL_EM = 8.0  # where it has to be moved sideways anyway, no word is broken
SMALLEST = 0.75  # of the size of text; what is wider still is moved sideways, at full size
WIDEST = 20  # times the room there is, whatever a mail asks for
BAR_PX = 5.0


class QuietDocument(QTextDocument):
    """A document that opens no file and no socket, whatever its HTML names.

    Only images of the entry itself, already decoded, are given out. For every other image a null
    QImage is the answer: empty bytes would make Qt try the name as a file.

    Attributes:
        asked: how often Qt asked for something; tests look at it.
    """

    def __init__(self, images: Mapping[str, QImage], max_width: float) -> None:
        super().__init__()
        self._images = images
        self._max_width = max_width
        self.asked = 0

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        self.asked += 1
        if int(kind) != int(QTextDocument.ResourceType.ImageResource.value):
            return b""
        address = name.toString() if isinstance(name, QUrl) else str(name)
        if not address.startswith("cid:"):
            return QImage()
        image = self._images.get(address[4:].strip("<>"), QImage())
        if image.width() > self._max_width:
            return image.scaledToWidth(
                int(self._max_width), Qt.TransformationMode.SmoothTransformation
            )
        return image


def table_scale(html: str, ems: float) -> float:
    """Tables a little too wide are laid out wider than there is room, and painted smaller; else 1.

    By the cells to a row, counted in the source: a second layout would cost every mail.
    """
    rows = html.count("<tr")
    if not rows:
        return 1.0
    across = (html.count("<td") + html.count("<th")) / rows
    scale = ems / (across * CELL_EM) if across else 1.0
    return scale if SMALLEST <= scale < 0.9 else 1.0


def widen_tables(document: QTextDocument, em_px: float, room_px: float) -> None:
    """Give tables of many columns the width that their words need, and nothing else: the
    paragraphs around them stay within the room."""
    frames = list(document.rootFrame().childFrames())
    while frames:
        frame = frames.pop()
        frames += frame.childFrames()
        if not isinstance(frame, QTextTable):
            continue
        if frame.columns() * CELL_EM * em_px <= room_px + 1:
            continue
        needs = min(frame.columns() * MOVED_CELL_EM * em_px, WIDEST * room_px)
        around: QTextFrame | None = frame
        while isinstance(around, QTextTable):
            shape = around.format().toTableFormat()
            known = shape.width()
            if known.type() == QTextLength.Type.FixedLength and known.rawValue() >= needs:
                break
            shape.setWidth(QTextLength(QTextLength.Type.FixedLength, needs))
            around.setFormat(shape)
            around = around.parentFrame()  # else a table for the layout would cut this one
            needs += 2 * em_px


def shrink_images(document: QTextDocument, room_px: float) -> None:
    """No image is wider than the room, whatever width its mail gives it; its shape stays."""
    block = document.begin()
    while block.isValid():
        iterator: Any = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            image = fragment.charFormat().toImageFormat()
            if image.isValid() and image.width() > room_px:
                if image.height() > 0:
                    image.setHeight(image.height() * room_px / image.width())
                image.setWidth(room_px)
                cursor = QTextCursor(document)
                cursor.setPosition(fragment.position())
                cursor.setPosition(
                    fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor
                )
                cursor.setCharFormat(image)
            iterator += 1
        block = block.next()


class HtmlBlock:
    """Sanitised HTML. It must have passed the sanitiser and its caps; it is not checked here.

    What can't be broken into lines (a table of many columns, preformatted text) is as wide as it
    is: the block then shows a part of itself and is moved sideways, alone.

    Attributes:
        over: so many px of it lie beside what is seen; 0 nearly always.
        shift: how far it is moved to the left.
    """

    is_html: ClassVar[bool] = True

    def __init__(
        self, html: str, width: float, font: QFont, link: QColor, images: Mapping[str, QImage]
    ) -> None:
        document = QuietDocument(images, width)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setIndentWidth(20)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(
            f"a {{ color: {link.name()}; }} "
            "p { margin: 0 0 6px 0; } td, th { padding: 1px 8px 1px 0; }"
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(html)
        scale = self._scale = table_scale(html, width / font.pixelSize())
        if "<img" in html:
            shrink_images(document, width / scale)
        if "<tr" in html:
            widen_tables(document, font.pixelSize(), width / scale)
        document.setTextWidth(width / scale)
        ideal = min(document.idealWidth(), WIDEST * width)
        self.document = document
        self.size = QSizeF(min(width / scale, ideal), document.size().height()) * scale
        self.shift = 0.0
        self.over = max(0.0, ideal * scale - width)
        if self.over < 1:
            self.over = 0.0
        else:
            self.size.setHeight(self.size.height() + 2 * BAR_PX)

    def slide(self, by_px: float) -> bool:
        """Move sideways, by so much to the right; False where it can't go on."""
        before = self.shift
        self.shift = min(self.over, max(0.0, before + by_px))
        return self.shift != before

    def reveal(self, position: int) -> None:
        """Move sideways until the caret is seen there."""
        if not self.over:
            return
        left = self._caret(position).left() * self._scale
        margin = min(40.0, self.size.width() / 4)
        if left < self.shift + margin:
            self.slide(left - margin - self.shift)
        elif left > self.shift + self.size.width() - margin:
            self.slide(left - self.size.width() + margin - self.shift)

    @property
    def bar(self) -> QRectF:
        """The handle below it that shows which part is seen; empty where all of it is."""
        if not self.over:
            return QRectF()
        wide = self.size.width()
        handle = max(24.0, wide * wide / (wide + self.over))
        left = (wide - handle) * self.shift / self.over
        return QRectF(left, self.size.height() - BAR_PX - 1, handle, BAR_PX)

    def draw(
        self, painter: QPainter, origin: QPointF, ink: Ink, marks: TextMarks = NO_MARKS
    ) -> None:
        """Paint with its top left corner at `origin`, clipped to its own size."""
        painter.save()
        painter.translate(origin)
        if self.over:
            self._draw_bar(painter, ink)
            painter.setClipRect(QRectF(QPointF(0, 0), self.size), Qt.ClipOperation.IntersectClip)
        painter.translate(-self.shift, 0)
        painter.scale(self._scale, self._scale)
        shown = QRectF(QPointF(self.shift, 0), self.size)
        clip = QRectF(shown.topLeft() / self._scale, shown.size() / self._scale)
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, ink.text)
        palette.setColor(QPalette.ColorRole.Link, ink.link)
        context.palette = palette
        marked: list[QAbstractTextDocumentLayout.Selection] = []
        for span, char in mark_formats(ink, marks):
            cursor = QTextCursor(self.document)
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            one = QAbstractTextDocumentLayout.Selection()
            one.cursor = cursor
            one.format = char
            marked.append(one)
        if marked:
            context.selections = marked
        self.document.documentLayout().draw(painter, context)
        if marks.caret >= 0:
            painter.fillRect(self._caret(marks.caret), ink.text)
        painter.restore()

    def _draw_bar(self, painter: QPainter, ink: Ink) -> None:
        faint = QColor(ink.text)
        faint.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        painter.drawRoundedRect(self.bar, BAR_PX / 2, BAR_PX / 2)

    def _inside(self, point: QPointF) -> QPointF:
        """A point of what is seen, in the document's own lengths."""
        return (point + QPointF(self.shift, 0)) / self._scale

    def position_at(self, point: QPointF) -> int:
        """The nearest text position."""
        layout = self.document.documentLayout()
        return max(0, layout.hitTest(self._inside(point), Qt.HitTestAccuracy.FuzzyHit))

    def caret_rect(self, position: int) -> QRectF:
        """Where the caret stands at this position."""
        area, scale = self._caret(position), self._scale
        place = area.topLeft() * scale - QPointF(self.shift, 0)
        return QRectF(place, area.size() * scale)

    def _caret(self, position: int) -> QRectF:
        """The same in the document's own lengths."""
        block = self.document.findBlock(position)
        area = self.document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return QRectF(area.left(), area.top(), CARET_PX, area.height())
        found: Any = line.cursorToX(position - block.position())
        x = float(found[0] if isinstance(found, tuple) else found)
        return QRectF(area.left() + x, area.top() + line.y(), CARET_PX, line.height())

    def moved(self, position: int, step: Step, forward: bool) -> int:
        """The position a caret comes to."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(position)
        if not cursor.movePosition(_MOVES[step][forward]) and step == "line":
            cursor.movePosition(_MOVES["all"][forward])
        return cursor.position()

    def link_at(self, point: QPointF) -> Link | None:
        """The link under the point."""
        target = self.document.documentLayout().anchorAt(self._inside(point))
        if not target:
            return None
        return next((link for link in self.links() if link.target == target), Link(target, ""))

    def links(self) -> list[Link]:
        """All links, in order."""
        found: list[Link] = []
        block = self.document.begin()
        while block.isValid() and len(found) < MAX_LINKS:
            iterator: Any = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                target = fragment.charFormat().anchorHref()
                if target:
                    found.append(Link(target, fragment.text()))
                iterator += 1
            block = block.next()
        return found

    def word_at(self, position: int) -> Selection:
        """The word around a position."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(position)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return Selection(cursor.selectionStart(), cursor.selectionEnd())

    def text(self) -> str:
        """The plain text, positions as Qt counts them."""
        return self.document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
