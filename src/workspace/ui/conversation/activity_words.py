"""What an activity says: in the window's language where the change is known to us.

Changes are what somebody did, without who: `done_by` makes the sentence, of one or of several.
"""

from __future__ import annotations

from collections.abc import Mapping

from workspace.store.queries.rows import EntryRow
from workspace.ui.i18n import t
from workspace.ui.words import one_line, priority_word, status_word

CAP = 300


def change_words(entry: EntryRow) -> str:
    """What was done, without who and when; "" if one change has no known shape."""
    if len(entry.changes) > 1:  # of one command
        told = [_one_change(change, is_told=False) for change in entry.changes]
        return ", ".join(told)[:CAP] if all(told) else ""
    return _one_change(entry.change, is_told=bool(entry.text))[:CAP]


def done_by(who: str, changes: str, *, is_me: bool) -> str:
    """The sentence; without `who` only what was done."""
    if is_me:
        return t("Conversation", "You {changes}", changes=changes)
    if who:
        return t("Conversation", "{who} {changes}", who=who, changes=changes)
    return changes[:1].upper() + changes[1:]


def _one_change(change: Mapping[str, str], *, is_told: bool) -> str:
    """`is_told`: the backend's own words are there for what we have none for."""
    field, _, name = change.get("field", "").partition(":")
    old, new = one_line(change.get("old", "")), one_line(change.get("new", ""))
    if not field:
        return ""
    words = _known_field(field, old, new)
    if not words and name and (new or old):
        words = _any_field(one_line(name), old, new)
    if not words and not is_told and (new or old):
        words = _any_field(one_line(field), old, new)
    return words


def _known_field(field: str, old: str, new: str) -> str:
    if field == "created":
        return t("Conversation", "created the ticket")
    if field == "status" and new:
        return t("Conversation", "set the status to {new}", new=status_word(new))
    if field in ("assignee", "owner"):
        if new:
            return t("Conversation", "assigned it to {new}", new=new)
        return t("Conversation", "unassigned it")
    if field == "team" and new:
        return t("Conversation", "moved it to {new}", new=new)
    if field == "priority" and new:
        return t("Conversation", "set the priority to {new}", new=priority_word(new))
    if field == "subject" and new:
        return t("Conversation", "changed the subject to “{new}”", new=new)
    if field == "merged" and new:
        return t("Conversation", "merged {old} into {new}", old=old, new=new)
    if field in ("tags", "tag", "tags_add", "tags_remove"):
        return _tags(old, new)
    return ""


def _tags(old: str, new: str) -> str:
    """Old and new hold one tag, or the whole list before and after."""
    before = [part.strip() for part in old.split(",") if part.strip()]
    after = [part.strip() for part in new.split(",") if part.strip()]
    words = [
        t("Conversation", "added the tag “{tag}”", tag=tag) for tag in after if tag not in before
    ]
    words += [
        t("Conversation", "removed the tag “{tag}”", tag=tag) for tag in before if tag not in after
    ]
    return ", ".join(words)


def _any_field(name: str, old: str, new: str) -> str:
    if new:
        return t("Conversation", "set {field} to {new}", field=name, new=new)
    return t("Conversation", "removed {old} from {field}", field=name, old=old)
