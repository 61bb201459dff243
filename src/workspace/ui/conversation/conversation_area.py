"""The conversation pane: entries of a ticket, what can be done with them, who is typing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QVBoxLayout, QWidget

from workspace.store.queries.rows import AttachmentRow, EntryRow
from workspace.ui.conversation import conversation_access as access
from workspace.ui.conversation.attachments import safe_file_name
from workspace.ui.conversation.conversation_menu import row_menu
from workspace.ui.conversation.conversation_rows import build_rows, entry_key
from workspace.ui.conversation.conversation_source import ConversationSource
from workspace.ui.conversation.conversation_view import ConversationView
from workspace.ui.conversation.entry_words import describe_entry
from workspace.ui.conversation.links import (
    names_its_target,
    readable_host,
    readable_target,
    safe_url,
)
from workspace.ui.conversation.presence_signal import PresenceSignal
from workspace.ui.conversation.text_blocks import Link
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.live_signs import LiveSigns
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.words import one_line


class ConversationArea(QWidget):
    """Shows one ticket's conversation and keeps it fresh.

    Signals:
        take_back_asked: command id of a queued or failed entry; the composer takes it back, for
            its text may have to go where somebody is typing.
    """

    take_back_asked = Signal(str)

    def __init__(
        self,
        ctx: WindowContext,
        parent: QWidget | None = None,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        access.install()
        super().__init__(parent)
        self._ctx = ctx
        self._open_url = open_url
        self._at_entry: int | None = None
        self._known: set[str] = set()
        self._unseen = 0
        self.view = ConversationView(ctx, self)
        self.view.setAccessibleName(t("Conversation", "Conversation"))
        self.view.setObjectName("conversation")
        self.source = ConversationSource(ctx, self)
        self.signs = LiveSigns(ctx.clock, self)
        self.presence = PresenceSignal(ctx, self)
        self._hint = PlainLabel("", self.view.viewport(), role="quiet")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._pill = QPushButton(self.view)
        self._pill.setProperty("role", "primary")
        self._pill.hide()
        self._typing = PlainLabel("", self, role="faint")
        self._typing.setContentsMargins(ctx.theme.size("pane_pad_px"), 0, 8, ctx.theme.px(4))
        self._typing.setFixedHeight(ctx.theme.px(22))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._typing)
        self.setFocusProxy(self.view)
        self._connect()
        self._show_hint()

    def _connect(self) -> None:
        self.source.opened.connect(self._on_opened)
        self.source.changed.connect(self._on_changed)
        self.source.failed.connect(self._on_failed)
        self.view.near_top.connect(self.source.load_older)
        self.view.end_left.connect(self._on_end_left)
        self.view.action_asked.connect(self._on_action)
        self.view.attachment_asked.connect(self._on_attachment)
        self.view.link_asked.connect(self._on_link)
        self.view.menu_asked.connect(self._on_menu)
        self.view.current_changed.connect(lambda index: access.tell_focus(self.view, index))
        self.view.viewport().installEventFilter(self)
        self.signs.changed.connect(self._show_typing)
        self._ctx.engine.live.connect(self.signs.take)
        self._pill.clicked.connect(self.view.scroll_to_end)
        self._ctx.theme.changed.connect(self._place_overlays)

    # --- tickets -------------------------------------------------------------------------

    def show_ticket(self, ticket_id: int | None, at_entry: int | None = None) -> None:
        """Show this ticket from its end, or at one entry; None shows that nothing is chosen."""
        if at_entry is not None and at_entry <= 0:  # found by its subject, not by an entry
            at_entry = None
        if ticket_id is not None and ticket_id == self.source.ticket_id and at_entry is not None:
            if self._jump(at_entry):
                return
        elif ticket_id is not None and ticket_id == self.source.ticket_id:
            return
        self._at_entry = at_entry
        self._known = set()
        self._set_unseen(0)
        self.signs.stop()
        self.presence.leave()
        self.view.start_over()
        self.source.show_ticket(ticket_id, at_entry)
        self._show_hint()

    def scroll_to_end(self) -> None:
        """Follow the newest entries (after the agent sent something)."""
        self.view.scroll_to_end()

    def _on_opened(self) -> None:
        self._show_rows()
        ticket = self.source.ticket
        if ticket is not None:
            self.signs.watch(ticket.account_id, ticket.remote_id)
            self._show_presence()
        if self._at_entry is not None:
            self._jump(self._at_entry)
            self._at_entry = None
        self._show_hint()

    def _on_changed(self) -> None:
        before = self._known
        was_at_end = self.view.stack.at_end
        self._show_rows()
        fresh = [
            entry
            for entry in self.source.entries[-50:]
            if entry_key(entry) not in before and entry.kind != "activity"
        ]
        last_known = max(
            (e.created_at for e in self.source.entries if entry_key(e) in before), default=0
        )
        arrived = [entry for entry in fresh if entry.created_at >= last_known]
        others = [entry for entry in arrived if not entry.author_me]
        for entry in others[-3:]:
            access.announce(self.view, describe_entry(entry, self._ctx.clock.now_ms()))
        if others and was_at_end and self.isVisible():
            self.presence.read()
        if others and not was_at_end:
            self._set_unseen(self._unseen + len(others))
        self._show_hint()

    def _show_rows(self) -> None:
        self.view.set_rows(build_rows(self.source.entries))
        self._known = {entry_key(entry) for entry in self.source.entries}

    def _jump(self, entry_id: int) -> bool:
        for entry in self.source.entries:
            if entry.id == entry_id:
                return self.view.jump_to(entry_key(entry))
        return False

    def _on_failed(self, error: Exception) -> None:
        self._ctx.notices.error(error)
        self._show_hint(t("Conversation", "This conversation can't be read right now."))

    # --- what is around the rows -----------------------------------------------------------

    def _show_hint(self, text: str = "") -> None:
        source = self.source
        if not text and source.ticket_id is None:
            text = t("Conversation", "Choose a ticket to read its conversation.")
        elif not text and not source.entries and source.is_loading:
            text = ""
        elif not text and not source.entries:
            text = (
                t("Conversation", "Nothing has been written here yet.")
                if source.complete
                else t("Conversation", "The messages of this ticket are on their way.")
            )
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._place_overlays()

    def _show_typing(self) -> None:
        names = [one_line(name)[:60] for name in self.signs.who("typing", "customer")]
        agents = [one_line(name)[:60] for name in self.signs.who("typing", "agent")]
        text = ""
        if len(names) == 1:
            text = t("Conversation", "{who} is typing…", who=names[0])
        elif names:
            text = t("Conversation", "{who} are typing…", who=", ".join(names[:3]))
        if agents:
            reply = t("Conversation", "{who} is writing a reply…", who=", ".join(agents[:3]))
            text = f"{text}  {reply}".strip()
        self._typing.setText(text)

    def _on_end_left(self, left: bool) -> None:
        if not left:
            if self._unseen:
                self.presence.read()
            self._set_unseen(0)

    def _show_presence(self) -> None:
        """Others see that this agent is here as long as the ticket can be seen."""
        ticket = self.source.ticket
        if ticket is not None and self.isVisible():
            self.presence.enter(ticket.account_id, ticket.remote_id)
            if self.view.stack.at_end:
                self.presence.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_presence()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presence.leave()

    def _set_unseen(self, count: int) -> None:
        self._unseen = count
        self._pill.setVisible(count > 0)
        if count:
            self._pill.setText("↓ " + t("Conversation", "%n new messages below", count))
            self._place_overlays()

    def _place_overlays(self) -> None:
        viewport = self.view.viewport().rect()
        self._typing.setFixedHeight(self._ctx.theme.px(22))
        self._hint.setGeometry(viewport.adjusted(24, 0, -24, 0))
        self._pill.adjustSize()
        size = self._pill.size()
        self._pill.move(
            (viewport.width() - size.width()) // 2,
            viewport.height() - size.height() - self._ctx.theme.px(10),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.view.viewport():
            self._place_overlays()
        return super().eventFilter(watched, event)

    # --- what is done with entries -----------------------------------------------------------

    def _on_menu(self, index: int, spot: QPoint) -> None:
        row_menu(self.view, index).popup(spot)

    def _on_action(self, name: str, entry: EntryRow) -> None:
        ticket = self.source.ticket
        if ticket is None:
            return
        if name in ("undo", "edit"):
            self.take_back_asked.emit(entry.command_id)
        elif name == "retry" or (name == "send_again" and entry.state != "in_doubt"):
            self._tell_engine("outbox.retry", id=entry.command_id)
        elif name in ("was_sent", "send_again"):
            self._tell_engine("outbox.resolve", id=entry.command_id, sent=name == "was_sent")
        elif name == "check":
            self._tell_engine("sync.now", account=ticket.account)

    def _tell_engine(self, method: str, **args: Any) -> None:
        self._ctx.engine.call(
            method,
            then=lambda _: self._ctx.bus.announce(outbox=True),
            failed=self._ctx.notices.error,
            owner=self,
            **args,
        )

    def _on_attachment(self, attachment: AttachmentRow) -> None:
        if attachment.id <= 0:
            return
        if not self.view.downloads.file_of(attachment):
            self.view.downloads.start(attachment)
            return
        dialog = QFileDialog(self, t("Conversation", "Save attachment"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_file_name(attachment.name))
        dialog.fileSelected.connect(lambda path: self.view.downloads.save(attachment, Path(path)))
        dialog.open()

    def _on_link(self, link: Link) -> None:
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
        box = QMessageBox(self)
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
