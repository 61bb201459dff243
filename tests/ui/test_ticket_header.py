"""Header and customer pane over a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.commands import SetFields, decode_command
from workspace.domain.items import Directory, FieldItem, PersonItem, TicketItem
from workspace.ipc.protocol import Live
from workspace.store.queries.rows import DirectoryRow
from workspace.ui.choices import status_label, status_names
from workspace.ui.contact_pane.contact_pane import ContactPane
from workspace.ui.contact_pane.contact_words import local_time
from workspace.ui.contact_pane.copy_row import FactRow
from workspace.ui.contact_pane.earlier_row import EarlierRow
from workspace.ui.ticket_header.fields_dialog import FieldsDialog
from workspace.ui.ticket_header.ticket_header import TicketHeader
from workspace.ui.widgets.avatar import initials
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.zones import zone_of


def a_header(desk: Desk, qtbot: QtBot, ticket: TicketItem) -> TicketHeader:
    header = TicketHeader(desk.ctx)
    qtbot.addWidget(header)
    header.resize(600, 80)
    header.show()
    header.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: bool(header.subject.text()))
    return header


def changes(desk: Desk) -> list[SetFields]:
    rows = desk.store.reader().all("SELECT payload FROM journal.outbox ORDER BY seq")
    found = [decode_command(row[0]) for row in rows]
    assert all(isinstance(command, SetFields) for command in found)
    return found  # type: ignore[return-value]


def press_in_menu(header: TicketHeader, label: str) -> None:
    menu = next(menu for menu in header.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text() == label)
    action.trigger()
    menu.close()


def test_fields_are_changed_by_menu_with_the_value_that_was_seen(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket(assignee="", priority="normal")
    desk.store.write()
    header = a_header(desk, qtbot, ticket)
    for open_menu, label in (
        (header.open_status_menu, "Solved"),
        (header.open_assignee_menu, "Me (박지훈)"),
        (header.open_team_menu, "반품"),
        (header.open_priority_menu, "High"),
    ):
        open_menu()
        with qtbot.waitSignal(header.changed):
            press_in_menu(header, label)
    assert changes(desk) == [
        SetFields(status="solved", base={"status": "open"}),
        SetFields(assignee="agent-me", base={"assignee": ""}),
        SetFields(team="returns", base={"team": "support"}),
        SetFields(priority="high", base={"priority": "normal"}),
    ]
    qtbot.waitUntil(lambda: header.status.text() == "Solved" and header.team.text() == "반품")
    assert header.assignee.text() == "박지훈"
    assert header.pending.isVisible()
    assert desk.engine.named("outbox.changed")


def test_tags_come_and_go_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket(tags=("vip",))
    desk.store.write()
    header = a_header(desk, qtbot, ticket)
    header.open_tag_editor()
    header.tags.edit.insert("반품 2")  # keyClicks knows no Hangul
    with qtbot.waitSignal(header.changed):
        qtbot.keyClick(header.tags.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [chip.text() for chip in header.tags.chips] == ["vip", "반품 2"])
    chip = header.tags.chips[0]
    chip.setFocus()
    with qtbot.waitSignal(header.changed):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [chip.text() for chip in header.tags.chips] == ["반품 2"])
    assert changes(desk) == [SetFields(tags_add=("반품 2",)), SetFields(tags_remove=("vip",))]


def test_many_tags_fold_until_all_are_asked_for(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket(tags=tuple(f"tag {number}" for number in range(12)))
    desk.store.write()
    header = a_header(desk, qtbot, ticket)
    more = header.tags.more
    assert [chip.isVisible() for chip in header.tags.chips] == [True] * 6 + [False] * 6
    assert more.isVisible()
    assert "tag 11" in more.toolTip()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert all(chip.isVisible() for chip in header.tags.chips)
    assert not more.isVisible()


def test_what_the_account_cannot_do_says_why(desk: Desk, qtbot: QtBot) -> None:
    account = desk.store.current
    assert account is not None
    desk.store.writer.set_account_state(
        account, capabilities='{"set_status": true, "why": {"set_tags": "No tags here."}}'
    )
    ticket = desk.store.ticket()
    desk.store.write()
    header = a_header(desk, qtbot, ticket)
    assert header.status.isEnabled()
    assert not header.assignee.isEnabled()
    assert header.assignee.accessibleDescription()
    assert not header.tags.add.isEnabled()
    assert "No tags here." in header.tags.add.toolTip()


def test_custom_fields_are_changed_in_their_window(desk: Desk, qtbot: QtBot) -> None:
    account = desk.store.account(
        "second",
        directory=Directory(
            fields=(
                FieldItem(name="size", label="Size", choices=("S", "M")),
                FieldItem(name="parts", label="Parts", multiple=True),
            )
        ),
    )
    ticket = desk.store.ticket(account=account, custom_fields={"size": ["S"], "seen": ["x"]})
    desk.store.write()
    header = a_header(desk, qtbot, ticket)
    assert header.fields.isVisible()
    header.fields.click()
    (dialog,) = header.findChildren(FieldsDialog)
    dialog._inputs["size"].setCurrentText("M")  # type: ignore[union-attr]
    dialog._inputs["parts"].setText("sole, lace")  # type: ignore[union-attr]
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    with qtbot.waitSignal(header.changed):
        buttons.accepted.emit()
    assert changes(desk) == [
        SetFields(
            custom_fields={"size": ["M"], "parts": ["sole", "lace"]},
            base={"size": "S", "parts": ""},
        )
    ]


def test_a_colleague_who_looks_is_named(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.write()
    header = a_header(desk, qtbot, ticket)
    assert header.who_else.isHidden()
    desk.engine.live.emit(
        Live(
            account_id=desk.store.current or 0,
            ticket_remote_id=ticket.remote_id,
            who="Marco",
            role="agent",
            kind="viewing",
            until=desk.ctx.clock.now_ms() + 60_000,
        )
    )
    assert header.who_else.isVisible()
    assert "Marco" in header.who_else.accessibleName()


def test_the_customer_pane_copies_and_leads_to_earlier_tickets(desk: Desk, qtbot: QtBot) -> None:
    person = PersonItem(remote_id="p", name="김민지 Kim Min-ji", note="likes WhatsApp")
    person = PersonItem(
        **{name: getattr(person, name) for name in ("remote_id", "name", "note")},
        addresses=desk.store.ticket(remote_id="x").requester.addresses,  # type: ignore[union-attr]
        timezone="Asia/Seoul",
    )
    earlier = desk.store.ticket(subject="Earlier one", requester=person, status="solved")
    ticket = desk.store.ticket(requester=person)
    desk.store.write()
    pane = ContactPane(desk.ctx)
    qtbot.addWidget(pane)
    pane.resize(300, 600)
    pane.show()
    pane.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: bool(pane.findChildren(EarlierRow)))
    (name,) = pane.findChildren(QLabel, "contact_name")
    assert name.text() == "김민지 Kim Min-ji"
    first = pane.findChildren(FactRow)[0]
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == person.addresses[0].value
    (row,) = pane.findChildren(EarlierRow)
    with qtbot.waitSignal(pane.ticket_asked) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert asked.args == [desk.store.id_of(earlier)]


@pytest.mark.parametrize("zone", ["", "No/Where", "../etc/passwd", "/etc/passwd", "<b>", "a" * 999])
def test_a_zone_that_is_none_is_not_told(qapp: object, zone: str) -> None:
    assert zone_of(zone) is None


def test_the_local_time_of_a_customer_is_told(qapp: object) -> None:
    zone = zone_of("Asia/Seoul")
    assert zone is not None
    assert local_time(zone, 1_795_000_000_000).startswith("Seoul, ")


@pytest.mark.parametrize(
    ("backend", "ours", "label", "shown"),
    [
        ("open", "open", "", "Open"),
        ("on hold", "on_hold", "on hold", "On hold"),
        ("stalled", "pending", "stalled", "Stalled"),
        ("w", "pending", "Waiting for parts", "Waiting for parts"),
        ("", "solved", "", "Solved"),
    ],
)
def test_a_status_is_called_what_the_backend_calls_it(
    qapp: object, backend: str, ours: str, label: str, shown: str
) -> None:
    assert status_label(backend, ours, label) == shown


def test_only_a_shared_status_needs_the_backends_own_word(qapp: object) -> None:
    directory = DirectoryRow(
        agents=(),
        teams=(),
        statuses=(
            ("open", "open", "", ""),
            ("in progress", "open", "", ""),
            ("waiting", "pending", "Waiting for customer", ""),
            ("elsewhere", "pending", "", "other team"),
        ),
        priorities=(),
        fields=(),
    )
    assert status_names(directory, "mine") == {
        "open": "Open",
        "in progress": "In progress",
        "waiting": "Pending",
    }


def test_in_a_short_window_the_chips_keep_to_one_line_and_the_rest_is_in_a_menu(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = desk.store.ticket(tags=("late", "refund", "vip"))
    desk.store.write()
    header = a_header(desk, qtbot, ticket)
    header.resize(420, 200)
    chips = [header.status, header.assignee, header.team, header.priority, *header.tags.all_chips]
    before = [chip for chip in chips if chip.isVisible()]
    header.fit(is_short=True)
    qtbot.waitUntil(lambda: header.tags.rest.isVisible())
    shown = [chip for chip in before if chip.isVisible()]
    assert shown == before[: len(shown)]
    assert header.tags.rest.text() == f"+{len(before) - len(shown)}"
    qtbot.waitUntil(lambda: len({chip.geometry().center().y() for chip in shown}) == 1)
    header.tags.rest.click()
    with qtbot.waitSignal(header.changed):
        press_in_menu(header, "Remove tag refund")
    assert changes(desk) == [SetFields(tags_remove=("refund",))]
    header.open_priority_menu()  # its key works where its chip has no room
    with qtbot.waitSignal(header.changed):
        press_in_menu(header, "High")
    qtbot.waitUntil(lambda: len(header.tags.chips) == 2)
    header.fit(is_short=False)
    assert all(chip.isVisible() for chip in chips if chip.is_wanted)
    assert not header.tags.rest.isVisible()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("김민지", "김"),
        ("Kim Min-ji", "KM"),
        ("김민지 Kim", "김"),
        ("", "?"),
        ("<b>", "?"),
        ("ada", "A"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


class Folding(QObject):
    """Folds a chip as soon as its neighbour gets less room, as a full line of chips does."""

    def __init__(self, chip: ChipButton) -> None:
        super().__init__(chip)
        self._chip = chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._chip.set_folded(True)
        return False


def test_a_chip_that_is_folded_while_it_is_shown_is_hidden(desk: Desk, qtbot: QtBot) -> None:
    place, neighbour = QWidget(), QLineEdit()
    qtbot.addWidget(place)
    chip = ChipButton(desk.ctx.theme, "returns", parent=place)
    chip.hide()
    line = QHBoxLayout(place)
    line.addWidget(chip)
    line.addWidget(neighbour, 1)
    place.resize(300, 60)
    place.show()
    folding = Folding(chip)
    neighbour.installEventFilter(folding)
    chip.show()
    assert (chip.isHidden(), chip.isVisible(), chip.is_wanted) == (True, False, True)
    neighbour.removeEventFilter(folding)
    chip.set_folded(False)
    assert chip.isVisible()
