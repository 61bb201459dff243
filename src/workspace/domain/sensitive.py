"""Numbers that must not travel or lie about: payment cards, resident registration numbers, IBANs.

Found by their form and their check digits, with separators and in full-width or other digits.
Nothing here is remembered, and a number found is never part of a message or an exception.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

Kind = Literal["card", "card_code", "resident_number", "iban"]

KEPT = 4
BULLET = "•"


class Finding(msgspec.Struct, frozen=True):
    """Where a number stands: characters `start` to `end` of the text, in line `line` from 1.

    `shown` is fit for a screen: all but the last four characters hidden.
    """

    kind: Kind
    start: int
    end: int
    line: int
    shown: str


_TWO_DIGITS = re.compile(r"\d[\W_]{0,3}\d")  # in every candidate; few texts hold even that
_CANDIDATE = re.compile(
    r"\d(?:[\W_]{0,3}\d){8}"
    r"|(?<![0-9A-Za-z])[A-Za-z\uff21-\uff3a\uff41-\uff5a]{2}\W?\d\W?\d"
)

_GAP = "[ \\t._/·,\\-\u00a0\u00ad\u2000-\u2015\u202f\u205f\u2060\u2212\u3000\ufe63\uff0d\uff0e]"
_BETWEEN = re.compile(f"{_GAP}{{1,3}}")
_RUN = re.compile(r"\d+")
_MOST_DIGITS, _FEWEST_DIGITS = 19, 13
_LAYOUTS = frozenset(
    {
        (4, 4, 4, 4),
        (4, 4, 4, 4, 3),
        (4, 4, 4, 4, 2),
        (4, 4, 4, 4, 1),
        (4, 6, 5),
        (4, 6, 4),
        (6, 4, 5),
        (4, 5, 6),
        (4, 4, 5),
        (4, 4, 4, 1),
        (4, 4, 4, 3),
        (6, 13),
        (8, 8),
        (4, 12),
        (6, 10),
        (4, 8, 4),
        (6, 6, 4),
        (2, 4, 4, 4, 2),
    }
)
_NUMBER_PREFIXES: tuple[tuple[int, int, tuple[int, ...]], ...] = (
    (4, 4, (13, 16, 19)),  # Visa
    (51, 55, (16,)),  # Mastercard
    (2221, 2720, (16,)),
    (34, 34, (15,)),  # American Express
    (37, 37, (15,)),
    (300, 305, (14, 16)),  # Diners Club
    (3095, 3095, (14, 16)),
    (36, 36, (14, 16, 19)),
    (38, 39, (14, 16)),
    (3528, 3589, (16, 17, 18, 19)),  # JCB
    (6011, 6011, (16, 17, 18, 19)),  # Discover
    (644, 649, (16, 17, 18, 19)),
    (65, 65, (16, 17, 18, 19)),
    (60, 60, (16,)),  # RuPay, Hipercard
    (81, 82, (16,)),
    (508, 508, (16,)),
    (62, 62, (16, 17, 18, 19)),  # UnionPay
    (94, 94, (16,)),  # Korean domestic cards
    (9792, 9792, (16,)),  # Troy
    (2200, 2204, (16, 17, 18, 19)),  # Mir
    (5018, 5020, (13, 14, 15, 16, 17, 18, 19)),  # Maestro
    (5038, 5038, (13, 14, 15, 16, 17, 18, 19)),
    (56, 58, (13, 14, 15, 16, 17, 18, 19)),
    (6304, 6304, (13, 14, 15, 16, 17, 18, 19)),
    (6759, 6763, (13, 14, 15, 16, 17, 18, 19)),
)


@cache  # as the others below: only where a text holds what may be a number
def _code() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:cvv2?|cvc2?|cvn2?|cid)\b|security code|card code|보안\s?코드|카드\s?뒷면)"
        r"\D{0,12}?(\d{3,4})(?!\d)",
        re.IGNORECASE,
    )


_CODE_NEAR = 120

_RESIDENT = re.compile(rf"(?<![0-9A-Za-z_.])(\d{{6}})({_GAP}{{0,3}})([1-8]\d{{6}})(?![0-9A-Za-z_])")
_RESIDENT_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


@cache
def _resident_words() -> re.Pattern[str]:
    return re.compile(
        r"주민|외국인\s?등록|자녀|아기|신생아|resident|registration|\brrn\b|child|baby",
        re.IGNORECASE,
    )


_RESIDENT_NEAR = 30
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[ \-]?\d[ \-]?\d")
_IBAN_LENGTHS = {
    **dict.fromkeys(("NO",), 15),
    **dict.fromkeys(("BE", "BI"), 16),
    **dict.fromkeys(("DK", "FO", "FI", "GL", "NL", "SD", "FK"), 18),
    **dict.fromkeys(("MK", "SI"), 19),
    **dict.fromkeys(("AT", "BA", "EE", "KZ", "LT", "LU", "XK", "MN"), 20),
    **dict.fromkeys(("CR", "HR", "LV", "LI", "CH"), 21),
    **dict.fromkeys(("BH", "BG", "GE", "DE", "IE", "ME", "RS", "GB", "VA"), 22),
    **dict.fromkeys(("TL", "GI", "IL", "AE", "IQ", "OM", "SO"), 23),
    **dict.fromkeys(("AD", "CZ", "MD", "PK", "RO", "SA", "SK", "ES", "SE", "TN", "VG"), 24),
    **dict.fromkeys(("PT", "ST", "LY"), 25),
    **dict.fromkeys(("IS", "TR"), 26),
    **dict.fromkeys(("FR", "GR", "IT", "MR", "MC", "SM", "DJ"), 27),
    **dict.fromkeys(("AL", "AZ", "CY", "DO", "GT", "HU", "LB", "PL", "BY", "SV", "NI"), 28),
    **dict.fromkeys(("BR", "PS", "QA", "UA"), 29),
    **dict.fromkeys(("JO", "KW", "MU"), 30),
    **dict.fromkeys(("MT", "SC"), 31),
    **dict.fromkeys(("LC",), 32),
    **dict.fromkeys(("RU",), 33),
}


@cache
def _foreign() -> re.Pattern[str]:
    """What may stand for a digit or a letter; Hangul, kana and Chinese characters never do."""
    return re.compile("[^\x00-\x7f\uac00-\ud7a3\u3041-\u30ff\u4e00-\u9fff]")


def find(text: str) -> list[Finding]:
    """Every number of these kinds, in the order they stand, none overlapping another."""
    if _TWO_DIGITS.search(text) is None or _CANDIDATE.search(text) is None:
        return []
    plain = _plain(text)
    spans: list[tuple[int, int, Kind]] = []
    for found in (_ibans(plain), _residents(plain), _cards(plain)):
        for start, end, kind in found:
            if all(end <= other[0] or start >= other[1] for other in spans):
                spans.append((start, end, kind))
    spans += [span for span in _codes(plain, spans) if span not in spans]
    return [
        Finding(kind, start, end, text.count("\n", 0, start) + 1, _hidden(text[start:end], kind))
        for start, end, kind in sorted(spans)
    ]


def mask(text: str) -> str:
    """The same text at the same length, its numbers as bullets but for the last four."""
    findings = find(text)
    if not findings:
        return text
    pieces, at = [], 0
    for one in findings:
        pieces += [text[at : one.start], one.shown]
        at = one.end
    return "".join([*pieces, text[at:]])


def redact(text: str) -> str:
    """For logs and reports: every number replaced by the name of its kind."""
    findings = find(text)
    if not findings:
        return text
    pieces, at = [], 0
    for one in findings:
        pieces += [text[at : one.start], f"‹{one.kind.replace('_', ' ')}›"]
        at = one.end
    return "".join([*pieces, text[at:]])


def _plain(text: str) -> str:
    """Digits and letters of any width and script as ASCII, character for character."""
    if text.isascii():
        return text
    return _foreign().sub(_plain_letter, text)


def _plain_letter(found: re.Match[str]) -> str:
    letter = found.group()
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    if "\uff21" <= letter <= "\uff5a" and letter.isalpha():
        return chr(ord(letter) - 0xFEE0)
    if unicodedata.category(letter) == "Cf":  # a soft hyphen, a joiner: nobody sees it
        return "-"
    return letter


def _hidden(text: str, kind: Kind) -> str:
    """Bullets for every letter and digit but the last four; of a card's code nothing is kept."""
    total = sum(letter.isalnum() for letter in text)
    keep = 0 if kind in ("card_code", "resident_number") else KEPT
    shown, seen = [], 0
    for letter in text:
        if letter.isalnum():
            seen += 1
            shown.append(letter if seen > total - keep else BULLET)
        else:
            shown.append(letter)
    return "".join(shown)


