"""The window's words: Qt Linguist catalogues, plural forms, Korean particles.

`tools/catalogues.py` collects every `t("Context", "literal text")` into resources/i18n/*.ts and
compiles them; a test fails when a text is missing or unfinished.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from workspace.domain.korean import fill
from workspace.resources import resource

LANGUAGES = {"en": "English", "ko": "한국어"}

_found: dict[tuple[str, str, int], str] = {}
_in_force: list[str] = []
_installed: list[tuple[QTranslator, bytes]] = []  # Qt reads the bytes where they lie


def t(context: str, text: str, n: int = -1, /, **values: object) -> str:
    """The text in the window's language.

    `%n` becomes the number `n` and picks the plural form; the source text is the plural, the
    English catalogue holds the singular. `{name}` takes a value of that name, once: what stands
    in a value is never looked at again. A Korean text may choose a particle: `{name}[을/를]`.
    """
    place = (context, text, n)
    translated = _found.get(place, "")
    if not translated:
        translated = QCoreApplication.translate(context, text, None, n)
        if n < 0:  # hundreds are asked for whenever another ticket shows
            _found[place] = translated
    if "{" not in translated:
        return translated

    return fill(translated, lambda name: str(values[name]) if name in values else None)


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
    _in_force.clear()
    _found.clear()
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
    _in_force.append(language)
    return language


def language_in_force() -> str:
    """The language of the last `install`."""
    return _in_force[-1] if _in_force else "en"


def _locale(language: str) -> QLocale:
    """The system's own where it speaks the language (its date order), else the language's."""
    system = QLocale.system()
    return system if system.name().startswith(language) else QLocale(language)
