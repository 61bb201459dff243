"""Shows in the editor what marks mean: bold is bold, code is set apart, a placeholder stands out.

Looks at one paragraph per key, and at no more than its first characters. A word that is not in
a dictionary is underlined, but never the one that is being written.
"""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from workspace.domain.placeholders import unresolved
from workspace.ui.composer.composer_edit import ComposerEdit
from workspace.ui.spelling.spelling import Spelling, words_in
from workspace.ui.theme.theme import Theme

MOST = 2_000  # characters of a paragraph
MOST_BLOCKS = 600  # what is longer was pasted, and would hold the window up

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
    """Formats of one editor's document; the text itself is never touched.

    Attributes:
        spelling: judges words; None until somebody writes here.
        names: words that are right whatever a dictionary says, such as the customer's name.
    """

    def __init__(self, edit: ComposerEdit, theme: Theme) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._theme = theme
        self.spelling: Spelling | None = None
        self.names: frozenset[str] = frozenset()
        self._waiting: dict[int, set[str]] = {}
        self._spared: tuple[int, int] | None = None
        edit.cursorPositionChanged.connect(self._on_cursor)
        edit.focus_left.connect(self._look_at_spared)
        self.is_rich = False
        self._formats: dict[str, QTextCharFormat] = {}
        self._make_formats()
        theme.changed.connect(self._on_theme)

    def set_rich(self, is_rich: bool) -> None:
        """Whether marks mean anything where this goes."""
        if is_rich != self.is_rich:
            self.is_rich = is_rich
            self.rehighlight()

    # --- spelling ------------------------------------------------------------------------------

    def use_spelling(self, spelling: Spelling) -> None:
        """Somebody writes here: underline what is misspelt from now on."""
        if self.spelling is None:
            self.spelling = spelling
            spelling.judged.connect(self._on_judged)
            spelling.changed.connect(self.rehighlight)
            self.rehighlight()

    def is_misspelt(self, word: str) -> bool:
        """As far as is known."""
        if self.spelling is None or word in self.names:
            return False
        return self.spelling.is_right(word) is False

    def _on_judged(self, words: set[str]) -> None:
        waiting, self._waiting = self._waiting, {}
        for number, wanted in waiting.items():
            if wanted & words:
                self.rehighlightBlock(self.document().findBlockByNumber(number))
            else:
                self._waiting[number] = wanted

    def _on_cursor(self) -> None:
        """The word that was spared while it was written is looked at once it is left."""
        if self._spared is None:
            return
        start, end = self._spared
        if not start <= self._edit.textCursor().position() <= end:
            self._look_at_spared()

    def _look_at_spared(self) -> None:
        if self._spared is not None:
            start, self._spared = self._spared[0], None
            self.rehighlightBlock(self.document().findBlock(start))

    def _misspelt(self, text: str) -> list[tuple[int, int, QTextCharFormat]]:
        spelling = self.spelling
        if spelling is None:
            return []
        block = self.currentBlock()
        at = self._edit.textCursor().position() - block.position() if self._edit.hasFocus() else -1
        style, wanted = self._formats["misspelt"], set()
        spans = []
        for found in words_in(text):
            word = found[0]
            if word in self.names:
                continue
            first, length = _units(text, found.start(), found.end())
            if first <= at <= first + length:
                self._spared = (block.position() + first, block.position() + first + length)
                continue
            right = spelling.is_right(word)
            if right is None:
                wanted.add(word)
            elif not right:
                spans.append((found.start(), found.end(), style))
        if wanted:
            self._waiting[block.blockNumber()] = wanted
        return spans

    # --- formats -------------------------------------------------------------------------------

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
        made["misspelt"] = QTextCharFormat()
        made["misspelt"].setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made["misspelt"].setUnderlineColor(self._theme.color("bad"))
        self._formats = made

    def highlightBlock(self, text: str) -> None:
        if not text or self.document().blockCount() > MOST_BLOCKS:
            return
        text = text[:MOST]
        spans = self._misspelt(text)
        if self.is_rich and any(sign in text for sign in "*_~`>["):
            spans += [
                (found.start(), found.end(), self._formats[name])
                for pattern, name in _STYLES
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
