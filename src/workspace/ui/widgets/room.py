"""Sizes of windows: as wished, never larger than the screen leaves room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from workspace.ui.theme.theme import Theme

SIDES_PX, TITLE_PX = 16, 48  # what a desktop's frame takes, about; known only once it is shown


def room_for(widget: QWidget) -> QSize:
    """How large a window can be on its screen, beside the desktop's bars and in its frame."""
    return widget.screen().availableGeometry().size() - QSize(SIDES_PX, TITLE_PX)


def resize_within(widget: QWidget, theme: Theme, width: int, height: int) -> None:
    """Give a window this size (px at 100 %), scaled, as far as its screen is large enough."""
    widget.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room_for(widget)))
