"""Errors, remarks and help of the commands in the person's language, without Qt.

They are written in English where they arise, travel over ipc and rest in the outbox in English, and
are said in another language where they are shown: by `resources/i18n/plain_*.json`, templates with
`{name}` for what was put in, made of the same catalogues as the window's texts
(`tools/catalogues.py`). A text without a template stays English.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping

from workspace.domain.korean import fill
from workspace.resources import resource

_PLACE = re.compile(r"\{(\w+)\}")
DEEPEST = 3


class PlainWords:
    """One language. Thread-safe once made."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._exact = {en: own for en, own in templates.items() if "{" not in en}
        # The one with most letters of its own says most about a text.
        self._open = sorted(
            ((_longest(en), _pattern(en), own) for en, own in templates.items() if "{" in en),
            key=lambda row: -len(_PLACE.sub("", row[1])),
        )
        self._compiled: dict[str, re.Pattern[str]] = {}

    def say(self, text: str, *, deep: int = 0) -> str:
        """The text in this language; as it is where it has no template."""
        if not text or text in self._exact:
            return self._exact.get(text, text)
        for piece, pattern, own in self._open:
            if piece not in text:
                continue
            compiled = self._compiled.get(pattern)
            if compiled is None:
                compiled = self._compiled[pattern] = re.compile(pattern, re.DOTALL)
            if match := compiled.fullmatch(text):
                return self._fill(own, match.groupdict(), deep)
        return text

    def _fill(self, own: str, values: dict[str, str], deep: int) -> str:
        """Once: what stands in a value is a value, however it looks; it may be said itself."""

        def value_of(name: str) -> str | None:
            value = values.get(name)
            if value is None or " " not in value or deep >= DEEPEST:
                return value
            lead = value[: len(value) - len(value.lstrip())]
            return lead + self.say(value[len(lead) :], deep=deep + 1)

        return fill(own, value_of)


def _longest(template: str) -> str:
    return max(_PLACE.split(template)[::2], key=len)


def _pattern(template: str) -> str:
    found, end = "", 0
    for match in _PLACE.finditer(template):
        found += re.escape(template[end : match.start()]) + f"(?P<{match.group(1)}>.*?)"
        end = match.end()
    return found + re.escape(template[end:])


_ENGLISH = PlainWords({})
_loaded: dict[str, PlainWords] = {"en": _ENGLISH}


def words(language: str) -> PlainWords:
    """The words of a language; English for one without a catalogue. Reads a file the first time."""
    if language not in _loaded:
        text = resource("i18n", f"plain_{language}.json").read_text(encoding="utf-8")
        _loaded[language] = PlainWords(json.loads(text))
    return _loaded[language]


def words_at_hand(language: str) -> PlainWords:
    """As `words`, without touching the disk: English until somebody has read them."""
    return _loaded.get(language, _ENGLISH)


def language(wanted: str = "", environment: Mapping[str, str] = os.environ) -> str:
    """`wanted`, or what the environment says as programs of a terminal read it: en or ko."""
    found = wanted or next(
        (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))),
        "",
    )
    return "ko" if found.startswith("ko") else "en"
