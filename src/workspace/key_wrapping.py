"""The master key wrapped under a passphrase or a recovery code, as `keys.json` holds it."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import unicodedata
from pathlib import Path

import msgspec

from workspace.domain.errors import KeyUnavailable, WrongCode

ARGON2_ITERATIONS = 3
ARGON2_LANES = 1  # with more, two derivations at once in one process wait for each other for ever
ARGON2_MEMORY_KIB = 64 * 1024

CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U
CODE_SYMBOLS = 26  # 130 random bits
CODE_CHECK = 2
CODE_GROUP = 4


class Wrapped(msgspec.Struct, frozen=True, kw_only=True):
    """The key, AES-GCM under a key made from a passphrase or a code. Bytes as hex."""

    kdf: str  # argon2id, or hmac-sha256 for codes that are random enough
    salt: str
    nonce: str
    sealed: str
    iterations: int = 0
    lanes: int = 0
    memory_kib: int = 0


# --- Passphrase --------------------------------------------------------------------------------


def read_passphrase(file: Path | None) -> bytes | None:
    """The passphrase in a file, without the end of its line. Raises KeyUnavailable."""
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
        return passphrase_bytes(data.decode())
    except UnicodeDecodeError:
        return data


def passphrase_bytes(text: str) -> bytes:
    """A passphrase as it goes into the derivation: the same however it was typed."""
    return unicodedata.normalize("NFC", text).encode()


def wrap_by_passphrase(key: bytes, passphrase: bytes) -> Wrapped:
    """Wrap a key; takes a third of a second, and so does every guess."""
    blank = Wrapped(
        kdf="argon2id",
        salt=os.urandom(16).hex(),
        nonce="",
        sealed="",
        iterations=ARGON2_ITERATIONS,
        lanes=ARGON2_LANES,
        memory_kib=ARGON2_MEMORY_KIB,
    )
    return _wrap(key, _passphrase_key(blank, passphrase), blank)


def open_by_passphrase(wrapped: Wrapped, passphrase: bytes) -> bytes | None:
    """The key, or None if the passphrase is another."""
    return _unwrap(wrapped, _passphrase_key(wrapped, passphrase))


def _passphrase_key(wrapped: Wrapped, passphrase: bytes) -> bytes:
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


# --- Recovery code -----------------------------------------------------------------------------


def wrap_by_code(key: bytes) -> tuple[str, Wrapped]:
    """A new code, in groups to write down, and the key wrapped under it."""
    symbols = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_SYMBOLS))
    salt = os.urandom(16)
    blank = Wrapped(kdf="hmac-sha256", salt=salt.hex(), nonce="", sealed="")
    code = symbols + check_symbols(symbols)
    groups = [code[at : at + CODE_GROUP] for at in range(0, len(code), CODE_GROUP)]
    return "-".join(groups), _wrap(key, _code_key(symbols, salt), blank)


def open_by_code(wrapped: Wrapped, code: str) -> bytes | None:
    """The key, or None if it is another code. Raises KeyUnavailable for a typing error."""
    return _unwrap(wrapped, _code_key(symbols_of(code), bytes.fromhex(wrapped.salt)))


def _code_key(symbols: str, salt: bytes) -> bytes:
    return hmac.digest(salt, b"workspace recovery code" + symbols.encode(), hashlib.sha256)


def symbols_of(code: str) -> str:
    """The random part of a code as typed; KeyUnavailable names a typing error."""
    typed = "".join(c for c in code.upper() if c.isalnum())
    typed = typed.replace("O", "0").replace("I", "1").replace("L", "1")
    symbols, check = typed[:CODE_SYMBOLS], typed[CODE_SYMBOLS:]
    if not set(typed) <= set(CODE_ALPHABET) or check != check_symbols(symbols):
        raise WrongCode(
            "The recovery code has a typing error.",
            f"It has {CODE_SYMBOLS + CODE_CHECK} characters in groups of {CODE_GROUP}; "
            "compare it with what you wrote down.",
        )
    return symbols


def check_symbols(symbols: str) -> str:
    """The two characters that find a typing error."""
    number = int.from_bytes(hashlib.sha256(symbols.encode()).digest()[:2], "big")
    return CODE_ALPHABET[number & 31] + CODE_ALPHABET[number >> 5 & 31]


# --- Both --------------------------------------------------------------------------------------


def _wrap(key: bytes, wrapping: bytes, blank: Wrapped) -> Wrapped:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    sealed = AESGCM(wrapping).encrypt(nonce, key, blank.kdf.encode())
    return msgspec.structs.replace(blank, nonce=nonce.hex(), sealed=sealed.hex())


def _unwrap(wrapped: Wrapped, wrapping: bytes) -> bytes | None:
    """None if the wrapping key is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(wrapping).decrypt(
            bytes.fromhex(wrapped.nonce), bytes.fromhex(wrapped.sealed), wrapped.kdf.encode()
        )
    except (InvalidTag, ValueError):
        return None
