"""How well texts match what was looked for, judged among themselves.

As BM25 does it: a word counts more the fewer of the texts have it, more the oftener it stands in
one, but ever less for each time, and less in a long text. The texts are a bounded window, so that
no search reads the whole index for its weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from workspace.domain.snippet import one_run
from workspace.domain.tokens import BREAK, Phrase, fold

SATURATION = 1.2
LENGTH_SHARE = 0.75


def scores(texts: Sequence[str], words: Sequence[Phrase]) -> list[float]:
    """One for each text, higher is better; all equal where no word is looked for."""
    folded = [fold(text) for text in texts]
    mean = max(1.0, sum(map(len, folded)) / max(1, len(folded)))
    weights = [SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * len(text) / mean) for text in folded]
    total = [0.0] * len(folded)
    for word in words:
        needle = one_run(word) or max((each for each in word.tokens if each != BREAK), key=len)
        counts = [text.count(needle) for text in folded]
        having = sum(map(bool, counts))
        rarity = log(1 + (len(folded) - having + 0.5) / (having + 0.5))
        for place, count in enumerate(counts):
            if count:
                total[place] += rarity * count * (SATURATION + 1) / (count + weights[place])
    return total
