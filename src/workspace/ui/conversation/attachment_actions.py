"""What is done with attachments: fetched, looked at, saved one by one or all at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from workspace.store.queries.rows import AttachmentRow
from workspace.ui.conversation.attachments import safe_file_name
from workspace.ui.conversation.card_geometry import CardAction
from workspace.ui.conversation.conversation_source import ConversationSource
from workspace.ui.conversation.conversation_view import ConversationView
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


class AttachmentActions(QObject):
    """Nothing is ever opened by the program: what leaves the window is saved on request."""

    def __init__(
        self,
        ctx: WindowContext,
        view: ConversationView,
        source: ConversationSource,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._ctx = ctx
        self._view = view
        self._source = source
        self._over = over
        view.attachment_asked.connect(self.act)
        view.save_all_asked.connect(self.ask_folder)

    def act(self, attachment: AttachmentRow, action: CardAction) -> None:
        """Do what the card's word says."""
        downloads = self._view.downloads
        if action in ("download", "retry"):
            downloads.start(attachment)
        elif action == "cancel":
            downloads.cancel(attachment)
        elif action == "preview":
            self.preview(attachment)
        else:
            self.ask_place(attachment)

    def preview(self, attachment: AttachmentRow) -> None:
        """Look at it inside the window."""
        from workspace.ui.conversation.attachment_preview import AttachmentPreview

        file = self._view.downloads.file_of(attachment)
        if file:
            save = lambda: self.ask_place(attachment)  # noqa: E731
            AttachmentPreview(self._ctx, attachment, file, save, self._over).open()

    def ask_place(self, attachment: AttachmentRow) -> None:
        """Where one is saved; the system asks before it replaces a file."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._over, t("Conversation", "Save attachment"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_file_name(attachment.name))
        dialog.fileSelected.connect(lambda path: self.save(attachment, Path(path)))
        dialog.open()

    def save(self, attachment: AttachmentRow, target: Path) -> None:
        """Save one, and leave a record of it."""
        self._view.downloads.save(attachment, target, self._recorder())

    def ask_folder(self, files: Sequence[AttachmentRow]) -> None:
        """The folder for all of these."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._over, t("Conversation", "Save all attachments"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.save_all(files, Path(path)))
        dialog.open()

    def save_all(self, files: Sequence[AttachmentRow], folder: Path) -> None:
        """Save them into a folder, over none that is there."""
        from workspace.ui.conversation.save_all import SaveAll

        downloads = self._view.downloads
        SaveAll(self._ctx, downloads, folder, files, self._recorder(), self).start()

    def _recorder(self) -> _Recorder:
        return _Recorder(self._ctx, self._source.ticket.ref if self._source.ticket else "")


class _Recorder:
    """Keeps whose files they were while the agent goes on to another ticket."""

    def __init__(self, ctx: WindowContext, ref: str) -> None:
        self._ctx = ctx
        self._ref = ref

    def __call__(self, count: int) -> None:
        ref, detail = self._ref, f"files={count}"
        self._ctx.writes.submit(lambda door: door.record("export.attachment", ref, detail))
