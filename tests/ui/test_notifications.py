"""Notifications: by the person's rules, taken back in time, safe in what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.notification_server import NotificationServer, a_bus
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.domain.items import Direction
from workspace.settings import NotifyRule, Settings
from workspace.store.queries.news import News, read_news
from workspace.ui.notifications.dbus_toasts import DBusToaster
from workspace.ui.notifications.notifier import Notifier
from workspace.ui.notifications.rules import Toast, decide, is_quiet, toast_of
from workspace.ui.notifications.toasts import Toaster, WindowToaster
from workspace.ui.notifications.wiring import watch

if TYPE_CHECKING:
    from workspace.ui.main_window import MainWindow


class TakenDown(Toaster):
    """Keeps what was shown and taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.now: dict[int, Toast] = {}

    def show(self, toast: Toast) -> None:
        self.now[toast.ticket_id] = toast

    def withdraw(self, ticket_id: int) -> None:
        self.now.pop(ticket_id, None)


class Watched:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.toasts = TakenDown()
        self.sounds = 0
        self.looking_at: int | None = None
        self.notifier = Notifier(
            desk.ctx, self.toasts, self._is_looked_at, self._is_looked_at, play=self._play
        )

    def _is_looked_at(self, ticket_id: int) -> bool:
        return ticket_id == self.looking_at

    def _play(self, _beep: Callable[[], None]) -> None:
        self.sounds += 1

    def remote_of(self, ticket_id: int) -> str:
        row = self.desk.store.reader().one("SELECT remote_id FROM ticket WHERE id = ?", [ticket_id])
        assert row is not None
        return str(row[0])

    def write(self, text: str, **ticket: Any) -> int:
        """A customer writes a new ticket now; its local id."""
        store = self.desk.store
        made = store.ticket(**{"channel": "email", **ticket})
        store.message(made, text, created_at=self.desk.ctx.clock.now_ms())
        self.desk.write()
        return store.id_of(made)


@pytest.fixture
def watched(qtbot: QtBot, desk: Desk) -> Iterator[Watched]:
    made = Watched(desk)
    yield made
    made.notifier.close()


def test_rules_decide_by_queue_and_the_unread_are_counted(qtbot: QtBot, watched: Watched) -> None:
    mine = watched.write("Where is my order?", assignee=ME)
    qtbot.waitUntil(lambda: mine in watched.toasts.now)
    assert watched.sounds == 1
    free = watched.write("Anybody there?", assignee="")
    qtbot.waitUntil(lambda: free in watched.toasts.now)
    assert watched.sounds == 1
    watched.write("Hello colleague", assignee="somebody")
    qtbot.waitUntil(lambda: watched.notifier.unread == 3)
    assert set(watched.toasts.now) == {mine, free}
    assert "Where is my order?" in watched.toasts.now[mine].body


def test_old_messages_are_no_news(qtbot: QtBot, watched: Watched) -> None:
    store = watched.desk.store
    old = store.ticket(assignee=ME)
    store.message(old, "Last week", created_at=watched.desk.ctx.clock.now_ms() - 86_400_000)
    watched.desk.write()
    fresh = watched.write("Now", assignee=ME)
    qtbot.waitUntil(lambda: bool(watched.toasts.now))
    assert set(watched.toasts.now) == {fresh}


def test_a_toast_goes_when_answered_elsewhere_or_looked_at(qtbot: QtBot, watched: Watched) -> None:
    store = watched.desk.store
    first = store.ticket(assignee=ME)
    now = watched.desk.ctx.clock.now_ms()
    store.message(first, "Hello?", created_at=now)
    watched.desk.write()
    first_id = store.id_of(first)
    qtbot.waitUntil(lambda: first_id in watched.toasts.now)
    second = watched.write("And me?", assignee=ME)
    qtbot.waitUntil(lambda: second in watched.toasts.now)
    assert watched.notifier.unread == 2

    newer = store.ticket(first.remote_id, assignee=ME)
    store.message(newer, "Answered at the backend", direction=Direction.OUT, created_at=now + 1)
    watched.desk.write()
    qtbot.waitUntil(lambda: first_id not in watched.toasts.now)
    assert watched.notifier.unread == 1

    watched.notifier.seen(second)
    assert not watched.toasts.now
    assert watched.notifier.unread == 0


