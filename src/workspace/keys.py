"""The master key: where it is kept, and what is derived from it. The only importer of keyring.

One 32-byte key per base directory. It lies in the keyring of the operating system, or wrapped
under a passphrase in `keys.json`; a recovery code may wrap it there as well. `keys.json` holds no
secret in the clear. Sub-keys are HKDF-SHA256 of the master key, one per purpose, so that no key
serves two ends.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from workspace.domain.errors import KeyUnavailable

if TYPE_CHECKING:
    from workspace.paths import Paths

log = logging.getLogger("workspace.keys")

T = TypeVar("T")

SERVICE = "workspace"
KEYRING_WAIT_S = 10.0

ALLOWED_KEYRINGS = {
    "keyring.backends.SecretService.Keyring": "Secret Service",
    "keyring.backends.kwallet.DBusKeyring": "KWallet",
    "keyring.backends.macOS.Keyring": "macOS Keychain",
    "keyring.backends.Windows.WinVaultKeyring": "Windows Credential Manager",
}
"""Stores of the operating system itself. Others (fail, null, plain files) are never used."""

ARGON2_ITERATIONS = 3
ARGON2_LANES = 1  # with more, two derivations at once in one process wait for each other for ever
ARGON2_MEMORY_KIB = 64 * 1024

CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U
CODE_SYMBOLS = 26  # 130 random bits
CODE_CHECK = 2
CODE_GROUP = 4


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

    def subkey(self, purpose: str) -> bytes:
        """32 bytes for one purpose: cache, journal, desk, attachments, outgoing, secrets, audit.

        HKDF-SHA256 (RFC 5869) without salt, `info` = b"workspace/" + purpose.
        """
        extracted = hmac.digest(b"\0" * 32, self._key, hashlib.sha256)
        return hmac.digest(extracted, b"workspace/" + purpose.encode() + b"\x01", hashlib.sha256)

    def __repr__(self) -> str:
        return "MasterKey(…)"


class _Wrapped(msgspec.Struct, frozen=True, kw_only=True):
    """The key, AES-GCM under a key made from a passphrase or a code. Bytes as hex."""

    kdf: str  # argon2id, or hmac-sha256 for codes that are random enough
    salt: str
    nonce: str
    sealed: str
    iterations: int = 0
    lanes: int = 0
    memory_kib: int = 0


class _Record(msgspec.Struct, frozen=True, kw_only=True):
    """`keys.json`. `base` names the entry in the keyring; `check` tells our key from another."""

    version: int = 1
    base: str
    check: str
    keyring: str = ""
    passphrase: _Wrapped | None = None
    recovery: _Wrapped | None = None


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
    passphrase = _read_passphrase(passphrase_file)
    record = _read(paths)
    if record is None:
        if not create:
            raise KeyUnavailable(
                "This base directory has not been used yet.", "Check the path of `--basedir`."
            )
        with _lock(paths):
            record = _read(paths)  # another process may have been first
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
    passphrase = _read_passphrase(passphrase_file)
    with _lock(paths):
        record = _read(paths) or _new_record(key)
        _prove(record, key)
        if passphrase is not None:
            record = msgspec.structs.replace(record, passphrase=_wrap_passphrase(key, passphrase))
        else:
            name = _store_in_keyring(record.base, key, wait_s, prefer="")
            record = msgspec.structs.replace(record, keyring=name)
        _write(paths, record)


def new_recovery_code(paths: Paths, key: MasterKey) -> str:
    """A new code to write down; an earlier one is void from now on.

    26 random characters and 2 that find typing errors, in groups of four.
    """
    symbols = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_SYMBOLS))
    with _lock(paths):
        record = _read(paths) or _new_record(key)
        _prove(record, key)
        salt = os.urandom(16)
        wrapped = _wrap(
            key,
            _code_key(symbols, salt),
            _Wrapped(kdf="hmac-sha256", salt=salt.hex(), nonce="", sealed=""),
        )
        _write(paths, msgspec.structs.replace(record, recovery=wrapped))
    code = symbols + _check_symbols(symbols)
    return "-".join(code[at : at + CODE_GROUP] for at in range(0, len(code), CODE_GROUP))


def has_recovery_code(paths: Paths) -> bool:
    """Whether a recovery code was made for this base directory."""
    record = _read(paths)
    return record is not None and record.recovery is not None


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
    symbols = _symbols_of(code)
    salt = bytes.fromhex(record.recovery.salt)
    key = _unwrap(record.recovery, _code_key(symbols, salt))
    if key is None:
        raise KeyUnavailable(
            "This recovery code is not the one of this base directory.",
            "Use the newest code; making a new one voids those before.",
        )
    return key


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


# --- keys.json ---------------------------------------------------------------------------------


def _new_record(key: MasterKey) -> _Record:
    return _Record(base=secrets.token_hex(8), check=_check(key))


def _check(key: MasterKey) -> str:
    return key.subkey("key check").hex()[:16]


def _prove(record: _Record, key: MasterKey) -> None:
    if not hmac.compare_digest(record.check, _check(key)):
        raise KeyUnavailable(
            "The key found is not the one that this base directory's data is locked with.",
            "Use the recovery code of this base directory.",
        )


def _read(paths: Paths) -> _Record | None:
    try:
        data = paths.keys_file.read_bytes()
    except FileNotFoundError:
        if paths.journal_db.exists():
            raise KeyUnavailable(
                "The file keys.json is missing, and with it the way to this base directory's key.",
                "Put keys.json back from a backup; without it the data can't be read.",
            ) from None
        return None
    except OSError as error:
        raise KeyUnavailable(
            f"The file keys.json can't be read ({error.strerror}).",
            "Check that the base directory belongs to you.",
        ) from error
    try:
        record = msgspec.json.decode(data, type=_Record)
    except msgspec.DecodeError as error:
        raise KeyUnavailable(
            "The file keys.json is damaged.", "Put it back from a backup; nothing was changed."
        ) from error
    if record.version != 1:
        raise KeyUnavailable(
            "The file keys.json was written by a newer Workspace.",
            "Start the newer version, or use another base directory.",
        )
    return record


def _write(paths: Paths, record: _Record) -> None:
    """Whole or not at all, also when the power goes."""
    part = paths.keys_file.with_name(f".keys-{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
            handle.write(msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")
            handle.flush()
            os.fsync(handle.fileno())
        part.replace(paths.keys_file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise KeyUnavailable(
            f"The file keys.json can't be written ({error.strerror}).",
            "Make room on the disk, or check that the base directory belongs to you.",
        ) from error


@contextmanager
def _lock(paths: Paths) -> Iterator[None]:
    """One process at a time makes or moves the key."""
    from filelock import FileLock, Timeout

    paths.ensure()
    try:
        with FileLock(paths.base / "keys.lock", timeout=60):
            yield
    except Timeout as error:
        raise KeyUnavailable(
            "Another Workspace is still setting up the key of this base directory.",
            "Wait a moment and start again.",
        ) from error


def _create(paths: Paths, passphrase: bytes | None, wait_s: float) -> MasterKey:
    key = MasterKey.generate()
    record = _new_record(key)
    if passphrase is not None:
        record = msgspec.structs.replace(record, passphrase=_wrap_passphrase(key, passphrase))
    else:
        name = _store_in_keyring(record.base, key, wait_s, prefer="")
        record = msgspec.structs.replace(record, keyring=name)
    _write(paths, record)
    return key


# --- Passphrase and recovery code --------------------------------------------------------------


def _read_passphrase(file: Path | None) -> bytes | None:
    if file is None:
        return None
    try:
        data = file.read_bytes()
    except OSError as error:
        raise KeyUnavailable(
            f"The passphrase file {file} can't be read ({error.strerror}).",
            "Check the path given with `--passphrase-file`.",
        ) from error
    data = data.strip(b"\r\n")
    if not data:
        raise KeyUnavailable(
            f"The passphrase file {file} is empty.", "Write a passphrase of your own into it."
        )
    try:
        return unicodedata.normalize("NFC", data.decode()).encode()
    except UnicodeDecodeError:
        return data


def _open_passphrase(record: _Record, passphrase: bytes) -> MasterKey:
    if record.passphrase is None:
        raise KeyUnavailable(
            f"The key of this base directory lies in the keyring ({record.keyring}), not under a "
            "passphrase.",
            "Start without `--passphrase-file`.",
        )
    key = _unwrap(record.passphrase, _passphrase_key(record.passphrase, passphrase))
    if key is None:
        raise KeyUnavailable(
            "The passphrase is wrong.", "Check the file, or use the recovery code."
        )
    _prove(record, key)
    return key


def _wrap_passphrase(key: MasterKey, passphrase: bytes) -> _Wrapped:
    blank = _Wrapped(
        kdf="argon2id",
        salt=os.urandom(16).hex(),
        nonce="",
        sealed="",
        iterations=ARGON2_ITERATIONS,
        lanes=ARGON2_LANES,
        memory_kib=ARGON2_MEMORY_KIB,
    )
    return _wrap(key, _passphrase_key(blank, passphrase), blank)


def _passphrase_key(wrapped: _Wrapped, passphrase: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if wrapped.kdf != "argon2id" or wrapped.memory_kib > 4 * 1024 * 1024:
        raise KeyUnavailable("The file keys.json is damaged.", "Put it back from a backup.")
    return Argon2id(
        salt=bytes.fromhex(wrapped.salt),
        length=32,
        iterations=wrapped.iterations,
        lanes=wrapped.lanes,
        memory_cost=wrapped.memory_kib,
    ).derive(passphrase)


def _code_key(symbols: str, salt: bytes) -> bytes:
    return hmac.digest(salt, b"workspace recovery code" + symbols.encode(), hashlib.sha256)


def _symbols_of(code: str) -> str:
    """The random part of a code as typed; KeyUnavailable names a typing error."""
    typed = "".join(c for c in code.upper() if c.isalnum())
    typed = typed.replace("O", "0").replace("I", "1").replace("L", "1")
    symbols, check = typed[:CODE_SYMBOLS], typed[CODE_SYMBOLS:]
    if not set(typed) <= set(CODE_ALPHABET) or check != _check_symbols(symbols):
        raise KeyUnavailable(
            "The recovery code has a typing error.",
            f"It has {CODE_SYMBOLS + CODE_CHECK} characters in groups of {CODE_GROUP}; "
            "compare it with what you wrote down.",
        )
    return symbols


def _check_symbols(symbols: str) -> str:
    number = int.from_bytes(hashlib.sha256(symbols.encode()).digest()[:2], "big")
    return CODE_ALPHABET[number & 31] + CODE_ALPHABET[number >> 5 & 31]


def _wrap(key: MasterKey, wrapping: bytes, blank: _Wrapped) -> _Wrapped:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    sealed = AESGCM(wrapping).encrypt(nonce, bytes.fromhex(key.to_hex()), blank.kdf.encode())
    return msgspec.structs.replace(blank, nonce=nonce.hex(), sealed=sealed.hex())


def _unwrap(wrapped: _Wrapped, wrapping: bytes) -> MasterKey | None:
    """None if the wrapping key is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        clear = AESGCM(wrapping).decrypt(
            bytes.fromhex(wrapped.nonce), bytes.fromhex(wrapped.sealed), wrapped.kdf.encode()
        )
        return MasterKey(clear)
    except (InvalidTag, ValueError):
        return None


