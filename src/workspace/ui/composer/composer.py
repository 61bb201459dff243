"""The composer: two panes that never mix, drafts that are never lost, one press sends once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.errors import WorkspaceError
from workspace.ui.choices import StatusChoice, cannot, status_choices
from workspace.ui.composer.composer_source import ComposerSource, Known, Opened
from workspace.ui.composer.draft_book import (
    EMPTY,
    Draft,
    DraftBook,
    DraftKey,
    Mode,
    draft_of,
)
from workspace.ui.composer.draft_files import DraftFiles
from workspace.ui.composer.draft_notices import DraftNotices
from workspace.ui.composer.mode_pane import ModePane, lock_icon
from workspace.ui.composer.number_guard import NumberGuard
from workspace.ui.composer.send_extras import SendExtras
from workspace.ui.composer.send_guard import SendGuard
from workspace.ui.composer.send_plan import (
    arrived_since,
    build_commands,
    newest_remote_id,
    recipient_of,
    via_words,
)
from workspace.ui.composer.sender import Sender
from workspace.ui.composer.typing_signal import TypingSignal
from workspace.ui.composer.undo_offer import UndoOffer
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import ElidedLabel

MODES: tuple[Mode, Mode] = ("reply", "note")


class Composer(QWidget):
    """Writes to one ticket at a time: the one of `show_ticket`, until that is called again.

    Signals:
        sent: a reply or note lies safely in the outbox.
        draft_returned: a command was taken back; its words are in the editor again.
        opened: the drafts of a ticket are in the editors; `left`: they were put away.
        macros_asked: somebody wants a macro; True if a “/” was typed for it, at the cursor.

    Attributes:
        extras: who adds to what is sent, if anybody does.
    """

    sent = Signal()
    draft_returned = Signal()
    opened = Signal()
    left = Signal()
    macros_asked = Signal(bool)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._known: Known | None = None
        self._ticket_id: int | None = None
        self._is_filling = False
        self._busy: set[DraftKey] = set()
        self._held: set[DraftKey] = set()
        self._gone = ""
        self._taking_back = ""
        self.extras: SendExtras | None = None
        self.book = DraftBook(ctx, self)
        self._source = ComposerSource(ctx, self)
        self._sender = Sender(ctx, self)
        self._typing = TypingSignal(ctx, self)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("composer_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(t("Composer", "Reply or internal note"))
        self.tabs.addTab(t("Composer", "Reply"))
        self.tabs.addTab(lock_icon(ctx.theme), t("Composer", "Internal note"))
        self.via = ElidedLabel("", self, role="quiet")
        self.via.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.guard = SendGuard(ctx, self)
        self.numbers = NumberGuard(ctx, self)
        self.panes: dict[Mode, ModePane] = {mode: ModePane(ctx, mode, self) for mode in MODES}
        self.files = DraftFiles(
            ctx,
            self.book,
            self.panes,
            key_of=self._key,
            known=lambda: self._known,
            bound=self._bound,
            parent=self,
        )
        DraftNotices(
            ctx,
            self.book,
            self.panes,
            key_of=self._key,
            ticket_id=lambda: self._ticket_id,
            parent=self,
        )
        self._stack = QStackedWidget(self)
        for mode in MODES:
            self._stack.addWidget(self.panes[mode])
        self.undo = UndoOffer(ctx, self.panes, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self._connect()
        self._enable()

    def _lay_out(self) -> None:
        theme = self._ctx.theme
        pad = theme.size("pane_pad_px")
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self.tabs)
        top.addWidget(self.via, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, theme.px(6), pad, theme.px(12))
        layout.setSpacing(theme.px(6))
        layout.addLayout(top)
        layout.addWidget(self.guard)
        layout.addWidget(self.numbers)
        layout.addWidget(self._stack)
        self._layout = layout

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self._source.opened.connect(self._on_opened)
        self._source.changed.connect(self._on_known)
        self._source.failed.connect(self._on_read_failed)
        self.files.changed.connect(self._enable)
        self._sender.enqueued.connect(self._on_enqueued)
        self._sender.refused.connect(self._on_refused)
        self._sender.returned.connect(self._on_returned)
        self._ctx.settings.changed.connect(self._enable)
        self._ctx.theme.changed.connect(lambda: self.tabs.setTabIcon(1, lock_icon(self._ctx.theme)))
        for pane in self.panes.values():
            pane.edit.textChanged.connect(lambda pane=pane: self._on_text(pane))
            pane.undo_asked.connect(self._on_undo)
            pane.edit.slash_typed.connect(lambda: self.macros_asked.emit(True))
            pane.send_asked.connect(lambda status, pane=pane: self._on_send(pane, status))

    # --- which ticket, which mode ------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """Which pane is in front."""
        return MODES[max(0, self.tabs.currentIndex())]

    def show_ticket(self, ticket_id: int | None, at_entry: int | None = None) -> None:
        """Write to this ticket; the drafts of the earlier one are handed to the journal first."""
        if ticket_id == self._ticket_id:
            return
        self._put_away()
        self._ticket_id = ticket_id
        self._gone = ""
        self.tabs.setCurrentIndex(0)
        self._source.open(ticket_id)
        self._enable()

    def _put_away(self) -> None:
        self._typing.stop()
        for mode in MODES:
            key = self._key(mode)
            if key is not None:
                self._take_text(self.panes[mode], key)
        self.book.flush()
        self._known = None
        self._fill(dict.fromkeys(MODES, EMPTY))
        self.guard.dismiss()
        self.numbers.dismiss()
        self.undo.end()
        for pane in self.panes.values():
            pane.tray.forget_progress()
            pane.say("")
        self.left.emit()

    def focus_reply(self) -> None:
        """The reply pane in front, ready for keys."""
        self._focus("reply")

    def focus_note(self) -> None:
        """The note pane in front, ready for keys."""
        self._focus("note")

    def _focus(self, mode: Mode) -> None:
        self.tabs.setCurrentIndex(MODES.index(mode))
        self.panes[mode].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Hand what is typed to the journal's thread now (window closes, person signs out)."""
        for mode in MODES:
            key = self._key(mode)
            if key is not None:
                self._take_text(self.panes[mode], key)
        self.book.flush()

    def attach(self, files: list[Path], mode: Mode) -> None:
        """Attach files to the draft of this mode."""
        self.files.attach(files, mode)

    # --- macros --------------------------------------------------------------------------------

    @property
    def known(self) -> Known | None:
        """What was last read of the ticket."""
        return self._known

    def key(self, mode: Mode) -> DraftKey | None:
        """Which draft this mode's pane holds; None while no ticket is read."""
        return self._key(mode)

    def add_strip(self, widget: QWidget) -> None:
        """Put a widget between what is held back and the editor."""
        self._layout.insertWidget(self._layout.indexOf(self._stack), widget)

    def insert_macro(self, mode: Mode, text: str, *, over_slash: bool = False) -> None:
        """Put words at the cursor of a mode's editor, and the keys there."""
        self._focus(mode)
        self.panes[mode].edit.insert_macro(text, over_slash=over_slash)

    def _on_tab(self, index: int) -> None:
        had_focus = any(pane.edit.hasFocus() for pane in self.panes.values())
        self._stack.setCurrentIndex(index)
        self.book.flush()
        self.guard.dismiss()
        self.numbers.dismiss()
        if had_focus:
            self.panes[self.mode].edit.setFocus()
        self._enable()

    def _key(self, mode: Mode) -> DraftKey | None:
        if self._known is None:
            return None
        ticket = self._known.ticket
        return DraftKey(ticket.account_id, ticket.remote_id, mode)

    # --- what is known -------------------------------------------------------------------------

    def _on_opened(self, opened: Opened) -> None:
        self._known = opened.known
        drafts: dict[Mode, Draft] = {}
        for mode, row in (("reply", opened.reply), ("note", opened.note)):
            key = self._key(mode)  # type: ignore[arg-type]
            assert key is not None
            self.book.load(key, draft_of(row))
            drafts[key.mode] = self.book.get(key) or EMPTY
        self._fill(drafts)
        typing = any(pane.edit.hasFocus() for pane in self.panes.values())
        if drafts["reply"].is_empty and not drafts["note"].is_empty and not typing:
            self.tabs.setCurrentIndex(1)  # never under the hands of somebody about to type
        self._enable()
        self.opened.emit()

    def _on_known(self, known: Known) -> None:
        self._known = known
        self._enable()

    def _on_read_failed(self, error: Exception) -> None:
        """The ticket is gone or can't be read. What is written stays where it is."""
        self._gone = (
            f"{error.message} {error.action}".strip()
            if isinstance(error, WorkspaceError)
            else t("Composer", "This ticket can't be read right now.")
        )
        self._enable()

    def _fill(self, drafts: dict[Mode, Draft]) -> None:
        self._is_filling = True
        for mode, draft in drafts.items():
            self.panes[mode].edit.replace_text(draft.text)
            self.panes[mode].tray.show_files(draft.files)
        self._is_filling = False

    def _enable(self) -> None:
        """Say of each control whether it works, and where it doesn't, why."""
        known = self._known
        self.via.set_text(self._via_text())
        for mode, pane in self.panes.items():
            pane.edit.enter_sends = self._ctx.settings.value.send_key == "enter"
            key = self._key(mode)
            pane.edit.setReadOnly(known is None or key in self._busy)
            if known is None or key is None:
                why = self._gone or t("Composer", "Choose a ticket first.")
                pane.block(why)
                pane.set_choices((), why)
                pane.allow_files(why)
                continue
            why = self._gone or cannot(known.capabilities, mode)
            draft = self.book.get(key) or EMPTY
            if not why and key in self._busy:
                why = t("Composer", "It is being put into the outbox.")
            if not why and self.files.is_busy(key):
                why = t("Composer", "A file is still being attached.")
            if not why and draft.is_empty and not pane.edit.is_composing:
                why = t("Composer", "Nothing is written yet.")
            pane.block(why)
            pane.set_choices(
                status_choices(known.directory, known.ticket),
                why or cannot(known.capabilities, "set_status"),
            )
            pane.allow_files(self._gone or cannot(known.capabilities, "attachments"))

    def _via_text(self) -> str:
        key = self._key("reply")
        if self._known is None or key is None:
            return ""
        if self.mode == "note":
            return t("Composer", "Only colleagues see this.")
        return via_words(self._known.ticket, self.book.get(key) or EMPTY)

    # --- writing -------------------------------------------------------------------------------

    def _on_text(self, pane: ModePane) -> None:
        key = self._key(pane.mode)
        if self._is_filling or key is None:
            return
        self._take_text(pane, key)
        if pane.mode == "reply" and self._known and self._known.capabilities.get("typing"):
            self._typing.key_pressed(key.account_id, key.remote_id)
        self._enable()

    def _take_text(self, pane: ModePane, key: DraftKey) -> None:
        """From the editor into the book. Where writing begins, what it answers is bound."""
        draft = self.book.get(key) or EMPTY
        changed = replace(draft, text=pane.edit.full_text())
        if draft.is_empty and not changed.is_empty:
            changed = self._bound(changed)
        elif changed.is_empty:
            changed = replace(EMPTY, text=changed.text)
        self.book.change(key, changed)

    def _bound(self, draft: Draft) -> Draft:
        known = self._known
        if known is None:
            return draft
        return replace(
            draft,
            channel=known.ticket.channel,
            recipient=recipient_of(known.ticket),
            base_entry=newest_remote_id(known.entries),
        )

    # --- sending -------------------------------------------------------------------------------

    def _on_send(self, pane: ModePane, status: StatusChoice | None) -> None:
        """One press. What arrived since writing began is shown first and asks for a second one."""
        key, known = self._key(pane.mode), self._known
        if key is None or known is None:
            return
        self._take_text(pane, key)
        self._enable()
        draft = self.book.get(key) or EMPTY
        if not pane.send.isEnabled() or draft.is_empty:
            return
        if pane.mode == "reply":
            arrived = arrived_since(known.entries, draft.base_entry)
            moved = bool(draft.recipient) and draft.recipient != recipient_of(known.ticket)
            if self.guard.holds(key, arrived, draft.recipient if moved else ""):
                return
        if self.numbers.holds(key, draft.text):
            return
        if self.extras is not None and self.extras.holds(key, draft):
            return
        commands = build_commands(pane.mode, draft, known.ticket, status)
        if self.extras is not None:
            commands = self.extras.finish(key, known.ticket, commands)
        self._typing.stop()
        self._busy.add(key)
        self.book.flush()  # saved before it is dropped: should queuing fail, the draft is there
        pane.say(t("Composer", "Queuing…"))
        self._sender.send(key, known.ticket, commands, newest_remote_id(known.entries))
        self._enable()

    def _on_enqueued(self, key: DraftKey, ids: list[str], not_before: int) -> None:
        self._busy.discard(key)
        self.book.sent(key)
        if self.extras is not None:
            self.extras.enqueued(key, ids)
        self.guard.dismiss()
        self.numbers.dismiss()
        if key == self._key(key.mode):
            self._fill({key.mode: EMPTY})
            self.panes[key.mode].say("")
            self.undo.offer(key.mode, ids[0], not_before)
        self._enable()
        self.sent.emit()

    def _on_undo(self) -> None:
        if self.undo.command_id:
            self.take_back(self.undo.command_id)

    def _on_refused(self, key: DraftKey, error: Exception) -> None:
        self._busy.discard(key)
        pane = self.panes[key.mode]
        if key == self._key(key.mode):
            pane.say(t("Composer", "Not queued, the text is still here"), is_bad=True)
        self._ctx.notices.error(error)
        self._enable()

    def take_back(self, command_id: str) -> None:
        """Undo a send: cancel the command; its text and files are a draft again."""
        self.flush()
        self.undo.end()
        self._taking_back = command_id
        here = {key for mode in MODES if (key := self._key(mode)) is not None}
        self._held = here - self._busy
        self._busy |= self._held  # what would be typed now could not be joined any more
        self._sender.take_back(command_id)
        self._enable()

    def _on_returned(self, key: DraftKey | None, draft: Draft | None) -> None:
        self._busy -= self._held
        self._held = set()
        if key is None or draft is None:
            self._enable()
            return
        self.book.reload(key, draft)
        if self.extras is not None:
            self.extras.returned(key, self._taking_back)
        if key == self._key(key.mode):
            self.tabs.setCurrentIndex(MODES.index(key.mode))
            self._fill({key.mode: draft})
            self._focus(key.mode)
        self._enable()
        self.draft_returned.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._ctx.theme.px(280), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._ctx.theme.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
