"""The sample data: rich, in its languages, in the past, and told in its own grammar."""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import SetClock
from tests.desk.conftest import a_connector
from workspace.demo.artefacts import make_file
from workspace.demo.screenplay import Talk, assignments, parse_line
from workspace.demo.seed import LONG_MESSAGES, seed_desk
from workspace.domain.items import Directory, EntryItem, TicketItem
from workspace.domain.words import Direction, Kind, Status
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sync.connectors.contract import AttachmentRef
from workspace.sync.connectors.desk import DeskConnector

NOW = SetClock().now_ms()
YEAR_MS = 366 * 86_400_000


@dataclass
class Seeded:
    connector: DeskConnector
    tickets: list[TicketItem]
    entries: list[EntryItem]
    directory: Directory
    paths: Paths
    key: MasterKey


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    paths = Paths(tmp_path_factory.mktemp("demo") / "base").ensure()
    key = MasterKey(bytes(range(32)))
    seed_desk(paths, key, "store", NOW)
    connector = a_connector(paths.desks / "store", SetClock(NOW), key=key.subkey("desk"))
    tickets, entries = _all(connector)
    yield Seeded(connector, tickets, entries, connector.directory(), paths, key)
    connector.close()


def _all(connector: DeskConnector) -> tuple[list[TicketItem], list[EntryItem]]:
    items, cursor, more = [], "", True
    while more:
        page = connector.pull("history", cursor)
        items += page.items
        cursor, more = page.next, page.more
    tickets = {item.remote_id: item for item in items if isinstance(item, TicketItem)}
    return list(tickets.values()), [item for item in items if isinstance(item, EntryItem)]


def test_every_channel_team_and_status_has_its_tickets(seeded: Seeded) -> None:
    tickets = seeded.tickets
    assert len(tickets) >= 55
    channels = Counter(ticket.channel for ticket in tickets)
    assert set(channels) == {"whatsapp", "messenger", "email", "phone", "web"}
    assert min(channels.values()) >= 4
    assert {ticket.status for ticket in tickets} == set(Status)
    assert {team.remote_id for team in seeded.directory.teams} == {
        t.team for t in tickets if t.team
    }
    assert {ticket.priority for ticket in tickets} >= {"normal", "high", "urgent"}


def test_i_am_jiyoon_and_have_work(seeded: Seeded) -> None:
    (me,) = [agent for agent in seeded.directory.agents if agent.me]
    assert me.name == "Jiyoon"
    assert len(seeded.directory.agents) >= 4
    open_ones = [t for t in seeded.tickets if t.status not in (Status.SOLVED, Status.CLOSED)]
    mine = [ticket for ticket in open_ones if ticket.assignee == me.remote_id]
    assert len(mine) >= 6
    assert len([ticket for ticket in open_ones if not ticket.assignee]) >= 5
    assert "김민지 Kim Min-ji" in {t.requester.name for t in mine if t.requester}


def test_customers_have_earlier_tickets(seeded: Seeded) -> None:
    by_person = Counter(t.requester.name for t in seeded.tickets if t.requester)
    assert by_person["김민지 Kim Min-ji"] == 6
    assert len([name for name, count in by_person.items() if count > 1]) >= 12


def test_both_languages_and_some_more_are_spoken(seeded: Seeded) -> None:
    texts = [entry.text for entry in seeded.entries if entry.kind is Kind.MESSAGE]
    assert len([text for text in texts if re.search("[가-힣]", text)]) > 100
    assert len([text for text in texts if re.search("[a-z]{3}", text)]) > 60
    for letters in ("[ぁ-ん]", "[ا-ي]", "[ãçõ]", "[äöüß]"):
        assert [text for text in texts if re.search(letters, text)]


def test_no_time_lies_ahead(seeded: Seeded) -> None:
    for ticket in seeded.tickets:
        assert NOW - YEAR_MS < ticket.created_at <= ticket.updated_at <= NOW
    for entry in seeded.entries:
        assert NOW - YEAR_MS < entry.created_at <= NOW
    newest = max(ticket.updated_at for ticket in seeded.tickets)
    assert NOW - newest < 10 * 60_000


def test_some_replies_are_due_soon_and_one_is_late(seeded: Seeded) -> None:
    due = [ticket.due_at - NOW for ticket in seeded.tickets if ticket.due_at is not None]
    assert len([ahead for ahead in due if ahead < 0]) == 1
    assert len([ahead for ahead in due if 0 <= ahead < 3_600_000]) == 1
    assert max(due) > 24 * 3_600_000


def test_entries_are_in_the_order_of_their_times(seeded: Seeded) -> None:
    by_ticket: dict[str, list[EntryItem]] = {}
    for entry in sorted(seeded.entries, key=lambda entry: entry.seq):
        by_ticket.setdefault(entry.ticket_remote_id, []).append(entry)
    for entries in by_ticket.values():
        times = [entry.created_at for entry in entries]
        assert times == sorted(times)
        assert entries[0].direction is Direction.IN


