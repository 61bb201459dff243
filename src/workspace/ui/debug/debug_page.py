"""The debugging view: outbox, notices, slow queries, blocked window, engine; all of it as text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from workspace.store.connect import Reader
from workspace.store.queries.rows import OutboxRow
from workspace.store.slow_log import slow_queries
from workspace.ui.debug import figures as fig
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.room import resize_within

LOOK_MS = 1_000


def read_outbox(reader: Reader) -> list[OutboxRow]:
    """What waits, and the last that was done."""
    from workspace.store.queries.outbox import list_outbox

    return list_outbox(reader, 200)


def heading(column: str) -> str:
    """A column's name in the window's language; the report keeps the makers' own."""
    return {
        "command": t("Debug", "command"),
        "kind": t("Debug", "kind"),
        "account": t("Debug", "account"),
        "state": t("Debug", "state"),
        "tries": t("Debug", "tries"),
        "created": t("Debug", "created"),
        "not before": t("Debug", "not before"),
        "last try": t("Debug", "last try"),
        "error": t("Debug", "error"),
        "time": t("Debug", "time"),
        "notice": t("Debug", "notice"),
        "numbers": t("Debug", "numbers"),
        "process": t("Debug", "process"),
        "read": t("Debug", "read"),
        "rows": t("Debug", "rows"),
        "where": t("Debug", "where"),
        "what": t("Debug", "what"),
        "value": t("Debug", "value"),
    }.get(column, column)


class Table(QTableWidget):
    """Lines of words under fixed headings; keeps its place when they are replaced."""

    def __init__(self, columns: tuple[str, ...], name: str) -> None:
        super().__init__(0, len(columns))
        self._lines: fig.Lines = []
        self.setHorizontalHeaderLabels([heading(column) for column in columns])
        self.setAccessibleName(name)
        self.setProperty("look", "list")
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._lines:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, t("Debug", "Nothing yet.")
            )
            painter.end()

    def show_lines(self, lines: fig.Lines) -> None:
        """Replace all, if anything differs."""
        if lines == self._lines:
            return
        self._lines = lines
        self.setRowCount(len(lines))
        self.viewport().update()  # the words for “nothing” come or go
        for row, line in enumerate(lines):
            for column, word in enumerate(line):
                item = self.item(row, column)
                if item is None:
                    self.setItem(row, column, QTableWidgetItem(word))
                elif item.text() != word:
                    item.setText(word)


class DebugPage(QDialog):
    """Looks again once a second while it is shown."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._figures = fig.Figures()
        self.setWindowTitle(t("Debug", "Debugging view"))
        resize_within(self, ctx.theme, 860, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([ctx.theme.size("pane_pad_px")] * 4))
        hint = PlainLabel(
            t(
                "Debug",
                "What Workspace did lately, in numbers. No names, addresses or texts of customers"
                " are in it, so it may go into a report.",
            ),
            role="quiet",
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(t("Debug", "Debugging view"))
        self.outbox = self._tab(t("Debug", "Outbox"), fig.OUTBOX)
        self.notices = self._tab(t("Debug", "Change notices"), fig.NOTICES)
        self.slow = self._tab(t("Debug", "Slow queries"), fig.SLOW)
        self.blocks = Table(fig.BLOCKED, t("Debug", "Blocked window"))
        self.stack = QPlainTextEdit()
        self.stack.setReadOnly(True)
        self.stack.setAccessibleName(t("Debug", "Where the window was held up"))
        self.blocks.currentCellChanged.connect(lambda row, *_: self._show_stack(row))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(ctx.theme.px(8))
        split.setProperty("gap", "true")
        split.addWidget(self.blocks)
        split.addWidget(self.stack)
        self.tabs.addTab(split, t("Debug", "Blocked window"))
        self.engine = self._tab(t("Debug", "Engine"), fig.ENGINE)
        column.addWidget(self.tabs, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy = QPushButton(t("Debug", "Copy all as text"))
        self.copy.setObjectName("copy_debug")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        column.addWidget(buttons)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._refresh)

    def _tab(self, title: str, columns: tuple[str, ...]) -> Table:
        table = Table(columns, title)
        self.tabs.addTab(table, title)
        return table

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    def _refresh(self) -> None:
        self._ctx.reads.ask(read_outbox, then=self._on_outbox, owner=self, topic="debug")
        if self._ctx.engine.is_connected:
            self._ctx.engine.call("status", then=self._on_status, owner=self)
        else:
            self._on_status({})
        trace = self._ctx.trace
        watchdog = trace.watchdog
        self._take(
            heard=tuple(trace.heard),
            counts=dict(trace.counts),
            slow=tuple(slow_queries),
            blocks=tuple(watchdog.blocks) if watchdog else (),
            blocked=watchdog.blocked if watchdog else 0,
        )

    def _on_outbox(self, rows: list[OutboxRow]) -> None:
        self._take(outbox=tuple(rows))

    def _on_status(self, status: dict[str, object]) -> None:
        self._take(engine=status)

    def _take(self, **news: object) -> None:
        known = {name: getattr(self._figures, name) for name in fig.Figures.__slots__}
        found = self._figures = fig.Figures(**(known | news))
        self.outbox.show_lines(fig.outbox_lines(found.outbox))
        self.notices.show_lines(fig.notice_lines(found.heard))
        self.slow.show_lines(fig.slow_lines(found))
        self.blocks.show_lines(fig.block_lines(found.blocks))
        self.engine.show_lines(fig.engine_lines(found))

    def _show_stack(self, row: int) -> None:
        blocks = self._figures.blocks
        self.stack.setPlainText(blocks[-1 - row].stack if 0 <= row < len(blocks) else "")

    def _on_copy(self) -> None:
        from workspace.versions import in_one_line

        QGuiApplication.clipboard().setText(fig.as_text(self._figures, in_one_line()))
        self._ctx.notices.show(t("Debug", "Copied."), "good")
