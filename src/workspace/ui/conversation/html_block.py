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
    QTextOption,
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

CELL_EM = 4.5  # a cell's words need about so much
SMALLEST = 0.6  # of the size of text; below that nobody reads


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
    """Wide tables are laid out wider than there is room, and painted smaller; else 1.

    By the cells to a row, counted in the source: a second layout would cost every mail.
    """
    rows = html.count("<tr")
    if not rows:
        return 1.0
    across = (html.count("<td") + html.count("<th")) / rows
    scale = ems / (across * CELL_EM) if across else 1.0
    return max(SMALLEST, scale) if scale < 0.9 else 1.0


class HtmlBlock:
    """Sanitised HTML. It must have passed the sanitiser and its caps; it is not checked here."""

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
        document.setTextWidth(width / scale)
        used = min(width / scale, document.idealWidth())
        self.document = document
        self.size = QSizeF(used, document.size().height()) * scale

    def draw(
        self, painter: QPainter, origin: QPointF, ink: Ink, marks: TextMarks = NO_MARKS
    ) -> None:
        """Paint with its top left corner at `origin`, clipped to its own size."""
        painter.save()
        painter.translate(origin)
        painter.scale(self._scale, self._scale)
        clip = QRectF(QPointF(0, 0), self.size / self._scale)
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

    def position_at(self, point: QPointF) -> int:
        """The nearest text position."""
        layout = self.document.documentLayout()
        return max(0, layout.hitTest(point / self._scale, Qt.HitTestAccuracy.FuzzyHit))

    def caret_rect(self, position: int) -> QRectF:
        """Where the caret stands at this position."""
        area, scale = self._caret(position), self._scale
        return QRectF(area.topLeft() * scale, area.size() * scale)

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
        target = self.document.documentLayout().anchorAt(point / self._scale)
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
