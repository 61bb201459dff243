"""All of a macro as a form; every change is checked, and what is wrong stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.macro_plan import Target
from workspace.domain.macros import Changes, Fault, Macro
from workspace.domain.snooze import parse_snooze
from workspace.domain.words import Status
from workspace.ui import keymap
from workspace.ui.i18n import t
from workspace.ui.key_row import KeyCapture
from workspace.ui.macros.box import WordsBox
from workspace.ui.macros.editor_foot import plain_button
from workspace.ui.macros.editor_words import WordsTabs
from workspace.ui.macros.fault_words import fault_words
from workspace.ui.macros.library import MacroLibrary, window_language
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import meaning
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.text_edit import TextEdit
from workspace.ui.words import key_word, priority_word, status_word


class ChoiceBox(QComboBox):
    """“As it is”, known values by their labels, or whatever is typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        field = self.lineEdit()
        assert field is not None, "it is editable"
        field.setAccessibleName(name)
        self._offered: list[tuple[str, str]] = []

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """(value, label) pairs, after “as it is”."""
        kept = self.value()
        self._offered = list(choices)
        self.clear()
        self.addItem(t("Macros", "as it is"))
        for _, label in choices:
            self.addItem(label)
        self.show_value(kept)

    def show_value(self, value: str | None) -> None:
        """Show a value by its label; None is “as it is”."""
        if value is None:
            self.setCurrentIndex(0)
            return
        values = [one for one, _ in self._offered]
        if value in values:
            self.setCurrentIndex(values.index(value) + 1)
        else:
            self.setCurrentIndex(-1)
            self.setEditText(value)

    def value(self) -> str | None:
        """None for “as it is”."""
        text = self.currentText().strip()
        if not text or text == self.itemText(0):
            return None
        return next((value for value, label in self._offered if label == text), text)


