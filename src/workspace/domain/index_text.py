"""The tokens of a text as one string, as fast as plain Python gets.

A first sync spends more time on cutting than on anything else in Python. So what most messages
are made of (ASCII, Hangul syllables, common punctuation) is cut here for all characters at once,
by operations on whole byte strings; everything else goes through `tokens`. Both give the same
tokens, which a test holds against each other.
"""

from __future__ import annotations

import re

from workspace.domain.tokens import HANGUL, LONGEST_WORD, tokens

# Punctuation that stays punctuation when it is folded; not those that fold to combining marks.
_MARKS = "\u2010-\u2016\u2018-\u2027\u2030-\u203d\u2040-\u205e\u3001-\u3003\u3008-\u3011"
_OTHER = re.compile(rf"[^{HANGUL}\x01-\x7f{_MARKS}]")
_GAP = rf"[^0-9A-Za-z{HANGUL}]"
# Between two runs of which the second begins with the syllable that the first ends with. It
# begins with the gap, since a regular expression is quick to find a set of characters.
_CHAIN = re.compile(rf"{_GAP}(?<=[{HANGUL}]([{HANGUL}]).){_GAP}*(?=\1)", re.DOTALL)

# Of the two bytes of each UTF-16 unit: which high ones stand for Hangul, which low for letters.
_SYLLABLE = bytes(255 if 0xAC <= high <= 0xD7 else 0 for high in range(256))
_MARK = bytes(255 if high in (0x20, 0x30) else 0 for high in range(256))
_LETTER = bytes(255 if low < 128 and chr(low).isalnum() else 0 for low in range(256))
_LOWER = bytes(low + 32 if 65 <= low <= 90 else low for low in range(256))
_TOO_LONG = b"\xff" * (LONGEST_WORD + 1)


def index_text(text: str) -> str:
    """What the index is given: `tokens(text)` with anything but letters, digits, `_` between."""
    if text.isascii():
        if len(text) > LONGEST_WORD and _TOO_LONG in text.encode().translate(_LETTER):
            return " ".join(tokens(text))
        return text.lower().replace("_", " ")
    if _OTHER.search(text):
        return " ".join(tokens(text))
    units = _CHAIN.sub(" _ ", text.replace("_", " ")).encode("utf-16-le")
    low, high = units[::2], units[1::2]
    if _TOO_LONG in low.translate(_LETTER):  # seldom so; seldom only because Hangul looks so
        return " ".join(tokens(text))
    return _cut(low, high)


def _cut(low: bytes, high: bytes) -> str:
    """Pairs of neighbouring syllables, words as they are; the text comes as halves of its units.

    Each character becomes three: itself, the syllable after it, a blank; and what isn't wanted of
    the three becomes zero. The bytes of all characters are taken together, as one long number, so
    that "the next one" is a shift and "only where" is an `&`.
    """
    size = len(low)
    every = (1 << 8 * size) - 1
    blanks = _number(b" " * size)
    first, second = _number(low), _number(high)
    here = _number(high.translate(_SYLLABLE))
    after = here >> 8
    pair = here & after
    first = first & here | _number(low.translate(_LOWER)) & ~here
    mark = _number(high.translate(_MARK))  # some of them are letters to the index's tokeniser
    first = first & ~mark | blanks & mark
    kept = every & ~(here & ~after & here << 8)  # not the last one of a longer run
    out = bytearray(6 * size)
    out[0::6] = (first & kept).to_bytes(size, "little")
    out[1::6] = (second & kept & ~mark).to_bytes(size, "little")
    out[2::6] = (first >> 8 & pair).to_bytes(size, "little")
    out[3::6] = (second >> 8 & pair).to_bytes(size, "little")
    out[4::6] = ((here | after) & blanks).to_bytes(size, "little")
    return out.decode("utf-16-le").replace("\0", "")


def _number(units: bytes) -> int:
    return int.from_bytes(units, "little")
