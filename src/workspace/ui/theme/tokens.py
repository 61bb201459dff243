"""The design tokens as data: both palettes, sizes, channel badges."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import msgspec

from workspace.resources import resource


class Tokens(msgspec.Struct, frozen=True):
    """One reading of tokens.toml; lengths in px at 100 %."""

    family: tuple[str, ...]
    type_px: dict[str, float]
    space: dict[str, int]
    size: dict[str, float]
    light: dict[str, str]
    dark: dict[str, str]
    channel: dict[str, str]


@cache
def load_tokens() -> Tokens:
    """The tokens that ship with the program. Read once."""
    with resource("themes", "tokens.toml").open("rb") as stream:
        raw: dict[str, Any] = tomllib.load(stream)
    kinds = raw["type"]
    return Tokens(
        family=tuple(kinds["family"]),
        type_px={k: float(v) for k, v in kinds.items() if k != "family"},
        space=dict(raw["space"]),
        size=dict(raw["size"]),
        light=dict(raw["light"]),
        dark=dict(raw["dark"]),
        channel=dict(raw["channel"]),
    )


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio of two #rrggbb colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
