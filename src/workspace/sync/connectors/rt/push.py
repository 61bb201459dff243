"""What goes out to RT, and how an answer that was lost is settled.

RT has no idempotency key. A message carries our command id as a parameter of its content type;
RT keeps it in the attachment's headers, mails do not show it, and so a message that was committed
while its answer broke is found again beyond doubt. Where a site strips the parameter, author,
time, text and names of files decide, and a count of two means asking the agent.
"""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from workspace.domain.commands import AddNote, OutgoingFile, SendReply, SetFields
from workspace.domain.errors import (
    BadAnswer,
    Conflict,
    ConnectorError,
    Gone,
    Rejected,
)
from workspace.sync.connectors.contract import (
    NotSent,
    OpenFile,
    Outgoing,
    Sent,
    Undecidable,
    Unknown,
)
from workspace.sync.connectors.http import AnswerLost, HttpAnswer
from workspace.sync.connectors.http_wire import CHUNK, FilePart, Multipart
from workspace.sync.connectors.rt import mapping
from workspace.sync.connectors.rt.activity import Row
from workspace.sync.connectors.rt.mapping import MARKER, Part, number
from workspace.sync.connectors.rt.push_fields import set_fields, settled_fields
from workspace.sync.connectors.rt.reader import Reader, why_missing

SKEW_S = 5  # between our clock and the server's, beyond what its Date header tells
SEARCHED = 1000  # transactions looked through for a lost message

_LOCATION = re.compile(r"/transaction/(\d+)/?\Z")
_BLANK = re.compile(r"\s+")

Message = SendReply | AddNote


class Pusher:
    """Carries out commands of one account. Thread-safe; keeps nothing between calls."""

    def __init__(self, reader: Reader, max_attachment: int) -> None:
        self._reader = reader
        self._client = reader.client
        self._max_attachment = max_attachment

    def push(self, outgoing: Outgoing, open_file: OpenFile, me: str) -> Sent | Unknown:
        command = outgoing.command
        if isinstance(command, SetFields):
            return set_fields(self._reader, outgoing, command, me)
        self._check(outgoing, command)
        kind = "correspond" if isinstance(command, SendReply) else "comment"
        body = message_body(command, outgoing.key)
        upload = None
        if command.attachments:
            upload = Multipart(
                {"JSON": _json(body)}, [_file_part(one, open_file) for one in command.attachments]
            )
        try:
            answer = self._client.post_message(outgoing.ticket.remote_id, kind, body, upload)
        except AnswerLost as lost:
            return Unknown(reason=lost.message)
        return self._accepted(outgoing, answer)

    def find_sent(self, outgoing: Outgoing, me: str) -> Sent | NotSent | Undecidable:
        command = outgoing.command
        if isinstance(command, SetFields):
            return settled_fields(self._reader, outgoing, command)
        return self._find_message(outgoing, command, me)

    # --- Before ----------------------------------------------------------------------------------

    def _check(self, outgoing: Outgoing, command: Message) -> None:
        """What RT would take silently: an empty text, a gone ticket, another recipient."""
        if not command.text.strip() and not (command.html or "").strip():
            raise Rejected("The message is empty; RT would send it all the same.", field="text")
        for one in command.attachments:
            if one.size == 0:
                raise Rejected(f"“{one.name}” is empty; RT refuses empty files.", one.name)
            if one.size > self._max_attachment:
                raise Rejected(f"“{one.name}” is larger than this RT takes.", one.name)
        remote_id = outgoing.ticket.remote_id
        row = self._client.tickets([number(remote_id)]).get(number(remote_id))
        if row is None:
            raise why_missing(self._reader, remote_id)
        recipient = command.recipient if isinstance(command, SendReply) else ""
        if "@" in recipient and recipient.lower() not in mapping.voices(row):
            raise Conflict(
                f"The ticket no longer goes to {recipient}; RT would send the reply to others."
            )

    # --- After -----------------------------------------------------------------------------------

    def _accepted(self, outgoing: Outgoing, answer: HttpAnswer) -> Sent | Unknown:
        """Accepted is what names its transaction, in whatever charset the rest is written."""
        found = _LOCATION.search(answer.headers.get("Location", ""))
        if answer.status == 201 and found:
            return Sent(remote_id=found.group(1), warnings=self._cut_files(outgoing, found[1]))
        if answer.status // 100 == 2:
            return Unknown(reason="RT took it, but did not say as what.")
        try:
            self._client.http.checked(answer, write=True)
        except (AnswerLost, BadAnswer) as lost:
            return Unknown(reason=lost.message)
        return Unknown(reason="RT gave an answer that does not say what became of it.")

    def _cut_files(self, outgoing: Outgoing, transaction: str) -> tuple[str, ...]:
        """RT may be set to shorten or drop large files without a word: compare sizes."""
        command = outgoing.command
        if isinstance(command, SetFields) or not command.attachments:
            return ()
        try:
            parts = self._client.parts([number(transaction)])[number(transaction)]
        except ConnectorError:
            return ()
        sizes = sorted(one.size for one in mapping.bodies(parts).files)
        if sizes == sorted(one.size for one in command.attachments):
            return ()
        return ("RT did not store all attachments whole; look at the message there.",)

    # --- Looking for a lost message -----------------------------------------------------------

    def _find_message(
        self, outgoing: Outgoing, command: Message, me: str
    ) -> Sent | NotSent | Undecidable:
        kind = "Correspond" if isinstance(command, SendReply) else "Comment"
        remote_id = outgoing.ticket.remote_id
        since_s = outgoing.first_try_at // 1000 - SKEW_S
        above = max(number(outgoing.base_entry), 0)
        try:
            transactions, ahead_s = self._mine(remote_id, kind, above, me)
        except Gone:
            return Undecidable(reason="The ticket is gone in RT, and with it the answer.")
        if transactions is None:
            return Undecidable(reason="Too much happened in the ticket since.")
        parts = self._client.parts([number(row.get("id")) for row in transactions])
        wanted = fingerprint(command)
        equal: list[Row] = []
        for row in transactions:
            own = parts[number(row.get("id"))]
            key = mapping.marker(own)
            if key == outgoing.key:
                return Sent(remote_id=str(row.get("id")))
            if not key and fingerprint_of(own) == wanted:
                equal.append(row)
        first_ms = (since_s + ahead_s) * 1000
        recent = [row for row in equal if mapping.millis(row.get("Created")) >= first_ms]
        if not recent:
            return NotSent()
        if len(equal) == 1:
            return Sent(remote_id=str(recent[0].get("id")))
        return Undecidable(reason=f"{len(equal)} equal messages are in the ticket.")

    def _mine(self, remote_id: str, kind: str, above: int, me: str) -> tuple[list[Row] | None, int]:
        """My transactions of this kind above a number, and how far the server's clock is ahead
        of ours in seconds; None where they are too many to look through."""
        found: list[Row] = []
        below = ahead = looked = 0
        while True:
            rows, server_s = self._client.history(remote_id, below=below, above=above)
            if not below:
                ahead = server_s - self._client.now_s()
            found += [
                row
                for row in rows
                if row.get("Type") == kind
                and mapping.named(row.get("Creator")).lower() == me.lower()
            ]
            looked += len(rows)
            if not rows:
                return found, ahead
            if looked >= SEARCHED:
                return None, ahead
            below = min(number(row.get("id")) for row in rows)


