"""The grammar of the sample talks: one line of a talk is one thing that somebody did.

    1d2h > text            the customer writes, by the ticket's channel
    18m whatsapp> text     ... by another channel
    2d html > text {f.html} ... as HTML mail from resources/sample/html
    17m jiyoon: text       an agent replies; `jiyoon/whatsapp:` by another channel
    15m marco! text        an agent's internal note
    10m hana = status=solved tags+=vip   an agent changes fields
    9m read                the customer has read everything so far
    | more text            goes on with the text above, on a new line

The time is counted back from now: days, hours, minutes. `[name]` at the end attaches a file.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Literal

import msgspec

_LINE = re.compile(r"(?P<ago>(?:\d+[dhm])+) (?P<rest>.+)\Z")
_CUSTOMER = re.compile(r"(?P<channel>[a-z]+)? ?> ?(?P<text>.*)\Z")
_AGENT = re.compile(r"(?P<agent>[a-z]+)(?:/(?P<channel>[a-z]+))?(?P<mark>[:!]) (?P<text>.*)\Z")
_FIELDS = re.compile(r"(?P<agent>[a-z]+) = (?P<fields>.+)\Z")
_FILES = re.compile(r" \[(?P<name>[^\]]+)\]")
_HTML = re.compile(r" \{(?P<name>[^}]+)\}")
_UNITS = {"d": 86_400_000, "h": 3_600_000, "m": 60_000}


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that somebody did. `ago` in milliseconds before now."""

    ago: int
    kind: Literal["customer", "reply", "note", "set", "read"]
    agent: str = ""
    channel: str = ""
    text: str = ""
    html: str = ""  # name of a resource
    files: tuple[str, ...] = ()


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket of the sample data, as its file tells it.

    `due`: so long from now a reply is due; with a minus it was due so long ago.
    """

    person: str
    channel: str
    subject: str
    talk: str
    team: str = ""
    assignee: str = ""
    priority: str = "normal"
    status: str = "new"
    tags: tuple[str, ...] = ()
    due: str = ""
    fields: dict[str, str] = {}
    long: str = ""

    def acts(self) -> tuple[Act, ...]:
        """What happened, oldest first. ValueError if a line is not of the grammar."""
        acts: list[Act] = []
        for line in self.talk.splitlines():
            if line.startswith("|"):
                last = acts[-1]
                acts[-1] = msgspec.structs.replace(last, text=f"{last.text}\n{line[2:]}")
            elif line.strip():
                acts.append(parse_line(line))
        for earlier, later in pairwise(acts):
            if later.ago > earlier.ago:
                raise ValueError(f"{self.subject}: “{later.text}” comes before its predecessor")
        return tuple(acts)


def parse_line(line: str) -> Act:
    """One line of a talk."""
    found = _LINE.match(line)
    if not found:
        raise ValueError(f"no time in “{line}”")
    ago, rest = milliseconds(found["ago"]), found["rest"]
    if rest == "read":
        return Act(ago=ago, kind="read")
    if fields := _FIELDS.match(rest):
        return Act(ago=ago, kind="set", agent=fields["agent"], text=fields["fields"])
    if agent := _AGENT.match(rest):
        text, files = _split_files(agent["text"])
        kind: Literal["reply", "note"] = "reply" if agent["mark"] == ":" else "note"
        return Act(
            ago=ago,
            kind=kind,
            agent=agent["agent"],
            channel=agent["channel"] or "",
            text=text,
            files=files,
        )
    customer = _CUSTOMER.match(rest)
    if not customer:
        raise ValueError(f"nobody does anything in “{line}”")
    text, files = _split_files(customer["text"])
    html = _HTML.search(text)
    channel = customer["channel"] or ""
    return Act(
        ago=ago,
        kind="customer",
        channel="" if channel == "html" else channel,
        text=_HTML.sub("", text),
        html=html["name"] if html else "",
        files=files,
    )


def milliseconds(text: str) -> int:
    """`1d2h30m` in milliseconds."""
    return sum(int(number) * _UNITS[unit] for number, unit in re.findall(r"(\d+)([dhm])", text))


def assignments(text: str) -> dict[str, Any]:
    """`status=solved tags+=vip` as the arguments of a change of fields."""
    wanted: dict[str, Any] = {}
    for word in text.split():
        name, _, value = word.partition("=")
        if name == "tags+":
            wanted["tags_add"] = (*wanted.get("tags_add", ()), value)
        else:
            wanted[name] = value
    return wanted


def _split_files(text: str) -> tuple[str, tuple[str, ...]]:
    return _FILES.sub("", text), tuple(found["name"] for found in _FILES.finditer(text))
