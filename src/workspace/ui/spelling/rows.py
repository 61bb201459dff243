"""Spelling on the settings page: a switch per language, and what to do without a dictionary."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox

from workspace.ui.i18n import t
from workspace.ui.settings.form import SettingsForm
from workspace.ui.spelling.spelling import LANGUAGES, Spelling, spelling_of
from workspace.ui.widgets.labels import PlainLabel


class SpellingRows(QObject):
    """Adds its rows to a form and keeps what they say up to date."""

    def __init__(self, form: SettingsForm) -> None:
        super().__init__(form)
        self._ctx = form.ctx
        self._spelling: Spelling = spelling_of(form.ctx)
        self.boxes: dict[str, QCheckBox] = {}
        self.told: dict[str, PlainLabel] = {}
        names = {
            "en": t("Settings", "Underline misspelt English words"),
            "ko": t("Settings", "Underline misspelt Korean words"),
        }
        for language in LANGUAGES:
            box = QCheckBox(names[language])
            box.setObjectName(f"setting_spelling_{language}")
            box.setChecked(language not in form.ctx.settings.value.spelling_off)
            box.toggled.connect(partial(self._switch, language))
            form.form.addRow(box)
            self.boxes[language] = box
            self.told[language] = form.words("")
        self._spelling.changed.connect(self._tell)
        self._tell()

    def _switch(self, language: str, on: bool) -> None:
        off = [one for one in self._ctx.settings.value.spelling_off if one != language]
        self._ctx.settings.change(spelling_off=tuple(off if on else [*off, language]))

    def _tell(self) -> None:
        for language, label in self.told.items():
            words = self._words(language)
            label.setText(words)
            self.boxes[language].setAccessibleDescription(words)

    def _words(self, language: str) -> str:
        standing = self._spelling.standing
        if standing is None:
            return t("Settings", "Looking for dictionaries…")
        if not standing.has_library:
            return t(
                "Settings",
                "This computer has no hunspell library. Install it (on Debian and Ubuntu:"
                " libhunspell-1.7-0) and start Workspace again.",
            )
        if path := standing.dictionaries.get(language):
            return t("Settings", "Dictionary: {path}", path=path)
        package, name = {
            "en": ("hunspell-en-us", "en_US"),
            "ko": ("hunspell-ko", "ko_KR"),
        }[language]
        return t(
            "Settings",
            "No dictionary was found. Install one (on Debian and Ubuntu: {package}), or have"
            " {name}.aff and {name2}.dic put into {folder}; then start Workspace again.",
            package=package,
            name=name,
            name2=name,
            folder=self._ctx.paths.base / "dictionaries",
        )
