"""A desk's first moment, and who of its agents somebody is."""

from __future__ import annotations

import getpass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from workspace.domain.commands import new_command_id
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.agent_side import make_agent, make_team
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.ledger import Actor

FIRST_NUMBER = 1001


def get_meta(connection: Connection, key: str) -> str | None:
    """One of the desk's few facts about itself."""
    return connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == key))


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Keep one of the desk's few facts about itself."""
    connection.execute(
        upsert(schema.meta)
        .values(key=key, value=value)
        .on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )


def prepare(database: DeskDatabase, name: str = "", address: str = "") -> None:
    """Make a new desk usable: its mark, an owner, a team. Adds an agent who is named and new."""
    database.drop_unclaimed()
    with database.read() as connection:
        ready = get_meta(connection, "owner") is not None
        known = not (name or address) or _find(connection, name, address) is not None
    if ready and known:
        return
    with database.write() as connection:
        me = make_agent(connection, name or _own_name(address), address)
        if get_meta(connection, "owner") is None:
            set_meta(connection, "epoch", new_command_id())
            set_meta(connection, "next_number", str(FIRST_NUMBER))
            set_meta(connection, "owner", me)
            make_team(connection, "Support")


def find_me(database: DeskDatabase, name: str = "", address: str = "") -> Actor | None:
    """The agent of this address, else of this name, else the desk's owner."""
    with database.read() as connection:
        agent_id = _find(connection, name, address)
        row = connection.execute(
            select(schema.agent).where(schema.agent.c.id == agent_id, schema.agent.c.active == 1)
        ).one_or_none()
    return None if row is None else Actor("agent", row.id, row.name, row.address)


def _find(connection: Connection, name: str, address: str) -> str | None:
    agent = schema.agent.c
    if address:
        return connection.scalar(select(agent.id).where(agent.address == address))
    if name:
        return connection.scalar(select(agent.id).where(agent.name == name))
    return get_meta(connection, "owner")


def _own_name(address: str) -> str:
    """A name for an agent who gave none: of the address, else of the system's user."""
    if address:
        return address.partition("@")[0]
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "Agent"