def test_what_is_looked_at_and_quiet_hours_show_nothing(qtbot: QtBot, watched: Watched) -> None:
    watched.desk.ctx.settings.change(quiet_from=0, quiet_to=1439)
    quiet = watched.write("Psst", assignee=ME)
    qtbot.waitUntil(lambda: watched.notifier.unread == 1)
    assert quiet not in watched.toasts.now
    watched.desk.ctx.settings.change(quiet_from=0, quiet_to=0)
    store = watched.desk.store
    watched.notifier.seen(quiet)
    watched.looking_at = quiet
    store.message(store.ticket(watched.remote_of(quiet), assignee=ME), "Second")
    later = watched.write("Another", assignee=ME)
    qtbot.waitUntil(lambda: later in watched.toasts.now)
    assert quiet not in watched.toasts.now
    assert watched.notifier.unread == 1


def test_many_at_once_are_one_toast(qtbot: QtBot, watched: Watched) -> None:
    store = watched.desk.store
    for number in range(6):
        ticket = store.ticket(assignee=ME)
        store.message(ticket, f"No {number}", created_at=watched.desk.ctx.clock.now_ms())
    watched.desk.write()
    qtbot.waitUntil(lambda: watched.notifier.unread == 6)
    assert set(watched.toasts.now) == {0}
    assert watched.sounds == 1


