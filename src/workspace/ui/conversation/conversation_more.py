"""The menu of the whole conversation: find, what is new, copy and print, all attachments."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from workspace.store.queries.conversation_find import list_files
from workspace.store.queries.rows import AttachmentRow
from workspace.ui import keymap
from workspace.ui.conversation.attachment_actions import AttachmentActions
from workspace.ui.conversation.conversation_source import ConversationSource
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.popup_menu import PopupMenu


class ConversationMore(QObject):
    """Signals:
    find_asked, new_asked: the entries of the menu that belong to the conversation itself.
    """

    find_asked = Signal()
    new_asked = Signal()

    def __init__(
        self,
        ctx: WindowContext,
        source: ConversationSource,
        attachments: AttachmentActions,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._ctx = ctx
        self._source = source
        self._attachments = attachments
        self._over = over

    def open(self, spot: QPoint) -> None:
        """Pop up the menu there."""
        if self._source.ticket is not None:
            self.menu().popup(spot)

    def menu(self) -> QMenu:
        """The menu; it deletes itself when closed."""
        menu = PopupMenu(t("Conversation", "Copy, print, save"), self._over)
        find = t("Conversation", "Find in this conversation")
        self._add(menu, find, "find", self.find_asked.emit)
        new = t("Conversation", "Go to what is new")
        self._add(menu, new, "first_new", self.new_asked.emit)
        menu.addSeparator()
        self._add(menu, t("Conversation", "Copy or print…"), "print", self.open_transcript)
        self._add(menu, t("Conversation", "Save all attachments…"), "", self.save_all)
        return menu

    def _add(self, menu: QMenu, text: str, action_id: str, act: Callable[[], None]) -> None:
        keys = keymap.word_of(action_id, self._ctx.settings.value) if action_id else ""
        menu.addAction(f"{text}\t{keys}" if keys else text, lambda: act())

    def open_transcript(self) -> None:
        """Copy, print or keep the whole ticket."""
        from workspace.ui.transcript.transcript_dialog import TranscriptDialog

        if self._source.ticket is not None:
            TranscriptDialog(self._ctx, self._source.ticket, self._over).open()

    def save_all(self) -> None:
        """All attachments of the ticket, loaded or not."""
        ticket_id = self._source.ticket_id
        if ticket_id is not None:
            self._ctx.reads.ask(
                list_files, ticket_id, then=self._take_files, owner=self, topic="files"
            )

    def _take_files(self, files: list[AttachmentRow]) -> None:
        if files:
            self._attachments.ask_folder(files)
        else:
            self._ctx.notices.show(t("Conversation", "This ticket has no attachments."))
