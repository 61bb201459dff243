"""The threads behind the window: readers, the journal writer, the link to the engine."""

from __future__ import annotations

import gc
import logging
import platform
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from workspace.domain.errors import EngineUnavailable, KeyUnavailable, StoreError
from workspace.ipc.protocol import Changed, Frame, Live, Progress
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.settings import Settings, load_settings, save_settings
from workspace.ui.runtime import collector as collector_room
from workspace.ui.runtime import engine_link
from workspace.ui.runtime.change_bus import ChangeBus
from workspace.ui.runtime.collector import Collector
from workspace.ui.runtime.engine_link import EngineLink
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.runtime.reads import Reads
from workspace.ui.runtime.unlock import KeyDoor
from workspace.ui.runtime.watchdog import AFTER_NEWS_S, LIMIT_S, Watchdog
from workspace.ui.runtime.writes import Writes


class NoReader:
    """Stands in for a Reader where no SQL is asked."""

    class connection:
        @staticmethod
        def interrupt() -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def reads(qtbot: QtBot) -> Iterator[Reads]:
    reads = Reads(NoReader)  # type: ignore[arg-type]
    yield reads
    reads.close()


class Gate:
    """A read that waits until the test lets it go."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.go = threading.Event()

    def __call__(self, _reader: object, value: str) -> str:
        self.entered.set()
        assert self.go.wait(10)
        return value


class Witness:
    """Tells on which thread it died, as a widget would have."""

    def __init__(self, died_on: list[int]) -> None:
        self._died_on = died_on

    def __del__(self) -> None:
        self._died_on.append(threading.get_ident())


def test_reads_run_elsewhere_and_answer_here(qtbot: QtBot, reads: Reads) -> None:
    owner, answers = QObject(), []
    reads.ask(
        lambda _: threading.get_ident(),
        then=lambda ident: answers.append((ident, threading.get_ident())),
        owner=owner,
    )
    qtbot.waitUntil(lambda: bool(answers))
    read_on, told_on = answers[0]
    assert told_on == threading.get_ident() != read_on


def test_a_later_ask_of_a_topic_replaces_the_earlier(qtbot: QtBot, reads: Reads) -> None:
    owner, gate, answers = QObject(), Gate(), []
    reads.ask(gate, "old", then=answers.append, owner=owner, topic="x")
    assert gate.entered.wait(10)
    reads.ask(lambda _: "new", then=answers.append, owner=owner, topic="x")
    qtbot.waitUntil(lambda: answers == ["new"])
    gate.go.set()
    reads.ask(lambda _: "other topic", then=answers.append, owner=owner, topic="y")
    qtbot.waitUntil(lambda: "other topic" in answers)
    assert answers == ["new", "other topic"]


def test_nothing_reaches_a_deleted_owner(qtbot: QtBot, reads: Reads) -> None:
    owner, gate, answers = QObject(), Gate(), []
    reads.ask(gate, "late", then=answers.append, owner=owner)
    assert gate.entered.wait(10)
    delete(owner)
    gate.go.set()
    living = QObject()
    for _ in range(2):  # the first thread to be free may be either of the two
        reads.ask(lambda _: "alive", then=answers.append, owner=living, topic="alive")
    qtbot.waitUntil(lambda: "alive" in answers)
    qtbot.wait(20)
    assert answers == ["alive"]


def test_what_an_ask_held_dies_on_the_gui_thread(qtbot: QtBot, reads: Reads) -> None:
    owner, answers, died_on = QObject(), list[int](), list[int]()

    def ask(number: int, topic: str) -> None:
        witness = Witness(died_on)

        def then(found: int) -> None:
            assert witness is not None
            answers.append(found)

        reads.ask(lambda _: number, then=then, owner=owner, topic=topic)

    for number in range(40):
        ask(number, f"ticket {number // 2}")  # every other one is replaced
    qtbot.waitUntil(lambda: len(answers) == 20)
    ask(99, "last")
    qtbot.waitUntil(lambda: answers[-1] == 99)
    qtbot.waitUntil(lambda: len(died_on) == 41)
    assert set(died_on) == {threading.get_ident()}
    assert reads._generations == {}


def test_errors_go_to_the_asker_or_become_a_notice(qtbot: QtBot, reads: Reads) -> None:
    owner, taken = QObject(), []

    def broken(_reader: object) -> None:
        raise StoreError("The disk is gone.")

    reads.ask(broken, then=taken.append, owner=owner, failed=taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], StoreError)
    with qtbot.waitSignal(reads.failed) as told:
        reads.ask(broken, then=taken.append, owner=owner)
    assert isinstance(told.args[0], StoreError)
    assert len(taken) == 1


def test_a_reader_that_will_not_open_is_tried_again(qtbot: QtBot) -> None:
    tries: list[int] = []

    def open_reader() -> Any:
        tries.append(1)
        if len(tries) == 1:
            raise StoreError("not yet")
        return NoReader()

    reads = Reads(open_reader, threads=1)
    owner, answers = QObject(), []
    reads.ask(lambda _: "a", then=answers.append, owner=owner, failed=answers.append)
    reads.ask(lambda _: "b", then=answers.append, owner=owner)
    qtbot.waitUntil(lambda: len(answers) == 2)
    reads.close()
    assert isinstance(answers[0], StoreError)
    assert answers[1] == "b"


def test_files_are_opened_anew_when_asked(qtbot: QtBot) -> None:
    opened: list[object] = []

    def open_reader() -> Any:
        opened.append(NoReader())
        return opened[-1]

    reads = Reads(open_reader, threads=1)
    owner, used = QObject(), []
    for _ in range(2):
        reads.ask(lambda reader: reader, then=used.append, owner=owner)
    qtbot.waitUntil(lambda: len(used) == 2)
    reads.reopen()
    reads.ask(lambda reader: reader, then=used.append, owner=owner)
    qtbot.waitUntil(lambda: len(used) == 3)
    reads.close()
    assert used == [opened[0], opened[0], opened[1]]


def test_writes_keep_their_order_and_are_finished_at_closing(qtbot: QtBot) -> None:
    written: list[int] = []
    writes = Writes(lambda: None)  # type: ignore[arg-type,return-value]
    for number in range(50):
        writes.submit(lambda _door, number=number: written.append(number))
    assert writes.close()
    assert written == list(range(50))


def test_a_write_happens_even_if_its_owner_is_gone(qtbot: QtBot) -> None:
    writes = Writes(lambda: None)  # type: ignore[arg-type,return-value]
    gate, written, told = threading.Event(), [], []
    owner = QObject()
    writes.submit(lambda _: gate.wait(10))
    writes.submit(lambda _: written.append("draft"), done=told.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(0)
    gate.set()
    assert writes.close()
    qtbot.wait(0)
    assert written == ["draft"]
    assert not told


def test_writes_that_fail_say_so(qtbot: QtBot) -> None:
    writes = Writes(lambda: None)  # type: ignore[arg-type,return-value]

    def full(_door: object) -> None:
        raise StoreError("The disk is full.")

    with qtbot.waitSignal(writes.failed) as told:
        writes.submit(full)
    assert isinstance(told.args[0], StoreError)
    writes.close()


# --- the change bus ---------------------------------------------------------------------------


def test_first_change_is_told_at_once_followers_together(qtbot: QtBot) -> None:
    bus, told = ChangeBus(), []
    bus.tickets_changed.connect(lambda ids: told.append(set(ids)))
    bus.take(Changed(seq=1, tickets=(1,)))
    assert told == [{1}]
    bus.take(Changed(seq=2, tickets=(2,)))
    bus.take(Changed(seq=3, tickets=(3,)))
    assert told == [{1}]
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == {2, 3}


def test_own_writes_are_told_at_once_and_bulk_replaces_all(qtbot: QtBot) -> None:
    bus, told = ChangeBus(), []
    bus.outbox_changed.connect(lambda: told.append("outbox"))
    bus.lists_changed.connect(lambda: told.append("lists"))
    bus.refresh_all.connect(lambda: told.append("all"))
    bus.take(Changed(seq=1, tickets=(1,)))
    told.clear()
    bus.announce({5}, outbox=True)
    assert told == ["lists", "outbox"]
    told.clear()
    bus.take(Changed(seq=2, tickets=(1,), bulk=True))
    qtbot.waitUntil(lambda: told == ["all"])


def test_that_an_account_is_in_step_moves_no_list(qtbot: QtBot) -> None:
    bus, told = ChangeBus(), []
    for name in ("lists_changed", "accounts_changed", "standing_changed", "refresh_all"):
        getattr(bus, name).connect(lambda name=name: told.append(name))
    bus.take(Changed(seq=1, standing=True))
    assert told == ["standing_changed"]
    told.clear()
    bus.take(Changed(seq=1, accounts=True))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["lists_changed", "accounts_changed", "standing_changed"]


# --- the link to the engine -------------------------------------------------------------------


class FakeClient:
    """A client that answers by a function and can be lost."""

    def __init__(
        self,
        on_notice: Callable[[Frame], None],
        on_lost: Callable[[], None],
        answer: Callable[[str, dict[str, Any]], dict[str, Any]],
    ) -> None:
        self.on_notice, self.on_lost, self._answer = on_notice, on_lost, answer
        self.closed = False

    def call(self, method: str, timeout_s: float = 0.0, **args: Any) -> dict[str, Any]:
        return self._answer(method, args)

    def close(self) -> None:
        self.closed = True


class Engine:
    """Starts fake clients; `refuse` makes that fail."""

    def __init__(self) -> None:
        self.clients: list[FakeClient] = []
        self.refuse = False
        self.starts = 0

    def __call__(
        self, on_notice: Callable[[Frame], None], on_lost: Callable[[], None]
    ) -> FakeClient:
        self.starts += 1
        if self.refuse:
            raise EngineUnavailable("It does not start.")
        client = FakeClient(on_notice, on_lost, lambda method, args: {"method": method, **args})
        self.clients.append(client)
        return client


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(engine_link, "BACK_OFF_S", (0.01,))
    return Engine()


@pytest.fixture
def link(qtbot: QtBot, engine: Engine) -> Iterator[EngineLink]:
    link = EngineLink(engine)
    yield link
    link.close()


def test_notices_arrive_on_the_gui_thread(qtbot: QtBot, link: EngineLink, engine: Engine) -> None:
    with qtbot.waitSignal(link.connected):
        link.start()
    told: list[tuple[Frame, int]] = []
    for signal in (link.changed, link.live, link.progress):
        signal.connect(lambda frame: told.append((frame, threading.get_ident())))
    frames: list[Frame] = [
        Changed(seq=1, tickets=(7,)),
        Live(account_id=1, ticket_remote_id="1", who="a", role="customer", kind="typing", until=1),
        Progress(what="sync", key="store", done=1, total=2),
    ]

    def send() -> None:
        for frame in frames:
            engine.clients[0].on_notice(frame)

    threading.Thread(target=send).start()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [frame for frame, _ in told] == frames
    assert {ident for _, ident in told} == {threading.get_ident()}


def test_a_lost_engine_is_joined_again(qtbot: QtBot, link: EngineLink, engine: Engine) -> None:
    told: list[bool] = []
    link.connected.connect(told.append)
    link.start()
    qtbot.waitUntil(lambda: told == [True])
    engine.clients[0].on_lost()
    qtbot.waitUntil(lambda: told == [True, False, True])
    assert engine.clients[0].closed
    assert link.is_connected


def test_five_ends_in_a_row_give_up_until_asked(
    qtbot: QtBot, link: EngineLink, engine: Engine
) -> None:
    engine.refuse = True
    with qtbot.waitSignal(link.given_up):
        link.start()
    assert engine.starts == engine_link.GIVE_UP_EXITS
    engine.refuse = False
    with qtbot.waitSignal(link.connected):
        link.restart()


def test_calls_answer_here_and_fail_plainly_without_engine(
    qtbot: QtBot, link: EngineLink, engine: Engine
) -> None:
    engine.refuse = True
    with qtbot.waitSignal(link.given_up):
        link.start()
    taken: list[Any] = []
    link.call("ping", failed=taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], EngineUnavailable)
    engine.refuse = False
    with qtbot.waitSignal(link.connected):
        link.restart()
    link.call("sync.now", then=taken.append, account="store")
    link.call("account.check", then=taken.append, slow=True, url="u")
    qtbot.waitUntil(lambda: len(taken) == 3)
    assert {"method": "sync.now", "account": "store"} in taken
    assert {"method": "account.check", "url": "u"} in taken


# --- the key ----------------------------------------------------------------------------------


def test_threads_wait_for_the_key_and_refusal_can_be_retried(
    qtbot: QtBot, paths: Paths, key: MasterKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    import workspace.keys

    answers: list[object] = [KeyUnavailable("The keyring is locked."), key]

    def unlock(*_: object, **__: object) -> MasterKey:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, MasterKey)
        return answer

    monkeypatch.setattr(workspace.keys, "unlock", unlock)
    door = KeyDoor(paths, None, None)
    got: list[MasterKey] = []
    waiter = threading.Thread(target=lambda: got.append(door.wait()))
    waiter.start()
    with qtbot.waitSignal(door.refused) as refused:
        door.start()
    assert isinstance(refused.args[0], KeyUnavailable)
    assert not got
    with qtbot.waitSignal(door.unlocked):
        door.start()
    waiter.join(10)
    assert got == [key]
    door.close()


def test_closing_lets_threads_go_that_wait_for_the_key(qtbot: QtBot, paths: Paths) -> None:
    door = KeyDoor(paths, None, None)
    ended: list[Exception] = []

    def wait() -> None:
        try:
            door.wait()
        except KeyUnavailable as error:
            ended.append(error)

    waiter = threading.Thread(target=wait)
    waiter.start()
    door.close()
    waiter.join(10)
    assert len(ended) == 1


# --- watchdog and settings --------------------------------------------------------------------


def test_watchdog_names_what_blocked_the_gui_thread(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    watchdog = Watchdog()

    class SlowWidget(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            deadline = time.monotonic() + 10
            while not watchdog.blocked and time.monotonic() < deadline:
                pass

    widget = SlowWidget()
    qtbot.addWidget(widget)
    widget.show()
    watchdog.start()
    watchdog.watch(widget.windowHandle())
    qtbot.waitUntil(lambda: not watchdog._work.is_set())  # asleep, for nothing happens
    with caplog.at_level(logging.WARNING, "workspace.ui"):
        QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
        qtbot.waitUntil(lambda: watchdog.blocked > 0)
    watchdog.close()
    assert "test_runtime.py" in caplog.text
    assert "keyPressEvent" in caplog.text


def test_watchdog_asks_a_few_times_after_a_notice_and_sleeps(qtbot: QtBot) -> None:
    watchdog, pings = Watchdog(), []
    watchdog._ping.connect(lambda: pings.append(1))
    watchdog.start()
    qtbot.waitUntil(lambda: not watchdog._work.is_set())
    pings.clear()
    watchdog.touch()
    qtbot.waitUntil(lambda: not watchdog._work.is_set())
    watchdog.close()
    assert 1 <= len(pings) <= 2 + AFTER_NEWS_S / (LIMIT_S / 2)


def test_watchdog_keeps_nothing_alive_of_what_it_looks_at(qtbot: QtBot) -> None:
    watchdog = Watchdog()
    ended: list[list[int]] = []

    def paint(died_on: list[int]) -> None:
        _painter = Witness(died_on)  # ends with this function, whoever looks at it
        deadline = time.monotonic() + 10
        while not watchdog.blocked and time.monotonic() < deadline:
            pass

    def handle() -> None:
        died_on: list[int] = []
        paint(died_on)
        ended.append(list(died_on))

    watchdog.start()
    for number in range(5):
        watchdog.blocked = 0
        watchdog.touch()
        QTimer.singleShot(0, handle)
        qtbot.waitUntil(lambda number=number: len(ended) > number)
    watchdog.close()
    assert ended == [[threading.get_ident()]] * 5


def test_settings_are_kept_and_nonsense_is_put_aside(qtbot: QtBot, paths: Paths) -> None:
    writes = Writes(lambda: None)  # type: ignore[arg-type,return-value]
    own = OwnSettings(paths.settings_file, load_settings(paths.settings_file), writes)
    with qtbot.waitSignal(own.changed):
        own.change(theme="dark", undo_s=3)
    with qtbot.assertNotEmitted(own.changed):
        own.change(theme="dark")
    assert writes.close()
    assert load_settings(paths.settings_file) == Settings(theme="dark", undo_s=3)
    save_settings(paths.settings_file, Settings(scale=900, undo_s=-5))
    assert load_settings(paths.settings_file) == Settings(scale=200, undo_s=0)
    paths.settings_file.write_text('{"theme": "pink"}')
    assert load_settings(paths.settings_file) == Settings()
    assert paths.settings_file.with_name("settings.json.bad").exists()


def test_cycles_with_widgets_die_on_the_gui_thread(qtbot: QtBot) -> None:
    died_on: list[int] = []

    class Node:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            died_on.append(threading.get_ident())

    collector = Collector()
    collector.start()

    def make() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            Node()

    maker = threading.Thread(target=make)
    maker.start()
    maker.join()
    assert not died_on
    qtbot.waitUntil(lambda: bool(died_on))
    collector.close()
    assert set(died_on) == {threading.get_ident()}
    assert gc.isenabled()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has to be asked")
def test_memory_that_holds_nothing_goes_back_to_the_system(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector_room, "TRIM_EVERY_S", -1.0)
    collector = Collector()
    collector.start()
    blocks = [bytearray(5_000) for _ in range(12_000)]
    blocks = blocks[::12]  # holes between what stays
    before = resident_kb()
    for _ in range(30):
        cycles: list[list[object]] = [[] for _ in range(3 * gc.get_threshold()[0])]
        for each in cycles:
            each.append(each)
        cycles.clear()
        collector.collect_if_due()
    collector.close()
    assert len(blocks) == 1_000
    assert resident_kb() < before - 20_000


def resident_kb() -> int:
    """Memory of this process that is there."""
    found = Path("/proc/self/status").read_text().partition("VmRSS:")[2]
    return int(found.split()[0])
