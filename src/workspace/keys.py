"""The master key: where it is kept, and what is derived from it.

One 32-byte key per base directory. It lies in the keyring of the operating system, or wrapped
under a passphrase in `keys.json`; a recovery code may wrap it there as well. `keys.json` holds no
secret in the clear. Sub-keys are HKDF-SHA256 of the master key, one per purpose, so that no key
serves two ends.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workspace import key_change, os_keyring
from workspace.domain.errors import KeyUnavailable, WrongCode, WrongPassphrase
from workspace.key_record import KeyRecord, key_lock, read_record, write_record
from workspace.key_wrapping import (
    Wrapped,
    open_by_code,
    open_by_passphrase,
    passphrase_bytes,
    read_passphrase,
    wrap_by_code,
    wrap_by_passphrase,
)

if TYPE_CHECKING:
    from workspace.paths import Paths

KEYRING_WAIT_S = 10.0


class MasterKey:
    """32 secret bytes and their sub-keys. repr and str never show them."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        if len(key) != 32:
            raise ValueError("a master key has 32 bytes")
        self._key = key

    @classmethod
    def generate(cls) -> MasterKey:
        """A fresh key, known to nobody else; it lives as long as this process keeps it."""
        return cls(os.urandom(32))

    @classmethod
    def from_hex(cls, text: str) -> MasterKey:
        """The key as `to_hex` wrote it; only for pipes to our own processes."""
        return cls(bytes.fromhex(text.strip()))

    def to_hex(self) -> str:
        """64 hex digits; only for pipes to our own processes and the keyring."""
        return self._key.hex()

    def raw(self) -> bytes:
        """The 32 bytes, to be wrapped."""
        return self._key

    def subkey(self, purpose: str) -> bytes:
        """32 bytes for one purpose: cache, journal, desk, attachments, outgoing, secrets, audit.

        HKDF-SHA256 (RFC 5869) without salt, `info` = b"workspace/" + purpose.
        """
        extracted = hmac.digest(b"\0" * 32, self._key, hashlib.sha256)
        return hmac.digest(extracted, b"workspace/" + purpose.encode() + b"\x01", hashlib.sha256)

    def __repr__(self) -> str:
        return "MasterKey(…)"


# --- What the rest of the program calls ------------------------------------------------------


def unlock(
    paths: Paths,
    passphrase_file: Path | None = None,
    create: bool = True,
    wait_s: float = KEYRING_WAIT_S,
) -> MasterKey:
    """The key of this base directory; on its first use a new one, if `create`.

    Blocks up to `wait_s` for the keyring, or a third of a second for a passphrase: never on the
    GUI thread. Raises KeyUnavailable with what to do. An existing key is never replaced.
    """
    return _unlock(paths, read_passphrase(passphrase_file), create, wait_s)


def unlock_with(paths: Paths, passphrase: str, create: bool = True) -> MasterKey:
    """`unlock` with a passphrase as a person typed it. WrongPassphrase if it is another."""
    return _unlock(paths, passphrase_bytes(passphrase), create, KEYRING_WAIT_S)


def _unlock(paths: Paths, passphrase: bytes | None, create: bool, wait_s: float) -> MasterKey:
    record = _read(paths)
    if record is None:
        if not create:
            raise KeyUnavailable(
                "This base directory has not been used yet.", "Check the path of `--basedir`."
            )
        with key_lock(paths):
            record = read_record(paths)  # another process may have been first
            if record is None:
                return _create(paths, passphrase, wait_s)
    if passphrase is not None:
        return _open_passphrase(record, passphrase)
    return _open_keyring(record, wait_s)


def keep(
    paths: Paths,
    key: MasterKey,
    passphrase_file: Path | None = None,
    wait_s: float = KEYRING_WAIT_S,
) -> None:
    """Keep this key for the next start: in the keyring, or under the passphrase if one is given.

    For after `recover`, and for moving from one to the other. Raises KeyUnavailable.
    """
    _keep(paths, key, read_passphrase(passphrase_file), wait_s)


def keep_with(paths: Paths, key: MasterKey, passphrase: str) -> None:
    """`keep` under a passphrase as a person typed it."""
    _keep(paths, key, passphrase_bytes(passphrase), KEYRING_WAIT_S)


def _keep(paths: Paths, key: MasterKey, passphrase: bytes | None, wait_s: float) -> None:
    _read(paths)
    with key_lock(paths):
        record = read_record(paths) or _new_record(key)
        _prove(record, key)
        write_record(paths, _kept(record, key, passphrase, wait_s))


class DrawnCode(msgspec.Struct, frozen=True):
    """A recovery code that opens nothing yet: `keep` makes it the one, and voids an earlier one.

    26 random characters and 2 that find typing errors, in groups of four.
    """

    text: str
    keep: Callable[[], None]


def draw_recovery_code(paths: Paths, key: MasterKey) -> DrawnCode:
    """A new code to be written down first and kept then."""
    code, wrapped = wrap_by_code(key.raw())

    def keep_it() -> None:
        _read(paths)
        with key_lock(paths):
            record = read_record(paths) or _new_record(key)
            _prove(record, key)
            write_record(paths, msgspec.structs.replace(record, recovery=wrapped))

    return DrawnCode(code, keep_it)


def new_recovery_code(paths: Paths, key: MasterKey) -> str:
    """A new code to write down; an earlier one is void from now on."""
    drawn = draw_recovery_code(paths, key)
    drawn.keep()
    return drawn.text


def has_recovery_code(paths: Paths) -> bool:
    """Whether a recovery code was made for this base directory."""
    record = _read(paths)
    return record is not None and record.recovery is not None


