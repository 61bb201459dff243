"""`workspace reply`, `note`, `set`: into the outbox, and with `--wait` until it is delivered."""

from __future__ import annotations

import argparse
import mimetypes
import re
import threading
from typing import Any

from workspace.cli import shapes
from workspace.cli.exit_codes import DONE, IN_DOUBT, QUEUED_ONLY, REFUSED
from workspace.cli.session import Session
from workspace.domain import sensitive
from workspace.domain.commands import AddNote, Command, OutgoingFile, SendReply, SetFields
from workspace.domain.errors import UsageError, WorkspaceError
from workspace.plain_words import PlainWords
from workspace.settings import load_settings
from workspace.store.queries.rows import OutboxRow, TicketRow

CHANGE = re.compile(r"(?P<name>[a-z_]+|cf\.[^=]+?)(?P<op>\+=|-=|=)(?P<value>.*)\Z", re.DOTALL)
POLL_S = 0.15
TRIED_S = 6.0  # what an account said before may be old: give the engine time for a try of its own
NUMBERS = {
    "card": "a card number",
    "card_code": "a card's security code",
    "resident_number": "a resident registration number",
    "iban": "a bank account number",
}


def run_reply(session: Session, arguments: argparse.Namespace) -> int:
    """A public message."""
    row = session.ticket(arguments.ref)
    text = _text(session, arguments)
    recipient = row.requester_addresses[0][1] if row.requester_addresses else ""
    command = SendReply(
        text=text,
        channel=row.channel,
        recipient=recipient,
        attachments=_attach(session, arguments),
    )
    return _enqueue(session, row, command, arguments.wait)


def run_note(session: Session, arguments: argparse.Namespace) -> int:
    """An internal note, for colleagues or only for this computer."""
    row = session.ticket(arguments.ref)
    if arguments.local:
        return _keep_here(session, row, arguments)
    command = AddNote(text=_text(session, arguments), attachments=_attach(session, arguments))
    return _enqueue(session, row, command, arguments.wait)


def _keep_here(session: Session, row: TicketRow, arguments: argparse.Namespace) -> int:
    """No outbox, no file, nobody to be warned of numbers: it stays where it is."""
    if arguments.attach or arguments.wait is not None:
        raise UsageError(
            "A note on this computer takes no files and is sent nowhere, so nothing was kept.",
            "Leave out --attach and --wait, or leave out --local.",
        )
    text = _words(arguments).strip("\n")
    note_id = session.journal.add_local_note(row.account_id, row.remote_id, text)
    session.tell_windows()
    session.print(
        {"id": note_id, "ref": row.ref, "local": True},
        "Kept on this computer. Nobody else sees it.",
    )
    return DONE


def run_set(session: Session, arguments: argparse.Namespace) -> int:
    """Changed fields."""
    row = session.ticket(arguments.ref)
    return _enqueue(session, row, _fields(session, row, arguments.changes), arguments.wait)


def _text(session: Session, arguments: argparse.Namespace) -> str:
    text = _words(arguments)
    _mind_numbers(session, text)
    return text


def _words(arguments: argparse.Namespace) -> str:
    if arguments.text is not None:
        text = str(arguments.text)
    else:
        try:
            text = arguments.text_file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"{arguments.text_file} can't be read ({error}).", "Give a UTF-8 text file."
            ) from error
    if not text.strip():
        raise UsageError("The text is empty, so nothing was sent.", "Write something.")
    return text


def _mind_numbers(session: Session, text: str) -> None:
    """Say which numbers of cards, persons or accounts are about to leave; stop cards by policy."""
    found = sensitive.find(text)
    told = "; ".join(f"{NUMBERS[one.kind]} {one.shown} in line {one.line}" for one in found)
    policy = load_settings(session.paths.settings_file).card_numbers
    if policy == "block" and any(one.kind.startswith("card") for one in found):
        raise UsageError(
            f"Nothing was sent: the text holds {told}, and the settings don't let cards leave.",
            "Take the number out of the text.",
        )
    if found:
        session.say(f"Mind that the text holds {told}.")


def _attach(session: Session, arguments: argparse.Namespace) -> tuple[OutgoingFile, ...]:
    files = []
    for path in arguments.attach:
        media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        try:
            with path.open("rb") as stream:
                files.append(session.journal.add_file(path.name, media_type, stream))
        except OSError as error:
            raise UsageError(
                f"{path} can't be attached ({error.strerror}); nothing was sent.",
                "Check the file's name and rights.",
            ) from error
    return tuple(files)


