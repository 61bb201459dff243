"""One macro over accounts of any abilities: it asks for nothing that is not claimed, and hides
nothing that it leaves out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.macros.test_plan import ALL, MACRO, TARGET
from workspace.domain.commands import AddNote, SetFields
from workspace.domain.macro_plan import make_plan
from workspace.domain.macros import Changes

NEEDS = {
    "status": "set_status",
    "assignee": "set_assignee",
    "team": "set_team",
    "priority": "set_priority",
    "tags_add": "set_tags",
    "tags_remove": "set_tags",
    "custom_fields": "set_custom_fields",
}
KINDS = {
    "reply": "reply",
    "note": "note",
    "file": "attachments",
    "status": "set_status",
    "assignee": "set_assignee",
    "team": "set_team",
    "priority": "set_priority",
    "tag_add": "set_tags",
    "tag_remove": "set_tags",
    "field": "set_custom_fields",
}

words = st.sampled_from(["me", "", "Grace Lee", "Billing", "pending", "waiting", "high", "nope"])
changes = st.builds(
    Changes,
    status=st.none() | words.filter(bool),
    assignee=st.none() | words,
    team=st.none() | words.filter(bool),
    priority=st.none() | words.filter(bool),
    tags_add=st.lists(st.sampled_from(["vip", "new"]), unique=True).map(tuple),
    tags_remove=st.lists(st.sampled_from(["vip", "old"]), unique=True).map(tuple),
    fields=st.dictionaries(
        st.sampled_from(["Order", "Size", "Nope"]), st.sampled_from([("S",), ("x",), ("a", "b")])
    ),
)
abilities = st.dictionaries(st.sampled_from(sorted(ALL)), st.booleans(), min_size=1)


@given(changes=changes, able=abilities)
def test_nothing_is_asked_of_an_account_that_it_does_not_claim(
    changes: Changes, able: dict[str, bool]
) -> None:
    macro = replace(MACRO, changes=changes, files=("a.pdf",))
    plan = make_plan(macro, replace(TARGET, capabilities=able))
    assert not plan.text or able.get("reply")
    assert not plan.files or able.get("attachments")
    for command in plan.commands():
        if isinstance(command, AddNote):
            assert able.get("note")
        else:
            assert isinstance(command, SetFields)
            for name, need in NEEDS.items():
                assert getattr(command, name) in (None, (), {}) or able.get(need), name


@given(changes=changes, able=abilities)
def test_every_wish_is_told_once_and_what_is_told_as_done_is_done(
    changes: Changes, able: dict[str, bool]
) -> None:
    macro = replace(MACRO, changes=changes, files=("a.pdf",))
    plan = make_plan(macro, replace(TARGET, capabilities=able))
    told = [one.kind for one in plan.effects]
    wished = ["reply", "note", "file", "snooze"]
    wished += [
        name
        for name in ("status", "assignee", "team", "priority")
        if getattr(changes, name) is not None
    ]
    wished += ["tag_add"] * len(changes.tags_add) + ["tag_remove"] * len(changes.tags_remove)
    wished += ["field"] * len(changes.fields)
    assert sorted(told) == sorted(wished)
    for one in plan.effects:
        if one.kind in KINDS and not able.get(KINDS[one.kind]):
            assert one.why == "cannot"
    done = {one.kind for one in plan.effects if not one.why and not one.same}
    fields = plan.fields or SetFields()
    assert ("status" in done) == (fields.status is not None)
    assert ("assignee" in done) == (fields.assignee is not None)
    assert ("team" in done) == (fields.team is not None)
    assert ("priority" in done) == (fields.priority is not None)
    assert ("tag_add" in done) == bool(fields.tags_add)
    assert ("tag_remove" in done) == bool(fields.tags_remove)
    assert ("field" in done) == bool(fields.custom_fields)
    assert ("note" in done) == bool(plan.note)
    assert ("reply" in done) == bool(plan.text)
