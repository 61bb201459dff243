"""A macro's words, a tab per language."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.macros import Variant
from workspace.domain.placeholders import NAMES
from workspace.ui.i18n import t
from workspace.ui.macros.box import WordsBox
from workspace.ui.macros.editor_foot import plain_button
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.popup_menu import PopupMenu
from workspace.ui.widgets.text_edit import TextEdit

OFFERED = {
    "en": "English",
    "ko": "한국어",
    "ja": "日本語",
    "zh": "中文",
    "es": "Español",
    "de": "Deutsch",
    "fr": "Français",
    "pt": "Português",
    "it": "Italiano",
    "nl": "Nederlands",
    "vi": "Tiếng Việt",
    "th": "ไทย",
    "ar": "العربية",
}
"""In their own words; a macro's file may have any other language too."""


def language_name(code: str) -> str:
    """A language in its own words; what no language is, as it is written."""
    if not code:
        return t("Macros", "Every language")
    return OFFERED.get(code, code)


class WordsTabs(QWidget):
    """Name, reply and note in one language at a time.

    Signals:
        changed: something was typed.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._variants: dict[str, Variant] = {}
        self._is_filling = False
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("macro_languages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(t("Macros", "Languages"))
        self.add = plain_button("+ " + t("Macros", "Language"))
        self.add.setProperty("role", "quiet")
        self.add.setAccessibleName(t("Macros", "Add a language"))
        self.name_label = PlainLabel(t("Macros", "Name in this language"), role="quiet")
        self.name = QLineEdit()
        self.name.setObjectName("macro_variant_name")
        self.name.setAccessibleName(t("Macros", "Name in this language"))
        self.text = TextEdit()
        self.text.setObjectName("macro_text")
        self.text.setAccessibleName(t("Macros", "Reply to the customer"))
        self.text.setPlaceholderText(t("Macros", "What it writes into a reply…"))
        self.note = TextEdit()
        self.note.setObjectName("macro_note")
        self.note.setAccessibleName(t("Macros", "Internal note, not seen by the customer"))
        self.note.setPlaceholderText(t("Macros", "A note for colleagues, beside the reply…"))
        for edit, lines in ((self.text, 8), (self.note, 3)):
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(lines * edit.fontMetrics().lineSpacing() + theme.px(8))
        self.insert = plain_button(t("Macros", "Insert a placeholder"))
        self.insert.setProperty("role", "quiet")
        self._last: QPlainTextEdit = self.text
        self._lay_out(theme)
        self.tabs.currentChanged.connect(lambda _: self._fill())
        self.add.clicked.connect(self._open_languages)
        self.insert.clicked.connect(self._open_placeholders)
        self.name.textEdited.connect(lambda _: self._take())
        for edit in (self.text, self.note):
            edit.textChanged.connect(self._take)

    def _lay_out(self, theme: Theme) -> None:
        top = QHBoxLayout()
        top.addWidget(self.tabs, 1)
        top.addWidget(self.add)
        below = QHBoxLayout()
        below.addWidget(PlainLabel(t("Macros", "Internal note"), role="quiet"), 1)
        above = QHBoxLayout()
        above.addWidget(PlainLabel(t("Macros", "Reply"), role="quiet"), 1)
        above.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self.name_label)
        column.addWidget(self.name)
        column.addLayout(above)
        column.addWidget(WordsBox(theme, self.text, is_note=False))
        column.addLayout(below)
        column.addWidget(WordsBox(theme, self.note, is_note=True))

    # --- values -------------------------------------------------------------------------------

    def show_variants(self, variants: dict[str, Variant], language: str) -> None:
        """Another macro's; the tab of this language in front, if there is one."""
        self._variants = dict(variants) or {"": Variant()}
        self._is_filling = True
        while self.tabs.count():
            self.tabs.removeTab(0)
        for code in self._variants:
            self._add_tab(code)
        codes = list(self._variants)
        self.tabs.setCurrentIndex(codes.index(language) if language in codes else 0)
        self._is_filling = False
        self._fill()

    def variants(self) -> dict[str, Variant]:
        """Those that have words."""
        return {code: one for code, one in self._variants.items() if one != Variant()}

    @property
    def code(self) -> str:
        """The language in front."""
        found: str = self.tabs.tabData(self.tabs.currentIndex()) or ""
        return found

    def _add_tab(self, code: str) -> int:
        place = self.tabs.addTab(language_name(code))
        self.tabs.setTabData(place, code)
        return place

    def _fill(self) -> None:
        variant = self._variants.get(self.code, Variant())
        self._is_filling = True
        self.name_label.setVisible(bool(self.code))
        self.name.setVisible(bool(self.code))
        self.name.setText(variant.name)
        self.text.setPlainText(variant.text)
        self.note.setPlainText(variant.note)
        self._is_filling = False

    def _take(self) -> None:
        if self.text.hasFocus() or self.note.hasFocus():
            self._last = self.note if self.note.hasFocus() else self.text
        if self._is_filling:
            return
        name = self.name.text() if self.code else ""
        self._variants[self.code] = Variant(
            name.strip(), self.text.toPlainText().strip("\n"), self.note.toPlainText().strip("\n")
        )
        self.changed.emit()

    # --- menus --------------------------------------------------------------------------------

    def _open_languages(self) -> None:
        menu = PopupMenu(t("Macros", "Language"), self)
        for code in ("", *OFFERED):
            if code not in self._variants:
                action = menu.addAction(language_name(code))
                action.triggered.connect(lambda _=False, code=code: self.add_language(code))
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def add_language(self, code: str) -> None:
        """A tab for one more language, with the keys in it."""
        self._variants.setdefault(code, Variant())
        self.tabs.setCurrentIndex(self._add_tab(code))
        self.text.setFocus()

    def _open_placeholders(self) -> None:
        edit = self.note if self.note.hasFocus() else self._last
        menu = PopupMenu(self.insert.text(), self)
        for name in sorted(NAMES):
            action = menu.addAction(f"{{{{{name}}}}}")
            action.triggered.connect(
                lambda _=False, name=name: self._insert(edit, f"{{{{{name}}}}}")
            )
        field = '{{ticket.field.NAME or ""}}'
        action = menu.addAction(field)
        action.triggered.connect(lambda: self._insert(edit, field))
        menu.popup(self.insert.mapToGlobal(QPoint(0, self.insert.height())))

    def _insert(self, edit: QPlainTextEdit, text: str) -> None:
        edit.insertPlainText(text)
        edit.setFocus()
