"""A connector for each rule that breaks just that rule: what the suite must catch.

Each is the reference connector with one small, plausible defect.
"""

from __future__ import annotations

import http.client
import io
import itertools
import random
import threading
import unicodedata
from collections.abc import Callable, Iterator
from typing import IO, ClassVar
from urllib.parse import urlsplit

import msgspec

from workspace.domain.commands import AddNote, OutgoingFile, SendReply, SetFields, new_command_id
from workspace.domain.errors import (
    AuthFailed,
    BadAnswer,
    ConnectorError,
    CursorLost,
    Forbidden,
    Gone,
    RateLimited,
    Unavailable,
)
from workspace.domain.items import Directory, EntryItem, Fetched, Page, TicketItem, Tombstone
from workspace.domain.words import Kind, Status
from workspace.sync.connectors.contract import (
    AccountConfig,
    AttachmentRef,
    Checked,
    Feed,
    Host,
    LiveSign,
    Manifest,
    NotSent,
    OpenFile,
    Outgoing,
    Poke,
    Sent,
    Setting,
    SignalKind,
    TicketRef,
    Undecidable,
    Unknown,
)
from workspace.sync.connectors.testing.memory import WORDS, MemoryConnector
from workspace.sync.connectors.testing.memory_channel import MemoryChannel
from workspace.sync.connectors.testing.memory_transport import Interrupted, Json

BROKEN: list[tuple[str, type[MemoryConnector]]] = []


def breaks(rule: str) -> Callable[[type[MemoryConnector]], type[MemoryConnector]]:
    """Register a connector under the rule that it breaks."""

    def register(connector: type[MemoryConnector]) -> type[MemoryConnector]:
        BROKEN.append((rule, connector))
        return connector

    return register


replaced = msgspec.structs.replace


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


# --- Sending -----------------------------------------------------------------------------------


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@breaks("test_difficult_characters_arrive")
class ComposesWhatArrives(MemoryConnector):
    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        item = super().entry_item(ticket, row)
        return replaced(item, text=composed(item.text))


@breaks("test_difficult_characters_leave")
class ComposesWhatLeaves(MemoryConnector):
    def say(
        self, outgoing: Outgoing, command: SendReply | AddNote, open_file: OpenFile
    ) -> Sent | Unknown:
        command = replaced(command, text=composed(command.text))
        return super().say(outgoing, command, open_file)


@breaks("test_reply_reaches_the_customer")
class RepliesBecomeNotes(MemoryConnector):
    def say(
        self, outgoing: Outgoing, command: SendReply | AddNote, open_file: OpenFile
    ) -> Sent | Unknown:
        note = AddNote(text=command.text, attachments=command.attachments)
        return super().say(outgoing, note, open_file)


@breaks("test_pushed_entry_comes_back_once")
class SentUnderAnotherName(MemoryConnector):
    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        item = super().entry_item(ticket, row)
        if not item.command_id:
            return item
        return replaced(item, remote_id=f"copy-of-{item.remote_id}", command_id="")


@breaks("test_attachments_leave_streamed")
class ReadsFilesWhole(MemoryConnector):
    def upload(self, file: OutgoingFile, open_file: OpenFile) -> Json:
        with open_file(file) as stream:
            data = stream.read()
        return super().upload(file, lambda _: io.BytesIO(data))


@breaks("test_finished_push_is_found")
class FindsSomethingElse(MemoryConnector):
    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        found = super().find_sent(outgoing)
        return Sent(remote_id="another") if isinstance(found, Sent) else found


@breaks("test_unsent_command_is_not_found")
class FindsByText(MemoryConnector):
    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        if isinstance(outgoing.command, SetFields):
            return super().find_sent(outgoing)
        for entry in self.fetch(outgoing.ticket).entries:
            if entry.text == outgoing.command.text:
                return Sent(remote_id=entry.remote_id)
        return NotSent()


@breaks("test_killed_push_is_sent_once")
class RemembersAfterwards(MemoryConnector):
    """Sends under a key of its own and writes down which, but only when it is through."""

    def _own(self, outgoing: Outgoing) -> Outgoing:
        note = self.host.data_dir / outgoing.key
        key = note.read_text() if note.exists() else new_command_id()
        return replaced(outgoing, key=key)

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        own = self._own(outgoing)
        result = super().push(own, open_file)
        (self.host.data_dir / outgoing.key).write_text(own.key)
        return result

    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        return super().find_sent(self._own(outgoing))


