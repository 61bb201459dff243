"""Shows in the editor what marks mean: bold is bold, code is set apart, a placeholder stands out.

Looks at one paragraph per key, and at no more than its first characters.
"""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from workspace.domain.placeholders import unresolved
from workspace.ui.theme.theme import Theme

MOST = 2_000  # characters of a paragraph

_STYLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^ {0,3}>.*"), "quote"),
    (re.compile(r"\*\*(?=\S)[^*]+?(?<=\S)\*\*"), "bold"),
    (re.compile(r"(?<![*\w])\*(?=[^\s*])[^*]+?(?<=\S)\*(?![*\w])"), "italic"),
    (re.compile(r"(?<![_\w])_(?=[^\s_])[^_]+?(?<=\S)_(?![_\w])"), "italic"),
    (re.compile(r"~~(?=\S)[^~]+?(?<=\S)~~"), "struck"),
    (re.compile(r"\[[^\[\]]{0,300}\]\([^()\s]{1,500}\)"), "link"),
    (re.compile(r"`[^`]+`"), "code"),
)


class Marks(QSyntaxHighlighter):
    """Formats of one editor's document; the text itself is never touched."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self.is_rich = False
        self._formats: dict[str, QTextCharFormat] = {}
        self._make_formats()
        theme.changed.connect(self._on_theme)

    def set_rich(self, is_rich: bool) -> None:
        """Whether marks mean anything where this goes."""
        if is_rich != self.is_rich:
            self.is_rich = is_rich
            self.rehighlight()

    def _on_theme(self) -> None:
        self._make_formats()
        self.rehighlight()

    def _make_formats(self) -> None:
        made = {name: QTextCharFormat() for _, name in _STYLES}
        made["bold"].setFontWeight(QFont.Weight.Bold)
        made["italic"].setFontItalic(True)
        made["struck"].setFontStrikeOut(True)
        made["code"].setFontFamilies(["monospace"])
        made["code"].setFontFixedPitch(True)
        made["code"].setBackground(self._theme.color("inbound"))
        made["code"].setForeground(self._theme.color("text"))
        made["quote"].setForeground(self._theme.color("text_quiet"))
        made["link"].setForeground(self._theme.color("accent"))
        made["placeholder"] = QTextCharFormat()
        made["placeholder"].setBackground(self._theme.color("warn_soft"))
        made["placeholder"].setForeground(self._theme.color("warn"))
        self._formats = made

    def highlightBlock(self, text: str) -> None:
        if not text or not any(sign in text for sign in "*_~`>[{"):
            return
        text = text[:MOST]
        spans = [
            (found.start(), found.end(), self._formats[name])
            for pattern, name in (_STYLES if self.is_rich else ())
            for found in pattern.finditer(text)
        ]
        if "{{" in text:
            style = self._formats["placeholder"]
            spans += [(one.start, one.end, style) for one in unresolved(text)]
        edges = sorted({edge for start, end, _ in spans for edge in (start, end)})
        for start, end in pairwise(edges):
            merged = QTextCharFormat()
            for first, last, style in spans:
                if first <= start and end <= last:
                    merged.merge(style)
            self.setFormat(*_units(text, start, end), merged)


def _units(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and length as Qt counts them, in UTF-16 units."""
    if text.isascii():
        return start, end - start
    first, last = (len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in (start, end))
    return first, last - first
