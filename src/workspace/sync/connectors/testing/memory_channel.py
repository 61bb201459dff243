"""The reference for the channel branch: conversations that know only messages."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from workspace.domain.items import Capabilities, EntryItem
from workspace.sync.connectors.contract import Manifest
from workspace.sync.connectors.testing.memory import Json, MemoryConnector


class MemoryChannel(MemoryConnector):
    """A chat account: replies to the person of the conversation, and nothing else."""

    manifest: ClassVar[Manifest] = msgspec.structs.replace(
        MemoryConnector.manifest, name="memory-channel", kind="channel"
    )
    claims: ClassVar[Capabilities] = msgspec.structs.replace(
        MemoryConnector.claims,
        note=False,
        set_status=False,
        set_assignee=False,
        set_priority=False,
        set_tags=False,
        conditional_update=False,
        why={},
    )

    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        entry = super().entry_item(ticket, row)
        return msgspec.structs.replace(entry, channel="chat", route_remote_id=f"chat-{ticket}")
