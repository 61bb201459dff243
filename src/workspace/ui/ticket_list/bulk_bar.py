"""What stands above the list while tickets are chosen: how many, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.widgets.flow import FlowLayout
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip

if TYPE_CHECKING:
    from workspace.ui.bulk.run import BulkRun

LINES = 2


class BulkBar(QFrame):
    """Stands in place of the list's head and is as high, so that no row moves by its coming.

    Signals:
        asked: what is to be done (an id of `BULK`), and where its menu may open.
        all_asked: choose the whole queue.
        first_asked: choose only so many, from the top of the queue.
        cleared: choose nothing any more.
        freed: no change is followed any more.
    """

    asked = Signal(str, QPoint)
    all_asked = Signal()
    first_asked = Signal(int)
    cleared = Signal()
    freed = Signal()

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._more = False  # there are more tickets in the queue than are chosen
        self.busy = False
        self._is_over = False
        self._most = 0
        self._run: BulkRun | None = None
        theme = ctx.theme
        self.setAccessibleName(t("TicketList", "Chosen tickets"))
        column = self._column = QVBoxLayout(self)
        pad = theme.px(12)
        column.setContentsMargins(pad, theme.px(6), theme.px(6), theme.px(3))
        column.setSpacing(theme.px(3))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        self.count = PlainLabel("", role="title")
        self.every = QPushButton("")
        self.every.setProperty("role", "link")
        self.every.clicked.connect(self.all_asked)
        self.close_it = QPushButton("✕")
        self.close_it.setObjectName("clear_marks")
        self.close_it.setProperty("role", "quiet")
        self.close_it.setAccessibleName(t("TicketList", "Choose nothing"))
        self.close_it.setToolTip(t("TicketList", "Choose nothing (Esc)"))
        self.close_it.clicked.connect(self.cleared)
        head.addWidget(self.count)
        head.addWidget(self.every)
        head.addStretch(1)
        head.addWidget(self.close_it)
        column.addLayout(head)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, theme.px(4))
        self.chips = {name: self._chip(name, text, menu) for name, text, menu in _choices()}
        column.addWidget(self._chips, 1)
        column.addWidget(self._limit_lines(), 1)
        column.addLayout(self._progress_line())
        self.show_progress(0, 0)

    def _chip(self, name: str, text: str, menu: bool) -> ChipButton:
        chip = ChipButton(self._ctx.theme, text, "accent", menu_mark=menu, parent=self._chips)
        chip.setObjectName(f"bulk_{name}")
        chip.setAccessibleName(text)
        chip.clicked.connect(
            lambda: self.asked.emit(name, chip.mapToGlobal(chip.rect().bottomLeft()))
        )
        self._flow.addWidget(chip)
        return chip

    def _limit_lines(self) -> QWidget:
        """In place of the chips while more is chosen than can be changed at once."""
        self._limit = QWidget()
        self.limit_words = PlainLabel("", role="warn")
        self.limit_words.setWordWrap(True)
        self.first = QPushButton("")
        self.first.setObjectName("choose_first")
        self.first.setProperty("role", "link")
        self.first.clicked.connect(lambda: self.first_asked.emit(self._most))
        lines = QVBoxLayout(self._limit)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.limit_words)
        lines.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        self._limit.hide()
        return self._limit

    def _show_limit(self, count: int) -> None:
        """Said before anything is begun."""
        from workspace.ui.bulk.limits import MOST, words_of_most

        self._most = MOST
        self._is_over = count > MOST
        if self._is_over:
            self.limit_words.setText(t("TicketList", "At most %n can be changed at once.", MOST))
            self.limit_words.setToolTip(plain_tooltip(words_of_most()))
            self.limit_words.setAccessibleDescription(words_of_most())
            self.first.setText(t("TicketList", "Choose the first %n", MOST))
        self._show_what_is_possible()

    def _show_what_is_possible(self) -> None:
        self._chips.setVisible(not self.busy and not self._is_over)
        self._limit.setVisible(not self.busy and self._is_over)

    def _progress_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(t("TicketList", "Progress of the change"))
        self.stop = QPushButton(t("TicketList", "Cancel"))
        self.stop.setObjectName("stop_bulk")
        self.stop.clicked.connect(lambda: self._run.stop() if self._run is not None else None)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop)
        return line

    def show_count(self, count: int, total: int) -> None:
        """So many are chosen of so many; a screen reader is told."""
        words = t("TicketList", "%n chosen", count)
        changed = words != self.count.text()
        self.count.setText(words)
        self.every.setText(t("TicketList", "All %n", total))
        self.every.setAccessibleName(t("TicketList", "Choose all %n tickets of the queue", total))
        self._more = 0 < count < total
        self._show_limit(count)
        self._fit()
        if changed and count:
            if self._is_over:
                words = f"{words}. {self.limit_words.text()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def follow(self, run: BulkRun) -> None:
        """Show how far a long change is. One that waits for the backend gives the list free: a
        notice tells of it from then on, and the tickets are not chosen any more."""

        def over(*_: object) -> None:
            if self._run is run:
                self._run = None
                self.show_progress(0, 0)
                self.freed.emit()

        def paced() -> None:
            over()
            self.cleared.emit()

        def progressed(done: int, whole: int) -> None:
            if self._run is run:
                self.show_progress(done, whole)

        self._run = run
        self.show_progress(0, len(run.ids))
        run.progressed.connect(progressed)
        run.paced.connect(paced)
        for signal in (run.put_all, run.undone, run.halted, run.failed):
            signal.connect(over)

    def show_progress(self, done: int, whole: int) -> None:
        """How far a long change is; nothing under way if `whole` is 0."""
        busy = self.busy = whole > 0
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self._show_what_is_possible()
        self.progress.setRange(0, max(1, whole))
        self.progress.setValue(done)
        if busy:
            self.count.setText(t("TicketList", "{done} of %n changed", whole, done=f"{done:,}"))
            self.every.hide()

    def needed_height(self) -> int:
        """The height that it wants at most, whatever its width."""
        margins = self._column.contentsMargins()
        head = max(self.count.sizeHint().height(), self.close_it.sizeHint().height())
        whole = head + self._column.spacing() + self._chips_height()
        return whole + margins.top() + margins.bottom()

    def _chips_height(self) -> int:
        one = self.chips["more"].sizeHint().height()
        return LINES * one + (LINES - 1) * self._ctx.theme.px(4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.busy:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """At most two lines of chips; what finds no room is in the menu behind the last."""
        width = self.width() - self._ctx.theme.px(18)
        head = self.count.sizeHint().width() + self.close_it.sizeHint().width()
        head += self.every.sizeHint().width() + 3 * self._ctx.theme.px(6)
        self.every.setVisible(self._more and head <= width and not self.busy)
        names = list(self.chips)[:-1]
        for name in names:
            self.chips[name].show()
        most = self._chips_height()
        while names and self._flow.heightForWidth(width) > most:
            self.chips[names.pop()].hide()
            self._flow.invalidate()


class Top(QWidget):
    """The list's head, or the bar in its place: always equally high."""

    def __init__(self, head: QWidget, bar: BulkBar) -> None:
        super().__init__()
        self._head = head
        self._bar = bar
        self._stack = QStackedLayout(self)
        self._stack.addWidget(head)
        self._stack.addWidget(bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_bar(self, wanted: bool) -> None:
        """The bar instead of the head."""
        self._stack.setCurrentIndex(1 if wanted else 0)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        hint = self._head.sizeHint()
        return QSize(hint.width(), max(hint.height(), self._bar.needed_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


def _choices() -> tuple[tuple[str, str, bool], ...]:
    """Id, words, and whether a menu opens."""
    return (
        ("claim", t("TicketList", "Claim"), False),
        ("assign", t("TicketList", "Assign"), True),
        ("solve", t("TicketList", "Solve"), False),
        ("snooze", t("TicketList", "Snooze"), True),
        ("macros", t("TicketList", "Macro"), False),
        ("status", t("TicketList", "Status"), True),
        ("team", t("TicketList", "Team"), True),
        ("priority", t("TicketList", "Priority"), True),
        ("tags", t("TicketList", "Tags"), True),
        ("more", t("TicketList", "More"), True),
    )
