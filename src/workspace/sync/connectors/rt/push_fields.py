"""Changes of a ticket's fields: read, compare, PUT under If-Match, read back.

RT answers 200 to a PUT it did not carry out, with a sentence in the user's language, and 200 to a
field it does not know. So what counts is what the ticket says afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workspace.domain.commands import SetFields
from workspace.domain.errors import (
    BadAnswer,
    Conflict,
    ConnectorError,
    Gone,
    ReadOnly,
    Rejected,
)
from workspace.domain.words import Status
from workspace.sync.connectors.contract import NotSent, Outgoing, Sent, Undecidable, Unknown
from workspace.sync.connectors.http import AnswerLost, HttpAnswer
from workspace.sync.connectors.rt import mapping
from workspace.sync.connectors.rt.activity import Row
from workspace.sync.connectors.rt.mapping import number
from workspace.sync.connectors.rt.reader import Reader

TRIES = 3

_ABOUT = {"Status": "status", "Owner": "assignee", "Queue": "team", "Priority": "priority"}


def set_fields(reader: Reader, outgoing: Outgoing, command: SetFields, me: str) -> Sent | Unknown:
    """Change what differs. Conflict where somebody changed the same field since."""
    remote_id = outgoing.ticket.remote_id
    for _ in range(TRIES):
        row, newest, tag = _fresh(reader, remote_id)
        wanted = _wanted(reader, command, row)
        _check_conflict(reader, outgoing, command, row, newest, me)
        body = _body(wanted, row)
        if not body:
            return Sent(remote_id=remote_id)
        try:
            answer = reader.client.put_ticket(remote_id, body, tag)
        except AnswerLost as lost:
            return Unknown(reason=lost.message)
        if answer.status == 412:  # somebody was faster; look again
            continue
        try:
            reader.client.http.checked(answer, write=True)
        except (AnswerLost, BadAnswer) as lost:
            return Unknown(reason=lost.message)
        return _read_back(reader, remote_id, wanted, answer, me)
    raise Conflict("The ticket kept changing while the change was made.")


def _read_back(
    reader: Reader, remote_id: str, wanted: Mapping[str, Any], answer: HttpAnswer, me: str
) -> Sent | Unknown:
    """What became of a PUT that was answered with 200. Rejected if RT did not do it."""
    try:
        left = _body(wanted, _fresh(reader, remote_id)[0])
        if list(left) == ["Owner"] and wanted["Owner"] == me:
            reader.client.http.checked(reader.client.steal(remote_id), write=True)
            left = _body(wanted, _fresh(reader, remote_id)[0])
    except (Gone, ReadOnly):
        raise
    except ConnectorError as lost:
        return Unknown(reason=lost.message)
    if left:
        raise _refused(left, answer)
    return Sent(remote_id=remote_id)


def settled_fields(
    reader: Reader, outgoing: Outgoing, command: SetFields
) -> Sent | NotSent | Undecidable:
    """Whether the ticket is as the command wanted it."""
    try:
        row, _, _ = _fresh(reader, outgoing.ticket.remote_id)
    except Gone:
        return Undecidable(reason="The ticket is gone in RT, and with it the answer.")
    if _body(_wanted(reader, command, row), row):
        return NotSent()
    return Sent(remote_id=outgoing.ticket.remote_id)


def _fresh(reader: Reader, remote_id: str) -> tuple[Row, int, str]:
    row, newest, tag = reader.client.ticket(remote_id)
    into = mapping.named(row.get("EffectiveId"))
    if into and into != remote_id:
        raise Gone(f"The ticket was merged into #{into} in RT.")
    if row.get("Status") == mapping.DELETED:
        raise Gone("The ticket was deleted in RT.")
    return row, newest, tag


def _wanted(reader: Reader, command: SetFields, row: Row) -> dict[str, Any]:
    """RT's field names and the values they shall have; custom fields under `CustomFields`."""
    wanted: dict[str, Any] = {}
    if command.status is not None:
        wanted["Status"] = _status_word(reader, command.status, row)
    if command.assignee is not None:
        wanted["Owner"] = command.assignee or mapping.NOBODY
    if command.team is not None:
        wanted["Queue"] = command.team
    if command.priority is not None:
        wanted["Priority"] = command.priority
    fields = {name: list(values) for name, values in command.custom_fields.items()}
    if command.tags_add or command.tags_remove:
        name = reader.scope.words.tags_field
        now = mapping.custom_values(row).get(name, [])
        keep = [tag for tag in now if tag not in command.tags_remove]
        fields[name] = [*keep, *(tag for tag in command.tags_add if tag not in keep)]
    if fields:
        wanted["CustomFields"] = fields
    return wanted


