"""What comes out is on the allow-list, by the word of a parser that is not the sanitiser's."""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sanitise.corpus import EXTREMES, bodies
from workspace.sanitise import MAX_DEPTH, MAX_HTML, MAX_IMAGES, MAX_TABLES, Sanitised, sanitise
from workspace.sanitise import html_to_text as to_text

ALLOWED = """
    a abbr b blockquote br caption cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img
    ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead
    tr tt u ul var
"""
TAGS = frozenset(ALLOWED.split())
ATTRIBUTES = {"href", "title", "src", "alt", "width", "height", "start", "align", "dir"} | {
    "colspan",
    "rowspan",
}
LINK = re.compile(r"(https?://[^\s/\\?#][^\s\\]*|mailto:[^\s\\]*|tel:[^\s\\]*)\Z")


def elements(html: str) -> Iterator[tuple[Any, int, int]]:
    """Each element of the fragment with its depth and how many tables it is in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    stack = [(child, 1, 0) for child in tree]
    while stack:
        element, depth, tables = stack.pop()
        tables += element.tag == "table"
        yield element, depth, tables
        stack += [(child, depth + 1, tables) for child in element]


def violations(html: str) -> list[str]:
    found = []
    for element, depth, tables in elements(html):
        if element.tag not in TAGS:
            found.append(f"tag {element.tag}")
        found += [f"attribute {name}" for name in element.attrib if name not in ATTRIBUTES]
        if "href" in element.attrib and not LINK.match(element.attrib["href"]):
            found.append(f"href {element.attrib['href']!r}")
        if element.tag == "img" and not element.attrib.get("src", "").startswith("cid:"):
            found.append(f"src {element.attrib.get('src')!r}")
        for name in ("colspan", "rowspan"):
            if int(element.attrib.get(name, "1")) > 50:
                found.append(f"{name} {element.attrib[name]}")
        if depth > MAX_DEPTH + 1 or tables > MAX_TABLES:
            found.append(f"depth {depth}, tables {tables}")
    return found


def test_nothing_hostile_comes_through() -> None:
    bad = {body: violations(sanitise(body).html) for body in bodies()}
    assert not {body: found for body, found in bad.items() if found}
    assert len(bad) > 800


def test_what_comes_out_comes_out_again_unchanged() -> None:
    for body in bodies():
        once = sanitise(body).html
        assert sanitise(once).html == once


@pytest.mark.parametrize("name", sorted(EXTREMES))
def test_extremes_are_capped(name: str) -> None:
    body = EXTREMES[name]
    started = time.process_time()
    done = sanitise(body)
    # No budget: a guard against work in proportion to the square, which takes minutes here.
    assert time.process_time() - started < 10
    assert len(done.html) <= MAX_HTML
    assert done.html.count("<img") <= MAX_IMAGES
    assert not violations(done.html)
    text = re.sub(r"<[^>]*>", " ", re.sub(r"</?(a|b|i|q|u)\b[^>]*>", "", done.html))
    longest = max(map(len, re.split(r"[\s\u200b]+", text)))
    assert longest <= 5 * 1000  # characters of the source: an entity is one on the screen
    assert not (done.capped and done.html)


@pytest.mark.parametrize(
    "name", ["nested tables", "nested div", "unbroken over tags", "images", "wide table"]
)
def test_over_the_caps_only_the_text_is_left(name: str) -> None:
    done = sanitise(EXTREMES[name])
    assert (done.html, done.capped) == ("", True)
    assert done.text.replace("\u200b", "").strip("x\t\n ") == ""


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p onclick=x>Hi <b class=y>there</b></p>", "<p>Hi <b>there</b></p>"),
        ('<a href="HTTPS://host/a b">x</a>', '<a href="https://host/a%20b">x</a>'),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<a href="tel:+82101234">x</a>', '<a href="tel:+82101234">x</a>'),
        ('<a href="htt\tp://host/">x</a>', '<a href="http://host/">x</a>'),
        ('<img src="cid:a@b" width="20">', '<img src="cid:a@b" width="20">'),
        ('<img src="https://spy/p.gif" alt="Logo">!', "Logo!"),
        ('<img src="https://spy/p.gif">', ""),
        ("<blockquote class=gmail_quote>a</blockquote>", "<blockquote>a</blockquote>"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<textarea>kept</textarea><title>dropped</title>", "kept"),
        ("안녕\ud800", "안녕\ufffd"),
    ],
)
def test_what_stays(html: str, clean: str) -> None:
    assert sanitise(html) == Sanitised(clean, sanitise(html).text, False)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("a  b\n c&nbsp;d", "a b c d"),
        ("<ul><li>1</li><li>2</li></ul>after", "• 1\n• 2\n\nafter"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        (
            "On Monday, Kim wrote:<blockquote>hi<br>there</blockquote>",
            "On Monday, Kim wrote:\n> hi\n> there",
        ),
        ("x &lt;b&gt; &amp;amp;", "x <b> &amp;"),
        ("<style>p{}</style><script>x</script>", ""),
        ('<img src="cid:1" alt="picture">', ""),
        ("<p>환불 <b>요청</b>합니다.</p>", "환불 요청합니다."),
    ],
)
def test_text(html: str, text: str) -> None:
    assert to_text(html) == text


def test_long_words_break_without_losing_a_character() -> None:
    done = sanitise("&amp;" * 2_500 + " " + "y" * 3_000 + " " + "가" * 3_000)
    assert done.html.count("\u200b") == 4
    assert (
        done.html.replace("\u200b", "") == "&amp;" * 2_500 + " " + "y" * 3_000 + " " + "가" * 3_000
    )
    assert "\u200b" not in done.text


PIECES = (
    *(
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<table>",
        "<td>",
        "<b x=",
        "'",
        '"',
        "&",
        ";",
        "=",
        " ",
    ),
    *("<a href=", "javascript:", "<img src=", "<svg>", "<style>", "</style>", "<p>", "\x00", "가"),
    *("<select>", "<template>", "<math>", "</p>", "<font a=", "\ud800", "<blockquote>", "x\n", " "),
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join))
def test_any_text_is_survived(body: str) -> None:
    done = sanitise(body)
    assert not violations(done.html)
    done.text.encode()
