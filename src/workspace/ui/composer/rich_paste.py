"""What is pasted from a page or a document becomes the Markdown that we send, or stays words.

The source passes the sanitiser first, so nothing in it is loaded and nothing of it is trusted.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from workspace.sanitise import sanitise

MAX_SOURCE = 60_000  # characters; more of it comes in as plain words

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~"}
_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "dl", "dt", "dd", "hr")
)
_not_bold = re.compile(r"<b\b[^>]{0,300}font-weight:\s*normal[^>]{0,300}>", re.IGNORECASE)
_blanks = re.compile(r"[ \t\r\n\f\u00a0]+")
_many_lines = re.compile(r"\n{3,}")
_web = re.compile(r"(?:https?://|mailto:)[^\s()<>]+\Z", re.IGNORECASE)


def markdown_of(html: str) -> str:
    """The HTML as Markdown of our subset; "" where it holds no formatting that we keep."""
    if len(html) > MAX_SOURCE:
        return ""
    clean = sanitise(_not_bold.sub("<span>", html)).html
    if not clean:
        return ""
    writer = _Writer()
    writer.feed(clean)
    writer.close()
    return writer.text() if writer.has_marks else ""


class _Writer(HTMLParser):
    """Writes line by line; a line carries the prefixes of the quotes and lists around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.has_marks = False
        self._lines: list[str] = [""]
        self._lists: list[int] = []  # 0 for bullets, else the next number
        self._quotes = 0
        self._pre = 0
        self._links: list[tuple[str, int]] = []
        self._open: list[tuple[str, int]] = []

    def text(self) -> str:
        """All of it."""
        return _many_lines.sub(
            "\n\n", "\n".join(line.rstrip() for line in self._lines).replace("\n>\n\n", "\n\n")
        ).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MARKS:
            self._open.append((_MARKS[tag], len(self._lines[-1])))
        elif tag == "code" and not self._pre:
            self._open.append(("`", len(self._lines[-1])))
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._lines[-1])))
        elif tag == "br":
            self._new_line()
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ul" else 1)
            self._end_line()
        elif tag == "li":
            self._item()
        elif tag == "blockquote":
            self._paragraph()
            self._quotes += 1
            self.has_marks = True
            self._lines[-1] = "> " * min(self._quotes, 3)
        elif tag == "pre":
            self._paragraph()
            self._pre += 1
            self.has_marks = True
            self._lines[-1] += "```"
            self._new_line()
        elif tag in _BLOCKS:
            self._paragraph()
        elif tag in ("td", "th") and self._lines[-1].strip():
            self._lines[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS or (tag == "code" and not self._pre):
            if self._open:
                self._close_mark(*self._open.pop())
        elif tag == "a" and self._links:
            self._close_link(*self._links.pop())
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._end_line()
            if not self._lists:
                self._new_line()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
            self._paragraph()
            if not self._lines[-1].strip(" >"):
                self._lines[-1] = "> " * min(self._quotes, 3)
        elif tag == "pre" and self._pre:
            self._pre -= 1
            self._end_line()
            self._lines[-1] += "```"
            self._paragraph()
        elif tag in _BLOCKS:
            self._paragraph()

    def handle_data(self, data: str) -> None:
        if self._pre:
            first, *rest = data.split("\n")
            self._lines[-1] += first
            for line in rest:
                self._new_line()
                self._lines[-1] += line
            return
        text = _blanks.sub(" ", data)
        at_start = not self._lines[-1].strip(" >")
        self._lines[-1] += text.lstrip() if at_start else text

    def _new_line(self) -> None:
        self._open = [(mark, 0) for mark, _ in self._open]
        self._links = [(href, 0) for href, _ in self._links]
        self._lines.append("> " * min(self._quotes, 3))

    def _end_line(self) -> None:
        if self._lines[-1].strip(" >"):
            self._new_line()

    def _paragraph(self) -> None:
        if self._lists:
            return  # within an item: one line
        if self._lines[-1].strip(" >"):
            self._new_line()
            self._lines.append(self._lines[-1])
        elif not self._quotes:
            self._lines[-1] = ""

    def _item(self) -> None:
        self._end_line()
        number = self._lists[-1] if self._lists else 0
        if number:
            self._lists[-1] += 1
        self.has_marks = True
        indent = "   " * max(0, min(len(self._lists), 4) - 1)
        self._lines[-1] += f"{indent}{number}. " if number else f"{indent}- "

    def _close_mark(self, mark: str, start: int) -> None:
        line = self._lines[-1]
        inner = line[start:]
        words = inner.strip()
        if words and not (words.startswith(mark) and words.endswith(mark)):
            before = inner[: len(inner) - len(inner.lstrip())]
            after = inner[len(inner.rstrip()) :]
            self._lines[-1] = f"{line[:start]}{before}{mark}{words}{mark}{after}"
            self.has_marks = True

    def _close_link(self, href: str, start: int) -> None:
        line = self._lines[-1]
        words = line[start:].strip().replace("[", "(").replace("]", ")")
        if not words or not _web.match(href):
            return
        bare = href.removeprefix("mailto:")
        if words in (href, bare):
            self._lines[-1] = line[:start] + bare
            return
        self._lines[-1] = f"{line[:start]}[{words}]({href})"
        self.has_marks = True
