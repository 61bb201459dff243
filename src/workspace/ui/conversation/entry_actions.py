"""What the agent does with an entry: answer for one not sent, open a link, take a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workspace.store.queries.rows import EntryRow, LocalNoteRow
from workspace.ui.composer.scheduling import ask_when, reschedule
from workspace.ui.conversation.conversation_menu import row_menu
from workspace.ui.conversation.conversation_source import ConversationSource
from workspace.ui.conversation.conversation_view import ConversationView
from workspace.ui.conversation.links import (
    names_its_target,
    readable_host,
    readable_target,
    safe_url,
)
from workspace.ui.conversation.text_blocks import Link
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


class EntryActions(QObject):
    """Signals:
    take_back_asked: command id of a queued or failed entry.
    edit_asked: (id, text) of a note that is kept only here.
    """

    take_back_asked = Signal(str)
    edit_asked = Signal(str, str)

    def __init__(
        self,
        ctx: WindowContext,
        view: ConversationView,
        source: ConversationSource,
        open_url: Callable[[QUrl], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view = view
        self._source = source
        self._open_url = open_url
        self._over = parent
        view.action_asked.connect(self._on_action)
        view.link_asked.connect(self.open_link)
        view.menu_asked.connect(self._on_menu)

    def _on_menu(self, index: int, spot: QPoint) -> None:
        row_menu(self._view, index).popup(spot)

    def _on_action(self, name: str, entry: EntryRow) -> None:
        ticket = self._source.ticket
        if ticket is None:
            return
        if name in ("undo", "edit"):
            self.take_back_asked.emit(entry.command_id)
        elif name == "retry" or (name == "send_again" and entry.state != "in_doubt"):
            self._tell_engine("outbox.retry", id=entry.command_id)
        elif name in ("was_sent", "send_again"):
            self._tell_engine("outbox.resolve", id=entry.command_id, sent=name == "was_sent")
        elif name == "send_now":
            reschedule(self._ctx, entry.command_id, 0, self)
        elif name == "reschedule":
            ask_when(
                self._ctx,
                lambda at: reschedule(self._ctx, entry.command_id, at, self),
                self._over,
            )
        elif name == "check":
            self._tell_engine("sync.now", account=ticket.account)
        elif name == "edit_note":
            self.edit_asked.emit(entry.remote_id, entry.text)
        elif name == "delete_note":
            self._ctx.writes.submit(
                lambda door: door.remove_local_note(entry.remote_id),
                done=lambda note: _offer_undo(self._ctx, note),
                failed=self._ctx.notices.error,
            )

    def _tell_engine(self, method: str, **args: Any) -> None:
        self._ctx.engine.call(
            method,
            then=lambda _: self._ctx.bus.announce(outbox=True),
            failed=self._ctx.notices.error,
            owner=self,
            **args,
        )

    def open_link(self, link: Link) -> None:
        """Open it if its words say where it leads; else say so and ask first."""
        url = safe_url(link)
        if url is None:
            self._ctx.notices.show(
                t("Conversation", "This link can't be opened: only web, mail and phone links can."),
                "warn",
            )
        elif names_its_target(link, url):
            self._open_url(url)
        else:
            self._ask_before_opening(link, url)

    def _ask_before_opening(self, link: Link, url: QUrl) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._over)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(t("Conversation", "Open link"))
        box.setText(t("Conversation", "This link leads to {host}.", host=readable_host(url)))
        box.setInformativeText(readable_target(link))
        go = box.addButton(t("Conversation", "Open"), QMessageBox.ButtonRole.AcceptRole)
        copy = box.addButton(t("Conversation", "Copy address"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        go.clicked.connect(lambda: self._open_url(url))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(link.target))
        box.open()


def _offer_undo(ctx: WindowContext, note: LocalNoteRow) -> None:
    """Not of a pane: the agent may be elsewhere when the undo is wanted."""
    ctx.bus.refresh()
    ctx.notices.show(
        t("Conversation", "The note was deleted from this computer."),
        action=t("Conversation", "Undo"),
        undoes=True,
        on_action=lambda: ctx.writes.submit(
            lambda door: door.restore_local_note(note),
            done=lambda _: ctx.bus.refresh(),
            failed=ctx.notices.error,
        ),
        seconds=10.0,
        key=f"deleted-{note.id}",
    )
