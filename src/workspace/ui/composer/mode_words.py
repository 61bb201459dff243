"""What the modes of the composer are called, and the pictures that stand for notes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QIcon

from workspace.ui.composer.draft_book import Mode
from workspace.ui.i18n import t
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.glyph_icon import glyph_icon
from workspace.ui.widgets.painted import Glyph


def note_glyph(mode: Mode) -> Glyph:
    """The lock of everything internal, or the computer that a note does not leave."""
    return "computer" if mode == "local" else "lock"


def note_icon(theme: Theme, mode: Mode = "note") -> QIcon:
    """The same as an icon, in the colour of notes."""
    return glyph_icon(theme, note_glyph(mode), "note_text", 14)


class ModeWords(NamedTuple):
    """What a mode calls its button, its menu, its empty editor, and the editor itself."""

    send: str
    more: str
    placeholder: str
    name: str


def words_of(mode: Mode) -> ModeWords:
    """In the language in force."""
    if mode == "reply":
        return ModeWords(
            t("Composer", "Send"),
            t("Composer", "Send and set a status"),
            t("Composer", "Write a reply to the customer…"),
            t("Composer", "Reply to the customer"),
        )
    if mode == "note":
        return ModeWords(
            t("Composer", "Add note"),
            t("Composer", "Add note and set a status"),
            t("Composer", "A note for colleagues only…"),
            t("Composer", "Internal note, not seen by the customer"),
        )
    return ModeWords(
        t("Composer", "Keep note"),
        "",
        t("Composer", "A note for yourself, on this computer only…"),
        t("Composer", "Note on this computer only, seen by nobody else"),
    )
