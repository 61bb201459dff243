"""The list of what a word may mean, above the line that is being written; it takes no focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from workspace.ui.composer.composer_edit import ComposerEdit
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.words import one_line

MOST_SHOWN = 8


class CompletionPopup(QFrame):
    """Signals: `picked` with the row that was clicked."""

    picked = Signal(int)

    def __init__(self, ctx: WindowContext, edit: ComposerEdit) -> None:
        super().__init__(edit, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._ctx = ctx
        self._edit = edit
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("pane", "palette")
        self.setAccessibleName(t("Composer", "Suggestions"))
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(t("Composer", "Suggestions"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda _: self.picked.emit(self.list.currentRow()))
        self.footer = PlainLabel("", self, role="faint")
        self.footer.setWordWrap(True)
        layout = QVBoxLayout(self)
        pad = self._pad = ctx.theme.px(4)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(pad)
        layout.addWidget(self.list)
        layout.addWidget(self.footer)

    @property
    def row(self) -> int:
        """Which one Enter takes."""
        return self.list.currentRow()

    def current_words(self) -> str:
        """What a screen reader says of it."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item else ""

    def step(self, by: int) -> None:
        """The next or previous one, round and round."""
        self.list.setCurrentRow((self.row + by) % max(1, self.list.count()))

    def show_options(self, rows: Sequence[tuple[str, str, bool]], footer: str) -> None:
        """Text, detail, whether it can be taken. The chosen one stays chosen while it is there."""
        item = self.list.currentItem() if self.isVisible() else None
        before = item.data(Qt.ItemDataRole.UserRole) if item else None
        self.list.clear()
        chosen = 0
        for number, (text, detail, works) in enumerate(rows):
            if text == before:
                chosen = number
            self.list.addItem(self._item(text, detail, works))
        self.list.setCurrentRow(chosen)
        self.footer.setText(footer)
        self.footer.setVisible(bool(footer))
        self._place(len(rows))
        self.show()
        self.raise_()

    def _item(self, text: str, detail: str, works: bool) -> QListWidgetItem:
        words = one_line(f"{text}   {detail}".strip())
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        if not works:
            item.setForeground(self._ctx.theme.color("text_faint"))
        return item

    def _place(self, count: int) -> None:
        theme, edit = self._ctx.theme, self._edit
        line = max(self.list.sizeHintForRow(0), theme.px(16))
        shown = min(count, MOST_SHOWN)
        self.list.setFixedHeight(line * shown + theme.px(4))
        wish = self.list.sizeHintForColumn(0) + theme.px(30)
        width = min(max(wish, theme.px(260)), max(edit.width(), theme.px(260)))
        self.setFixedWidth(width)
        self.footer.setFixedHeight(self.footer.heightForWidth(width - 2 * self._pad))
        self.adjustSize()
        rect = edit.cursorRect()
        top = edit.viewport().mapToGlobal(rect.topLeft())
        spot = QPoint(top.x(), top.y() - self.height() - theme.px(4))
        screen = QGuiApplication.screenAt(top)
        room = screen.availableGeometry() if screen else QRect(spot, self.size())
        if spot.y() < room.top():
            spot.setY(top.y() + rect.height() + theme.px(4))
        spot.setX(max(room.left(), min(spot.x(), room.right() - width)))
        self.move(spot)
