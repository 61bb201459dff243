"""The two kinds of internal notes: for colleagues, or kept only on this computer.

Each kind has a pane and a draft of its own, and what is kept here is written by a door that knows
no outbox: so it can never leave. Turning from one kind to the other takes the words along, by the
agent's own press and only where the other draft is empty.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from workspace.ui.choices import cannot
from workspace.ui.composer.draft_book import EMPTY, Draft, DraftKey, Mode
from workspace.ui.composer.mode_pane import ModePane
from workspace.ui.composer.writing import Writing
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


class NoteKinds(QObject):
    """Which of the two is in front where notes are written, and what keeps the local one.

    `make_pane` makes the pane of local notes, the first time that somebody wants it.

    Signals:
        turned: another kind is in front, or its pane is to be shown.
        kept: a local note lies safely in the journal.
    """

    turned = Signal()
    kept = Signal()

    def __init__(
        self,
        ctx: WindowContext,
        writing: Writing,
        make_pane: Callable[[], ModePane],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._writing = writing
        self._make_pane = make_pane
        self.mode: Mode = "note"
        writing.panes["note"].kind_asked.connect(self.turn)

    def show(self, mode: Mode) -> None:
        """This kind in front, as far as the backend takes notes at all."""
        if mode == "note" and self._only_here:
            mode = "local"
        if mode == self.mode:
            return
        if mode == "local":
            self._pane()
        self.mode = mode
        self.turned.emit()

    def begin(self) -> None:
        """Another ticket: the kind of what was begun, else for colleagues where that is possible.

        Called when its drafts are known; `tell` when something else is known of it later.
        """
        begun = self._writing.draft("note").is_empty and not self._writing.draft("local").is_empty
        self.show("local" if begun else "note")

    def tell(self) -> None:
        """Something changed at the backend: it may not take notes any more."""
        self.show(self.mode)

    @property
    def _only_here(self) -> bool:
        """The backend takes no notes, and none was begun for it that would have to be shown."""
        return bool(self._why_not("note")) and self._writing.draft("note").is_empty

    def _why_not(self, mode: Mode) -> str:
        known = self._writing.known
        return cannot(known.capabilities, "note") if known and mode == "note" else ""

    def _pane(self) -> ModePane:
        panes = self._writing.panes
        if "local" not in panes:
            pane = self._make_pane()
            pane.kind_asked.connect(self.turn)
            pane.send_asked.connect(lambda _: self.keep())
            pane.edit.files_given.connect(lambda _: self._refuse_files())
            pane.edit.image_given.connect(lambda _: self._refuse_files())
        return panes["local"]

    def _refuse_files(self) -> None:
        self._pane().say(t("Composer", "A note on this computer takes no files."), is_bad=True)

    # --- from one kind to the other -----------------------------------------------------------

    def turn(self) -> None:
        """To the other kind, with the words where they find room."""
        writing, before = self._writing, self.mode
        other: Mode = "local" if before == "note" else "note"
        pane = writing.panes[before]
        writing.take_text(before)
        key, to = writing.key(before), writing.key(other)
        if key is None or to is None or pane.edit.isReadOnly() or self._why_not(other):
            return
        draft = writing.draft(before)
        if draft.files:
            pane.say(
                t("Composer", "A note on this computer takes no files: take them out first."),
                is_bad=True,
            )
            return
        by_key = pane.kind is not None and pane.kind.hasFocus()
        if not draft.is_empty and writing.draft(other).is_empty and to not in writing.busy:
            words = Draft(text=draft.text)
            writing.book.change(to, words if other == "local" else writing.bound(words, other))
            writing.book.change(key, EMPTY)
        self.show(other)
        shown = writing.panes[other]
        to_focus = shown.kind if by_key and shown.kind is not None else shown.edit
        to_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keeping ------------------------------------------------------------------------------

    def keep(self) -> None:
        """One press: into the journal, and the draft is gone in the same transaction."""
        writing = self._writing
        writing.take_text("local")
        writing.changed.emit()
        key, draft, pane = writing.key("local"), writing.draft("local"), self._pane()
        if key is None or draft.is_empty or not pane.send.isEnabled():
            return
        text, note_id, ticket_id = draft.text.strip("\n"), draft.base_entry, writing.ticket_id
        writing.busy.add(key)
        writing.book.flush()  # saved before it is dropped: should keeping fail, the draft is there
        self._ctx.writes.submit(
            lambda door: door.keep_local_note(key.account_id, key.remote_id, text, note_id),
            done=lambda _: self._on_kept(key, ticket_id),
            failed=lambda error: self._on_refused(key, error),
            owner=self,
        )
        writing.changed.emit()

    def _on_kept(self, key: DraftKey, ticket_id: int | None) -> None:
        writing = self._writing
        writing.busy.discard(key)
        writing.book.sent(key)
        if writing.is_shown(key):
            self._pane().say(t("Composer", "Kept on this computer."), seconds=3.0)
        if ticket_id is not None:
            self._ctx.bus.announce({ticket_id}, entries_of={ticket_id})
        writing.changed.emit()
        self.kept.emit()

    def _on_refused(self, key: DraftKey, error: Exception) -> None:
        self._writing.busy.discard(key)
        if self._writing.is_shown(key):
            words = t("Composer", "Not kept, the text is still here")
            self._pane().say(words, is_bad=True)
        self._ctx.notices.error(error)
        self._writing.changed.emit()

    def edit(self, note_id: str, text: str) -> None:
        """Write on in a note that was kept; it changes when it is kept again."""
        key = self._writing.key("local")
        if key is None:
            return
        self.show("local")
        pane = self._pane()
        self._writing.take_text("local")
        draft = self._writing.draft("local")
        if key in self._writing.busy or not (draft.is_empty or draft.base_entry == note_id):
            pane.say(t("Composer", "Keep what is written here first, or empty it."), is_bad=True)
        elif draft.base_entry != note_id or draft.is_empty:
            self._writing.book.change(key, Draft(text=text, base_entry=note_id))
            self._writing.fill({"local": self._writing.draft("local")})
        self._writing.changed.emit()
