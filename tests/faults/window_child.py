"""A window process to be killed: the real composer on a real journal, with a typing robot.

Run as `python -m tests.faults.window_child BASE TICKET_ID LABEL [--engine]`, the key on stdin. It
types and sends replies for ever, and says each step on stdout only after the window knew it:

    thread TID          the journal door's thread (for a tracer)
    typed LABEL-N K     K characters of message N were typed so long ago that they must be saved
    asked LABEL-N       the send button was pressed
    queued LABEL-N ID   the composer was cleared, for the journal has it
    refused LABEL-N     the composer said that it was not queued, and kept the text
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import deque
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from workspace.domain.errors import EngineUnavailable
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.app_window import engine_starter, make_context
from workspace.ui.composer.composer import Composer
from workspace.ui.runtime.unlock import KeyDoor
from workspace.ui.theme.theme import Theme

KEYS_PER_S = 25
LENGTH = 60
SAVED_WITHIN_S = 1.0


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def no_engine(*_: object) -> object:
    raise EngineUnavailable("This window works without an engine.")


class Robot(QObject):
    """Types a message, waits now and then, sends it, and begins the next."""

    def __init__(self, composer: Composer, label: str, *, slow: bool) -> None:
        super().__init__()
        self._composer = composer
        self._edit = composer.panes["reply"].edit
        self._label = label
        self._number = 0
        self._typed: deque[tuple[float, int]] = deque()
        self._told = False
        composer.flow.outgoing.enqueued.connect(self._on_queued)
        composer.flow.outgoing.refused.connect(self._on_refused)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._press)
        self._timer.start(1000 // KEYS_PER_S if slow else 5)
        self._asked = False
        self._asked_at = 0.0

    @property
    def _name(self) -> str:
        return f"{self._label}-{self._number}"

    def _press(self) -> None:
        if not self._told:
            for thread in threading.enumerate():
                if thread.name == "journal-door":
                    say("thread", thread.native_id)
                    self._told = True
        if self._edit.isReadOnly():
            return
        if self._asked:  # the guard may have shown what arrived since; an agent presses again
            if time.monotonic() - self._asked_at > 0.5:
                self._ask()
            return
        text = self._edit.toPlainText()
        if not text.startswith(f"{self._name}:"):
            self._edit.selectAll()
            self._edit.insertPlainText(f"{self._name}:")
            self._typed.clear()
        elif len(text) < LENGTH:
            self._edit.insertPlainText("답x "[len(text) % 3])
        else:
            say("asked", self._name)
            self._ask()
            return
        now = time.monotonic()
        self._typed.append((now, len(self._edit.toPlainText())))
        told = 0
        while self._typed and self._typed[0][0] < now - SAVED_WITHIN_S:
            told = self._typed.popleft()[1]
        if told:
            say("typed", self._name, told)

    def _ask(self) -> None:
        self._asked, self._asked_at = True, time.monotonic()
        self._composer.panes["reply"].send.click()

    def _on_queued(self, key: object, ids: list[str], not_before: object) -> None:
        say("queued", self._name, ids[0])
        self._begin_next()

    def _on_refused(self, key: object, error: Exception) -> None:
        kept = self._edit.toPlainText().startswith(f"{self._name}:")
        say("refused" if kept else "text-is-gone", self._name)
        QTimer.singleShot(300, lambda: setattr(self, "_asked", False))

    def _begin_next(self) -> None:
        self._number += 1
        self._asked = False


def main() -> int:
    base, ticket_id, label, *more = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    paths, key = Paths(Path(base)), MasterKey.from_hex(sys.stdin.readline())
    door = KeyDoor(paths, key, None)
    starter = engine_starter(paths, door) if "--engine" in more else no_engine
    ctx = make_context(paths, door, theme=Theme("light"), start_client=starter)  # type: ignore[arg-type]
    ctx.settings.change(undo_s=0)
    door.start()
    ctx.notices.posted.connect(lambda notice: say("notice", notice))
    composer = Composer(ctx)
    composer.resize(700, 300)
    composer.show()
    composer.show_ticket(int(ticket_id))
    if "--engine" in more:
        QTimer.singleShot(0, ctx.engine.start)
    robot = Robot(composer, label, slow="--slow" in more)
    code = app.exec()
    del robot
    return code


if __name__ == "__main__":
    sys.exit(main())
