"""Sizes of windows: as wished, never larger than the screen leaves room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from workspace.ui.theme.theme import Theme

SIDES_PX, TITLE_PX = 16, 48  # what a desktop's frame takes, about; known only once it is shown


def room_for(widget: QWidget) -> QSize:
    """How large a window can be on its screen, beside the desktop's bars and in its frame."""
    return widget.screen().availableGeometry().size() - QSize(SIDES_PX, TITLE_PX)


def resize_within(widget: QWidget, theme: Theme, width: int, height: int) -> None:
    """Give a window this size (px at 100 %), scaled, as far as its screen is large enough."""
    widget.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room_for(widget)))


def scrolling(inside: QWidget) -> QScrollArea:
    """What moves where a window has less room than it needs; what has focus comes in sight."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
