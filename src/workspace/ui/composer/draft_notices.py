"""Says whether drafts are safe: beside the buttons, as a notice when not, in the list by a hint."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from workspace.domain.errors import WorkspaceError
from workspace.ui.composer.draft_book import EMPTY, DraftBook, DraftKey, Mode
from workspace.ui.composer.mode_pane import ModePane
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext

SHOWN_S = 2.5  # then the place is the recipient's
TELL_MS = 1_500  # telling the list costs a read of it, and one types for minutes
IN_A_ROW = 200  # characters, more than a row of the list has room for


class DraftNotices(QObject):
    """Listens to the book. `key_of` names the draft shown in a mode, `ticket_id` its ticket."""

    def __init__(
        self,
        ctx: WindowContext,
        book: DraftBook,
        panes: Mapping[Mode, ModePane],
        *,
        key_of: Callable[[Mode], DraftKey | None],
        ticket_id: Callable[[], int | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._book = book
        self._panes = panes
        self._key_of = key_of
        self._ticket_id = ticket_id
        self._last_error = ""
        self._told: dict[DraftKey, str] = {}
        self._written_in: dict[DraftKey, int] = {}
        self._to_tell: set[int] = set()
        self._tell_soon = QTimer(self)
        self._tell_soon.setSingleShot(True)
        self._tell_soon.setInterval(TELL_MS)
        self._tell_soon.timeout.connect(self._tell_now)
        book.changed.connect(self._on_changed)
        book.saved.connect(self._on_saved)
        book.not_saved.connect(self._on_not_saved)

    def _on_saved(self, key: DraftKey) -> None:
        if self._last_error:
            self._ctx.notices.withdraw("draft")
            self._last_error = ""
        words = self._words(key)
        self._tell_list(key, words)
        if key == self._key_of(key.mode) and key.mode in self._panes:
            saved = t("Composer", "Draft saved") if words else ""
            self._panes[key.mode].say(saved, seconds=SHOWN_S)

    def _on_changed(self, key: DraftKey) -> None:
        ticket_id = self._ticket_id()
        if ticket_id is not None and key == self._key_of(key.mode):
            self._written_in[key] = ticket_id  # saved when another one is shown, perhaps

    def _words(self, key: DraftKey) -> str:
        """What stands for a draft in a row; "" if there is none."""
        draft = self._book.get(key) or EMPTY
        return "" if draft.is_empty else " ".join(draft.text[:IN_A_ROW].split()) or " "

    def _tell_list(self, key: DraftKey, words: str) -> None:
        """The list shows how a draft begins: told at once of a first or last word, else soon."""
        ticket_id = self._written_in.get(key)
        told = self._told.get(key)
        if ticket_id is None or told == words:
            return
        self._told = {key: words}
        self._to_tell.add(ticket_id)
        if told is None or bool(told) != bool(words):
            self._tell_now()
        elif not self._tell_soon.isActive():
            self._tell_soon.start()

    def _tell_now(self) -> None:
        self._tell_soon.stop()
        told, self._to_tell = self._to_tell, set()
        self._ctx.bus.announce(told)

    def _on_not_saved(self, key: DraftKey, error: Exception) -> None:
        text = error.message if isinstance(error, WorkspaceError) else type(error).__name__
        if key.mode in self._panes:
            self._panes[key.mode].say(t("Composer", "Draft not saved"), is_bad=True)
        if text == self._last_error:
            return
        self._last_error = text
        words = t(
            "Composer",
            "The draft can't be saved: {why} It stays here as long as this window is open.",
            why=text,
        )
        self._ctx.notices.show(words, "bad", seconds=0.0, key="draft")
