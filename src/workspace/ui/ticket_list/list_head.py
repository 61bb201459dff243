"""Above the list: which queue, how many, in which order, and the way to the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout

from workspace.ui.i18n import t
from workspace.ui.key_label import KeyLabel
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel


def order_word(order: str) -> str:
    """What an order of rows is called."""
    return {
        "newest": t("TicketList", "Newest first"),
        "waiting": t("TicketList", "Waiting longest"),
        "due": t("TicketList", "Next due"),
        "wake": t("TicketList", "Wakes next"),
        "mentioned": t("TicketList", "Newest mention"),
    }.get(order, order)


class ListHead(QFrame):
    """Signals: `order_asked(order)`, `search_asked()`."""

    order_asked = Signal(str)
    search_asked = Signal()

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        theme = ctx.theme
        pad = theme.px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._theme = theme
        self._order_words = ""
        self._orders: tuple[tuple[str, ...], str] | None = None
        head = QHBoxLayout()
        head.setContentsMargins(pad, theme.px(9), theme.px(6), theme.px(9))
        self.title = ElidedLabel("", role="title")
        self.total = PlainLabel("", chip="quiet")
        self.order = QToolButton()
        self.order.setProperty("role", "quiet")
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.addWidget(self.title, 1)
        head.addWidget(self.total, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.order)
        column.addLayout(head)
        line = QFrame()
        line.setProperty("line", "true")
        line.setFixedHeight(1)
        column.addWidget(line)
        field = QHBoxLayout()
        field.setContentsMargins(pad, theme.px(9), pad, theme.px(9))
        self.search = QPushButton(t("TicketList", "Search everything"))
        self.search.setObjectName("search_field")
        self.search.setProperty("role", "field")
        self.search.clicked.connect(self.search_asked)
        keys = self.keys = KeyLabel(ctx.settings, "search", chip="outline")
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(0, 0, theme.px(8), 0)
        inside.addWidget(keys, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.addWidget(self.search)
        column.addLayout(field)

    def show_orders(self, orders: Sequence[str], chosen: str) -> None:
        """The orders that this queue has, and the one in force."""
        if self._orders == (told := (tuple(orders), chosen)):
            return
        self._orders = told
        old = self.order.menu()
        menu = QMenu(self)
        menu.setAccessibleName(t("TicketList", "Order: {order}", order=order_word(chosen)))
        group = QActionGroup(menu)
        for order in orders:
            action = QAction(order_word(order), menu, checkable=True, checked=order == chosen)
            action.triggered.connect(lambda _=False, order=order: self.order_asked.emit(order))
            group.addAction(action)
            menu.addAction(action)
        self.order.setMenu(menu)
        if old is not None:
            old.deleteLater()
        word = order_word(chosen)
        self._order_words = word + " ▾"
        said = t("TicketList", "Order: {order}", order=word)
        self.order.setAccessibleName(said)
        self.order.setToolTip(said)
        self._fit()

    def show_total(self, words: str) -> None:
        """How many tickets the queue has."""
        self.total.setText(words)
        self.total.setToolTip(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and self._order_words:
            self._fit()

    def _fit(self) -> None:
        """In a narrow pane the order is a mark with a tooltip, then the number goes as well."""
        spare = self.width() - self._theme.px(18) - self._theme.px(84)  # what the title keeps
        self.order.setText(self._order_words)
        wide = self.order.sizeHint().width()
        number = self.total.sizeHint().width() + self._theme.px(6)
        if wide + number > spare:
            self.order.setText("▾")
            wide = self.order.sizeHint().width()
        self.total.setVisible(wide + number <= spare)
        words = self.search.fontMetrics().horizontalAdvance(self.search.text())
        room = self.search.width() - words - self._theme.px(32)
        self.keys.setVisible(bool(self.keys.text()) and self.keys.sizeHint().width() <= room)
