"""The threads behind the window: readers, the journal's writer, their wait for the key."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.desk import Desk
from tests.ui.witness import Witness
from workspace.domain.errors import KeyUnavailable, StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.settings import Settings, load_settings, save_settings
from workspace.store.connect import Reader
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.runtime.reads import Reads
from workspace.ui.runtime.unlock import KeyDoor
from workspace.ui.runtime.writes import Writes


class NoReader:
    """Stands in for a Reader where no SQL is asked."""

    class connection:
        @staticmethod
        def interrupt() -> None: ...

    def __init__(self) -> None:
        self.rests = 0

    def rest(self) -> None:
        self.rests += 1

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
        assert self.go.wait(60)
        return value


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


def test_what_was_read_is_let_go_once_before_a_rest(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workspace.ui.runtime.reads.REST_S", 0.02)
    reader, owner, answers = NoReader(), QObject(), []
    reads = Reads(lambda: reader, threads=1)  # type: ignore[arg-type, return-value]
    for number in range(2):
        reads.ask(lambda _: reader.rests, then=answers.append, owner=owner)
        qtbot.waitUntil(lambda: reader.rests == number + 1)  # noqa: B023
        qtbot.wait(60)
    assert answers == [0, 1]
    assert reader.rests == 2
    reads.close()


def test_what_is_asked_together_is_read_and_answered_in_one_piece(qtbot: QtBot, desk: Desk) -> None:
    reads = Reads(desk.store.reader)
    owner, answers, turns = QObject(), list[object](), list[int]()

    def read(reader: Reader, name: str) -> tuple[str, int, bool]:
        if name == "broken":
            raise StoreError("The disk is gone.")
        return name, threading.get_ident(), reader.connection.in_transaction

    def take(answer: object) -> None:
        answers.append(answer)
        QTimer.singleShot(0, owner, lambda: turns.append(len(answers)))

    with reads.together(), reads.together():
        reads.ask(read, "old", then=take, owner=owner, topic="x")
        for name in ("first", "broken", "last"):
            reads.ask(read, name, then=take, failed=take, owner=owner, topic="x" + name[0])
        reads.ask(read, "new", then=take, owner=owner, topic="x")
    qtbot.waitUntil(lambda: len(turns) == 4)
    assert turns == [4] * 4
    first, error, *others = answers
    assert isinstance(error, StoreError)
    threads = {answer[1] for answer in (first, *others) if isinstance(answer, tuple)}
    assert len(threads) == 1
    assert [answer[0] for answer in (first, *others) if isinstance(answer, tuple)] == [
        "first",
        "last",
        "new",
    ]
    assert all(answer[2] for answer in (first, *others) if isinstance(answer, tuple))
    reads.close()


def test_a_later_ask_of_a_topic_replaces_the_earlier(qtbot: QtBot, reads: Reads) -> None:
    owner, gate, answers = QObject(), Gate(), []
    reads.ask(gate, "old", then=answers.append, owner=owner, topic="x")
    assert gate.entered.wait(60)
    reads.ask(lambda _: "new", then=answers.append, owner=owner, topic="x")
    qtbot.waitUntil(lambda: answers == ["new"])
    gate.go.set()
    reads.ask(lambda _: "other topic", then=answers.append, owner=owner, topic="y")
    qtbot.waitUntil(lambda: "other topic" in answers)
    assert answers == ["new", "other topic"]


def test_nothing_reaches_a_deleted_owner(qtbot: QtBot, reads: Reads) -> None:
    owner, gate, answers = QObject(), Gate(), []
    reads.ask(gate, "late", then=answers.append, owner=owner)
    assert gate.entered.wait(60)
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
    writes.submit(lambda _: gate.wait(60))
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
    waiter.join(60)
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
    waiter.join(60)
    assert len(ended) == 1


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
