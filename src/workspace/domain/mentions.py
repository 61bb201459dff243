"""Who a note names with @: an agent's name, its first word, login or address.

    @Grace Lee, can you look? · @박지훈님 확인 부탁드려요 · ask @grace@example.com

The longest name that fits is the one that is meant, so “@Grace Kim” is never Grace Lee.
"""

from __future__ import annotations

from collections.abc import Iterable

from workspace.domain.tokens import fold

SHORTEST = 2

Agent = tuple[str, str, str, bool]
"""(remote id, name, address, whether it is me)."""


class Mentions:
    """The agents of one account by the words that name them."""

    def __init__(self, agents: Iterable[Agent]) -> None:
        self._handles: dict[str, bool] = {}
        self._mine: set[str] = set()
        for remote_id, name, address, me in agents:
            if me:
                self._mine.add(remote_id)
            for handle in _handles(remote_id, name, address):
                self._handles[handle] = self._handles.get(handle, False) or me
        self._longest = max(map(len, self._handles), default=0)

    def me_by(self, author: str, text: str) -> bool:
        """Whether a note of this author (remote id) names me. My own never does."""
        return bool(self._mine) and author not in self._mine and self.names_me(text)

    def names_me(self, text: str) -> bool:
        """Whether one of the names in the text is mine."""
        if "@" not in text and "＠" not in text:
            return False
        folded = " ".join(fold(text).split())
        at = folded.find("@")
        while at >= 0:
            if not (at and folded[at - 1].isalnum()) and self._named(folded, at + 1):
                return True
            at = folded.find("@", at + 1)
        return False

    def _named(self, text: str, start: int) -> bool:
        for end in range(min(len(text), start + self._longest), start, -1):
            me = self._handles.get(text[start:end])
            if me is not None and _ends(text, end):
                return me
        return False


def _handles(remote_id: str, name: str, address: str) -> set[str]:
    words = fold(name).split()
    found = {" ".join(words), "".join(words), fold(address), fold(address).partition("@")[0]}
    found |= {words[0]} if words else set()
    found |= set() if remote_id.isdecimal() else {fold(remote_id)}
    return {handle for handle in found if len(handle) >= SHORTEST}


def _ends(text: str, end: int) -> bool:
    """Whether a name may end here: before no letter or digit, but a Korean particle may follow."""
    following = text[end : end + 1]
    if following in (".", "-", "_", "@"):
        return not text[end + 1 : end + 2].isalnum()
    return not following.isalnum() or "가" <= following <= "힣"
