"""Markdown as agents write it becomes the HTML that leaves: a small subset, then sanitised.

Bold, italic, struck out, code, links, lists and quotes; a line break stays one. Raw HTML is text.
Takes milliseconds and imports a parser on first use: call it on a worker thread.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from workspace.sanitise import sanitise

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

MAX_TEXT = 100_000  # characters; longer ones leave as typed

_INLINE = ("newline", "escape", "backticks", "emphasis", "strikethrough", "link", "autolink")
_BLOCKS = ("list", "blockquote", "fence")
_PLAIN = frozenset(
    ("paragraph_open", "paragraph_close", "inline", "text", "text_special", "softbreak")
)

_date = re.compile(r"^([ >]*)(\d{3,}|\d{1,2}(?=[.)][ \t]+\d+[.)]))([.)])(?=\s)")


def to_html(text: str) -> str | None:
    """The text as safe HTML; None where it holds no markup, so that it leaves as plain text."""
    if len(text) > MAX_TEXT:
        return None
    parser = _parser()
    tokens = parser.parse(_dates_kept(text))
    used = {token.type for token in tokens}
    used |= {child.type for token in tokens for child in token.children or ()}
    if used <= _PLAIN:
        return None
    return sanitise(parser.renderer.render(tokens, parser.options, {})).html.strip() or None


def shown_html(text: str) -> str:
    """The text as safe HTML, markup or not: for a preview."""
    if len(text) > MAX_TEXT:
        return ""
    return sanitise(_parser().render(_dates_kept(text))).html.strip()


def _dates_kept(text: str) -> str:
    """`2026. 11. 21.` at the start of a line is a day, not a list in a list in a list."""
    lines = text.split("\n")
    fenced = False
    for number, line in enumerate(lines):
        if line.lstrip(" >").startswith("```"):
            fenced = not fenced
        elif not fenced and line[:12].lstrip(" >")[:1].isdigit():
            lines[number] = _date.sub(r"\1\2\\\3", line)
    return "\n".join(lines)


@functools.cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.parser_inline import ParserInline
    from markdown_it.rules_inline import StateInline
    from markdown_it.rules_inline.state_inline import Scanned

    class KoreanState(StateInline):
        """`**(가)**는` is bold too: Hangul follows a closing mark without a blank."""

        def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
            found = super().scanDelims(start, canSplitWord)
            before = self.src[start - 1] if start else " "
            end = start + found.length
            after = self.src[end] if end < len(self.src) else " "
            if self.src[start] not in "*~" or not (_is_east_asian(before + after)):
                return found
            return Scanned(not after.isspace(), not before.isspace(), found.length)

    class KoreanInline(ParserInline):
        def parse(self, src, md, env, tokens):  # type: ignore[no-untyped-def]
            state = KoreanState(src, md, env, tokens)
            self.tokenize(state)
            for rule in self.ruler2.getRules(""):
                rule(state)
            return state.tokens

    parser = MarkdownIt("zero", {"breaks": True, "html": False})
    parser.inline = KoreanInline()
    parser.inline.ruler.enableOnly(["text", *_INLINE])
    parser.inline.ruler2.enableOnly(
        ["balance_pairs", "strikethrough", "emphasis", "fragments_join"]
    )
    parser.block.ruler.enableOnly(["paragraph", *_BLOCKS])
    return parser


def _is_east_asian(signs: str) -> bool:
    return any("\u1100" <= sign <= "\u11ff" or "\u3040" <= sign <= "\ud7af" for sign in signs)
