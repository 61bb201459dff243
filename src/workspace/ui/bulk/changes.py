"""The changes of fields that can be made to any number of tickets, of any accounts at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workspace.domain.commands import Command, SetFields
from workspace.store.queries.rows import TicketRow
from workspace.ui.bulk.facts import Facts
from workspace.ui.choices import cannot
from workspace.ui.i18n import t
from workspace.ui.words import one_line, priority_word

Field = Literal["status", "assignee", "team", "priority", "tags_add", "tags_remove"]

ME = "\0me"  # as an assignee: whoever signs in at the ticket's account


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why this ticket can't be changed so, in words for the agent."""

    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """Set one field of tickets.

    Attributes:
        value: what the field becomes, in our words or the backend's; "" empties it.
        done: what was done, for the notice: “Solved”, “Assigned to Marco”.
        by_account: account id -> the value there, where it differs from account to account
            (agents and teams have ids of their own); an account not named has no such value.
        at_once: leave without waiting for an undo; the way back is then an opposite change.
    """

    field: Field
    value: str
    done: str
    by_account: Mapping[int, str] | None = None
    at_once: bool = False

    @property
    def ability(self) -> str:
        """The capability that an account needs for it."""
        return "set_tags" if self.field.startswith("tags") else f"set_{self.field}"

    def command(self, row: TicketRow, facts: Facts | None) -> SetFields | Refusal | None:
        """What goes to the outbox for this ticket; None where nothing would change."""
        if why := cannot(facts.capabilities if facts else {}, self.ability):
            return Refusal(why)
        if self.field == "tags_add":
            return None if self.value in row.tags else SetFields(tags_add=(self.value,))
        if self.field == "tags_remove":
            return SetFields(tags_remove=(self.value,)) if self.value in row.tags else None
        value = self._value_at(facts, row.account_id)
        if isinstance(value, Refusal):
            return value
        if self._is_so(row, value):
            return None
        seen = row.backend_status or row.status
        base = {self.field: seen if self.field == "status" else str(getattr(row, self.field))}
        fields: dict[str, Any] = {self.field: value, "base": base}
        return SetFields(**fields)

    def _value_at(self, facts: Facts | None, account_id: int) -> str | Refusal:
        if self.value == ME:
            if facts is not None and facts.me:
                return facts.me
            return Refusal(t("Bulk", "It isn't known yet who you are at this account."))
        if self.by_account is None:
            return self.value
        if account_id in self.by_account:
            return self.by_account[account_id]
        return Refusal(
            t("Bulk", "The account {name} doesn't have it.", name=facts.name if facts else "")
        )

    def _is_so(self, row: TicketRow, value: str) -> bool:
        if self.field == "status":
            done_with = value == "solved" and row.status == "closed"
            return value in (row.status, row.backend_status) or done_with
        return bool(value == getattr(row, self.field))


def opposite(row: TicketRow, command: Command) -> SetFields | None:
    """What leads back to the row as it was seen before the command; None if nothing does."""
    if not isinstance(command, SetFields):
        return None
    back: dict[str, Any] = {}
    base: dict[str, str | None] = {}
    for name in ("status", "assignee", "team", "priority"):
        value = getattr(command, name)
        if value is not None:
            back[name] = (
                row.backend_status or row.status if name == "status" else getattr(row, name)
            )
            base[name] = value
    if added := tuple(tag for tag in command.tags_add if tag not in row.tags):
        back["tags_remove"] = added
    if removed := tuple(tag for tag in command.tags_remove if tag in row.tags):
        back["tags_add"] = removed
    return SetFields(**back, base=base) if back else None


# --- the changes by name ---------------------------------------------------------------------


def claim() -> Change:
    """Take tickets oneself; at once, for a colleague may want them too."""
    return Change("assignee", ME, t("Bulk", "Claimed"), at_once=True)


def release() -> Change:
    """Nobody's tickets again."""
    return Change("assignee", "", t("Bulk", "Given back"))


def assign(name: str, by_account: Mapping[int, str]) -> Change:
    """To this agent, who has an id of their own at each account."""
    return Change("assignee", name, t("Bulk", "Assigned to {who}", who=one_line(name)), by_account)


def to_team(name: str, by_account: Mapping[int, str]) -> Change:
    """To this team."""
    return Change("team", name, t("Bulk", "Moved to {team}", team=one_line(name)), by_account)


def set_status(value: str, label: str, by_account: Mapping[int, str] | None = None) -> Change:
    """To this status, ours or a backend's own."""
    if value == "solved":
        return Change("status", value, t("Bulk", "Solved"), by_account)
    words = t("Bulk", "Status {status}", status=one_line(label))
    return Change("status", value, words, by_account)


def set_priority(value: str) -> Change:
    """To this priority, in the backend's word."""
    words = t("Bulk", "Priority {priority}", priority=priority_word(value))
    return Change("priority", value, words)


def add_tag(tag: str) -> Change:
    """With this tag as well."""
    return Change("tags_add", tag, t("Bulk", "Tagged {tag}", tag=one_line(tag)))


def remove_tag(tag: str) -> Change:
    """Without this tag."""
    return Change("tags_remove", tag, t("Bulk", "Tag {tag} removed", tag=one_line(tag)))
