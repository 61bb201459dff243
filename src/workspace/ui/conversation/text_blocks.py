"""What laid-out text of a message can do, whether plain or from mail; links found in plain text."""

from __future__ import annotations

import re
from typing import ClassVar, Literal, Protocol

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat

MAX_LINKS = 200

_link = re.compile(
    r"https?://[^\s<>\"“”]{3,2000}|www\.[^\s<>\"“”]{3,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
)


class Link(msgspec.Struct, frozen=True):
    """Where a link leads and what its text says. Nothing is opened from here."""

    target: str
    shown: str


class Selection(msgspec.Struct, frozen=True):
    """Selected positions in UTF-16 units, start <= end."""

    start: int
    end: int


Step = Literal["character", "word", "line", "edge", "all"]
"""How far a caret goes: to the next sign, word, line, end of the line, or end of the text."""


class Ink(msgspec.Struct, frozen=True):
    """Colours of one drawing of a block. What was found is told apart by its underline too."""

    text: QColor
    link: QColor
    selected_text: QColor
    selected_ground: QColor
    found_ground: QColor
    found_line: QColor
    here_text: QColor
    here_ground: QColor


class TextMarks(msgspec.Struct, frozen=True):
    """What is marked in a text: selected, found (the one of them the reader is at), the caret."""

    selected: Selection | None = None
    found: tuple[Selection, ...] = ()
    here: int = -1
    caret: int = -1


NO_MARKS = TextMarks()


class TextBlock(Protocol):
    """Laid-out text at a fixed width; coordinates are its own, from its top left corner."""

    size: QSizeF
    is_html: ClassVar[bool]

    def draw(
        self, painter: QPainter, origin: QPointF, ink: Ink, marks: TextMarks = NO_MARKS
    ) -> None: ...

    def position_at(self, point: QPointF) -> int: ...

    def caret_rect(self, position: int) -> QRectF: ...

    def moved(self, position: int, step: Step, forward: bool) -> int: ...

    def link_at(self, point: QPointF) -> Link | None: ...

    def links(self) -> list[Link]: ...

    def word_at(self, position: int) -> Selection: ...

    def text(self) -> str: ...

    def slide(self, by_px: float) -> bool: ...

    def reveal(self, position: int) -> None: ...


def mark_formats(ink: Ink, marks: TextMarks) -> list[tuple[Selection, QTextCharFormat]]:
    """How each marked stretch is drawn; later ones lie over earlier ones."""
    made: list[tuple[Selection, QTextCharFormat]] = []
    for number, span in enumerate(marks.found):
        char = QTextCharFormat()
        here = number == marks.here
        char.setBackground(ink.here_ground if here else ink.found_ground)
        if here:
            char.setForeground(ink.here_text)
        line = QTextCharFormat.UnderlineStyle
        char.setUnderlineStyle(line.SingleUnderline if here else line.DashUnderline)
        char.setUnderlineColor(ink.here_text if here else ink.found_line)
        made.append((span, char))
    if marks.selected is not None and marks.selected.end > marks.selected.start:
        char = QTextCharFormat()
        char.setForeground(ink.selected_text)
        char.setBackground(ink.selected_ground)
        made.append((marks.selected, char))
    return made


def utf16_slice(text: str, start: int, end: int) -> str:
    """The part between two Qt positions, which count UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode(
        "utf-16-le", "replace"
    )


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def find_links(text: str) -> list[tuple[int, int, str]]:
    """(start, length, target) of addresses in plain text; positions in UTF-16 units."""
    found: list[tuple[int, int, str]] = []
    done, units = 0, 0
    for match in _link.finditer(text):
        shown = match.group().rstrip(".,;:!?)]}'’”")
        if len(found) >= MAX_LINKS or not shown:
            break
        units += utf16_length(text[done : match.start()])
        done = match.start()
        if "://" in shown:
            target = shown
        elif shown.startswith("www."):
            target = "https://" + shown
        else:
            target = "mailto:" + shown
        found.append((units, utf16_length(shown), target))
    return found


def utf16_spans(text: str, spans: list[tuple[int, int]]) -> tuple[Selection, ...]:
    """Stretches counted in characters, as Qt counts them."""
    if text.isascii() or not any(sign > "\uffff" for sign in text):
        return tuple(Selection(begin, end) for begin, end in spans)
    made: list[Selection] = []
    done, units = 0, 0
    for begin, end in spans:
        units += utf16_length(text[done:begin])
        length = utf16_length(text[begin:end])
        made.append(Selection(units, units + length))
        done, units = end, units + length
    return tuple(made)
