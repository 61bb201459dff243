"""What a macro would do to one ticket, effect by effect, before anything is done.

One macro serves accounts of very different abilities: what an account can't do is left out and
said; nothing else of the macro suffers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workspace.domain.commands import AddNote, Command, SetFields, after_reply
from workspace.domain.macro_values import Facts, values
from workspace.domain.macros import Macro
from workspace.domain.placeholders import Filled, Unresolved, fill
from workspace.domain.snooze import parse_snooze

Into = Literal["reply", "note"]
EffectKind = Literal[
    "reply",
    "note_draft",
    "note",
    "file",
    "status",
    "assignee",
    "team",
    "priority",
    "tag_add",
    "tag_remove",
    "field",
    "snooze",
]
Why = Literal["", "cannot", "unknown", "choice", "single", "note_mode", "missing", "snooze", "me"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A ticket as a macro sees it: what it is, what can be done to it, what is known.

    Attributes:
        capabilities: as the account's connector told; empty before the first sync, which gives
            the benefit of the doubt.
        languages: the customer's first, then the window's.
        missing: files of the macro that are not there.
    """

    account: str
    channel: str
    facts: Facts
    status: str = ""
    backend_status: str = ""
    assignee: str = ""
    team: str = ""
    priority: str = ""
    tags: tuple[str, ...] = ()
    custom_fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    me: str = ""
    capabilities: Mapping[str, object] = field(default_factory=dict)
    agents: tuple[tuple[str, str], ...] = ()
    teams: tuple[tuple[str, str], ...] = ()
    statuses: tuple[tuple[str, str, str, str], ...] = ()
    priorities: tuple[str, ...] = ()
    fields: tuple[tuple[str, str, tuple[str, ...], bool], ...] = ()
    languages: tuple[str, ...] = ()
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing the macro wants. With `why` it can't be done here; `same` needs no doing.

    `value` is what a person calls it (a status is the backend's word, `ours` our own for it);
    `name` is a custom field's label, or that of a status that shares `ours` with others; `told`
    is the account's own sentence, or the snooze's fault.
    """

    kind: EffectKind
    value: str
    why: Why = ""
    told: str = ""
    same: bool = False
    name: str = ""
    ours: str = ""
    at_ms: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What applying a macro to one ticket comes to.

    Attributes:
        into: whose draft `text` is for.
        text: words for the draft, placeholders filled.
        note: a note of its own, beside the draft; "" if there is none.
        unresolved: what nothing filled, of text and note.
        snooze_until: ms UTC; None for no snooze, 0 until the customer writes.
    """

    macro_id: str
    into: Into
    language: str
    text: str
    note: str
    unresolved: tuple[Unresolved, ...]
    fields: SetFields | None
    snooze_until: int | None
    snooze_on_reply: bool
    files: tuple[str, ...]
    effects: tuple[Effect, ...]

    def commands(self) -> list[Command]:
        """What goes out beside the draft's own words, in order: the note, then the fields.

        The note is an AddNote and can't be anything else.
        """
        found: list[Command] = []
        if self.note:
            found.append(AddNote(text=self.note))
        if self.fields is not None:
            replies = self.into == "reply" and bool(self.text)
            found.append(after_reply(self.fields) if replies else self.fields)
        return found

    @property
    def rides_along(self) -> bool:
        """Something is to be done when the draft is sent."""
        return bool(self.note) or self.fields is not None or self.snooze_until is not None

    @property
    def does_nothing(self) -> bool:
        """Nothing of it can be done here."""
        return not (self.text or self.files or self.rides_along)


def make_plan(macro: Macro, target: Target, into: Into = "reply") -> Plan:
    """The preflight of a macro on a ticket. Never raises, changes nothing."""
    language = macro.language(*target.languages)
    words = macro.variants.get(language)
    known = values(target.facts, language or next(iter(target.languages), ""))
    text = fill(words.text if words else "", known)
    note = fill(words.note if words else "", known)
    making = _Making(target)
    draft, aside = making.words(text, note, into)
    files = tuple(one for one in macro.files if making.file(one, draft))
    fields = making.fields(macro)
    until, on_reply = making.snooze(macro.snooze)
    return Plan(
        macro.id,
        into,
        language,
        draft.text,
        aside.text,
        (*draft.unresolved, *aside.unresolved),
        fields,
        until,
        on_reply,
        files,
        tuple(making.effects),
    )


_NONE = Filled("", ())


class _Making:
    def __init__(self, target: Target) -> None:
        self.target = target
        self.effects: list[Effect] = []

    def _cannot(self, what: str) -> str | None:
        """None if it can be done; else the account's sentence, "" if it gave none."""
        capabilities = self.target.capabilities
        if not capabilities or capabilities.get(what):
            return None
        why = capabilities.get("why")
        return str(why.get(what, "")) if isinstance(why, dict) else ""

    def _able(self, kind: EffectKind, value: str, what: str, name: str = "") -> bool:
        told = self._cannot(what)
        if told is not None:
            self.effects.append(Effect(kind, value, "cannot", told, name=name))
        return told is None

    # --- words --------------------------------------------------------------------------------

    def words(self, text: Filled, note: Filled, into: Into) -> tuple[Filled, Filled]:
        """What goes into the draft, and what becomes a note of its own."""
        draft = aside = _NONE
        if into == "note":
            if text.text and note.text:
                self.effects.append(Effect("reply", text.text, "note_mode"))
            wanted = note if note.text else text
            if wanted.text and self._able("note_draft", wanted.text, "note"):
                draft = wanted
                self.effects.append(Effect("note_draft", wanted.text))
            return draft, aside
        if text.text and self._able("reply", text.text, "reply"):
            draft = text
            self.effects.append(Effect("reply", text.text))
        if note.text and self._able("note", note.text, "note"):
            aside = note
            self.effects.append(Effect("note", note.text))
        return draft, aside

    def file(self, name: str, draft: Filled) -> bool:
        if not self._able("file", name, "attachments"):
            return False
        missing = name in self.target.missing
        self.effects.append(Effect("file", name, "missing" if missing else ""))
        return not missing

    # --- fields -------------------------------------------------------------------------------

    def fields(self, macro: Macro) -> SetFields | None:
        target, changes = self.target, macro.changes
        base: dict[str, str | None] = {}
        status = self._status(changes.status)
        if status is not None:
            base["status"] = target.backend_status or target.status
        assignee = self._person(changes.assignee)
        if assignee is not None:
            base["assignee"] = target.assignee
        team = self._team(changes.team)
        if team is not None:
            base["team"] = target.team
        priority = self._priority(changes.priority)
        if priority is not None:
            base["priority"] = target.priority
        made = SetFields(
            status=status,
            assignee=assignee,
            team=team,
            priority=priority,
            tags_add=self._tags("tag_add", changes.tags_add),
            tags_remove=self._tags("tag_remove", changes.tags_remove),
            custom_fields=self._custom(changes.fields),
            base=base,
        )
        return None if made == SetFields() else made

    def _status(self, wanted: str | None) -> str | None:
        if wanted is None or not self._able("status", wanted, "set_status"):
            return None
        target = self.target
        backend, ours = self._known_status(wanted)
        if not backend:
            self.effects.append(Effect("status", wanted, "unknown"))
            return None
        same = backend == target.backend_status or backend == target.status
        shared = [row for row in target.statuses if row[1] == ours and row[3] in ("", target.team)]
        label = next((row[2] for row in shared if row[0] == backend), "") if shared[1:] else ""
        self.effects.append(Effect("status", backend, same=same, ours=ours, name=label))
        return None if same else backend

    def _known_status(self, wanted: str) -> tuple[str, str]:
        """The backend's word for it and ours; "" if this ticket's team has none."""
        target = self.target
        rows = [row for row in target.statuses if row[3] in ("", target.team)]
        if not rows:
            return wanted, wanted
        folded = wanted.casefold()
        for backend, ours, label, _ in rows:
            if folded in (backend.casefold(), label.casefold()):
                return backend, ours
        found = [(backend, ours) for backend, ours, _, _ in rows if ours == folded]
        # Where several are one of ours, the one the ticket has needs no change.
        return next(
            (row for row in found if row[0] == target.backend_status), (found or [("", "")])[0]
        )

    def _person(self, wanted: str | None) -> str | None:
        if wanted is None or not self._able("assignee", wanted, "set_assignee"):
            return None
        target = self.target
        if wanted == "me":
            found: str | None = target.me or None
        else:
            found = "" if wanted == "" else _match(wanted, target.agents)
        if found is None:
            self.effects.append(Effect("assignee", wanted, "me" if wanted == "me" else "unknown"))
            return None
        same = found == target.assignee
        label = dict(target.agents).get(found, found)
        self.effects.append(Effect("assignee", label, same=same))
        return None if same else found

    def _team(self, wanted: str | None) -> str | None:
        if wanted is None or not self._able("team", wanted, "set_team"):
            return None
        found = _match(wanted, self.target.teams)
        if found is None:
            self.effects.append(Effect("team", wanted, "unknown"))
            return None
        same = found == self.target.team
        self.effects.append(Effect("team", dict(self.target.teams).get(found, found), same=same))
        return None if same else found

    def _priority(self, wanted: str | None) -> str | None:
        if wanted is None or not self._able("priority", wanted, "set_priority"):
            return None
        known = self.target.priorities
        found = next((one for one in known if one.casefold() == wanted.casefold()), None)
        if known and found is None:
            self.effects.append(Effect("priority", wanted, "unknown"))
            return None
        same = (found or wanted) == self.target.priority
        self.effects.append(Effect("priority", found or wanted, same=same))
        return None if same else found or wanted

    def _tags(
        self, kind: Literal["tag_add", "tag_remove"], wanted: Sequence[str]
    ) -> tuple[str, ...]:
        left = []
        for tag in wanted:
            if not self._able(kind, tag, "set_tags"):
                continue
            same = (tag in self.target.tags) == (kind == "tag_add")
            self.effects.append(Effect(kind, tag, same=same))
            if not same:
                left.append(tag)
        return tuple(left)

    def _custom(self, wanted: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        left: dict[str, list[str]] = {}
        known = {field[0]: field for field in self.target.fields}
        for name, given in wanted.items():
            shown = ", ".join(given)
            label = known[name][1] if name in known else name
            if not self._able("field", shown, "set_custom_fields", label):
                continue
            why: Why = ""
            if name in known:
                _, _, choices, multiple = known[name]
                if choices and not set(given) <= set(choices):
                    why = "choice"
                elif not multiple and len(given) > 1:
                    why = "single"
            elif self.target.capabilities:
                why = "unknown"
            same = not why and list(self.target.custom_fields.get(name, ())) == list(given)
            self.effects.append(Effect("field", shown, why, same=same, name=label))
            if not why and not same:
                left[name] = list(given)
        return left

    def snooze(self, words: str) -> tuple[int | None, bool]:
        if not words:
            return None, False
        found = parse_snooze(words, self.target.facts.now_ms, self.target.facts.zone)
        if found.fault:
            self.effects.append(Effect("snooze", words, "snooze", found.fault))
            return None, False
        self.effects.append(Effect("snooze", words, at_ms=found.until))
        return found.until, found.on_reply


def _match(wanted: str, choices: Sequence[tuple[str, str]]) -> str | None:
    """The id of an id or a name, written in any case."""
    folded = wanted.casefold()
    for remote_id, label in choices:
        if wanted == remote_id or folded == label.casefold():
            return remote_id
    return None
