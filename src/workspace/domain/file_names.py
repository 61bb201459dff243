"""Names that are no file's on Windows, wherever they stand: they open a device instead."""

from __future__ import annotations

import re

_device = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\..*)?",
    re.IGNORECASE | re.DOTALL,
)


def is_device(name: str) -> bool:
    """Whether Windows takes it for a device; an ending makes no difference: `nul.tar.gz` is one."""
    return _device.fullmatch(name) is not None