def message_body(command: Message, key: str) -> dict[str, Any]:
    """The JSON of a message. HTML where there is some, for RT takes one shape only."""
    html = (command.html or "").strip()
    text = html or command.text.replace("\r\n", "\n")
    if text == "0":
        text = "0\n"  # RT takes a bare 0 for nothing and would send an empty message
    kind = "text/html" if html else "text/plain"
    return {"Content": text, "ContentType": f'{kind}; {MARKER}="{key}"'}


def _json(body: Mapping[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False)


def _file_part(one: OutgoingFile, open_file: OpenFile) -> FilePart:
    """RT re-encodes text that is not UTF-8 and would damage it: such a file goes as bytes."""
    media_type = one.media_type or "application/octet-stream"
    if media_type.startswith("text/") and not _is_utf8(one, open_file):
        media_type = "application/octet-stream"
    return FilePart("Attachments", one.name, media_type, one.size, lambda: open_file(one))


def _is_utf8(one: OutgoingFile, open_file: OpenFile) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open_file(one) as stream:
        try:
            while chunk := stream.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


# --- Equal messages ---------------------------------------------------------------------------


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def fingerprint(command: Message) -> str:
    """What stays of a message whatever RT does to its shape: words and names of files."""
    html = (command.html or "").strip()
    names = sorted(one.name for one in command.attachments)
    return _digest(_text_of(html) if html else command.text, names)


def fingerprint_of(parts: list[Part]) -> str:
    """The same of a message in RT."""
    chosen = mapping.bodies(parts)
    if chosen.html is not None:
        text = _text_of(chosen.html.content)
    else:
        text = "\n".join(one.content for one in chosen.text)
    return _digest(text, sorted(one.name for one in chosen.files))


def _text_of(html: str) -> str:
    words = _Words()
    words.feed(html)
    words.close()
    return " ".join(words.words)


def _digest(text: str, names: list[str]) -> str:
    plain = _BLANK.sub("", text)
    return hashlib.sha256("\0".join([plain, *names]).encode()).hexdigest()