# --- Cards -------------------------------------------------------------------------------------


def _cards(text: str) -> Iterator[tuple[int, int, Kind]]:
    taken = 0
    for chain in _chains(text):
        for first in range(len(chain)):
            if chain[first][0] < taken:
                continue
            last = _card_from(text, chain, first)
            if last is not None:
                taken = chain[last][1]
                yield chain[first][0], taken, "card"


def _chains(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of digits that only separators part, as far as they follow one another."""
    chain: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        if chain and not _BETWEEN.fullmatch(text, chain[-1][1], match.start()):
            yield chain
            chain = []
        chain.append(match.span())
    if chain:
        yield chain


def _card_from(text: str, chain: list[tuple[int, int]], first: int) -> int | None:
    """Which run of the chain ends a card that begins with run `first`; None if none does."""
    digits = ""
    sizes: list[int] = []
    longest: int | None = None
    for last in range(first, min(len(chain), first + _MOST_DIGITS)):
        start, end = chain[last]
        digits += text[start:end]
        sizes.append(end - start)
        if len(digits) > _MOST_DIGITS:
            break
        if (
            len(digits) >= _FEWEST_DIGITS
            and _is_grouped(chain, first, last, tuple(sizes))
            and _stands_alone(text, chain[first][0], end)
            and _is_issued(digits)
            and _luhn(digits)
        ):
            longest = last
    return longest


def _is_grouped(
    chain: list[tuple[int, int]], first: int, last: int, sizes: tuple[int, ...]
) -> bool:
    """Written as cards are: in one run, in their layouts, or digit by digit."""
    if len(sizes) == 1 or sizes in _LAYOUTS:
        return True
    if sizes[0] > 2 or len(set(sizes)) != 1:
        return False
    around = chain[max(0, first - 1) : first] + chain[last + 1 : last + 2]
    return all(end - start != sizes[0] for start, end in around)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not a part of a word, an address or a decimal number."""
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    if before[-1:].isascii() and (before[-1:].isalnum() or before[-1:] == "_"):
        return False
    if len(before) == 2 and before[1] in ".," and before[0].isdigit():
        return False
    return not (after.isascii() and (after.isalnum() or after == "_"))


def _is_issued(digits: str) -> bool:
    if len(set(digits)) == 1:
        return False
    return any(
        low <= int(digits[: len(str(low))]) <= high and len(digits) in lengths
        for low, high, lengths in _NUMBER_PREFIXES
    )


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _codes(text: str, spans: list[tuple[int, int, Kind]]) -> Iterator[tuple[int, int, Kind]]:
    """The three or four digits from a card's back, where a card stands near."""
    cards = [(start, end) for start, end, kind in spans if kind == "card"]
    for match in _code().finditer(text) if cards else ():
        start, end = match.span(1)
        apart = all(end <= other[0] or start >= other[1] for other in spans)
        near = any(first - _CODE_NEAR < start < last + _CODE_NEAR for first, last in cards)
        if apart and near:
            yield start, end, "card_code"


# --- Resident registration numbers -------------------------------------------------------------


def _residents(text: str) -> Iterator[tuple[int, int, Kind]]:
    for match in _RESIDENT.finditer(text):
        born, gap, rest = match.groups()
        month, day = int(born[2:4]), int(born[4:6])
        if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
            continue
        # Numbers given since October 2020 end in random digits: then a word must say what it is.
        said = gap and _resident_words().search(
            text, max(0, match.start() - _RESIDENT_NEAR), match.start()
        )
        if said or _resident_check(born + rest):
            yield match.start(), match.end(), "resident_number"


def _resident_check(digits: str) -> bool:
    total = sum(int(d) * w for d, w in zip(digits, _RESIDENT_WEIGHTS, strict=False))
    foreign = 2 if digits[6] in "5678" else 0
    return int(digits[12]) == (11 - total % 11 + foreign) % 10


# --- IBAN --------------------------------------------------------------------------------------


def _ibans(text: str) -> Iterator[tuple[int, int, Kind]]:
    for match in _IBAN.finditer(text):
        start = match.start()
        length = _IBAN_LENGTHS.get(text[start : start + 2].upper())
        end = _end_of_run(text, start, length) if length else None
        if end is not None and _mod_97(text[start:end]):
            yield start, end, "iban"


def _end_of_run(text: str, start: int, length: int) -> int | None:
    """Where so many letters and digits end, with single blanks or hyphens between them."""
    seen = 0
    for at in range(start, min(len(text), start + 2 * length)):
        if text[at].isascii() and text[at].isalnum():
            seen += 1
            if seen == length:
                following = text[at + 1 : at + 2]
                return None if following.isascii() and following.isalnum() else at + 1
        elif text[at] not in " -\u00a0" or not text[at - 1].isalnum():
            return None
    return None


def _mod_97(text: str) -> bool:
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    return int("".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])) % 97 == 1
