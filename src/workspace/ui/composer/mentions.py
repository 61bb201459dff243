"""`@` in a note: which colleague is meant, and who will be able to read the note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workspace.ui.composer.completion import Option
from workspace.ui.composer.matching import Typed, folded
from workspace.ui.composer.send_plan import named_reader
from workspace.ui.composer.writing import Writing
from workspace.ui.i18n import t

MOST = 50


class Colleagues:
    """Agents of the account's directory by any word of their names."""

    sign = "@"
    fewest = 0

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def find(self, typed: str, then: Callable[[Sequence[Option]], None]) -> None:
        """At once: the directory is known with the ticket."""
        known = self._writing.known
        if known is None:
            then(())
            return
        found: list[tuple[int, Option]] = []
        wanted = Typed(typed)
        for remote_id, name in known.directory.agents:
            rank = wanted.rank(folded(name))
            if rank >= 0 and name.strip():
                found.append((rank, self._option(remote_id, name, known.me)))
        if not found and len(typed) >= 2 and not typed[-1].isnumeric():
            why = t("Composer", "Nobody of this account is called “{name}”.", name=typed)
            then((Option(f"@{typed}", why=why),))
            return
        found.sort(key=lambda pair: (bool(pair[1].why), pair[0]))
        then([option for _, option in found[:MOST]])

    def _option(self, remote_id: str, name: str, me: str) -> Option:
        if remote_id == me:
            return Option(name, why=t("Composer", "That is you: nobody would be told."))
        return Option(name, insert=f"@{name} ")

    def footer(self) -> str:
        """Whether the one named can read the note; who else does stands below the text."""
        known = self._writing.known
        return named_reader(known) if known else ""

    def chosen(self, option: Option) -> None:
        """Nothing to remember."""
