"""The master key and what is derived from it. The only importer of keyring.

One 32-byte key per base directory. Sub-keys are HKDF-SHA256 of it, one per purpose, so that no
key serves two ends.
"""

from __future__ import annotations

import hashlib
import hmac
import os


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
