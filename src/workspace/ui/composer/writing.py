"""What is being written, to which ticket: between the editors and the book of drafts."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from workspace.domain.commands import OutgoingFile
from workspace.ui.composer.composer_source import Known
from workspace.ui.composer.draft_book import EMPTY, MODES, Draft, DraftBook, DraftKey, Mode
from workspace.ui.composer.mode_pane import ModePane
from workspace.ui.composer.send_plan import newest_remote_id, recipient_of
from workspace.ui.runtime.context import WindowContext


class Writing(QObject):
    """The ticket in front with both its drafts. GUI thread.

    Attributes:
        panes: by mode; that of local notes is made when it is wanted.
        known: what is known of the ticket; None while nothing can be written.
        gone: why nothing can be sent any more, "" while all is well.
        busy: the book's: drafts on their way into the outbox or back.

    Signals:
        changed: controls have to say anew whether they work.
    """

    changed = Signal()

    def __init__(
        self,
        ctx: WindowContext,
        panes: dict[Mode, ModePane],
        parent: QObject | None = None,
        book: DraftBook | None = None,
    ) -> None:
        super().__init__(parent)
        self.panes = panes
        self.book = book or DraftBook(ctx, self)
        self.book.changed.connect(self._on_book_changed)
        self.ticket_id: int | None = None
        self.known: Known | None = None
        self.gone = ""
        self.busy = self.book.busy
        self.is_filling = False
        self._files_shown: dict[Mode, tuple[OutgoingFile, ...]] = {}

    @property
    def is_reading(self) -> bool:
        """A ticket was chosen, and what must be known of it is not there yet."""
        return self.known is None and self.ticket_id is not None and not self.gone

    def key(self, mode: Mode) -> DraftKey | None:
        """Names the draft that this mode shows; None: no ticket."""
        if self.known is None:
            return None
        ticket = self.known.ticket
        return DraftKey(ticket.account_id, ticket.remote_id, mode)

    def keys(self) -> list[DraftKey]:
        """Of both modes; none without a ticket."""
        return [key for mode in MODES if (key := self.key(mode)) is not None]

    def draft(self, mode: Mode) -> Draft:
        """The draft that this mode shows."""
        key = self.key(mode)
        return (self.book.get(key) if key else None) or EMPTY

    def is_shown(self, key: DraftKey) -> bool:
        """This draft is the one in front, in its mode."""
        return key == self.key(key.mode)

    def take_text(self, mode: Mode) -> bool:
        """From the editor into the book; whether the words are others by now.

        Where writing begins, what it answers is bound.
        """
        key = self.key(mode)
        if key is None:
            return False
        draft = self.book.get(key) or EMPTY
        text = self.panes[mode].edit.full_text()
        if text == draft.text:
            return False
        changed = replace(draft, text=text, html=None)
        if draft.is_empty and not changed.is_empty:
            changed = self.bound(changed, mode)
        elif changed.is_empty:
            # Written anew it is still the note that was to be changed, as long as one is here.
            changed = replace(EMPTY, text=text, base_entry=changed.base_entry * (mode == "local"))
        self.book.change(key, changed)
        return True

    def bound(self, draft: Draft, mode: Mode) -> Draft:
        """The draft with channel, recipient and newest entry of now; what stays here has none."""
        known = self.known
        if known is None or mode == "local":
            return draft
        return replace(
            draft,
            channel=known.ticket.channel,
            recipient=recipient_of(known.ticket),
            base_entry=newest_remote_id(known.entries),
        )

    def fill(self, drafts: Mapping[Mode, Draft]) -> None:
        """Show these drafts in their editors."""
        self.is_filling = True
        for mode, draft in drafts.items():
            if mode not in self.panes:
                continue
            self.panes[mode].edit.replace_text(draft.text)
            self._show_files(mode, draft)
        self.is_filling = False

    def _show_files(self, mode: Mode, draft: Draft) -> None:
        self._files_shown[mode] = draft.files
        self.panes[mode].tray.show_files(draft.files)

    def _on_book_changed(self, key: DraftKey) -> None:
        """Somebody else wrote to the draft that shows here: follow, there is one draft only."""
        if self.is_filling or not self.is_shown(key) or key.mode not in self.panes:
            return
        draft = self.draft(key.mode)
        same_text = self.panes[key.mode].edit.full_text() == draft.text
        if not same_text:
            self.fill({key.mode: draft})
        elif draft.files != self._files_shown.get(key.mode, ()):
            self._show_files(key.mode, draft)
        else:
            return
        self.changed.emit()

    def flush(self) -> None:
        """Hand what is typed to the journal's thread now."""
        for mode in self.panes:
            self.take_text(mode)
        self.book.flush()

    def put_away(self) -> None:
        """No ticket in front any more; its drafts are handed to the journal first."""
        self.flush()
        local = self.key("local")
        if local is not None and self.draft("local").is_empty:
            self.book.change(local, EMPTY)  # what is written the next time is a note of its own
        self.book.keep_versions("left")
        self.known = None
        self.gone = ""
        self.fill(dict.fromkeys(MODES, EMPTY))
