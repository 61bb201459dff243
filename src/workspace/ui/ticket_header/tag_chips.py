"""The tags of a ticket: each can be taken off, and one can be typed in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.words import one_line

TAG_CAP = 100
AT_FIRST = 6  # more would take the room of the conversation


class TagChips(QObject):
    """Puts its chips into the header's own layout, at the end.

    Signals:
        added, removed: a tag.
        reshaped: more or less of it shows, though the tags are the same.
    """

    added = Signal(str)
    removed = Signal(str)
    reshaped = Signal()

    def __init__(self, ctx: WindowContext, holder: QWidget, layout: QLayout) -> None:
        super().__init__(holder)
        self._ctx = ctx
        self._holder = holder
        self._layout = layout
        self._tags: tuple[str, ...] = ()
        self._why_not = ""
        self._chips: list[ChipButton] = []
        self._are_all_shown = False
        self.more = ChipButton(ctx.theme, parent=holder)
        self.more.clicked.connect(self._show_all)
        self.more.hide()
        self.add = ChipButton(ctx.theme, "+ " + t("TicketHeader", "tag"), parent=holder)
        self.add.setAccessibleName(t("TicketHeader", "Add a tag"))
        self.add.clicked.connect(self.open_editor)
        self.edit = QLineEdit(holder)
        self.edit.setProperty("role", "chip")  # no higher than the chips that it stands among
        self.edit.setMaxLength(TAG_CAP)
        self.edit.setFixedWidth(ctx.theme.px(90))
        self.edit.setPlaceholderText(t("TicketHeader", "New tag"))
        self.edit.setAccessibleName(t("TicketHeader", "New tag"))
        self.edit.hide()
        self.edit.returnPressed.connect(self._take)
        self.edit.installEventFilter(self)
        self.rest = ChipButton(ctx.theme, parent=holder)
        for widget in self._last():
            layout.addWidget(widget)

    def _last(self) -> tuple[QWidget, ...]:
        return self.more, self.add, self.edit, self.rest

    @property
    def all_chips(self) -> list[ChipButton]:
        """Those of tags, and those that stand behind them."""
        return [*self._chips, self.more, self.add]

    @property
    def chips(self) -> list[ChipButton]:
        """One for each tag, in order."""
        return self._chips[: len(self._tags)]

    def show_tags(self, tags: Sequence[str], why_not: str) -> None:
        """These tags; `why_not` disables changes and says why."""
        self.add.setEnabled(not why_not)
        self.add.setToolTip(plain_tooltip(why_not))
        self.add.setAccessibleDescription(why_not)
        if tuple(tags) == self._tags and why_not == self._why_not:
            return
        had_focus = any(chip.hasFocus() for chip in self._chips)
        same_ticket = set(tags) & set(self._tags)  # one that comes or goes folds nothing
        self._are_all_shown = self._are_all_shown and bool(same_ticket)
        self._tags, self._why_not = tuple(tags), why_not
        if len(tags) > len(self._chips):
            self._make(len(tags) - len(self._chips))
        for number, chip in enumerate(self._chips):
            if number < len(tags):
                self._say(chip, tags[number])
        self._fold()
        if had_focus:
            self.add.setFocus()

    def _fold(self) -> None:
        """The first ones only, until somebody wants all; one alone is never folded away."""
        count = len(self._tags)
        shown = count if self._are_all_shown or count <= AT_FIRST + 1 else AT_FIRST
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < shown)
        self.more.setVisible(shown < count)
        if shown < count:
            self.more.set_chip_text(f"+{count - shown}")
            self.more.setAccessibleName(t("TicketHeader", "Show %n more tags", count - shown))
            self.more.setToolTip(plain_tooltip(", ".join(map(one_line, self._tags[shown:]))))

    def _show_all(self) -> None:
        self._are_all_shown = True
        self._fold()
        self._chips[AT_FIRST].setFocus()
        self.reshaped.emit()

    def _make(self, count: int) -> None:
        """More chips; they stay for other tickets, since making costs more than filling."""
        for number in range(len(self._chips), len(self._chips) + count):
            chip = ChipButton(self._ctx.theme, "", close_mark=True, parent=self._holder)
            chip.clicked.connect(lambda _=False, place=number: self._remove(place))
            self._layout.addWidget(chip)
            self._chips.append(chip)
        for widget in self._last():  # they stay last
            self._layout.removeWidget(widget)
            self._layout.addWidget(widget)
        for before, after in pairwise((*self._chips, *self._last())):
            QWidget.setTabOrder(before, after)

    def _say(self, chip: ChipButton, tag: str) -> None:
        chip.setDown(False)  # a press that began on another tag is none of this one
        chip.set_close_mark(not self._why_not)
        chip.set_chip_text(one_line(tag))
        chip.setEnabled(not self._why_not)
        chip.setAccessibleName(t("TicketHeader", "Remove tag {tag}", tag=one_line(tag)))
        chip.setToolTip(plain_tooltip(self._why_not or one_line(tag)))

    def _remove(self, place: int) -> None:
        self.removed.emit(self._tags[place])

    def open_editor(self) -> None:
        """Type a tag; Enter adds it, Escape leaves."""
        if self.add.isEnabled():
            self.edit.clear()
            self.edit.show()
            self.add.hide()  # the field stands in its place
            self.reshaped.emit()
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self) -> None:
        tag = self.edit.text().strip()
        self._close()
        if tag and tag not in self._tags:
            self.added.emit(tag)

    def _close(self) -> None:
        if not self.edit.isHidden():
            had_focus = self.edit.hasFocus()
            self.edit.hide()
            self.add.show()
            self.reshaped.emit()
            if had_focus:
                self.add.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if event.type() == QEvent.Type.FocusOut and not self.edit.text().strip():
                self._close()
            if isinstance(event, QKeyEvent) and _is_escape(event):
                self._close()
                return True
        return super().eventFilter(watched, event)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
