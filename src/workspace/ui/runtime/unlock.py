"""The master key, unlocked off the GUI thread: a keyring may ask the person, and take its time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from workspace.domain.errors import KeyUnavailable, WorkspaceError
from workspace.keys import MasterKey
from workspace.paths import Paths

log = logging.getLogger("workspace.ui")


class Ways(msgspec.Struct, frozen=True):
    """What can help where the key could not be read.

    Attributes:
        choose: a passphrase may be chosen: there is no key yet, or it came by recovery code.
        enter: the key lies under a passphrase.
        retry: a keyring is to be asked again.
        code: there is a recovery code.
        recovered: the code was right; only a place for the key is still missing.
    """

    choose: bool = False
    enter: bool = False
    retry: bool = True
    code: bool = True
    recovered: bool = False


class KeyDoor(QObject):
    """Holds the key once it is there; worker threads wait for it in `wait`.

    Signals:
        unlocked: the key is there.
        refused: a WorkspaceError that says why it isn't; `ways` is what the person can do.
    """

    unlocked = Signal()
    refused = Signal(object)
    _answer = Signal(object)

    def __init__(self, paths: Paths, key: MasterKey | None, passphrase_file: Path | None) -> None:
        super().__init__()
        self._paths = paths
        self._passphrase_file = passphrase_file
        self._key = key
        self._recovered: MasterKey | None = None
        self._closed = False
        self._there = threading.Event()
        self.ways = Ways()
        self.chosen = False
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

    def enter(self, passphrase: str) -> None:
        """Try the passphrase that the key lies under."""
        self._try(lambda: self._by_passphrase(passphrase))

    def choose(self, passphrase: str) -> None:
        """Keep the key under a new passphrase: a new key, or the one that the code gave."""
        self._try(lambda: self._by_choice(passphrase))

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

    # --- other threads -------------------------------------------------------------------

    def _by_keyring(self) -> MasterKey:
        from workspace.keys import unlock

        return unlock(self._paths, self._passphrase_file)

    def _by_passphrase(self, passphrase: str) -> MasterKey:
        from workspace.keys import unlock_with

        return unlock_with(self._paths, passphrase, create=False)

    def _by_choice(self, passphrase: str) -> MasterKey:
        from workspace.keys import keep_with, unlock_with

        key = self._recovered
        if key is None:
            key = unlock_with(self._paths, passphrase)
        else:
            keep_with(self._paths, key, passphrase)
        self.chosen = True
        return key

    def _by_code(self, code: str) -> MasterKey:
        from workspace.keys import keep, recover

        key = recover(self._paths, code)
        try:
            keep(self._paths, key)
        except KeyUnavailable:
            self._recovered = key  # no keyring takes it: a passphrase will
            raise
        return key

    def _ways(self) -> Ways:
        from workspace.keys import has_recovery_code, kept_in, wraps

        try:
            kept = kept_in(self._paths)
            ways = Ways(
                choose=not kept,
                enter=wraps(self._paths)[1] is not None,
                retry=kept != "passphrase",
                code=has_recovery_code(self._paths),
            )
        except WorkspaceError:
            return Ways(code=False)  # keys.json itself: nothing to choose before it is put back
        if self._recovered is not None:
            return replace(ways, choose=True, enter=False, code=False, recovered=True)
        return ways

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
            if not isinstance(answer, MasterKey):
                self.ways = self._ways()
            if not self._closed and isValid(self):
                self._answer.emit(answer)

        threading.Thread(target=work, name="unlock", daemon=True).start()

    # --- GUI thread ----------------------------------------------------------------------

    def _take(self, answer: object) -> None:
        if isinstance(answer, MasterKey):
            self._key = answer
            self._recovered = None
            self._there.set()
            self.unlocked.emit()
        else:
            self.refused.emit(answer)
