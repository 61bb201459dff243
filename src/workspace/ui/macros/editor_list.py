"""The editor's list: all macros by folder, with what is wrong or hidden said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workspace.domain.macros import Macro
from workspace.macro_files import MacroFile
from workspace.ui.i18n import t
from workspace.ui.macros.library import window_language
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Unsaved = Mapping[str, tuple[MacroFile, Macro]]
_NO_INDEX = QModelIndex()


def title_of(file: MacroFile) -> str:
    """Its name in the window's language, or its file's where it can't be read."""
    return file.macro.title(window_language()) if file.macro is not None else file.path.name


class EditorDelegate(QStyledItemDelegate):
    """One line, looks of the other lists."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        return QSize(1, QFontMetrics(theme.font()).height() + theme.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), theme.px(6), theme.px(6))
        inner = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        painter.setFont(theme.font())
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        elide = Qt.TextElideMode.ElideRight
        text = QFontMetrics(theme.font()).elidedText(index.data(), elide, inner.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(flags), text)
        painter.restore()


class EditorList(QAbstractListModel):
    """One's own first, then each shared folder's, by name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._files: list[MacroFile] = []
        self._unsaved: Unsaved = {}

    def take(self, files: Sequence[MacroFile], query: str, unsaved: Unsaved) -> None:
        """Show those that a query finds; `unsaved` is what is not on disk yet, by its path."""
        words = query.casefold().split()
        found = [
            one
            for one in files
            if all(word in f"{title_of(one)} {one.id}".casefold() for word in words)
        ]
        found.sort(key=lambda one: (not one.own, str(one.folder), title_of(one).casefold()))
        self.beginResetModel()
        self._files, self._unsaved = found, unsaved
        self.endResetModel()

    def mark_unsaved(self, unsaved: Unsaved) -> None:
        """Other changes are not on disk than before."""
        self._unsaved = unsaved
        if self._files:
            self.dataChanged.emit(self.index(0), self.index(len(self._files) - 1))

    def file(self, row: int) -> MacroFile | None:
        """The one in this row."""
        return self._files[row] if 0 <= row < len(self._files) else None

    def row_of(self, path: str) -> int:
        """Where a file stands; -1 if it doesn't."""
        return next((n for n, one in enumerate(self._files) if str(one.path) == path), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        file = self.file(index.row())
        if file is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            mark = " •" if str(file.path) in self._unsaved else ""
            where = "" if file.own else f"  ({file.folder.name})"
            return f"{self._title(file)}{mark}{where}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = ", ".join(part for part in (self._title(file), *self._state(file)) if part)
            return plain_tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.ForegroundRole:
            if self._is_broken(file):
                return QColor(self._theme.color("bad"))
            return QColor(self._theme.color("text_faint" if file.hidden else "text"))
        return None

    def _title(self, file: MacroFile) -> str:
        """As it is called now, also before it is saved."""
        written = self._unsaved.get(str(file.path))
        return (written[1].title(window_language()) if written else "") or title_of(file)

    def _is_broken(self, file: MacroFile) -> bool:
        return file.macro is None and str(file.path) not in self._unsaved

    def _state(self, file: MacroFile) -> list[str]:
        return [
            t("Macros", "not saved") if str(file.path) in self._unsaved else "",
            "" if file.own else t("Macros", "shared: {folder}", folder=file.folder),
            t("Macros", "another one of this name comes before it") if file.hidden else "",
            t("Macros", "can't be read") if self._is_broken(file) else "",
        ]
