"""The look in force: light or dark, fonts and lengths at the chosen size."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workspace.ui.theme.qss import stylesheet
from workspace.ui.theme.tokens import load_tokens

FontSize = Literal["base", "small", "title"]
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
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self.is_dark = False
        self._choose()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)

    # --- asking --------------------------------------------------------------------------

    def color(self, name: str) -> QColor:
        """The colour of a token in the palette in force; the caller's own copy.

        Beside the tokens: channel.NAME, on_channel, on_rail, badge, badge_bad.
        """
        return QColor(self._colors[name])

    def hex(self, name: str) -> str:
        """The same as #rrggbb."""
        return (self.tokens.dark if self.is_dark else self.tokens.light)[name]

    def font(self, size: FontSize = "base", strong: bool = False) -> QFont:
        """A font at the size in force; the caller's own copy."""
        return QFont(self._fonts[(size, strong)])

    def px(self, length: float) -> int:
        """A length in px of the design, at the size in force."""
        return round(length * self._scale / 100)

    def size(self, name: str) -> int:
        """A token of [size] or [space], scaled."""
        tokens = self.tokens
        return self.px(tokens.size[name] if name in tokens.size else tokens.space[name])

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
        white = QColor(Qt.GlobalColor.white)
        # Under white letters in both palettes, as the channels' colours are.
        self._colors |= {"on_channel": white, "on_rail": white}
        self._colors["badge"] = QColor(self.tokens.channel["messenger"])
        self._colors["badge_bad"] = QColor(self.tokens.light["bad"])
        kinds = self.tokens.type_px
        self._fonts = {
            (size, strong): self._make_font(kinds[f"{size}_px"], strong=strong)
            for size in ("base", "small", "title")
            for strong in (False, True)
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
