"""HTML from outside becomes HTML that the window can show without harm, and plain text.

Three steps. A look at the source refuses what would make a standard parser work in proportion to
the square of its length. nh3 keeps an allow-list of tags and attributes. A pass over its output,
which is well formed, enforces what Qt's rich text needs: depth, size and grid caps, because a few
hundred bytes of nested tables freeze it for minutes. Over a cap only the text is shown.

Nothing here raises on any `str`, and time grows in proportion to the length of the source.
"""

from __future__ import annotations

import html as html_entities
import re
from dataclasses import dataclass, field

import nh3

SANITISER_VERSION = 1
"""Raise it with every change of what comes out: cached entries are then sanitised again."""

MAX_SOURCE = 1_000_000  # characters, without embedded images
MAX_SOURCE_TAGS = 20_000
FEW_TAGS = 2_000  # with so few, no names of theirs bring MAX_REOPENED
MAX_SOURCE_ENTITIES = 100_000
MAX_REOPENED = 300_000  # formatting elements that a parser might have to open again
MAX_HTML = 200_000  # characters
MAX_TABLES = 8  # nested
MAX_DEPTH = 100
MAX_IMAGES = 100
MAX_WORD = 1_000
MAX_GRID = 40_000  # cells of a table, counted as rows x columns
MAX_SPAN = 50
MAX_URL = 4_000

BREAK = "\u200b"  # zero-width space: invisible, and a place to break a line


@dataclass(frozen=True, slots=True)
class Sanitised:
    """What may be shown: `html` is empty where a cap was met (`capped`), `text` never lies."""

    html: str
    text: str
    capped: bool


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TAGS = _words(
    "a abbr b blockquote br caption cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img "
    "ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead "
    "tr tt u ul var"
)
_DROPPED_WITH_CONTENT = _words(
    "applet audio canvas embed frameset head iframe math noembed noframes object script style svg "
    "template title video xmp"
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "p": {"align", "dir"},
    "div": {"align", "dir"},
    "span": {"dir"},
    "blockquote": {"dir"},
    "li": {"dir"},
    "table": {"dir"},
    "td": {"align", "colspan", "dir", "rowspan"},
    "th": {"align", "colspan", "dir", "rowspan"},
}
_BLOCKS = _words("blockquote caption dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul")
_VOID = frozenset(("br", "hr", "img"))

# What parsers open again in every block while it stands open, up to three of a kind.
_FORMATTING = "big|b|code|em|font|i|nobr|strike|strong|small|s|tt|u"
_formatting_start = re.compile(rf"<({_FORMATTING})[\s/][^<>]*>", re.IGNORECASE)
_formatting_left = re.compile(rf"<(?:{_FORMATTING})[\s/]", re.IGNORECASE)
_formatting_name = re.compile(rf"<({_FORMATTING})\b", re.IGNORECASE)
_embedded = re.compile(r"data:[a-z0-9/+.-]{1,80};base64,[A-Za-z0-9+/=%]*", re.IGNORECASE)
_tag_start = re.compile(r"</?[a-zA-Z]")

_token = re.compile(r'<(/?)([a-zA-Z0-9]+)((?:[^">]|"[^"]*")*)>|([^<]+)|<')
_attribute = re.compile(r'([a-z]+)="([^"]*)"')
_blanks = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_many_newlines = re.compile(r"\n{3,}")
_in_word = rf"[^\s{BREAK}\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]"
_word_part = re.compile(rf"&[#0-9a-zA-Z]{{1,10}};|{_in_word}")
# Possessive and bound to the start of a word, so that no character is looked at twice.
_long_word = re.compile(rf"(?<!{_in_word}){_in_word}{{{MAX_WORD},}}+")
_ignored_in_url = re.compile(r"[\t\r\n]")
_outer_blanks = "".join(map(chr, range(0x21))) + "\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"
_link = re.compile(r"(https?:/{2}[^\s/\\?#]|mailto:|tel:)[^\\]*\Z", re.IGNORECASE)
_unsafe_in_url = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\"<>]"
)
_inline_image = re.compile(r"cid:[^\s\x00-\x20\x7f\"<>\\]{1,300}\Z", re.IGNORECASE)
_lone_surrogate = re.compile("[\ud800-\udfff]")


def sanitise(html: str) -> Sanitised:
    """Make HTML of unknown origin safe to show. Never raises; thread-safe."""
    source = html if html.isascii() else _whole(html)
    if "64," in source:  # what of the pattern has no capitals, so that it is quick to find
        source = _embedded.sub("", source)
    if _too_hard(source):
        return Sanitised("", _strip(source), True)
    source = _formatting_start.sub(r"<\1>", source)
    if source.count("<") > 64 and len(_formatting_left.findall(source)) > 64:
        return Sanitised("", _strip(source), True)
    walk = _Walk()
    walk.feed(_cleaner.clean(source))
    shown = "".join(walk.out)
    if walk.capped or len(shown) > MAX_HTML:
        return Sanitised("", walk.text(), True)
    return Sanitised(shown, walk.text(), False)


