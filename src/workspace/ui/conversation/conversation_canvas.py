"""The painted part of the conversation: rows, scrolling and paint; input comes on top of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from workspace.store.queries.rows import EntryRow
from workspace.ui.conversation.attachments import Downloads, InlineImages
from workspace.ui.conversation.conversation_layout import RowLayout, Style, inline_ids, lay_out
from workspace.ui.conversation.conversation_painter import Marks, paint_row
from workspace.ui.conversation.conversation_rows import (
    ActivityRow,
    BubbleRow,
    DayBreakRow,
    Row,
    local_day,
)
from workspace.ui.conversation.entry_words import COUNTED_MS
from workspace.ui.conversation.hit_test import NOTHING, Hit, hit_row
from workspace.ui.conversation.layout_cache import LayoutCache
from workspace.ui.conversation.row_stack import RowStack
from workspace.ui.conversation.text_blocks import NO_MARKS, TextMarks
from workspace.ui.conversation.text_selection import TextSelection
from workspace.ui.runtime.context import WindowContext

LOAD_AHEAD = 2  # viewports above the first row seen
TICK_MS = 500


class _StandingBar(QScrollBar):
    """Keeps its place where nothing is to be scrolled: rows never get another width by it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class ConversationCanvas(QAbstractScrollArea):
    """Bottom-anchored; lays out only the rows that are seen.

    Signals:
        near_top: the reader comes close to the oldest row loaded.
        near_end: the reader comes close to the newest row loaded.
        end_left: True when rows below the viewport exist, False when the end is in view.
        rows_replaced: after `set_rows`, for the accessible tree.
    """

    near_top = Signal()
    near_end = Signal()
    end_left = Signal(bool)
    rows_replaced = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.rows: list[Row] = []
        self._index_by_key: dict[str, int] = {}
        self.clock_offset_ms = 0  # how far the clock that dated the rows is ahead of ours
        self.current = -1
        self.found_key = ""
        self.needles: tuple[str, ...] = ()
        self.found_at: tuple[str, int] = ("", -1)
        self.style_in_force = Style(ctx.theme)
        self.layouts = LayoutCache()
        self.selection = TextSelection()
        self.downloads = Downloads(ctx, self)
        self.images = InlineImages(ctx, self)
        self._unfolded: set[str] = set()
        self._was_at_end = True
        self._syncing = False
        self.stack = RowStack(lambda index: self.layout_of(index).height, self._estimate)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(_StandingBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(ctx.theme.px(40))
        self.setViewportMargins(0, 0, 0, ctx.theme.px(6))
        self.viewport().setAutoFillBackground(False)
        # It paints all of itself: what lies behind need not be painted first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.downloads.changed.connect(lambda _key: self.viewport().update())
        self.images.ready.connect(self._on_images_ready)
        ctx.theme.changed.connect(self._on_theme_changed)

    # --- rows ----------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row], *, at: str = "", has_newer: bool = False) -> None:
        """Show these; the reader's place, selection and current row are kept by key.

        `at` is the key of a row to begin at where no row stays; with `has_newer` rows that come
        below are not followed.
        """
        old = {row.key: row for row in self.rows}
        fresh = {row.key: row for row in rows}
        current = self.rows[self.current].key if 0 <= self.current < len(self.rows) else ""
        self.rows = list(rows)
        self.stack.replace(
            [row.key for row in rows], lambda key: key in old and old[key] != fresh[key]
        )
        self._index_by_key = {row.key: index for index, row in enumerate(rows)}
        self.stack.follows = not has_newer
        if at and at in self._index_by_key:
            self.stack.show_row(self.index_of(at), self.viewport().height() // 3)
        self.current = self.index_of(current)
        if self.selection.key not in fresh:
            self.selection.clear()
        self.settle()
        self._start_tick()
        self.rows_replaced.emit()

    def start_over(self) -> None:
        """Another ticket: forget place, selection and what was unfolded."""
        self.rows = []
        self._index_by_key = {}
        self.current = -1
        self.found_key = ""
        self.found_at = ("", -1)
        self.selection.clear()
        self._unfolded.clear()
        self.layouts.clear()
        self.images.clear()
        self.stack.replace([], lambda _key: True)
        self.stack.follows = True
        self.stack.scroll_to_end()
        self.settle()

    def layout_of(self, index: int) -> RowLayout:
        """The row's layout at the present width; made if need be."""
        row = self.rows[index]
        width = self.viewport().width()
        unfolded = row.key in self._unfolded
        images = {}
        if isinstance(row, BubbleRow) and row.entry.html:
            wanted = inline_ids(row.entry)
            images = self.images.of(row.key, row.entry, wanted) if wanted else {}
        today = self.today()
        day = today.toordinal() if isinstance(row, DayBreakRow) else 0  # “Today” ages
        return self.layouts.get(
            row,
            (width, unfolded, len(images) + day),
            lambda: lay_out(
                row, width, self.style_in_force, today=today, unfolded=unfolded, images=images
            ),
        )

    def today(self) -> date:
        """The present day by the clock that dated the rows."""
        return local_day(self.now_ms() + self.clock_offset_ms, None)

    def now_ms(self) -> int:
        """Now, in ms UTC."""
        return self._ctx.clock.now_ms()

    def index_of(self, key: str) -> int:
        """Where the row with this key stands, -1 if it is not loaded."""
        return self._index_by_key.get(key, -1)

    def _estimate(self, index: int) -> int:
        row = self.rows[index] if index < len(self.rows) else None
        if not isinstance(row, BubbleRow):
            return 32
        lines = 1 + min(40, len(row.entry.text) // 44)
        return 44 + lines * 19 + 36 * len(row.entry.attachments)

    def jump_to(self, key: str) -> bool:
        """Bring a row to the upper third and mark it. False if it is not loaded."""
        index = self.index_of(key)
        if index < 0:
            return False
        self.found_key = key
        self.stack.show_row(index, self.viewport().height() // 3)
        self.current = index
        self.settle()
        return True

    def show_at(self, index: int) -> None:
        """Bring a row to the upper quarter, and the keyboard to what follows it."""
        self.stack.show_row(index, self.viewport().height() // 5)
        self.current = min(index + 1, len(self.rows) - 1)
        self.settle()

    def mark_found(self, needles: tuple[str, ...]) -> None:
        """Mark folded needles wherever they stand in messages and notes."""
        self.needles, self.found_at = needles, ("", -1)
        self.viewport().update()

    def show_found(self, key: str, number: int) -> bool:
        """Bring the n-th marked place of this row into view. False if it is not loaded."""
        index = self.index_of(key)
        if index < 0:
            return False
        self.found_at = (key, number)
        layout = self.layout_of(index)
        counted = sum(map(len, layout.found_in(self.needles).values()))
        if number >= counted and layout.fold is not None and key not in self._unfolded:
            self.toggle_fold(index)
            layout = self.layout_of(index)
        top = 0.0
        left = number
        for part in layout.parts:
            spans = layout.found_in(self.needles).get(part.name, ())
            if left < len(spans):
                part.block.reveal(spans[left].start)
                top = part.at.y() + part.block.caret_rect(spans[left].start).top()
                break
            left -= len(spans)
        rect = self.row_rect(index)
        y = rect.top() + top
        if rect.isEmpty() or y < 0 or y > self.viewport().height() - 2 * self.style_in_force.line:
            self.stack.show_row(index, round(self.viewport().height() / 3 - top))
        self.current = index
        self.settle()
        return True

    def scroll_to_end(self) -> None:
        """Go to the newest and follow it again."""
        self.stack.scroll_to_end()
        self.settle()

    # --- scrolling -----------------------------------------------------------------------

    def settle(self) -> None:
        """Lay out what is in view, tell the scroll bar, repaint."""
        self.stack.resize(self.viewport().height())
        placements = self.stack.settle()
        bar = self.verticalScrollBar()
        self._syncing = True
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setRange(0, self.stack.maximum)
        bar.setValue(self.stack.value)
        self._syncing = False
        self.viewport().update()
        if self.stack.at_end != self._was_at_end:
            self._was_at_end = self.stack.at_end
            self.end_left.emit(not self.stack.at_end)
        if placements and bar.value() < LOAD_AHEAD * self.viewport().height():
            self.near_top.emit()
        below = self.stack.maximum - bar.value()
        if placements and below < LOAD_AHEAD * self.viewport().height():
            self.near_end.emit()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        if self._syncing:
            return
        if abs(dy) <= 2 * self.viewport().height():
            self.stack.scroll_by(-dy)
        else:
            self.stack.scroll_to_value(self.verticalScrollBar().value())
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.stack.forget_heights()
        self.settle()

    def _on_theme_changed(self) -> None:
        self.style_in_force = Style(self._ctx.theme)
        self.layouts.clear()
        self.stack.forget_heights()
        self.verticalScrollBar().setSingleStep(self._ctx.theme.px(40))
        self.settle()

    def _on_images_ready(self, key: str) -> None:
        index = self.index_of(key)
        if index >= 0:
            self.stack.forget_height(index)
            self.settle()

    # --- painting ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ctx.theme.color("panel"))
        now = self._ctx.clock.now_ms()
        for index, y in self.stack.placements:
            if y > event.rect().bottom() or y + self.stack.height_of(index) < event.rect().top():
                continue
            painter.save()
            painter.translate(0, y)
            layout = self.layout_of(index)
            paint_row(painter, layout, self.style_in_force, self.downloads, now, self._marks(index))
            painter.restore()
        painter.end()

    def _marks(self, index: int) -> Marks:
        key = self.rows[index].key
        parts: dict[str, TextMarks] = {}
        if self.needles and isinstance(self.rows[index], BubbleRow):
            left = self.found_at[1] if self.found_at[0] == key else -1
            for name, spans in self.layout_of(index).found_in(self.needles).items():
                here = left if 0 <= left < len(spans) else -1
                parts[name] = TextMarks(found=spans, here=here)
                left -= len(spans)
        selection = self.selection
        if selection.key == key:
            marked = parts.get(selection.part, NO_MARKS)
            caret = selection.cursor if selection.has_caret and self.hasFocus() else -1
            parts[selection.part] = replace(marked, selected=selection.range, caret=caret)
        return Marks(
            parts,
            current=index == self.current and self.hasFocus(),
            found=key == self.found_key,
        )

    def _start_tick(self) -> None:
        now = self._ctx.clock.now_ms()
        counting = any(
            isinstance(row, BubbleRow) and 0 < row.entry.not_before - now <= COUNTED_MS
            for row in self.rows[-20:]
        )
        if counting:
            self._tick.start()
        else:
            self._tick.stop()

    def _on_tick(self) -> None:
        self.viewport().update()
        self._start_tick()

    # --- places --------------------------------------------------------------------------

    def row_rect(self, index: int) -> QRect:
        """The row's area in the viewport; empty if it is not in view."""
        for placed, y in self.stack.placements:
            if placed == index:
                return QRect(0, y, self.viewport().width(), self.stack.height_of(index))
        return QRect()

    def hit(self, point: QPointF) -> tuple[int, Hit]:
        """Row index (-1 for none) and what of it lies under a point of the viewport."""
        placed = self.stack.row_at(int(point.y()))
        if placed is None:
            return -1, NOTHING
        index, top = placed
        inside = point - QPointF(0, top)
        now = self._ctx.clock.now_ms()
        layout = self.layout_of(index)
        return index, hit_row(layout, inside, self.style_in_force, now, self.downloads)

    def entry_at(self, index: int) -> EntryRow | None:
        """The message or note in this row."""
        if not 0 <= index < len(self.rows):
            return None
        row = self.rows[index]
        if isinstance(row, BubbleRow):
            return row.entry
        return row.entries[-1] if isinstance(row, ActivityRow) else None

    def first_seen(self) -> EntryRow | None:
        """The first stored entry in view."""
        for index, _ in self.stack.placements:
            entry = self.entry_at(index)
            if entry is not None and entry.id:
                return entry
        return None

    def toggle_fold(self, index: int) -> None:
        """Show or hide what the message quotes."""
        self._unfolded.symmetric_difference_update({self.rows[index].key})
        self.stack.forget_height(index)
        if self.stack.at_end:
            rect = self.row_rect(index)
            self.stack.show_row(index, rect.top())
        self.settle()