def test_one_talk_is_very_long(seeded: Seeded) -> None:
    longest = max(seeded.tickets, key=lambda ticket: ticket.message_count or 0)
    assert (longest.message_count or 0) >= LONG_MESSAGES
    texts = [e.text for e in seeded.entries if e.ticket_remote_id == longest.remote_id]
    assert not [text for text in texts if "{" in text]


def test_notes_mention_and_fields_are_filled(seeded: Seeded) -> None:
    notes = [entry.text for entry in seeded.entries if entry.kind is Kind.NOTE]
    assert [note for note in notes if "@Jiyoon" in note]
    assert len(notes) >= 12
    assert len([ticket for ticket in seeded.tickets if ticket.custom_fields]) >= 25
    assert len([ticket for ticket in seeded.tickets if ticket.tags]) >= 12
    states = Counter(e.state for e in seeded.entries if e.direction is Direction.OUT)
    assert states["read"] > states["sent"] > 0


def test_html_mail_has_tables_and_quotes(seeded: Seeded) -> None:
    sources = [entry.html for entry in seeded.entries if entry.html]
    assert len(sources) >= 4
    tags: Counter[str] = Counter()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags[tag] += 1

    for source in sources:
        Reader().feed(source)
    assert tags["table"] >= 3
    assert tags["blockquote"] >= 2


def test_attachments_are_what_they_say(seeded: Seeded) -> None:
    kinds: Counter[str] = Counter()
    for entry in seeded.entries:
        for file in entry.attachments:
            ref = AttachmentRef(entry.ticket_remote_id, entry.remote_id, file.remote_id)
            content = b"".join(seeded.connector.get_attachment(ref))
            assert len(content) == file.size > 0
            kinds[file.media_type] += 1
            if file.media_type == "image/png":
                _check_png(content)
            elif file.media_type == "application/pdf":
                _check_pdf(content)
            else:
                assert content.decode()
    assert set(kinds) == {"image/png", "application/pdf", "text/csv", "text/plain"}


def _check_png(content: bytes) -> None:
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    place, pixels, size = 8, b"", (0, 0)
    while place < len(content):
        length, name = struct.unpack(">I4s", content[place : place + 8])
        data = content[place + 8 : place + 8 + length]
        (crc,) = struct.unpack(">I", content[place + 8 + length : place + 12 + length])
        assert crc == zlib.crc32(name + data)
        if name == b"IHDR":
            size = struct.unpack(">II", data[:8])
        pixels += data if name == b"IDAT" else b""
        place += 12 + length
    assert len(zlib.decompress(pixels)) == size[1] * (size[0] + 1)


def _check_pdf(content: bytes) -> None:
    assert content.startswith(b"%PDF-1.4")
    (start,) = re.findall(rb"startxref\n(\d+)\n%%EOF", content)
    assert content[int(start) :].startswith(b"xref")
    for number, place in enumerate(re.findall(rb"(\d{10}) 00000 n", content), 1):
        assert content[int(place) :].startswith(b"%d 0 obj" % number)


def test_seeding_twice_changes_nothing(seeded: Seeded) -> None:
    cursor = seeded.connector.pull("live", "").next
    seed_desk(seeded.paths, seeded.key, "store", NOW)
    assert seeded.connector.pull("live", cursor).items == ()


def test_the_small_size_leaves_out_the_long_talk(small_shop: Path, key: MasterKey) -> None:
    connector = a_connector(small_shop, SetClock(NOW), key=key.subkey("desk"))
    tickets, entries = _all(connector)
    connector.close()
    assert len(tickets) >= 55
    assert len(entries) < 700


def test_a_line_of_a_talk_is_read() -> None:
    act = parse_line("1d2h30m jiyoon/whatsapp: 네, 보냈어요. [a.pdf] [b.png]")
    assert (act.ago, act.kind, act.agent, act.channel) == (
        95_400_000,
        "reply",
        "jiyoon",
        "whatsapp",
    )
    assert (act.text, act.files) == ("네, 보냈어요.", ("a.pdf", "b.png"))
    assert parse_line("5m > a > b").text == "a > b"
    assert parse_line("5m marco! @Jiyoon look: here").kind == "note"
    assert parse_line("5m email> hi").channel == "email"
    html = parse_line("5m html > short {f.html}")
    assert (html.html, html.text, html.channel) == ("f.html", "short", "")
    assert assignments("status=open tags+=a tags+=b") == {"status": "open", "tags_add": ("a", "b")}


@pytest.mark.parametrize("line", ["no time > hi", "5m", "5m nobody does this"])
def test_a_line_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"time|nobody"):
        parse_line(line)


def test_a_talk_goes_forward_in_time() -> None:
    talk = Talk(person="p", channel="email", subject="s", talk="5m > later\n9m > earlier\n")
    with pytest.raises(ValueError, match="earlier"):
        talk.acts()
    talk = Talk(person="p", channel="email", subject="s", talk="9m > one\n| two\n5m read\n")
    assert [act.text for act in talk.acts()] == ["one\ntwo", ""]


def test_a_file_is_the_same_each_time() -> None:
    recipe = {"picture": "shoe", "colour": "#c8643c"}
    assert make_file(recipe) == make_file(recipe)