def test_each_message_is_told_once_however_many_came(
    qtbot: QtBot, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workspace.ui.notifications.notifier.KEPT", 3)
    store, now = watched.desk.store, watched.desk.ctx.clock.now_ms()
    first = store.ticket(assignee=ME)
    for number in range(8):
        store.message(first, f"No {number}", created_at=now + number)
    watched.desk.write()
    ticket_id = store.id_of(first)
    qtbot.waitUntil(lambda: watched.notifier.unread == 8)
    watched.notifier.seen(ticket_id)
    store.message(store.ticket(first.remote_id, assignee=ME), "One more", created_at=now + 9)
    watched.desk.write()
    qtbot.waitUntil(lambda: ticket_id in watched.toasts.now)
    assert watched.notifier.unread == 1
    assert "One more" in watched.toasts.now[ticket_id].body


def test_only_what_came_later_is_read_while_the_last_told_is_there(desk: Desk) -> None:
    store = desk.store
    ticket = store.ticket(assignee=ME)
    for number in range(3):
        store.message(ticket, f"No {number}")
    store.write()
    ticket_id, reader = store.id_of(ticket), store.reader()
    ids = [each.entry_id for each in read_news(reader, {ticket_id: 0}, 0)]
    assert len(ids) == 3
    later = read_news(reader, {ticket_id: ids[1]}, 0)
    assert [each.entry_id for each in later] == ids[2:]
    # The entry went, or files were replaced and ids begin anew: then the mark says nothing.
    assert len(read_news(reader, {ticket_id: 999_999}, 0)) == 3


def news(desk: Desk, text: str, **ticket: Any) -> News:
    made = desk.store.ticket(**ticket)
    desk.store.message(made, text)
    desk.store.write()
    found = read_news(desk.store.reader(), {desk.store.id_of(made): 0}, 0)
    return found[-1]


def test_words_of_a_toast_are_plain_short_and_masked(desk: Desk) -> None:
    evil = news(
        desk,
        "<b>bold</b> \u202ecard 4111 1111 1111 1111 " + "x" * 900,
        subject="Re:\n<img src=x>",
        channel="email",
    )
    toast = toast_of(evil, Settings())
    assert "4111 1111" not in toast.body
    assert "\u202e" not in toast.body
    assert len(toast.body) <= 220
    hidden = toast_of(evil, Settings(notify_text=False))
    assert "bold" not in hidden.body
    assert "img" not in hidden.body + hidden.title
    assert evil.author not in hidden.title


def test_a_subject_made_of_the_message_is_not_said_twice(desk: Desk) -> None:
    words = "my return shows as received since monday, when do I see the money?"
    made = news(desk, words, subject=words[:40] + "…")
    assert toast_of(made, Settings()).body == words
    given = news(desk, words, subject="Refund")
    assert toast_of(given, Settings()).body == f"Refund\n{words}"


def test_first_rule_that_fits_decides(desk: Desk) -> None:
    ticket = news(desk, "?", assignee=ME, priority="urgent").ticket
    rules = (
        NotifyRule(account="other", then="nothing"),
        NotifyRule(priority="urgent", then="sound"),
        NotifyRule(then="nothing"),
    )
    assert decide(Settings(notify_rules=rules), ticket, 600) == "sound"
    assert decide(Settings(notify_rules=rules, notify_sound=False), ticket, 600) == "toast"
    assert decide(Settings(notify_rules=rules, notify=False), ticket, 600) == "count"
    assert decide(Settings(notify_rules=()), ticket, 600) == "count"
    team = (NotifyRule(queue=f"team:{ticket.team_name}", then="nothing"), NotifyRule(then="toast"))
    assert decide(Settings(notify_rules=team), ticket, 600) == "nothing"
    other = (NotifyRule(queue="team:Elsewhere", then="nothing"), NotifyRule(then="toast"))
    assert decide(Settings(notify_rules=other), ticket, 600) == "toast"
    night = Settings(notify_rules=rules, quiet_from=22 * 60, quiet_to=7 * 60)
    assert [is_quiet(night, minute) for minute in (21 * 60, 22 * 60, 0, 419, 420)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert decide(night, ticket, 0) == "count"


# --- the window and the real service -----------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    some_tickets(desk, 2, assignee=ME)
    with a_window(qtbot, desk) as made:
        settle(qtbot, made)
        yield made


def arrives(desk: Desk, text: str) -> int:
    ticket = desk.store.ticket(assignee=ME, subject="<i>Sofa</i> & chair", channel="email")
    desk.store.message(ticket, text, created_at=desk.ctx.clock.now_ms())
    desk.write()
    return desk.store.id_of(ticket)


def test_desktop_shows_the_toast_press_opens_the_ticket_and_reading_takes_it_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.ctx.settings.change(notify_sound=False)
    with a_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        server = NotificationServer(address, ["body", "body-markup", "actions"])
        notifier = watch(window, DBusToaster())
        ticket_id = arrives(desk, "Is it <b>here</b>?")
        qtbot.waitUntil(lambda: len(server.toasts) == 1)
        number, toast = next(iter(server.toasts.items()))
        assert "&lt;b&gt;here" in toast[4]
        assert "<i>" not in toast[4]
        qtbot.waitUntil(lambda: window.windowTitle().startswith("(1)"))
        assert "1" in window.rail_inbox.accessibleName()
        server.press(number)
        qtbot.waitUntil(lambda: window.ticket_id == ticket_id)
        qtbot.waitUntil(lambda: window.windowTitle() == "Workspace")

        other = arrives(desk, "And this?")
        qtbot.waitUntil(lambda: len(server.toasts) == 1)
        window.show_ticket(other)
        qtbot.waitUntil(lambda: not server.toasts)
        assert server.withdrawn
        notifier.close()
    server.wait()


def test_without_a_service_the_window_shows_the_toast(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.ctx.settings.change(notify_sound=False)
    with a_bus() as address:  # a bus, but nobody who shows notifications
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        notifier = watch(window, DBusToaster())
        ticket_id = arrives(desk, "Is it here?")
        qtbot.waitUntil(lambda: any("Is it here?" in n.text for n in desk.notices))
        notice = next(n for n in desk.notices if "Is it here?" in n.text)
        assert notice.on_action is not None
        notice.on_action()
        assert window.ticket_id == ticket_id
        notifier.close()


def test_a_ticket_in_view_shows_no_toast_within_the_window(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    desk.ctx.settings.change(notify_sound=False)
    notifier = watch(window, WindowToaster(desk.ctx.notices))
    shown = arrives(desk, "Not yet seen")
    qtbot.waitUntil(lambda: any("Not yet seen" in n.text for n in desk.notices))
    window.show_ticket(shown)
    row = desk.store.reader().one("SELECT remote_id FROM ticket WHERE id = ?", [shown])
    assert row is not None
    newer = desk.store.ticket(row[0], assignee=ME)
    desk.store.message(newer, "In plain view", created_at=desk.ctx.clock.now_ms() + 1)
    desk.write()
    arrives(desk, "Elsewhere")
    qtbot.waitUntil(lambda: any("Elsewhere" in n.text for n in desk.notices))
    assert not any("In plain view" in n.text for n in desk.notices)
    notifier.close()


def test_a_note_that_names_me_is_told_until_i_answer(qtbot: QtBot, watched: Watched) -> None:
    store = watched.desk.store
    now = watched.desk.ctx.clock.now_ms()
    ticket = store.ticket(assignee="agent-2")
    named = {"author_remote_id": "agent-2", "author_name": "Grace Lee"}
    store.note(ticket, "@박지훈 봐 주세요", created_at=now, **named)
    store.note(ticket, "not for him", created_at=now, **named)
    watched.desk.write()
    ticket_id = store.id_of(ticket)
    qtbot.waitUntil(lambda: ticket_id in watched.toasts.now)
    assert watched.toasts.now[ticket_id].title == "Grace Lee names you in a note"
    assert (watched.sounds, watched.notifier.unread) == (1, 1)
    store.note(store.ticket(ticket.remote_id, assignee="agent-2"), "done", created_at=now + 1)
    watched.desk.write()
    qtbot.waitUntil(lambda: not watched.toasts.now)
    assert watched.notifier.unread == 0
