"""Korean particles (josa) after a word, and where Hangul lies on the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3

# The two-set keyboard (2-beolsik): the letter on a key and what the key types in Korean.
JAMO = dict(
    zip(
        "QWERTYUIOPASDFGHJKLZXCVBNM",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
        strict=True,
    )
)
JAMO_WITH_SHIFT = JAMO | dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True))
LETTERS = {jamo: letter for table in (JAMO_WITH_SHIFT, JAMO) for letter, jamo in table.items()}
_RIEUL = 8

# How the last sign is read aloud: 0 open syllable, _RIEUL ends in ㄹ, 1 any other consonant.
_DIGITS = {"0": 1, "1": _RIEUL, "2": 0, "3": 1, "4": 0, "5": 0, "6": 1, "7": _RIEUL, "8": _RIEUL}
_DIGITS["9"] = 0
_LETTERS = {"l": _RIEUL, "r": _RIEUL, "m": 1, "n": 1}  # 엘, 알, 엠, 엔


def _ending(word: str) -> int:
    """0 for an open last syllable, 8 for ㄹ, 1 for another consonant; unreadable counts as open."""
    for sign in reversed(word):
        code = ord(sign)
        if _HANGUL_FIRST <= code <= _HANGUL_LAST:
            final = (code - _HANGUL_FIRST) % 28
            return final if final in (0, _RIEUL) else 1
        if sign in _DIGITS:
            return _DIGITS[sign]
        if sign.isalpha():
            return _LETTERS.get(sign.lower(), 0)
    return 0


def josa(word: str, pair: str) -> str:
    """The particle of a pair that fits after a word.

    Pairs are written consonant form first: 을/를, 이/가, 은/는, 과/와, 아/야, 이랑/랑, and
    으로/로, where ㄹ counts as open. Closing quotes and brackets after the word don't count.
    """
    closed, _, opened = pair.partition("/")
    ending = _ending(word)
    if ending == 0 or (ending == _RIEUL and opened == "로"):
        return opened
    return closed


_PLACE = re.compile(r"\{(\w+)\}(?:([”’\"')\]」]*)\[([^\[\]/]*/[^\[\]/]*)\])?")


def fill(template: str, value_of: Callable[[str], str | None]) -> str:
    """Put values into `{name}`, each once, with the particle that a Korean text asks for.

    `{name}[을/를]` and `“{name}”[을/를]` choose the particle by the value. What stands in a value
    is never looked at again; a name without a value stays as it is.
    """

    def put(match: re.Match[str]) -> str:
        name, closing, particle = match.groups()
        value = value_of(name)
        if value is None:
            return match.group(0)
        return value + (closing + josa(value, particle) if particle else "")

    return _PLACE.sub(put, template)
