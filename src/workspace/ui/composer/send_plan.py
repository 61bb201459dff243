"""What a press of the send button does: which commands, to whom, and what is to be seen first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QLocale, QTime

from workspace.domain.commands import AddNote, Command, SendReply, SetFields, after_reply
from workspace.store.queries.rows import EntryRow, TicketRow
from workspace.ui.choices import StatusChoice, cannot
from workspace.ui.composer.composer_source import Known
from workspace.ui.composer.draft_book import SENT, Draft, Mode
from workspace.ui.i18n import t
from workspace.ui.words import channel_word, one_line

_KINDS = {"whatsapp": ("whatsapp", "phone"), "sms": ("sms", "phone"), "phone": ("phone",)}


def recipient_of(ticket: TicketRow) -> str:
    """The requester's address on the ticket's channel; "" if the backend alone knows."""
    wanted = _KINDS.get(ticket.channel, (ticket.channel,))
    for kind in (*wanted, "email"):
        for address_kind, value in ticket.requester_addresses:
            if address_kind == kind:
                return value
    return ticket.requester_addresses[0][1] if ticket.requester_addresses else ""


def recipient_words(known: Known, draft: Draft, now_ms: int) -> str:
    """By which channel to whom, and what time it is there; bound once writing began."""
    ticket = known.ticket
    channel = channel_word(draft.channel or ticket.channel)
    recipient = draft.recipient or recipient_of(ticket)
    if recipient:
        words = t("Composer", "via {channel} to {recipient}", channel=channel, recipient=recipient)
    else:
        words = t("Composer", "via {channel}", channel=channel)
    if known.zone is None:
        return words
    there = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(known.zone)
    time = QLocale().toString(QTime(there.hour, there.minute), QLocale.FormatType.ShortFormat)
    return t("Composer", "{via} · {time} there", via=words, time=time)


def note_readers(known: Known) -> str:
    """Who will see an internal note, as far as is known."""
    if known.capabilities.get("every_agent_reads"):
        return t(
            "Composer", "Only colleagues see this: every agent of {name}", name=_account(known)
        )
    if known.ticket.team_name:
        return t(
            "Composer",
            "Only colleagues see this: those whom {name} lets read notes in {team}",
            name=_account(known),
            team=known.ticket.team_name,
        )
    return t("Composer", "Only colleagues see this.")


def local_readers(known: Known, draft: Draft) -> str:
    """Who will see a note that is kept only here, and why there is no other kind if there isn't."""
    if cannot(known.capabilities, "note"):
        return t(
            "Composer",
            "{name} takes no notes from here: only you see this one.",
            name=_account(known),
        )
    if draft.base_entry:
        return t("Composer", "Changes your note. Only you see it.")
    return t("Composer", "Only you see this. It is sent nowhere.")


def named_reader(known: Known) -> str:
    """Whether the colleague whom a note names will be able to read it."""
    if known.capabilities.get("every_agent_reads"):
        return t("Composer", "Whoever you name can read it, like every agent of this account.")
    return t(
        "Composer",
        "{name} doesn't tell who may read notes: whether the one you name can isn't known here.",
        name=_account(known),
    )


def _account(known: Known) -> str:
    return one_line(known.ticket.account)


def names_of(known: Known) -> frozenset[str]:
    """Words of the names that belong here: no dictionary knows them, and they are right."""
    names = [known.ticket.requester_name, *(name for _, name in known.directory.agents)]
    return frozenset(word.strip("().,") for name in names for word in name.split())


def newest_remote_id(entries: Sequence[EntryRow]) -> str:
    """The newest entry that the backend knows."""
    return next((entry.remote_id for entry in reversed(entries) if entry.id > 0), "")


def arrived_since(entries: Sequence[EntryRow], base_entry: str) -> list[EntryRow]:
    """Messages and notes of others after `base_entry`, oldest first.

    Where the base is not among the entries, the customer's newest message counts as unseen:
    better asked once too often.
    """
    stored = [entry for entry in entries if entry.id > 0]
    names = [entry.remote_id for entry in stored]
    if base_entry in names:
        return [
            entry
            for entry in stored[names.index(base_entry) + 1 :]
            if entry.kind in ("message", "note") and not entry.author_me
        ]
    return [one for one in stored if one.kind == "message" and one.direction == "in"][-1:]


def build_commands(
    mode: Mode, draft: Draft, ticket: TicketRow, status: StatusChoice | None
) -> list[Command]:
    """The commands of one press, in order. The mode alone decides message or note.

    There is none for what is kept only here: asking for one is a defect.
    """
    if mode not in SENT:
        raise ValueError(f"what is {mode} is never sent")
    text = draft.text.strip("\n")
    first: Command
    if mode == "note":
        first = AddNote(text=text, html=draft.html, attachments=draft.files)
    else:
        first = SendReply(
            text=text,
            html=draft.html,
            channel=draft.channel or ticket.channel,
            recipient=draft.recipient or recipient_of(ticket),
            attachments=draft.files,
        )
    if status is None:
        return [first]
    change = SetFields(status=status.value, base={"status": ticket.backend_status or ticket.status})
    return [first, after_reply(change) if mode == "reply" else change]
