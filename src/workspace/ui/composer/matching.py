"""Does a name fit what was typed so far, with the last Hangul syllable still being put together?"""

from __future__ import annotations

import unicodedata

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28


def folded(text: str) -> str:
    """The form in which names and typed words are compared."""
    return unicodedata.normalize("NFC", text).casefold().strip()


class Typed:
    """What was typed, to be held against many names."""

    def __init__(self, typed: str) -> None:
        typed = folded(typed)
        while typed and "\u3131" <= typed[-1] <= "\u318e":
            typed = typed[:-1]  # a lone letter of a syllable that has just begun
        self._forms = _forms(typed)

    def rank(self, name: str) -> int:
        """How well a folded name fits.

        0: it begins so; 1: a word of it does; 2: it stands within; -1: it does not fit.
        """
        forms = self._forms
        if name.startswith(forms):
            return 0
        if " " in name:
            if name.replace(" ", "").startswith(forms):
                return 0
            if any(word.startswith(forms) for word in name.split()):
                return 1
        return 2 if any(form in name for form in forms) else -1


def _forms(typed: str) -> tuple[str, ...]:
    """What the typed may grow into: 유 may become 윤, and 윤 may hold the ㄴ of what follows."""
    if not typed or not _FIRST <= ord(typed[-1]) <= _LAST:
        return (typed,)
    last = ord(typed[-1])
    final = (last - _FIRST) % _FINALS
    if final:
        return (typed, typed[:-1] + chr(last - final))
    return tuple(typed[:-1] + chr(last + number) for number in range(_FINALS))
