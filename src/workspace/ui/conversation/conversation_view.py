"""The conversation as one reads it: mouse, keyboard, selection and tooltips over the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from workspace.ui.conversation.card_geometry import card_word
from workspace.ui.conversation.conversation_canvas import ConversationCanvas
from workspace.ui.conversation.conversation_layout import Part
from workspace.ui.conversation.conversation_rows import DayBreakRow, HeadingRow, OfferRow
from workspace.ui.conversation.entry_words import state_line
from workspace.ui.conversation.hit_test import NOTHING, Hit
from workspace.ui.conversation.html_block import HtmlBlock
from workspace.ui.conversation.links import readable_target
from workspace.ui.conversation.text_blocks import Selection, Step
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.words import moment

_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Slider:
    """A wide message's handle under the mouse."""

    def __init__(self, block: HtmlBlock, x: float) -> None:
        self._block, self._from, self._shift = block, x, block.shift

    def drag_to(self, x: float) -> None:
        """The message moves with the handle."""
        block = self._block
        track = block.size.width() - block.bar.width()
        by = (x - self._from) * block.over / max(1.0, track)
        block.slide(self._shift + by - block.shift)


class ConversationView(ConversationCanvas):
    """Everything it offers by mouse works by keyboard too.

    Signals:
        action_asked: (name, EntryRow): a word of the state line was pressed.
        attachment_asked: (AttachmentRow, CardAction): a word of a card was pressed.
        save_all_asked: a list of AttachmentRow.
        link_asked: a Link was pressed.
        menu_asked: (row index, global QPoint): the context menu of a row.
        current_changed: the keyboard moved to this row.
        caret_moved: the keyboard moved inside the current row's text.
        offer_asked: the earlier ticket of an offer is wanted.
        end_asked: the newest entry is wanted, loaded or not.
        link_hovered: where the link under the pointer leads, "" when there is none.
    """

    action_asked = Signal(str, object)
    attachment_asked = Signal(object, str)
    save_all_asked = Signal(list)
    link_asked = Signal(object)
    menu_asked = Signal(int, QPoint)
    current_changed = Signal(int)
    caret_moved = Signal()
    offer_asked = Signal()
    end_asked = Signal()
    link_hovered = Signal(str)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._pressed: Hit = NOTHING
        self._slider: Slider | None = None
        self._pressed_key = ""
        self._hovered = ""
        self.viewport().setMouseTracking(True)

    # --- mouse ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._slider = self._slider_at(event.position())
        if self._slider is not None:
            return
        index, hit = self.hit(event.position())
        self._pressed = hit
        self._pressed_key = self.rows[index].key if index >= 0 else ""
        self.current = index
        if hit.part:
            self.selection.begin(self._pressed_key, hit.part, hit.position)
        else:
            self.selection.clear()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._slider is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._slider.drag_to(event.position().x())
            self.viewport().update()
            return
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed.part:
            self._extend_selection(event.position())
            return
        _, hit = self.hit(event.position())
        self._hover(readable_target(hit.link) if hit.link else "")
        shape = Qt.CursorShape.ArrowCursor
        if hit.offer or hit.link or hit.card_action or hit.action or hit.fold:
            shape = Qt.CursorShape.PointingHandCursor
        elif hit.part:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways over a message that is wider than its room moves this message only."""
        across, down = event.angleDelta().x(), event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across = across or down
            down = 0
        if abs(across) > abs(down):
            found = self._part_at(event.position())
            if found is not None and found[0].block.slide(-across / 120 * self._ctx.theme.px(60)):
                self.viewport().update()
            event.accept()
            return
        super().wheelEvent(event)

    def _part_at(self, point: QPointF) -> tuple[Part, QPointF] | None:
        """The text under a point of the viewport, and the point inside it."""
        placed = self.stack.row_at(int(point.y()))
        if placed is None:
            return None
        inside = point - QPointF(0, placed[1])
        parts = (each for each in self.layout_of(placed[0]).parts if each.rect.contains(inside))
        part = next(parts, None)
        return None if part is None else (part, inside - part.at)

    def _slider_at(self, point: QPointF) -> Slider | None:
        """The handle under a point, to be dragged."""
        found = self._part_at(point)
        if found is None or not isinstance(block := found[0].block, HtmlBlock):
            return None
        handle = block.bar.adjusted(0, -4, 0, 4)
        return Slider(block, point.x()) if block.over and handle.contains(found[1]) else None

    def _hover(self, target: str) -> None:
        if target != self._hovered:
            self._hovered = target
            self.link_hovered.emit(target)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def _extend_selection(self, point: QPointF) -> None:
        for index, y in self.stack.placements:
            if self.rows[index].key == self.selection.key:
                part = self.layout_of(index).part(self.selection.part)
                if part is not None:
                    inside = point - QPointF(0, y) - part.at
                    self.selection.cursor = part.block.position_at(inside)
                    self.viewport().update()
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._slider is not None:
            self._slider = None
            return
        index, hit = self.hit(event.position())
        pressed, self._pressed = self._pressed, NOTHING
        if index < 0 or self.rows[index].key != self._pressed_key or self.selection.range:
            return
        entry = self.entry_at(index)
        if hit.offer and pressed.offer:
            self.offer_asked.emit()
        elif hit.fold and pressed.fold:
            self.toggle_fold(index)
        elif hit.action and hit.action == pressed.action and entry is not None:
            self.action_asked.emit(hit.action, entry)
        elif hit.card_action and hit.attachment == pressed.attachment:
            self.attachment_asked.emit(hit.attachment, hit.card_action)
        elif hit.link and hit.link == pressed.link:
            self.link_asked.emit(hit.link)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index, hit = self.hit(event.position())
        part = self.layout_of(index).part(hit.part) if index >= 0 else None
        if part is not None:
            word = part.block.word_at(hit.position)
            self.selection.select(self.rows[index].key, hit.part, word)
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, _ = self.hit(QPointF(event.pos()))
            if index >= 0:
                self.current = index
                self.viewport().update()
                self.menu_asked.emit(index, event.globalPos())
        elif self.current >= 0:
            self._ask_menu()
        event.accept()

    def _ask_menu(self) -> None:
        rect = self.row_rect(self.current)
        spot = QPoint(self.viewport().width() // 2, max(0, rect.top()) + 12)
        self.menu_asked.emit(self.current, self.viewport().mapToGlobal(spot))

    # --- keyboard ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_message()
            return
        from workspace.ui.conversation.caret_keys import asked_step

        if self.current >= 0 and (asked := asked_step(event)) is not None:
            self._move_caret(*asked)
            return
        page = max(1, self.viewport().height() - self._ctx.theme.px(40))
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_current(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.stack.scroll_by(-page if key == Qt.Key.Key_PageUp else page)
            self.settle()
        elif key == Qt.Key.Key_Home and self.rows:
            self.stack.show_row(0, 0)
            self._make_current(self._next_row(-1, 1))
        elif key == Qt.Key.Key_End and self.rows:
            self.stack.scroll_to_end()
            self._make_current(len(self.rows) - 1)
            self.end_asked.emit()
        elif key in _PRESSES and self.current >= 0 and self._is_offer(self.current):
            self.offer_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu) and self.current >= 0:
            self._ask_menu()
        elif key == Qt.Key.Key_Space and self.current >= 0:
            if self.layout_of(self.current).fold is not None:
                self.toggle_fold(self.current)
        else:
            event.ignore()

    def _move_caret(self, step: Step, forward: bool, selecting: bool) -> None:
        from workspace.ui.conversation.caret_keys import move_caret

        layout = self.layout_of(self.current)
        if not move_caret(self.selection, layout, step, forward, selecting):
            return
        part = layout.part(self.selection.part)
        rect = self.row_rect(self.current)
        if part is not None and not rect.isEmpty():
            part.block.reveal(self.selection.cursor)
            y = rect.top() + part.at.y() + part.block.caret_rect(self.selection.cursor).top()
            line = self.style_in_force.line
            if y < 0:
                self.stack.scroll_by(round(y - line))
            elif y > self.viewport().height() - 2 * line:
                self.stack.scroll_by(round(y - self.viewport().height() + 2 * line))
            self.settle()
        self.caret_moved.emit()

    def _is_offer(self, index: int) -> bool:
        return index < len(self.rows) and isinstance(self.rows[index], OfferRow)

    def _next_row(self, index: int, step: int) -> int:
        index += step
        while 0 <= index < len(self.rows) and isinstance(
            self.rows[index], DayBreakRow | HeadingRow
        ):
            index += step
        return index

    def _move_current(self, step: int) -> None:
        if not self.rows:
            return
        begin = self.current if self.current >= 0 else len(self.rows)
        index = self._next_row(begin, step)
        if 0 <= index < len(self.rows):
            self._make_current(index)
        elif step < 0:
            self.stack.scroll_by(-self.viewport().height())
            self.settle()

    def _make_current(self, index: int) -> None:
        if index != self.current and self.selection.has_caret:
            self.selection.clear()
        self.current = index
        if 0 <= index < len(self.rows):
            self.settle()
            self.stack.reveal(index)
        self.settle()
        self.current_changed.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        if self.current < 0 and self.rows and by_key:
            self.current = self._next_row(len(self.rows), -1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- copying -------------------------------------------------------------------------

    def copy(self) -> None:
        """Selected text, else the current message, to the clipboard as plain text."""
        text = self.selected_text() or self.message_text(self.current)
        if text:
            QGuiApplication.clipboard().setText(text)

    def selected_text(self) -> str:
        """What is selected, "" if nothing."""
        for index, row in enumerate(self.rows):
            if row.key == self.selection.key:
                return self.selection.text_in(self.layout_of(index))
        return ""

    def message_text(self, index: int) -> str:
        """A row's words as plain text; of a message both what is said and what is quoted."""
        if not 0 <= index < len(self.rows):
            return ""
        entry = self.entry_at(index)
        if entry is not None and entry.text:
            return entry.text
        return "\n".join(part.block.text() for part in self.layout_of(index).parts)

    def _select_message(self) -> None:
        if self.current >= 0:
            part = self.layout_of(self.current).part("main")
            if part is not None:
                end = len(part.block.text().encode("utf-16-le", "surrogatepass")) // 2
                self.selection.select(self.rows[self.current].key, "main", Selection(0, end))
                self.viewport().update()

    # --- tooltips ------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, hit = self.hit(QPointF(event.pos()))
            text = self._tooltip(index, hit)
            if text:
                QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _tooltip(self, index: int, hit: Hit) -> str:
        entry = self.entry_at(index)
        if hit.link is not None:
            return readable_target(hit.link) or t(
                "Conversation", "This link can't be opened: only web, mail and phone links can."
            )
        if hit.attachment is not None:
            word = card_word(hit.card_action) if hit.card_action else ""
            said = self.downloads.problem(hit.attachment) or word
            return f"{hit.attachment.name}\n{said}".strip()
        if hit.fold:
            return t("Conversation", "Show or hide the quoted text")
        if entry is not None and hit.state:
            line = state_line(entry, self._ctx.clock.now_ms())
            return f"{line.text} · {moment(entry.created_at)}" if line else ""
        if entry is not None and hit.author:
            return f"{moment(entry.created_at)}\n{entry.author_address}".strip()
        return ""
