"""Chips in one line where a window is short; those without room are in the menu at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from workspace.ui.i18n import t
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.widgets.popup_menu import PopupMenu, unable


class OneLine(QObject):
    """Folds the last chips of `holder` away; `rest` stands for them.

    `chips` tells all of them in their order, `others` the width that is taken beside them.
    """

    def __init__(
        self,
        holder: QWidget,
        rest: ChipButton,
        gap: int,
        chips: Callable[[], Sequence[ChipButton]],
        others: Callable[[], int],
    ) -> None:
        super().__init__(holder)
        self._holder = holder
        self._rest = rest
        self._gap = gap
        self._chips = chips
        self._others = others
        self._is_on = False
        rest.clicked.connect(self._open_menu)
        rest.hide()

    def set_on(self, is_on: bool) -> None:
        """One line, or as many as they take."""
        if is_on == self._is_on:
            return
        self._is_on = is_on
        if is_on:
            self._holder.installEventFilter(self)
            self.fold()
            return
        self._holder.removeEventFilter(self)
        self._rest.hide()
        for chip in self._chips():
            chip.set_folded(False)

    def fold(self) -> None:
        """Chips or their widths have changed."""
        if not self._is_on:
            return
        wanted = self._wanted()
        shown = self._count(wanted)
        hidden = wanted[shown:]
        for number, chip in enumerate(wanted):
            chip.set_folded(number >= shown)
        self._rest.setVisible(bool(hidden))
        if hidden:
            self._rest.set_chip_text(f"+{len(hidden)}")
            self._rest.setAccessibleName(t("TicketHeader", "Show %n more", len(hidden)))
            names = ", ".join(chip.accessibleName() for chip in hidden)
            self._rest.setToolTip(plain_tooltip(names))

    def anchor(self, chip: ChipButton) -> ChipButton:
        """Where a menu of this chip opens."""
        return self._rest if chip.isHidden() else chip

    def _wanted(self) -> list[ChipButton]:
        return [chip for chip in self._chips() if chip.is_wanted]

    def _count(self, wanted: Sequence[ChipButton]) -> int:
        """How many from the first on find room; the first always does."""
        room = self._holder.width() - self._others()
        ends, x = [], 0
        for chip in wanted:
            x += chip.sizeHint().width()
            ends.append(x)
            x += self._gap
        if not ends or ends[-1] <= room:
            return len(ends)
        if not self._rest.text():
            self._rest.set_chip_text(f"+{len(ends)}")
        # With one digit to spare: its text is not touched here, for that asks for a layout again.
        room -= self._rest.sizeHint().width() + self._rest.fontMetrics().averageCharWidth()
        room -= self._gap
        return max(1, sum(end <= room for end in ends))

    def _open_menu(self) -> None:
        menu = PopupMenu(self._rest.accessibleName(), self._holder)
        for chip in self._wanted():
            if not chip.isHidden():
                continue
            action = menu.addAction(chip.accessibleName().replace("&", "&&"))
            action.triggered.connect(chip.click)
            if not chip.isEnabled():
                unable(action, chip.accessibleDescription())
        menu.popup(self._rest.mapToGlobal(QPoint(0, self._rest.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.fold()  # also when chips have other words, or other sizes in another scale
        return super().eventFilter(watched, event)
