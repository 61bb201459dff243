"""Colours that can be read, in both palettes, and sizes that grow together."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

import workspace.ui
from tests.ui.painted_colours import DISABLED, PAINTED, Use
from workspace.ui.theme.qss import _SHEET, stylesheet
from workspace.ui.theme.theme import Theme
from workspace.ui.theme.tokens import contrast, load_tokens

SHEET = _SHEET.template
GROUNDS = ("background", "panel", "panel_quiet", "inbound", "accent_soft")
PAIRS = [
    *[(ink, ground) for ink in ("text", "text_quiet", "text_faint") for ground in GROUNDS],
    *[(ink, ground) for ink in ("text", "text_quiet", "text_faint") for ground in ("outbound",)],
    *[(ink, ground) for ink in ("accent", "bad", "good") for ground in GROUNDS],
    *[("warn", ground) for ground in GROUNDS if ground != "accent_soft"],
    *[
        (ink, f"{tone}_soft")
        for ink in ("text", "text_quiet", "text_faint", "accent")
        for tone in ("good", "warn", "bad")
    ],
    *[(tone, f"{tone}_soft") for tone in ("good", "warn", "bad")],
    ("on_accent", "accent"),
    ("note_text", "note"),
    ("note_text", "panel"),
    ("text", "note"),
    ("panel", "warn"),  # the match of a search that one is at
    *[(ink, "note") for ink in ("accent", "bad", "warn", "text_quiet", "text_faint")],
    ("accent", "outbound"),
    ("rail_text", "rail"),
]


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_pair_used_can_be_read(palette: str, ink: str, ground: str) -> None:
    colours = getattr(load_tokens(), palette)
    assert contrast(colours[ink], colours[ground]) >= 4.5


def test_every_rule_of_the_sheet_can_be_read() -> None:
    """Whatever pair a rule sets, also of rooms that came later."""
    tokens = load_tokens()
    seen = 0
    for rule, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"\$\{\w+\}", "0", SHEET)):
        sets = dict(re.findall(r"(?<![\w-])([\w-]*(?:color|background))\s*:\s*\$(\w+)", body))
        for ink, ground in (
            ("color", "background"),
            ("placeholder-text-color", "background"),
            ("selection-color", "selection-background-color"),
        ):
            if ink in sets and ground in sets:
                seen += 1
                for palette in (tokens.light, tokens.dark):
                    assert contrast(palette[sets[ink]], palette[sets[ground]]) >= 4.5, rule
    assert seen > 20


FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QTimeEdit", "QCheckBox")
FIELDS += ('QPushButton[role="field"]',)


def test_what_marks_a_field_is_seen() -> None:
    """WCAG 1.4.11: its edge against what lies around it. Those that take no words need not be."""
    tokens = load_tokens()
    edges: set[str] = set()
    for rule, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"\$\{\w+\}", "0", SHEET)):
        marks = [one.strip() for one in rule.split(",")]
        of_fields = [one for one in marks if one.startswith(FIELDS) and " " not in one]
        if not all(":disabled" in one or "readOnly" in one for one in of_fields):
            edges |= set(re.findall(r"border(?:-bottom)?: 1px solid \$(\w+)", body))
    assert "field_line" in edges
    for palette in (tokens.light, tokens.dark):
        for edge in edges:
            for ground in ("panel", "panel_quiet", "background"):
                assert contrast(palette[edge], palette[ground]) >= 3, (edge, ground)


ROOMS = Path(workspace.ui.__file__).parent


def colours_of(palette: str) -> dict[str, str]:
    """All that the theme answers to, as #rrggbb."""
    theme = Theme(palette)  # type: ignore[arg-type]
    return {name: theme.color(name).name() for name in theme._colors}


def asked_for(path: Path) -> tuple[set[str], set[str]]:
    """What a module asks the theme for: names, and the expressions that choose one."""
    names: set[str] = set()
    chosen: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or len(node.args) != 1:
            continue
        asks = node.func
        if not isinstance(asks, ast.Attribute) or asks.attr != "color":
            continue
        if not ast.unparse(asks.value).endswith("theme"):
            continue  # a palette's, a pen's
        choices = [node.args[0]]
        while choices:
            choice = choices.pop()
            if isinstance(choice, ast.IfExp):
                choices += [choice.body, choice.orelse]
            elif isinstance(choice, ast.Constant):
                names.add(choice.value)
            else:
                chosen.add(ast.unparse(choice))
    return names, chosen


def test_what_is_painted_is_in_the_table() -> None:
    """A colour that a module comes to paint with is put there with what it lies on."""
    found = {}
    for path in ROOMS.rglob("*.py"):
        if any(asked := asked_for(path)):
            found[path.relative_to(ROOMS).as_posix()] = asked
    assert found.keys() == PAINTED.keys()
    for module, (names, chosen) in found.items():
        assert chosen == PAINTED[module].chosen.keys(), module
        assert names <= PAINTED[module].names, module


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("module", PAINTED)
def test_what_is_painted_can_be_read(palette: str, module: str) -> None:
    colours, painted = colours_of(palette), PAINTED[module]

    def too_weak(uses: tuple[Use, ...], least: float) -> list[tuple[str, str]]:
        return [
            (ink, ground)
            for use in uses
            for ink in use.text
            for ground in use.on
            if contrast(colours[ink], colours[ground]) < least
        ]

    assert too_weak(painted.words, 4.5) == []
    assert too_weak(painted.glyphs, 3) == []
    spoken_for = {ink for use in (*painted.words, *painted.glyphs) for ink in use.text}
    grounds = {ground for use in painted.words for ground in use.on}
    for names in painted.chosen.values():
        assert set(names) <= spoken_for | grounds | {DISABLED, *painted.marks}


def test_white_letters_on_badges_can_be_read() -> None:
    tokens = load_tokens()
    for ground in [*tokens.channel.values(), tokens.light["bad"]]:
        assert contrast("#ffffff", ground) >= 4.5


def test_contrast_is_wcags() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_both_palettes_have_the_same_names_and_the_sheet_uses_them_all_right(
    qtbot: QtBot,
) -> None:
    tokens = load_tokens()
    assert tokens.light.keys() == tokens.dark.keys()
    for wanted in ("light", "dark"):
        sheet = stylesheet(Theme(wanted))
        assert "$" not in sheet
        assert sheet.count("{") == sheet.count("}")


def test_choice_wins_over_the_system_and_is_told(qtbot: QtBot) -> None:
    theme = Theme("light")
    assert not theme.is_dark
    with qtbot.waitSignal(theme.changed):
        theme.set_wanted("dark", 100)
    assert theme.is_dark
    assert theme.color("panel").name() == load_tokens().dark["panel"]
    theme.set_wanted("system", 100)
    system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.is_dark == system_dark
    theme.set_wanted("light", 100)


def test_lengths_and_fonts_grow_together(qtbot: QtBot) -> None:
    theme = Theme("light", 100)
    base, rail = theme.font().pixelSize(), theme.size("rail_px")
    theme.set_wanted("light", 200)
    assert theme.font().pixelSize() == 2 * base
    assert theme.size("rail_px") == 2 * rail
    theme.set_wanted("light", 100)


def test_a_colour_given_out_can_be_changed_without_harm(qtbot: QtBot) -> None:
    theme = Theme("light")
    theme.color("text").setAlpha(0)
    theme.font().setPixelSize(1)
    assert theme.color("text").alpha() == 255
    assert theme.font().pixelSize() > 1
