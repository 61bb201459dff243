"""Filling a desk with the sample data, as if the shop had worked there for months.

Customers write through the customer's side, agents through the agents'; only the clock is told
what to say. Times are counted back from now, so that the demo is always fresh.
"""

from __future__ import annotations

import hashlib
import io
import random
import tomllib
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any, Literal

import msgspec
from sqlalchemy import func, select

from workspace.clock import SystemClock
from workspace.demo.artefacts import make_file
from workspace.demo.screenplay import Act, Talk, assignments, milliseconds
from workspace.domain.commands import (
    AddNote,
    Command,
    OutgoingFile,
    SendReply,
    SetFields,
    new_command_id,
)
from workspace.domain.items import Address, FieldItem
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.resources import resource
from workspace.sync.connectors.contract import Outgoing, TicketRef
from workspace.sync.connectors.desk import Actor, AgentSide, CustomerSide, DeskDatabase, NewFile
from workspace.sync.connectors.desk import schema as desk_tables
from workspace.sync.connectors.desk.setup import prepare, set_meta

Size = Literal["demo", "small"]
LONG_MESSAGES = 400
TALKS = ("talks.ko.toml", "talks.en.toml", "talks.more.toml")
TRIAGE_MS = 25_000  # after a ticket opens, somebody has looked at it
MINUTE = 60_000
DAY = 86_400_000


def seed_desk(
    paths: Paths,
    key: MasterKey,
    account_name: str = "store",
    now_ms: int | None = None,
    size: Size = "demo",
) -> None:
    """Fill the desk of this account; one that holds tickets already is left as it is.

    `small` leaves out the very long talk. All is written in one transaction.
    """
    clock = HistoricClock(SystemClock().now_ms() if now_ms is None else now_ms)
    database = DeskDatabase(paths.desks / account_name, key.subkey("desk"), clock)
    try:
        _Seed(database, clock, size).run()
    finally:
        database.close()


class HistoricClock:
    """A clock that says what it is told; so history is written with the times it had."""

    def __init__(self, now_ms: int) -> None:
        self.present = now_ms
        self._told = now_ms

    def tell(self, ms: int) -> None:
        """It is this time now; never later than the present."""
        self._told = min(ms, self.present)

    def now_ms(self) -> int:
        return self._told

    def monotonic(self) -> float:
        return self._told / 1000


