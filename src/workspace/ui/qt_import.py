"""Brings in PySide6 without the preparations it makes for others: a tenth of the start.

- It compiles three large patterns that rewrite type hints and take signatures apart. Only a wrong
  argument's message and a generator of hints need them, so they are compiled when first used.
- It puts a hook before `import` that reads the source of each module imported from then on, for
  `from __feature__ import …`, which nothing here uses. The import that was there comes back.

Nothing else differs: whatever asks one of the patterns gets what the real one answers.
"""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Callable
from typing import Any

_OWN = "shibokensupport."


class LaterPattern:
    """A compiled pattern that is compiled when one of its methods is first called."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*args: object, **named: object) -> object:
            return getattr(re.compile(self.pattern, self.flags), name)(*args, **named)

        return call


def import_qt() -> None:
    """Before anything else imports PySide6, on the main thread; then it does nothing."""
    if "PySide6" in sys.modules:
        return
    compile_now = re.compile

    def compile_later(pattern: Any, flags: Any = 0) -> Any:
        asking = sys._getframe(1).f_globals.get("__name__", "")
        if asking.startswith(_OWN) and isinstance(pattern, str):
            return LaterPattern(pattern, flags)
        return compile_now(pattern, flags)

    re.compile = compile_later
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        re.compile = compile_now
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
