"""Tickets that are open at once: one that follows the list, and those kept in tabs of their own.

A tab's widgets are made when it is first shown, and only a few stay alive: the others keep their
draft in the journal and their place by the entry that was read.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workspace.store.connect import Reader
from workspace.store.queries.rows import TicketRow
from workspace.ui.composer.draft_book import DraftBook
from workspace.ui.conversation.conversation_reading import Kind
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_tabs.tab_strip import TabStrip
from workspace.ui.ticket_tabs.ticket_pane import TicketPane
from workspace.ui.widgets.focus import focus_kept

MOST_LIVE = 4
MOST_TABS = 30


def read_tabs(reader: Reader, ticket_ids: list[int]) -> dict[int, TicketRow]:
    """The tickets of the tabs."""
    from workspace.store.queries import tickets

    return tickets.get_tickets(reader, ticket_ids)


def find_refs(reader: Reader, refs: list[str]) -> dict[str, int]:
    """Local ids of tickets by ACCOUNT:REMOTE_ID; those that are gone are left out."""
    from workspace.store.queries import tickets

    found: dict[str, int] = {}
    for ref in refs:
        account, _, remote_id = ref.partition(":")
        row = tickets.find_ticket(reader, account, remote_id)
        if row is not None:
            found[ref] = row.id
    return found


class Tab(msgspec.Struct, eq=False):
    """A place for a ticket; `pane` is None while it need not be seen."""

    ticket_id: int | None = None
    title: str = ""
    ref: str = ""
    waits: bool = False
    pane: TicketPane | None = None
    at_entry: int | None = None
    used: int = 0


class TicketTabs(QWidget):
    """The first tab follows the list; the others stay on their ticket. One may stand beside.

    Signals:
        front_changed: another ticket is in front, by tab, by side or by what was shown in it.
        split_changed: two tickets stand side by side, or no longer.
        pane_made: a TicketPane that is new; who has to do with its parts connects to them.
    """

    front_changed = Signal()
    split_changed = Signal(bool)
    pane_made = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._clock = 0
        self.book = DraftBook(ctx, self)
        self.tabs: list[Tab] = [Tab()]
        self._left = self.tabs[0]
        self._right: Tab | None = None
        self._on_right = False
        self._restoring: list[str] = []
        self.strip = TabStrip(ctx, self)
        self.strip.addTab("")
        self.strip.hide()
        self._stacks = (QStackedWidget(), QStackedWidget())
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setHandleWidth(1)
        self.sides.setChildrenCollapsible(False)
        self._edges = (QFrame(), QFrame())
        self._holders = (QWidget(), QWidget())
        for holder, edge, stack in zip(self._holders, self._edges, self._stacks, strict=True):
            edge.setFixedHeight(2)
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addWidget(edge)
            inside.addWidget(stack, 1)
            self.sides.addWidget(holder)
        self._holders[1].hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.sides, 1)
        self._live(self.tabs[0])
        self.strip.currentChanged.connect(self._on_strip)
        self.strip.close_asked.connect(lambda index: self.close_tab(self.tabs[index]))
        ctx.bus.tickets_changed.connect(self._on_tickets)
        ctx.bus.refresh_all.connect(self._read_titles)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    # --- what is in front ------------------------------------------------------------------

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return self._right if self._on_right and self._right is not None else self._left

    @property
    def pane(self) -> TicketPane:
        """Its pane, which is always there."""
        pane = self.tab.pane
        assert pane is not None
        return pane

    def shown_ids(self) -> list[int]:
        """Tickets that can be seen now: one, or two side by side."""
        shown = [self._left, self._right]
        return [tab.ticket_id for tab in shown if tab is not None and tab.ticket_id is not None]

    def show_in_first(
        self, ticket_id: int, at_entry: int | None = None, words: Sequence[str] = ()
    ) -> None:
        """Show a ticket in the tab that follows the list, and bring that to the front."""
        first = self.tabs[0]
        changed = first is not self.tab or first.ticket_id != ticket_id
        first.ticket_id = ticket_id
        self._bring(first)
        with self._ctx.reads.together():  # not the customer's: that may take as long as the rest
            self.pane.show_ticket(ticket_id, at_entry, words)
        if changed:
            if len(self.tabs) > 1:
                self._read_titles()
            self.front_changed.emit()

    def show_in_front(
        self, ticket_id: int, at_entry: int | None = None, words: Sequence[str] = ()
    ) -> bool:
        """Show a place of a ticket that the tab in front has already. False if it has another."""
        if self.tab is self.tabs[0] or self.tab.ticket_id != ticket_id:
            return False
        self.pane.show_ticket(ticket_id, at_entry, words)
        return True

    def open_tab(self, ticket_id: int, *, front: bool = True) -> Tab:
        """A ticket in a tab of its own; one that it has already is taken."""
        tab = next((each for each in self.tabs[1:] if each.ticket_id == ticket_id), None)
        if tab is None:
            if len(self.tabs) > MOST_TABS:
                self._drop(min(self.tabs[1:], key=lambda each: each.used))
            tab = Tab(ticket_id)
            self.tabs.append(tab)
            self.strip.blockSignals(True)
            self.strip.add_cross(self.strip.addTab(""))
            self.strip.blockSignals(False)
            self._read_titles()
        if front:
            self.activate(tab)
        self._show_strip()
        return tab

    def activate(self, tab: Tab) -> None:
        """Bring a tab to the front, on the side where it stands."""
        self._bring(tab)
        self.front_changed.emit()

    def _bring(self, tab: Tab) -> None:
        self._clock += 1
        tab.used = self._clock
        self._on_right = tab is self._right
        if not self._on_right:
            self._left = tab
        self._stacks[self._on_right].setCurrentWidget(self._live(tab))
        self._rest_others()
        self._show_strip()

    def _live(self, tab: Tab) -> TicketPane:
        """The tab's pane; made now if there is none."""
        if tab.pane is None:
            tab.pane = TicketPane(self._ctx, self.book)
            self._stacks[tab is self._right].addWidget(tab.pane)
            conversation = tab.pane.conversation
            conversation.show_kind(self._ctx.settings.value.conversation_filter)
            conversation.kind_changed.connect(self._on_kind)
            self.pane_made.emit(tab.pane)
            if tab.ticket_id is not None:
                tab.pane.show_ticket(tab.ticket_id, tab.at_entry)
                tab.at_entry = None
        return tab.pane

    def _on_kind(self, kind: Kind) -> None:
        self._ctx.settings.change(conversation_filter=kind)

    def _rest_others(self) -> None:
        """Only a few panes stay alive; never is one let go that is at work."""
        seen = (self._left, self._right, self.tabs[0])
        able = [tab for tab in self.tabs if tab.pane is not None and tab not in seen]
        able = sorted((tab for tab in able if not _is_busy(tab)), key=lambda tab: tab.used)
        live = sum(tab.pane is not None for tab in self.tabs)
        for tab in able[: max(0, live - MOST_LIVE)]:
            assert tab.pane is not None
            tab.at_entry = tab.pane.conversation.place()
            self._let_go(tab)

    def _let_go(self, tab: Tab) -> None:
        pane, tab.pane = tab.pane, None
        if pane is not None:
            self._stacks[0].removeWidget(pane)
            self._stacks[1].removeWidget(pane)
            pane.retire()

    # --- tabs ------------------------------------------------------------------------------

    def close_tab(self, tab: Tab) -> None:
        """Close it; the first one, which follows the list, stays."""
        if tab is not self.tabs[0]:
            self._drop(tab)
            self.activate(self.tab)
            self.remember()

    def _drop(self, tab: Tab) -> None:
        at = self.tabs.index(tab)
        if tab is self._right:
            self._right, self._on_right = None, False
            self._holders[1].hide()
            self.split_changed.emit(False)
        if tab is self._left:
            others = [each for each in self.tabs if each not in (tab, self._right)]
            self._left = max(others, key=lambda each: each.used)
        self.tabs.remove(tab)
        self.strip.blockSignals(True)
        self.strip.removeTab(at)
        self.strip.blockSignals(False)
        self._let_go(tab)

    def close_current(self) -> None:
        """Close the tab in front."""
        self.close_tab(self.tab)

    def step(self, by: int) -> None:
        """The next or previous tab, in a circle."""
        at = self.tabs.index(self.tab)
        self.activate(self.tabs[(at + by) % len(self.tabs)])

    def split(self) -> None:
        """Put the ticket in front beside the others, or put the two together again."""
        if self._right is not None:
            self._join()
            return
        tab = self.tab
        if tab.ticket_id is None:
            return
        if tab is self.tabs[0]:
            tab = self.open_tab(tab.ticket_id, front=False)
        pane = self._live(tab)
        self._right = tab
        if self._left is tab:
            others = [each for each in self.tabs if each is not tab]
            self._left = max(others, key=lambda each: each.used)
            self._stacks[0].setCurrentWidget(self._live(self._left))
        with focus_kept(pane):
            self._stacks[1].addWidget(pane)
            self.split_changed.emit(True)
            self._holders[1].show()
            half = max(1, self.sides.width() // 2)
            self.sides.setSizes([half, half])
            self.activate(tab)
        self.remember()

    def _join(self) -> None:
        front, beside = self.tab, self._right
        assert beside is not None
        with focus_kept(self.pane):
            self._right, self._on_right = None, False
            self._holders[1].hide()
            self.split_changed.emit(False)
            self._stacks[0].addWidget(self._live(beside))
            self.activate(front)

    @property
    def is_split(self) -> bool:
        """Two tickets stand side by side."""
        return self._right is not None

    def _on_strip(self, index: int) -> None:
        if 0 <= index < len(self.tabs) and self.tabs[index] is not self.tab:
            self.activate(self.tabs[index])

    def _on_focus(self, _old: QObject | None, new: QObject | None) -> None:
        """The keyboard went to the other side: that ticket is in front from now on."""
        if self._right is None or not isinstance(new, QWidget):
            return
        on_right = self._stacks[1].isAncestorOf(new)
        if on_right != self._on_right and (on_right or self._stacks[0].isAncestorOf(new)):
            self._on_right = on_right
            self._show_strip()
            self.front_changed.emit()

    # --- titles ----------------------------------------------------------------------------

    def _on_tickets(self, changed: set[int]) -> None:
        if len(self.tabs) > 1 and any(tab.ticket_id in changed for tab in self.tabs):
            self._read_titles()

    def _read_titles(self) -> None:
        wanted = [tab.ticket_id for tab in self.tabs if tab.ticket_id is not None]
        if len(self.tabs) > 1:
            self._ctx.reads.ask(
                read_tabs, wanted, then=self._take_titles, owner=self, topic="titles"
            )

    def _take_titles(self, rows: dict[int, TicketRow]) -> None:
        for tab in self.tabs:
            row = rows.get(tab.ticket_id) if tab.ticket_id is not None else None
            if row is not None:
                tab.title = row.subject or row.requester_name or row.ref
                tab.ref, tab.waits = row.ref, row.needs_reply
            elif tab.ticket_id is not None:
                tab.title, tab.waits = t("Tabs", "(gone)"), False
        self._show_strip()
        self.remember()

    def _show_strip(self) -> None:
        self.strip.setVisible(len(self.tabs) > 1)
        for number, edge in enumerate(self._edges):
            edge.setVisible(self.is_split)
            front = "true" if number == self._on_right else "false"
            if edge.property("front") != front:
                edge.setProperty("front", front)
                edge.style().unpolish(edge)
                edge.style().polish(edge)
        self.strip.blockSignals(True)
        shown = self.tabs if len(self.tabs) > 1 else ()
        for index, tab in enumerate(shown):
            title = tab.title or (t("Tabs", "List") if index == 0 else "…")
            waits = tab.waits and tab is not self.tab
            self.strip.say(index, title, waits=waits, beside=tab is self._right)
        self.strip.setCurrentIndex(self.tabs.index(self.tab))
        self.strip.blockSignals(False)

    # --- from one start to the next ----------------------------------------------------------

    def remember(self, also: Sequence[str] = ()) -> None:
        """Keep which tickets are open, and `also` these."""
        refs = [tab.ref for tab in self.tabs[1:] if tab.ref]
        refs += [ref for ref in also if ref and ref not in refs]
        right = self._right.ref if self._right is not None else ""
        if not self._restoring:
            self._ctx.settings.change(tabs=tuple(refs), tab_beside=right)

    def restore(self) -> None:
        """Open what was open the last time; panes are made when they are looked at."""
        self._restoring = list(self._ctx.settings.value.tabs)
        if self._restoring:
            self._ctx.reads.ask(
                find_refs,
                self._restoring,
                then=self._restore,
                failed=lambda _error: self._restoring.clear(),  # they stay in the settings
                owner=self,
            )

    def _restore(self, found: dict[str, int]) -> None:
        self._restoring = []
        beside = self._ctx.settings.value.tab_beside
        for ref, ticket_id in found.items():
            tab = self.open_tab(ticket_id, front=False)
            tab.ref = ref
            if ref == beside and self._right is None:
                front = self.tab
                self._right = tab
                self.split_changed.emit(True)
                self._holders[1].show()
                self._stacks[1].setCurrentWidget(self._live(tab))
                self.activate(front)
        self.remember()  # without those that are gone

    def flush(self) -> None:
        """Hand all that is typed to the journal's thread now."""
        for tab in self.tabs:
            if tab.pane is not None:
                tab.pane.flush()


def _is_busy(tab: Tab) -> bool:
    return tab.pane is not None and tab.pane.composer.is_busy