class _Seed:
    def __init__(self, database: DeskDatabase, clock: HistoricClock, size: Size) -> None:
        self.database = database
        self.clock = clock
        self.size = size
        self.shop = _load("desk.toml")
        self.agents: dict[str, AgentSide] = {}
        self.persons: dict[str, str] = {}

    def run(self) -> None:
        agents = {agent["id"]: agent for agent in self.shop["agent"]}
        me = agents[self.shop["me"]]
        prepare(self.database, me["name"], me["address"])
        with self.database.write() as connection:
            if connection.scalar(select(func.count()).select_from(desk_tables.ticket)):
                return
            self._found_shop(agents)
            self.customers = CustomerSide.over(self.database)
            for handle, person in self.shop["person"].items():
                self.persons[handle] = self._meet(person)
            talks = [
                msgspec.convert(item, Talk) for name in TALKS for item in _load(name)["ticket"]
            ]
            for talk, acts in sorted(
                ((talk, self._acts(talk)) for talk in talks), key=lambda pair: -pair[1][0].ago
            ):
                self._play(talk, acts)
            self.clock.tell(self.clock.present)
            self.customers.come_online(self.persons["minji"])

    def _found_shop(self, agents: dict[str, dict[str, Any]]) -> None:
        me = agents[self.shop["me"]]
        owner = AgentSide(self.database, Actor("agent", self.shop["me"], me["name"], me["address"]))
        for handle, agent in agents.items():
            agent_id = owner.add_agent(agent["name"], agent["address"], agent.get("role", "agent"))
            self.agents[handle] = AgentSide(
                self.database, Actor("agent", agent_id, agent["name"], agent["address"])
            )
        with self.database.write() as connection:
            set_meta(connection, "owner", self.agents[self.shop["me"]].me.id)
        for team in self.shop["team"]:
            owner.add_team(team["name"], team["id"])
        for field in self.shop["field"]:
            owner.add_field(msgspec.convert(field, FieldItem))

    def _meet(self, person: dict[str, Any]) -> str:
        since = person.get("since")
        return self.customers.meet(
            person["name"],
            [Address(kind, value) for kind, value in person["addresses"]],
            organization=person.get("organization", ""),
            language=person.get("language", ""),
            timezone=person.get("timezone", ""),
            note=person.get("note", ""),
            tags=person.get("tags", ()),
            since=int(datetime.fromisoformat(f"{since}-03-02T09:00+00:00").timestamp() * 1000)
            if since
            else None,
        )

    def _acts(self, talk: Talk) -> tuple[Act, ...]:
        acts = talk.acts()
        if talk.long and self.size != "small":
            return (*_long_talk(_load(talk.long), acts[0].ago), *acts)
        return acts

    def _play(self, talk: Talk, acts: tuple[Act, ...]) -> None:
        person_id = self.persons[talk.person]
        self.clock.tell(self.clock.present - acts[0].ago)
        ticket_id = self.customers.open_ticket(
            person_id,
            acts[0].channel or talk.channel,
            acts[0].text,
            subject=talk.subject,
            html=_html(acts[0]),
            files=self._files(acts[0]),
        )
        self.clock.tell(self.clock.now_ms() + TRIAGE_MS)
        self._triage(talk, ticket_id, acts)
        opened = False
        for act in acts[1:]:
            self._at(act.ago)
            self._do(act, ticket_id, person_id)
            if act.kind == "reply" and not opened:
                opened = True
                self._change(act.agent, ticket_id, status="open")
        if talk.status != "new":
            who = talk.assignee or self.shop["me"]
            self._change(who, ticket_id, status=talk.status)
        if talk.due:
            ahead = milliseconds(talk.due) * (-1 if talk.due.startswith("-") else 1)
            self.agents["tomas"].set_deadline(ticket_id, self.clock.present + ahead)

    def _triage(self, talk: Talk, ticket_id: str, acts: tuple[Act, ...]) -> None:
        """What the talk's head says, unless one of its lines says when it was set."""
        told = {name for act in acts if act.kind == "set" for name in assignments(act.text)}
        wanted = {
            "team": talk.team,
            "assignee": talk.assignee,
            "priority": talk.priority,
            "tags_add": talk.tags,
        }
        self._change(
            "tomas",
            ticket_id,
            **{
                name: value
                for name, value in wanted.items()
                if value and (name == "tags_add" or name not in told)
            },
            custom_fields={name: [value] for name, value in talk.fields.items()},
        )

    def _do(self, act: Act, ticket_id: str, person_id: str) -> None:
        if act.kind == "customer":
            self.customers.write(
                ticket_id,
                person_id,
                act.text,
                channel=act.channel,
                html=_html(act),
                files=self._files(act),
            )
        elif act.kind == "read":
            self.customers.read(ticket_id, person_id)
        elif act.kind == "set":
            self._change(act.agent, ticket_id, **assignments(act.text))
        else:
            files = {file.name: file for file in self._files(act)}
            sealed = tuple(_sealed(file) for file in files.values())
            command: Command
            if act.kind == "reply":
                command = SendReply(text=act.text, channel=act.channel, attachments=sealed)
            else:
                command = AddNote(text=act.text, attachments=sealed)
            self._push(act.agent, ticket_id, command, files)

    def _change(self, agent: str, ticket_id: str, **fields: Any) -> None:
        self._push(agent, ticket_id, SetFields(**fields), {})

    def _push(
        self, agent: str, ticket_id: str, command: Command, files: dict[str, NewFile]
    ) -> None:
        def open_file(outgoing: OutgoingFile) -> IO[bytes]:
            return files[outgoing.name].stream

        self.agents[agent].carry_out(
            Outgoing(ticket=TicketRef(ticket_id), command=command, key=new_command_id()), open_file
        )

    def _files(self, act: Act) -> list[NewFile]:
        files = []
        for name in act.files:
            content, media_type = make_file(self.shop["file"][name])
            files.append(NewFile(name, media_type, io.BytesIO(content)))
        return files

    def _at(self, ago: int) -> None:
        """It is so long ago now, but never earlier than what this talk has told already."""
        self.clock.tell(max(self.clock.present - ago, self.clock.now_ms() + 1000))


def _long_talk(told: dict[str, Any], until_ago: int) -> Iterator[Act]:
    """Months of short exchanges, each with other models, sizes and numbers."""
    chance = random.Random(7)
    exchanges: list[list[str]] = []
    count, number = 0, 900
    while count < LONG_MESSAGES:
        exchange = told["exchanges"][len(exchanges) % len(told["exchanges"])]
        number += chance.randint(3, 9)
        words = {
            "model": chance.choice(told["models"]),
            "size": chance.choice(told["sizes"]),
            "colour": chance.choice(told["colours"]),
            "count": str(chance.randint(8, 40)),
            "few": str(chance.randint(2, 6)),
            "order": f"B-{number}",
        }
        exchanges.append([line.format_map(words) for line in exchange])
        count += len(exchange)
    step = 200 * DAY // len(exchanges)
    for index, exchange in enumerate(exchanges):
        ago = until_ago + DAY + step * (len(exchanges) - index) - chance.randint(0, step // 3)
        for line in exchange:
            ago -= chance.randint(1, 9) * MINUTE
            if line.startswith("<"):
                yield Act(ago=ago, kind="customer", text=line[2:])
            else:
                yield Act(ago=ago, kind="reply", agent="jiyoon", text=line[2:])
        yield Act(ago=ago - MINUTE // 2, kind="read")


def _html(act: Act) -> str:
    return resource("sample", "html", act.html).read_text("utf-8") if act.html else ""


def _sealed(file: NewFile) -> OutgoingFile:
    content = file.stream.read()
    file.stream.seek(0)
    return OutgoingFile(
        id=file.name,
        name=file.name,
        size=len(content),
        media_type=file.media_type,
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("sample", name).read_text("utf-8"))
