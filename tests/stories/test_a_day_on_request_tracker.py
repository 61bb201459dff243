"""An agent's day on a real Request Tracker: news arrive, work goes out once, offline is normal."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from tests.servers.rt_fixture import RtServer
from tests.stories.conftest import Agent
from workspace.ipc.client import EngineClient

pytestmark = [pytest.mark.rt, pytest.mark.timeout(600)]


@pytest.fixture
def account(engine: EngineClient, rt_server: RtServer) -> str:
    """The account `help`, in step with the whole server."""
    engine.call(
        "account.add",
        timeout_s=300,
        name="help",
        connector="rt",
        url=rt_server.url,
        settings={},
        secret=rt_server.tokens["agent"],
        check=True,
    )
    engine.call("sync.once", timeout_s=None, account="help")
    return "help"


def a_ticket(server: RtServer, subject: str, text: str) -> str:
    return str(
        server.rest("agent2").post(
            "ticket",
            Queue="Support",
            Subject=subject,
            Requestor="min-ji@example.com",
            Content=text,
            ContentType="text/plain",
        )
    )


def said(server: RtServer, ticket: str) -> list[tuple[str, str]]:
    """(Correspond or Comment, text) of a ticket in the server's order, read by plain requests."""
    rest = server.rest("root")
    found = []
    fields = "Type,Created"
    rows = rest.everything(f"ticket/{ticket}/history", fields=fields)
    for row in sorted(rows, key=lambda row: int(row["id"])):
        if row["Type"] not in ("Correspond", "Comment"):
            continue
        parts = rest.everything(
            f"transaction/{row['id']}/attachments", fields="ContentType,Content"
        )
        for part in parts:
            if part["ContentType"] == "text/plain" and part.get("Content"):
                found.append((row["Type"], text_of(part["Content"])))
                break
    return found


def text_of(content: str) -> str:
    try:
        return base64.b64decode(content, validate=True).decode()
    except ValueError:
        return content


def test_news_arrive_and_work_goes_out_once_in_order(
    account: str, agent: Agent, rt_server: RtServer, tmp_path: Path
) -> None:
    number = a_ticket(rt_server, "신발 반품 요청", "사이즈가 맞지 않아요.")
    agent.waits_for(lambda: agent.ticket(account, number))
    agent.opens(account, number)
    agent.sees("사이즈가 맞지 않아요.")

    rt_server.rest("agent2").post(
        f"ticket/{number}/comment", Content="Seen by a colleague.", ContentType="text/plain"
    )
    agent.sees("Seen by a colleague.")

    receipt = tmp_path / "영수증.txt"
    receipt.write_text("₩129,000", encoding="utf-8")
    agent.writes("reply", "네, 접수되었습니다.")
    agent.sends("reply")
    agent.writes("note", "등급 혜택 확인", files=(receipt,))
    agent.sends("note")
    header = agent.window.header
    header._enqueue(status="stalled", assignee=rt_owner(rt_server), tags_add=("returns",))
    agent.waits_for(agent.all_sent)

    assert said(rt_server, number) == [
        ("Comment", "Seen by a colleague."),
        ("Correspond", "네, 접수되었습니다."),
        ("Comment", "등급 혜택 확인"),
    ]
    ticket: dict[str, Any] = rt_server.rest("root").get(f"ticket/{number}")
    assert ticket["Status"] == "stalled"
    assert ticket["Owner"]["id"] == "agent"
    tags = next(field for field in ticket["CustomFields"] if field["name"] == "Tags")
    assert tags["values"] == ["returns"]
    names = rt_server.rest("root").everything(f"ticket/{number}/attachments", fields="Filename")
    assert [row["Filename"] for row in names if row.get("Filename")] == ["영수증.txt"]


def rt_owner(server: RtServer) -> str:
    return str(server.rest("agent").get("user/agent")["Name"])


def test_a_stopped_server_stops_nobody(account: str, agent: Agent, rt_server: RtServer) -> None:
    number = a_ticket(rt_server, "Refund has not arrived", "Where is my 환불?")
    agent.waits_for(lambda: agent.ticket(account, number))
    row = agent.opens(account, number)
    agent.sees("환불")
    rt_server.stop()
    try:
        agent.writes("reply", "The bank confirmed it today.")
        agent.sends("reply")
        agent.window.header._enqueue(status="resolved")
        agent.waits_for(lambda: len(agent.outbox()) == 2)
        agent.waits_for(lambda: agent.knows_of_trouble(account))
        pending = agent.conversation(row.id)
        assert pending.ticket.status == "solved"
        assert pending.entries[-1].state or pending.entries[-2].state
        assert found(agent, "confirmed") == [f"{account}:{number}"]
        agent.writes("note", "half a thought")
    finally:
        rt_server.start()
    agent.waits_for(agent.all_sent)
    assert said(rt_server, number) == [("Correspond", "The bank confirmed it today.")]
    assert rt_server.rest("root").get(f"ticket/{number}")["Status"] == "resolved"
    assert agent.edit("note").toPlainText() == "half a thought"


def found(agent: Agent, query: str) -> list[str]:
    from workspace.store.connect import Reader
    from workspace.store.queries.search import search

    reader = Reader(agent.paths, agent.key)
    try:
        return [hit.ticket.ref for hit in search(reader, query).hits]
    finally:
        reader.close()
