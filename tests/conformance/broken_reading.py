"""Connectors that break a rule of reading or of feeds."""

from __future__ import annotations

import http.client
import io
import itertools
import random
from collections.abc import Iterator
from typing import ClassVar

from tests.conformance.broken import breaks, replaced
from workspace.domain.errors import (
    AuthFailed,
    CursorLost,
    Forbidden,
    Gone,
)
from workspace.domain.items import Directory, EntryItem, Fetched, Page, TicketItem, Tombstone
from workspace.domain.words import Kind
from workspace.sync.connectors.contract import (
    AccountConfig,
    AttachmentRef,
    Checked,
    Feed,
    Host,
    Manifest,
    Setting,
    TicketRef,
)
from workspace.sync.connectors.testing.memory import WORDS, MemoryConnector
from workspace.sync.connectors.testing.memory_transport import Json

# --- Reading -----------------------------------------------------------------------------------


@breaks("test_manifest_is_valid")
class TwoSettingsOfOneName(MemoryConnector):
    manifest: ClassVar[Manifest] = replaced(
        MemoryConnector.manifest,
        settings=(Setting(name="url", label="A"), Setting(name="url", label="B")),
    )


@breaks("test_check_names_me_and_changes_nothing")
class CheckLeavesAProbe(MemoryConnector):
    def check(self) -> Checked:
        if not self.host.read_only:
            self.send("POST", "/files", io.BytesIO(b"probe"), size=5)
        return super().check()


@breaks("test_bad_credentials_are_auth_failed")
class WrongTokenIsForbidden(MemoryConnector):
    def judge(self, answer: http.client.HTTPResponse) -> None:
        try:
            super().judge(answer)
        except AuthFailed as error:
            raise Forbidden("You may not do this.") from error


@breaks("test_directory_is_sound")
class NobodyIsMe(MemoryConnector):
    def directory(self) -> Directory:
        found = super().directory()
        return replaced(found, agents=tuple(replaced(one, me=False) for one in found.agents))


