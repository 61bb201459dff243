"""What macros leave with drafts: kept in the journal, and sent when the draft is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from workspace.domain.commands import Command
from workspace.domain.macro_attached import Attached, decode, encode, finished
from workspace.domain.placeholders import unresolved
from workspace.domain.snooze import parse_snooze
from workspace.store.connect import Reader
from workspace.store.queries.drafts import get_draft
from workspace.store.queries.rows import DraftRow, SnoozeRow, TicketRow
from workspace.ui.composer.composer import Composer
from workspace.ui.composer.draft_book import SENT, Draft, DraftKey
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import fault_words

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

MODE = "macro-{mode}"
"""In the journal it is a draft of its own, so that erasing, salvage and sealing hold for it."""


def ride_book_of(ctx: WindowContext) -> RideBook:
    """The one of this context: a ticket may stand in several panes, with one draft."""
    found = ctx.bus.findChild(RideBook)
    return found if found is not None else RideBook(ctx)


class RideBook(QObject):
    """What rides along with which draft; in memory, and beside the drafts in the journal.

    Attributes:
        left: by the first command's id, what went and what an undo brings back.

    Signals:
        changed: with some draft, something else rides along.
    """

    changed = Signal()

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx.bus)
        self._ctx = ctx
        self._kept: dict[DraftKey, Attached] = {}
        self.left: dict[str, tuple[Attached, TicketRow, list[SnoozeRow]]] = {}

    def of(self, key: DraftKey | None) -> Attached | None:
        """What rides along with this draft."""
        return self._kept.get(key) if key is not None else None

    def keep(self, key: DraftKey, attached: Attached) -> None:
        """This, from now on."""
        self._kept[key] = attached
        row = DraftRow(
            account_id=key.account_id,
            ticket_remote_id=key.remote_id,
            mode=_mode(key),
            text=encode(attached),
            html=None,
            channel="",
            recipient="",
            attachments="[]",
            base_entry="",
            updated_at=self._ctx.clock.now_ms(),
        )
        self._ctx.writes.submit(lambda door: door.save_draft(row))
        self.changed.emit()

    def drop(self, key: DraftKey) -> None:
        """Nothing any more."""
        if self._kept.pop(key, None) is not None:
            self._ctx.writes.submit(
                lambda door: door.drop_draft(key.account_id, key.remote_id, _mode(key))
            )
            self.changed.emit()

    def load(self, key: DraftKey, is_empty: Callable[[], bool]) -> None:
        """Look whether the journal has some of an earlier day; gone if its draft is."""
        if key in self._kept:
            if is_empty():
                self.drop(key)
            return

        def take(found: Attached | None) -> None:
            if found is None or key in self._kept:
                return
            self._kept[key] = found
            if is_empty():
                self.drop(key)
            self.changed.emit()

        self._ctx.reads.ask(_read, key, then=take, owner=self, topic=key)


class RidesAlong(QObject):
    """Serves one composer's sends as their `extras`.

    Signals:
        changed: of the draft in front, something else may ride along.
        held: the note of what rides along still has placeholders.
    """

    changed = Signal()
    held = Signal()

    def __init__(self, ctx: WindowContext, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._composer = composer
        self._book = ride_book_of(ctx)
        self._leaving: dict[DraftKey, tuple[Attached, TicketRow]] = {}
        composer.flow.extras = self
        composer.opened.connect(self.load)
        composer.left.connect(self.changed)
        composer.tabs.currentChanged.connect(self.changed)
        self._book.changed.connect(self.changed)
        self.load()

    def of(self, key: DraftKey | None) -> Attached | None:
        """What rides along with this draft."""
        return self._book.of(key)

    def add(self, key: DraftKey, attached: Attached) -> None:
        """More of it, or the first."""
        earlier = self._book.of(key)
        self._book.keep(key, earlier.joined(attached) if earlier else attached)

    def drop(self, key: DraftKey) -> None:
        """Nothing rides along any more."""
        self._book.drop(key)

    def drop_note(self, key: DraftKey) -> str:
        """Leave the note out, keep the rest; the note's words."""
        attached = self._book.of(key)
        if attached is None:
            return ""
        rest = attached.without_note()
        if rest.does_nothing:
            self._book.drop(key)
        else:
            self._book.keep(key, rest)
        return attached.note

    def load(self) -> None:
        """Look what rides along with the drafts in front."""
        for mode in SENT:
            if (key := self._composer.key(mode)) is not None:
                self._book.load(key, partial(self._is_empty, key))
        self.changed.emit()

    def _is_empty(self, key: DraftKey) -> bool:
        draft = self._composer.book.get(key)
        return draft is not None and draft.is_empty

    # --- SendExtras ---------------------------------------------------------------------------

    def holds(self, key: DraftKey, draft: Draft) -> bool:
        """A note with open placeholders may not leave."""
        attached = self._book.of(key)
        if attached is None or not unresolved(attached.note):
            return False
        self.held.emit()
        return True

    def finish(self, key: DraftKey, ticket: TicketRow, commands: list[Command]) -> list[Command]:
        """The draft's command, then the note, then the fields."""
        attached = self._book.of(key)
        if attached is None:
            return commands
        self._leaving[key] = (attached, ticket)
        return finished(commands, attached, fields_seen(ticket))

    def enqueued(self, key: DraftKey, ids: list[str]) -> None:
        """It went: snooze now, and know what an undo brings back."""
        leaving = self._leaving.pop(key, None)
        if leaving is None:
            return
        attached, ticket = leaving
        self._book.drop(key)
        self._book.left[ids[0]] = (attached, ticket, [])
        if not attached.snooze:
            return
        until = parse_snooze(attached.snooze, self._ctx.clock.now_ms())
        if until.fault:
            words = t("Macros", "Not snoozed: {why}", why=fault_words(until.fault))
            self._ctx.notices.show(words, "warn")
            return

        def write(door: JournalDoor) -> list[SnoozeRow]:
            return door.snooze([ticket], until.until, until.on_reply)

        def done(before: list[SnoozeRow]) -> None:
            if ids[0] in self._book.left:
                self._book.left[ids[0]] = (attached, ticket, before)
            self._ctx.bus.announce({ticket.id})

        self._ctx.writes.submit(write, done=done, owner=self)

    def returned(self, key: DraftKey, command_id: str) -> None:
        """The draft is back; so is what rode along, and the ticket is as awake as it was."""
        left = self._book.left.pop(command_id, None)
        if left is None:
            return
        attached, ticket, before = left
        self._book.keep(key, attached)
        if attached.snooze:
            self._ctx.writes.submit(
                lambda door: door.put_back_snoozes([ticket], before),
                done=lambda _: self._ctx.bus.announce({ticket.id}),
                owner=self,
            )


def fields_seen(ticket: TicketRow) -> dict[str, str]:
    """A ticket's fields as the base of a change."""
    return {
        "status": ticket.backend_status or ticket.status,
        "assignee": ticket.assignee,
        "team": ticket.team,
        "priority": ticket.priority,
    }


def _mode(key: DraftKey) -> str:
    return MODE.format(mode=key.mode)


def _read(reader: Reader, key: DraftKey) -> Attached | None:
    row = get_draft(reader, key.account_id, key.remote_id, _mode(key))
    if row is None:
        return None
    try:
        return decode(row.text)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None  # of a newer version: its draft still goes, without it
