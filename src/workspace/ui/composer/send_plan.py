"""What a press of the send button does: which commands, to whom, and what is to be seen first."""

from __future__ import annotations

from collections.abc import Sequence

from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.store.queries.rows import EntryRow, TicketRow
from workspace.ui.choices import StatusChoice
from workspace.ui.composer.draft_book import Draft, Mode
from workspace.ui.i18n import t
from workspace.ui.words import channel_word

_KINDS = {"whatsapp": ("whatsapp", "phone"), "sms": ("sms", "phone"), "phone": ("phone",)}


def recipient_of(ticket: TicketRow) -> str:
    """The requester's address on the ticket's channel; "" if the backend alone knows."""
    wanted = _KINDS.get(ticket.channel, (ticket.channel,))
    for kind in (*wanted, "email"):
        for address_kind, value in ticket.requester_addresses:
            if address_kind == kind:
                return value
    return ticket.requester_addresses[0][1] if ticket.requester_addresses else ""


def via_words(ticket: TicketRow, draft: Draft) -> str:
    """By which channel to whom; what is bound once writing began."""
    channel = channel_word(draft.channel or ticket.channel)
    recipient = draft.recipient or recipient_of(ticket)
    if not recipient:
        return t("Composer", "via {channel}", channel=channel)
    return t("Composer", "via {channel} to {recipient}", channel=channel, recipient=recipient)


def newest_remote_id(entries: Sequence[EntryRow]) -> str:
    """The newest entry that the backend knows."""
    return next((entry.remote_id for entry in reversed(entries) if entry.id > 0), "")


def arrived_since(entries: Sequence[EntryRow], base_entry: str) -> list[EntryRow]:
    """Messages of the customer after `base_entry`, oldest first.

    Where the base is not among the entries, the newest message counts as unseen: better asked
    once too often.
    """
    stored = [entry for entry in entries if entry.id > 0]
    inbound = [entry for entry in stored if entry.kind == "message" and entry.direction == "in"]
    names = [entry.remote_id for entry in stored]
    if base_entry in names:
        after = set(names[names.index(base_entry) + 1 :])
        return [entry for entry in inbound if entry.remote_id in after]
    return inbound[-1:]


def build_commands(
    mode: Mode, draft: Draft, ticket: TicketRow, status: StatusChoice | None
) -> list[Command]:
    """The commands of one press, in order. The mode alone decides message or note."""
    text = draft.text.strip("\n")
    first: Command
    if mode == "note":
        first = AddNote(text=text, attachments=draft.files)
    else:
        first = SendReply(
            text=text,
            channel=draft.channel or ticket.channel,
            recipient=draft.recipient or recipient_of(ticket),
            attachments=draft.files,
        )
    if status is None:
        return [first]
    seen = ticket.backend_status or ticket.status
    return [first, SetFields(status=status.value, base={"status": seen})]
