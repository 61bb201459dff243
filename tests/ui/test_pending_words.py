"""What waits to be changed is told by names and words, never by the backend's ids."""

from __future__ import annotations

from tests.builders import ME
from tests.ui.desk import Desk
from workspace.domain.commands import SetFields
from workspace.store.queries.conversation import get_conversation
from workspace.ui.conversation.activity_words import done_by
from workspace.ui.conversation.entry_words import activity_words


def told(desk: Desk, command: SetFields) -> str:
    ticket = desk.store.ticket(assignee=ME, team="support", tags=("vip",))
    desk.store.write()
    assert desk.store.current is not None
    desk.store.journal.enqueue(
        desk.store.current, ticket.remote_id, [command], base_revision=1, base_entry=""
    )
    page = get_conversation(desk.store.reader(), desk.store.id_of(ticket))
    return activity_words(page.entries[-1])


def test_one_change_names_who_and_where(desk: Desk) -> None:
    assert told(desk, SetFields(assignee="agent-2")) == "You assigned it to Grace Lee"
    assert told(desk, SetFields(team="returns")) == "You moved it to 반품"


def test_several_changes_of_one_command_are_all_told(desk: Desk) -> None:
    command = SetFields(
        status="solved",
        assignee="",
        team="returns",
        tags_add=("delivery",),
        tags_remove=("vip",),
        custom_fields={"courier": ["fast & good"]},
    )
    assert told(desk, command) == (
        "You set the status to Solved, unassigned it, moved it to 반품, added the tag “delivery”,"
        " removed the tag “vip”, set courier to fast & good"
    )


def test_the_same_is_a_sentence_in_korean(desk: Desk, korean: None) -> None:
    command = SetFields(status="solved", tags_add=("배송",), custom_fields={"색": ["빨강"]})
    assert told(desk, command) == (
        "내가 상태를 해결됨으로 변경, 태그 “배송”을 추가, 색을 빨강으로 변경했습니다"
    )


def test_others_do_it_with_the_particle_of_their_name(korean: None) -> None:
    changes = "배정을 해제"
    assert done_by("김수진", changes, is_me=False) == "김수진이 배정을 해제했습니다"
    assert done_by("이미나", changes, is_me=False) == "이미나가 배정을 해제했습니다"


def test_where_nobody_is_named_only_what_was_done_is_told() -> None:
    assert done_by("", "set the status to Open", is_me=False) == "Set the status to Open"