@breaks("test_order_is_the_backends")
class OrderIsLost(MemoryConnector):
    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        item = super().entry_item(ticket, row)
        return replaced(item, created_at=item.created_at // 60_000 * 60_000, seq=-item.seq)


@breaks("test_notes_and_messages_are_told_apart")
class EverythingIsAMessage(MemoryConnector):
    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        return replaced(super().entry_item(ticket, row), kind=Kind.MESSAGE)


@breaks("test_fields_are_the_backends")
class PriorityIsDropped(MemoryConnector):
    def ticket_item(self, row: Json) -> TicketItem:
        return replaced(super().ticket_item(row), priority="")


@breaks("test_ids_are_stable_and_unique")
class IdsOfThisRunOnly(MemoryConnector):
    def __init__(self, account: AccountConfig, host: Host) -> None:
        super().__init__(account, host)
        self._run = random.randrange(1 << 40)

    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        item = super().entry_item(ticket, row)
        return replaced(item, remote_id=f"{item.remote_id}-{self._run}")


@breaks("test_kind_never_changes")
class FetchForgetsNotes(MemoryConnector):
    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        found = super().fetch(ref, before)
        entries = tuple(replaced(entry, kind=Kind.MESSAGE) for entry in found.entries)
        return replaced(found, entries=entries)


@breaks("test_missing_ticket_is_gone")
class MissingTicketIsEmpty(MemoryConnector):
    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        try:
            return super().fetch(ref, before)
        except Gone:
            return Fetched(ticket=None, entries=(), complete=True)


@breaks("test_times_are_utc_milliseconds")
class TimesInSeconds(MemoryConnector):
    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        item = super().entry_item(ticket, row)
        return replaced(item, created_at=item.created_at // 1000)


@breaks("test_strange_status_is_kept")
class StrangeStatusIsOpen(MemoryConnector):
    def ticket_item(self, row: Json) -> TicketItem:
        item = super().ticket_item(row)
        return replaced(item, backend_status=WORDS[item.status])


@breaks("test_attachments_arrive_streamed")
class AttachmentInOnePiece(MemoryConnector):
    def get_attachment(self, ref: AttachmentRef) -> Iterator[bytes]:
        yield b"".join(super().get_attachment(ref))


@breaks("test_attachments_arrive_streamed")
class AttachmentHeldWhole(MemoryConnector):
    def get_attachment(self, ref: AttachmentRef) -> Iterator[bytes]:
        data = b"".join(super().get_attachment(ref))
        for start in range(0, len(data), 1024 * 1024):
            yield data[start : start + 1024 * 1024]


# --- Feeds -------------------------------------------------------------------------------------


@breaks("test_live_begins_empty")
class LiveIsASecondHistory(MemoryConnector):
    def pull(self, feed: Feed, cursor: str) -> Page:
        if feed == "live" and not cursor:
            return self.live({"after": 0})
        return super().pull(feed, cursor)


@breaks("test_history_is_complete")
class HistoryForgetsTheFirst(MemoryConnector):
    def history(self, at: Json) -> Page:
        page = super().history(at)
        items = list(page.items)
        for ticket in [item for item in items if isinstance(item, TicketItem)]:
            of_ticket = [
                item
                for item in items
                if isinstance(item, EntryItem) and item.ticket_remote_id == ticket.remote_id
            ]
            if len(of_ticket) == 4:
                items.remove(of_ticket[-1])
        return replaced(page, items=tuple(items))


@breaks("test_live_brings_every_change")
class LiveForgetsNotes(MemoryConnector):
    def live(self, at: Json) -> Page:
        page = super().live(at)
        kept = [item for item in page.items if getattr(item, "kind", None) is not Kind.NOTE]
        return replaced(page, items=tuple(kept))


@breaks("test_no_gap_between_live_and_history")
class LiveBeginsWhenHistoryEnds(MemoryConnector):
    _floor = 0

    def history(self, at: Json) -> Page:
        page = super().history(at)
        self._floor = self.get("/position")["number"]
        return page

    def live(self, at: Json) -> Page:
        return super().live({"after": max(at["after"], self._floor)})


@breaks("test_cursors_resume_after_a_restart")
class RestartSkipsATicket(MemoryConnector):
    _begun = False

    def history(self, at: Json) -> Page:
        if at.get("below") and not self._begun:
            at = {**at, "below": at["below"] - 2}
        self._begun = True
        return super().history(at)


@breaks("test_replayed_pages_change_nothing")
class EveryPageIsNew(MemoryConnector):
    _pages = itertools.count(1)

    def ticket_item(self, row: Json) -> TicketItem:
        item = super().ticket_item(row)
        return replaced(item, updated_at=item.updated_at + next(self._pages))


@breaks("test_interleaved_commits_are_not_lost")
class ReadsPastOpenNumbers(MemoryConnector):
    def get(self, path: str, **query: object) -> Json:
        if path == "/changes":
            query["eager"] = 1
        return super().get(path, **query)


@breaks("test_revision_grows_with_every_change")
class RevisionStandsStill(MemoryConnector):
    def ticket_item(self, row: Json) -> TicketItem:
        return replaced(super().ticket_item(row), revision=1)


@breaks("test_deleted_tickets_leave_a_tombstone")
class DeletionsAreSilent(MemoryConnector):
    def live(self, at: Json) -> Page:
        page = super().live(at)
        kept = [one for one in page.tombstones if one.reason == "merged"]
        return replaced(page, tombstones=tuple(kept))


@breaks("test_merged_tickets_name_their_heir")
class MergedIntoNobody(MemoryConnector):
    def tombstone(self, change: Json) -> Tombstone:
        return replaced(super().tombstone(change), merged_into="")


@breaks("test_unknown_cursor_is_lost")
class GarbageStartsAnew(MemoryConnector):
    def cursor_of(self, cursor: str, feed: Feed) -> Json:
        try:
            return super().cursor_of(cursor, feed)
        except CursorLost:
            return {"after": 0}


@breaks("test_page_limit_is_kept")
class OneTooMany(MemoryConnector):
    def room(self) -> int:
        return super().room() + 1


@breaks("test_long_ticket_is_complete")
class FetchEndsEarly(MemoryConnector):
    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        return replaced(super().fetch(ref, before), complete=True)
