"""Opens the earlier versions of a draft, and brings one back without losing the present words."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from workspace.store.queries.drafts import DraftVersion, list_versions
from workspace.ui.composer.draft_book import DraftKey, Mode, files_of
from workspace.ui.composer.writing import Writing
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


class VersionShelf(QObject):
    """One per composer; reads only when it is asked."""

    def __init__(self, ctx: WindowContext, writing: Writing, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._writing = writing
        self._over = parent

    def open(self, mode: Mode) -> None:
        """Show the versions of this mode's draft."""
        self._writing.take_text(mode)
        key = self._writing.key(mode)
        if key is None:
            return
        self._ctx.reads.ask(
            list_versions,
            key.account_id,
            key.remote_id,
            key.mode,
            then=lambda versions: self._show(key, versions),
            owner=self,
            topic="versions",
        )

    def _show(self, key: DraftKey, versions: tuple[DraftVersion, ...]) -> None:
        if not self._writing.is_shown(key):
            return
        from workspace.ui.composer.draft_history import DraftHistory

        present = self._writing.draft(key.mode).text
        dialog = DraftHistory(self._ctx, versions, present, self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_asked.connect(lambda version: self.restore(key, version))
        dialog.open()

    def restore(self, key: DraftKey, version: DraftVersion) -> None:
        """The present words are kept as a version first; only then the editor changes."""
        self._writing.take_text(key.mode)
        self._writing.book.keep_version(key, "replaced", then=lambda: self._put_back(key, version))

    def _put_back(self, key: DraftKey, version: DraftVersion) -> None:
        pane = self._writing.panes[key.mode]
        if not self._writing.is_shown(key) or pane.edit.isReadOnly():
            return
        pane.show_editor()
        pane.edit.write_over(version.text)
        self._writing.take_text(key.mode)
        self._put_back_files(key, version)
        pane.edit.setFocus()
        pane.say(t("Composer", "The earlier version is back. The words before it are kept too."))

    def _put_back_files(self, key: DraftKey, version: DraftVersion) -> None:
        """Those of the version instead of the present ones, which its own version keeps."""
        draft = self._writing.draft(key.mode)
        files = files_of(version.attachments)
        if files == draft.files:
            return
        if draft.is_empty:
            draft = self._writing.bound(draft, key.mode)
        self._writing.book.change(key, replace(draft, files=files))
