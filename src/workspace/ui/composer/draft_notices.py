"""Says whether drafts are safe: beside the buttons, as a notice when not, in the list by a hint."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from workspace.domain.errors import WorkspaceError
from workspace.ui.composer.draft_book import EMPTY, DraftBook, DraftKey, Mode
from workspace.ui.composer.mode_pane import ModePane
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext

SHOWN_S = 2.5  # then the place is the recipient's


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
        self._told: dict[DraftKey, bool] = {}
        book.saved.connect(self._on_saved)
        book.not_saved.connect(self._on_not_saved)

    def _on_saved(self, key: DraftKey) -> None:
        if self._last_error:
            self._ctx.notices.withdraw("draft")
            self._last_error = ""
        if key != self._key_of(key.mode):
            return
        has_draft = not (self._book.get(key) or EMPTY).is_empty
        saved = t("Composer", "Draft saved") if has_draft else ""
        self._panes[key.mode].say(saved, seconds=SHOWN_S)
        self._tell_list(key, has_draft)

    def _tell_list(self, key: DraftKey, has_draft: bool) -> None:
        """The list shows that there is a draft; told when one begins or ends, not at each key."""
        ticket_id = self._ticket_id()
        if ticket_id is None or self._told.get(key) == has_draft:
            return
        self._told = {key: has_draft}
        self._ctx.bus.announce({ticket_id})

    def _on_not_saved(self, key: DraftKey, error: Exception) -> None:
        text = error.message if isinstance(error, WorkspaceError) else type(error).__name__
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
