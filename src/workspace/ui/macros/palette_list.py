"""The macros that fit, as a list: name, first words, key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workspace.domain.macros import Macro
from workspace.ui.i18n import t
from workspace.ui.theme.theme import Theme
from workspace.ui.words import key_word, one_line

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MacroModel(QAbstractListModel):
    """Replaced as a whole by each query."""

    def __init__(self) -> None:
        super().__init__()
        self._macros: list[Macro] = []
        self._language = ""
        self._keys: Mapping[str, str] = {}

    def take(self, macros: Sequence[Macro], language: str, keys: Mapping[str, str]) -> None:
        """Show these, by their names in this language; `keys` by id, those that work."""
        self.beginResetModel()
        self._macros, self._language, self._keys = list(macros), language, keys
        self.endResetModel()

    def macro(self, row: int) -> Macro | None:
        """The one in this row."""
        return self._macros[row] if 0 <= row < len(self._macros) else None

    def row_of(self, macro_id: str) -> int:
        """Where a macro stands; -1 if it doesn't."""
        return next((n for n, one in enumerate(self._macros) if one.id == macro_id), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._macros)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        macro = self.macro(index.row())
        if macro is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return macro.title(self._language)
        if role == Qt.ItemDataRole.UserRole:
            return self.second_line(macro)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (macro.title(self._language), self.second_line(macro), self.key(macro))
            return ", ".join(part for part in parts if part)
        return None

    def second_line(self, macro: Macro) -> str:
        """The first words, or what kind of macro it is where it has none."""
        words = macro.variant(self._language)
        text = one_line(words.text or words.note)
        if text:
            return text[:200]
        if macro.changes.any or macro.snooze:
            return t("Macros", "Changes the ticket at once")
        return t("Macros", "Attaches files")

    def key(self, macro: Macro) -> str:
        """Its key as this system writes it."""
        key = self._keys.get(macro.id, "")
        return key_word(key) if key else ""


class MacroDelegate(QStyledItemDelegate):
    """Two lines of fixed height, plain text only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def _line(self) -> int:
        return max(QFontMetrics(self._theme.font()).height(), self._theme.px(18))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, 2 * self._line() + self._theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        model = index.model()
        assert isinstance(model, MacroModel)
        macro = model.macro(index.row())
        if macro is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), theme.px(6), theme.px(6))
        pad, line = theme.px(12), self._line()
        inner = QRect(rect.x() + pad, rect.y() + theme.px(6), rect.width() - 2 * pad, line)
        small = theme.font("small")
        key = model.key(macro)
        width = QFontMetrics(small).horizontalAdvance(key) + theme.px(8) if key else 0
        painter.setFont(small)
        painter.setPen(theme.color("text_faint"))
        painter.drawText(inner, int(_RIGHT), key)
        self._put(painter, inner.adjusted(0, 0, -width, 0), index.data(), strong=True)
        inner.translate(0, line)
        self._put(painter, inner, index.data(Qt.ItemDataRole.UserRole), strong=False)
        painter.restore()

    def _put(self, painter: QPainter, rect: QRect, text: str, *, strong: bool) -> None:
        font = self._theme.font("base" if strong else "small", strong)
        painter.setFont(font)
        painter.setPen(self._theme.color("text" if strong else "text_quiet"))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(rect, int(_LEFT), QFontMetrics(font).elidedText(text, elide, rect.width()))
