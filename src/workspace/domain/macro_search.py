"""Finding a macro by what somebody begins to type: words in any order, Korean by its letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from workspace.domain.macros import Macro

# Final consonants as the letters that would begin the next syllable, compound ones in two.
_FINALS = (
    "",
    *"ㄱㄲ",
    "ㄱㅅ",
    "ㄴ",
    "ㄴㅈ",
    "ㄴㅎ",
    *"ㄷㄹ",
    *(f"ㄹ{one}" for one in "ㄱㅁㅂㅅㅌㅍㅎ"),
)
_FINALS += (*"ㅁㅂ", "ㅂㅅ", *"ㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_COMPOUND = dict(
    zip("ㅘㅙㅚㅝㅞㅟㅢ", ("ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅡㅣ"), strict=True)
)
_VOWELS = [_COMPOUND.get(one, one) for one in "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"]
TEXT_SEARCHED = 2_000


_KEYS = {
    0xAC00 + code: _INITIALS[code // 588] + _VOWELS[code % 588 // 28] + _FINALS[code % 28]
    for code in range(11172)
} | {ord(sign): keys for sign, keys in _COMPOUND.items()}


@lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """Text in one case, Hangul syllables as the keys that were pressed for them."""
    return unicodedata.normalize("NFC", text).casefold().translate(_KEYS)


def initials(text: str) -> str:
    """The first consonant of each Hangul syllable, for people who type ㅎㅂ for 환불."""
    return "".join(
        _INITIALS[(ord(sign) - 0xAC00) // 588] if "가" <= sign <= "힣" else sign
        for sign in unicodedata.normalize("NFC", text).casefold()
    )


def rank(
    macros: Iterable[Macro], query: str, *, uses: Mapping[str, int], language: str
) -> list[Macro]:
    """Those that a query finds, best first; without a query all, the most used first."""
    words = [letters(word) for word in query.split()]
    found = []
    for macro in macros:
        scores = [_score(macro, word, language) for word in words]
        if all(scores):
            title = macro.title(language).casefold()
            found.append((-sum(scores), -uses.get(macro.id, 0), title, macro.id, macro))
    return [row[-1] for row in sorted(found, key=lambda row: row[:4])]


def _score(macro: Macro, word: str, language: str) -> int:
    """How well one word fits; 0 not at all."""
    titles = {macro.title(language), macro.name, *(v.name for v in macro.variants.values())}
    best = 0
    for title in filter(None, titles):
        plain = letters(title)
        if plain.startswith(word):
            best = max(best, 100)
        elif _begins_word(plain, word):
            best = max(best, 80)
        elif word in plain:
            best = max(best, 60)
        elif word in initials(title):
            best = max(best, 50)
        elif len(word) > 1 and _in_order(plain, word):
            best = max(best, 20)
    for keyword in (*macro.keywords, macro.id):
        plain = letters(keyword)
        if plain.startswith(word):
            best = max(best, 90)
        elif word in plain:
            best = max(best, 50)
    if not best and len(word) > 1:
        texts = (text for v in macro.variants.values() for text in (v.text, v.note))
        if any(word in letters(text[:TEXT_SEARCHED]) for text in texts):
            best = 10
    return best


def _begins_word(plain: str, word: str) -> bool:
    at = plain.find(word)
    while at > 0:
        if not plain[at - 1].isalnum():
            return True
        at = plain.find(word, at + 1)
    return False


def _in_order(plain: str, word: str) -> bool:
    """All letters of the word stand in the text, in order: rfd finds refund."""
    rest = iter(plain)
    return all(sign in rest for sign in word)
