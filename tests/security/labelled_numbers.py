"""Sentences with cards, resident numbers and IBANs in them, and sentences with other numbers.

Made by rule from a seed; check digits are computed here, apart from the program's own way.
"""

from __future__ import annotations

import random
import string
from dataclasses import dataclass

SEPARATORS = ("", " ", "-", ".", "\u00a0", "\u2009", "\u2013", "\u2011", " - ", "\u3000", "\uff0d")
DIGITS = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩")
AROUND = (
    ("my card is ", ", please charge it"),
    ("카드번호는 ", "입니다."),
    ("카드번호:", "로 결제했어요"),
    ("(", ")"),
    ("Paid with ", " 08/29 yesterday"),
    ("3장 중 ", ""),
    ("", "\n끝"),
    ("on 12 March, ", ". Thanks"),
)
CARD_KINDS = (  # prefix, digits, grouping
    ("4", 16, (4, 4, 4, 4)),
    ("4", 13, (4, 4, 5)),
    ("51", 16, (4, 4, 4, 4)),
    ("55", 16, (4, 4, 4, 4)),
    ("2221", 16, (4, 4, 4, 4)),
    ("34", 15, (4, 6, 5)),
    ("37", 15, (4, 6, 5)),
    ("6011", 16, (4, 4, 4, 4)),
    ("3530", 16, (4, 4, 4, 4)),
    ("36", 14, (4, 6, 4)),
    ("6240", 16, (4, 4, 4, 4)),
    ("6250", 19, (4, 4, 4, 4, 3)),
    ("9410", 16, (4, 4, 4, 4)),
)
IBAN_SHAPES = (  # country, shape of the rest: n digit, a letter
    ("DE", "n" * 18),
    ("GB", "aaaa" + "n" * 14),
    ("FR", "n" * 10 + "a" * 11 + "n" * 2),
    ("NL", "aaaa" + "n" * 10),
    ("ES", "n" * 20),
    ("CH", "n" * 5 + "a" * 12),
    ("TR", "n" * 22),
    ("NO", "n" * 11),
)


@dataclass(frozen=True)
class Labelled:
    """A sentence, and the number in it; "" where it holds none."""

    kind: str
    text: str
    number: str


def cards(rng: random.Random, count: int) -> list[Labelled]:
    return [_card(rng) for _ in range(count)]


def _card(rng: random.Random) -> Labelled:
    prefix, length, groups = rng.choice(CARD_KINDS)
    digits = prefix + "".join(rng.choices(string.digits, k=length - len(prefix) - 1))
    digits += next(d for d in string.digits if _divides_by_ten(digits + d))
    return _sentence(rng, "card", _grouped(digits, groups, rng.choice(SEPARATORS)))


def _divides_by_ten(digits: str) -> bool:
    doubled = "0246813579"
    backwards = digits[::-1]
    total = sum(int(d) for d in backwards[::2]) + sum(int(doubled[int(d)]) for d in backwards[1::2])
    return total % 10 == 0


def residents(rng: random.Random, count: int) -> list[Labelled]:
    made = []
    for _ in range(count):
        year, month, day = rng.randrange(100), rng.randrange(1, 13), rng.randrange(1, 29)
        sex = rng.choice("1256")
        body = f"{year:02}{month:02}{day:02}{sex}" + "".join(rng.choices(string.digits, k=5))
        weighed = sum(int(d) * (place % 8 + 2) for place, d in enumerate(body))
        check = (13 - weighed % 11) % 10 if sex in "56" else (11 - weighed % 11) % 10
        made.append(
            _sentence(
                rng, "resident_number", _grouped(f"{body}{check}", (6, 7), rng.choice(SEPARATORS))
            )
        )
    return made


def ibans(rng: random.Random, count: int) -> list[Labelled]:
    made = []
    for _ in range(count):
        country, shape = rng.choice(IBAN_SHAPES)
        rest = "".join(
            rng.choice(string.digits if one == "n" else string.ascii_uppercase) for one in shape
        )
        moved = "".join(
            str(string.digits.find(c)) if c.isdigit() else str(ord(c) - 55)
            for c in f"{rest}{country}00"
        )
        iban = f"{country}{98 - int(moved) % 97:02}{rest}"
        if rng.random() < 0.5:
            iban = " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
        if rng.random() < 0.2:
            iban = iban.lower()
        before, after = rng.choice(AROUND)
        made.append(Labelled("iban", f"{before}{iban}{after}", iban))
    return made


def _grouped(digits: str, groups: tuple[int, ...], separator: str) -> str:
    pieces, at = [], 0
    for size in groups:
        pieces.append(digits[at : at + size])
        at += size
    return separator.join(pieces)


def _sentence(rng: random.Random, kind: str, number: str) -> Labelled:
    script = rng.choice((DIGITS[0],) * 6 + DIGITS)
    number = number.translate(str.maketrans(DIGITS[0], script))
    before, after = rng.choice(AROUND)
    return Labelled(kind, f"{before}{number}{after}", number)


def others(rng: random.Random, count: int) -> list[Labelled]:
    """Order and tracking numbers, telephones, dates, sums, versions, hashes, coordinates."""

    def number(length: int) -> str:
        return "".join(rng.choices(string.digits, k=length))

    shapes = (
        lambda: f"주문번호 {rng.randrange(2019, 2027)}{rng.randrange(1, 13):02}{number(10)}",
        lambda: f"order {rng.randrange(10**9, 10**10)}-{number(3)}",
        lambda: f"order 260{rng.randrange(1, 10)}{rng.randrange(10, 28)}-{number(7)}",
        lambda: f"운송장 {number(4)}-{number(4)}-{number(4)}",
        lambda: f"운송장번호 {number(rng.choice((10, 12, 13)))}",
        lambda: f"tracking 1Z{number(16)}",
        lambda: f"UPS {number(18)}",
        lambda: f"010-{number(4)}-{number(4)} / 02-{number(3)}-{number(4)}",
        lambda: f"+82 10 {number(4)} {number(4)}",
        lambda: f"2026-11-{rng.randrange(10, 30)} {number(2)}:{number(2)}:{number(2)}.{number(6)}",
        lambda: f"사업자 {number(3)}-{number(2)}-{number(5)}",
        lambda: f"계좌 {number(3)}-{number(6)}-{number(2)}-{number(3)}",
        lambda: f"{rng.randrange(1, 999)},{number(3)},{number(3)},{number(3)},{number(3)}원",
        lambda: f"37.{number(15)}, 127.{number(15)}",
        lambda: f"id {rng.randbytes(16).hex()}",
        lambda: f"v{number(1)}.{number(2)}.{number(3)} build {number(8)}",
        lambda: f"EAN {number(13)}",
        lambda: f"DE{number(2)} {number(4)} is a room",
        lambda: f"https://shop.example/p/{number(16)}?t={number(13)}",
        lambda: f"INV-{number(4)}-{number(8)}",
    )
    return [Labelled("none", rng.choice(shapes)(), "") for _ in range(count)]