@breaks("test_same_key_is_sent_once")
class KeyIsNotKept(MemoryConnector):
    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        try:
            if isinstance(self.find_sent(outgoing), Sent):
                outgoing = replaced(outgoing, key=new_command_id())
        except (Interrupted, BadAnswer) as error:
            return Unknown(reason=error.message)
        return super().push(outgoing, open_file)


@breaks("test_read_only_session_changes_nothing")
class LookingMarksAsRead(MemoryConnector):
    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        if self.host.read_only:
            self.exchange("POST", f"/tickets/{ref.remote_id}/signs", {"kind": "read"})
        return super().fetch(ref, before)


@breaks("test_no_secret_in_logs_or_errors")
class LogsItsToken(MemoryConnector):
    def get(self, path: str, **query: object) -> Json:
        self.host.log.debug("GET %s with %s", path, self.account.secret)
        return super().get(path, **query)


@breaks("test_several_threads_at_once")
class OneTicketForAllThreads(MemoryConnector):
    _ticket = TicketRef("")

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        self._ticket = outgoing.ticket
        threading.Event().wait(0.05)  # as a request made in between would
        return super().push(replaced(outgoing, ticket=self._ticket), open_file)


@breaks("test_live_signs_reach_the_backend")
class SignsGoNowhere(MemoryConnector):
    def signal(self, kind: SignalKind, ref: TicketRef) -> None:
        return


@breaks("test_stream_tells_of_changes")
class StreamIsSilent(MemoryConnector):
    def stream(self, stop: Callable[[], bool]) -> Iterator[Poke | LiveSign]:
        for news in super().stream(stop):
            if not isinstance(news, Poke):
                yield news


# --- Trouble on the way ------------------------------------------------------------------------


@breaks("test_constructing_makes_no_request")
class AsksWhenMade(MemoryConnector):
    def __init__(self, account: AccountConfig, host: Host) -> None:
        super().__init__(account, host)
        try:
            self.get("/position")
        except ConnectorError:
            self.host.log.info("not reachable yet")


