"""Widths of the panes: as the agent left them, and what makes room in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from workspace.ui.runtime.context import WindowContext

NARROW_PX = 1180  # below this the customer pane makes room for the conversation
MIDDLE, CUSTOMER = 2, 3


class PaneLayout(QObject):
    """Holds the splitter of queues, list, ticket and customer. GUI thread only."""

    def __init__(
        self, ctx: WindowContext, window: QMainWindow, splitter: QSplitter, customer: QWidget
    ) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._window = window
        self._splitter = splitter
        self._customer = customer
        self._wanted: bool | None = None  # the agent's own choice, for this session
        self._customer_px = ctx.theme.size("context_px")
        splitter.splitterMoved.connect(self._on_moved)

    def restore(self) -> None:
        """Geometry and widths of the last time, or the design's."""
        saved = self._ctx.settings.value
        theme = self._ctx.theme
        geometry = QByteArray.fromBase64(saved.geometry.encode())
        if not (saved.geometry and self._window.restoreGeometry(geometry)):
            self._window.resize(1440, 900)
        sizes = saved.splitters.get("panes", [])
        if len(sizes) != self._splitter.count():
            left = [theme.size("queues_px"), theme.size("list_px")]
            rest = self._window.width() - theme.size("rail_px") - sum(left) - self._customer_px
            sizes = [*left, max(theme.px(340), rest), self._customer_px]
        self._customer_px = sizes[CUSTOMER]
        self._splitter.setSizes(sizes)

    def save(self) -> None:
        """Remember both."""
        sizes = self._splitter.sizes()
        if self._hidden():
            sizes[CUSTOMER] = self._customer_px
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        splitters = self._ctx.settings.value.splitters | {"panes": sizes}
        self._ctx.settings.change(geometry=geometry, splitters=splitters)

    def toggle_customer(self) -> None:
        """Show or hide the customer, whatever the room."""
        self._wanted = self._hidden()
        self.fit()

    def show_customer(self) -> None:
        """Show the customer, whatever the room."""
        self._wanted = True
        self.fit()

    def fit(self) -> None:
        """The window has another width, or the agent another wish."""
        room = self._window.width() >= self._ctx.theme.px(NARROW_PX)
        wanted = room if self._wanted is None else self._wanted
        if wanted != self._hidden():
            return
        if wanted:
            self._customer.show()
            QTimer.singleShot(0, self, self._widen)  # once the splitter has its new width
        else:
            self._customer.hide()

    def _on_moved(self, _position: int, _handle: int) -> None:
        if not self._hidden():
            self._customer_px = self._splitter.sizes()[CUSTOMER]

    def _widen(self) -> None:
        sizes = self._splitter.sizes()
        sizes[MIDDLE] += sizes[CUSTOMER] - self._customer_px
        sizes[CUSTOMER] = self._customer_px
        if not self._hidden():
            self._splitter.setSizes(sizes)

    def _hidden(self) -> bool:
        return self._customer.isHidden()
