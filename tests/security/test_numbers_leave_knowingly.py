"""A card, resident or account number leaves only after it was named, or not at all by policy."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_store
from tests.ui.composing import a_composer, a_ticket, outbox, write_in
from tests.ui.desk import Desk
from workspace.cli.main import run
from workspace.cli.parser import parse
from workspace.keys import unlock
from workspace.paths import Paths
from workspace.settings import Settings, save_settings
from workspace.store.queries.search import search
from workspace.store.queries.tickets import list_tickets

CARD = "4111-1111-1111-1111"


def test_the_composer_names_it_and_sends_at_the_second_press(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    pane = composer.panes["reply"]
    pane.edit.insertPlainText(f"Hello\nI charged {CARD} and refunded 900101-1234568")
    pane.send.click()
    guard = composer.flow.numbers
    assert not guard.isHidden()
    shown = [line.accessibleName() or line.text() for line in guard.lines if not line.isHidden()]
    assert len(shown) == 2
    assert "1111 in line 2" in shown[0]
    assert CARD not in f"{guard.title.text()} {shown}"
    assert outbox(desk) == []
    with qtbot.waitSignal(composer.sent):
        pane.send.click()
    assert len(outbox(desk)) == 1
    assert guard.isHidden()


def test_another_number_asks_again(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, CARD, "note")
    composer.panes["note"].send.click()
    write_in(composer, qtbot, " and 5500 0000 0000 0004", "note")
    composer.panes["note"].send.click()
    assert outbox(desk) == []


def test_by_policy_a_card_never_leaves(desk: Desk, qtbot: QtBot) -> None:
    own = desk.ctx.settings
    own.change(card_numbers="block")
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, f"your card {CARD}")
    pane = composer.panes["reply"]
    for _ in range(3):
        pane.send.click()
    assert outbox(desk) == []
    pane.edit.selectAll()
    pane.edit.textCursor().insertText("your card ending in 1111")
    with qtbot.waitSignal(composer.sent):
        pane.send.click()
    assert len(outbox(desk)) == 1


def test_the_command_line_minds_them_too(
    paths: Paths, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    passphrase = paths.base.parent / "passphrase"
    passphrase.write_text("of these tests")
    store = a_store(paths, unlock(paths, passphrase))
    store.account("store")
    ticket = store.ticket()
    store.write()
    save_settings(paths.settings_file, msgspec.structs.replace(Settings(), card_numbers="block"))
    base = ["--basedir", str(paths.base), "--passphrase-file", str(passphrase)]
    code = run(parse([*base, "reply", f"store:{ticket.remote_id}", "--text", f"card {CARD}"]))
    told = capsys.readouterr().err
    assert code == 2
    assert "a card number ••••-••••-••••-1111 in line 1" in told
    assert CARD not in told
    assert store.reader().one("SELECT count(*) FROM journal.outbox") == (0,)
    store.close()


def test_previews_hide_them(desk: Desk) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, f"please refund {CARD} soon")
    desk.store.write()
    reader = desk.store.reader()
    (row,) = list_tickets(reader, "all")
    assert row.snippet == "please refund ••••-••••-••••-1111 soon"
    (hit,) = search(reader, "refund").hits
    assert CARD not in hit.snippet
    (hit,) = search(reader, CARD).hits  # found all the same
    assert hit.snippet == "please refund ••••-••••-••••-1111 soon"
