"""Queues of one's own by mouse and keyboard; queues that change by the clock alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.whole_window import some_tickets
from workspace.store.queries.rows import QueueRow
from workspace.store.queries.tickets import get_tickets
from workspace.ui.queue_nav.next_moment import NextMoment
from workspace.ui.queue_nav.pane import QueuesPane
from workspace.ui.queue_nav.queue_dialog import QueueDialog
from workspace.ui.runtime.notices import Notice

Said = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> QueuesPane:
    pane = QueuesPane(desk.ctx)
    qtbot.addWidget(pane)
    pane.resize(220, 600)
    pane.show()
    pane.refresh()
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    return pane


def own(pane: QueuesPane) -> list[tuple[str, int]]:
    queues = [pane.model.queue(key) for key in pane.model.own_keys()]
    return [(queue.title, queue.count) for queue in queues if queue is not None]


def made(qtbot: QtBot, pane: QueuesPane, name: str, conditions: str) -> QueueRow:
    dialog = pane.own.open_new()
    dialog.name.setText(name)
    dialog.conditions.setPlainText(conditions)
    dialog.save.click()
    qtbot.waitUntil(lambda: name in dict(own(pane)))
    return next(row for key in pane.model.own_keys() if (row := pane.model.queue(key)))


def marked_words(dialog: QueueDialog) -> list[str]:
    """What a wave lies under."""
    return [wave.cursor.selectedText() for wave in dialog.conditions.extraSelections()]


def test_a_press_inserts_an_example_and_errors_point_at_the_word(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    some_tickets(desk, 2, priority="high")
    dialog = pane.own.open_new()
    by_text = {chip.text(): chip for chip in dialog.examples}
    for text in ("is:unassigned", "OR", "-", "tag:vip"):
        qtbot.mouseClick(by_text[text], Qt.MouseButton.LeftButton)
    assert dialog.text == "is:unassigned OR -tag:vip"
    assert dialog.focusWidget() is dialog.conditions
    assert marked_words(dialog) == []
    dialog.conditions.setPlainText("👍 is:open colour:red")
    assert marked_words(dialog) == ["colour:red"]
    dialog.conditions.setPlainText("is:open ) refund")
    assert marked_words(dialog) == [")"]
    dialog.conditions.setPlainText("is:open team:retruns")
    qtbot.waitUntil(lambda: marked_words(dialog) == ["team:retruns"])
    dialog.conditions.setPlainText("is:open")
    qtbot.waitUntil(lambda: marked_words(dialog) == [])
    dialog.reject()


def drag_line(qtbot: QtBot, pane: QueuesPane, key: str, to: str) -> None:
    view, viewport = pane.view, pane.view.viewport()
    places = [
        view.visualRect(pane.model.index(pane.model.position_of(one))).center() for one in (key, to)
    ]
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=places[0])
    for place in (places[0] + (places[1] - places[0]) / 2, places[1]):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(viewport.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, move)


def test_queues_of_ones_own_are_dragged_to_another_place(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    for name in ("One", "Two", "Three"):
        made(qtbot, pane, name, "is:open")
    names = [name for name, _ in own(pane)]
    keys = pane.model.own_keys()
    chosen = pane.current
    drag_line(qtbot, pane, keys[2], keys[0])
    assert pane.view.is_dragging
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert not pane.view.is_dragging
    drag_line(qtbot, pane, keys[2], "open")  # no place of one's own: nothing happens
    qtbot.mouseRelease(pane.view.viewport(), Qt.MouseButton.LeftButton)
    assert pane.model.own_keys() == keys
    drag_line(qtbot, pane, keys[2], keys[0])
    place = pane.view.visualRect(pane.model.index(pane.model.position_of(keys[0]))).center()
    qtbot.mouseRelease(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: [name for name, _ in own(pane)] == [names[2], names[0], names[1]])
    assert pane.current == chosen


def press_line(qtbot: QtBot, pane: QueuesPane, position: int) -> None:
    spot = pane.view.visualRect(pane.model.index(position)).center()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_queue_is_made_from_the_list_and_chosen(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    some_tickets(desk, 3, assignee=ME, priority="high")
    some_tickets(desk, 2, priority="low")
    position = next(n for n in range(pane.model.rowCount()) if pane.model.row(n).makes_new)
    press_line(qtbot, pane, position)
    dialog = pane.window().findChild(QueueDialog)
    assert dialog is not None
    dialog.name.setText("급한 것")
    qtbot.keyClicks(dialog.conditions, "priority:high OR priority:urgent")
    qtbot.waitUntil(lambda: "3 tickets" in dialog.said.text())
    assert "priority:urgent" in dialog.said.text()  # nothing is called so: most often a slip
    with qtbot.waitSignal(pane.queue_chosen, check_params_cb=lambda key, _: "saved" in key):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert own(pane) == [("급한 것", 3)]
    assert pane.current == pane.model.own_keys()[0]
    assert desk.ctx.settings.value.orders[pane.current] == "newest"


def test_ctrl_enter_saves_from_either_field_or_says_what_is_missing(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for number, key in enumerate((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S)):
        dialog = pane.own.open_new()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        dialog.conditions.setFocus()
        qtbot.keyClicks(dialog.conditions, "priority:")
        qtbot.keyClick(dialog.conditions, key, control)
        assert dialog.conditions.hasFocus()
        assert "value" in dialog.said.text()
        qtbot.keyClicks(dialog.conditions, "high")
        qtbot.keyClick(dialog.conditions, key, control)
        assert dialog.name.hasFocus()
        assert dialog.said.text() == "Give the queue a name."
        assert len(own(pane)) == number
        qtbot.keyClicks(dialog.name, f"Own {number}")
        with qtbot.waitSignal(pane.queue_chosen):
            qtbot.keyClick(dialog.name, key, control)
        assert len(own(pane)) == number + 1


def test_bad_conditions_are_refused_while_typing(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    dialog = pane.own.open_new()
    assert not dialog.save.isEnabled()
    dialog.name.setText("x")
    for text, words in (
        ("", "at least one"),
        ("team:", "value"),
        ("statsu:open", "no condition"),
        ("after:7d", "single messages"),
        ("is:read", "is:"),
    ):
        dialog.conditions.setPlainText(text)
        assert words in dialog.said.text(), text
        assert not dialog.save.isEnabled()
        assert words in dialog.save.toolTip()
        assert words in dialog.conditions.accessibleDescription()
    dialog.conditions.setPlainText("status:open")
    assert dialog.save.isEnabled()
    dialog.name.setText("  ")
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_counts_follow_what_happens(qtbot: QtBot, desk: Desk, pane: QueuesPane) -> None:
    made(qtbot, pane, "Mine and high", "assignee:me priority:high")
    assert own(pane) == [("Mine and high", 0)]
    some_tickets(desk, 2, assignee=ME, priority="high")
    qtbot.waitUntil(lambda: own(pane) == [("Mine and high", 2)])
    index = pane.model.index(pane.model.position_of(pane.model.own_keys()[0]))
    assert "2 tickets" in index.data(Said)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "assignee:me priority:high"
    assert "assignee:me" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_edit_move_delete_and_undo_by_keyboard(
    qtbot: QtBot, desk: Desk, pane: QueuesPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("First", "Second"):
        made(qtbot, pane, name, "is:open")
    pane.view.setFocus()
    second = pane.model.own_keys()[1]
    pane.choose(second)
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [name for name, _ in own(pane)] == ["Second", "First"])
    pane.choose(second)
    qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    dialog = pane.window().findChild(QueueDialog, "queue_dialog")
    assert dialog is not None
    assert dialog.text == "is:open"
    dialog.name.setText("Renamed")
    dialog.sort.setCurrentIndex(dialog.sort.findData("due"))
    with qtbot.waitSignal(pane.order_changed) as order:
        dialog.save.click()
    assert order.args == ["due"]
    qtbot.waitUntil(lambda: [name for name, _ in own(pane)] == ["Renamed", "First"])
    posted: list[Notice] = []
    desk.ctx.notices.posted.connect(posted.append)
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [name for name, _ in own(pane)] == ["First"])
    assert pane.current == pane.model.own_keys()[0]  # its neighbour shows, not an error
    [notice] = posted
    assert notice.on_action is not None
    notice.on_action()
    qtbot.waitUntil(lambda: [name for name, _ in own(pane)] == ["Renamed", "First"])
    qtbot.waitUntil(lambda: pane.current == second)


def test_the_menu_offers_what_a_queue_can_do(qtbot: QtBot, desk: Desk, pane: QueuesPane) -> None:
    row = made(qtbot, pane, "Only", "is:open")

    def offered(queue: QueueRow | None) -> dict[str, bool]:
        pane.own.open_menu(queue, pane.mapToGlobal(pane.rect().center()))
        menu = pane.findChild(QMenu, "queue_menu")
        assert menu is not None
        found = {a.text().split("\t")[0]: a.isEnabled() for a in menu.actions() if a.text()}
        menu.close()
        menu.setObjectName("")
        return found

    assert offered(row) == {
        "New queue…": True,
        "Edit…": True,
        "Move up · it is the first one": False,
        "Move down · it is the last one": False,
        "Delete": True,
    }
    assert offered(pane.model.queue("mine")) == {"New queue…": True}


def test_keys_do_nothing_to_other_queues(qtbot: QtBot, desk: Desk, pane: QueuesPane) -> None:
    before = pane.model.rowCount()
    pane.view.setCurrentIndex(pane.model.index(0))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        qtbot.keyClick(pane.view, key)
    assert pane.window().findChild(QueueDialog, "queue_dialog") is None
    assert pane.model.rowCount() == before


def test_a_snooze_ends_without_anybody_doing_anything(
    qtbot: QtBot, desk: Desk, pane: QueuesPane
) -> None:
    some_tickets(desk, 1, assignee=ME)
    reader = desk.store.reader()
    [ticket_id] = [row[0] for row in reader.all("SELECT id FROM ticket")]
    rows = list(get_tickets(reader, [ticket_id]).values())
    until = desk.ctx.clock.now_ms() + 60_000
    desk.store.journal.snooze(rows, until)
    desk.ctx.bus.announce({ticket_id})

    def counts() -> tuple[int, int]:
        mine, snoozed = pane.model.queue("mine"), pane.model.queue("snoozed")
        return (mine.count if mine else -1, snoozed.count if snoozed else -1)

    qtbot.waitUntil(lambda: counts() == (0, 1))
    moment = pane.findChild(NextMoment)
    assert moment is not None
    assert moment.moment == until
    desk.store.clock.advance(61)
    moment._timer.start(0)  # its minute is over
    qtbot.waitUntil(lambda: counts() == (1, 0))
    assert moment.moment == 0
    qtbot.waitUntil(lambda: bool(desk.notices))
    assert "Back from snooze" in desk.notices[0].text
    assert desk.notices[0].on_action is not None
    with qtbot.waitSignal(pane.wakes.ticket_asked) as asked:
        desk.notices[0].on_action()
    assert asked.args == [ticket_id]


def test_a_moment_is_not_told_before_it_came(qtbot: QtBot, desk: Desk) -> None:
    moment = NextMoment(desk.ctx.clock)
    moment.wait_for(desk.ctx.clock.now_ms() + 5_000)
    with qtbot.assertNotEmitted(moment.came):
        moment._look()  # a timer that fired early waits for the rest
    assert moment._timer.isActive()
    desk.store.clock.advance(6)
    with qtbot.waitSignal(moment.came):
        moment._on_state(Qt.ApplicationState.ApplicationActive)  # back from a long sleep
    moment.wait_for(0)
    assert not moment._timer.isActive()
