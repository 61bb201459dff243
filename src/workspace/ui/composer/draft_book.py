"""Drafts in memory until the journal has them: nothing typed is lost by a switch or an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from workspace.domain.commands import OutgoingFile
from workspace.store.queries.rows import DraftRow
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

SAVE_AFTER_MS = 400
RETRY_AFTER_MS = 5_000
PAUSE_MS = 4_000

Mode = Literal["reply", "note", "local"]
"""Whose eyes a draft is for: the customer's, colleagues', or only those at this computer."""
MODES: tuple[Mode, ...] = ("reply", "note", "local")
SENT: tuple[Mode, ...] = ("reply", "note")
"""Those whose words leave this computer; only these may come near the outbox."""

_files = msgspec.json.Decoder(tuple[OutgoingFile, ...])


class DraftKey(msgspec.Struct, frozen=True):
    """Whose draft: it belongs to one ticket and one mode, and never moves."""

    account_id: int
    remote_id: str
    mode: Mode


class Draft(msgspec.Struct, frozen=True):
    """What is being written. Channel, recipient and base entry are bound when writing begins.

    `base_entry` is the remote id of the newest entry that the agent had before them; of a local
    note the id of the one that it changes, "" for a new one, and nothing else is bound. `html`
    belongs to a text that came with one, until the text is changed; else it is made when it leaves.
    """

    text: str = ""
    html: str | None = None
    files: tuple[OutgoingFile, ...] = ()
    channel: str = ""
    recipient: str = ""
    base_entry: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing worth keeping."""
        return not self.text.strip() and not self.files


EMPTY = Draft()


def files_of(attachments: str) -> tuple[OutgoingFile, ...]:
    """The files that a draft or a version names, from the journal's JSON."""
    return _files.decode(attachments or "[]")


def draft_of(row: DraftRow | None) -> Draft:
    """A draft as the journal has it."""
    if row is None:
        return EMPTY
    files = files_of(row.attachments)
    return Draft(row.text, row.html, files, row.channel, row.recipient, row.base_entry)


def _row(key: DraftKey, draft: Draft, now_ms: int) -> DraftRow:
    return DraftRow(
        account_id=key.account_id,
        ticket_remote_id=key.remote_id,
        mode=key.mode,
        text=draft.text,
        html=draft.html,
        channel=draft.channel,
        recipient=draft.recipient,
        attachments=msgspec.json.encode(draft.files).decode(),
        base_entry=draft.base_entry,
        updated_at=now_ms,
    )


class DraftBook(QObject):
    """Keeps drafts by key and saves them, at the latest 400 ms after a change.

    What was written here stays: a reader's answer may be older than a save or a send that was
    confirmed meanwhile, and must not bring old words back. Several composers may share one book:
    then a ticket that shows twice has one draft all the same. GUI thread.

    Attributes:
        busy: drafts on their way into the outbox or back; nobody may type into these.

    Signals:
        changed: key of a draft that is another one from now on.
        saved: key of a draft that is on disk.
        not_saved: (key, Exception); the draft stays in memory and is tried again soon.
        files_changed: key of a draft whose files changed without the editor's doing.
    """

    changed = Signal(object)
    saved = Signal(object)
    not_saved = Signal(object, object)
    files_changed = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._drafts: dict[DraftKey, Draft] = {}
        self._dirty: set[DraftKey] = set()
        self.busy: set[DraftKey] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._touched: set[DraftKey] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.keep_versions("pause"))
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_AFTER_MS)
        self._retry.timeout.connect(self.flush)

    def get(self, key: DraftKey) -> Draft | None:
        """The draft if it is in memory: then the journal has it, or will have it soon."""
        return self._drafts.get(key)

    def load(self, key: DraftKey, draft: Draft) -> None:
        """What the journal has; ignored where memory knows better."""
        if not draft.is_empty:  # else every ticket that is looked at would leave something here
            self._drafts.setdefault(key, draft)

    def change(self, key: DraftKey, draft: Draft) -> None:
        """Another text, or other files; saved soon. A throttle, so steady typing is saved too."""
        if self._drafts.get(key, EMPTY) == draft:
            return
        self._drafts[key] = draft
        self._dirty.add(key)
        self._touched.add(key)
        self._pause.start()
        if not self._timer.isActive():
            self._timer.start()
        self.changed.emit(key)

    def add_file(self, key: DraftKey, file: OutgoingFile) -> None:
        """A file that was sealed for this draft, wherever the agent is by now."""
        draft = self._drafts.get(key, EMPTY)
        self.change(key, replace(draft, files=(*draft.files, file)))
        self.files_changed.emit(key)

    def keep_versions(self, why: str) -> None:
        """Keep what was written since the last time beside the drafts, for whoever regrets it."""
        self._pause.stop()
        touched, self._touched = self._touched, set()
        for key in touched:
            self.keep_version(key, why)

    def keep_version(self, key: DraftKey, why: str, then: Callable[[], None] | None = None) -> None:
        """Keep the words of one draft as they are; `then` once they are on disk."""
        row = _row(key, self._drafts.get(key, EMPTY), self._ctx.clock.now_ms())
        self._ctx.writes.submit(
            lambda door: door.keep_version(row, why),
            done=lambda _: then() if then else None,
            failed=lambda error: self.not_saved.emit(key, error),
            owner=self,
        )

    def flush(self) -> None:
        """Hand all changed drafts to the journal's thread now."""
        self._timer.stop()
        for key in list(self._dirty):
            self._save(key)

    def _save(self, key: DraftKey) -> None:
        draft = self._drafts[key]
        self._dirty.discard(key)
        row = _row(key, draft, self._ctx.clock.now_ms())

        def write(door: JournalDoor) -> None:
            if draft.is_empty:
                door.drop_draft(key.account_id, key.remote_id, key.mode)
            else:
                door.save_draft(row)

        self._ctx.writes.submit(
            write,
            done=lambda _: self.saved.emit(key),
            failed=lambda error: self._on_failed(key, error),
            owner=self,
        )

    def _on_failed(self, key: DraftKey, error: Exception) -> None:
        self._dirty.add(key)
        self._retry.start()
        self.not_saved.emit(key, error)

    def sent(self, key: DraftKey) -> None:
        """The journal dropped it together with enqueuing; memory follows."""
        self.reload(key, EMPTY)

    def reload(self, key: DraftKey, draft: Draft) -> None:
        """The journal changed it (a command was taken back): its word replaces memory's."""
        self._dirty.discard(key)
        changed = self._drafts.get(key, EMPTY) != draft
        self._drafts[key] = draft
        if changed:
            self.changed.emit(key)
