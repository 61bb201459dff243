"""The bytes of an attachment, taken out of RT's JSON without ever holding all of it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from workspace.domain.errors import BadAnswer, ConnectorError, Gone

_CONTENT = re.compile(rb'(?<!\\)"Content"\s*:\s*(null|")')


def base64_in_json(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Find `"Content" : "…"` and decode it on the way; the other members are passed over."""
    window = b""
    inside = False
    for chunk in chunks:
        window += chunk
        if not inside:
            found = _CONTENT.search(window)
            if not found:
                window = window[-64:]
                continue
            if found.group(1) == b"null":
                return
            inside, window = True, window[found.end() :]
        text, quote_mark, _ = window.partition(b'"')
        held = b"" if quote_mark else text[_whole(text) :]
        clear = (text if quote_mark else text[: _whole(text)]).replace(b"\\n", b"")
        clear = clear.replace(b"\\/", b"/").replace(b"\\r", b"")
        if not quote_mark:
            spare = len(clear) % 4
            held = (clear[len(clear) - spare :] if spare else b"") + held
            clear = clear[: len(clear) - spare] if spare else clear
        if clear:
            try:
                yield base64.b64decode(clear, validate=True)
            except (binascii.Error, ValueError):
                raise BadAnswer("The attachment came damaged from the server.") from None
        if quote_mark:
            return
        window = held
    raise _unfinished(inside)


def _whole(text: bytes) -> int:
    """Up to where no escape is cut in half."""
    return len(text) - 1 if text.endswith(b"\\") else len(text)


def _unfinished(inside: bool) -> ConnectorError:
    if inside:
        return BadAnswer("The attachment was cut off on its way.")
    return Gone("The server has no content for this attachment.")
