"""The master key, unlocked off the GUI thread: a keyring may ask the person, and take its time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from workspace.domain.errors import KeyUnavailable, WorkspaceError
from workspace.keys import MasterKey
from workspace.paths import Paths

log = logging.getLogger("workspace.ui")


class KeyDoor(QObject):
    """Holds the key once it is there; worker threads wait for it in `wait`.

    Signals:
        unlocked: the key is there.
        refused: a WorkspaceError that says why it isn't; the person can try again.
    """

    unlocked = Signal()
    refused = Signal(object)
    _answer = Signal(object)

    def __init__(self, paths: Paths, key: MasterKey | None, passphrase_file: Path | None) -> None:
        super().__init__()
        self._paths = paths
        self._passphrase_file = passphrase_file
        self._key = key
        self._closed = False
        self._there = threading.Event()
        self._answer.connect(self._take, Qt.ConnectionType.QueuedConnection)
        if key is not None:
            self._there.set()

    def start(self) -> None:
        """Begin to unlock, unless the key was given."""
        if self._key is None:
            self._try(self._by_keyring)

    def recover(self, code: str) -> None:
        """Try the recovery code."""
        self._try(lambda: self._by_code(code))

    def wait(self) -> MasterKey:
        """The key. Blocks a worker thread until it is there; KeyUnavailable at closing."""
        self._there.wait()
        if self._key is None:
            raise KeyUnavailable("Workspace is closing.")
        return self._key

    @property
    def is_open(self) -> bool:
        """Whether the key is there."""
        return self._key is not None

    def close(self) -> None:
        """Let waiting threads go."""
        self._closed = True
        self._there.set()

    def _by_keyring(self) -> MasterKey:
        from workspace.keys import unlock

        return unlock(self._paths, self._passphrase_file)

    def _by_code(self, code: str) -> MasterKey:
        from workspace.keys import keep, recover

        key = recover(self._paths, code)
        keep(self._paths, key)
        return key

    def _try(self, find: Callable[[], MasterKey]) -> None:
        def work() -> None:
            try:
                answer: object = find()
            except WorkspaceError as error:
                answer = error
            except Exception as error:  # the thread's top: a keyring may raise anything
                log.exception("the key can't be unlocked")
                answer = KeyUnavailable(
                    f"The keyring of this system failed ({type(error).__name__}).",
                    "Unlock the keyring, then try again; or use your recovery code.",
                )
            if not self._closed and isValid(self):
                self._answer.emit(answer)

        threading.Thread(target=work, name="unlock", daemon=True).start()

    def _take(self, answer: object) -> None:
        if isinstance(answer, MasterKey):
            self._key = answer
            self._there.set()
            self.unlocked.emit()
        else:
            self.refused.emit(answer)
