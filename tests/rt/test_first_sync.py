"""The first sync against the real server: equal to it, ticket by ticket and entry by entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.rt.support import Pulled, RtAccount
from tests.servers.rt_fixture import RtServer
from workspace.domain.words import Direction, Kind

pytestmark = pytest.mark.rt

Make = Callable[..., RtAccount]
KINDS = {"Create": Kind.MESSAGE, "Correspond": Kind.MESSAGE, "Comment": Kind.NOTE}


@pytest.fixture(scope="module")
def truth(rt_server: RtServer) -> dict[int, dict[str, Any]]:
    """Every ticket that the agent sees, with its history and its parts, by plain requests."""
    rest = rt_server.rest("agent")
    tickets = rest.everything(
        "tickets",
        query="id > 0",
        orderby="id",
        fields="Subject,Status,Queue,Owner,Priority,CustomFields,Requestor,Cc",
    )
    ids = [int(row["id"]) for row in tickets]
    found: dict[int, dict[str, Any]] = {}
    transactions: dict[int, list[dict[str, Any]]] = {one: [] for one in ids}
    merged = {
        int(row["ObjectId"]): int(row["NewValue"].rpartition("/")[2])
        for row in rest.everything(
            "transactions",
            query="ObjectType = 'RT::Ticket' AND Field = 'MergedInto'",
            fields="ObjectId,NewValue",
        )
    }
    rows = rest.everything(
        "transactions",
        query="ObjectType = 'RT::Ticket' AND id > 0",
        orderby="id",
        fields="Type,ObjectId,Created,Creator,Field,OldValue,NewValue",
    )
    for row in rows:
        home = merged.get(int(row["ObjectId"]), int(row["ObjectId"]))
        if home in transactions:
            transactions[home].append(row)
    parts: dict[int, list[dict[str, Any]]] = {}
    messages = [int(r["id"]) for rows in transactions.values() for r in rows if r["Type"] in KINDS]
    for start in range(0, len(messages), 80):
        query = [
            {"field": "TransactionId", "operator": "IN", "value": messages[start : start + 80]}
        ]
        for row in rest.everything(
            "attachments",
            query=json.dumps(query),
            fields="TransactionId,ContentType,Filename,Content,ContentLength",
        ):
            parts.setdefault(int(row["TransactionId"]), []).append(row)
    for one, ticket in zip(ids, tickets, strict=True):
        found[one] = {
            "ticket": ticket,
            "transactions": transactions[one],
            "parts": parts,
        }
    return found


@pytest.fixture(scope="module")
def synced(rt_server: RtServer, tmp_path_factory: pytest.TempPathFactory) -> tuple[Pulled, int]:
    """A whole first sync and how many requests it took."""
    account = RtAccount(rt_server, "agent", tmp_path_factory.mktemp("rt"))
    account.connector.capabilities()
    before = account.connector.requests
    cursor = account.begin()
    pulled = account.history()
    pulled, _ = account.poll(cursor, pulled)
    requests = account.connector.requests - before
    account.fetch_left(pulled)
    account.connector.close()
    return pulled, requests


def test_tickets_equal_the_server(
    synced: tuple[Pulled, int], truth: dict[int, dict[str, Any]]
) -> None:
    pulled, _ = synced
    assert len(truth) >= 200
    assert set(pulled.tickets) == {str(one) for one in truth}
    for one, true in truth.items():
        ours, row = pulled.tickets[str(one)], true["ticket"]
        fields = {f["name"]: [v for v in f["values"] if v] for f in row["CustomFields"]}
        assert ours.subject == row["Subject"]
        assert ours.backend_status == row["Status"]
        assert ours.assignee == ("" if row["Owner"]["id"] == "Nobody" else row["Owner"]["id"])
        assert ours.team == row["Queue"]["id"]
        assert ours.priority == row["Priority"]
        assert list(ours.tags) == fields.pop("Tags", [])
        assert ours.custom_fields == {name: values for name, values in fields.items() if values}
        assert ours.requester is not None
        assert ours.requester.remote_id == row["Requestor"][0]["id"]
        last = max(int(t["id"]) for t in true["transactions"] if "EmailRecord" not in t["Type"])
        assert ours.revision == last


def test_entries_equal_the_server(
    synced: tuple[Pulled, int], truth: dict[int, dict[str, Any]]
) -> None:
    pulled, _ = synced
    compared = 0
    for one, true in truth.items():
        ours = {e.remote_id: e for e in pulled.of(one)}
        wanted = [
            row
            for row in true["transactions"]
            if row["Type"] not in ("EmailRecord", "CommentEmailRecord", "SetWatcher")
        ]
        assert set(ours) == {row["id"] for row in wanted}, one
        asking = {p["id"] for p in [*true["ticket"]["Requestor"], *true["ticket"]["Cc"]]}
        for row in wanted:
            entry = ours[row["id"]]
            assert entry.kind is KINDS.get(row["Type"], Kind.ACTIVITY)
            assert entry.author_remote_id == row["Creator"]["id"]
            if entry.kind is Kind.ACTIVITY:
                assert entry.direction is Direction.NONE
                assert entry.text
                continue
            incoming = row["Creator"]["id"] in asking
            assert entry.direction is (Direction.IN if incoming else Direction.OUT)
            own = true["parts"].get(int(row["id"]), [])
            bodies = [p for p in own if not p["Filename"] and p["ContentType"].startswith("text/")]
            texts = [p["Content"] for p in bodies if p["ContentType"] == "text/plain"]
            pages = [p["Content"] for p in bodies if p["ContentType"] == "text/html"]
            assert entry.text == (texts[0].replace("\r\n", "\n") if texts else "")
            assert entry.html == (pages[0] if pages else "")
            files = {(p["Filename"], int(p["ContentLength"])) for p in own if p["Filename"]}
            assert {(a.name, a.size) for a in entry.attachments} == files
            compared += 1
    assert compared > 800


def test_notes_never_become_messages(synced: tuple[Pulled, int]) -> None:
    pulled, _ = synced
    long = next(t for t in pulled.tickets.values() if t.subject == "A conversation without end")
    entries = pulled.of(long.remote_id)
    assert len([e for e in entries if e.kind is Kind.NOTE]) == 260
    assert all(e.text.startswith("internal") for e in entries if e.kind is Kind.NOTE)
    said = [e for e in entries if e.kind is Kind.MESSAGE]
    assert [e.text for e in said] == ["It begins."] + [f"public {n}" for n in range(1, 261)]
    assert all(e.direction is Direction.IN for e in said)


def test_requests_of_a_first_sync(synced: tuple[Pulled, int]) -> None:
    pulled, requests = synced
    assert requests / len(pulled.tickets) < 0.5
