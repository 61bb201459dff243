"""The keys, as the action table and the person have them; changed by pressing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workspace.ui import keymap
from workspace.ui.actions import ActionSpec, section_word
from workspace.ui.i18n import t
from workspace.ui.key_row import KeyRow
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.room import resize_within
from workspace.ui.words import key_word


class ShortcutsPage(QDialog):
    """A dialog: every action by section with its keys. `others`: keys that are not in the table."""

    def __init__(
        self,
        ctx: WindowContext,
        table: Sequence[ActionSpec],
        others: Callable[[], Iterable[keymap.Taken]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._table = table
        self._others = others
        self._rows: dict[str, KeyRow] = {}
        self._headings: list[tuple[PlainLabel, list[KeyRow]]] = []
        self._wanted: tuple[ActionSpec, str] | None = None
        self.setWindowTitle(t("Shortcuts", "Keyboard shortcuts"))
        resize_within(self, ctx.theme, 560, 640)
        column = QVBoxLayout(self)
        hint = PlainLabel(
            t("Shortcuts", "Single letters work while no text field has the focus."), role="quiet"
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        self.search = QLineEdit()
        self.search.setObjectName("find_action")
        self.search.setPlaceholderText(t("Shortcuts", "Find an action or a key"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        column.addWidget(self.search)
        column.addWidget(self._build_question())
        column.addWidget(self._build_list(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.reset_all = QPushButton(t("Shortcuts", "Reset all keys"))
        self.reset_all.setObjectName("reset_all_keys")
        self.reset_all.setAutoDefault(False)
        self.reset_all.clicked.connect(lambda: ctx.settings.change(keys={}))
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        column.addWidget(buttons)
        ctx.settings.changed.connect(self._show_keys)
        self._show_keys()

    def _build_question(self) -> QFrame:
        """What stands in the way of a key, and the choice."""
        self.question = QFrame()
        self.question.setObjectName("key_question")
        self.question.setProperty("notice", "warn")
        row = QHBoxLayout(self.question)
        self.asked = PlainLabel()
        self.asked.setWordWrap(True)
        row.addWidget(self.asked, 1)
        self.take = QPushButton(t("Shortcuts", "Use it here instead"))
        self.take.setObjectName("take_key")
        self.take.clicked.connect(self._on_take)
        leave = QPushButton(t("Shortcuts", "Leave it there"))
        leave.setObjectName("leave_key")
        leave.clicked.connect(self._close_question)
        row.addWidget(self.take)
        row.addWidget(leave)
        self._leave = leave
        self.question.hide()
        return self.question

    def _build_list(self) -> QScrollArea:
        theme = self._ctx.theme
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setSpacing(theme.px(4))
        for section in dict.fromkeys(spec.section for spec in self._table):
            heading = PlainLabel(section_word(section), role="section")
            heading.setContentsMargins(0, theme.px(8), 0, 0)
            lines.addWidget(heading)
            rows = []
            for spec in (s for s in self._table if s.section == section):
                if not spec.keys and not spec.changeable:
                    continue
                row = self._rows[spec.id] = KeyRow(theme, spec)
                row.key_pressed.connect(lambda key, spec=spec: self._on_pressed(spec, key))
                row.key_dropped.connect(lambda key, spec=spec: self._drop(spec, key))
                row.reset_asked.connect(lambda spec=spec: self._set(spec, spec.keys))
                lines.addWidget(row)
                rows.append(row)
            self._headings.append((heading, rows))
        self.nothing = PlainLabel(t("Shortcuts", "No action is called so or has such a key."))
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        lines.addWidget(self.nothing)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setProperty("look", "pane")
        area.setAccessibleName(t("Shortcuts", "Keyboard shortcuts"))
        return area

    # --- keys ----------------------------------------------------------------------------

    def _show_keys(self) -> None:
        settings = self._ctx.settings.value
        clashes = keymap.clashes(self._table, settings, self._others())
        for spec in self._table:
            if spec.id in self._rows:
                keys = keymap.keys_of(spec, settings)
                there = {key: clashes[spec.id, key] for key in keys if (spec.id, key) in clashes}
                self._rows[spec.id].show_keys(keys, there, changed=spec.id in settings.keys)
        before: QWidget = self._leave
        for row in self._rows.values():  # those made anew stand last until told otherwise
            for control in row.controls:
                QWidget.setTabOrder(before, control)
                before = control
        self.reset_all.setEnabled(bool(settings.keys))
        none = t("Shortcuts", "No key was changed.")
        self.reset_all.setAccessibleDescription("" if settings.keys else none)

    def _on_pressed(self, spec: ActionSpec, key: str) -> None:
        settings = self._ctx.settings.value
        there = keymap.holders(key, spec.scope, settings, but=spec.id, others=self._others())
        if not there:
            self._add(spec, key)
            return
        self._wanted = (spec, key)
        names = ", ".join(holder.name for holder in there)
        word = key_word(key)
        free = all(holder.changeable for holder in there)
        self.take.setVisible(free)
        self._leave.setText(t("Shortcuts", "Leave it there") if free else t("Shortcuts", "Close"))
        self.asked.setText(
            t("Shortcuts", "{key} is already the key of: {names}.", key=word, names=names)
            if free
            else t(
                "Shortcuts",
                "{key} is already the key of: {names}. It can't be taken from there here.",
                key=word,
                names=names,
            )
        )
        self.question.setAccessibleName(self.asked.text())
        self.question.show()
        (self.take if free else self._leave).setFocus()

    def _on_take(self) -> None:
        if self._wanted is None:
            return
        spec, key = self._wanted
        settings = self._ctx.settings.value
        own = dict(settings.keys)
        by_id = {each.id: each for each in self._table}
        for holder in keymap.holders(key, spec.scope, settings, but=spec.id):
            there = keymap.keys_of(by_id[holder.id], settings)
            own[holder.id] = tuple(k for k in there if keymap.tidy(k) != key)
        own[spec.id] = (*keymap.keys_of(spec, settings), key)
        self._close_question()
        self._keep(own)

    def _close_question(self) -> None:
        wanted, self._wanted = self._wanted, None
        self.question.hide()
        if wanted is not None:
            self._rows[wanted[0].id].show_focus()

    def _add(self, spec: ActionSpec, key: str) -> None:
        keys = keymap.keys_of(spec, self._ctx.settings.value)
        if key not in map(keymap.tidy, keys):
            self._set(spec, (*keys, key))

    def _drop(self, spec: ActionSpec, key: str) -> None:
        keys = keymap.keys_of(spec, self._ctx.settings.value)
        self._set(spec, tuple(k for k in keys if k != key))

    def _set(self, spec: ActionSpec, keys: tuple[str, ...]) -> None:
        self._keep(dict(self._ctx.settings.value.keys) | {spec.id: keys})

    def _keep(self, own: dict[str, tuple[str, ...]]) -> None:
        """What differs from the table; an action on its own keys again follows later versions."""
        first = {spec.id: spec.keys for spec in self._table}
        self._ctx.settings.change(
            keys={id_: keys for id_, keys in own.items() if not _same(keys, first.get(id_))}
        )

    # --- finding -------------------------------------------------------------------------

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        settings = self._ctx.settings.value
        for heading, rows in self._headings:
            for row in rows:
                words = f"{row.spec.text} {keymap.words_of(row.spec, settings)}".casefold()
                row.setVisible(wanted in words)
            heading.setVisible(any(not row.isHidden() for row in rows))
        none = all(heading.isHidden() for heading, _ in self._headings)
        self.nothing.setVisible(none)
        self.search.setAccessibleDescription(self.nothing.text() if none else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves an open question first, then the page."""
        if event.key() == Qt.Key.Key_Escape and self.question.isVisible():
            self._close_question()
        else:
            super().keyPressEvent(event)


def _same(one: Sequence[str], other: Sequence[str] | None) -> bool:
    return other is not None and list(map(keymap.tidy, one)) == list(map(keymap.tidy, other))
