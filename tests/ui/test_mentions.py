"""A mention stays until it is answered or put aside; opening its ticket changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.store.queries.queues import list_queues
from workspace.store.queries.tickets import get_tickets
from workspace.ui.bulk.mentions import dismiss
from workspace.ui.main_window import MainWindow
from workspace.ui.ticket_list.spoken import chips


def counts(desk: Desk) -> dict[str, int]:
    return {queue.key: queue.count for queue in list_queues(desk.store.reader())}


@pytest.fixture
def named(desk: Desk) -> int:
    desk.store.message(desk.store.ticket("7"), "언제 오나요?")
    desk.store.note("7", "@박지훈 확인 부탁드려요", author_remote_id="agent-2")
    desk.write()
    return desk.store.id_of("7")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    window = MainWindow(desk.ctx)
    qtbot.addWidget(window)
    window.show()
    window.start()
    yield window
    window.close()


def test_putting_a_mention_aside_and_undo(qtbot: QtBot, desk: Desk, named: int) -> None:
    assert counts(desk)["mentions"] == 1
    row = get_tickets(desk.store.reader(), [named])[named]
    assert "Names you" in [text for text, _ in chips(row, 0)]
    dismiss(desk.ctx, [named], desk.ctx.bus)
    qtbot.waitUntil(lambda: len(desk.notices) == 1)
    assert counts(desk)["mentions"] == 0
    assert desk.notices[0].on_action is not None
    with qtbot.waitSignal(desk.ctx.bus.lists_changed):
        desk.notices[0].on_action()
    assert counts(desk)["mentions"] == 1


def test_without_a_mention_there_is_nothing_to_put_aside(qtbot: QtBot, desk: Desk) -> None:
    desk.store.ticket("8")
    desk.write()
    dismiss(desk.ctx, [desk.store.id_of("8")], desk.ctx.bus)
    qtbot.waitUntil(lambda: len(desk.notices) == 1)
    assert desk.notices[0].on_action is None


def test_opening_settles_neither_a_mention_nor_the_wait_for_a_reply(
    qtbot: QtBot, desk: Desk, named: int, window: MainWindow
) -> None:
    def state() -> tuple[bool, bool, int]:
        row = get_tickets(desk.store.reader(), [named])[named]
        return row.needs_reply, row.mentioned_at > 0, counts(desk)["mentions"]

    assert state() == (True, True, 1)
    with qtbot.waitSignal(window.conversation.source.opened):
        window.show_ticket(named)
    window.focus_conversation()
    window.composer.flush()
    window.show_tickets()
    done: list[object] = []
    desk.ctx.writes.run(lambda: None, done=done.append)  # whatever opening wrote is written
    qtbot.waitUntil(lambda: bool(done))
    assert state() == (True, True, 1)
    assert desk.store.reader().one("SELECT count(*) FROM journal.outbox") == (0,)


@pytest.mark.parametrize(
    ("command", "left"),
    [
        (SendReply(text="네, 보냈습니다."), (False, False)),
        (AddNote(text="전화했습니다."), (True, False)),  # a note answers colleagues alone
        (SetFields(status="solved"), (False, True)),  # done: no reply is needed any more
        (SetFields(status="pending"), (True, True)),
        (SetFields(tags_add=("vip",)), (True, True)),
    ],
)
def test_what_settles_what(
    desk: Desk, named: int, command: SendReply | AddNote | SetFields, left: tuple[bool, bool]
) -> None:
    account = desk.store.current
    assert account is not None
    desk.store.clock.advance(24 * 3600)  # type: ignore[attr-defined]
    desk.store.journal.enqueue(account, "7", [command], base_revision=1, base_entry="")
    row = get_tickets(desk.store.reader(), [named])[named]
    assert (row.needs_reply, row.mentioned_at > 0) == left
