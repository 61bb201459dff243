"""The window's words: Qt Linguist catalogues, plural forms, Korean particles.

`tools/catalogues.py` collects every `t("Context", "literal text")` into resources/i18n/*.ts and
compiles them; a test fails when a text is missing or unfinished.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from workspace.domain.korean import josa
from workspace.resources import resource

LANGUAGES = {"en": "English", "ko": "한국어"}

_placeholder = re.compile(r"\{(\w+)\}(?:\[([^\]]+)\])?")
_installed: list[tuple[QTranslator, bytes]] = []  # Qt reads the bytes where they lie


def t(context: str, text: str, n: int = -1, /, **values: object) -> str:
    """The text in the window's language.

    `%n` becomes the number `n` and picks the plural form; the source text is the plural, the
    English catalogue holds the singular. `{name}` takes a value of that name, once: what stands
    in a value is never looked at again. A Korean text may choose a particle: `{name}[을/를]`.
    """
    translated = QCoreApplication.translate(context, text, None, n)
    if "{" not in translated:
        return translated

    def fill(match: re.Match[str]) -> str:
        name, particle = match.group(1), match.group(2)
        if name not in values:
            return match.group(0)
        value = str(values[name])
        return value + josa(value, particle) if particle else value

    return _placeholder.sub(fill, translated)


def choose(wanted: str) -> str:
    """The catalogue for a wanted language ("" follows the system): en unless it is Korean."""
    code = wanted or QLocale.system().name()
    return "ko" if code.startswith("ko") else "en"


def install(app: QCoreApplication, wanted: str = "") -> str:
    """Put the catalogues of a language in force and return which it is. GUI thread only."""
    language = choose(wanted)
    for translator, _ in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    own = QTranslator()
    qt = QTranslator()
    # By bytes: a file would be mapped, and an update of the program under way would tear it.
    catalogue = resource("i18n", f"workspace_{language}.qm").read_bytes()
    if own.load(catalogue):
        app.installTranslator(own)
        _installed.append((own, catalogue))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and qt.load(f"qtbase_{language}", qt_folder):
        app.installTranslator(qt)
        _installed.append((qt, b""))
    QLocale.setDefault(_locale(language))
    return language


def _locale(language: str) -> QLocale:
    """The system's own where it speaks the language (its date order), else the language's."""
    system = QLocale.system()
    return system if system.name().startswith(language) else QLocale(language)
