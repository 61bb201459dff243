"""“/” or Ctrl+M: find a macro as you type, see all it would do, apply it by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.macro_plan import Into
from workspace.store.queries.macro_targets import TicketTarget
from workspace.ui.i18n import t
from workspace.ui.macros.chosen import Chosen, choose
from workspace.ui.macros.keys import usable_keys
from workspace.ui.macros.library import MacroLibrary, window_language
from workspace.ui.macros.palette_list import MacroDelegate, MacroModel
from workspace.ui.macros.preview import Preview
from workspace.ui.runtime.context import WindowContext
from workspace.ui.search.palette_frame import PaletteFrame
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.words import key_word

SHOWN_LEFT_OUT = 5
EDIT = "Ctrl+E"


class MacroPalette(PaletteFrame):
    """Lies over a window; the keys stay in its field, so that nothing of the composer is lost.

    Signals:
        chosen: a Chosen: what is to be applied to which tickets.
        closed: nothing was chosen; True if the person typed on, and wants the keys back.
        edit_asked: id of a macro to be edited, "" for the editor itself.
    """

    chosen = Signal(object)
    closed = Signal()
    edit_asked = Signal(str)

    def __init__(self, ctx: WindowContext, library: MacroLibrary, window: QWidget) -> None:
        super().__init__(ctx.theme, window)
        self._ctx = ctx
        self._library = library
        self._targets: Sequence[TicketTarget] = ()
        self._into: Into = "reply"
        self._above: QRect | None = None
        self._chosen: Chosen | None = None
        self._apply_first = False  # Enter came before the tickets
        self.setObjectName("macro_palette")
        self.setAccessibleName(t("Macros", "Macros"))
        self.field.setObjectName("macro_query")
        self.field.setPlaceholderText(t("Macros", "Find a macro by its name or words"))
        self.field.setAccessibleName(t("Macros", "Find a macro"))
        self.model = MacroModel()
        self.preview = Preview(ctx)
        self.hint = PlainLabel(role="faint")
        self.edit = QPushButton(t("Macros", "Edit macros…"))
        self._build()
        self.field.typed.connect(lambda _: self._fill())
        self.view.clicked.connect(lambda _: self._show_current())
        self.view.doubleClicked.connect(lambda _: self._apply())
        self.edit.clicked.connect(self._on_edit)
        library.changed.connect(self._on_library)
        self.hide()

    def _build(self) -> None:
        theme = self._ctx.theme
        view = self.view
        view.setObjectName("macro_list")
        view.setAccessibleName(t("Macros", "Macros"))
        view.setModel(self.model)
        view.setItemDelegate(MacroDelegate(theme))
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for words in (self.preview.text, self.preview.note):
            words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.edit.setProperty("role", "quiet")
        self.edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = QFrame()
        line.setProperty("line", "true")
        line.setFixedWidth(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(view, 2)
        middle.addWidget(line)
        middle.addWidget(self.preview, 3)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(theme.px(14), theme.px(4), theme.px(8), theme.px(6))
        bottom.addWidget(self.hint, 1)
        bottom.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addLayout(middle, 1)
        column.addLayout(bottom)

    # --- open and close -----------------------------------------------------------------------

    def open(self, into: Into, above: QRect | None = None) -> None:
        """Ready for keys; the tickets come by `show_targets`.

        `above`: what not to cover, in the window's place.
        """
        self._targets, self._into, self._above = (), into, above
        self._apply_first = False
        self._library.read()
        self.field.clear()
        self._fill()
        self._lie()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_targets(self, targets: Sequence[TicketTarget]) -> None:
        """The tickets that it is about; the first one is previewed."""
        self._targets = targets
        current = self.model.macro(self.view.currentIndex().row())
        self._fill(current.id if current else "")
        if self._apply_first:
            self._apply()

    def close_palette(self) -> None:
        """Nothing is applied."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _on_edit(self) -> None:
        macro = self.model.macro(self.view.currentIndex().row())
        self.hide()
        self.edit_asked.emit(macro.id if macro else "")

    # --- what fits ----------------------------------------------------------------------------

    def _on_library(self) -> None:
        if self.isVisible():
            current = self.model.macro(self.view.currentIndex().row())
            self._fill(current.id if current else "")

    def _fill(self, current: str = "") -> None:
        first = self._targets[0].row if self._targets else None
        language = window_language()
        macros = self._library.find(
            self.field.told,
            language,
            first.account if first else "",
            first.channel if first else "",
        )
        self.model.take(macros, language, usable_keys(self._ctx, self._library))
        row = max(0, self.model.row_of(current))
        self.view.setCurrentIndex(self.model.index(row))
        self._show_current()

    def _show_current(self) -> None:
        macro = self.model.macro(self.view.currentIndex().row())
        file = self._library.file(macro.id) if macro else None
        self._chosen = None
        self.hint.setText(
            t("Macros", "Enter applies, Esc closes, {key} edits.", key=key_word(EDIT))
        )
        if macro is None or file is None or not self._targets:
            self.preview.say(self._nothing())
            return
        chosen = self._chosen = choose(file, self._targets, self._into)
        title = macro.title(window_language())
        if len(self._targets) == 1:
            self.preview.show_plan(title, chosen.plans[0])
        else:
            self.preview.show_plan(f"{title} · {self._many(chosen)}", chosen.plans[0])
        self.view.setAccessibleDescription(self.preview.spoken)
        self.field.setAccessibleDescription(self.preview.spoken)

    def _many(self, chosen: Chosen) -> str:
        """For how many tickets it is, and which are left out and why."""
        lines = [t("Macros", "for %n tickets", len(chosen.goes))]
        left = chosen.left_out
        if left:
            lines.append(t("Macros", "%n left out:", len(left)))
            lines += [f"{row.ref}: {why}" for row, why in left[:SHOWN_LEFT_OUT]]
        return "\n".join(lines)

    def _nothing(self) -> str:
        if not self._library.files.usable():
            return t(
                "Macros",
                "There are no macros yet. “Edit macros…” makes the first one, or adds the folder"
                " that your team shares.",
            )
        return t("Macros", "No macro fits.")

    def _apply(self) -> None:
        chosen = self._chosen
        self._apply_first = chosen is None and not self._targets
        if chosen is not None and chosen.goes:
            self.hide()
            self.chosen.emit(chosen)

    # --- Qt -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_own = watched is self.field and isinstance(event, QKeyEvent) and self._is_edit(event)
        if is_own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _is_edit(self, event: QKeyEvent) -> bool:
        wanted = Qt.KeyboardModifier.ControlModifier
        return event.key() == Qt.Key.Key_E and event.modifiers() == wanted

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                bar = self.preview.verticalScrollBar()
                bar.setValue(bar.value() + step * bar.singleStep() * 3)
            else:
                self._move(step)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._move(6 if key == Qt.Key.Key_PageDown else -6)
        elif key == Qt.Key.Key_Backspace and not self.field.told:
            self.close_palette()
        elif self._is_edit(event):
            self._on_edit()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        super()._move(by)
        if self.model.rowCount():
            self._show_current()

    def _lie(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        theme, gap = self._ctx.theme, self._ctx.theme.px(8)
        width = min(theme.px(820), window.width() - 6 * gap)
        height = min(theme.px(440), window.height() - 12 * gap)
        left, top = (window.width() - width) // 2, theme.px(56)
        if self._above is not None:
            left = min(max(gap, self._above.left()), window.width() - width - gap)
            top = max(gap, self._above.top() - height - gap)
        self.setGeometry(left, top, width, height)
