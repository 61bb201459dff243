"""What a macro leaves with a draft, to be done when that is sent."""

from __future__ import annotations

import msgspec

from workspace.domain.commands import AddNote, Command, SendReply, SetFields, after_reply


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """Saved beside the draft, sealed as that is.

    Attributes:
        lines: what it does, as the person was told when it was applied.
        snooze: words, understood when the draft is sent: “in 2 hours” counts from then.
    """

    lines: tuple[str, ...] = ()
    note: str = ""
    fields: SetFields | None = None
    snooze: str = ""

    def joined(self, later: Attached) -> Attached:
        """With another macro's; where both say something of one field, the later one counts."""
        return Attached(
            lines=tuple(dict.fromkeys((*self.lines, *later.lines))),
            note="\n\n".join(filter(None, (self.note, later.note))),
            fields=joined_fields(self.fields, later.fields),
            snooze=later.snooze or self.snooze,
        )

    def without_note(self) -> Attached:
        """The rest of it."""
        return msgspec.structs.replace(self, note="")

    @property
    def does_nothing(self) -> bool:
        """Nothing is left of it."""
        return not (self.note or self.fields or self.snooze)


_decoder = msgspec.json.Decoder(Attached)


def encode(attached: Attached) -> str:
    """As the journal keeps it."""
    return msgspec.json.encode(attached).decode()


def decode(text: str) -> Attached:
    """Raises msgspec.DecodeError, msgspec.ValidationError."""
    found: Attached = _decoder.decode(text)
    return found


def joined_fields(first: SetFields | None, later: SetFields | None) -> SetFields | None:
    """Both as one change; the later one wins."""
    if first is None or later is None:
        return later or first
    return SetFields(
        status=later.status if later.status is not None else first.status,
        assignee=later.assignee if later.assignee is not None else first.assignee,
        team=later.team if later.team is not None else first.team,
        priority=later.priority if later.priority is not None else first.priority,
        tags_add=_tags(first.tags_add, later.tags_add, later.tags_remove),
        tags_remove=_tags(first.tags_remove, later.tags_remove, later.tags_add),
        custom_fields=first.custom_fields | later.custom_fields,
        base=first.base | later.base,
    )


def _tags(
    first: tuple[str, ...], later: tuple[str, ...], undone: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(tag for tag in (*first, *later) if tag in later or tag not in undone)
    )


def finished(commands: list[Command], attached: Attached, current: dict[str, str]) -> list[Command]:
    """A press's commands with what rides along: the draft's own words first, then the note, then
    one change of fields. A status chosen at the press counts before the macro's.

    `current` holds what the agent sees now (field -> value): the base of the change. The note is
    an AddNote, whatever the draft is.
    """
    words: list[Command] = [one for one in commands if not isinstance(one, SetFields)]
    chosen = next((one for one in commands if isinstance(one, SetFields)), None)
    if attached.note:
        words.append(AddNote(text=attached.note))
    fields = joined_fields(attached.fields, chosen)
    if fields is None:
        return words
    based = {name: current.get(name, "") for name in fields.base}
    fields = msgspec.structs.replace(fields, base=based)
    replies = any(isinstance(one, SendReply) for one in words)
    return [*words, after_reply(fields) if replies else fields]
