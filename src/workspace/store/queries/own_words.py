"""The words that the agent calls right, for spelling."""

from __future__ import annotations

from workspace.store.connect import Reader, consistent

OWN_WORDS = "SELECT word FROM journal.own_word"


@consistent
def list_own_words(reader: Reader) -> frozenset[str]:
    """All of them, as they were written."""
    return frozenset(row[0] for row in reader.all(OWN_WORDS))
