"""What lies under a point of a laid-out row."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QPointF

from workspace.store.queries.rows import AttachmentRow, EntryRow
from workspace.ui.conversation.attachments import Downloads
from workspace.ui.conversation.card_geometry import CardAction, action_at
from workspace.ui.conversation.conversation_layout import RowLayout, Style
from workspace.ui.conversation.conversation_rows import BubbleRow, OfferRow
from workspace.ui.conversation.entry_words import ActionName, state_line
from workspace.ui.conversation.state_geometry import place_state
from workspace.ui.conversation.text_blocks import Link


class Hit(msgspec.Struct, frozen=True):
    """The thing under the point; at most one of the things is set, none on bare ground.

    `part` and `position` name a place in text. `state` and `author` are for tooltips only.
    """

    part: str = ""
    position: int = 0
    link: Link | None = None
    attachment: AttachmentRow | None = None
    card_action: CardAction | None = None
    action: ActionName | None = None
    fold: bool = False
    offer: bool = False
    state: bool = False
    author: bool = False
    bubble: bool = False


NOTHING = Hit()


def hit_row(
    layout: RowLayout, point: QPointF, style: Style, now_ms: int, downloads: Downloads
) -> Hit:
    """`point` is from the row's top left corner."""
    if layout.fold is not None and layout.fold.contains(point):
        return Hit(fold=True)
    for card in layout.cards:
        if card.rect.contains(point):
            action = action_at(card, point, style, downloads)
            return Hit(attachment=card.attachment, card_action=action)
    if isinstance(layout.row, OfferRow):
        return Hit(offer=layout.parts[0].rect.adjusted(0, -4, 0, 4).contains(point))
    for part in layout.parts:
        if part.rect.contains(point):
            inside = point - part.at
            return Hit(
                part=part.name,
                position=part.block.position_at(inside),
                link=part.block.link_at(inside),
            )
    if layout.state is not None and layout.entry is not None:
        found = _hit_state(layout, layout.entry, point, style, now_ms)
        if found is not None:
            return found
    if layout.author is not None and layout.author.contains(point):
        return Hit(author=True)
    if layout.bubble.contains(point):
        return Hit(bubble=True)
    return NOTHING


def _hit_state(
    layout: RowLayout, entry: EntryRow, point: QPointF, style: Style, now_ms: int
) -> Hit | None:
    line = state_line(entry, now_ms)
    if line is None or layout.state is None or not layout.state.contains(point):
        return None
    placed = place_state(line, layout.state, style, centred=not isinstance(layout.row, BubbleRow))
    for action in placed.actions:
        if action.rect.adjusted(-3, -2, 3, 2).contains(point):
            return Hit(action=action.name)
    return Hit(state=placed.text.united(placed.glyph).contains(point))
