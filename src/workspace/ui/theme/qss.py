"""The application's stylesheet, made of tokens. Widgets choose looks by object name or property.

Properties: `role` on QPushButton (primary, quiet, danger, note) and on PlainLabel (title, quiet,
faint, section, bad, warn, good, note, strong); `pane` on QFrame (panel, quiet).
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from workspace.resources import resource

if TYPE_CHECKING:
    from workspace.ui.theme.theme import Theme

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog { background: $background; }
QFrame[pane="panel"] { background: $panel; border: none; }
QFrame[pane="quiet"] { background: $panel_quiet; border: none; }
QFrame[line="true"] { background: $line; border: none; }
QMainWindow QSplitter { background: $panel; }
QDialog QSplitter { background: transparent; }
QSplitter::handle { background: $line; }
QDialog QSplitter[gap="true"]::handle { background: transparent; }
QSplitter::handle:hover { background: $accent; }
QFrame[pane="status"] { background: $panel_quiet; border: none; border-top: 1px solid $line; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="quiet"] { color: $text_quiet; }
QLabel[role="faint"] { color: $text_faint; font-size: ${small}px; }
QLabel[role="section"] { color: $text_faint; font-size: ${small}px; font-weight: 600; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="good"] { color: $good; }
QLabel[role="note"] { color: $note_text; }
QLabel[chip="quiet"] { background: $inbound; color: $text_quiet; }
QLabel[chip="accent"] { background: $accent_soft; color: $accent; }
QLabel[chip="good"] { background: $good_soft; color: $good; }
QLabel[chip="warn"] { background: $warn_soft; color: $warn; }
QLabel[chip="bad"] { background: $bad_soft; color: $bad; }
QLabel[chip="note"] { background: $note; color: $note_text; }
QLabel[chip="outline"] { background: $panel; color: $text_faint; border: 1px solid $line; }
QLabel[chip] { border-radius: ${u1}px; padding: 1px ${pad6}px; font-size: ${small}px; }
QFrame[pane="palette"] { background: $panel; border: 1px solid $line;
  border-radius: ${radius6}px; }
QLineEdit[role="chip"] { padding: 0 ${u1}px; border-radius: ${u1}px; }
QLineEdit[role="palette"] { border: none; border-bottom: 1px solid $field_line; border-radius: 0;
  background: transparent; padding: ${u3}px; font-size: ${title}px; }
QFrame[card="true"] { background: $panel; border: 1px solid $line;
  border-radius: ${radius6}px; }
QFrame[notice] { background: $panel; border: 1px solid $line;
  border-radius: ${radius6}px; }
QFrame[notice="good"] { background: $good_soft; border: 1px solid $good; }
QFrame[notice="warn"] { background: $warn_soft; border: 1px solid $warn; }
QFrame[notice="bad"] { background: $bad_soft; border: 1px solid $bad; }
QPushButton, QToolButton { border: 1px solid $line; border-radius: ${radius6}px;
  background: $panel; padding: ${u1}px ${u3}px; color: $text; }
QPushButton:hover, QToolButton:hover { background: $inbound; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton:disabled, QToolButton:disabled { color: $text_faint; background: $panel_quiet; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:focus { border: 1px solid $text; }
QPushButton[role="primary"]:disabled { background: $inbound; color: $text_faint;
  border: 1px solid $line; }
QPushButton[role="note"] { background: $note; color: $note_text; border: 1px solid $note_line;
  font-weight: 600; }
QPushButton[role="note"]:focus { border: 1px solid $note_text; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent;
  border: 1px solid transparent; color: $text_quiet; padding: ${u1}px ${pad6}px; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $inbound;
  color: $text; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 1px solid $accent; }
QPushButton[role="filter"] { background: transparent; border: 1px solid transparent;
  color: $text_quiet; padding: 1px ${pad6}px; font-size: ${small}px; }
QPushButton[role="filter"]:hover { background: $inbound; }
QPushButton[role="filter"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[role="filter"]:focus { border: 1px solid $accent; }
QPushButton[role="icon"] { background: transparent; border: 1px solid transparent;
  padding: ${u1}px; }
QPushButton[role="icon"]:hover { background: $inbound; }
QPushButton[role="icon"]:focus { border: 1px solid $accent; }
QFrame[front="true"] { background: $accent; border: none; }
QFrame[front="false"] { background: $line; border: none; }
QFrame[strip="hidden"] { background: $accent_soft; border: none; }
QPushButton[role="field"] { text-align: left; color: $text_faint; background: $panel_quiet;
  border: 1px solid $field_line; padding: ${u2}px ${u2}px; }
QPushButton[role="field"]:focus { border: 1px solid $accent; }
QPushButton[role="choice"] { text-align: left; padding: ${pad6}px ${u3}px; }
QPushButton[role="banner"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  border-radius: ${u3}px; padding: ${u1}px ${u3}px; }
QPushButton[role="banner"]:hover { border: 1px solid $text; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent;
  color: $text_quiet; padding: 1px ${pad6}px; font-size: ${small}px; }
QPushButton[role="link"]:hover { color: $accent; }
QPushButton[role="link"]:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; }
QFileDialog QToolButton { padding: ${u1}px; }
QScrollArea, QAbstractScrollArea { background: transparent; border: none; }
QAbstractScrollArea[look="pane"] { border: 1px solid transparent; }
QAbstractScrollArea[look="pane"]:focus { border: 1px solid $accent; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: $panel; color: $text;
  border: 1px solid $field_line; border-radius: ${radius6}px; padding: ${u1}px ${u2}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  border: 1px solid $line; }
QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] { border: 1px solid $line; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {
  border: 1px solid $accent; }
QPlainTextEdit[look="bare"], QPlainTextEdit[look="bare"]:focus,
QTextEdit[look="bare"], QTextEdit[look="bare"]:focus { background: transparent;
  border: none; padding: 0; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { placeholder-text-color: $text_faint; }
QPlainTextEdit[mode="note"], QPlainTextEdit[mode="local"] { color: $note_text;
  placeholder-text-color: $note_text; }
QComboBox::drop-down { border: none; width: ${u5}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${px10}px; height: ${px10}px; }
QComboBox QAbstractItemView { background: $panel; color: $text; border: 1px solid $line;
  selection-background-color: $accent_soft; selection-color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLineEdit { lineedit-clear-button-icon: url("$clear"); }
QAbstractScrollArea::corner { background: transparent; border: none; }
QMenu { background: $panel; color: $text; border: 1px solid $line; padding: ${u1}px; }
QMenu::item { padding: ${u1}px ${u5}px ${u1}px ${u3}px; border-radius: ${u1}px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $text_faint; }
QMenu::separator { height: 1px; background: $line; margin: ${u1}px; }
QMenuBar { background: $panel_quiet; color: $text_quiet; border-bottom: 1px solid $line; }
QMenuBar::item { padding: ${u1}px ${u2}px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; color: $accent; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: ${u1}px; }
QScrollBar:vertical { background: transparent; width: ${u3}px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: ${radius3}px;
  min-height: ${u8}px; margin: 2px 3px; }
QScrollBar::handle:vertical:hover { background: $text_faint; }
QScrollBar:horizontal { background: transparent; height: ${u3}px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: ${radius3}px;
  min-width: ${u8}px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $inbound; border: none; border-radius: ${radius3}px;
  max-height: ${pad6}px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: ${radius3}px; }
QScrollArea > QWidget > QWidget { background: transparent; }
QTabBar::tab { background: transparent; color: $text_quiet; padding: ${u1}px ${u3}px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::scroller { width: ${u8}px; }
QTabBar QToolButton { padding: 0; border: none; border-radius: 0; background: $panel; }
QTabBar::tab:selected:focus { background: $accent_soft; color: $accent; }
QTabWidget::pane { border: none; }
QListWidget, QTableWidget { selection-background-color: $accent_soft; selection-color: $accent; }
QListWidget[look="list"], QTableWidget[look="list"] { background: $panel; color: $text;
  border: 1px solid $line; border-radius: ${radius6}px; padding: ${u1}px; }
QListWidget[look="pages"] { background: transparent; border: none; }
QListWidget { outline: none; }
QListWidget[look="list"]:focus, QTableWidget[look="list"]:focus {
  border: 1px solid $accent; }
QListWidget[look="pages"]::item, QListWidget[look="list"]::item { padding: ${u1}px ${u2}px;
  border-radius: ${u1}px; }
QListWidget[look="pages"]::item:selected, QListWidget[look="list"]::item:selected {
  background: $accent_soft; color: $accent; }
QListWidget[look="pages"]::item:focus { border: 1px solid $accent; }
QCheckBox { spacing: ${u2}px; }
QCheckBox::indicator { width: ${px14}px; height: ${px14}px; border: 1px solid $text_faint;
  border-radius: ${radius3}px; background: $panel; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent;
  image: url("$check"); }
QCheckBox::indicator:disabled { border: 1px solid $line; background: $panel_quiet; }
QCheckBox::indicator:checked:disabled { background: $text_faint; border: 1px solid $text_faint; }
QCheckBox[role="note"] { color: $note_text; }
QCheckBox:focus { color: $accent; }
QHeaderView { background: $panel_quiet; border: none; }
QHeaderView::section { background: $panel_quiet; color: $text_quiet; border: none;
  border-bottom: 1px solid $line; padding: ${u1}px ${u2}px; }
QTimeEdit { background: $panel; color: $text; border: 1px solid $field_line;
  border-radius: ${radius6}px; padding: ${u1}px ${u2}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QTimeEdit:focus { border: 1px solid $accent; }
QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: none; }
""")


def stylesheet(theme: Theme) -> str:
    """The whole sheet for the palette and size in force."""
    names = theme.tokens.light
    arrow = "down-dark.svg" if theme.is_dark else "down-light.svg"
    check = "check-dark.svg" if theme.is_dark else "check-light.svg"
    clear = "clear-dark.svg" if theme.is_dark else "clear-light.svg"
    values: dict[str, str] = {name: theme.hex(name) for name in names}
    for unit in (1, 2, 3, 5, 8):
        values[f"u{unit}"] = str(theme.px(4 * unit))
    values |= {
        "arrow": Path(str(resource("icons", arrow))).as_posix(),
        "clear": Path(str(resource("icons", clear))).as_posix(),
        "check": Path(str(resource("icons", check))).as_posix(),
        "px10": str(theme.px(10)),
        "px14": str(theme.px(14)),
        "pad6": str(theme.px(6)),
        "radius6": str(theme.px(6)),
        "radius3": str(theme.px(3)),
        "small": str(theme.font("small").pixelSize()),
        "title": str(theme.font("title").pixelSize()),
    }
    return _SHEET.substitute(values)
