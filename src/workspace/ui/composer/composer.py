"""The composer: two panes that never mix, drafts that are never lost, one press sends once."""

from __future__ import annotations

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
from workspace.ui.composer.completion import Completer, Provider
from workspace.ui.composer.composer_source import ComposerSource, Known, Opened
from workspace.ui.composer.controls import Controls
from workspace.ui.composer.draft_book import (
    EMPTY,
    MODES,
    SENT,
    Draft,
    DraftBook,
    DraftKey,
    Mode,
    draft_of,
)
from workspace.ui.composer.draft_files import DraftFiles
from workspace.ui.composer.draft_notices import DraftNotices
from workspace.ui.composer.emoji_book import EmojiNames, remember
from workspace.ui.composer.format_bar import FormatBar
from workspace.ui.composer.mentions import Colleagues
from workspace.ui.composer.mode_pane import ModePane
from workspace.ui.composer.mode_words import note_icon
from workspace.ui.composer.note_kinds import NoteKinds
from workspace.ui.composer.send_flow import SendFlow
from workspace.ui.composer.strips import Strips
from workspace.ui.composer.toolbox import Toolbox
from workspace.ui.composer.typing_signal import TypingSignal
from workspace.ui.composer.version_shelf import VersionShelf
from workspace.ui.composer.word_menu import WordMenu
from workspace.ui.composer.writing import Writing
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.spelling.spelling import spelling_of


