"""The queues: live counts, sections that fold, a choice that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.whole_window import some_tickets
from workspace.domain.commands import SetFields
from workspace.store.queries.rows import QueueRow
from workspace.ui.queue_nav.model import QueueModel
from workspace.ui.queue_nav.pane import QueuesPane

if TYPE_CHECKING:
    pass

Said = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> QueuesPane:
    pane = QueuesPane(desk.ctx)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def count(pane: QueuesPane, key: str) -> int:
    row = pane.model.queue(key)
    return row.count if row else -1


def queue(key: str, section: str, number: int = 0, detail: str = "") -> QueueRow:
    return QueueRow(key=key, section=section, title=key, count=number, detail=detail)


def test_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = QueueModel()
    qtmodeltester.check(model, force_py=True)
    rows = [
        queue("mine", "own"),
        queue("channel:email", "channel", 3),
        queue("account:1", "account"),
    ]
    model.take(rows, set())
    assert model.rowCount() == 7  # with three headings, and the line that makes a new one
    model.take(rows, {"channel"})
    assert model.rowCount() == 6
    assert model.queue("channel:email") is not None
    assert model.position_of("channel:email") == -1


def test_a_count_changes_in_place(qtbot: QtBot) -> None:
    model = QueueModel()
    model.take([queue("mine", "own", 1), queue("open", "own", 5)], set())
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        model.take([queue("mine", "own", 1), queue("open", "own", 6)], set())
    assert changed.args[0].row() == 1
    assert "6" in model.index(1).data(Said)


def test_counts_follow_the_cache_and_pending_work(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    pane.refresh()
    remote_ids = some_tickets(desk, 3, assignee=ME)
    qtbot.waitUntil(lambda: count(pane, "mine") == 3)
    assert count(pane, "channel:email") == 3
    account = desk.store.current
    assert account is not None
    desk.store.journal.enqueue(
        account, remote_ids[0], [SetFields(status="solved")], base_revision=1, base_entry=""
    )
    desk.ctx.bus.announce({desk.store.id_of(remote_ids[0])}, outbox=True)
    qtbot.waitUntil(lambda: count(pane, "mine") == 2)


def test_first_choice_is_where_there_is_work(qtbot: QtBot, desk: Desk, pane: QueuesPane) -> None:
    some_tickets(desk, 1)  # nobody's
    with qtbot.waitSignal(pane.queue_chosen) as chosen:
        pane.refresh()
    assert chosen.args[0] == "open"


def test_choice_by_mouse_and_keyboard_is_told_and_kept(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    some_tickets(desk, 2, assignee=ME)
    with qtbot.waitSignal(pane.queue_chosen):
        pane.refresh()
    qtbot.waitUntil(lambda: pane.current == "mine")
    pane.view.setFocus()
    with qtbot.waitSignal(pane.queue_chosen) as chosen:
        qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert chosen.args[0] == "unassigned"
    assert desk.ctx.settings.value.queue == "unassigned"
    spot = pane.view.visualRect(pane.model.index(pane.model.position_of("all"))).center()
    with qtbot.waitSignal(pane.queue_entered):
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert pane.current == "all"


def test_sections_fold_by_click_and_stay_folded(qtbot: QtBot, desk: Desk, pane: QueuesPane) -> None:
    some_tickets(desk, 1)
    pane.refresh()
    qtbot.waitUntil(lambda: pane.model.position_of("channel:email") > 0)
    heading = pane.model.position_of("channel:email") - 1
    spot = pane.view.visualRect(pane.model.index(heading)).center()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: pane.model.position_of("channel:email") == -1)
    assert desk.ctx.settings.value.collapsed == ("channel",)
    assert "folded" in pane.model.index(heading).data(Said)


def test_same_team_of_two_accounts_is_told_apart(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    desk.store.account("returns", "rt")
    pane.refresh()
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    titles = [pane.model.row(n).title for n in range(pane.model.rowCount())]
    teams = [title for title in titles if title.startswith("Support")]
    assert len(teams) == len(set(teams)) == 2
