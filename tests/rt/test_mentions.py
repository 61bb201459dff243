"""A colleague's comment on the real server that names me brings the ticket to Mentions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.builders import a_store
from tests.rt.support import RtAccount
from tests.servers.rt_fixture import RtServer
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sync.connectors.contract import TicketRef

pytestmark = pytest.mark.rt

CUSTOMER = "daeun.yoon@customer.test"


def test_by_login_and_by_name_until_i_answer(
    rt_server: RtServer, rt_account: Callable[..., RtAccount], paths: Paths, key: MasterKey
) -> None:
    account = rt_account("agent")
    connector = account.connector
    me = connector.check().me.remote_id
    directory = connector.directory()
    name = next(agent.name for agent in directory.agents if agent.remote_id == me)
    cursor = account.begin()

    def say(ticket: str, who: str, **text: str) -> None:
        rt_server.work("say", ticket=ticket, who=who, public=False, **text)

    tickets = {
        word: str(rt_server.work("create", who=CUSTOMER, subject="mentions", text="hello"))
        for word in ("login", "name", "nobody")
    }
    say(tickets["login"], "agent2", text="@agent 확인 부탁드려요")
    say(tickets["name"], "agent2", html=f"<p><b>@{name}</b>, please look</p>", text="")
    say(tickets["nobody"], "agent2", text="agent, please look; @agent2 too")
    with a_store(paths, key) as store:
        number = store.account("help", "rt", directory=directory)

        def mentioned() -> set[str]:
            nonlocal cursor
            more = True
            while more:
                page = connector.pull("live", cursor)
                store.writer.apply_page(number, "live", page, me=me)
                cursor, more = page.next, page.more
            for missing in store.writer.tickets_to_fetch(number, 50):
                got = connector.fetch(TicketRef(missing.remote_id), missing.before)
                store.writer.apply_fetch(number, missing.remote_id, got, older=missing.older, me=me)
            rows = store.reader().all("SELECT remote_id FROM ticket WHERE mentioned_at > 0")
            here = {row[0] for row in rows}
            return {word for word, ticket in tickets.items() if ticket in here}

        assert mentioned() == {"login", "name"}
        say(tickets["login"], "agent", text="done")
        assert mentioned() == {"name"}
