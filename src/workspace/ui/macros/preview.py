"""What a macro would write and do to the ticket in front, before it is applied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.macro_plan import Plan
from workspace.domain.placeholders import unresolved
from workspace.ui.i18n import t
from workspace.ui.macros.box import WordsBox
from workspace.ui.macros.effect_words import EffectLine, effect_lines
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel

_ROLE = {"done": "good", "same": "faint", "not": "warn"}
_MARK = {"done": "✓", "same": "=", "not": "✕"}


class Words(QPlainTextEdit):
    """Text as it would be written; what is not filled in is marked."""

    def __init__(self, ctx: WindowContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        ctx.theme.changed.connect(self._mark)

    def show_words(self, text: str) -> None:
        """Show a text."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self._mark()
        line = self.fontMetrics().lineSpacing()
        lines = min(12, max(1, round(self.document().size().height())))
        self.setFixedHeight(lines * line + self._ctx.theme.px(12))

    def _mark(self) -> None:
        theme, text = self._ctx.theme, self.toPlainText()
        look = QTextCharFormat()
        look.setBackground(theme.color("warn_soft"))
        look.setForeground(theme.color("warn"))
        marks = []
        for one in unresolved(text):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(text[: one.start]))
            cursor.setPosition(_units(text[: one.end]), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.setExtraSelections(marks)


def _units(text: str) -> int:
    """Qt counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Preview(QScrollArea):
    """Reply, note and the list of effects. `say` in place of it where there is no ticket."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWidgetResizable(True)
        self.setProperty("look", "pane")
        self.setAccessibleName(t("Macros", "What it does"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        pad = ctx.theme.px(12)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(ctx.theme.px(6))
        self.title = PlainLabel("", role="strong")
        self.title.setWordWrap(True)
        self.text_label = PlainLabel(t("Macros", "Reply"), role="section")
        self.text = Words(ctx, t("Macros", "Text as it would be written"))
        self.text_box = WordsBox(ctx.theme, self.text, is_note=False)
        self.note_label = PlainLabel(t("Macros", "Internal note"), role="section")
        self.note = Words(ctx, t("Macros", "Internal note as it would be written"))
        self.note_box = WordsBox(ctx.theme, self.note, is_note=True)
        self.left = PlainLabel("", role="warn")
        self.left.setWordWrap(True)
        self.effects_label = PlainLabel(t("Macros", "What it does"), role="section")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(ctx.theme.px(6))
        self._grid.setVerticalSpacing(ctx.theme.px(3))
        for widget in (self.title, self.left, self.effects_label):
            column.addWidget(widget)
        column.addLayout(self._grid)
        for words in (self.text_label, self.text_box, self.note_label, self.note_box):
            column.addWidget(words)
        column.addStretch(1)
        self.setWidget(inner)
        self.say("")

    def say(self, text: str) -> None:
        """A sentence, and nothing else."""
        self._show_lines(())
        self.title.setText(text)
        for widget in (self.text_label, self.note_label, self.left, self.effects_label):
            widget.hide()
        self.text_box.hide()
        self.note_box.hide()

    def show_plan(self, title: str, plan: Plan) -> None:
        """What this plan comes to."""
        self.title.setText(title)
        self.text_label.setText(
            t("Macros", "Internal note") if plan.into == "note" else t("Macros", "Reply")
        )
        self.text_label.setVisible(bool(plan.text))
        self.text_box.set_note(plan.into == "note")
        self.text_box.setVisible(bool(plan.text))
        self.text.show_words(plan.text)
        self.note_label.setVisible(bool(plan.note))
        self.note_box.setVisible(bool(plan.note))
        self.note.show_words(plan.note)
        names = ", ".join(dict.fromkeys(f"{{{{{one.name}}}}}" for one in plan.unresolved))
        self.left.setVisible(bool(names))
        self.left.setText(
            t("Macros", "Nothing is known for {names}: fill it in before it is sent.", names=names)
        )
        self.effects_label.show()
        self._show_lines(effect_lines(plan, self._ctx.clock.now_ms()))

    @property
    def spoken(self) -> str:
        """All of it for those who don't see it."""
        parts = [self.title.text()]
        boxes = ((self.text_box, self.text), (self.note_box, self.note))
        parts += [words.toPlainText() for box, words in boxes if not box.isHidden()]
        if not self.left.isHidden():
            parts.append(self.left.text())
        return ". ".join(part for part in (*parts, *self._spoken) if part)

    def _show_lines(self, lines: Sequence[EffectLine]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._spoken = [line.spoken for line in lines]
        for row, line in enumerate(lines):
            mark = PlainLabel(_MARK[line.state], role=_ROLE[line.state])
            words = PlainLabel(line.spoken, role="quiet" if line.state == "same" else "")
            words.setWordWrap(True)
            words.setAccessibleName(line.spoken)
            if line.state == "not":
                words.set_look("role", "warn")
            self._grid.addWidget(mark, row, 0)
            self._grid.addWidget(words, row, 1)
