"""What the keys do to the ticket in front, in the main window and in windows of one ticket."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt

from workspace.ui.ticket_actions import TicketActions
from workspace.ui.ticket_tabs.ticket_pane import TicketPane
from workspace.ui.widgets.notice_bar import NoticeBar

ACTIONS = (
    "reply",
    "note",
    "solve",
    "claim",
    "assign",
    "tag",
    "snooze",
    "macros",
    "macro_editor",
    "dismiss_mention",
    "undo",
    "focus_conversation",
    "find",
    "find_next",
    "find_previous",
    "next_filter",
    "first_new",
    "print",
    "copy_link",
    "close_tab",
)
"""Ids of the actions that these methods handle."""


class TicketKeys:
    """To be mixed into a window: actions.py names these methods.

    Attributes:
        pane: the ticket in front.
        notice_bar: where this window tells what was done.
    """

    ticket_actions: TicketActions
    notice_bar: NoticeBar

    @property
    @abstractmethod
    def pane(self) -> TicketPane:
        """The ticket in front."""

    def targets(self) -> list[int]:
        """The tickets that a change by key is made to."""
        return [self.pane.ticket_id] if self.pane.ticket_id is not None else []

    def start_reply(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.composer.focus_reply()

    def start_note(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.composer.focus_note()

    def solve(self) -> None:
        self.ticket_actions.solve(self.targets())

    def claim(self) -> None:
        self.ticket_actions.claim(self.targets())

    def snooze(self) -> None:
        self.ticket_actions.ask_time(self.targets())

    def undo(self) -> None:
        """What a notice offers to take back, else what this ticket's composer sent."""
        if self.notice_bar.undo():
            return
        composer = self.pane.composer
        if command_id := composer.flow.undo.command_id:
            composer.take_back(command_id)
        else:
            self.ticket_actions.say_nothing_to_undo()

    def dismiss_mention(self) -> None:
        self.ticket_actions.dismiss_mentions(self.targets())

    def assign(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.header.open_assignee_menu()

    def add_tag(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.header.open_tag_editor()

    def open_macros(self) -> None:
        targets = self.targets()
        if len(targets) > 1:
            if not self.ticket_actions.too_many_for_macro(len(targets)):
                self.pane.macros.open_for(targets, self.ticket_actions)
        else:
            self.pane.macros.open()

    def open_macro_editor(self) -> None:
        self.pane.macros.open_editor()

    def focus_conversation(self) -> None:
        self.pane.conversation.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find_in_conversation(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.conversation.finding.open()

    def find_next(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.conversation.finding.step(1)

    def find_previous(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.conversation.finding.step(-1)

    def first_new(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.conversation.go_to_first_new()

    def print_conversation(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.conversation.more.open_transcript()

    def copy_link(self) -> None:
        self.pane.header.copy_link()

    def next_filter(self) -> None:
        if self.pane.ticket_id is not None:
            self.pane.conversation.next_filter()
