"""Holds a send back until the agent saw what arrived since writing began."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workspace.store.queries.rows import EntryRow
from workspace.ui.composer.banner import SHOWN, Banner
from workspace.ui.composer.draft_book import DraftKey
from workspace.ui.conversation.entry_words import author_line
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import one_line

LINE_CAP = 300


class SendGuard(Banner):
    """Shows the new entries; the same press again, or "Send anyway", goes through.

    Signals:
        anyway_asked: what is shown was seen, and the reply is to go.
        look_asked: id of the first new entry, which the agent wants to see in the conversation.
    """

    anyway_asked = Signal()
    look_asked = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._seen: tuple[DraftKey, str, str] | None = None
        self._first: EntryRow | None = None
        self.look = self.add_button(t("Composer", "Look first"), self._look, "guard_look")
        self.anyway = self.add_button(
            t("Composer", "Send anyway"), self.anyway_asked.emit, "guard_anyway"
        )

    def holds(self, key: DraftKey, arrived: Sequence[EntryRow], bound_to: str) -> bool:
        """True if the send must wait: then the banner shows why, and this state counts as seen.

        `bound_to` is the recipient of the draft where the ticket has another one by now.
        """
        if not arrived and not bound_to:
            return False
        now = (key, arrived[-1].remote_id if arrived else "", bound_to)
        if self._seen == now and not self.isHidden():
            return False
        self._seen = now
        self._show(arrived, bound_to)
        return True

    def _show(self, arrived: Sequence[EntryRow], bound_to: str) -> None:
        lines = [f"{author_line(entry)}: {_first_words(entry)}" for entry in arrived[-SHOWN:]]
        if arrived:
            title = t(
                "Composer",
                "%n entries arrived since you began. Look first, or send anyway.",
                len(arrived),
            )
        else:
            title = t(
                "Composer",
                "The requester changed meanwhile; this reply still goes to {recipient}."
                " Send again if that is right.",
                recipient=bound_to,
            )
        self._first = arrived[0] if arrived else None
        self.look.setVisible(bool(arrived))
        self.show_lines(title, lines)

    def _look(self) -> None:
        if self._first is not None:
            self.look_asked.emit(self._first.id)

    def dismiss(self) -> None:
        """Sent, switched, or nothing to hold back."""
        self._seen = None
        super().dismiss()


def _first_words(entry: EntryRow) -> str:
    return one_line(entry.text[: 2 * LINE_CAP])[:LINE_CAP]
