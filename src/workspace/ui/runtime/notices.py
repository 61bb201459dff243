"""Notices: short, non-modal words to the agent, with at most one thing to do about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Signal

from workspace.ui.problems import error_words


class Notice(msgspec.Struct, frozen=True):
    """One notice. `seconds` 0 stays until closed; a new one with the same `key` replaces it.

    `detail` stands below in small. `is_step`: how far something is that shows already; it takes
    the other's place without being told anew. `undoes`: its action takes back what was just done.
    """

    text: str
    kind: Literal["info", "good", "warn", "bad"] = "info"
    action: str = ""
    on_action: Callable[[], None] | None = None
    seconds: float = 6.0
    key: str = ""
    detail: str = ""
    is_step: bool = False
    undoes: bool = False


class Notices(QObject):
    """Where anybody in the window posts a notice; `widgets.notice_bar` shows them.

    Signals:
        posted: a Notice.
        withdrawn: the key of one that no longer holds.
    """

    posted = Signal(object)
    withdrawn = Signal(str)

    def post(self, notice: Notice) -> None:
        """Show it. GUI thread only."""
        self.posted.emit(notice)

    def show(
        self,
        text: str,
        kind: Literal["info", "good", "warn", "bad"] = "info",
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        seconds: float = 6.0,
        key: str = "",
        undoes: bool = False,
    ) -> None:
        """`post` by its parts."""
        self.post(Notice(text, kind, action, on_action, seconds, key, undoes=undoes))

    def error(self, error: Exception) -> None:
        """A failure in plain words: what happened and what to do."""
        text, detail = error_words(error)
        self.post(Notice(text, "bad", seconds=0.0, key=text + detail, detail=detail))

    def withdraw(self, key: str) -> None:
        """Take back the notice with this key, if it still shows."""
        self.withdrawn.emit(key)