def _whole(html: str) -> str:
    """Without lone surrogates; encoding finds out faster than looking at each character."""
    try:
        html.encode()
    except UnicodeEncodeError:
        return _lone_surrogate.sub("\ufffd", html)
    return html


def html_to_text(html: str) -> str:
    """The text of any HTML, with line breaks where blocks end and `> ` before what is quoted."""
    return sanitise(html).text


def break_words(text: str) -> str:
    """Put an invisible place to break into every word longer than `MAX_WORD` characters.

    Works on plain text and on escaped HTML text, where an entity counts as one character. Hangul
    and ideographs need none: a line may break between any two of them.
    """
    if len(text) < MAX_WORD:
        return text
    return _long_word.sub(_break_word, text)


def _break_word(word: re.Match[str]) -> str:
    parts = _word_part.findall(word.group())
    starts = range(0, len(parts), MAX_WORD)
    return BREAK.join("".join(parts[start : start + MAX_WORD]) for start in starts)


def _too_hard(source: str) -> bool:
    """Whether parsing this could take more than time in proportion to its length."""
    if len(source) > MAX_SOURCE or source.count("&") > MAX_SOURCE_ENTITIES:
        return True
    if source.count("<") <= FEW_TAGS:
        return False
    tags = 0
    for _ in _tag_start.finditer(source):
        tags += 1
        if tags > MAX_SOURCE_TAGS:
            return True
    names = {name.lower() for name in _formatting_name.findall(source)}
    return tags * 3 * len(names) > MAX_REOPENED


def _filter(tag: str, name: str, value: str) -> str | None:
    """The value of an allowed attribute as it may stay, or None to drop it."""
    if name == "href":
        return _safe_link(value)
    if name == "src":
        source = value.strip(_outer_blanks)
        return source if _inline_image.match(source) else None
    if name in ("colspan", "rowspan"):
        return (
            value
            if value.isascii() and value.isdigit() and len(value) < 4 and 0 < int(value) <= MAX_SPAN
            else None
        )
    if name in ("width", "height", "start"):
        return value if value.isascii() and value.isdigit() and len(value) <= 4 else None
    if name == "align":
        return value.lower() if value.lower() in ("left", "right", "center", "justify") else None
    if name == "dir":
        return value.lower() if value.lower() in ("ltr", "rtl") else None
    return value[:300]  # alt and title: text


def _safe_link(value: str) -> str | None:
    """An address of one of four schemes, without the blanks that hide a scheme."""
    link = _ignored_in_url.sub("", value.strip(_outer_blanks)).replace(" ", "%20")
    if len(link) > MAX_URL or _unsafe_in_url.search(link) or not _link.match(link):
        return None
    scheme, colon, rest = link.partition(":")
    return scheme.lower() + colon + rest


_cleaner = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(_DROPPED_WITH_CONTENT),
    attributes=_ATTRIBUTES,
    attribute_filter=_filter,
    strip_comments=True,
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel", "cid"},
    url_relative="deny",
)


@dataclass(slots=True)
class _Table:
    """Size of the grid that a table spans in Qt, over-estimated where cells span rows."""

    rows: int = 0
    columns: int = 0
    widest: int = 0
    spanning: int = 0

    def cell(self, attributes: str) -> None:
        values = dict(_attribute.findall(attributes))
        width = int(values.get("colspan", "1"))
        self.columns += width
        self.widest = max(self.widest, self.columns)
        if values.get("rowspan", "1") != "1":
            self.spanning += width

    @property
    def grid(self) -> int:
        return self.rows * (self.widest + self.spanning)


