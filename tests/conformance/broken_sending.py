"""Connectors that break a rule of sending, or of a branch of the contract."""

from __future__ import annotations

import io
import threading
import unicodedata
from collections.abc import Callable, Iterator

from tests.conformance.broken import breaks, replaced
from workspace.domain.commands import AddNote, OutgoingFile, SendReply, SetFields, new_command_id
from workspace.domain.errors import (
    BadAnswer,
)
from workspace.domain.items import EntryItem, Fetched
from workspace.domain.words import Status
from workspace.sync.connectors.contract import (
    LiveSign,
    NotSent,
    OpenFile,
    Outgoing,
    Poke,
    Sent,
    SignalKind,
    TicketRef,
    Undecidable,
    Unknown,
)
from workspace.sync.connectors.testing.memory import WORDS, MemoryConnector
from workspace.sync.connectors.testing.memory_channel import MemoryChannel
from workspace.sync.connectors.testing.memory_transport import Interrupted, Json

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
