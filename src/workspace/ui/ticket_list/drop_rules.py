"""What dropping tickets onto a queue means, or why it can't be done."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workspace.store.queries.rows import QueueRow
from workspace.ui.bulk import changes
from workspace.ui.bulk.changes import Change, Refusal
from workspace.ui.i18n import t


@dataclass(frozen=True, slots=True)
class AskTime:
    """A time has to be said first: the tickets are put off."""


@dataclass(frozen=True, slots=True)
class Drop:
    """What would happen, and the words for it while the tickets hang over the queue."""

    does: Change | AskTime | Refusal
    words: str

    @property
    def possible(self) -> bool:
        """Whether anything would happen."""
        return not isinstance(self.does, Refusal)


def drop_on(queue: QueueRow, title: str, accounts: Collection[int], here: str) -> Drop:
    """For tickets of these accounts, dragged out of the queue with the key `here`."""
    if queue.key == here:
        return _refuse(t("Drag", "They are in this queue already."))
    if queue.key == "mine":
        return Drop(changes.claim(), t("Drag", "Claim"))
    if queue.key == "unassigned":
        return Drop(changes.release(), t("Drag", "Give back"))
    if queue.key == "snoozed":
        return Drop(AskTime(), t("Drag", "Snooze…"))
    if queue.section == "team":
        _, number, team = queue.key.split(":", 2)
        if accounts and int(number) not in accounts:
            return _refuse(t("Drag", "This team belongs to another account."))
        change = changes.to_team(title, {int(number): team})
        return Drop(change, t("Drag", "Move to {team}", team=title))
    return _refuse(_why_not(queue))


def _why_not(queue: QueueRow) -> str:
    if queue.section == "channel":
        return t("Drag", "A ticket's channel is the customer's choice.")
    if queue.section == "account":
        return t("Drag", "A ticket stays in its account.")
    if queue.key == "mentions":
        return t("Drag", "Mentions come from notes that name you.")
    if queue.key == "breaching":
        return t("Drag", "Tickets come here by their deadline.")
    return t("Drag", "Tickets come here by what they are, not by hand.")


def _refuse(why: str) -> Drop:
    return Drop(Refusal(why), why)
