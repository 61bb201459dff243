"""Find in this conversation: the field, where one is among the matches, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.search.query_field import QueryField
from workspace.ui.widgets.glyph_button import GlyphButton
from workspace.ui.widgets.labels import PlainLabel


class FindBar(QFrame):
    """Enter goes on, Shift+Enter goes back, Esc closes.

    Signals:
        typed: the text, with what is being composed.
        step_asked: 1 for the next match below, -1 for the one above.
        closed: it is not wanted any more.
    """

    typed = Signal(str)
    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = ctx.theme
        name = t("Conversation", "Find in this conversation")
        self.setAccessibleName(name)
        self.setObjectName("find_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(2), theme.px(8), theme.px(5))
        row.setSpacing(theme.px(4))
        self.field = QueryField()
        self.field.setObjectName("find_field")
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setClearButtonEnabled(True)
        self.field.typed.connect(self.typed)
        self.field.installEventFilter(self)
        row.addWidget(self.field, 1)
        self.place = PlainLabel("", role="quiet")
        row.addWidget(self.place)
        self.above = GlyphButton(theme, "arrow_up", t("Conversation", "Previous match"))
        self.below = GlyphButton(theme, "arrow_down", t("Conversation", "Next match"))
        self.close_button = GlyphButton(theme, "cross", t("Conversation", "Close find"))
        self.above.clicked.connect(lambda: self.step_asked.emit(-1))
        self.below.clicked.connect(lambda: self.step_asked.emit(1))
        self.close_button.clicked.connect(self.closed)
        for button in (self.above, self.below, self.close_button):
            row.addWidget(button)
        self.show_place(0, 0, asked=False)

    def open(self, text: str = "") -> None:
        """Show it, with a text to look for if there is one, ready for keys."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, number: int, total: int, *, asked: bool, cut: bool = False) -> None:
        """The n-th (from 1) of so many matches; `cut`: there are more than are counted."""
        if not asked:
            text = ""
        elif not total:
            text = t("Conversation", "No match")
        else:
            text = t(
                "Conversation",
                "{number} of {total}",
                number=number,
                total=f"{total}+" if cut else total,
            )
        self.place.setText(text)
        self.place.set_look("role", "bad" if asked and not total else "quiet")
        for button in (self.above, self.below):
            button.setEnabled(total > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
