"""A queue of one's own: name, conditions with what they hold right now, order."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.conditions import parse_conditions
from workspace.store.connect import Reader
from workspace.store.queries.queue_preview import Preview
from workspace.ui.i18n import t
from workspace.ui.queue_nav.condition_words import (
    examples,
    faulty_spans,
    problem_of,
    unknown_words,
    word_spans,
)
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.widgets.flow import FlowLayout
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip
from workspace.ui.widgets.save_keys import save_by_keys
from workspace.ui.widgets.text_edit import TextEdit

PAUSE_MS = 200
LONGEST_NAME = 60


def read_preview(reader: Reader, text: str) -> Preview:
    """What these conditions hold."""
    from workspace.store.queries.queue_preview import preview

    return preview(reader, text)


class QueueDialog(QDialog):
    """Signals: `kept(name, conditions, sort)` when it is to be saved."""

    kept = Signal(str, str, str)

    def __init__(
        self,
        ctx: WindowContext,
        parent: QWidget | None = None,
        *,
        name: str = "",
        conditions: str = "",
        sort: str = "newest",
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName("queue_dialog")
        self.setWindowTitle(
            t("QueueDialog", "Edit queue") if conditions else t("QueueDialog", "New queue")
        )
        self.setMinimumWidth(ctx.theme.px(480))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._build()
        self.name.setText(name)
        self.conditions.setPlainText(conditions)
        self.sort.setCurrentIndex(max(0, self.sort.findData(sort)))
        self.name.textChanged.connect(self._on_changed)
        self.conditions.textChanged.connect(self._on_changed)
        self._on_changed()

    def _build(self) -> None:
        theme = self._ctx.theme
        line = QFontMetrics(theme.font()).lineSpacing()
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(t("QueueDialog", "Urgent returns"))
        self.conditions = TextEdit()
        self.conditions.setTabChangesFocus(True)
        self.conditions.setPlaceholderText("team:returns (priority:high OR tag:vip)")
        self.conditions.setMinimumHeight(3 * line + theme.px(16))
        self.conditions.setMaximumHeight(4 * line + theme.px(16))
        self.said = PlainLabel("", role="quiet")
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(line)
        self.sort = QComboBox()
        for order, word in {
            "newest": t("TicketList", "Newest first"),
            "waiting": t("TicketList", "Waiting longest"),
            "due": t("TicketList", "Next due"),
        }.items():
            self.sort.addItem(word, order)
        rows = QFormLayout()
        rows.setVerticalSpacing(theme.px(10))
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for word, field in (
            (t("QueueDialog", "Name"), self.name),
            (t("QueueDialog", "Conditions"), self.conditions),
        ):
            field.setAccessibleName(word)
            rows.addRow(PlainLabel(word), field)
        rows.addRow("", self.said)
        self.sort.setAccessibleName(t("QueueDialog", "Order"))
        rows.addRow(PlainLabel(t("QueueDialog", "Order")), self.sort)
        help_ = PlainLabel(
            t(
                "QueueDialog",
                "Conditions side by side all hold; words are looked for in subject and customer."
                " To begin with:",
            ),
            role="faint",
        )
        help_.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.save = QPushButton(t("QueueDialog", "Save"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        cancel = QPushButton(t("QueueDialog", "Cancel"))
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._keep)
        save_by_keys(self, self._keep)
        buttons.rejected.connect(self.reject)
        column = self._column = QVBoxLayout(self)
        pad = theme.px(16)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(10))
        column.addLayout(rows)
        column.addWidget(help_)
        column.addWidget(self._examples())
        column.addWidget(buttons)

    def _examples(self) -> QWidget:
        """Conditions that a press puts at the cursor."""
        place = QWidget()
        flow = FlowLayout(place, self._ctx.theme.px(4))
        self.examples: list[ChipButton] = []
        for text, meaning in examples():
            chip = ChipButton(self._ctx.theme, text, "accent", parent=place)
            words = f"{text}: {meaning}"
            chip.setAccessibleName(t("QueueDialog", "Insert {condition}", condition=words))
            chip.setToolTip(plain_tooltip(words))
            chip.clicked.connect(lambda _=False, text=text: self._insert(text))
            flow.addWidget(chip)
            self.examples.append(chip)
        return place

    def _insert(self, text: str) -> None:
        """At the cursor, with a blank where words would run together."""
        cursor, whole = self.conditions.textCursor(), self.conditions.toPlainText()
        before = _in_utf16(whole, cursor.selectionStart())
        gap = " " if before and not before[-1].isspace() and before[-1] not in "(-" else ""
        cursor.insertText(gap + text + ("" if text == "-" else " "))
        self.conditions.setTextCursor(cursor)
        self.conditions.setFocus()

    @property
    def text(self) -> str:
        """The conditions as typed, in one line."""
        return " ".join(self.conditions.toPlainText().split())

    def _on_changed(self) -> None:
        """Refused while typing, at once; counted after a pause, on a reader thread."""
        conditions = parse_conditions(self.text)
        problem = problem_of(conditions)
        nameless = "" if self.name.text().strip() else t("QueueDialog", "Give the queue a name.")
        self.save.setEnabled(not problem and not nameless)
        self.save.setToolTip(plain_tooltip(problem or nameless))
        self.save.setAccessibleDescription(problem or nameless)
        typed = self.conditions.toPlainText()
        self._mark(faulty_spans(typed, conditions), is_bad=True)
        if problem:
            self._pause.stop()
            self._say(problem, "bad" if self.text else "quiet")
        else:
            self._pause.start()

    def _ask(self) -> None:
        text = self.text
        self._ctx.reads.ask(
            read_preview,
            text,
            then=lambda found: self._show(text, found),
            owner=self,
            topic="preview",
        )

    def _show(self, text: str, found: Preview) -> None:
        if text != self.text or found.conditions.fault:
            return
        count = t("QueueDialog", "%n tickets fit now", found.count)
        warning = unknown_words(found.unknown)
        typed = self.conditions.toPlainText()
        spans = [span for word in found.unknown for span in word_spans(typed, word)]
        self._mark(spans, is_bad=False)
        self._say(f"{count} · {warning}" if warning else count, "warn" if warning else "quiet")

    def _mark(self, spans: list[tuple[int, int]], *, is_bad: bool) -> None:
        """A wave under what the words below are about."""
        theme, typed = self._ctx.theme, self.conditions.toPlainText()
        waves: list[QTextEdit.ExtraSelection] = []
        for start, end in spans:
            wave = QTextEdit.ExtraSelection()
            wave.cursor = QTextCursor(self.conditions.document())
            wave.cursor.setPosition(_utf16(typed[:start]))
            wave.cursor.setPosition(_utf16(typed[:end]), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme.color("bad" if is_bad else "warn"))
            wave.format = look
            waves.append(wave)
        self.conditions.setExtraSelections(waves)

    def _say(self, words: str, role: str) -> None:
        self.said.setText(words)
        self.said.set_look("role", role)
        self.conditions.setAccessibleDescription(words)
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Room for all lines of wrapped texts, which a dialog doesn't make by itself."""
        needed = self._column.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _keep(self) -> None:
        """Saves; what is missing is said, with the keyboard there."""
        if self.save.isEnabled():
            self.kept.emit(self.name.text().strip(), self.text, str(self.sort.currentData()))
            self.accept()
            return
        self._pause.stop()
        self._say(self.save.accessibleDescription(), "bad")
        (self.conditions if self._is_faulty() else self.name).setFocus()

    def _is_faulty(self) -> bool:
        return bool(problem_of(parse_conditions(self.text)))


def _utf16(text: str) -> int:
    """Its length as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _in_utf16(text: str, position: int) -> str:
    """What stands before a position that Qt counted."""
    raw = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return raw.decode("utf-16-le", "replace")
