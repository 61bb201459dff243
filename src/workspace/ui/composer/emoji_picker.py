"""All emoji to choose from: the recent ones first, found by English or Korean words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workspace.store.connect import Reader
from workspace.ui.composer.emoji_book import COMMON, Emoji, all_emoji, is_korean, search
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel

MOST = 400


class EmojiPicker(QFrame):
    """Closes itself. Signals: `picked` with the sign."""

    picked = Signal(str)

    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._ctx = ctx
        self._asked = self._answered = ""
        self._take_first = False  # Enter came before the answer
        theme = ctx.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("pane", "palette")
        self.setAccessibleName(t("Composer", "Emoji"))
        self.setFixedSize(theme.px(340), theme.px(300))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(t("Composer", "Search: heart, thanks…"))
        self.field.setAccessibleName(t("Composer", "Search emoji"))
        self.list = QListWidget(self)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setGridSize(QSize(theme.px(38), theme.px(38)))
        font = theme.font("title")
        font.setPixelSize(theme.px(21))
        self.list.setFont(font)
        self.list.setAccessibleName(t("Composer", "Emoji"))
        self.name = PlainLabel("", self, role="faint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*([theme.px(8)] * 4))
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.name)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._take())
        self.list.itemActivated.connect(lambda _: self._take())
        self.list.currentItemChanged.connect(self._tell)
        self._find("")
        self.field.setFocus()

    def show_at(self, below: QWidget) -> None:
        """Above a button, its right edges together."""
        corner = below.mapToGlobal(QPoint(below.width() - self.width(), -self.height()))
        self.move(corner)
        self.show()

    def _find(self, typed: str) -> None:
        wanted = self._asked = typed.strip()
        self._take_first = False
        self._ctx.reads.ask(
            _found,
            wanted,
            self._ctx.settings.value.recent_emoji,
            then=lambda found: self._show(wanted, found),
            owner=self,
            topic="emoji",
        )

    def _show(self, wanted: str, found: Iterable[Emoji]) -> None:
        self._answered = wanted
        self.list.clear()
        korean = is_korean()
        for one in found:
            item = QListWidgetItem(one.sign)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.name(korean=korean))
            item.setToolTip(one.name(korean=korean))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not self.list.count():
            self.name.setText(t("Composer", "No emoji of that name."))
        elif self._take_first:
            self._take()

    def _tell(self, item: QListWidgetItem | None) -> None:
        self.name.setText(str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item else "")

    def _take(self) -> None:
        item = self.list.currentItem()
        self._take_first = self._answered != self._asked  # what shows is of other letters
        if item is not None and not self._take_first:
            self.picked.emit(item.text())
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
            if event.key() in keys:  # from the field into the signs
                self.list.setFocus()
                if event.key() != Qt.Key.Key_Down:
                    self.list.setCurrentRow(max(0, self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)


def _found(_: Reader, typed: str, recent: tuple[str, ...]) -> list[Emoji]:
    if typed:
        return search(typed, MOST)
    by_sign = {one.sign: one for one in all_emoji()}
    first = dict.fromkeys(sign for sign in (*recent, *COMMON) if sign in by_sign)
    rest = [one for one in all_emoji() if one.sign not in first]
    return [*(by_sign[sign] for sign in first), *rest][:MOST]