class MacroForm(QScrollArea):
    """Shows one macro and makes one of what is typed.

    Signals:
        changed: something differs from before.
        file_asked: somebody wants to attach a file.
    """

    changed = Signal()
    file_asked = Signal()

    def __init__(self, ctx: WindowContext, library: MacroLibrary) -> None:
        super().__init__()
        self._ctx = ctx
        self._library = library
        self._macro = Macro("", "")
        self._is_filling = False
        self._told: dict[str, PlainLabel] = {}
        self.setWidgetResizable(True)
        self.setProperty("look", "pane")
        self.setAccessibleName(t("Macros", "The macro"))
        self.name = self._line("macro_name", t("Macros", "Name"))
        self.keywords = self._line("macro_keywords", t("Macros", "Keywords"))
        self.keywords.setPlaceholderText(t("Macros", "refund, money back"))
        self.key = plain_button("")
        self.words = WordsTabs(ctx.theme)
        self.status = ChoiceBox(t("Macros", "Status"))
        self.assignee = ChoiceBox(t("Macros", "Assignee"))
        self.team = ChoiceBox(t("Macros", "Team"))
        self.priority = ChoiceBox(t("Macros", "Priority"))
        self.tags_add = self._line("macro_tags_add", t("Macros", "Adds tags"))
        self.tags_remove = self._line("macro_tags_remove", t("Macros", "Removes tags"))
        self.fields = TextEdit()
        self.fields.setAccessibleName(t("Macros", "Other fields"))
        self.fields.setPlaceholderText(t("Macros", "Order number = A-1024"))
        self.fields.setTabChangesFocus(True)
        self.fields.setFixedHeight(2 * self.fontMetrics().lineSpacing() + ctx.theme.px(8))
        self.snooze = self._line("macro_snooze", t("Macros", "Snooze"))
        self.snooze.setPlaceholderText(t("Macros", "tomorrow 9, in 2 hours, until reply"))
        self.files = self._line("macro_files", t("Macros", "Attached files"))
        self.attach = plain_button(t("Macros", "Add a file…"))
        self.accounts = self._line("macro_accounts", t("Macros", "Only for accounts"))
        self.channels = self._line("macro_channels", t("Macros", "Only for channels"))
        for edit in (self.accounts, self.channels):
            edit.setPlaceholderText(t("Macros", "all"))
        self._capture: KeyCapture | None = None
        self._lay_out()
        self._connect()
        self.offer(None)

    def _line(self, name: str, label: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setAccessibleName(label)
        return edit

    def _lay_out(self) -> None:
        theme = self._ctx.theme
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(*([theme.px(12)] * 4))
        column.setSpacing(theme.px(8))
        head, fields = QFormLayout(), QFormLayout()
        self._key_row = QHBoxLayout()
        self._key_row.addWidget(self.key)
        self._key_row.addStretch(1)
        self._add(head, t("Macros", "Name"), self.name, "name")
        self._add(head, t("Macros", "Keywords"), self.keywords, "keywords")
        self._add(head, t("Macros", "Key"), self._key_row, "key")
        self._add(fields, t("Macros", "Status"), self.status, "set.status")
        self._add(fields, t("Macros", "Assignee"), self.assignee, "set.assignee")
        self._add(fields, t("Macros", "Team"), self.team, "set.team")
        self._add(fields, t("Macros", "Priority"), self.priority, "set.priority")
        self._add(fields, t("Macros", "Adds tags"), self.tags_add, "set.tags_add")
        self._add(fields, t("Macros", "Removes tags"), self.tags_remove, "set.tags_remove")
        box = WordsBox(theme, self.fields, is_note=False)
        self._add(fields, t("Macros", "Other fields"), box, "set.fields")
        self._add(fields, t("Macros", "Snooze"), self.snooze, "snooze")
        row = QHBoxLayout()
        row.addWidget(self.files, 1)
        row.addWidget(self.attach)
        self._add(fields, t("Macros", "Attached files"), row, "files")
        self._add(fields, t("Macros", "Only for accounts"), self.accounts, "accounts")
        self._add(fields, t("Macros", "Only for channels"), self.channels, "channels")
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(PlainLabel(t("Macros", "What else it does"), role="section"))
        column.addLayout(fields)
        column.addStretch(1)
        self.setWidget(inner)

    def _add(self, form: QFormLayout, label: str, field: QWidget | QHBoxLayout, path: str) -> None:
        """A line of the form, with room for what is wrong below it."""
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(self._ctx.theme.px(6))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        told = self._told[path] = PlainLabel("", role="bad")
        told.setWordWrap(True)
        told.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        if isinstance(field, QWidget):
            column.addWidget(field)
        else:
            column.addLayout(field)
        column.addWidget(told)
        form.addRow(PlainLabel(label, role="quiet"), column)

    def _connect(self) -> None:
        for edit in (
            self.name,
            self.keywords,
            self.tags_add,
            self.tags_remove,
            self.snooze,
            self.files,
            self.accounts,
            self.channels,
        ):
            edit.textEdited.connect(lambda _: self._on_change())
        for box in (self.status, self.assignee, self.team, self.priority):
            box.currentTextChanged.connect(lambda _: self._on_change())
        self.fields.textChanged.connect(self._on_change)
        self.words.changed.connect(self._on_change)
        self.key.clicked.connect(self._ask_key)
        self.attach.clicked.connect(self.file_asked)

    # --- values -------------------------------------------------------------------------------

    def offer(self, target: Target | None) -> None:
        """What the account of the ticket in front can be given."""
        self._is_filling = True
        own = {str(one): status_word(one) for one in Status}
        theirs = target.statuses if target else ()
        words = {*own.values(), *own}
        own |= {row[0]: row[2] for row in theirs if not {row[0], row[2]} & words}
        self.status.offer(list(own.items()))
        people = [("me", t("Macros", "me")), ("", t("Macros", "nobody"))]
        names = [(label, label) for _, label in (target.agents if target else ())]
        self.assignee.offer([*people, *names])
        self.team.offer([(label, label) for _, label in (target.teams if target else ())])
        self.priority.offer(
            [(one, priority_word(one)) for one in (target.priorities if target else ())]
        )
        self._is_filling = False

    def show_macro(self, macro: Macro) -> None:
        """Another one."""
        self._is_filling = True
        self._macro = macro
        changes = macro.changes
        self.name.setText(macro.name)
        self.keywords.setText(", ".join(macro.keywords))
        self._show_key(macro.key)
        self.words.show_variants(macro.variants, macro.language(window_language()))
        self.status.show_value(changes.status)
        self.assignee.show_value(changes.assignee)
        self.team.show_value(changes.team)
        self.priority.show_value(changes.priority)
        self.tags_add.setText(", ".join(changes.tags_add))
        self.tags_remove.setText(", ".join(changes.tags_remove))
        self.fields.setPlainText(
            "\n".join(f"{name} = {', '.join(given)}" for name, given in changes.fields.items())
        )
        self.snooze.setText(macro.snooze)
        self.files.setText(", ".join(macro.files))
        self.accounts.setText(", ".join(macro.accounts))
        self.channels.setText(", ".join(macro.channels))
        self._is_filling = False

    def macro(self) -> Macro:
        """As it stands; what the form doesn't show is kept."""
        fields = {}
        for line in self.fields.toPlainText().split("\n"):
            name, equals, value = line.partition("=")
            if equals and name.strip():
                fields[name.strip()] = _listed(value)
        changes = Changes(
            status=self.status.value(),
            assignee=self.assignee.value(),
            team=self.team.value(),
            priority=self.priority.value(),
            tags_add=_listed(self.tags_add.text()),
            tags_remove=_listed(self.tags_remove.text()),
            fields=fields,
        )
        return replace(
            self._macro,
            name=self.name.text().strip(),
            keywords=_listed(self.keywords.text()),
            variants=self.words.variants(),
            changes=changes,
            snooze=self.snooze.text().strip(),
            files=_listed(self.files.text()),
            accounts=_listed(self.accounts.text()),
            channels=_listed(self.channels.text()),
        )

    def add_file(self, name: str) -> None:
        """One more to attach."""
        names = dict.fromkeys((*_listed(self.files.text()), name))
        self.files.setText(", ".join(names))
        self._on_change()

    def _on_change(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    # --- what is wrong ------------------------------------------------------------------------

    def tell(self, faults: Sequence[Fault]) -> list[Fault]:
        """Put each fault beside its field; those that have no place here are returned."""
        rest = []
        words: dict[str, list[str]] = {}
        for fault in faults:
            path = "set.fields" if fault.field.startswith("set.fields") else fault.field
            if path in self._told and fault.kind != "kept":
                words.setdefault(path, []).append(fault_words(fault))
            elif fault.kind != "kept":
                rest.append(fault)
        if clash := self.key_clash(self._macro.key):
            words.setdefault("key", []).append(clash)
        for path, label in self._told.items():
            label.setText("\n".join(words.get(path, ())))
            label.set_look("role", "bad")
            label.setVisible(path in words)
        if "snooze" not in words and (snooze := self.snooze.text().strip()):
            now = self._ctx.clock.now_ms()
            self._told["snooze"].set_look("role", "faint")
            self._told["snooze"].setText(meaning(parse_snooze(snooze, now), now))
            self._told["snooze"].show()
        return rest

    # --- the key ------------------------------------------------------------------------------

    def key_clash(self, key: str) -> str:
        """Who else has this key; "" if nobody."""
        others = self._library.keys_taken(window_language(), but=self._macro.id)
        found = (
            keymap.holders(key, "window", self._ctx.settings.value, others=others) if key else []
        )
        if not found:
            return ""
        return t("Macros", "{key} is taken by: {name}", key=key_word(key), name=found[0].name)

    def _show_key(self, key: str) -> None:
        self._macro = replace(self._macro, key=key)
        shown = key_word(key) if key else t("Macros", "none")
        self.key.setText(shown)
        self.key.setAccessibleName(t("Macros", "Key: {key}. Press to change it.", key=shown))

    def _ask_key(self) -> None:
        if self._capture is None:
            capture = self._capture = KeyCapture(self._ctx.theme, t("Macros", "Key"))
            capture.captured.connect(self._on_key)
            capture.given_up.connect(self._end_capture)
            self._key_row.insertWidget(1, capture)
            capture.setFocus()

    def _on_key(self, key: str) -> None:
        if key in ("Backspace", "Del", "Delete"):
            key = ""
        clash = self.key_clash(key)
        if not clash:
            self._show_key(key)
        self._end_capture()
        self.changed.emit()
        if clash:
            self._told["key"].setText(clash)
            self._told["key"].show()

    def _end_capture(self) -> None:
        capture, self._capture = self._capture, None
        if capture is not None:
            self._key_row.removeWidget(capture)
            capture.hide()
            capture.deleteLater()
            self.key.setFocus()


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))
