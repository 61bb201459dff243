"""Sizes of dialogs: as wished, never larger than the screen leaves room for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workspace.ui.theme.theme import Theme

FRAME_PX = 48  # of the window's frame and the desktop's bars, about


def resize_within(widget: QWidget, theme: Theme, width: int, height: int) -> None:
    """Give a window this size (px at 100 %), scaled, as far as its screen is large enough."""
    room = widget.screen().availableGeometry()
    widget.resize(
        min(theme.px(width), room.width() - FRAME_PX),
        min(theme.px(height), room.height() - FRAME_PX),
    )
