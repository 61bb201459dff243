"""The index finds exactly what looking through every text finds, in Korean and in English."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

import pytest

from tests.queries.brute_force import Doc, Text, Wanted, finds, kind_of, split
from workspace.bench.generator import DIRECTORY, END, fill_cache
from workspace.clock import SystemClock
from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.queries.search import MOST_TICKETS, search
from workspace.store.search_index import SUBJECTS

MESSAGES = 2000
QUERIES = 1000
EVERYTHING = 10**9
NOW = datetime.fromtimestamp(END / 1000, UTC)
OPEN = ("new", "open", "pending", "on_hold")


@dataclass
class Corpus:
    reader: Reader
    docs: list[Doc]
    samples: list[str]

    @property
    def entries(self) -> list[Doc]:
        return [doc for doc in self.docs if doc.kind != "subject"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    paths, key = Paths(tmp_path_factory.mktemp("corpus") / "base"), MasterKey(bytes(range(32)))
    fill_cache(paths, key, MESSAGES, seed=7)
    queue_some(paths, key)
    reader = Reader(paths, key)
    docs = read_docs(reader)
    samples = [row[0] for row in reader.all("SELECT text FROM entry WHERE text <> ''")]
    yield Corpus(reader, docs, samples)
    reader.close()


def queue_some(paths: Paths, key: MasterKey) -> None:
    """Pending work: it has to be found, and found by, like everything else."""
    reader = Reader(paths, key)
    refs = reader.all("SELECT account_id, remote_id FROM ticket ORDER BY id LIMIT 60")
    texts = [row[0] for row in reader.all("SELECT text FROM entry WHERE text <> '' LIMIT 60")]
    reader.close()
    door = JournalDoor(paths, key, SystemClock())
    random = Random(3)
    for at, (account_id, remote_id) in enumerate(refs):
        command: Command = random.choice(
            [
                SendReply(text=texts[at], channel="email"),
                AddNote(text=texts[at]),
                SetFields(status="solved", tags_add=("queued",), tags_remove=("vip",)),
                SetFields(assignee="", priority="urgent"),
                SetFields(assignee="agent-1", team="team-2"),
            ]
        )
        door.enqueue(account_id, remote_id, [command], base_revision=1, base_entry="")
    door.close()


TICKETS = """
SELECT t.id, t.remote_id, t.subject, t.status, t.assignee, t.team, t.priority, t.tags, t.channel,
       t.needs_reply, t.last_entry_at, t.created_at, p.name, p.addresses,
       t.snippet_kind
FROM ticket AS t JOIN person AS p ON p.id = t.person_id
"""
ENTRIES = """
SELECT e.id, e.ticket_id, e.kind, e.created_at, e.text, e.author_name, e.author_address, e.channel,
       (SELECT json_group_array(a.name) FROM attachment AS a WHERE a.entry_id = e.id)
