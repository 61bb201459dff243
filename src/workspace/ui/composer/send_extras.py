"""What may ride along with a send: the composer asks, and knows nothing of macros."""

from __future__ import annotations

from typing import Protocol

from workspace.domain.commands import Command
from workspace.store.queries.rows import TicketRow
from workspace.ui.composer.draft_book import Draft, DraftKey


class SendExtras(Protocol):
    """Asked on the GUI thread, at each press of a send button."""

    def holds(self, key: DraftKey, draft: Draft) -> bool:
        """True if this draft may not leave yet; whoever holds it shows why."""

    def finish(self, key: DraftKey, ticket: TicketRow, commands: list[Command]) -> list[Command]:
        """The commands of this press with what else goes out after the first of them."""

    def enqueued(self, key: DraftKey, ids: list[str]) -> None:
        """They lie in the outbox under these ids, in order."""

    def returned(self, key: DraftKey, command_id: str) -> None:
        """That command was taken back; what waited for it was cancelled with it."""