def _fields(session: Session, row: TicketRow, changes: list[str]) -> SetFields:
    from workspace.store.queries.accounts import get_directory

    directory = get_directory(session.reader, row.account_id)
    values: dict[str, Any] = {}
    base: dict[str, str | None] = {}
    tags: dict[str, list[str]] = {"+=": [], "-=": []}
    custom: dict[str, list[str]] = {}
    for change in changes:
        match = CHANGE.match(change)
        if not match:
            raise UsageError(f"“{change}” is not FIELD=VALUE.", "For example status=solved.")
        name, op, value = match["name"], match["op"], match["value"]
        if name == "tag" and op in tags:
            tags[op].append(value)
        elif name.startswith("cf.") and op == "=":
            custom[name[3:]] = [value] if value else []
        elif name in ("status", "priority") and op == "=":
            values[name] = value
            base[name] = getattr(row, name)
        elif name == "assignee" and op == "=":
            values[name] = _resolve(value, directory.agents, session.account(row.account).me)
            base[name] = row.assignee
        elif name == "team" and op == "=":
            values[name] = _resolve(value, directory.teams, "")
            base[name] = row.team
        else:
            raise UsageError(
                f"“{change}” can't be set.",
                "Fields: status= assignee= team= priority= tag+= tag-= cf.NAME=",
            )
    return SetFields(
        tags_add=tuple(tags["+="]),
        tags_remove=tuple(tags["-="]),
        custom_fields=custom,
        base=base,
        **values,
    )


def _resolve(value: str, choices: tuple[tuple[str, str], ...], me: str) -> str:
    """A remote id from an id, a name or `me`; UsageError names the choices."""
    if value in ("", "nobody"):
        return ""
    if value == "me" and me:
        return me
    for remote_id, label in choices:
        if value in (remote_id, label):
            return remote_id
    names = ", ".join(label for _, label in choices[:20])
    raise UsageError(f"“{value}” is unknown to this backend.", f"Known: {names}.")


def _enqueue(session: Session, row: TicketRow, command: Command, wait: float | None) -> int:
    [command_id] = session.journal.enqueue(
        row.account_id,
        row.remote_id,
        [command],
        base_revision=row.revision,
        base_entry="",
    )
    try:
        session.engine.call("outbox.changed", timeout_s=10)
    except WorkspaceError as error:
        session.say(f"It is safe in the outbox and goes out later: {error.message}")
        if wait is not None:
            session.print(_shape(session, command_id), "")
            return QUEUED_ONLY
    if wait is None:
        session.print(_shape(session, command_id), f"Queued as {command_id}.")
        return DONE
    found = _await(session, command_id, wait)
    session.print(shapes.outbox(found), _sentence(found, session.words))
    if found.state == "sent":
        return DONE
    if found.state == "in_doubt":
        return IN_DOUBT
    return QUEUED_ONLY if found.state in ("queued", "sending") else REFUSED


def _row(session: Session, command_id: str) -> OutboxRow:
    from workspace.store.queries.outbox import get_outbox

    found = get_outbox(session.reader, command_id)
    assert found is not None, "a command just written is in the outbox"
    return found


def _shape(session: Session, command_id: str) -> dict[str, Any]:
    return shapes.outbox(_row(session, command_id))


def _await(session: Session, command_id: str, seconds: float) -> OutboxRow:
    """Until delivered, refused, in need of the agent, unreachable, or time is up."""
    began = session.clock.monotonic()
    pause = threading.Event()
    while True:
        row = _row(session, command_id)
        waited = session.clock.monotonic() - began
        if (
            row.state in ("sent", "failed", "cancelled", "conflict")
            or row.needs_agent
            or (row.state == "queued" and waited >= TRIED_S and _is_cut_off(session, row))
            or waited >= seconds
        ):
            return row
        pause.wait(POLL_S)


def _is_cut_off(session: Session, row: OutboxRow) -> bool:
    """Whether the backend can't be had now, by the send's own try or by the account's state."""
    if row.attempts and row.error_kind in ("unavailable", "auth_failed"):
        return True
    return bool(session.account(row.account).error_kind)


def _sentence(row: OutboxRow, words: PlainWords) -> str:
    if row.state == "sent":
        return f"Sent; the backend calls it {row.remote_id}."
    reason = " ".join(filter(None, map(words.say, (row.error_message, row.error_action))))
    if row.state == "queued" and not reason:
        reason = words.say("the backend can't be reached now; it goes out by itself.")
    return f"{row.state}: {reason}".rstrip(": ")