@dataclass(slots=True)
class _Walk:
    """One pass over well-formed HTML: applies the caps and gathers the text."""

    out: list[str] = field(default_factory=list)
    capped: bool = False
    _depth: int = 0
    _images: int = 0
    _run: int = 0
    _quotes: int = 0
    _preformatted: int = 0
    _tables: list[_Table] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)

    def feed(self, clean: str) -> None:
        for close, name, attributes, text in _token.findall(clean):
            if not name:
                self._text(text or "<")
            elif close:
                self._close(name)
            else:
                self._open(name, attributes)

    def text(self) -> str:
        self._end_line()
        return _many_newlines.sub("\n\n", "\n".join(self._lines)).strip("\n ")

    def _text(self, escaped: str) -> None:
        text = html_entities.unescape(escaped) if "&" in escaped else escaped
        self.out.append(self._broken(escaped))
        if self._preformatted:
            first, *rest = text.split("\n")
            self._line.append(first)
            for line in rest:
                self._end_line(keep_empty=True)
                self._line.append(line)
        else:
            # Nearly all text has single spaces only; a no-break space is not printable.
            plain = text.isprintable() and "  " not in text
            self._line.append(text if plain else _blanks.sub(" ", text))

    def _broken(self, escaped: str) -> str:
        """Long words broken, also where inline tags cut one into pieces."""
        if not escaped or escaped.isspace():
            self._run = 0
            return escaped
        last_blank = max(escaped.rfind(" "), escaped.rfind("\n"), escaped.rfind("\t"))
        if self._run + len(escaped) >= MAX_WORD and not escaped[0].isspace() and self._run:
            escaped = BREAK + escaped
            self._run = 0
        self._run = len(escaped) - last_blank - 1 if last_blank >= 0 else self._run + len(escaped)
        return escaped if len(escaped) < MAX_WORD else break_words(escaped)

    def _open(self, name: str, attributes: str) -> None:
        if name == "img":
            self._image(attributes)
            return
        if name in _BLOCKS:
            self._end_line()
            self._run = 0
        self.out.append(f"<{name}{attributes}>")
        if name == "br":
            self._end_line(keep_empty=True)
            self._run = 0
        if name in _VOID:
            return
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self.capped = True
        if name == "blockquote":
            self._quotes += 1
        elif name == "pre":
            self._preformatted += 1
        elif name == "li":
            self._line.append("• ")
        elif name == "table":
            self._tables.append(_Table())
            if len(self._tables) > MAX_TABLES:
                self.capped = True
        elif self._tables and name in ("tr", "td", "th"):
            self._cell(name, attributes)

    def _cell(self, name: str, attributes: str) -> None:
        table = self._tables[-1]
        if name == "tr":
            table.rows += 1
            table.columns = 0
            return
        if table.columns:
            self._line.append("\t")
        table.cell(attributes)
        if table.grid > MAX_GRID:
            self.capped = True

    def _close(self, name: str) -> None:
        self.out.append(f"</{name}>")
        self._depth -= 1
        if name in _BLOCKS:
            self._end_line()
            self._run = 0
        if name in ("p", "table", "ul", "ol", "blockquote") and not self._tables:
            self._lines.append("")
        if name == "blockquote":
            self._quotes -= 1
        elif name == "pre":
            self._preformatted -= 1
        elif name == "table" and self._tables:
            self._tables.pop()

    def _image(self, attributes: str) -> None:
        values = dict(_attribute.findall(attributes))
        if "src" not in values:  # Qt would still ask for a resource, with an empty name
            if values.get("alt"):
                self._text(values["alt"].replace("<", "&lt;").replace(">", "&gt;"))
            return
        self._images += 1
        if self._images > MAX_IMAGES:
            self.capped = True
        self.out.append(f"<img{attributes}>")
        self._run = 0

    def _end_line(self, keep_empty: bool = False) -> None:
        if not self._line and not keep_empty:
            return
        line = "".join(self._line)
        self._line.clear()
        line = line.rstrip() if self._preformatted else line.strip(" ")
        if line or keep_empty:
            self._lines.append("> " * min(self._quotes, 5) + line)


def _strip(source: str) -> str:
    """The text of HTML that is too hard to parse: tags cut out by one forward scan."""
    pieces: list[str] = []
    position = 0
    while (start := source.find("<", position)) >= 0:
        pieces.append(source[position:start])
        name = _tag_name.match(source, start)
        if source.startswith("<!--", start):
            end = source.find("-->", start + 4)
            end = end + 3 if end >= 0 else len(source)
        elif name and name.group(1).lower() in ("script", "style", "title"):
            closing = re.compile(f"</{name.group(1)}", re.IGNORECASE).search(source, start)
            end = closing.start() if closing else len(source)
        elif name or source.startswith("</", start) or source.startswith("<!", start):
            closing_at = source.find(">", start)
            end = closing_at + 1 if closing_at >= 0 else len(source)
            if name and name.group(1).lower() in _BLOCKS | {"br"}:
                pieces.append("\n")
        else:
            pieces.append("<")
            end = start + 1
        position = end
    pieces.append(source[position:])
    text = html_entities.unescape("".join(pieces))
    lines = (_blanks.sub(" ", line).strip() for line in text.split("\n"))
    return _many_newlines.sub("\n\n", "\n".join(lines)).strip()


_tag_name = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
