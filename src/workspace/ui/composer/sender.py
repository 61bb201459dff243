"""Puts commands into the outbox and takes them back, by the journal's thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from workspace.domain.commands import AddNote, Command, SendReply
from workspace.store.queries.drafts import get_draft
from workspace.store.queries.outbox import get_outbox
from workspace.store.queries.rows import DraftRow, OutboxRow, TicketRow
from workspace.ui.composer.draft_book import DraftKey, Mode, draft_of
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.store.connect import Reader
    from workspace.store.journal import JournalDoor


class Sender(QObject):
    """Signals come only after the journal committed, or refused.

    Signals:
        enqueued: (DraftKey, list of command ids, not_before in ms UTC); the draft is dropped.
        refused: (DraftKey, Exception); nothing changed.
        returned: (DraftKey, Draft): a command was cancelled and is that draft again; (None, None)
            if it had no words, or could not be taken back any more.
    """

    enqueued = Signal(object, list, object)
    refused = Signal(object, object)
    returned = Signal(object, object)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def send(
        self,
        key: DraftKey,
        ticket: TicketRow,
        commands: Sequence[Command],
        base_entry: str,
        *,
        rich: bool = False,
        at: int = 0,
    ) -> None:
        """Enqueue and drop the draft in one transaction.

        `rich`: Markdown in the text leaves as HTML too. `at` (ms UTC): not before that; 0 waits
        for the settings' undo window.
        """
        undo_ms = self._ctx.settings.value.undo_s * 1000
        not_before = at or (self._ctx.clock.now_ms() + undo_ms if undo_ms else 0)

        def write(door: JournalDoor) -> list[str]:
            return door.enqueue(
                key.account_id,
                key.remote_id,
                [dressed(command, rich) for command in commands],
                base_revision=ticket.revision,
                base_entry=base_entry,
                not_before=not_before,
                drop_draft_mode=key.mode,
            )

        def done(ids: list[str]) -> None:
            self.enqueued.emit(key, ids, not_before)
            self._tell(ticket.id)

        self._ctx.writes.submit(
            write, done=done, failed=lambda error: self.refused.emit(key, error), owner=self
        )

    def take_back(self, command_id: str) -> None:
        """Cancel it; the words of a reply or note come back by `returned`."""
        self._ctx.writes.submit(
            lambda door: door.take_back(command_id, restore_draft=True),
            done=lambda command: self._taken(command_id, command),
            failed=self._not_taken,
            owner=self,
        )

    def _not_taken(self, error: Exception) -> None:
        self._ctx.notices.error(error)
        self.returned.emit(None, None)

    def _taken(self, command_id: str, command: Command) -> None:
        self._ctx.engine.call("outbox.changed")
        mode = {SendReply: "reply", AddNote: "note"}.get(type(command), "")

        def read(reader: Reader) -> tuple[OutboxRow | None, DraftRow | None]:
            row = get_outbox(reader, command_id)
            draft = None
            if row is not None and mode:
                draft = get_draft(reader, row.account_id, row.ticket_remote_id, mode)
            return row, draft

        self._ctx.reads.ask(read, then=self._restored, failed=self._not_taken, owner=self)
        self._ctx.bus.refresh()
        self._ctx.notices.show(t("Composer", "Taken back."), "good", seconds=3.0)

    def _restored(self, found: tuple[OutboxRow | None, DraftRow | None]) -> None:
        row, draft = found
        if row is None or draft is None:
            self.returned.emit(None, None)
            return
        mode: Mode = "note" if draft.mode == "note" else "reply"
        key = DraftKey(row.account_id, row.ticket_remote_id, mode)
        self.returned.emit(key, draft_of(draft))

    def _tell(self, ticket_id: int) -> None:
        self._ctx.engine.call("outbox.changed")
        self._ctx.bus.announce({ticket_id}, entries_of={ticket_id}, outbox=True)


def dressed(command: Command, rich: bool) -> Command:
    """With HTML where that goes along and the text has markup; never with it where it doesn't."""
    if not isinstance(command, SendReply | AddNote):
        return command
    if not rich:
        return msgspec.structs.replace(command, html=None)
    from workspace.sanitise import sanitise  # neither is on the window's way to its first paint
    from workspace.ui.composer.markdown import to_html

    if command.html is not None:
        html = sanitise(command.html).html or None
    else:
        html = to_html(command.text)
    return msgspec.structs.replace(command, html=html)