@breaks("test_unreachable_is_unavailable")
class UnreachableIsABadAnswer(MemoryConnector):
    def open(
        self, method: str, path: str, body: Json | IO[bytes] | None, size: int = 0
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        try:
            return super().open(method, path, body, size)
        except Interrupted:
            raise
        except Unavailable as error:
            raise BadAnswer("Nothing answered.") from error


@breaks("test_server_errors_while_pulling")
class ServerErrorIsGone(MemoryConnector):
    def get(self, path: str, **query: object) -> Json:
        try:
            return super().get(path, **query)
        except Interrupted as error:
            if "failed with" in error.message:
                raise Gone("It is no longer there.") from error
            raise


@breaks("test_half_answers_while_pulling")
class HalfAnAnswerIsAShortPage(MemoryConnector):
    def get(self, path: str, **query: object) -> Json:
        try:
            return super().get(path, **query)
        except Interrupted as error:
            if path == "/tickets" and "complete" in error.message:
                return {"tickets": []}
            raise


@breaks("test_wrong_charset_while_pulling")
class CharsetIsAnAccident(MemoryConnector):
    def get(self, path: str, **query: object) -> Json:
        try:
            return super().get(path, **query)
        except BadAnswer as error:
            if isinstance(error.__cause__, UnicodeDecodeError):
                raise error.__cause__ from None
            raise


@breaks("test_sign_in_page_is_a_bad_answer")
class SignInPageIsUnavailable(MemoryConnector):
    def judge(self, answer: http.client.HTTPResponse) -> None:
        try:
            super().judge(answer)
        except BadAnswer as error:
            raise Unavailable("Not now.") from error


@breaks("test_rate_limit_is_told")
class RateLimitIsUnavailable(MemoryConnector):
    def judge(self, answer: http.client.HTTPResponse) -> None:
        try:
            super().judge(answer)
        except RateLimited as error:
            raise Unavailable("Not now.") from error


@breaks("test_credentials_stay_with_their_host")
class FollowsRedirectsWithToken(MemoryConnector):
    def judge(self, answer: http.client.HTTPResponse) -> None:
        if answer.status == 307:
            target = urlsplit(answer.headers["Location"])
            connection = http.client.HTTPConnection(target.netloc, timeout=5)
            token = {"Authorization": f"Bearer {self.account.secret}"}
            connection.request("GET", f"{target.path}?{target.query}", headers=token)
            connection.getresponse().read()
            connection.close()
        super().judge(answer)


class _ReadsReasons(MemoryConnector):
    """Looks at why a push is unknown, and knows better."""

    reason: ClassVar[str]

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        result = super().push(outgoing, open_file)
        if isinstance(result, Unknown) and self.reason in result.reason:
            return self.decide(outgoing, open_file)
        return result

    def decide(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        raise Unavailable("It surely was not accepted.")


@breaks("test_lost_answer_is_not_sent_twice")
class TriesAgainByItself(_ReadsReasons):
    reason = "before an answer came"

    def decide(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        return super().push(replaced(outgoing, key=new_command_id()), open_file)


@breaks("test_lost_request_is_sent_once")
class BelievesItWasSent(_ReadsReasons):
    reason = "before an answer came"

    def decide(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        return Sent(remote_id="surely")


@breaks("test_half_an_answer_is_not_sent_twice")
class HalfAnAnswerIsNone(_ReadsReasons):
    reason = "before the answer was complete"


@breaks("test_server_error_is_not_sent_twice")
class ServerErrorMeansNotAccepted(_ReadsReasons):
    reason = "failed with"


@breaks("test_wrong_charset_is_not_sent_twice")
class UnreadableMeansNotAccepted(MemoryConnector):
    def exchange(
        self,
        method: str,
        path: str,
        body: Json | IO[bytes] | None,
        size: int = 0,
        errors: str = "strict",
    ) -> Json:
        try:
            return super().exchange(method, path, body, size)
        except BadAnswer as error:
            if method != "GET" and isinstance(error.__cause__, UnicodeDecodeError):
                raise Unavailable("The answer was not readable.") from error
            raise


@breaks("test_sign_in_page_is_no_success")
class AnyAnswerIsSuccess(MemoryConnector):
    def send(self, method: str, path: str, body: Json | IO[bytes], size: int = 0) -> Json:
        try:
            return super().send(method, path, body, size)
        except BadAnswer:
            return {"id": "assumed"}


# --- Branches ----------------------------------------------------------------------------------


@breaks("test_unclaimed_capabilities_are_refused")
class IgnoresWhatItCannot(MemoryConnector):
    def wanted_fields(self, command: SetFields) -> Json:
        return super().wanted_fields(replaced(command, custom_fields={}))


@breaks("test_claimed_html_arrives")
class ClaimsHtmlInVain(MemoryConnector):
    claims = replaced(MemoryConnector.claims, html=True)


@breaks("test_claimed_search_finds")
class SearchFindsNothing(MemoryConnector):
    def search(self, query: str, limit: int) -> list[TicketRef]:
        return []


@breaks("test_note_never_leaves_as_reply")
class NotesBecomeReplies(MemoryConnector):
    def say(
        self, outgoing: Outgoing, command: SendReply | AddNote, open_file: OpenFile
    ) -> Sent | Unknown:
        reply = SendReply(text=command.text, attachments=command.attachments)
        return super().say(outgoing, reply, open_file)


@breaks("test_claimed_fields_can_be_set")
class TagsAreIgnored(MemoryConnector):
    def set_fields(self, outgoing: Outgoing, command: SetFields) -> Sent:
        return super().set_fields(outgoing, replaced(command, tags_add=()))


@breaks("test_status_takes_the_backends_word")
class OnlyOurWords(MemoryConnector):
    def wanted_fields(self, command: SetFields) -> Json:
        if command.status is not None and command.status not in list(Status):
            command = replaced(command, status="no status of ours")
        return super().wanted_fields(command)


@breaks("test_impossible_value_is_rejected")
class SwallowsImpossibleValues(MemoryConnector):
    def wanted_fields(self, command: SetFields) -> Json:
        if command.status not in [None, *Status, *WORDS.values()]:
            command = replaced(command, status=None)
        return super().wanted_fields(command)


@breaks("test_stale_change_is_a_conflict")
class LastWriterWins(MemoryConnector):
    def set_fields(self, outgoing: Outgoing, command: SetFields) -> Sent:
        return super().set_fields(outgoing, replaced(command, base={}))


@breaks("test_channel_takes_no_notes_or_fields")
class ChannelWithNotes(MemoryChannel):
    claims = replaced(MemoryChannel.claims, note=True)


@breaks("test_channel_entries_name_their_route")
class ChannelWithoutRoutes(MemoryChannel):
    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        return replaced(super().entry_item(ticket, row), route_remote_id="")


@breaks("test_reply_never_goes_to_another_person")
class WhoeverIsThere(MemoryChannel):
    def say(
        self, outgoing: Outgoing, command: SendReply | AddNote, open_file: OpenFile
    ) -> Sent | Unknown:
        if isinstance(command, SendReply):
            command = replaced(command, recipient="")
        return super().say(outgoing, command, open_file)
