"""HTML of an entry as the cache keeps it: what is shown and what came, compressed as one.

The two are nearly the same text, so that the second costs next to nothing. The source is kept for
a newer sanitiser, and to tell whether an entry that comes again has changed.
"""

from __future__ import annotations

import zlib

_LEVEL = 3
_BETWEEN = b"\0"  # in neither: `clean` takes it out


def pack(shown: str, source: str) -> bytes:
    """One value of both; `shown` is "" where there was too much to show."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(shown.encode() + _BETWEEN + source.encode()) + packer.flush()


def shown_html(packed: bytes) -> str:
    """Sanitised HTML; "" if there is none (`packed` empty) or it was too much to show."""
    return _both(packed)[0].decode() if packed else ""


def source_html(packed: bytes) -> str:
    """What the backend gave; "" if it gave none."""
    return _both(packed)[1].decode() if packed else ""


def _both(packed: bytes) -> tuple[bytes, bytes]:
    shown, _, source = zlib.decompress(packed, -zlib.MAX_WBITS).partition(_BETWEEN)
    return shown, source