def needs_recovery_code(paths: Paths) -> bool:
    """Whether a key is kept here that nothing but its place of keeping could give back."""
    return paths.keys_file.exists() and not has_recovery_code(paths)


def wraps(paths: Paths) -> tuple[Wrapped | None, Wrapped | None]:
    """The key as wrapped under the recovery code and under the passphrase, for a backup."""
    record = _read(paths)
    return (record.recovery, record.passphrase) if record else (None, None)


def recover(paths: Paths, code: str) -> MasterKey:
    """The key by its recovery code, however it is spaced, hyphened or cased.

    Raises KeyUnavailable: mistyped, of another base directory, or there is none.
    """
    record = _read(paths)
    if record is None or record.recovery is None:
        raise KeyUnavailable(
            "No recovery code was made for this base directory.",
            "Restore a backup, or begin with a new base directory.",
        )
    key = open_by_code(record.recovery, code)
    if key is None:
        raise WrongCode(
            "This recovery code is not the one of this base directory.",
            "Use the newest code; making a new one voids those before.",
        )
    return MasterKey(key)


def prepare_change(
    paths: Paths,
    prepared: Paths,
    new_key: MasterKey,
    passphrase_file: Path | None,
    wait_s: float = KEYRING_WAIT_S,
) -> str:
    """Write the `keys.json` of a new key into the prepared folder; returns its recovery code.

    The new key is kept where the old one is: in the keyring, or under the passphrase. In the
    keyring it lies beside the old one until `finish_change`.
    """
    old = _read(paths)
    record = _kept(_new_record(new_key), new_key, read_passphrase(passphrase_file), wait_s)
    code, wrapped = wrap_by_code(new_key.raw())
    was = old.base if old and old.keyring else ""
    write_record(prepared, msgspec.structs.replace(record, recovery=wrapped, was=was))
    return code


def finish_change(paths: Paths, wait_s: float = KEYRING_WAIT_S) -> None:
    """Put a committed new key in force; then the old one goes from the keyring."""
    with key_lock(paths):
        if key_change.is_pending(paths):
            key_change.finish(paths)
        record = read_record(paths)
        if record is not None and record.was:
            if record.keyring:
                os_keyring.remove(record.was, record.keyring, wait_s)
            write_record(paths, msgspec.structs.replace(record, was=""))


def is_key_of(paths: Paths, key: MasterKey) -> bool | None:
    """Whether this is the key of this base directory; None if nothing is known of one."""
    try:
        record = _read(paths)
    except KeyUnavailable:
        return None
    return None if record is None else hmac.compare_digest(record.check, _check(key))


def kept_in(paths: Paths) -> str:
    """For the settings page: the keyring's name, `passphrase`, or "" before the first use."""
    record = _read(paths)
    if record is None:
        return ""
    return record.keyring or ("passphrase" if record.passphrase else "")


# --- The record and its key -----------------------------------------------------------------------


def _new_record(key: MasterKey) -> KeyRecord:
    return KeyRecord(base=secrets.token_hex(8), check=_check(key))


def _check(key: MasterKey) -> str:
    return key.subkey("key check").hex()[:16]


def _prove(record: KeyRecord, key: MasterKey) -> None:
    if not hmac.compare_digest(record.check, _check(key)):
        raise KeyUnavailable(
            "The key found is not the one that this base directory's data is locked with.",
            "Use the recovery code of this base directory.",
        )


def _read(paths: Paths) -> KeyRecord | None:
    """The record; a change of the key that was cut off after its commit is finished first."""
    if key_change.is_pending(paths):
        finish_change(paths)
    record = read_record(paths)
    if record is not None and record.was:
        finish_change(paths)
    return record


def _create(paths: Paths, passphrase: bytes | None, wait_s: float) -> MasterKey:
    key = MasterKey.generate()
    write_record(paths, _kept(_new_record(key), key, passphrase, wait_s))
    return key


def _kept(record: KeyRecord, key: MasterKey, passphrase: bytes | None, wait_s: float) -> KeyRecord:
    """The record of a key that a passphrase wraps, or that is in the keyring from now on."""
    if passphrase is not None:
        wrapped = wrap_by_passphrase(key.raw(), passphrase)
        return msgspec.structs.replace(record, passphrase=wrapped)
    name = os_keyring.store(record.base, key.to_hex(), wait_s)
    return msgspec.structs.replace(record, keyring=name)


# --- Passphrase and recovery code --------------------------------------------------------------


def _open_passphrase(record: KeyRecord, passphrase: bytes) -> MasterKey:
    if record.passphrase is None:
        raise KeyUnavailable(
            f"The key of this base directory lies in the keyring ({record.keyring}), not under a "
            "passphrase.",
            "Start without `--passphrase-file`.",
        )
    clear = open_by_passphrase(record.passphrase, passphrase)
    if clear is None:
        raise WrongPassphrase("The passphrase is wrong.")
    key = MasterKey(clear)
    _prove(record, key)
    return key


def _open_keyring(record: KeyRecord, wait_s: float) -> MasterKey:
    if not record.keyring:
        raise KeyUnavailable(
            "The key of this base directory lies under a passphrase.",
            "Start with `--passphrase-file FILE`, or use the recovery code.",
        )
    text = os_keyring.read(record.base, record.keyring, wait_s)
    if text is None:
        raise KeyUnavailable(
            f"{record.keyring} no longer holds the key of this base directory.",
            "Use the recovery code; without it the data can't be read.",
        )
    try:
        key = MasterKey.from_hex(text)
    except ValueError:
        raise KeyUnavailable(
            f"What {record.keyring} holds for this base directory is not a key.",
            "Use the recovery code.",
        ) from None
    _prove(record, key)
    return key
