"""The conversation pane: entries of a ticket, what is shown of them, who is typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace.store.queries.conversation import Position
from workspace.store.queries.conversation_find import FoundEntry, KindCounts, count_kinds
from workspace.store.queries.rows import EntryRow
from workspace.ui.conversation import conversation_access as access
from workspace.ui.conversation.arrivals import Arrivals
from workspace.ui.conversation.attachment_actions import AttachmentActions
from workspace.ui.conversation.conversation_bar import ConversationBar, HiddenStrip
from workspace.ui.conversation.conversation_more import ConversationMore
from workspace.ui.conversation.conversation_reading import Kind, position
from workspace.ui.conversation.conversation_rows import NEW_KEY, Row, build_rows, row_key_of
from workspace.ui.conversation.conversation_source import ConversationSource
from workspace.ui.conversation.conversation_view import ConversationView
from workspace.ui.conversation.earlier_sections import EarlierSections
from workspace.ui.conversation.entry_actions import EntryActions
from workspace.ui.conversation.entry_words import describe_entry
from workspace.ui.conversation.finding import Finding
from workspace.ui.conversation.first_new import FirstNew
from workspace.ui.conversation.overlays import Overlays, new_words, nothing_words
from workspace.ui.conversation.presence_signal import PresenceSignal
from workspace.ui.conversation.typing_line import TypingLine
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


class ConversationArea(QWidget):
    """Shows one ticket's conversation and keeps it fresh.

    Signals:
        take_back_asked: command id of a queued or failed entry; the composer takes it back, for
            its text may have to go where somebody is typing.
        kind_changed: the agent chose another Kind of entries.
    """

    take_back_asked = Signal(str)
    kind_changed = Signal(str)

    def __init__(
        self,
        ctx: WindowContext,
        parent: QWidget | None = None,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        access.install()
        super().__init__(parent)
        self._ctx = ctx
        self._at_entry: int | None = None
        self._going: tuple[Position, Callable[[], None] | None] | None = None
        self._unseen = 0
        self._hidden_new = 0
        self._arrivals = Arrivals()
        self.bar = ConversationBar(ctx, self)
        self.strip = HiddenStrip(ctx, self)
        self.view = ConversationView(ctx, self)
        self.view.setAccessibleName(t("Conversation", "Conversation"))
        self.view.setObjectName("conversation")
        self.source = ConversationSource(ctx, self)
        self.entry_actions = EntryActions(ctx, self.view, self.source, open_url, self)
        self.attachments = AttachmentActions(ctx, self.view, self.source, self)
        self.more = ConversationMore(ctx, self.source, self.attachments, self)
        self.finding = Finding(ctx, self.view, self.source, self._go_to_found, self)
        self.earlier = EarlierSections(ctx, self)
        self.first_new = FirstNew(ctx, self._newest_in_view, self)
        self.overlays = Overlays(ctx, self.view)
        self.typing = TypingLine(ctx, self)
        self.signs = self.typing.signs
        self.presence = PresenceSignal(ctx, self)
        self._lay_out()
        self._connect()
        self._show_hint()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.strip)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.typing)

    def _connect(self) -> None:
        self.source.opened.connect(self._on_opened)
        self.source.moved.connect(self._on_moved)
        self.source.changed.connect(self._on_changed)
        self.source.failed.connect(self._on_failed)
        self.view.near_top.connect(self._on_near_top)
        self.view.offer_asked.connect(self.earlier.load_next)
        self.earlier.changed.connect(lambda: self._show_rows())
        self.view.near_end.connect(self.source.load_newer)
        self.view.end_asked.connect(self.scroll_to_end)
        self.view.end_left.connect(self._on_end_left)
        self.view.current_changed.connect(lambda index: access.tell_focus(self.view, index))
        self.view.link_hovered.connect(self.typing.show_target)
        self.entry_actions.take_back_asked.connect(self.take_back_asked)
        self.bar.kind_chosen.connect(self.show_kind)
        self.bar.find_asked.connect(self.finding.open)
        self.bar.menu_asked.connect(self.more.open)
        self.more.find_asked.connect(self.finding.open)
        self.more.new_asked.connect(self.go_to_first_new)
        self.strip.all_asked.connect(lambda: self.show_kind(""))
        self.first_new.changed.connect(self._on_new)
        self.overlays.up_asked.connect(self.go_to_first_new)
        self.overlays.down_asked.connect(self.scroll_to_end)
        self.view.verticalScrollBar().valueChanged.connect(self._show_up)

    # --- tickets -------------------------------------------------------------------------

    def show_ticket(
        self,
        ticket_id: int | None,
        at_entry: int | None = None,
        words: Sequence[str] = (),
        *,
        is_held: bool = False,
    ) -> None:
        """Show this ticket from its end, or at one entry; None shows that nothing is chosen.

        `words` are what a search found it by, and marked; `is_held`: see `OnePicture`.
        """
        if at_entry is not None and at_entry <= 0:  # found by its subject, not by an entry
            at_entry = None
        same = ticket_id is not None and ticket_id == self.source.ticket_id
        if words or not same:
            self.finding.mark_words(words)
        if same and (at_entry is None or self._jump(at_entry)):
            return
        self._at_entry = at_entry
        if at_entry is not None and self.source.kind:
            self._take_kind("")
        self._going = None
        self._set_unseen(0)
        self._hidden_new = 0
        self.signs.stop()
        self.presence.leave()
        self.first_new.open(None)
        self.earlier.open(None, self.source.kind)
        self.view.start_over()
        self.bar.show_counts(None, is_held=is_held)
        self.source.show_ticket(ticket_id, at_entry)
        self._ask_counts()
        self._show_hint()
        self._show_strip()

    def scroll_to_end(self) -> None:
        """Follow the newest entries (after the agent sent something)."""
        self._going = None
        if self.source.has_newer:
            self.source.show_newest()
        self.view.scroll_to_end()

    def place(self) -> int | None:
        """The entry at which the reader is; None at the newest."""
        entry = None if self.at_newest else self.view.first_seen()
        return entry.id if entry is not None else None

    def _on_opened(self) -> None:
        self._arrivals.start(self.source.newest)
        self.earlier.open(self.source.ticket, self.source.kind)
        self._show_rows(self._key_of_entry(self._at_entry))
        ticket = self.source.ticket
        if ticket is not None:
            self.signs.watch(ticket.account_id, ticket.remote_id)
            self._show_presence()
        self.first_new.open(ticket)
        self.finding.ticket_opened()
        if self._at_entry is not None:
            self._jump(self._at_entry)
            self._at_entry = None
        self._show_hint()

    def _on_near_top(self) -> None:
        self.source.load_older()
        if not self.source.has_older and self.source.complete and not self.source.is_loading:
            self.earlier.look()

    def _on_moved(self) -> None:
        """Another stretch: show the place that was asked for, or the end."""
        self.earlier.open(self.source.ticket, self.source.kind)
        going, self._going = self._going, None
        key = self._key_near(going[0]) if going is not None else ""
        self._arrived()
        self._show_rows(key)
        if going is None:
            self.view.scroll_to_end()
        elif going[1] is not None:
            going[1]()
        self.finding.entries_changed()
        self._show_hint()
        self._show_pill()

    def _on_changed(self) -> None:
        was_at_end = self.at_newest
        others = self._arrived()
        self._show_rows()
        kind = self.source.kind
        seen = [entry for entry in others if kind in ("", entry.kind)]
        if seen and was_at_end and self.isVisible():
            self.presence.read()
        if seen and not was_at_end:
            self._set_unseen(self._unseen + len(seen))
        if others and not self.is_looked_at():
            self.first_new.arrived(position(others[0]), len(others))
        self.first_new.look()
        self.finding.entries_changed()
        self._show_hint()
        self._show_pill()
        self._ask_counts()

    def _arrived(self) -> list[EntryRow]:
        """What others said since the last look: announced, and counted where a filter hides it."""
        others = self._arrivals.take(self.source.newest)
        for entry in others[-3:]:
            access.announce(self.view, describe_entry(entry, self._ctx.clock.now_ms()))
        kind = self.source.kind
        self._hidden_new += sum(1 for entry in others if kind not in ("", entry.kind))
        self._show_strip()
        return others

    @property
    def at_newest(self) -> bool:
        """The ticket's newest entry is in view."""
        return self.view.stack.at_end and not self.source.has_newer

    def _show_rows(self, at: str = "") -> None:
        rows = self._rows()
        ticket = self.source.ticket
        self.view.clock_offset_ms = ticket.clock_offset_ms if ticket else 0
        self.view.set_rows(rows, at=at, has_newer=self.source.has_newer)

    def _rows(self) -> list[Row]:
        entries, place = self.source.entries, self.first_new.place
        above = bool(self.source.has_older and entries and place and place < position(entries[0]))
        if place is None or above:  # what is new begins above what is loaded
            rows = build_rows(entries)
        else:
            rows = build_rows(entries, new=(place, new_words(self.first_new.count)))
        return rows if self.source.has_older else self.earlier.rows() + rows

    def _key_of_entry(self, entry_id: int | None) -> str:
        entry = next((each for each in self.source.entries if each.id == entry_id), None)
        return row_key_of(entry, self._rows()) if entry and entry_id else ""

    def _key_near(self, place: Position) -> str:
        entries = self.source.entries
        near = next((each for each in entries if position(each) >= place), None)
        near = near or (entries[-1] if entries else None)
        return row_key_of(near, self._rows()) if near is not None else ""

    def _jump(self, entry_id: int) -> bool:
        key = self._key_of_entry(entry_id)
        return bool(key) and self.view.jump_to(key)

    def _go_to_found(self, found: FoundEntry, then: Callable[[], None]) -> None:
        self._going = (found.place, then)
        self.source.show_place(found.place)

    def _on_failed(self, error: Exception) -> None:
        self._going = None
        self._ctx.notices.error(error)
        self._show_hint(t("Conversation", "This conversation can't be read right now."))

    # --- what is new -----------------------------------------------------------------------

    def is_looked_at(self) -> bool:
        """It is on the screen, in the window that has the focus."""
        return self.isVisible() and self.window().isActiveWindow()

    def _newest_in_view(self) -> int:
        if not (self.is_looked_at() and self.at_newest and self.source.newest):
            return 0
        kept = [entry.created_at for entry in self.source.newest if entry.id]
        return max(kept, default=0)

    def _on_new(self) -> None:
        self._show_rows()
        self._show_up()

    def go_to_first_new(self) -> None:
        """To the line above what is new since the agent last looked."""
        place = self.first_new.place
        if place is None:
            self._ctx.notices.show(t("Conversation", "Nothing is new since you last looked."))
        elif not self._jump_to_new():
            self._going = (place, self._on_new_loaded)
            self.source.show_place(place)

    def _on_new_loaded(self) -> None:
        self._jump_to_new()

    def _jump_to_new(self) -> bool:
        index = self.view.index_of(NEW_KEY)
        if index < 0:
            return False
        self.view.show_at(index)
        return True

    def _show_up(self) -> None:
        """The way up, as long as the line above what is new is above what is seen."""
        index = self.view.index_of(NEW_KEY)
        placements = self.view.stack.placements
        hidden = self.first_new.place is not None and (
            index < 0 or (bool(placements) and index < placements[0][0])
        )
        self.overlays.show_up(self.first_new.count if hidden else 0)
        if self.at_newest:
            self.first_new.look()

    # --- which entries show ----------------------------------------------------------------

    def show_kind(self, kind: Kind) -> None:
        """Only entries of this kind; the reader stays near where they are."""
        if kind == self.source.kind:
            return
        place: Position | None = None
        entry = None if self.at_newest else self.view.first_seen()
        if entry is not None and entry.id:
            place = position(entry)
            self._going = (place, None)
        self._hidden_new = 0
        self._take_kind(kind, place)
        self.kind_changed.emit(kind)

    def _take_kind(self, kind: Kind, place: Position | None = None) -> None:
        self.source.show_kind(kind, place)
        self.bar.show_kind(kind)
        self._show_strip()

    def next_filter(self) -> None:
        """The next of the filters, in a circle; told to a screen reader."""
        self.bar.step(1)
        access.announce(self.view, self.strip.label.text())

    def _ask_counts(self) -> None:
        ticket_id = self.source.ticket_id
        if ticket_id is not None:
            self._ctx.reads.ask(
                count_kinds,
                ticket_id,
                then=self._on_counted,
                failed=lambda _error: None,  # the conversation itself says what is wrong
                owner=self,
                topic="counts",
            )

    def _on_counted(self, counts: KindCounts) -> None:
        self.bar.show_counts(counts)
        self._show_strip()

    def _show_strip(self) -> None:
        self.strip.say(self.source.kind, self.bar.hidden_count(), self._hidden_new)

    # --- what is around the rows -----------------------------------------------------------

    def _show_hint(self, text: str = "") -> None:
        source = self.source
        if not text and source.ticket_id is None:
            text = t("Conversation", "Choose a ticket to read its conversation.")
        elif not text and not source.entries and not source.is_loading:
            text = nothing_words(source.kind, source.complete)
        self.overlays.say(text)

    def _on_end_left(self, left: bool) -> None:
        if not left and not self.source.has_newer:
            if self._unseen:
                self.presence.read()
            self._set_unseen(0)
        self._show_pill()

    def _show_presence(self) -> None:
        """Others see that this agent is here as long as the ticket can be seen."""
        ticket = self.source.ticket
        if ticket is not None and self.isVisible():
            self.presence.enter(ticket.account_id, ticket.remote_id)
            if self.at_newest:
                self.presence.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_presence()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presence.leave()

    def _set_unseen(self, count: int) -> None:
        self._unseen = count
        self._show_pill()

    def _show_pill(self) -> None:
        self.overlays.show_down(self._unseen, far=self.source.has_newer)
