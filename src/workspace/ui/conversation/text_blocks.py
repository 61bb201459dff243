"""Laid-out text: plain by QTextLayout, mail by a QTextDocument that can load nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)

MAX_LINKS = 200

_link = re.compile(
    r"https?://[^\s<>\"“”]{3,2000}|www\.[^\s<>\"“”]{3,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
)


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads and what its text says. Nothing is opened from here."""

    target: str
    shown: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected positions in UTF-16 units, start <= end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours of one drawing of a block."""

    text: QColor
    link: QColor
    selected_text: QColor
    selected_ground: QColor


class TextBlock(Protocol):
    """Laid-out text at a fixed width; coordinates are its own, from its top left corner."""

    size: QSizeF

    def draw(
        self, painter: QPainter, origin: QPointF, ink: Ink, selection: Selection | None
    ) -> None: ...

    def position_at(self, point: QPointF) -> int: ...

    def link_at(self, point: QPointF) -> Link | None: ...

    def links(self) -> list[Link]: ...

    def word_at(self, position: int) -> Selection: ...

    def text(self) -> str: ...


def utf16_slice(text: str, start: int, end: int) -> str:
    """The part between two Qt positions, which count UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode(
        "utf-16-le", "replace"
    )


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def find_links(text: str) -> list[tuple[int, int, str]]:
    """(start, length, target) of addresses in plain text; positions in UTF-16 units."""
    found: list[tuple[int, int, str]] = []
    done, units = 0, 0
    for match in _link.finditer(text):
        shown = match.group().rstrip(".,;:!?)]}'’”")
        if len(found) >= MAX_LINKS or not shown:
            break
        units += _utf16_length(text[done : match.start()])
        done = match.start()
        if "://" in shown:
            target = shown
        elif shown.startswith("www."):
            target = "https://" + shown
        else:
            target = "mailto:" + shown
        found.append((units, _utf16_length(shown), target))
    return found


class PlainBlock:
    """Plain text; addresses in it are links."""

    def __init__(self, text: str, width: float, font: QFont, *, centered: bool = False) -> None:
        self._source = text.replace("\r\n", "\n").replace("\t", "    ")
        self._links = find_links(self._source)
        self._layout = QTextLayout(self._source.replace("\n", "\u2028"), font)
        option = QTextOption(
            Qt.AlignmentFlag.AlignHCenter if centered else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        height, used = 0.0, 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() + 1
            used = max(used, line.naturalTextWidth())
        self._layout.endLayout()
        self.size = QSizeF(width if centered else min(width, used + 1), max(0.0, height - 1))

    def draw(
        self, painter: QPainter, origin: QPointF, ink: Ink, selection: Selection | None
    ) -> None:
        """Paint with its top left corner at `origin`."""
        formats: list[QTextLayout.FormatRange] = []
        for start, length, _ in self._links:
            char = QTextCharFormat()
            char.setForeground(ink.link)
            char.setFontUnderline(True)
            formats.append(_range(start, length, char))
        if selection is not None and selection.end > selection.start:
            char = QTextCharFormat()
            char.setForeground(ink.selected_text)
            char.setBackground(ink.selected_ground)
            formats.append(_range(selection.start, selection.end - selection.start, char))
        painter.setPen(ink.text)
        self._layout.draw(painter, origin, formats)

    def _line_at(self, y: float) -> QTextLine | None:
        count = self._layout.lineCount()
        for number in range(count):
            line = self._layout.lineAt(number)
            if y < line.y() + line.height() + 1 or number == count - 1:
                return line
        return None

    def position_at(self, point: QPointF) -> int:
        """The nearest text position."""
        line = self._line_at(point.y())
        if line is None:
            return 0
        found: Any = line.xToCursor(point.x())
        return int(found[0] if isinstance(found, tuple) else found)

    def link_at(self, point: QPointF) -> Link | None:
        """The link under the point."""
        line = self._line_at(point.y())
        if line is None or not line.naturalTextRect().contains(point):
            return None
        position = self.position_at(point)
        for start, length, target in self._links:
            if start <= position <= start + length:
                return Link(target, utf16_slice(self._source, start, start + length))
        return None

    def links(self) -> list[Link]:
        """All links, in order."""
        return [
            Link(target, utf16_slice(self._source, start, start + length))
            for start, length, target in self._links
        ]

    def word_at(self, position: int) -> Selection:
        """The word around a position."""
        start = self._layout.previousCursorPosition(position + 1, QTextLayout.CursorMode.SkipWords)
        end = self._layout.nextCursorPosition(start, QTextLayout.CursorMode.SkipWords)
        word = utf16_slice(self._source, start, end)
        return Selection(start, end - (len(word) - len(word.rstrip())))

    def text(self) -> str:
        """What was laid out."""
        return self._source


def _range(start: int, length: int, char: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = char
    return made


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


class HtmlBlock:
    """Sanitised HTML. It must have passed the sanitiser and its caps; it is not checked here."""

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
        document.setTextWidth(width)
        used = min(width, document.idealWidth())
        self.document = document
        self.size = QSizeF(used, document.size().height())

    def draw(
        self, painter: QPainter, origin: QPointF, ink: Ink, selection: Selection | None
    ) -> None:
        """Paint with its top left corner at `origin`, clipped to its own size."""
        painter.save()
        painter.translate(origin)
        clip = QRectF(QPointF(0, 0), self.size)
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, ink.text)
        palette.setColor(QPalette.ColorRole.Link, ink.link)
        context.palette = palette
        if selection is not None and selection.end > selection.start:
            cursor = QTextCursor(self.document)
            cursor.setPosition(selection.start)
            cursor.setPosition(selection.end, QTextCursor.MoveMode.KeepAnchor)
            marked = QAbstractTextDocumentLayout.Selection()
            char = QTextCharFormat()
            char.setForeground(ink.selected_text)
            char.setBackground(ink.selected_ground)
            marked.cursor = cursor
            marked.format = char
            context.selections = [marked]
        self.document.documentLayout().draw(painter, context)
        painter.restore()

    def position_at(self, point: QPointF) -> int:
        """The nearest text position."""
        layout = self.document.documentLayout()
        return max(0, layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit))

    def link_at(self, point: QPointF) -> Link | None:
        """The link under the point."""
        target = self.document.documentLayout().anchorAt(point)
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