def _status_word(reader: Reader, word: str, row: Row) -> str:
    """RT's word for one of ours; a word of RT's own goes as it is."""
    statuses = reader.scope.words.statuses
    if word not in {one.value for one in Status}:
        return word
    if mapping.status(str(row.get("Status") or ""), statuses).value == word:
        return str(row.get("Status"))
    for backend, ours in statuses.items():
        if ours.value == word and backend != mapping.DELETED:
            return backend
    names = ", ".join(one for one in statuses if one != mapping.DELETED)
    raise Rejected(f"This RT has no status for “{word}”; it has {names}.", "status")


def _now(name: str, row: Row) -> str:
    return mapping.named(row.get(name))


def _same(name: str, wanted: Any, row: Row) -> bool:
    if name == "Priority":
        now, other = _now(name, row), str(wanted)
        return number(now) == number(other) if other.lstrip("-").isdigit() else now == other
    return _now(name, row).lower() == str(wanted).lower()


def _body(wanted: Mapping[str, Any], row: Row) -> dict[str, Any]:
    """What of the wanted the ticket does not have yet."""
    body = {
        name: value
        for name, value in wanted.items()
        if name != "CustomFields" and not _same(name, value, row)
    }
    now = mapping.custom_values(row)
    fields = {
        name: values
        for name, values in wanted.get("CustomFields", {}).items()
        if sorted(now.get(name, [])) != sorted(value for value in values if value)
    }
    if fields:
        body["CustomFields"] = fields
    return body


def _check_conflict(
    reader: Reader, outgoing: Outgoing, command: SetFields, row: Row, newest: int, me: str
) -> None:
    """Conflict where a field of the command was changed since the agent saw the ticket.

    RT's own If-Match covers the whole ticket, mails it sent included; agents would be told of
    conflicts with their own replies. So the fields decide: by the values the agent saw, else by
    what others changed above the revision the agent saw.
    """
    unknown: set[str] = set()
    for rt_name, ours in _ABOUT.items():
        value = getattr(command, ours)
        if value is None:
            continue
        if ours not in command.base:
            unknown.add(rt_name)
            continue
        seen = command.base[ours] or ""
        if not _seen_so(reader, rt_name, seen, row) and not _same(
            rt_name, _wanted(reader, command, row)[rt_name], row
        ):
            raise Conflict(_changed_sentence(ours, _now(rt_name, row)))
    if not unknown or not outgoing.base_revision or newest <= outgoing.base_revision:
        return
    rows, _ = reader.client.history(outgoing.ticket.remote_id, above=outgoing.base_revision)
    for change in rows:
        about = str(change.get("Field") or "")
        theirs = mapping.named(change.get("Creator")).lower() not in (
            me.lower(),
            mapping.SYSTEM.lower(),
        )
        if theirs and about in unknown and change.get("Type") in ("Set", "Status"):
            raise Conflict(_changed_sentence(_ABOUT[about], _now(about, row)))


def _seen_so(reader: Reader, rt_name: str, seen: str, row: Row) -> bool:
    now = _now(rt_name, row)
    if rt_name == "Owner":
        return (seen or mapping.NOBODY).lower() == now.lower()
    if rt_name == "Status":
        ours = mapping.status(now, reader.scope.words.statuses).value
        return seen.lower() in (now.lower(), ours)
    return _same(rt_name, seen, row)


def _changed_sentence(ours: str, now: str) -> str:
    names = {"assignee": "agent", "team": "team"}
    return f"Somebody else changed the {names.get(ours, ours)} to “{now}” in the meantime."


def _refused(left: Mapping[str, Any], answer: HttpAnswer) -> Rejected:
    """RT said 200 and did not do it; its own sentences are the reason."""
    said: list[str] = []
    try:
        body = answer.json()
        said = [str(line) for line in body] if isinstance(body, list) else []
    except BadAnswer:
        said = []
    names = [_ABOUT.get(name, name) for name in left if name != "CustomFields"]
    names += list(left.get("CustomFields", {}))
    tail = f" It says: “{' '.join(' '.join(said).split())[:300]}”" if said else ""
    return Rejected(f"RT did not change {', '.join(names)}.{tail}", names[0])
