"""All emoji with their English and Korean names; read once, on a reader's thread."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject

from workspace.resources import resource
from workspace.store.connect import Reader
from workspace.ui.composer.completion import Option
from workspace.ui.composer.matching import Typed, folded
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext

MOST = 40
MOST_RECENT = 24
COMMON = tuple(
    "👍 🙏 😊 🎉 ❤️ 😄 😅 😢 🙇 👋 ✅ 📦 🚚 🎁 👟 ⚠️ ⏰ 📞 ✉️ 📎 💳 🔍 💡 ✨".split(),  # noqa: SIM905
)

_COMMONNESS = {sign: place for place, sign in enumerate(COMMON)}


class Emoji(msgspec.Struct, frozen=True):
    """A sign and what it is called: names first, then other words for it."""

    sign: str
    english: tuple[str, ...]
    korean: tuple[str, ...]
    words: tuple[str, ...]  # all of them, folded

    def name(self, *, korean: bool) -> str:
        """In the window's language."""
        return (self.korean or self.english)[0] if korean else self.english[0]


@functools.cache
def all_emoji() -> tuple[Emoji, ...]:
    """The whole table; takes milliseconds once. Any thread but the GUI's."""
    found = []
    for line in resource("emoji.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sign, english, korean = line.split("\t")
            names = tuple(filter(None, korean.split(", ")))
            words = tuple(map(folded, (*names, *english.split(", "))))
            found.append(Emoji(sign, tuple(english.split(", ")), names, words))
    return tuple(found)


def search(typed: str, most: int = MOST) -> list[Emoji]:
    """Those whose names fit, the best first. `_` stands for a blank."""
    typed = typed.replace("_", " ")
    wanted = Typed(typed)
    ranked: list[tuple[int, int, int, Emoji]] = []
    for place, one in enumerate(all_emoji()):
        rank = min((r for r in map(wanted.rank, one.words) if r >= 0), default=-1)
        if rank >= 0:
            ranked.append((rank, _COMMONNESS.get(one.sign, len(COMMON)), place, one))
    return [one for *_, one in sorted(ranked, key=lambda row: row[:3])[:most]]


def _search(_: Reader, typed: str) -> list[Emoji]:
    return search(typed)


def is_korean() -> bool:
    """Which names to show."""
    from PySide6.QtCore import QLocale

    return QLocale().language() == QLocale.Language.Korean


def remember(ctx: WindowContext, sign: str) -> None:
    """It goes to the front of the recent ones."""
    recent = (sign, *(one for one in ctx.settings.value.recent_emoji if one != sign))
    ctx.settings.change(recent_emoji=recent[:MOST_RECENT])


class EmojiNames(QObject):
    """`:` and two letters of a name."""

    sign = ":"
    fewest = 2

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def find(self, typed: str, then: Callable[[Sequence[Option]], None]) -> None:
        """Later: the table is searched on a reader's thread."""
        if not typed.replace("_", "").isalnum() or typed[0].isdigit():
            then(())
            return
        korean = is_korean()
        self._ctx.reads.ask(
            _search,
            typed,
            then=lambda found: then(
                [Option(one.sign, one.name(korean=korean), one.sign) for one in found]
            ),
            owner=self,
            topic="emoji",
        )

    def footer(self) -> str:
        """How to go on typing."""
        return t("Composer", "Enter takes it, Esc leaves the text as it is.")

    def chosen(self, option: Option) -> None:
        """The next time it is among the first."""
        remember(self._ctx, option.insert)
