"""Entries as rows, words about them, folded quotes. No widget is made."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest

from workspace.store.queries.rows import EntryRow
from workspace.ui.conversation.conversation_rows import (
    ActivityRow,
    BubbleRow,
    DayBreakRow,
    build_rows,
    split_body,
)
from workspace.ui.conversation.entry_words import describe_entry, state_line
from workspace.ui.conversation.html_block import SMALLEST, table_scale

NOON = 1_795_003_200_000 - 1_795_003_200_000 % 86_400_000 + 12 * 3_600_000


def an_entry(number: int = 1, **fields: Any) -> EntryRow:
    values: dict[str, Any] = {
        "id": number,
        "remote_id": f"r{number}",
        "kind": "message",
        "direction": "in",
        "created_at": NOON + number * 1000,
        "seq": 0,
        "author_name": "김민지",
        "author_address": "kim@example.com",
        "author_me": False,
        "channel": "email",
        "text": "안녕하세요",
        "html": "",
        "state": "",
        "command_id": "",
        "change": {},
        "attachments": (),
    }
    return EntryRow(**values | fields)


def test_day_breaks_name_the_channels_used() -> None:
    day = 86_400_000
    rows = build_rows(
        [
            an_entry(1),
            an_entry(2, channel="whatsapp"),
            an_entry(3, created_at=NOON + day, channel="web"),
        ],
        UTC,
    )
    breaks = [row for row in rows if isinstance(row, DayBreakRow)]
    assert [row.channels for row in breaks] == [("email", "whatsapp"), ("web",)]


def test_only_the_first_of_a_run_carries_its_author() -> None:
    rows = build_rows([an_entry(1), an_entry(2), an_entry(3, author_name="Ada")], UTC)
    assert [row.opens_run for row in rows if isinstance(row, BubbleRow)] == [True, False, True]


def test_a_waiting_change_of_fields_has_a_row_of_its_own() -> None:
    activity = {"kind": "activity", "direction": "none", "text": ""}
    waiting = an_entry(0, **activity, state="queued", command_id="c1", change={"field": "status"})
    rows = build_rows([an_entry(1, **activity), an_entry(2, **activity), waiting], UTC)
    groups = [row for row in rows if isinstance(row, ActivityRow)]
    assert [len(row.entries) for row in groups] == [2, 1]
    line = state_line(groups[1].entries[0], NOON)
    assert line is not None
    assert line.actions[0][0] == "undo"


def test_an_entry_keeps_its_key_from_queued_to_sent() -> None:
    queued = build_rows([an_entry(0, command_id="c1", state="queued", direction="out")], UTC)
    sent = build_rows([an_entry(7, command_id="c1", state="sent", direction="out")], UTC)
    assert queued[-1].key == sent[-1].key


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Hello\n\n> earlier\n> words", "Hello"),
        ("네, 감사합니다.\n\nOn Mon, 3 Oct 2026, Kim wrote:\n> 안녕하세요", "네, 감사합니다."),
        ("Yes.\n-----Original Message-----\nFrom: x", "Yes."),
        ("> all of it is quoted", "> all of it is quoted"),
        ("a > b and b > c", "a > b and b > c"),
        ("> first\nanswer below", "> first\nanswer below"),
    ],
)
def test_quotes_of_plain_mail_fold(text: str, main: str) -> None:
    assert split_body(an_entry(text=text)).main == main


def test_quotes_of_html_mail_fold_only_at_the_end() -> None:
    at_end = split_body(an_entry(html="<p>Hi</p><blockquote>old</blockquote><br>"))
    assert (at_end.main, bool(at_end.quote)) == ("<p>Hi</p>", True)
    inside = split_body(an_entry(html="<p>Hi</p><blockquote>old</blockquote><p>answer</p>"))
    assert inside.quote == ""
    alone = split_body(an_entry(html="<blockquote>only this</blockquote>"))
    assert alone.quote == ""


def test_only_wide_tables_are_painted_smaller() -> None:
    row = "<tr>" + "<td>word</td>" * 14 + "</tr>"
    assert table_scale("<p>no table</p>", 30) == 1
    assert table_scale("<table><tr><td>a</td><td>b</td></tr></table>", 30) == 1
    assert table_scale(f"<table>{row * 3}</table>", 30) == 1  # it is moved sideways instead
    assert SMALLEST < table_scale(f"<table>{row}</table>", 52) < 1


def test_an_endless_text_is_folded_not_laid_out() -> None:
    body = split_body(an_entry(text="가" * 300_000))
    assert len(body.main) <= 12_000
    assert body.quote


@pytest.mark.parametrize(
    ("fields", "actions"),
    [
        ({"state": "queued"}, ["undo"]),
        ({"state": "sending"}, []),
        ({"state": "failed", "error_message": "No."}, ["retry", "edit"]),
        ({"state": "conflict"}, ["retry", "edit"]),
        ({"state": "in_doubt"}, ["check"]),
        ({"state": "in_doubt", "needs_agent": True}, ["check", "was_sent", "send_again"]),
        ({"state": "sent"}, []),
    ],
)
def test_each_state_has_a_word_a_glyph_and_its_ways_out(
    fields: dict[str, Any], actions: list[str]
) -> None:
    line = state_line(an_entry(0, direction="out", command_id="c", **fields), NOON)
    assert line is not None
    assert line.text
    assert [name for name, _ in line.actions] == actions


def test_a_note_is_spoken_as_a_note() -> None:
    note = an_entry(kind="note", direction="out", text="call her", author_name="Marco")
    message = an_entry(direction="out", text="hello", author_me=True, state="read")
    assert "internal note" in describe_entry(note, NOON)
    spoken = describe_entry(message, NOON)
    assert "internal note" not in spoken
    for part in ("You", "Email", "message", "hello", "Read"):
        assert part in spoken
