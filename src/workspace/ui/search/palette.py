"""Ctrl+K: search as you type over every ticket and message, by keyboard from first to last."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workspace.domain.search import said_words
from workspace.store.connect import Reader
from workspace.store.queries.rows import SearchResult
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.search.palette_frame import PaletteFrame
from workspace.ui.search.results_delegate import ResultsDelegate
from workspace.ui.search.results_model import ResultsModel, found_rows
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip

LIMIT = 50


def read_search(reader: Reader, query: str, ranked: bool = False) -> SearchResult:
    """The newest matches of a query, or the best of the newest."""
    from workspace.store.queries.search import search

    return search(reader, query, limit=LIMIT, ranked=ranked)


class SearchPalette(PaletteFrame):
    """Lies over the window; Esc or a press outside closes it, the query stays for next time.

    Signals:
        ticket_asked: local ticket id, the entry to show it at (None for the ticket's end), and the
            words that were looked for.
    """

    ticket_asked = Signal(int, object, object)

    def __init__(self, ctx: WindowContext, window: QWidget) -> None:
        super().__init__(ctx.theme, window)
        self._ctx = ctx
        self._asked = ""
        self._answered = ""
        self._open_first = False  # Enter came before the answer
        self.setObjectName("search_palette")
        self.setAccessibleName(t("Search", "Search"))
        theme = ctx.theme
        self.field.setObjectName("search_query")
        self.field.setPlaceholderText(t("Search", "Search tickets and messages"))
        self.field.setAccessibleName(t("Search", "Search tickets and messages"))
        self.field.setClearButtonEnabled(True)
        self.model = ResultsModel(ctx.clock.now_ms)
        self.view.setObjectName("search_results")
        self.view.setAccessibleName(t("Search", "Results"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(ResultsDelegate(theme, ctx.clock))
        self.view.setMouseTracking(True)
        self.hint = PlainLabel(role="faint")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        self.order = QPushButton()
        self.order.setObjectName("search_order")
        self.order.setProperty("role", "quiet")
        self.order.setCheckable(True)
        self.order.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps it; Tab presses this
        self.order.setToolTip(plain_tooltip(t("Search", "Tab changes the order.")))
        self.order.toggled.connect(self._on_order)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, theme.px(8), 0)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.order)
        column.addLayout(foot)
        self.field.typed.connect(self._on_typed)
        self.view.clicked.connect(self._choose)
        ctx.bus.lists_changed.connect(self._again)
        self.hide()
        self._say_order()
        self._say_filters()

    def open(self) -> None:
        """Show it with the last query selected."""
        self._lie()
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Hide it; the keyboard goes back to the window."""
        self.hide()
        window = self.parentWidget()
        if window is not None:
            window.setFocus(Qt.FocusReason.PopupFocusReason)

    # --- searching -----------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        query = text.strip()
        if query == self._asked:
            return
        self._asked = query
        self._open_first = False
        if not query:
            self._answered = ""
            self.model.take([])
            self._say_filters()
            # Replaces the search on its way, so that its answer does not come.
            self._ctx.reads.ask(lambda _: None, then=lambda _: None, owner=self, topic="search")
            return
        self._ask()

    def _on_order(self) -> None:
        self._say_order()
        if self._asked:
            self._ask()

    def _say_order(self) -> None:
        best = self.order.isChecked()
        text = t("Search", "Best first") if best else t("Search", "Newest first")
        self.order.setText(text)
        self.order.setAccessibleName(t("Search", "Order of the results: {order}", order=text))

    def _again(self) -> None:
        if self.isVisible() and self._asked and not self.model.rowCount():
            self._ask()

    def _ask(self) -> None:
        query = self._asked
        self._ctx.reads.ask(
            read_search,
            query,
            self.order.isChecked(),
            then=lambda result: self._take(query, result),
            owner=self,
            topic="search",
        )

    def _take(self, query: str, result: SearchResult) -> None:
        self._answered = query
        rows = found_rows(result)
        self.model.take(rows)
        if rows:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.scrollToTop()
        if result.problem:
            self.hint.setText(result.problem)
        elif not rows:
            self.hint.setText(t("Search", "Nothing found in what is on this computer."))
        elif result.cut and self.order.isChecked():
            self.hint.setText(t("Search", "The best of the newest matches."))
        elif result.cut:
            self.hint.setText(
                t("Search", "The newest matches; narrow the search to reach older ones.")
            )
        else:
            self.hint.setText(t("Search", "%n found", len(rows)))
        if self._open_first and rows:
            self._choose(self.model.index(0))
        self._open_first = False

    def _say_filters(self) -> None:
        self.hint.setText(
            t(
                "Search",
                "Filters: {filters}. Enter opens, Esc closes.",
                filters="from:  status:  assignee:  channel:  account:  tag:  before:  after:"
                "  has:attachment  is:note",
            )
        )

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self.model.row(index.row())
            self.close_palette()
            self.ticket_asked.emit(row.ticket.id, row.entry_id or None, said_words(self._answered))

    # --- Qt ------------------------------------------------------------------------------

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._answered == self._asked:
                self._choose(self.view.currentIndex())
            else:
                self._open_first = True
        elif key == Qt.Key.Key_Tab:
            self.order.toggle()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._move(8 if key == Qt.Key.Key_PageDown else -8)
        else:
            return False
        return True

    def _lie(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        theme = self._ctx.theme
        width = min(theme.px(680), window.width() - theme.px(48))
        height = min(theme.px(520), window.height() - theme.px(96))
        self.setGeometry((window.width() - width) // 2, theme.px(56), width, height)
