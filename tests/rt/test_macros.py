"""What a macro's preflight promises on the real server is what comes of it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from tests.builders import a_store
from tests.rt.support import RtAccount
from tests.servers.rt_fixture import RtServer
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.macro_plan import make_plan
from workspace.domain.macro_reading import parse
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.queries.macro_targets import read_targets
from workspace.sync.connectors.contract import Sent, TicketRef

pytestmark = pytest.mark.rt

CUSTOMER = "daeun.yoon@customer.test"
MACRO = """
name = "Everything"

[set]
status = "pending"
assignee = "me"
priority = "70"
team = "No such queue"
tags_add = ["vip"]

[language.en]
text = 'About {{ticket.ref}}: {{customer.name or "you"}}, we are on it.'
note = "Seen by {{agent.name}}."
"""


def test_effects_told_as_done_are_done_and_the_others_are_not_tried(
    rt_server: RtServer, rt_account: Callable[..., RtAccount], paths: Paths, key: MasterKey
) -> None:
    account = rt_account("agent")
    connector = account.connector
    me = connector.check().me.remote_id
    cursor = account.begin()
    ticket = str(rt_server.work("create", who=CUSTOMER, subject="macros", text="hello"))
    with a_store(paths, key) as store:
        number = store.account("help", "rt", directory=connector.directory())
        able = connector.capabilities()
        told = msgspec.json.encode(able).decode()
        store.writer.set_account_state(number, state="idle", capabilities=told)
        more = True
        while more:
            page = connector.pull("live", cursor)
            store.writer.apply_page(number, "live", page, me=me)
            cursor, more = page.next, page.more
        identity = store.id_of(ticket)
        found = read_targets(store.reader(), [identity], now_ms=0, window_language="en")
    seen = found[identity].row.revision
    macro, faults = parse("all", MACRO)
    assert macro is not None, faults
    plan = make_plan(macro, found[identity].target)
    assert not plan.unresolved
    why = {one.kind: one.why for one in plan.effects}
    assert why["team"] == "unknown"
    assert why["tag_add"] == ("" if able.set_tags else "cannot")
    for command in [SendReply(text=plan.text), *plan.commands()]:
        assert isinstance(account.push(account.outgoing(ticket, command, base_revision=seen)), Sent)
    after = connector.fetch(TicketRef(ticket))
    assert after.ticket is not None
    done = {one.kind for one in plan.effects if not one.why and not one.same}
    if "status" in done:
        assert after.ticket.status == "pending"
    if "assignee" in done:
        assert after.ticket.assignee == me
    if "priority" in done:
        assert after.ticket.priority == "70"
    assert {"reply", "note", "status", "assignee"} <= done
    words = [(str(entry.kind), entry.text) for entry in after.entries]
    assert any(kind == "message" and "we are on it" in text for kind, text in words)
    assert [kind for kind, text in words if "Seen by" in text] == ["note"]
    assert [type(one) for one in plan.commands()] == [AddNote, SetFields]
