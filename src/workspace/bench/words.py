"""Words by how often people use them, in Korean and English, from the lists of wordfreq.

wordfreq (code Apache-2.0, lists CC BY-SA 4.0) is an optional dependency, the extra `bench`;
nothing of its data is kept here. Its Korean list holds morphemes: names of things and stems are
put together with particles and endings, each as often as the list says, to the words that people
write with spaces between them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from itertools import accumulate
from random import Random

from workspace.domain.errors import UsageError

_ENGLISH = re.compile(r"[a-z][a-z']*\Z")
_HANGUL = re.compile(r"[가-힣]{2,}\Z")
_PARTICLES = frozenset(
    """
    이 는 을 은 가 를 에 의 도 와 과 로 만 에서 으로 까지 부터 에게 한테 보다 처럼 마다
    이나 나 랑 이랑 라고 이라고 라도 이라도 께서 로서 조차 밖에 뿐
    """.split()  # noqa: SIM905
)
_ENDINGS = frozenset(
    """
    습니다 합니다 하는 했 해요 네요 세요 는데 지만 면서 으면 해서 어서 아서 해야 한다 된다 됩니다
    하고 하지 겠 인데 입니다 있습니다 거나 려고 도록 니까 까요 나요
    """.split()  # noqa: SIM905
)


class Vocabulary:
    """Draws words of one language, each as often as it is used. Immutable once made."""

    def __init__(self, words: list[str], weights: list[float]) -> None:
        self._words = words
        self._sums = list(accumulate(weights))

    def __len__(self) -> int:
        return len(self._words)

    def draw(self, random: Random, count: int) -> list[str]:
        """So many words, independent of each other."""
        return random.choices(self._words, cum_weights=self._sums, k=count)


@cache
def english() -> Vocabulary:
    """English words without digits."""
    chosen = {word: share for word, share in _shares("en").items() if _ENGLISH.match(word)}
    return Vocabulary(list(chosen), list(chosen.values()))


@cache
def korean_stems() -> Vocabulary:
    """Korean nouns and stems of at least two syllables."""
    chosen = {
        word: share
        for word, share in _shares("ko").items()
        if _HANGUL.match(word) and word not in _PARTICLES and word not in _ENDINGS
    }
    return Vocabulary(list(chosen), list(chosen.values()))


@cache
def korean_suffixes() -> Vocabulary:
    """Particles and endings, and as often as both together: nothing, as after many nouns."""
    shares = _shares("ko")
    chosen = {word: shares[word] for word in sorted(_PARTICLES | _ENDINGS) if word in shares}
    return Vocabulary(["", *chosen], [sum(chosen.values()) * 0.45, *chosen.values()])


def korean(random: Random, count: int) -> list[str]:
    """Korean words as they stand between spaces."""
    stems, suffixes = korean_stems().draw(random, count), korean_suffixes().draw(random, count)
    return [stem + suffix for stem, suffix in zip(stems, suffixes, strict=True)]


@cache
def _shares(language: str) -> dict[str, float]:
    try:
        wordfreq = import_module("wordfreq")
    except ImportError as error:
        raise UsageError(
            "The generator draws its words from the package wordfreq, which is not installed.",
            "Install the extra: pip install 'agent-workspace[bench]'",
        ) from error
    shares: dict[str, float] = wordfreq.get_frequency_dict(language, wordlist="small")
    return shares
