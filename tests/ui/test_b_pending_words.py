"""What waits to be changed is told by names and words, never by the backend's ids."""

from __future__ import annotations

from builders import ME
from ui.b_window import Desk
from workspace.domain.commands import SetFields
from workspace.store.queries.conversation import get_conversation
from workspace.ui.conversation.entry_words import activity_words


def told(desk: Desk, command: SetFields) -> str:
    ticket = desk.store.ticket(assignee=ME, team="support", tags=("vip",))
    desk.store.write()
    assert desk.store.current is not None
    desk.store.journal.enqueue(
        desk.store.current, ticket.remote_id, [command], base_revision=1, base_entry=""
    )
    page = get_conversation(desk.store.reader(), desk.store.id_of(ticket))
    words = activity_words(page.entries[-1])
    assert words.startswith("You: ")
    return words.removeprefix("You: ")


def test_one_change_names_who_and_where(desk: Desk) -> None:
    assert told(desk, SetFields(assignee="agent-2")) == "assigned to Grace Lee"
    assert told(desk, SetFields(team="returns")) == "moved to 반품"


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
        "status Solved, no longer assigned, moved to 반품, tag “delivery” added,"
        " tag “vip” removed, courier: fast & good"
    )
