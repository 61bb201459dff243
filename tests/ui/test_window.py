"""The whole window: keys, panes that follow, states without data, what never runs where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk, a_desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.domain.commands import SendReply
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.settings import Settings
from workspace.store import connect
from workspace.store.queries import outbox
from workspace.ui import actions
from workspace.ui.main_window import MainWindow
from workspace.ui.widgets.notice_bar import NoticeCard

if TYPE_CHECKING:
    from tests.conftest import SetClock

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    some_tickets(desk, 3, assignee=ME)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        yield window


def waiting(desk: Desk) -> list[str]:
    return [row.command for row in outbox.list_outbox(desk.store.reader())]


def test_j_and_k_go_through_the_list_and_every_pane_follows(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    ids = window.list.model.ids_between(0, 3)
    window.focus_list()
    qtbot.waitUntil(lambda: window.ticket_id == ids[0])
    for expected in (ids[1], ids[2], ids[2]):
        qtbot.keyClick(window.list.view, Key.Key_J)
        assert window.ticket_id == expected
    qtbot.keyClick(window.list.view, Key.Key_K)
    assert window.ticket_id == ids[1]
    opened = desk.engine.named("ticket.open")
    qtbot.waitUntil(lambda: len(desk.engine.named("ticket.open")) >= 1)
    qtbot.waitUntil(lambda: desk.engine.named("ticket.open")[-1]["open"] is True)
    assert opened is not None


def test_a_ticket_shown_from_elsewhere_is_marked_in_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    last = window.list.model.ids_between(2, 3)[0]
    window.show_ticket(last)
    assert window.list.view.selectionModel().selectedRows()[0].row() == 2
    assert window.list.view.current_id == last


def test_engine_is_told_what_is_open_and_what_is_no_longer(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    ids = window.list.model.ids_between(0, 2)
    qtbot.waitUntil(lambda: len(desk.engine.named("ticket.open")) == 1)
    window.show_ticket(ids[1])
    qtbot.waitUntil(lambda: len(desk.engine.named("ticket.open")) == 3)
    calls = desk.engine.named("ticket.open")
    assert [call["open"] for call in calls] == [True, False, True]
    assert calls[0]["remote_id"] == calls[1]["remote_id"] != calls[2]["remote_id"]


def test_letters_do_nothing_while_a_text_field_has_the_focus(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.show_ticket(window.list.model.ids_between(0, 1)[0])
    window.open_search()
    from workspace.ui.search.palette import SearchPalette

    palette = window.findChild(SearchPalette)
    assert palette is not None
    qtbot.waitUntil(palette.field.hasFocus)
    for letter in "ejrnat?":
        qtbot.keyClicks(palette.field, letter)
    assert palette.field.text() == "ejrnat?"
    assert not waiting(desk)


def test_e_solves_and_the_notice_takes_it_back(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    ticket_id = window.list.model.ids_between(0, 1)[0]
    window.show_ticket(ticket_id)
    window.focus_list()
    qtbot.keyClick(window.list.view, Key.Key_E)
    qtbot.waitUntil(lambda: waiting(desk) == ["set"])
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 2)
    qtbot.waitUntil(lambda: bool(window.notice_bar.cards()))
    undo = window.notice_bar.cards()[0].findChild(QPushButton, "notice_action")
    assert undo is not None
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 3)


def test_z_takes_back_the_last_change_without_the_pointer(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    first, second = window.list.model.ids_between(0, 1)[0], window.list.model.ids_between(1, 2)[0]
    for left, ticket_id in ((2, first), (1, second)):
        window.show_ticket(ticket_id)
        window.focus_list()
        qtbot.keyClick(window.list.view, Key.Key_E)
        qtbot.waitUntil(lambda left=left: window.list.model.rowCount() == left)
        qtbot.waitUntil(lambda left=left: len(window.notice_bar.cards()) == 3 - left)
    for back, ticket_id in ((2, second), (3, first)):
        qtbot.keyClick(window.list.view, Key.Key_Z)
        qtbot.waitUntil(lambda back=back: window.list.model.rowCount() == back)
        assert window.list.model.position_of(ticket_id) >= 0
        assert window.list.view.hasFocus()
    while cards := window.notice_bar.cards():
        window.notice_bar.drop(cards[0])
    qtbot.keyClick(window.list.view, Key.Key_Z)
    (card,) = window.notice_bar.cards()
    assert "nothing" in card.notice.text
    assert card.notice.on_action is None


def test_z_takes_back_what_was_sent_and_is_a_letter_while_one_writes(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.show_ticket(window.list.model.ids_between(0, 1)[0])
    edit = window.composer.panes["reply"].edit
    qtbot.waitUntil(lambda: not edit.isReadOnly())
    window.composer.focus_reply()
    qtbot.keyClicks(edit, "buzz")
    assert edit.toPlainText() == "buzz"
    with qtbot.waitSignal(window.composer.sent):
        qtbot.keyClick(edit, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert waiting(desk) == ["reply"]
    window.focus_list()
    qtbot.keyClick(window.list.view, Key.Key_Z)
    qtbot.waitUntil(lambda: edit.toPlainText() == "buzz")
    (row,) = outbox.list_outbox(desk.store.reader())
    assert row.state == "cancelled"


def test_r_and_n_put_the_keyboard_into_the_composer(qtbot: QtBot, window: MainWindow) -> None:
    window.show_ticket(window.list.model.ids_between(0, 1)[0])
    for letter in (Key.Key_R, Key.Key_N):
        window.focus_list()
        qtbot.keyClick(window.list.view, letter)
        qtbot.waitUntil(
            lambda: window.composer.isAncestorOf(QApplication.focusWidget() or QWidget())
        )


def test_letters_without_a_ticket_do_nothing(qtbot: QtBot, desk: Desk) -> None:
    with a_window(qtbot, desk) as window:
        for letter in (Key.Key_R, Key.Key_N, Key.Key_E, Key.Key_A, Key.Key_T):
            qtbot.keyClick(window, letter)
        assert window.ticket_id is None
        assert not waiting(desk)


def test_first_ticket_shows_at_the_start_and_stays_when_the_queue_changes(
    qtbot: QtBot, window: MainWindow
) -> None:
    first = window.list.model.ids_between(0, 1)[0]
    qtbot.waitUntil(lambda: window.ticket_id == first)
    window.queues.choose("unassigned")
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 0)
    assert window.ticket_id == first


def test_queued_reply_is_counted_below_and_on_the_rail(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    row = window.list.model.row_at(0)
    assert row is not None
    desk.store.journal.enqueue(
        row.account_id,
        row.remote_id,
        [SendReply(text="Hello", channel="email", recipient="a@example.com")],
        base_revision=row.revision,
        base_entry="",
    )
    desk.ctx.bus.announce({row.id}, outbox=True)
    qtbot.waitUntil(lambda: window.status.outbox.isVisible())
    assert "1" in window.status.outbox.text()
    assert "1" in window.rail_outbox.accessibleName()


def test_without_an_account_there_is_a_welcome_with_next_steps(
    qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    with a_desk(paths, key, set_clock) as desk, a_window(qtbot, desk) as window:
        page = window.stack.currentWidget()
        assert page.objectName() == "welcome"
        buttons = page.findChildren(QPushButton)
        assert len(buttons) == 2
        assert buttons[0].hasFocus()  # Enter begins
        desk.store.account()
        desk.ctx.bus.announce(accounts=True)
        qtbot.waitUntil(lambda: window.stack.currentIndex() == 0)


def test_empty_queue_says_so(qtbot: QtBot, desk: Desk) -> None:
    with a_window(qtbot, desk) as window:
        qtbot.waitUntil(window.list.empty.isVisible)
        assert window.list.empty.accessibleName() == "Tickets are on their way"  # first sync
        account = desk.store.current
        assert account is not None
        desk.store.writer.apply_page(account, "history", desk.store.page(account), me=ME)
        desk.store.writer.set_account_state(account, state="idle")
        desk.ctx.bus.announce(accounts=True)
        qtbot.waitUntil(lambda: window.list.empty.accessibleName() == "Nothing here")


def test_size_of_panes_and_window_come_back(
    qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    with a_desk(paths, key, set_clock) as desk:
        desk.store.account()
        with a_window(qtbot, desk) as window:
            window.splitter.setSizes([180, 400, 500, 260])
            sizes = window.splitter.sizes()
        saved = desk.ctx.settings.value
    with a_desk(paths, key, set_clock, settings=saved) as desk, a_window(qtbot, desk) as window:
        assert saved.geometry
        assert saved.splitters == {"panes": sizes}
        window.resize(1440, 900)
        # The same widths left and right; the conversation takes what there is.
        outer = [sizes[n] for n in (0, 1, 3)]
        qtbot.waitUntil(lambda: [window.splitter.sizes()[n] for n in (0, 1, 3)] == outer)


def test_narrow_window_leaves_room_for_the_conversation(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 700)
    assert not window.contact.isVisible()
    qtbot.waitUntil(lambda: window.ticket_stack.width() >= 340)
    assert window.queues.isVisible()
    window.resize(800, 700)
    assert not window.queues.isVisible()
    window.focus_queues()
    assert window.queues.isVisible()
    window.toggle_queues()
    assert not window.queues.isVisible()
    window.toggle_customer()
    assert window.contact.isVisible()
    window.toggle_customer()
    window.resize(1440, 900)
    assert not window.contact.isVisible()  # the agent's own choice holds


def test_action_table_has_no_duplicates_and_every_handler(window: MainWindow) -> None:
    seen: dict[str, str] = {}
    for spec in actions.action_table():
        assert spec.text
        if spec.handler:
            assert callable(getattr(window, spec.handler))
        for keys in spec.keys:
            written = QKeySequence(keys).toString()
            assert written, spec.id
            assert written not in seen, (spec.id, seen.get(written))
            seen[written] = spec.id
    ids = [spec.id for spec in actions.action_table()]
    assert len(ids) == len(set(ids))


def test_menu_and_shortcuts_page_come_from_the_table(qtbot: QtBot, window: MainWindow) -> None:
    window.open_shortcuts()
    page = window.pages._open["shortcuts"]
    words = {label.text() for label in page.findChildren(QLabel)}
    for spec in actions.action_table():
        if spec.keys:
            assert spec.text in words
    page.close()


def test_every_label_is_plain_text(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.show_ticket(window.list.model.ids_between(0, 1)[0])
    window.open_status()
    window.open_settings()
    window.open_shortcuts()
    qtbot.waitUntil(lambda: window.contact.findChild(QLabel) is not None)
    rich = [
        (type(label).__name__, label.text())
        for top in QApplication.topLevelWidgets()
        for label in top.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
        and type(label).__module__.startswith("workspace")
    ]
    for page in list(window.pages._open.values()):
        page.close()
    assert not rich


def test_every_button_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    window.show_ticket(window.list.model.ids_between(0, 1)[0])
    from PySide6.QtWidgets import QAbstractButton

    nameless = [
        (type(button).__name__, button.objectName(), button.parent().objectName())
        for button in window.findChildren(QAbstractButton)
        if not (button.accessibleName() or button.text()) and button.isVisible()
    ]
    assert not nameless


def test_no_sql_runs_on_the_gui_thread(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_tickets(desk, 5, assignee=ME)
    import threading

    gui = threading.get_ident()
    broken: list[str] = []
    counted: list[int] = []

    class Watched:
        """The real connection, but for a look at who calls it."""

        def __init__(self, connection: Any) -> None:
            self._connection = connection

        def execute(self, sql: str, *parameters: Any) -> Any:
            counted.append(1)
            if threading.get_ident() == gui:
                broken.append(sql)
            return self._connection.execute(sql, *parameters)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._connection, name)

    original = connect.Reader.__init__

    def init(self: Any, *args: Any) -> None:
        original(self, *args)
        self.connection = Watched(self.connection)

    monkeypatch.setattr(connect.Reader, "__init__", init)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        for ticket_id in window.list.model.ids_between(0, 5):
            window.show_ticket(ticket_id)
            window.conversation.grab()
        window.open_search()
        from workspace.ui.search.palette import SearchPalette

        palette = window.findChild(SearchPalette)
        assert palette is not None
        palette.field.setText("message")
        qtbot.waitUntil(lambda: palette.model.rowCount() > 0)
        window.open_status()
        desk.ctx.bus.refresh()
        qtbot.wait(100)
        for page in list(window.pages._open.values()):
            page.close()
    assert counted
    assert not broken


def test_engine_that_gives_up_offers_to_start_again(qtbot: QtBot, window: MainWindow) -> None:
    from workspace.ui.app_window import _tell_given_up

    _tell_given_up(window.ctx)
    window.ctx.engine.given_up.emit("")
    cards = window.notice_bar.cards()
    assert len(cards) == 1
    assert cards[0].findChild(QPushButton, "notice_action") is not None


def test_notices_stay_few_and_replace_their_like(qtbot: QtBot, window: MainWindow) -> None:
    for number in range(6):
        window.ctx.notices.show(f"<b>notice {number}</b>", seconds=0.0)
    assert len(window.notice_bar.cards()) == 3
    window.ctx.notices.show("first", key="same", seconds=0.0)
    window.ctx.notices.show("second", key="same", seconds=0.0)
    texts = [card.notice.text for card in window.notice_bar.cards()]
    assert texts.count("second") == 1
    assert "first" not in texts
    window.ctx.notices.withdraw("same")
    assert all(isinstance(card, NoticeCard) for card in window.notice_bar.cards())
    assert "second" not in [card.notice.text for card in window.notice_bar.cards()]


def test_repairs_of_the_engine_are_told_once(qtbot: QtBot, desk: Desk) -> None:
    desk.engine.answers["status"] = lambda _: {"told": ["The cache was refilled."]}
    with a_window(qtbot, desk) as window:
        for _ in range(2):
            desk.engine.connected.emit(True)
        texts = [card.notice.text for card in window.notice_bar.cards()]
        assert texts == ["The cache was refilled."]


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_clipped_at_any_size_of_text(
    qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock, scale: int
) -> None:
    from workspace.ui.theme.theme import Theme

    theme = Theme("light", scale)
    theme.apply()
    with a_desk(paths, key, set_clock, settings=Settings(scale=scale), theme=theme) as desk:
        desk.store.account()
        some_tickets(desk, 2, assignee=ME)
        with a_window(qtbot, desk) as window:
            settle(qtbot, window)
            window.resize(theme.px(1024), theme.px(700))
            window.show_ticket(window.list.model.ids_between(0, 1)[0])
            for button in window.findChildren(QPushButton):
                if button.isVisible() and button.text():
                    need = button.fontMetrics().horizontalAdvance(button.text())
                    assert button.width() >= need, button.text()
                    assert button.height() >= button.fontMetrics().height(), button.text()
    Theme("light", 100).apply()


def test_without_a_key_the_window_says_why_and_goes_on_by_retry_or_code(
    qtbot: QtBot, qapp: QApplication, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import workspace.keys
    from workspace.domain.errors import EngineUnavailable, KeyUnavailable
    from workspace.ui.app_window import open_window

    some_tickets(desk, 2, assignee=ME)

    def refuse(*_: object, **__: object) -> MasterKey:
        raise KeyUnavailable("The keyring is locked.", "Unlock it, then try again.")

    def recover(_paths: Paths, code: str) -> MasterKey:
        if code != "GOOD-CODE":
            raise KeyUnavailable("This is not the code.", "Look at it again.")
        return desk.store.key

    kept: list[MasterKey] = []
    monkeypatch.setattr(workspace.keys, "unlock", refuse)
    monkeypatch.setattr(workspace.keys, "recover", recover)
    monkeypatch.setattr(workspace.keys, "keep", lambda _paths, key: kept.append(key))
    monkeypatch.setattr(workspace.keys, "kept_in", lambda _: "Secret Service")
    monkeypatch.setattr(workspace.keys, "wraps", lambda _: (None, None))
    monkeypatch.setattr(workspace.keys, "has_recovery_code", lambda _: True)

    def no_engine(*_: object) -> Any:
        raise EngineUnavailable("none in this test")

    started = open_window(desk.ctx.paths, None, start_client=no_engine)
    window = started.window
    qtbot.waitUntil(lambda: window.stack.currentWidget().objectName() == "unlock")
    page = window.stack.currentWidget()
    assert any("keyring is locked" in label.text() for label in page.findChildren(QLabel))
    assert not page.findChild(QLineEdit, "passphrase").isVisible()  # it lies in the keyring
    code = page.findChild(QLineEdit, "recovery_code_entry")
    assert code is not None
    qtbot.keyClicks(code, "WRONG")
    qtbot.keyClick(code, Key.Key_Return)
    qtbot.waitUntil(
        lambda: any("not the code" in label.text() for label in page.findChildren(QLabel))
    )
    assert not kept
    code.setText("GOOD-CODE")
    qtbot.keyClick(code, Key.Key_Return)
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 2)
    assert window.stack.currentIndex() == 0
    assert kept == [desk.store.key]
    window.close()
    started.end()
    window.deleteLater()


def test_rows_are_read_out_by_the_accessibility_tree(qtbot: QtBot, window: MainWindow) -> None:
    view = window.list.view
    table = QAccessible.queryAccessibleInterface(view)
    assert table is not None
    assert table.text(QAccessible.Text.Name) == "Tickets in Mine"
    cell = view.model().index(0, 0)
    said = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    names = []
    for number in range(table.childCount()):
        child = table.child(number)
        if child is not None:
            names.append(child.text(QAccessible.Text.Name))
    assert said in names
    assert "1" not in names  # hidden headers have words, not numbers
