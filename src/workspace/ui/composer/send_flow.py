"""From the press of Send to the outbox, and back by an undo: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from workspace.ui.choices import StatusChoice
from workspace.ui.composer.channel_rules import why_not_later, why_not_rich
from workspace.ui.composer.draft_book import Draft, DraftKey, Mode
from workspace.ui.composer.number_guard import NumberGuard
from workspace.ui.composer.placeholder_guard import PlaceholderGuard
from workspace.ui.composer.scheduling import ask_when
from workspace.ui.composer.send_extras import SendExtras
from workspace.ui.composer.send_guard import SendGuard
from workspace.ui.composer.send_plan import (
    arrived_since,
    build_commands,
    newest_remote_id,
    recipient_of,
    recipient_words,
)
from workspace.ui.composer.sender import Sender
from workspace.ui.composer.undo_offer import UndoOffer
from workspace.ui.composer.writing import Writing
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import until_words

LONGEST_UNDO_MS = 60_000


class SendFlow(QObject):
    """Asks the guards, enqueues, clears.

    Attributes:
        guards: belong into the layout above the editor.
        extras: who adds to what is sent, if anybody does.

    Signals:
        sent: a reply or note lies safely in the outbox.
        returned: (Mode) a command was taken back; its words are in that mode's editor again.
        draft_returned: it was taken back, whichever ticket it belongs to.
    """

    sent = Signal()
    returned = Signal(str)
    draft_returned = Signal()

    def __init__(
        self, ctx: WindowContext, writing: Writing, before_send: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._writing = writing
        self._before_send = before_send
        self._held: set[DraftKey] = set()
        self._taking_back = ""
        self.extras: SendExtras | None = None
        self._last: tuple[Mode, StatusChoice | None, int] = ("reply", None, 0)
        self.outgoing = Sender(ctx, self)
        self.guard = SendGuard(ctx)
        self.numbers = NumberGuard(ctx)
        self.placeholders = PlaceholderGuard(ctx)
        self.guards = (self.guard, self.placeholders, self.numbers)
        self.undo = UndoOffer(ctx, writing.panes, self)
        self.guard.anyway_asked.connect(self._send_anyway)
        self.outgoing.enqueued.connect(self._on_enqueued)
        self.outgoing.refused.connect(self._on_refused)
        self.outgoing.returned.connect(self._on_returned)
        for mode, pane in writing.panes.items():
            pane.undo_asked.connect(self._on_undo)
            pane.send_asked.connect(lambda status, mode=mode: self.send(mode, status))

    def dismiss_guards(self) -> None:
        """Another draft is in front."""
        for guard in self.guards:
            guard.dismiss()

    def looked(self, mode: Mode) -> None:
        """The agent turned to what arrived: from here on it counts as known."""
        key, known = self._writing.key(mode), self._writing.known
        if key is None or known is None:
            return
        draft = self._writing.draft(mode)
        self._writing.book.change(key, replace(draft, base_entry=newest_remote_id(known.entries)))
        self.guard.dismiss()

    def send(self, mode: Mode, status: StatusChoice | None = None, at: int = 0) -> None:
        """One press. What arrived since writing began is shown first and asks for a second one.

        `at` (ms UTC) sends it then; 0 after the settings' time for an undo.
        """
        writing = self._writing
        writing.take_text(mode)
        writing.changed.emit()
        key, known, draft = writing.key(mode), writing.known, writing.draft(mode)
        pane = writing.panes[mode]
        if key is None or known is None or draft.is_empty or not pane.send.isEnabled():
            return
        self._last = (mode, status, at)
        if self._is_held(key, draft):
            return
        commands = build_commands(mode, draft, known.ticket, status)
        if self.extras is not None:
            commands = self.extras.finish(key, known.ticket, commands)
        self._before_send()
        writing.busy.add(key)
        writing.book.flush()  # saved before it is dropped: should queuing fail, the draft is there
        pane.say(t("Composer", "Queuing…"))
        self.outgoing.send(
            key,
            known.ticket,
            commands,
            newest_remote_id(known.entries),
            rich=not why_not_rich(known, mode, draft.channel),
            at=at,
        )
        writing.changed.emit()

    def _send_anyway(self) -> None:
        mode = self._last[0]
        self._writing.panes[mode].edit.setFocus()  # the button goes, and the keyboard with it
        self.send(*self._last)

    def send_later(self, mode: Mode) -> None:
        """Ask when it shall leave, then send it; why not is said beside the buttons."""
        writing = self._writing
        writing.take_text(mode)
        writing.changed.emit()
        known, pane = writing.known, writing.panes[mode]
        if known is None:
            return
        why = why_not_later(known, mode, writing.draft(mode).channel)
        why = why or (pane.send.accessibleDescription() if not pane.send.isEnabled() else "")
        if why:
            pane.say(why)
            return
        words = recipient_words(known, writing.draft(mode), self._ctx.clock.now_ms())
        ask_when(
            self._ctx,
            lambda at: self.send(mode, None, at),
            pane,
            words if mode == "reply" and known.zone is not None else "",
        )

    def _is_held(self, key: DraftKey, draft: Draft) -> bool:
        known = self._writing.known
        assert known is not None
        if self.placeholders.holds(draft.text, self._writing.panes[key.mode].edit):
            return True
        if key.mode == "reply":
            arrived = arrived_since(known.entries, draft.base_entry)
            moved = bool(draft.recipient) and draft.recipient != recipient_of(known.ticket)
            if self.guard.holds(key, arrived, draft.recipient if moved else ""):
                return True
        if self.numbers.holds(key, draft.text):
            return True
        return self.extras is not None and self.extras.holds(key, draft)

    def _on_enqueued(self, key: DraftKey, ids: list[str], not_before: int) -> None:
        writing = self._writing
        writing.busy.discard(key)
        writing.book.sent(key)  # the editors follow the book
        if self.extras is not None:
            self.extras.enqueued(key, ids)
        self.dismiss_guards()
        if writing.is_shown(key):
            writing.panes[key.mode].say("")
            left = not_before - self._ctx.clock.now_ms()
            if left <= LONGEST_UNDO_MS:
                self.undo.offer(key.mode, ids[0], not_before)
            else:
                when = until_words(not_before, self._ctx.clock.now_ms())
                writing.panes[key.mode].say(
                    t("Composer", "It will be sent {time}.", time=when), seconds=6
                )
        writing.changed.emit()
        self.sent.emit()

    def _on_undo(self) -> None:
        if self.undo.command_id:
            self.take_back(self.undo.command_id)

    def _on_refused(self, key: DraftKey, error: Exception) -> None:
        self._writing.busy.discard(key)
        if self._writing.is_shown(key):
            self._writing.panes[key.mode].say(
                t("Composer", "Not queued, the text is still here"), is_bad=True
            )
        self._ctx.notices.error(error)
        self._writing.changed.emit()

    def take_back(self, command_id: str) -> None:
        """Undo a send: cancel the command; its text and files are a draft again."""
        writing = self._writing
        writing.flush()
        self.undo.end()
        self._taking_back = command_id
        self._held = set(writing.keys()) - writing.busy
        writing.busy |= self._held  # what would be typed now could not be joined any more
        self.outgoing.take_back(command_id)
        writing.changed.emit()

    def _on_returned(self, key: DraftKey | None, draft: Draft | None) -> None:
        writing = self._writing
        writing.busy -= self._held
        self._held = set()
        if key is not None and draft is not None:
            writing.book.reload(key, draft)
            if self.extras is not None:
                self.extras.returned(key, self._taking_back)
            if writing.is_shown(key):
                self.returned.emit(key.mode)
        writing.changed.emit()
        if key is not None:
            self.draft_returned.emit()
