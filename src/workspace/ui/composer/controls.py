"""Says of each control of the composer whether it works, and where it doesn't, why."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from workspace.ui.choices import cannot, status_choices
from workspace.ui.composer.channel_rules import why_not_later
from workspace.ui.composer.composer_source import Known
from workspace.ui.composer.draft_book import MODES, DraftKey, Mode
from workspace.ui.composer.draft_files import DraftFiles
from workspace.ui.composer.send_plan import (
    local_readers,
    names_of,
    note_readers,
    recipient_words,
)
from workspace.ui.composer.writing import Writing
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext

CLOCK_MS = 20_000


class Controls(QObject):
    """Stateless but for the customer's clock, which it keeps up to date.

    Signals:
        told: the controls were told anew; not at each key.
    """

    told = Signal()

    def __init__(
        self, ctx: WindowContext, writing: Writing, files: DraftFiles, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._writing = writing
        self._files = files
        self._told: tuple[object, ...] = ()
        self._told_of: Known | None = None
        self._why: dict[Mode, str] = dict.fromkeys(MODES, "")
        writing.changed.connect(self.enable)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._tell_recipient)
        self._clock.start()

    def enable(self) -> None:
        """Look at everything anew."""
        self._tell_recipient()
        known = self._writing.known
        names = names_of(known) if known else frozenset()
        for mode, pane in self._writing.panes.items():
            self._enable(mode)
            pane.marks.names = names
        self.told.emit()

    def typed(self, mode: Mode) -> None:
        """A key was pressed: look at what that can change, and stop where it changed nothing."""
        known, key = self._writing.known, self._writing.key(mode)
        if known is not None and key is not None:
            self._tell_recipient()
            if self._why_not(known, key) != self._why[mode]:
                self._enable(mode)

    def _enable(self, mode: Mode) -> None:
        writing, pane = self._writing, self._writing.panes[mode]
        known, key = writing.known, writing.key(mode)
        pane.edit.enter_sends = self._ctx.settings.value.send_key == "enter"
        pane.edit.setReadOnly(known is None or key in writing.busy)
        if writing.is_reading:
            # For a moment nothing can be sent; the words are those that mostly follow.
            why = t("Composer", "Nothing is written yet.")
            pane.block(why)
            pane.set_choices((), why)
            return
        if known is None or key is None:
            why = writing.gone or t("Composer", "Choose a ticket first.")
            pane.block(why)
            pane.set_choices((), why)
            pane.allow_files(why)
            return
        why = self._why[mode] = self._why_not(known, key)
        pane.block(why)
        pane.set_choices(
            status_choices(known.directory, known.ticket),
            why or cannot(known.capabilities, "set_status"),
        )
        pane.allow_files(writing.gone or cannot(known.capabilities, "attachments"))
        pane.allow_later(why_not_later(known, mode, writing.draft(mode).channel))
        pane.allow_kind(cannot(known.capabilities, "note") if mode == "local" else "")

    def _why_not(self, known: Known, key: DraftKey) -> str:
        writing = self._writing
        is_local = key.mode == "local"
        if why := writing.gone or ("" if is_local else cannot(known.capabilities, key.mode)):
            return why
        if key in writing.busy:
            if is_local:
                return t("Composer", "It is being kept.")
            return t("Composer", "It is being put into the outbox.")
        if self._files.is_busy(key):
            return t("Composer", "A file is still being attached.")
        if writing.draft(key.mode).is_empty and not writing.panes[key.mode].edit.is_composing:
            return t("Composer", "Nothing is written yet.")
        return ""

    def _tell_recipient(self) -> None:
        known, draft = self._writing.known, self._writing.draft("reply")
        local = self._writing.draft("local")
        now = self._ctx.clock.now_ms()
        told = (
            draft.channel,
            draft.recipient,
            now // 60_000,
            local.base_entry,
            len(self._writing.panes),
        )
        if known is self._told_of and told == self._told:
            return
        self._told_of, self._told = known, told
        words = dict.fromkeys(MODES, "")
        if known is not None:
            words = {
                "reply": recipient_words(known, draft, now),
                "note": note_readers(known),
                "local": local_readers(known, local),
            }
        for mode, pane in self._writing.panes.items():
            pane.recipient.set_text(words[mode])
