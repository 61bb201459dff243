"""Widths of the panes: as the agent left them, and what makes room in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSize, QTimer
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.room import room_for

FIRST = QSize(1440, 900)
QUEUES, LIST, TICKET, CUSTOMER = range(4)
ROOM_PX = {QUEUES: 900, CUSTOMER: 1180}  # a side pane shows from this width of the window on
GIVES_WAY = (QUEUES, CUSTOMER, LIST, TICKET)  # who goes first where not all have their least width


class PaneLayout(QObject):
    """Holds the splitter of queues, list, ticket and customer. GUI thread only."""

    def __init__(self, ctx: WindowContext, window: QMainWindow, splitter: QSplitter) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._window = window
        self._splitter = splitter
        self._panes: dict[int, QWidget] = {}
        self._wanted: dict[int, bool] = {}  # the agent's own choice, for this session
        self._least: list[int] = []
        self._extra = 0  # what the ticket pane needs more than at first
        self._asked = TICKET  # the pane that the agent asked for last
        theme = ctx.theme
        self._scale = theme.scale
        self._px = {QUEUES: theme.size("queues_px"), CUSTOMER: theme.size("context_px")}
        splitter.splitterMoved.connect(self._on_moved)
        theme.changed.connect(self._on_theme)

    def add(self, pane: QWidget, least_px: int) -> None:
        """The next pane from the left, and the width it needs at least (at 100 %)."""
        pane.setMinimumWidth(self._ctx.theme.px(least_px))
        self._least.append(least_px)
        self._panes[len(self._panes)] = pane
        self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(TICKET, 1)

    def room(self) -> int:
        """The width that the ticket pane could have at most, in px of the design."""
        theme = self._ctx.theme
        return int((self._window.width() - theme.size("rail_px")) / theme.px(100) * 100)

    def need(self, least_px: int) -> None:
        """The ticket pane needs so much (at 100 %); the side panes make room for it."""
        self._extra += least_px - self._least[TICKET]
        self._least[TICKET] = least_px
        self._panes[TICKET].setMinimumWidth(self._ctx.theme.px(least_px))
        self.fit()

    def restore(self) -> None:
        """Geometry and widths of the last time, or the design's."""
        saved = self._ctx.settings.value
        theme = self._ctx.theme
        geometry = QByteArray.fromBase64(saved.geometry.encode())
        if not (saved.geometry and self._window.restoreGeometry(geometry)):
            self._window.resize(FIRST.boundedTo(room_for(self._window)))
        sizes = saved.splitters.get("panes", [])
        if len(sizes) != len(self._panes):
            sides = self._px[QUEUES] + theme.size("list_px") + self._px[CUSTOMER]
            rest = self._window.width() - theme.size("rail_px") - sides
            least = self._panes[TICKET].minimumWidth()
            sizes = [
                self._px[QUEUES],
                theme.size("list_px"),
                max(least, rest),
                self._px[CUSTOMER],
            ]
        for side in self._px:
            self._px[side] = sizes[side]
        self._splitter.setSizes(sizes)
        self.fit()

    def save(self) -> None:
        """Remember both."""
        sizes = self._splitter.sizes()
        for side, px in (self._px | {LIST: self._ctx.theme.size("list_px")}).items():
            if self._hidden(side):
                sizes[side] = px
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        splitters = self._ctx.settings.value.splitters | {"panes": sizes}
        self._ctx.settings.change(geometry=geometry, splitters=splitters)

    def toggle(self, side: int) -> None:
        """Show or hide queues or customer; what there is no room beside gives way."""
        self._wanted[side] = self._hidden(side)
        self._asked = side if self._wanted[side] else TICKET
        self.fit()

    def show(self, pane: int) -> None:
        """Show a pane; what there is no room beside gives way."""
        if pane in ROOM_PX:
            self._wanted[pane] = True
        self._asked = pane
        self.fit()

    def fit(self) -> None:
        """The window has another width, or the agent another wish."""
        if len(self._panes) <= CUSTOMER:
            return
        shown = self._shown()
        for side, pane in self._panes.items():
            if self._hidden(side) != (side in shown):
                continue
            pane.setVisible(side in shown)
            if side in shown and side in self._px:  # widened once the splitter has its new width
                QTimer.singleShot(0, self, lambda side=side: self._widen(side))

    def _shown(self) -> set[int]:
        """All that are wanted, or those of them that have room beside the one asked for last."""
        theme, width = self._ctx.theme, self._window.width()
        shown = {LIST, TICKET}
        for side, px in ROOM_PX.items():
            if self._wanted.get(side, width >= theme.px(px + self._extra)):
                shown.add(side)
        room = width - theme.size("rail_px")
        for pane in GIVES_WAY:
            if sum(theme.px(self._least[one]) for one in shown) <= room:
                break
            if pane != self._asked:
                shown.discard(pane)
        return shown

    def _on_theme(self) -> None:
        """Letters have another size: so have the panes."""
        theme = self._ctx.theme
        if theme.scale == self._scale:
            return
        ratio, self._scale = theme.scale / self._scale, theme.scale
        for pane, least in zip(self._panes.values(), self._least, strict=True):
            pane.setMinimumWidth(theme.px(least))
        self._px = {side: round(px * ratio) for side, px in self._px.items()}
        sizes = [round(px * ratio) for px in self._splitter.sizes()]
        self.fit()
        self._splitter.setSizes(sizes)

    def _on_moved(self, _position: int, _handle: int) -> None:
        sizes = self._splitter.sizes()
        for side in self._px:
            if not self._hidden(side):
                self._px[side] = sizes[side]

    def _widen(self, side: int) -> None:
        sizes = self._splitter.sizes()
        sizes[TICKET] += sizes[side] - self._px[side]
        sizes[side] = self._px[side]
        if not self._hidden(side):
            self._splitter.setSizes(sizes)

    def _hidden(self, side: int) -> bool:
        return self._panes[side].isHidden()
