"""Tickets and messages like those of a contact center, as many as wanted, the same for one seed.

Two thirds Korean, one third English. Words come as often as people use them (`words.py`), lengths
and thread sizes are lognormal, a few customers write far more often than most. What comes out is
what a backend's history feed yields: pages, newest first, tickets interleaved as they arrived.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape
from random import Random

from workspace.bench import words
from workspace.domain.items import (
    Address,
    AgentItem,
    AttachmentItem,
    Directory,
    EntryItem,
    Item,
    Page,
    PersonItem,
    StatusItem,
    TeamItem,
    TicketItem,
)
from workspace.domain.words import OPEN_STATUSES, Direction, Kind, Status

END = 1_795_000_000_000  # ms UTC: when the newest of it happened, unless told otherwise
HOUR = 3_600_000
YEARS = 2
ENTRIES_PER_TICKET = 10.0
KOREAN = 0.65
BATCH = 200  # tickets made at a time; their entries interleave
PAGE = 2000
LONG_TICKET = 10_000  # entries of one ticket, where there are at least twenty times as many

ME = "agent-1"
_FAMILY = "김이박최정강조윤장임한오서신권황안송류전홍"
_GIVEN = "민서지우하준도윤예은수현주원시아진영재성호연경태혜선미정은"
_FIRST = ("Ada", "Ben", "Chloe", "Dan", "Emma", "Finn", "Grace", "Hugo", "Iris", "Jack", "Lena")
_LAST = ("Miller", "Novak", "O'Brien", "Park", "Quinn", "Rossi", "Smith", "Turner", "Weber")
_CHANNELS = (("email", 50), ("web", 25), ("messenger", 12), ("phone", 8), ("whatsapp", 5))
_TAGS = ("refund", "delivery", "vip", "billing", "bug", "환불", "배송", "교환", "긴급", "wholesale")
_TEAMS = ("Support", "Billing", "Returns", "배송팀", "Enterprise", "해외고객")
_FILES = (
    ("영수증.pdf", "application/pdf"),
    ("receipt.pdf", "application/pdf"),
    ("사진 1.jpg", "image/jpeg"),
    ("screenshot.png", "image/png"),
    ("log.txt", "text/plain"),
    ("주문 내역.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)

DIRECTORY = Directory(
    agents=tuple(
        AgentItem(
            remote_id=f"agent-{number}",
            name=name,
            address=f"agent{number}@example.com",
            me=number == 1,
        )
        for number, name in enumerate(
            (
                "박지훈",
                "Grace Lee",
                "최수아",
                "Tom Berg",
                "정하늘",
                "Mia Costa",
                "한도윤",
                "Sam Reed",
            ),
            1,
        )
    ),
    teams=tuple(TeamItem(remote_id=f"team-{n}", name=name) for n, name in enumerate(_TEAMS, 1)),
    statuses=tuple(
        StatusItem(backend_status=each.value, status=each, label=each.value.replace("_", " "))
        for each in Status
    ),
    priorities=("low", "normal", "high", "urgent"),
)


def generate(seed: int, messages: int, *, end_ms: int = END) -> Iterator[Page]:
    """Pages with just so many messages and notes in all, newest first; activities come on top.

    Persons and tickets come before their entries. The same arguments give the same pages.
    """
    tickets = max(1, round(messages / ENTRIES_PER_TICKET))
    known: set[str] = set()
    left, number = messages, 0  # a ticket's number is its rank by age, 0 the newest
    while left > 0:
        items: list[tuple[TicketItem, list[EntryItem]]] = []
        while left > 0 and len(items) < BATCH:
            size = _size(seed, number, tickets, messages, left)
            thread = _Thread(seed, number, tickets, end_ms)
            entries = thread.entries(size)
            items.append((thread.ticket(entries), entries))
            left -= size
            number += 1
        yield from _pages(items, known, left, messages)


def _size(seed: int, number: int, tickets: int, messages: int, left: int) -> int:
    if number == tickets // 3 and messages >= 20 * LONG_TICKET:
        return min(left, LONG_TICKET)
    random = Random(f"{seed} size {number}")
    spread = 0.8
    mean = math.log(ENTRIES_PER_TICKET) - spread * spread / 2
    return min(left, max(1, min(400, round(random.lognormvariate(mean, spread)))))


def _pages(
    items: Sequence[tuple[TicketItem, list[EntryItem]]], known: set[str], left: int, total: int
) -> Iterator[Page]:
    """The entries of these tickets, newest first, cut into pages; each ticket before its first."""
    owner = {ticket.remote_id: ticket for ticket, _ in items}
    entries = sorted(
        (entry for _, mine in items for entry in mine),
        key=lambda entry: (-entry.created_at, entry.remote_id),
    )
    done = total - left - sum(entry.kind != Kind.ACTIVITY for entry in entries)
    told: set[str] = set()
    for start in range(0, len(entries), PAGE):
        piece = entries[start : start + PAGE]
        ahead: list[Item] = []
        for entry in piece:
            ticket = owner[entry.ticket_remote_id]
            if ticket.remote_id in told:
                continue
            told.add(ticket.remote_id)
            if ticket.requester is not None and ticket.requester.remote_id not in known:
                known.add(ticket.requester.remote_id)
                ahead.append(ticket.requester)
            ahead.append(ticket)
        done += sum(entry.kind != Kind.ACTIVITY for entry in piece)
        yield Page(
            items=(*ahead, *piece),
            next=f'{{"done":{done}}}',
            more=left > 0 or start + PAGE < len(entries),
            done=done,
            total=total,
        )


class _Thread:
    """One ticket: who asks, when, and all that was said."""

    def __init__(self, seed: int, number: int, tickets: int, end_ms: int) -> None:
        self.random = random = Random(f"{seed} ticket {number}")
        self.number = number
        self.age = number / tickets  # 0 the newest, 1 the oldest
        people = max(1, tickets // 3)
        self.person = make_person(seed, int(people * random.random() ** 2.5))
        self.korean = self.person.language == "ko"
        self.channel = random.choices(
            [name for name, _ in _CHANNELS], weights=[share for _, share in _CHANNELS]
        )[0]
        span = YEARS * 365 * 24 * HOUR
        self.start = end_ms - int(span * self.age) - random.randrange(HOUR) - 6 * HOUR
        self.end_ms = end_ms
        self.agent = random.choice(DIRECTORY.agents)
        self.fresh = self.age < 0.03

    def ticket(self, entries: Sequence[EntryItem]) -> TicketItem:
        """The ticket as it stands after all its entries."""
        random = self.random
        is_open = random.random() < (0.6 if self.fresh else 0.01)
        status = random.choice(OPEN_STATUSES if is_open else (Status.SOLVED, Status.CLOSED))
        assigned = not (is_open and random.random() < 0.3)
        newest = max((entry.created_at for entry in entries), default=self.start)
        return TicketItem(
            remote_id=str(self.number + 1),
            revision=len(entries) + 1,
            subject=self._subject(),
            status=status,
            backend_status=status.value,
            assignee=self.agent.remote_id if assigned else "",
            team=random.choice(DIRECTORY.teams).remote_id,
            priority=random.choice(DIRECTORY.priorities),
            tags=tuple(sorted(set(random.choices(_TAGS, k=random.choice((0, 0, 1, 2)))))),
            channel=self.channel,
            requester=self.person,
            created_at=self.start,
            updated_at=newest,
            due_at=newest + random.randrange(72) * HOUR if is_open and self.fresh else None,
        )

    def entries(self, count: int) -> list[EntryItem]:
        """Messages and notes, and now and then an activity between them, oldest first."""
        result: list[EntryItem] = []
        at = self.start
        gap = min(8 * HOUR, max(1000, (self.end_ms - at) // (count + 1)))
        for place in range(count):
            at = min(self.end_ms, at + 1 + int(self.random.expovariate(1.0) * gap * 0.7))
            result.append(self._said(place, at))
            if self.random.random() < 0.08:
                result.append(self._activity(place, at + 1))
        return result

    def _said(self, place: int, at: int) -> EntryItem:
        random = self.random
        note = place > 0 and random.random() < 0.1
        inward = not note and (place == 0 or random.random() < 0.5)
        text = make_text(random, self.korean)
        mail = self.channel == "email" and not note and random.random() < 0.4
        return EntryItem(
            ticket_remote_id=str(self.number + 1),
            remote_id=f"{self.number + 1}-{place}",
            kind=Kind.NOTE if note else Kind.MESSAGE,
            direction=Direction.IN if inward else Direction.OUT,
            created_at=at,
            author_name=self.person.name if inward else self.agent.name,
            author_address=self.person.addresses[0].value if inward else self.agent.address,
            author_remote_id=self.person.remote_id if inward else self.agent.remote_id,
            channel=self.channel,
            text=text,
            html=make_html(text) if mail else "",
            attachments=self._files(place) if random.random() < 0.06 else (),
            seq=place,
        )

    def _activity(self, place: int, at: int) -> EntryItem:
        old, new = self.random.sample([each.value for each in Status], 2)
        return EntryItem(
            ticket_remote_id=str(self.number + 1),
            remote_id=f"{self.number + 1}-{place}-activity",
            kind=Kind.ACTIVITY,
            direction=Direction.NONE,
            created_at=at,
            author_name=self.agent.name,
            author_remote_id=self.agent.remote_id,
            change={"field": "status", "old": old, "new": new},
            seq=place,
        )

    def _files(self, place: int) -> tuple[AttachmentItem, ...]:
        chosen = self.random.sample(_FILES, self.random.choice((1, 1, 2)))
        return tuple(
            AttachmentItem(
                remote_id=f"{self.number + 1}-{place}-{index}",
                name=name,
                size=int(self.random.lognormvariate(11, 1.5)),
                media_type=media_type,
            )
            for index, (name, media_type) in enumerate(chosen)
        )

    def _subject(self) -> str:
        count = self.random.randint(2, 6)
        return " ".join(_words(self.random, self.korean, count)).capitalize()


def make_person(seed: int, number: int) -> PersonItem:
    """Customer number so and so; the low numbers write most."""
    random = Random(f"{seed} person {number}")
    korean = random.random() < KOREAN
    if korean:
        name = random.choice(_FAMILY) + "".join(random.sample(_GIVEN, 2))
        address = f"user{number}@example.co.kr"
    else:
        first, last = random.choice(_FIRST), random.choice(_LAST)
        name, address = f"{first} {last}", f"{first.lower()}.{number}@example.com"
    return PersonItem(
        remote_id=f"person-{number}",
        name=name,
        addresses=(Address("email", address),),
        language="ko" if korean else "en",
        timezone="Asia/Seoul" if korean else "Europe/Berlin",
    )


def _words(random: Random, korean: bool, count: int) -> list[str]:
    return words.korean(random, count) if korean else words.english().draw(random, count)


def make_text(random: Random, korean: bool) -> str:
    """A message of about 400 characters on average, many short and a few long ones."""
    count = max(2, min(3000, round(random.lognormvariate(4.1 if korean else 3.9, 0.9))))
    drawn = _words(random, korean, count)
    if random.random() < 0.2:
        drawn.insert(random.randrange(len(drawn)), f"ORD-{random.randrange(10**6, 10**7)}")
    pieces: list[str] = []
    start = 0
    while start < len(drawn):
        length = random.randint(5, 16)
        sentence = " ".join(drawn[start : start + length])
        start += length
        ending = ("." if random.random() < 0.85 else "?") + ("\n" if length > 13 else " ")
        pieces.append((sentence if korean else sentence.capitalize()) + ending)
    return "".join(pieces).strip()


def make_html(text: str) -> str:
    """The text as a mail program would dress it."""
    paragraphs = "".join(
        f'<p style="margin:0 0 12px 0;font-family:Arial,sans-serif">{escape(line)}</p>'
        for line in text.split("\n")
    )
    return (
        '<html><head><style>p{color:#222}</style></head><body><table width="600"><tr><td>'
        f'{paragraphs}</td></tr></table><div class="signature">--<br>'
        '<a href="https://example.com/">example.com</a></div></body></html>'
    )
