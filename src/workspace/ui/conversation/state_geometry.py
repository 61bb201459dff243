"""Where the words, the glyph and the actions of a state line lie; shared by paint and hit test."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QRectF, Qt

from workspace.ui.conversation.conversation_layout import Style
from workspace.ui.conversation.entry_words import ActionName, StateLine


class PlacedAction(msgspec.Struct, frozen=True):
    """A word that can be pressed."""

    name: ActionName
    label: str
    rect: QRectF


class PlacedState(msgspec.Struct, frozen=True):
    """A state line in its area: aligned right, its text elided where space is short."""

    line: StateLine
    shown: str
    text: QRectF
    glyph: QRectF
    actions: tuple[PlacedAction, ...]


def place_state(
    line: StateLine, area: QRectF, style: Style, *, centred: bool = False
) -> PlacedState:
    """Compute the places; cheap, for it is done at every paint while a countdown runs."""
    gap = style.theme.px(5)
    right = area.right()
    if centred:
        words = [line.text] + [label for _, label in line.actions]
        wide = sum(style.small_metrics.horizontalAdvance(word) for word in words)
        wide += 2 * gap * len(line.actions) + style.glyph + gap
        right = min(right, area.center().x() + wide / 2)
    actions: list[PlacedAction] = []
    for name, label in reversed(line.actions):
        wide = style.small_metrics.horizontalAdvance(label)
        rect = QRectF(right - wide, area.top(), wide, area.height())
        actions.append(PlacedAction(name, label, rect))
        right -= wide + 2 * gap
    glyph = QRectF(
        right - style.glyph,
        area.top() + (area.height() - style.glyph) / 2,
        style.glyph,
        style.glyph,
    )
    room = glyph.left() - gap - area.left()
    shown = style.small_metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, room)
    wide = min(room, style.small_metrics.horizontalAdvance(shown) + 1)
    text = QRectF(glyph.left() - gap - wide, area.top(), wide, area.height())
    return PlacedState(line, shown, text, glyph, tuple(reversed(actions)))