class Composer(QWidget):
    """Writes to one ticket at a time: the one of `show_ticket`, until that is called again.

    Signals:
        sent: a reply or note lies safely in the outbox.
        draft_returned: a command was taken back; its words are in the editor again.
        look_asked: id of an entry that the agent wants to see before the reply goes.
        opened: the drafts of a ticket are in the editors; `left`: they were put away.
        held: what holds a send back came or went.
        macros_asked: somebody wants a macro; True if a “/” was typed for it, at the cursor.
    """

    sent = Signal()
    draft_returned = Signal()
    look_asked = Signal(object)
    opened = Signal()
    left = Signal()
    held = Signal()
    macros_asked = Signal(bool)

    def __init__(
        self, ctx: WindowContext, parent: QWidget | None = None, book: DraftBook | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._editor_px: int | None = None
        self.panes: dict[Mode, ModePane] = {mode: ModePane(ctx, mode, self) for mode in SENT}
        self.writing = Writing(ctx, self.panes, self, book)
        self.book = self.writing.book
        self._source = ComposerSource(ctx, self)
        self._typing = TypingSignal(ctx, self)
        self.flow = SendFlow(ctx, self.writing, self._typing.stop, self)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("composer_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(t("Composer", "Reply or internal note"))
        self.tabs.addTab(t("Composer", "Reply"))
        self.tabs.addTab(note_icon(ctx.theme), t("Composer", "Internal note"))
        self.files = DraftFiles(
            ctx,
            self.book,
            self.panes,
            key_of=self.writing.key,
            known=lambda: self.writing.known,
            bound=self.writing.bound,
            parent=self,
        )
        DraftNotices(
            ctx,
            self.book,
            self.panes,
            key_of=self.writing.key,
            ticket_id=lambda: self.writing.ticket_id,
            parent=self,
        )
        self.controls = Controls(ctx, self.writing, self.files, self)
        self.bar = FormatBar(ctx, self)
        self.tools = Toolbox(ctx, self.writing, self.bar, lambda: self.mode, self)
        self._stack = QStackedWidget(self)
        self._spells = False
        for pane in self.panes.values():
            self._adopt(pane)
            pane.later_asked.connect(lambda pane=pane: self.flow.send_later(pane.mode))
            pane.edit.slash_typed.connect(lambda: self.macros_asked.emit(True))
        self.kinds = NoteKinds(ctx, self.writing, self._make_local, self)
        self.tools.handlers["emoji"] = self._open_emoji
        self.versions = VersionShelf(ctx, self.writing, self)
        self.tools.handlers["send_later"] = self.flow.send_later
        self.tools.handlers["draft_history"] = self.versions.open
        # Not more than it needs, yet as high as a banner of several lines in a narrow pane: under
        # Maximum its height for the width would be cut to the size hint.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._connect()
        self.controls.enable()

    def _lay_out(self) -> None:
        theme = self._ctx.theme
        pad = theme.size("pane_pad_px")
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.px(8))
        self._top.addWidget(self.tabs)
        self._top.addWidget(self.bar, 1)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, theme.px(6), pad, theme.px(12))
        layout.setSpacing(theme.px(6))
        layout.addLayout(self._top)
        self.strips = Strips(theme, self)
        for guard in self.flow.guards:
            self.strips.add(guard)
        layout.addWidget(self.strips)
        layout.addWidget(self._stack)

    def _adopt(self, pane: ModePane) -> None:
        """All that the editors of all modes have."""
        self._stack.addWidget(pane)
        WordMenu(pane.edit, pane.marks)
        providers: list[Provider] = [EmojiNames(self._ctx, pane)]
        if pane.mode == "note":
            providers.append(Colleagues(self.writing))  # nobody is told of the other ones
        Completer(self._ctx, pane.edit, providers, pane.say)
        pane.edit.textChanged.connect(lambda: self._on_text(pane))
        pane.edit.focus_came.connect(lambda: self.strips.come_before(pane.edit))
        if self._spells:
            pane.marks.use_spelling(spelling_of(self._ctx))
        else:
            pane.edit.focus_came.connect(self._use_spelling)

    def _make_local(self) -> ModePane:
        """Not with the composer: few write one, and every start would wait for it."""
        pane = self.panes["local"] = ModePane(self._ctx, "local", self)
        # Before anybody looks into its editor: what stands there is taken for what was written.
        self.writing.fill({"local": self.writing.draft("local")})
        self._adopt(pane)
        pane.chain(self.panes["note"].more)  # else it would stand last in the window
        self.tools.serve(pane)
        if self._editor_px is not None:
            pane.give_room(self._editor_px)
        self.controls.enable()
        return pane

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_front)
        self.controls.told.connect(self.tools.refresh)
        self._source.opened.connect(self._on_opened)
        self._source.changed.connect(self._on_known)
        self._source.failed.connect(self._on_read_failed)
        self.files.changed.connect(self.controls.enable)
        self.flow.sent.connect(self.sent)
        self.flow.returned.connect(self.focus_mode)
        self.flow.draft_returned.connect(self.draft_returned)
        self.flow.guard.look_asked.connect(self._on_look)
        # Methods, not lambdas: a composer goes before the context whose signals these are.
        self._ctx.settings.changed.connect(self.controls.enable)
        self._ctx.theme.changed.connect(self._on_theme)
        self.kinds.turned.connect(self._show_front)
        self.kinds.kept.connect(self.sent)
        for guard in self.flow.guards:
            guard.turned.connect(self._on_held)
        self.strips.resized.connect(self.held)

    def _on_theme(self) -> None:
        self.tabs.setTabIcon(1, note_icon(self._ctx.theme, self.kinds.mode))

    # --- which ticket, which mode ------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """Which pane is in front."""
        return self.kinds.mode if self.tabs.currentIndex() == 1 else "reply"

    @property
    def is_busy(self) -> bool:
        """A send or a file is under way, so this must stay alive."""
        keys = self.writing.keys()
        return any(key in self.writing.busy or self.files.is_busy(key) for key in keys)

    @property
    def known(self) -> Known | None:
        """What is known of the ticket in front; None while nothing can be written."""
        return self.writing.known

    @property
    def is_held(self) -> bool:
        """Something above the editor holds the send back."""
        return any(not guard.isHidden() for guard in self.flow.guards)

    def fit(self, editor_px: int, whole_px: int, *, is_short: bool) -> None:
        """So much is left for a long text, and for all of the composer.

        In a short window a banner replaces the tabs. What stands above the editor takes what the
        editor's least lines and the buttons leave.
        """
        for widget in (self.tabs, self.bar):
            widget.setVisible(not (is_short and self.is_held))
        margins, gap = self._layout.contentsMargins(), self._layout.spacing()
        beside = margins.top() + margins.bottom() + gap + self.panes[self.mode].least_height()
        if not self.tabs.isHidden():
            beside += self._top.sizeHint().height() + gap
        self._editor_px = editor_px - self.strips.fit(whole_px - beside)
        for pane in self.panes.values():
            pane.give_room(self._editor_px)

    def _on_held(self) -> None:
        self.strips.come_before(self.panes[self.mode].edit)
        self.strips.to_top()
        self.strips.fit()
        self.held.emit()

    def show_ticket(self, ticket_id: int | None, at_entry: int | None = None) -> None:
        """Write to this ticket; the drafts of the earlier one are handed to the journal first."""
        if ticket_id == self.writing.ticket_id:
            return
        self._typing.stop()
        self.writing.put_away()
        self.flow.dismiss_guards()
        self.flow.undo.end()
        for pane in self.panes.values():
            pane.tray.forget_progress()
            pane.say("")
            pane.show_editor()
        self.left.emit()
        self.writing.ticket_id = ticket_id
        self.tabs.setCurrentIndex(0)
        self._source.open(ticket_id)
        self.controls.enable()

    def focus_reply(self) -> None:
        """The reply pane in front, ready for keys."""
        self.focus_mode("reply")

    def focus_note(self) -> None:
        """The note pane in front, of the kind last written, ready for keys."""
        self.focus_mode(self.kinds.mode)

    def edit_local_note(self, note_id: str, text: str) -> None:
        """Change a note that is kept only here; its words in the editor."""
        self.kinds.edit(note_id, text)
        self.focus_mode("local")

    def focus_mode(self, mode: Mode) -> None:
        """The pane of this mode in front, ready for keys.

        Where the backend takes no notes, a note is one on this computer.
        """
        if mode != "reply":
            self.kinds.show(mode)
            mode = self.kinds.mode
        self.tabs.setCurrentIndex(0 if mode == "reply" else 1)
        self.panes[mode].show_editor()
        self.panes[mode].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Hand what is typed to the journal's thread now (window closes, person signs out)."""
        self.writing.flush()

    def attach(self, files: list[Path], mode: Mode) -> None:
        """Attach files to the draft of this mode."""
        self.files.attach(files, mode)

    # --- macros --------------------------------------------------------------------------------

    def key(self, mode: Mode) -> DraftKey | None:
        """Which draft this mode's pane holds; None while no ticket is read."""
        return self.writing.key(mode)

    def add_strip(self, widget: QWidget) -> None:
        """Put a widget below what is held back, above the editor."""
        self.strips.add(widget)

    def insert_macro(self, mode: Mode, text: str, *, over_slash: bool = False) -> None:
        """Put words at the cursor of a mode's editor, and the keys there."""
        self.focus_mode(mode)
        self.panes[mode].edit.insert_macro(text, over_slash=over_slash)

    # --- what happens --------------------------------------------------------------------------

    def take_back(self, command_id: str) -> None:
        """Undo a send: cancel the command; its text and files are a draft again."""
        self.flow.take_back(command_id)

    def _show_front(self) -> None:
        had_focus = any(pane.edit.hasFocus() for pane in self.panes.values())
        self.tabs.setTabIcon(1, note_icon(self._ctx.theme, self.kinds.mode))
        self._stack.setCurrentWidget(self.panes[self.mode])
        self.book.flush()
        self.flow.dismiss_guards()
        if had_focus:
            self.panes[self.mode].edit.setFocus()
        self.controls.enable()

    def _on_look(self, entry_id: int) -> None:
        self.flow.looked(self.mode)
        self.look_asked.emit(entry_id)

    def _use_spelling(self) -> None:
        """From the first time that somebody is about to write: dictionaries take memory."""
        self._spells = True
        for pane in self.panes.values():
            pane.edit.focus_came.disconnect(self._use_spelling)
            pane.marks.use_spelling(spelling_of(self._ctx))

    def _open_emoji(self, mode: Mode) -> None:
        from workspace.ui.composer.emoji_picker import EmojiPicker

        picker = EmojiPicker(self._ctx, self)
        picker.picked.connect(lambda sign: self._insert_emoji(mode, sign))
        picker.show_at(self.bar)

    def _insert_emoji(self, mode: Mode, sign: str) -> None:
        self.focus_mode(mode)
        self.panes[mode].edit.textCursor().insertText(sign)
        remember(self._ctx, sign)

    # --- what is known -------------------------------------------------------------------------

    def _on_opened(self, opened: Opened) -> None:
        self.writing.known = opened.known
        drafts: dict[Mode, Draft] = {}
        for mode, row in zip(MODES, (opened.reply, opened.note, opened.local), strict=True):
            key = self.writing.key(mode)
            assert key is not None
            self.book.load(key, draft_of(row))
            drafts[mode] = self.book.get(key) or EMPTY
        self.writing.fill(drafts)
        self.kinds.begin()
        typing = any(pane.edit.hasFocus() for pane in self.panes.values())
        has_note = not (drafts["note"].is_empty and drafts["local"].is_empty)
        if drafts["reply"].is_empty and has_note and not typing:
            self.tabs.setCurrentIndex(1)  # never under the hands of somebody about to type
        self.controls.enable()
        self.opened.emit()

    def _on_known(self, known: Known) -> None:
        self.writing.known = known
        self.kinds.tell()
        self.controls.enable()

    def _on_read_failed(self, error: Exception) -> None:
        """The ticket is gone or can't be read. What is written stays where it is."""
        self.writing.gone = (
            f"{error.message} {error.action}".strip()
            if isinstance(error, WorkspaceError)
            else t("Composer", "This ticket can't be read right now.")
        )
        self.controls.enable()

    def _on_text(self, pane: ModePane) -> None:
        key, known = self.writing.key(pane.mode), self.writing.known
        if self.writing.is_filling or key is None:
            return
        if not self.writing.take_text(pane.mode):
            return  # the same words, looking otherwise
        if pane.mode == "reply" and known and known.capabilities.get("typing"):
            self._typing.key_pressed(key.account_id, key.remote_id)
        self.controls.typed(pane.mode)

    # --- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(self._ctx.theme.px(280), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._ctx.theme.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
