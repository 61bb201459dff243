"""The window's reads, on one reader connection as its reader threads use them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from workspace.bench.figures import Figure, sample
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.queries import conversation, queues, tickets
from workspace.store.queries.search import search


def measure_store(paths: Paths, key: MasterKey, repeat: int) -> list[Figure]:
    """Queue pages, counts, conversations and searches."""
    reader = Reader(paths, key)
    random = Random(7)
    try:
        rows = reader.all(
            "SELECT id FROM ticket WHERE gone = 0 ORDER BY updated_at DESC LIMIT 5000"
        )
        ids = [row[0] for row in rows]
        random.shuffle(ids)
        texts = [
            str(row[0])
            for row in reader.all(
                "SELECT text FROM entry WHERE kind = 'message' ORDER BY id DESC LIMIT 2000"
            )
        ]
        total = tickets.count(reader, "all")
        korean = _words(texts, random, korean=True)
        english = _words(texts, random, korean=False)
        figures = [
            sample(
                "store",
                "first page of a queue",
                lambda _: tickets.list_tickets(reader, "open", limit=50),
                repeat=repeat,
                reach=30,
                never=100,
            ),
            sample(
                "store",
                "page in the middle of all tickets",
                lambda _: tickets.list_tickets(reader, "all", limit=50, offset=total // 2),
                repeat=repeat,
                note=f"{total:,} tickets",
            ),
            sample(
                "store", "counts of all queues", lambda _: queues.list_queues(reader), repeat=repeat
            ),
            sample(
                "store",
                "newest 60 entries of a ticket",
                lambda i: conversation.get_conversation(reader, ids[i % len(ids)]),
                repeat=repeat,
                reach=8,
                never=50,
            ),
        ]
        for name, queries in _queries(korean, english).items():
            figures.append(_searching(reader, name, queries, repeat))
        both = [word for pair in zip(korean, english, strict=True) for word in pair]
        figures.append(_ranking(reader, both, repeat))
        return figures
    finally:
        reader.close()


def _queries(korean: list[str], english: list[str]) -> dict[str, list[str]]:
    return {
        "Korean, two syllables inside a word": korean,
        "English word": english,
        "two terms": [f"{a} {b}" for a, b in zip(korean, english, strict=True)],
        "three terms": [f"{a} {b} {c}" for a, b, c in _threes(korean)],
        "with filters": [f"{word} status:open after:2020-01-01" for word in korean],
    }


def _threes(words: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:] + words[:1], words[2:] + words[:2], strict=True)


def _searching(reader: Reader, name: str, queries: list[str], repeat: int) -> Figure:
    def find(index: int) -> None:
        search(reader, queries[index % len(queries)])

    return sample("search", name, find, repeat=repeat, reach=30, never=100)


def _ranking(reader: Reader, queries: list[str], repeat: int) -> Figure:
    def find(index: int) -> None:
        search(reader, f"{queries[index % len(queries)]} ", ranked=True)

    name = "best first among the newest 2,000 hits"
    return sample("search", name, find, repeat=repeat, reach=60, never=150)


def _words(texts: list[str], random: Random, *, korean: bool) -> list[str]:
    """What people would look for: words of the newest messages."""
    found: list[str] = []
    while len(found) < 200:
        words = random.choice(texts).split()
        if not words:
            continue
        word = random.choice(words)
        is_korean = all("가" <= letter <= "힣" for letter in word)
        if korean and is_korean and len(word) >= 3:
            found.append(word[1:3])
        elif not korean and word.isascii() and word.isalpha() and len(word) >= 3:
            found.append(word)
    return found
