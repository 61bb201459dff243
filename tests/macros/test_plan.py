"""Preflight: every effect is told before it happens, what an account can't do is left out alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_store
from tests.conftest import SetClock
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.items import Capabilities, PersonItem
from workspace.domain.macro_attached import Attached, decode, encode, finished
from workspace.domain.macro_plan import Effect, Target, make_plan
from workspace.domain.macro_reading import parse
from workspace.domain.macro_values import Facts
from workspace.domain.macros import Changes, Macro, Variant
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.queries.macro_targets import read_targets

ALL = {name: True for name in Capabilities.__struct_fields__ if name.startswith(("set_", "note"))}
ALL |= {"reply": True, "attachments": True}

TARGET = Target(
    account="store",
    channel="email",
    facts=Facts(
        customer_name="김민지",
        ticket_id="42",
        account="store",
        subject="환불",
        agent_name="박지훈",
        now_ms=1_795_000_000_000,
        zone=UTC,
    ),
    status="open",
    backend_status="open",
    assignee="a2",
    team="t1",
    tags=("vip",),
    me="a1",
    capabilities=ALL,
    agents=(("a1", "박지훈"), ("a2", "Grace Lee")),
    teams=(("t1", "Support"), ("t2", "Billing")),
    statuses=(
        ("open", "open", "Open", ""),
        ("waiting", "pending", "Waiting for customer", ""),
        ("returned", "pending", "Returned", "t2"),
        ("solved", "solved", "Solved", ""),
    ),
    priorities=("low", "high"),
    fields=(
        ("Order", "Order", (), False),
        ("Size", "Size", ("S", "M"), False),
        ("Seen", "Seen", (), True),
    ),
    languages=("ko", "en"),
)

MACRO = Macro(
    "refund",
    "Refund",
    variants={
        "en": Variant("", "Hello {{customer.name}}", "Refunded {{ticket.ref}}"),
        "ko": Variant("", '{{customer.name}}[은/는] {{customer.email or "메일"}}', "환불함"),
    },
    changes=Changes(
        status="pending",
        assignee="me",
        team="billing",
        priority="HIGH",
        tags_add=("refund", "vip"),
        tags_remove=("urgent",),
        fields={"Order": ("A-1",)},
    ),
    snooze="in 2 hours",
)


def problems(effects: tuple[Effect, ...]) -> dict[str, str]:
    return {one.name or one.kind: one.why for one in effects if one.why}


def test_the_customer_s_language_decides_and_everything_is_told() -> None:
    plan = make_plan(MACRO, TARGET)
    assert plan.text == "김민지는 메일"
    assert plan.note == "환불함"
    assert not plan.unresolved
    assert plan.snooze_until == TARGET.facts.now_ms + 2 * 3_600_000
    assert plan.commands() == [
        AddNote(text="환불함"),
        SetFields(
            status="waiting",
            assignee="a1",
            team="t2",
            priority="high",
            tags_add=("refund",),
            custom_fields={"Order": ["A-1"]},
            base={"assignee": "a2", "team": "t1", "priority": ""},
        ),
    ]
    assert problems(plan.effects) == {}
    assert {(one.kind, one.value) for one in plan.effects if one.same} == {
        ("tag_add", "vip"),
        ("tag_remove", "urgent"),
    }
    other = make_plan(MACRO, replace(TARGET, languages=("de", "en")))
    assert other.text == "Hello 김민지"
    assert other.note == "Refunded store:42"


def test_what_the_account_can_t_do_is_left_out_with_its_reason_and_the_rest_goes() -> None:
    capabilities = {"reply": True, "set_status": True, "why": {"note": "No notes here."}}
    plan = make_plan(MACRO, replace(TARGET, capabilities=capabilities))
    assert plan.text
    assert plan.commands() == [SetFields(status="waiting")]
    told = {one.kind: one.told for one in plan.effects if one.why == "cannot"}
    assert told["note"] == "No notes here."
    assert {"assignee", "team", "priority", "tag_add", "field"} <= told.keys()


def test_words_that_this_account_does_not_know_are_named() -> None:
    macro = Macro(
        "x",
        "X",
        changes=Changes(
            status="frozen",
            assignee="Nobody Known",
            team="Nowhere",
            priority="mega",
            fields={"Size": ("XL",), "Order": ("1", "2"), "Nope": ("1",), "Seen": ("1", "2")},
        ),
        snooze="yesterday 9",
    )
    plan = make_plan(macro, TARGET)
    assert problems(plan.effects) == {
        "status": "unknown",
        "assignee": "unknown",
        "team": "unknown",
        "priority": "unknown",
        "Size": "choice",
        "Order": "single",
        "Nope": "unknown",
        "snooze": "snooze",
    }
    assert plan.commands() == [SetFields(custom_fields={"Seen": ["1", "2"]})]
    assert plan.snooze_until is None


def test_in_the_note_s_pane_a_macro_s_note_is_written_never_its_reply() -> None:
    plan = make_plan(MACRO, TARGET, "note")
    assert plan.text == "환불함"
    assert plan.note == ""
    assert problems(plan.effects) == {"reply": "note_mode"}


def test_a_snippet_without_a_value_says_so_and_is_not_blank() -> None:
    macro = Macro("x", "X", variants={"": Variant("", "Dear {{customer.email}}")})
    plan = make_plan(macro, TARGET)
    assert plan.text == "Dear {{customer.email}}"
    assert [one.name for one in plan.unresolved] == ["customer.email"]


def test_what_rides_along_goes_in_order_and_a_status_chosen_at_sending_counts_first() -> None:
    plan = make_plan(MACRO, TARGET)
    first = Attached(note=plan.note, fields=plan.fields, snooze="in 2 hours")
    second = Attached(
        note="again",
        fields=SetFields(tags_remove=("refund",), tags_add=("seen",), base={"status": "old"}),
    )
    both = first.joined(second)
    assert decode(encode(both)) == both
    reply = SendReply(text="Hello")
    chosen = SetFields(status="solved", base={"status": "open"})
    seen = {"status": "waiting", "assignee": "a3"}
    sent = finished([reply, chosen], both, seen)
    assert sent[:2] == [reply, AddNote(text="환불함\n\nagain")]
    fields = sent[2]
    assert isinstance(fields, SetFields)
    assert (fields.status, fields.assignee) == ("solved", "a1")
    assert (fields.tags_add, fields.tags_remove) == (("seen",), ("refund",))
    assert "status" not in fields.base  # the reply itself may change it
    assert fields.base["assignee"] == "a3"
    note = finished([AddNote(text="Hi"), chosen], both, seen)
    assert note[-1].base["status"] == "waiting"  # type: ignore[union-attr]
    assert len(sent) == 3


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(
    reply=texts,
    note=texts,
    able=st.dictionaries(st.sampled_from(sorted(ALL)), st.booleans()),
    into=st.sampled_from(["reply", "note"]),
)
def test_a_macro_s_note_is_never_words_of_a_reply(
    reply: str, note: str, able: dict[str, bool], into: str
) -> None:
    """Whatever the account can or can't do, note words are for a note's draft or an AddNote."""
    macro = Macro("x", "X", variants={"": Variant("", f"R{reply}", f"N{note}")})
    plan = make_plan(macro, replace(TARGET, capabilities=able | {"x": True}), into)  # type: ignore[arg-type]
    if into == "reply":
        assert plan.text in ("", f"R{reply}")
        assert all(isinstance(one, AddNote) for one in plan.commands())
    else:
        assert plan.text in ("", f"N{note}")
        assert plan.commands() == []


def test_a_target_is_read_from_the_cache(paths: Paths, key: MasterKey, set_clock: SetClock) -> None:
    with a_store(paths, key, set_clock) as store:
        store.account("store")
        minji = PersonItem(remote_id="minji", name="김민지")
        ticket = store.ticket("7", subject="환불 문의", requester=minji)
        store.message(ticket)
        store.write()
        ticket_id = store.id_of(ticket)
        found = read_targets(
            store.reader(), [ticket_id, 999], now_ms=set_clock.now_ms(), window_language="en"
        )
        assert list(found) == [ticket_id]
        target = found[ticket_id].target
        assert target.languages[0] == "ko"
        assert target.facts.agent_name
        macro, _ = parse(
            "x", 'name="x"\ntext="{{agent.name}} {{ticket.ref}}"\n[set]\nassignee="me"'
        )
        assert macro is not None
        plan = make_plan(macro, target)
        assert plan.text.endswith("store:7")
        assert not plan.unresolved
        assert plan.fields is not None
