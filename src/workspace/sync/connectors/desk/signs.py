"""The desk's stream: told by the file itself that something was committed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec
from sqlalchemy import Connection, select

from workspace.sync.connectors.contract import LiveSign, Poke
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.feeds import newest_change
from workspace.sync.connectors.desk.manifest import STATUSES

LOOK_EVERY_S = 0.5
LOOK_AT_REST_S = 1.0
REST_AFTER_S = 10.0  # without a word from anybody
PRESENT_TICKETS = 20  # of a customer who is online, so many open tickets are told

Shown = Literal["typing", "stopped_typing", "online", "offline", "viewing", "left"]
ENDS: dict[str, Shown] = {"typing": "stopped_typing", "online": "offline", "viewing": "left"}
STARTS: dict[str, Shown] = {"typing": "typing", "online": "online", "viewing": "viewing"}


class Sign(msgspec.Struct, frozen=True):
    """A live sign as one ticket shows it; without its end, so that a renewal is the same sign."""

    ticket_id: str
    who: str
    name: str
    role: Literal["customer", "agent"]
    kind: str


def watch(
    database: DeskDatabase, me: str, stop: Callable[[], bool], closing: threading.Event
) -> Iterator[Poke | LiveSign]:
    """Pokes and signs of others until `stop()` or `closing`. The calling thread waits here.

    `PRAGMA data_version` costs no read of the file: it moves when another connection commits.
    """
    watcher = database.watch()
    try:
        # The first look pokes: what came between the caller's last pull and this watch is news.
        version = seq = -1
        moved = time.monotonic()
        known: dict[Sign, int] = {}
        while not stop() and not closing.is_set():
            now_version = watcher.execute("PRAGMA data_version").fetchone()[0]
            now = database.clock.now_ms()
            if now_version != version or any(until <= now for until in known.values()):
                version = now_version
                with database.read() as connection:
                    newest = newest_change(connection)
                    signs = current_signs(connection, me, now)
                if newest > seq or signs != known:  # our own signs move the file, too
                    moved = time.monotonic()
                if newest > seq:
                    seq = newest
                    yield Poke()
                yield from _differences(known, signs)
                known = signs
            at_rest = time.monotonic() - moved > REST_AFTER_S
            closing.wait(LOOK_AT_REST_S if at_rest else LOOK_EVERY_S)
    finally:
        watcher.close()


def current_signs(connection: Connection, me: str, now: int) -> dict[Sign, int]:
    """What others show now, by ticket, and until when."""
    signal, ticket = schema.signal.c, schema.ticket.c
    done = [item.backend_status for item in STATUSES if item.status in ("solved", "closed")]
    signs: dict[Sign, int] = {}
    for row in connection.execute(
        select(schema.signal).where(signal.until > now, signal.who != me)
    ):
        tickets = [row.ticket_id]
        if not row.ticket_id:
            tickets = list(
                connection.scalars(
                    select(ticket.id)
                    .where(
                        ticket.requester == row.who,
                        ticket.deleted_at.is_(None),
                        ticket.merged_into == "",
                        ticket.status.not_in(done),
                    )
                    .order_by(ticket.updated_at.desc())
                    .limit(PRESENT_TICKETS)
                )
            )
        for ticket_id in tickets:
            signs[Sign(ticket_id, row.who, row.name, row.role, row.kind)] = row.until
    return signs


def _differences(known: dict[Sign, int], signs: dict[Sign, int]) -> Iterator[LiveSign]:
    for sign in known.keys() - signs.keys():
        yield _sign(sign, ENDS[sign.kind], 0)
    for sign, until in signs.items():
        if known.get(sign) != until:
            yield _sign(sign, STARTS[sign.kind], until)


def _sign(sign: Sign, kind: Shown, until: int) -> LiveSign:
    return LiveSign(
        ticket_remote_id=sign.ticket_id, who=sign.name, role=sign.role, kind=kind, until=until
    )
