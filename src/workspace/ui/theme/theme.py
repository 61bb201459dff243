"""The look in force: light or dark, fonts and lengths at the chosen size."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workspace.ui.theme.qss import stylesheet
from workspace.ui.theme.tokens import CHANNEL_LETTERS, load_tokens

FontRole = Literal["base", "strong", "small", "small_strong", "title", "number"]
Wanted = Literal["system", "light", "dark"]


class Theme(QObject):
    """Answers by token name; painters ask at paint time, so a change needs only a repaint.

    Signals:
        changed: after light/dark or size changed; fonts and metrics must be asked anew.
    """

    changed = Signal()

    def __init__(self, wanted: Wanted = "system", scale: int = 100) -> None:
        super().__init__()
        self.tokens = load_tokens()
        self._wanted: Wanted = wanted
        self._scale = scale
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self.is_dark = False
        self._choose()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)

    # --- asking --------------------------------------------------------------------------

    def color(self, name: str) -> QColor:
        """The colour of a token in the palette in force. Don't change the answer."""
        return self._colors[name]

    def hex(self, name: str) -> str:
        """The same as #rrggbb."""
        return (self.tokens.dark if self.is_dark else self.tokens.light)[name]

    def font(self, role: FontRole = "base") -> QFont:
        """A font by its role, at the size in force. Don't change the answer, copy it."""
        return self._fonts[role]

    def px(self, length: float) -> int:
        """A length in px of the design, at the size in force."""
        return round(length * self._scale / 100)

    def size(self, name: str) -> int:
        """A token of [size] or [space], scaled."""
        tokens = self.tokens
        return self.px(tokens.size[name] if name in tokens.size else tokens.space[name])

    def channel(self, name: str) -> tuple[QColor, str]:
        """Badge colour and letter of a channel (white letters on it); the word is in ui.words."""
        key = {"chat": "web", "line": "line_app", "webchat": "web"}.get(name, name)
        colour = self._colors.get(f"channel.{key}", self._colors["channel.apple"])
        return colour, CHANNEL_LETTERS.get(name, name[:1].upper() or "?")

    def avatar(self, name: str) -> QColor:
        """A steady badge colour for a person's name; white letters stand on it."""
        names = sorted(self.tokens.channel)
        return self._colors[f"channel.{names[sum(map(ord, name)) % len(names)]}"]

    @property
    def scale(self) -> int:
        """Size of text in percent."""
        return self._scale

    # --- changing ------------------------------------------------------------------------

    def set_wanted(self, wanted: Wanted, scale: int) -> None:
        """What the person chose; takes effect at once."""
        if (wanted, scale) == (self._wanted, self._scale):
            return
        self._wanted, self._scale = wanted, scale
        self._choose()
        self.apply()

    def apply(self) -> None:
        """Put palette, font and stylesheet in force for the whole application."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setFont(self.font("base"))
        app.setPalette(self._palette())
        app.setStyleSheet(stylesheet(self))
        self.changed.emit()

    def _on_scheme_changed(self) -> None:
        was = self.is_dark
        self._choose()
        if was != self.is_dark:
            self.apply()

    def _choose(self) -> None:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.is_dark = self._wanted == "dark" or (self._wanted == "system" and dark)
        palette = self.tokens.dark if self.is_dark else self.tokens.light
        self._colors = {name: QColor(value) for name, value in palette.items()}
        for name, value in self.tokens.channel.items():
            self._colors[f"channel.{name}"] = QColor(value)
        self._colors["on_channel"] = QColor("white")
        kinds = self.tokens.type_px
        self._fonts = {
            "base": self._make_font(kinds["base_px"]),
            "strong": self._make_font(kinds["base_px"], strong=True),
            "small": self._make_font(kinds["small_px"]),
            "small_strong": self._make_font(kinds["small_px"], strong=True),
            "title": self._make_font(kinds["title_px"], strong=True),
            "number": self._make_font(kinds["number_px"], strong=True),
        }

    def _make_font(self, px: float, *, strong: bool = False) -> QFont:
        font = QFont()
        font.setFamilies(list(self.tokens.family))
        font.setPixelSize(max(1, round(px * self._scale / 100)))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for target, token in (
            (role.Window, "background"),
            (role.WindowText, "text"),
            (role.Base, "panel"),
            (role.AlternateBase, "panel_quiet"),
            (role.Text, "text"),
            (role.PlaceholderText, "text_faint"),
            (role.Button, "panel"),
            (role.ButtonText, "text"),
            (role.ToolTipBase, "panel"),
            (role.ToolTipText, "text"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on_accent"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.Mid, "line"),
            (role.Light, "panel"),
            (role.Dark, "line"),
            (role.Accent, "accent"),
        ):
            palette.setColor(target, self._colors[token])
        disabled = QPalette.ColorGroup.Disabled
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(disabled, target, self._colors["text_faint"])
        return palette