# --- The keyring of the operating system ---------------------------------------------------


def _open_keyring(record: _Record, wait_s: float) -> MasterKey:
    if not record.keyring:
        raise KeyUnavailable(
            "The key of this base directory lies under a passphrase.",
            "Start with `--passphrase-file FILE`, or use the recovery code.",
        )

    def read() -> str | None:
        backend, name = _find_keyring(prefer=record.keyring)
        if name != record.keyring:
            raise KeyUnavailable(
                f"The key of this base directory lies in {record.keyring}, but this session offers "
                f"{name}. Nothing was changed.",
                f"Start with {record.keyring} running, or use the recovery code to move the key.",
            )
        value: str | None = backend.get_password(SERVICE, record.base)
        return value

    text = _guarded(read, wait_s, record.keyring)
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


def _store_in_keyring(base: str, key: MasterKey, wait_s: float, prefer: str) -> str:
    def store() -> str:
        backend, name = _find_keyring(prefer)
        backend.set_password(SERVICE, base, key.to_hex())
        if backend.get_password(SERVICE, base) != key.to_hex():
            raise KeyUnavailable(
                f"{name} did not keep the key it was given, so nothing is stored.",
                "Check the keyring, or start with `--passphrase-file FILE`.",
            )
        return name

    return _guarded(store, wait_s, "The keyring")


def _find_keyring(prefer: str) -> tuple[Any, str]:
    """The keyring to use: the preferred one where it runs, else the best that does."""
    import importlib

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
    import threading

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
