"""Simulated customers of the demo: they write, type, read and come back while you watch.

They act through the customer's side of the desk only, as real ones would. What they do depends on
the seed and on what agents write; nothing else is random. They pause while a file named
`customers.paused` lies in the desk's folder.
"""

from __future__ import annotations

import heapq
import io
import itertools
import logging
import random
import threading
import tomllib
from collections.abc import Callable
from typing import Any

import msgspec

from workspace.clock import Clock, SystemClock
from workspace.demo.artefacts import make_file
from workspace.domain.errors import ConnectorError, EngineUnavailable, WorkspaceError
from workspace.domain.items import Address
from workspace.ipc.client import EngineClient
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.resources import resource
from workspace.sync.connectors.desk import CustomerSide, Delivery, NewFile

log = logging.getLogger("workspace.demo")

PAUSE_FILE = "customers.paused"
LOOK_EVERY_S = 1.0
ACT_EVERY_S = (5.0, 20.0)
ANSWERS_PER_TICKET = 6  # then the customer is content and only reads
PICTURE_WORDS = ("사진", "photo", "picture")
OPEN = ("new", "open", "on hold")


class NewTicket(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket that a simulated customer will open."""

    person: str
    channel: str
    text: str
    subject: str = ""


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """What customers say, by language."""

    answer: dict[str, list[str]]
    thanks: dict[str, list[str]]
    picture: dict[str, list[str]]
    nudge: dict[str, list[str]]
    back: dict[str, list[str]]
    new: list[NewTicket]


class Customers:
    """The crowd. `step` does what is due; the caller brings the time, one thread at a time."""

    def __init__(self, side: CustomerSide, seed: int = 1) -> None:
        self._side = side
        self._chance = random.Random(seed)
        self._shop = tomllib.loads(resource("sample", "desk.toml").read_text("utf-8"))
        text = resource("sample", "customers.toml").read_text("utf-8")
        self._lines = msgspec.convert(tomllib.loads(text), Lines)
        self._fresh = self._chance.sample(self._lines.new, len(self._lines.new))
        self._persons = {name: self._known(name) for name in sorted(self._shop["person"])}
        self._languages = {
            person_id: self._shop["person"][name].get("language", "en")
            for name, person_id in self._persons.items()
        }
        self._due: list[tuple[float, int, Callable[[], object]]] = []
        self._order = itertools.count()
        self._answers: dict[str, int] = {}
        self._seen = side.newest_delivery()
        self._next_idea: float | None = None

    def step(self, now: float) -> bool:
        """Do what is due at this monotonic second; whether the desk changed."""
        for delivery in self._side.deliveries(self._seen):
            self._seen = delivery.seq
            self._plan_answer(delivery, now)
        if self._next_idea is None:
            self._next_idea = now + self._chance.uniform(*ACT_EVERY_S)
        elif now >= self._next_idea:
            self._next_idea = now + self._chance.uniform(*ACT_EVERY_S)
            self._have_idea(now)
        changed = False
        while self._due and self._due[0][0] <= now:
            _, _, act = heapq.heappop(self._due)
            try:
                act()
            except ConnectorError as error:
                # The ticket was closed, merged or deleted since; a customer would shrug too.
                log.info("a simulated customer gave up: %s", error.kind)
            changed = True
        return changed

    # --- answers ---------------------------------------------------------------------------

    def _plan_answer(self, delivery: Delivery, now: float) -> None:
        ticket_id, person_id = delivery.ticket_id, delivery.person_id
        if person_id not in self._languages:
            return
        side = self._side
        reads = now + self._chance.uniform(2, 5)
        writes = reads + self._chance.uniform(4, 10)
        self._at(now + 1, lambda: side.receive(ticket_id, person_id))
        self._at(reads, lambda: side.come_online(person_id))
        self._at(reads, lambda: side.read(ticket_id, person_id))
        given = self._answers.get(ticket_id, 0)
        if given >= ANSWERS_PER_TICKET or delivery.status in ("solved", "closed"):
            return
        self._answers[ticket_id] = given + 1
        text, files = self._answer_to(delivery)
        self._type_and_write(ticket_id, person_id, text, writes, files)

    def _answer_to(self, delivery: Delivery) -> tuple[str, tuple[str, ...]]:
        language = self._languages[delivery.person_id]
        asked = delivery.text.rstrip().endswith(("?", "？", "؟"))
        if asked and any(word in delivery.text.lower() for word in PICTURE_WORDS):
            return self._say(self._lines.picture, language), ("shoe-left.png",)
        lines = self._lines.answer if asked else self._lines.thanks
        return self._say(lines, language).format(name=delivery.author), ()

    def _type_and_write(
        self,
        ticket_id: str,
        person_id: str,
        text: str,
        at: float,
        files: tuple[str, ...] = (),
    ) -> None:
        """Type for a moment that fits the text, then write."""
        side = self._side
        typing = min(2 + len(text) / 20, 3.5)
        self._at(at - typing, lambda: side.type(ticket_id, person_id))
        self._at(
            at,
            lambda: side.write(
                ticket_id, person_id, text, files=[self._file(name) for name in files]
            ),
        )

    # --- ideas of their own ----------------------------------------------------------------

    def _have_idea(self, now: float) -> None:
        ideas = [self._idea_new, self._idea_presence, self._idea_nudge, self._idea_back]
        ideas.append(self._idea_hesitate)
        (idea,) = self._chance.choices(ideas, weights=(3, 4, 3, 1, 2))
        idea(now)

    def _idea_new(self, now: float) -> None:
        if not self._fresh:
            return
        new = self._fresh.pop()
        person_id, side = self._persons[new.person], self._side
        self._at(now, lambda: side.come_online(person_id))
        self._at(
            now + 2,
            lambda: side.open_ticket(person_id, new.channel, new.text, subject=new.subject),
        )

    def _idea_presence(self, now: float) -> None:
        person_id = self._anybody()
        come = self._chance.random() < 0.7
        act = self._side.come_online if come else self._side.go_offline
        self._at(now, lambda: act(person_id))

    def _idea_nudge(self, now: float) -> None:
        """Whose last words nobody answered asks again."""
        person_id = self._anybody()
        for ticket in self._side.tickets(person_id):
            talk = self._side.conversation(ticket.ticket_id, person_id)
            if ticket.status in OPEN and talk and talk[-1].mine and len(talk) > 1:
                text = self._say(self._lines.nudge, self._languages[person_id])
                if talk[-1].text != text:
                    self._side.come_online(person_id)
                    self._type_and_write(ticket.ticket_id, person_id, text, now + 5)
                return

    def _idea_back(self, now: float) -> None:
        """Somebody comes back to what was solved."""
        person_id = self._anybody()
        for ticket in self._side.tickets(person_id):
            if ticket.status == "solved":
                self._side.come_online(person_id)
                text = self._say(self._lines.back, self._languages[person_id])
                self._type_and_write(ticket.ticket_id, person_id, text, now + 6)
                return

    def _idea_hesitate(self, now: float) -> None:
        """Somebody types, thinks again, and sends nothing."""
        person_id = self._anybody()
        for ticket in self._side.tickets(person_id):
            if ticket.status in OPEN:
                self._hesitate(ticket.ticket_id, person_id, now)
                return

    def _hesitate(self, ticket_id: str, person_id: str, now: float) -> None:
        side = self._side
        self._at(now, lambda: side.type(ticket_id, person_id))
        self._at(now + 4, lambda: side.stop_typing(ticket_id, person_id))

    # --- inside ----------------------------------------------------------------------------

    def _at(self, when: float, act: Callable[[], object]) -> None:
        heapq.heappush(self._due, (when, next(self._order), act))

    def _anybody(self) -> str:
        return self._persons[self._chance.choice(sorted(self._persons))]

    def _say(self, lines: dict[str, list[str]], language: str) -> str:
        return self._chance.choice(lines.get(language) or lines["en"])

    def _file(self, name: str) -> NewFile:
        content, media_type = make_file(self._shop["file"][name])
        return NewFile(name, media_type, io.BytesIO(content))

    def _known(self, name: str) -> str:
        """The person of the sample data, made known to a desk that was not seeded."""
        person: dict[str, Any] = self._shop["person"][name]
        addresses = [Address(kind, value) for kind, value in person["addresses"]]
        return self._side.find(addresses[0]) or self._side.meet(
            person["name"], addresses, language=person.get("language", "")
        )


def run(
    paths: Paths,
    key: MasterKey,
    account_name: str,
    seed: int = 1,
    stop: threading.Event | None = None,
    clock: Clock | None = None,
) -> None:
    """Let the customers live until `stop` is set. Blocks; made for a process of its own."""
    stop = stop or threading.Event()
    clock = clock or SystemClock()
    folder = paths.desks / account_name
    side = CustomerSide(folder, key.subkey("desk"), clock)
    engine = EngineClient(paths, "customers")
    try:
        customers = Customers(side, seed)
        while not stop.wait(LOOK_EVERY_S):
            if (folder / PAUSE_FILE).exists():
                continue
            try:
                changed = customers.step(clock.monotonic())
            except WorkspaceError as error:
                log.warning("the customers could not act: %s", error.kind)
                continue
            if changed:
                _poke(engine, account_name)
    finally:
        engine.close()
        side.close()


def _poke(engine: EngineClient, account_name: str) -> None:
    """Tell the engine that the desk has news, if one runs; it would notice by itself too."""
    try:
        if engine.connect(0.0):
            engine.call("poke", timeout_s=2.0, account=account_name)
    except EngineUnavailable as error:
        log.debug("no engine to tell: %s", error.kind)
