"""The keyring of the operating system: the only importer of keyring, and only when it is asked.

Stores of the operating system itself are used, by name. The library's own choice could fall on
one that keeps nothing, or keeps it in a plain file.
"""

from __future__ import annotations

import importlib
import logging
import os
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from workspace.domain.errors import KeyUnavailable

log = logging.getLogger("workspace.keys")

T = TypeVar("T")

SERVICE = "workspace"

ALLOWED_KEYRINGS = {
    "keyring.backends.SecretService.Keyring": "Secret Service",
    "keyring.backends.kwallet.DBusKeyring": "KWallet",
    "keyring.backends.macOS.Keyring": "macOS Keychain",
    "keyring.backends.Windows.WinVaultKeyring": "Windows Credential Manager",
}
"""Stores of the operating system itself. Others (fail, null, plain files) are never used."""


def read(entry: str, kept_in: str, wait_s: float) -> str | None:
    """The secret under this entry's name in the keyring called `kept_in`; None if it has none.

    Raises KeyUnavailable: that keyring does not run, another does, it is locked, it hangs.
    """

    def ask() -> str | None:
        backend, name = _find(kept_in)
        if name != kept_in:
            raise KeyUnavailable(
                f"The key of this base directory lies in {kept_in}, but this session offers "
                f"{name}. Nothing was changed.",
                f"Start with {kept_in} running, or use the recovery code to move the key.",
            )
        value: str | None = backend.get_password(SERVICE, entry)
        return value

    return _guarded(ask, wait_s, kept_in)


def store(entry: str, secret: str, wait_s: float) -> str:
    """Put the secret into the best keyring that runs and read it back; the keyring's name."""

    def put() -> str:
        backend, name = _find("")
        backend.set_password(SERVICE, entry, secret)
        if backend.get_password(SERVICE, entry) != secret:
            raise KeyUnavailable(
                f"{name} did not keep the key it was given, so nothing is stored.",
                "Check the keyring, or start with `--passphrase-file FILE`.",
            )
        return name

    return _guarded(put, wait_s, "The keyring")


def remove(entry: str, kept_in: str, wait_s: float) -> None:
    """Take an entry away. A keyring that refuses is left as it is: the entry opens nothing."""

    def delete() -> None:
        backend, name = _find(kept_in)
        if name == kept_in and backend.get_password(SERVICE, entry) is not None:
            backend.delete_password(SERVICE, entry)

    try:
        _guarded(delete, wait_s, kept_in)
    except KeyUnavailable as error:
        log.warning("an old key stays in the keyring: %s", error.message)


def _find(prefer: str) -> tuple[Any, str]:
    """The keyring to use: the preferred one where it runs, else the best that does."""
    chosen = os.environ.get("PYTHON_KEYRING_BACKEND", "")
    if chosen and chosen not in ALLOWED_KEYRINGS:
        raise KeyUnavailable(
            f"The environment asks for the keyring {chosen}, which is not a store of the "
            "operating system; the key is not put there.",
            "Unset PYTHON_KEYRING_BACKEND, or start with `--passphrase-file FILE`.",
        )
    running: list[tuple[float, str, type]] = []
    for place, name in ALLOWED_KEYRINGS.items():
        if chosen and place != chosen:
            continue
        module, _, class_name = place.rpartition(".")
        try:
            candidate = getattr(importlib.import_module(module), class_name)
            priority = float(candidate.priority)
        except Exception as error:  # not on this system, not running, or a bus that is gone
            log.debug("%s can't be used (%s)", name, type(error).__name__)
            continue
        running.append((priority + 100 * (name == prefer), name, candidate))
    if not running:
        raise _no_keyring(prefer)
    _, name, backend = max(running, key=lambda found: found[0])
    return backend(), name


def _no_keyring(wanted: str) -> KeyUnavailable:
    if wanted:
        return KeyUnavailable(
            f"The key of this base directory lies in {wanted}, which does not run in this session. "
            "Nothing was changed.",
            f"Start {wanted} (on Linux within your desktop session), or use the recovery code.",
        )
    return KeyUnavailable(
        "No keyring of the operating system runs here, so the key that locks your data has no "
        "safe place.",
        "Start a keyring (GNOME Keyring or KWallet), or start with `--passphrase-file FILE`, a "
        "file with a passphrase of your own.",
    )


def _guarded(call: Callable[[], T], wait_s: float, name: str) -> T:
    """Run a keyring call on a thread of its own: a prompt that nobody sees may block for ever."""
    results: list[T] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            results.append(call())
        except BaseException as error:  # handed to the caller below
            errors.append(error)

    thread = threading.Thread(target=work, name="keyring", daemon=True)
    thread.start()
    thread.join(wait_s)
    if thread.is_alive():
        raise KeyUnavailable(
            f"{name} did not answer within {wait_s:.0f} seconds; it may be waiting for its own "
            "password.",
            "Unlock the keyring and try again, or start with `--passphrase-file FILE`.",
        )
    if not errors:
        return results[0]
    error = errors[0]
    if isinstance(error, KeyUnavailable) or not isinstance(error, Exception):
        raise error
    locked = type(error).__name__ == "KeyringLocked"
    raise KeyUnavailable(
        f"{name} is locked." if locked else f"{name} failed ({type(error).__name__}).",
        "Unlock it and try again, or start with `--passphrase-file FILE`, or use the recovery "
        "code if you have one.",
    ) from error
