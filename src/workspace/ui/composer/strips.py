"""What stands above the editor while something has to be known or decided before a send."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from workspace.ui.i18n import t
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.tab_order import tab_into

_CHANGES = (
    QEvent.Type.LayoutRequest,
    # While nothing shows, nothing is laid out either.
    QEvent.Type.ShowToParent,
    QEvent.Type.HideToParent,
)

LEAST_PX = 44  # at 100 %: the first line of the first strip


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


class Strips(QScrollArea):
    """Guards and what rides along, the most urgent first, in one place.

    As high as they need where there is room, else with a scroll bar of its own: the editor and
    the buttons below it stay whole.

    Signals:
        resized: what it holds wants another height than before.
    """

    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = 0
        self._most_px: int | None = None
        self.setProperty("look", "pane")
        self.setAccessibleName(t("Composer", "Before it is sent"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.setWidget(self._inner)
        self._inner.installEventFilter(self)
        self.hide()

    def add(self, widget: QWidget) -> None:
        """Below those that are here already."""
        self._column.addWidget(widget)
        widget.installEventFilter(self)
        self._measure()

    def come_before(self, editor: QWidget) -> None:
        """Shift+Tab leads from this editor to the last button here."""
        before: QWidget | None = editor.previousInFocusChain()
        while before is not None and (self.isAncestorOf(before) or not _is_stop(before)):
            before = before.previousInFocusChain()
        if before is not None:
            tab_into(before, self)

    def to_top(self) -> None:
        """Show the most urgent."""
        self.verticalScrollBar().setValue(0)

    def _needs(self) -> int:
        """The height of all of it at the width that there is; 0 if nothing shows."""
        place = self.parentWidget()
        layout = place.layout() if place is not None else None
        width, edge = self.width(), 2 * self._theme.px(1)
        if place is not None and layout is not None:  # its own may be from before it showed
            margins = layout.contentsMargins()
            width = place.width() - margins.left() - margins.right()
        width -= edge
        shown = [widget for widget in self._widgets() if not widget.isHidden()]
        if not shown:
            return 0
        heights = [max(one.heightForWidth(width), one.minimumSizeHint().height()) for one in shown]
        return sum(heights) + self._column.spacing() * (len(shown) - 1) + edge

    def fit(self, most_px: int | None = None) -> int:
        """As high as needed, and no higher than this, or than said before; what it takes."""
        if most_px is not None:
            self._most_px = max(most_px, self._theme.px(LEAST_PX))
        self._wanted = self._needs()
        taken = self._wanted if self._most_px is None else min(self._wanted, self._most_px)
        # Only what can be scrolled is a stop of the Tab key.
        scrolls = taken < self._wanted
        policy = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.setFixedHeight(taken)
        self.setVisible(bool(taken))
        return taken

    def _widgets(self) -> list[QWidget]:
        items = (self._column.itemAt(number) for number in range(self._column.count()))
        return [widget for item in items if item is not None and (widget := item.widget())]

    def _measure(self) -> None:
        if self._needs() != self._wanted:
            self.fit()
            self.resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self._measure()
        return super().eventFilter(watched, event)