FROM entry AS e WHERE e.kind <> 'activity'
"""
QUEUED = """
SELECT t.id, o.command, o.payload, o.created_at, o.seq
FROM journal.outbox AS o
JOIN ticket AS t ON t.account_id = o.account_id AND t.remote_id = o.ticket_remote_id
ORDER BY o.seq
"""


def read_docs(reader: Reader) -> list[Doc]:
    tickets = {}
    places = dict(reader.all("SELECT entry_id, doc FROM search_doc"))
    for row in reader.all(TICKETS):
        tickets[row[0]] = dict(
            zip(
                ("remote_id", "subject", "status", "assignee", "team", "priority"),
                row[1:7],
                strict=True,
            )
        ) | {
            "tags": json.loads(row[7]),
            "channel": row[8],
            "waits": bool(row[9]) or row[14] == "message-in",
            "last_entry_at": row[10],
            "created_at": row[11],
            "requester": " ".join([row[12], *(value for _, value in json.loads(row[13]))]),
        }
    docs: list[Doc] = []
    for ticket_id, word, payload, created_at, seq in reader.all(QUEUED):
        command = json.loads(payload)
        ticket = tickets[ticket_id]
        if word == "set":
            for name in ("status", "assignee", "team", "priority"):
                ticket[name] = command.get(name, ticket[name])
            ticket["tags"] = [
                tag for tag in ticket["tags"] if tag not in command.get("tags_remove", [])
            ] + command.get("tags_add", [])
            continue
        if word == "reply" and created_at >= ticket["last_entry_at"]:
            ticket["waits"] = False
        docs.append(
            Doc(
                entry_id=-seq,
                ticket_id=ticket_id,
                created_at=created_at,
                texts=[Text.of(command["text"])],
                author=Text.of("박지훈 agent1@example.com"),
                channel=command.get("channel") or ticket["channel"],
                account="bench",
                kind="message" if word == "reply" else "note",
                attachment=False,
            )
        )
    for row in reader.all(ENTRIES):
        names = json.loads(row[8])
        docs.append(
            Doc(
                entry_id=row[0],
                ticket_id=row[1],
                created_at=row[3],
                texts=[Text.of(row[4]), *map(Text.of, names)],
                author=Text.of(f"{row[5]} {row[6]}"),
                channel=row[7],
                account="bench",
                kind=row[2],
                attachment=bool(names),
                place=places[row[0]],
            )
        )
    for ticket_id, ticket in tickets.items():
        docs.append(
            Doc(
                entry_id=-ticket_id,
                ticket_id=ticket_id,
                created_at=ticket["created_at"],
                texts=[Text.of(ticket["subject"])],
                author=Text.of(ticket["requester"]),
                channel=ticket["channel"],
                account="bench",
                kind="subject",
                attachment=False,
                place=places[-ticket_id],
            )
        )
    for doc in docs:
        doc.ticket = tickets[doc.ticket_id]
    return docs


class Asker:
    """Makes up queries: the text to type, and what it means on a Doc."""

    def __init__(self, corpus: Corpus, random: Random) -> None:
        self.corpus = corpus
        self.random = random

    def query(self) -> tuple[str, bool, Wanted]:
        """What is typed, whether as it is typed, and which documents it means."""
        random = self.random
        parts: list[tuple[str, Wanted]] = []
        plain = random.random() < 0.75
        for _ in range(random.choice((1, 1, 1, 2, 2, 3))):
            parts.append(self.entry_part(depth=0, plain=plain))
        if plain:
            for _ in range(random.choice((0, 0, 0, 1, 1, 2))):
                parts.append(self.negated(*self.ticket_filter()))
        random.shuffle(parts)
        typing = random.random() < 0.4
        if typing:
            parts.append(self.word(prefix=True))
        text = random.choice((" ", "  ", " AND ")).join(text for text, _ in parts)
        tests = [test for _, test in parts]
        return text, typing, lambda doc: all(test(doc) for test in tests)

    def entry_part(self, depth: int, plain: bool) -> tuple[str, Wanted]:
        random = self.random
        if not plain and depth < 2 and random.random() < 0.7:
            some = [self.entry_part(depth + 1, plain) for _ in range(random.choice((2, 3)))]
            tests = [test for _, test in some]
            if random.random() < 0.3:
                joined = "(" + " ".join(text for text, _ in some) + ")"
                return self.negated(joined, lambda doc: all(test(doc) for test in tests))
            joined = "(" + " OR ".join(text for text, _ in some) + ")"
            return self.negated(joined, lambda doc: any(test(doc) for test in tests))
        made = random.choice((self.word, self.word, self.word, self.quoted, self.about_entry))()
        return self.negated(*made)

    def negated(self, text: str, test: Wanted) -> tuple[str, Wanted]:
        if self.random.random() < 0.85:
            return text, test
        return self.random.choice(("-", "NOT ")) + text, lambda doc: not test(doc)

    def word(self, prefix: bool = False) -> tuple[str, Wanted]:
        text = self.some_word()
        return text, lambda doc: any(
            finds(each, text, quoted=False, prefix=prefix) for each in doc.texts
        )

    def some_word(self) -> str:
        """A word, part of a word, an order number; now and then one that stands nowhere."""
        random = self.random
        while True:
            chosen = random.choice(random.choice(self.corpus.samples).split())
            runs = split(chosen)
            if not runs:
                continue
            if len(runs) > 1:
                cut = chosen.strip(".?")
                return cut if kind_of(cut[0]) else cut.strip("'")
            run = runs[0]
            start = random.randrange(len(run))
            if kind_of(run[0]) == "hangul":
                return run[start : start + random.choice((1, 2, 2, 2, 3, 4))]
            if random.random() < 0.4:
                return run[: random.randint(1, len(run))]
            shouted = random.random() < 0.2 and run not in ("or", "and", "not")
            return run.upper() if shouted else run

    def quoted(self) -> tuple[str, Wanted]:
        random = self.random
        words = random.choice(self.corpus.samples).split()
        start = random.randrange(len(words))
        text = " ".join(words[start : start + random.choice((1, 2, 3))])
        text = text[random.choice((0, 0, 1)) :].replace('"', "")
        if not split(text):
            return self.word()
        return f'"{text}"', lambda doc: any(
            finds(each, text, quoted=True, prefix=False) for each in doc.texts
        )

    def about_entry(self) -> tuple[str, Wanted]:
        random = self.random
        kind = random.choice(("from", "channel", "account", "has", "is"))
        if kind == "from":
            doc = random.choice(self.corpus.docs)
            names = [" ".join(run for run in doc.author.runs[:1]), random.choice(doc.author.runs)]
            name = random.choice(names)
            return f"from:{name}", lambda doc: finds(doc.author, name, quoted=False, prefix=False)
        if kind == "channel":
            some = random.sample(["email", "web", "phone", "messenger", "fax"], 2)
            return f"channel:{','.join(some)}", lambda doc: doc.channel in some
        if kind == "account":
            name = random.choice(("bench", "bench", "other"))
            return f"account:{name}", lambda doc: doc.account == name
        if kind == "has":
            return "has:attachment", lambda doc: doc.attachment
        word = random.choice(("note", "message"))
        return f"is:{word}", lambda doc: doc.kind == word

    def ticket_filter(self) -> tuple[str, Wanted]:
        random = self.random
        kind = random.choice(("status", "assignee", "tag", "priority", "team", "is", "time"))
        if kind == "status":
            some = random.sample(["new", "open", "pending", "on_hold", "solved", "closed"], 2)
            return f"status:{','.join(some)}", lambda doc: doc.ticket["status"] in some
        if kind == "assignee":
            value, ids = random.choice(
                (("me", ["agent-1"]), ("none", [""]), ("최수아", ["agent-3"]), ("tom", ["agent-4"]))
            )
            return f"assignee:{value}", lambda doc: doc.ticket["assignee"] in ids
        if kind == "tag":
            tag = random.choice(("refund", "vip", "환불", "queued", "none"))
            return f"tag:{tag}", lambda doc: tag in doc.ticket["tags"]  # type: ignore[operator]
        if kind == "priority":
            return "priority:urgent", lambda doc: doc.ticket["priority"] == "urgent"
        if kind == "team":
            team = random.choice(DIRECTORY.teams)
            return f"team:{team.name}", lambda doc: doc.ticket["team"] == team.remote_id
        if kind == "is":
            word, test = random.choice(IS)
            return f"is:{word}", test
        day = NOW.replace(hour=0, minute=0, second=0, microsecond=0)
        day = day.replace(year=day.year - random.choice((0, 1)), month=random.randint(1, 12), day=3)
        at = int(day.timestamp() * 1000)
        if random.random() < 0.5:
            return f"before:{day:%Y-%m-%d}", lambda doc: doc.created_at < at
        return f"after:{day:%Y-%m-%d}", lambda doc: doc.created_at >= at


IS: tuple[tuple[str, Wanted], ...] = (
    ("open", lambda doc: doc.ticket["status"] in OPEN),
    ("mine", lambda doc: doc.ticket["assignee"] == "agent-1"),
    ("unassigned", lambda doc: doc.ticket["assignee"] == ""),
    ("waiting", lambda doc: bool(doc.ticket["waits"]) and doc.ticket["status"] in OPEN),
)


@pytest.mark.parametrize("part", range(4))
def test_a_thousand_random_queries(corpus: Corpus, part: int) -> None:
    random = Random(f"queries {part}")
    asker = Asker(corpus, random)
    found_something = 0
    for _ in range(QUERIES // 4):
        text, typing, wanted = asker.query()
        expected = [doc for doc in corpus.docs if wanted(doc)]
        entries = [doc for doc in expected if doc.kind != "subject"]
        subjects = {doc.ticket_id for doc in expected if doc.kind == "subject"}
        limit = 50 if len(entries) > 80 else EVERYTHING
        result = search(corpus.reader, text, limit, typing=typing, now=NOW, window=EVERYTHING)
        assert not result.problem, text
        assert not result.cut
        queued = [doc for doc in entries if not doc.place]
        placed = sorted((doc for doc in entries if doc.place), key=lambda doc: -doc.place)[:limit]
        hits = sorted((-doc.created_at, doc.ticket_id, doc.kind) for doc in queued + placed)
        got = [(-hit.created_at, hit.ticket.id, hit.kind) for hit in result.hits]
        assert sorted(got) == hits[:limit], text
        assert [at for at, _, _ in got] == sorted(at for at, _, _ in got), text
        tickets = {ticket.id for ticket in result.tickets}
        if len(subjects) <= MOST_TICKETS:
            assert tickets == subjects, text
        else:
            assert tickets < subjects, text
            assert len(tickets) == MOST_TICKETS, text
        found_something += bool(entries)
    assert found_something > QUERIES // 4 * 0.4


def test_subjects_are_apart_from_entries(corpus: Corpus) -> None:
    assert all((doc.place >= SUBJECTS) == (doc.kind == "subject") for doc in corpus.docs)


def test_marks_are_the_words_found(corpus: Corpus) -> None:
    random = Random(11)
    asker = Asker(corpus, random)
    marked = 0
    for _ in range(100):
        word = asker.some_word()
        if len(split(word)) != 1 or len(word) < 2:
            continue
        for hit in search(corpus.reader, word + " ", 20, now=NOW).hits:
            texts = [hit.snippet[start : start + length] for start, length in hit.marks]
            assert all(split(text) == split(word) for text in texts), (word, hit.snippet)
            assert len(hit.snippet) <= 201
            marked += bool(texts)
    assert marked > 100


def test_a_window_too_small_says_that_it_was_cut(corpus: Corpus) -> None:
    everything = search(corpus.reader, "tag:nowhere", 10, now=NOW, window=100)
    assert everything.hits == ()
    assert everything.cut
    assert not search(corpus.reader, "tag:nowhere", 10, now=NOW, window=EVERYTHING).cut
