"""Plain text laid out by a QTextLayout; addresses in it are links."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from workspace.ui.conversation.text_blocks import (
    NO_MARKS,
    Ink,
    Link,
    Selection,
    Step,
    TextMarks,
    find_links,
    mark_formats,
    utf16_length,
    utf16_slice,
)

CARET_PX = 1.5
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class PlainBlock:
    """Plain text; addresses in it are links."""

    is_html: ClassVar[bool] = False

    def __init__(self, text: str, width: float, font: QFont, *, centered: bool = False) -> None:
        self._source = text.replace("\r\n", "\n").replace("\t", "    ")
        self._links = find_links(self._source)
        self._layout = QTextLayout(self._source.replace("\n", "\u2028"), font)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centered else LEFT)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
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

    def natural_width(self) -> float:
        """How wide the widest line is."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(n).naturalTextWidth() for n in lines), default=0.0)

    def draw(
        self, painter: QPainter, origin: QPointF, ink: Ink, marks: TextMarks = NO_MARKS
    ) -> None:
        """Paint with its top left corner at `origin`."""
        formats: list[QTextLayout.FormatRange] = []
        for start, length, _ in self._links:
            char = QTextCharFormat()
            char.setForeground(ink.link)
            char.setFontUnderline(True)
            formats.append(_range(start, length, char))
        for span, char in mark_formats(ink, marks):
            formats.append(_range(span.start, span.end - span.start, char))
        painter.setPen(ink.text)
        self._layout.draw(painter, origin, formats)
        if marks.caret >= 0:
            painter.fillRect(self.caret_rect(marks.caret).translated(origin), ink.text)

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

    def caret_rect(self, position: int) -> QRectF:
        """Where the caret stands at this position."""
        line = self._layout.lineForTextPosition(position)
        if not line.isValid():
            return QRectF(0, 0, CARET_PX, self.size.height())
        found: Any = line.cursorToX(position)
        x = float(found[0] if isinstance(found, tuple) else found)
        return QRectF(x, line.y(), CARET_PX, line.height())

    def moved(self, position: int, step: Step, forward: bool) -> int:
        """The position a caret comes to."""
        end = utf16_length(self._source)
        if step == "all":
            return end if forward else 0
        if step in ("character", "word"):
            mode = QTextLayout.CursorMode
            by = mode.SkipWords if step == "word" else mode.SkipCharacters
            if forward:
                return self._layout.nextCursorPosition(position, by)
            return self._layout.previousCursorPosition(position, by)
        line = self._layout.lineForTextPosition(position)
        if not line.isValid():
            return position
        if step == "edge":
            start = line.textStart()
            if not forward:
                return start
            stop = start + line.textLength()
            is_last = line.lineNumber() == self._layout.lineCount() - 1
            return stop if is_last else max(start, self._layout.previousCursorPosition(stop))
        number = line.lineNumber() + (1 if forward else -1)
        if not 0 <= number < self._layout.lineCount():
            return end if forward else 0
        x = self.caret_rect(position).x()
        found: Any = self._layout.lineAt(number).xToCursor(x)
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

    def slide(self, by_px: float) -> bool:
        """Never: its lines are broken to fit."""
        return False

    def reveal(self, position: int) -> None:
        """All of it is seen."""


def _range(start: int, length: int, char: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = char
    return made
