"""Hostile HTML that names one local file in every way, and odd messages; all made here by rule."""

from __future__ import annotations

import itertools
from typing import Any

CARRIERS = (
    "<img src='{}'>",
    '<img src="{}" width=9 height=9 alt=x>',
    "<img srcset='{} 1x, {} 2x' src='{}'>",
    "<picture><source srcset='{}'><img src='{}'></picture>",
    "<input type=image src='{}'>",
    "<body background='{}'>x</body>",
    "<table background='{}'><tr background='{}'><td background='{}'>x</td></tr></table>",
    "<p style=\"background:url('{}')\">x</p>",
    "<p style='background-image:url({})'>x</p>",
    "<ul style=\"list-style-image:url('{}')\"><li>x</ul>",
    "<style>@import '{}';@import url({});p{{background:url({})}}</style><p>x</p>",
    "<style>@font-face{{font-family:a;src:url('{}')}}p{{font-family:a}}</style><p>x</p>",
    "<link rel=stylesheet type='text/css' href='{}'>x",
    "<iframe src='{}'></iframe><frame src='{}'>x",
    "<object data='{}'><embed src='{}'></object>x",
    "<audio src='{}'></audio><video src='{}' poster='{}'></video>x",
    "<svg><image href='{}' xlink:href='{}'/><use href='{}#a'/></svg>x",
    "<blockquote cite='{}'><img src='{}'></blockquote>",
    "<base href='{}/'><img src='x.png'>",
    "<meta http-equiv=refresh content='0;url={}'>x",
    "<script src='{}'></script>x",
    "<p title=\"<img src='{}'>\">x</p>",
    "&lt;img src='{}'&gt;<pre><img src='{}'></pre>",
    "<a href='{}'><img src='{}'></a>",
)
WAYS = (
    "{}",
    "file://{}",
    "FILE://{}",
    "file:{}",
    "file://localhost{}",
    "file:///proc/self/root{}",
    "/{}",
    "./..{}",
    "qrc:{}",
    ":{}",
    "cid:{}",
    "image:{}",
    " {}",
    "\t{}\n",
    "data:text/html,<img src={}>",
    "http://127.0.0.1:9{}",
    "//127.0.0.1{}",
)


def bodies(path: str) -> list[str]:
    """Every carrier with every way of naming the file: more than 400."""
    made = []
    for carrier, way in itertools.product(CARRIERS, WAYS):
        address = way.replace("{}", path)
        made.append(
            carrier.replace("{{", "\x00")
            .replace("}}", "\x01")
            .replace("{}", address)
            .replace("\x00", "{")
            .replace("\x01", "}")
        )
    return made


def markups(path: str) -> list[str]:
    """For names, subjects, labels: what a label that guesses its format would render."""
    return [
        f"<img src='file://{path}'>",
        f"<b>bold</b><img src={path}>",
        f"<html><body background='{path}'>x",
        f"<a href='file://{path}'>x</a>",
        f"&lt;img src='{path}'&gt;",
        f"<!DOCTYPE html><style>@import url({path})</style>x",
    ]


ODD_TEXTS = (
    "",
    " ",
    "\n" * 500,
    "\u200b",
    "\x00",
    "\x00before and after\x00",
    "\x1b[2J\x1b[31mred",
    "\r\r\n\r",
    "\ud83d",
    "a\ud800b",
    "\ufffe\uffff",
    "\u202egnp.exe",
    "\u2066" * 200 + "x",
    "\u0301" * 500,
    "e" + "\u0301" * 2_000,
    "👨‍👩‍👧‍👦" * 300,
    "한" * 20_000,
    "ᄒ" + "ᅡ" * 200,
    "x" * 200_000,
    "\t" * 5_000,
    "> " * 3_000 + "deep",
    "\n".join(f"{'>' * n} quote" for n in range(120)),
    "-- \n" * 200,
    "https://example.com/" + "a" * 5_000,
    "http://" * 2_000,
    "@" * 5_000,
    "From: a\nSubject: b\n\nx",
    "=?utf-8?B?" + "A" * 4_000,
    "%s%n%x{0}{name}%1%2",
    "{" * 3_000,
    "﷽" * 500,
    "\u0e33" * 800,
    "۝" * 300,
    "\ufeffbom",
    "a\u00adb" * 2_000,
    "\u2028\u2029" * 300,
)
ODD_FIELDS: tuple[dict[str, Any], ...] = (
    {"subject": ""},
    {"subject": "x" * 100_000},
    {"subject": "\n\n\n"},
    {"subject": "\u202egnp.exe"},
    {"subject": "\x00\x01\x02"},
    {"subject": "%1 %n {name}"},
    {"tags": tuple(f"t{n}" for n in range(300))},
    {"tags": ("", " ", "\n", "x" * 5_000)},
    {"cc": tuple(f"a{n}@example.com" for n in range(500))},
    {"custom_fields": {"": [""], "x" * 900: ["y" * 9_000]}},
    {"custom_fields": {"f": ["v"] * 900}},
    {"priority": "x" * 900},
    {"team": "no such team"},
    {"assignee": "nobody\u202e"},
    {"channel": "carrier pigeon"},
    {"backend_status": "\u0000odd"},
    {"requester": None},
    {"updated_at": 0},
    {"updated_at": 2**52},
    {"url": "javascript:alert(1)"},
    {"url": "file:///etc/passwd"},
    {"due_at": -1},
    {"created_at": -(2**40)},
    {"message_count": 2**31},
    {"remote_id": "../../x"},
    {"remote_id": "a:b:c"},
)


def odd_messages() -> list[tuple[dict[str, Any], str]]:
    """(fields of a ticket, text of its message): more than 60."""
    return [({}, text) for text in ODD_TEXTS] + [(dict(fields), "hello") for fields in ODD_FIELDS]
