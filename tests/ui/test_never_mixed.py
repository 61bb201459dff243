"""Random days of an agent in a hurry: no word ever leaves by another mode or to another ticket."""

from __future__ import annotations

import random
import re

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.commands import AddNote, SendReply, decode_command
from workspace.store.queries.drafts import get_draft
from workspace.ui.composer.composer import Composer
from workspace.ui.composer.draft_book import MODES, Mode

STEPS = 60
WORD = re.compile(r"\w+-\d+-\d+")


@pytest.mark.parametrize("seed", range(3))
def test_words_stay_with_their_ticket_and_mode(desk: Desk, qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    tickets = [desk.store.ticket() for _ in range(3)]
    desk.store.write()
    ids = [desk.store.id_of(ticket) for ticket in tickets]
    composer = Composer(desk.ctx)
    qtbot.addWidget(composer)
    composer.show()
    typed: set[str] = set()
    handed: set[str] = set()
    here = 0
    composer.show_ticket(ids[here])
    for step in range(STEPS):
        # An agent's keys do nothing in a field that is read-only; neither may the test's.
        qtbot.waitUntil(lambda: all(not p.edit.isReadOnly() for p in composer.panes.values()))
        mode: Mode = chance.choice(("reply", "note", "local"))
        what = chance.choice(("type", "type", "type", "turn", "send", "undo", "arrives", "kind"))
        if what == "type":
            word = f"{mode}-{here}-{step}"
            typed.add(word)
            composer.focus_mode(mode)
            composer.panes[mode].edit.insertPlainText(word + " ")
        elif what == "kind" and mode != "reply":
            composer.focus_mode(mode)
            if mode == "local":  # from here on these words are for colleagues, by a press
                handed |= set(WORD.findall(composer.panes[mode].edit.toPlainText()))
            kind = composer.panes[mode].kind
            assert kind is not None
            kind.click()
        elif what == "turn":
            here = chance.randrange(3)
            composer.show_ticket(ids[here])
        elif what == "send":
            composer.focus_mode(mode)
            composer.panes[mode].send.click()
            if chance.random() < 0.5:  # not waiting for the outbox
                here = chance.randrange(3)
                composer.show_ticket(ids[here])
        elif what == "undo":
            composer.panes[mode].undo.click()
        else:
            desk.store.message(tickets[here], f"customer {step}")
            desk.write()
    composer.show_ticket(None)
    composer.flush()
    assert desk.ctx.writes.close()  # all that was handed over is done
    assert words_kept(desk, handed) == typed


def words_kept(desk: Desk, handed: set[str]) -> set[str]:
    """All words in drafts, unsent commands and local notes; each must stand where its name says.

    Notes may have gone from colleagues' to local ones, back only those of `handed`.
    """
    reader = desk.store.reader()
    found: list[tuple[str, str, str]] = []
    rows = reader.all("SELECT ticket_remote_id, payload FROM journal.outbox WHERE state = 'queued'")
    for remote_id, payload in rows:
        command = decode_command(payload)
        assert isinstance(command, SendReply | AddNote)
        mode = "note" if isinstance(command, AddNote) else "reply"
        found.append((mode, remote_id, command.text))
    notes = reader.all("SELECT ticket_remote_id, text FROM journal.local_note")
    found += [("local", remote_id, text) for remote_id, text in notes]
    for remote_id in ("1", "2", "3"):
        for mode in MODES:
            draft = get_draft(reader, desk.store.current or 0, remote_id, mode)
            if draft is not None:
                found.append((mode, remote_id, draft.text))
    words: list[str] = []
    for mode, remote_id, text in found:
        for word in WORD.findall(text):
            own, ticket, _ = word.split("-")
            assert ticket == str(int(remote_id) - 1), (word, mode, remote_id)
            turned = (own, mode) == ("note", "local") or (mode == "note" and word in handed)
            assert own == mode or turned, (word, mode)
            words.append(word)
    assert len(words) == len(set(words)), "a word is kept twice"
    return set(words)
