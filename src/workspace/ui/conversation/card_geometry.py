"""What can be done with an attachment, and where its words lie on the card."""

from __future__ import annotations

from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QRectF

from workspace.store.queries.rows import AttachmentRow
from workspace.ui.conversation.attachments import Downloads
from workspace.ui.conversation.conversation_layout import Card, Style
from workspace.ui.conversation.preview_kinds import preview_kind
from workspace.ui.i18n import t

CardAction = Literal["download", "cancel", "retry", "preview", "save"]

NAME_LETTERS = 24  # of an attachment's name and size; more may be cut


def card_word(action: CardAction) -> str:
    """What an action is called."""
    return {
        "download": t("Conversation", "Download"),
        "cancel": t("Conversation", "Cancel"),
        "retry": t("Conversation", "Try again"),
        "preview": t("Conversation", "Preview"),
        "save": t("Conversation", "Save as…"),
    }[action]


def card_actions(attachment: AttachmentRow, downloads: Downloads) -> tuple[CardAction, ...]:
    """What can be done now; the first is what a press on the card does. None for our own."""
    if attachment.id <= 0:
        return ()
    if downloads.progress(attachment) is not None:
        return ("cancel",)
    if downloads.file_of(attachment):
        return ("preview", "save") if preview_kind(attachment) else ("save",)
    return ("retry",) if downloads.problem(attachment) else ("download",)


class PlacedWord(msgspec.Struct, frozen=True):
    """A word of a card that can be pressed; `action` is None for the share of a download."""

    action: CardAction | None
    label: str
    rect: QRectF


class PlacedCard(msgspec.Struct, frozen=True):
    """The words at the card's right end, and the room left of them for its name."""

    words: tuple[PlacedWord, ...]
    text: QRectF


def place_card(card: Card, style: Style, downloads: Downloads) -> PlacedCard:
    """Where space is short, the last words go first; name and size stay."""
    theme = style.theme
    text = card.rect.adjusted(theme.px(31), 0, -theme.px(9), 0)
    labels: list[tuple[CardAction | None, str]] = [
        (action, card_word(action)) for action in card_actions(card.attachment, downloads)
    ]
    progress = downloads.progress(card.attachment)
    if progress is not None:
        labels.insert(0, (None, f"{progress:.0%}"))
    shown = downloads.label(card.attachment)[:NAME_LETTERS]
    needed = style.base_metrics.horizontalAdvance(shown)
    gap = theme.px(8)
    placed: list[PlacedWord] = []
    for action, label in reversed(labels):
        wide = style.small_metrics.horizontalAdvance(label)
        if progress is None and text.width() - wide - gap < needed:
            continue
        rect = QRectF(text.right() - wide, text.top(), wide, text.height())
        placed.append(PlacedWord(action, label, rect))
        text.setRight(text.right() - wide - gap)
    return PlacedCard(tuple(reversed(placed)), text)


def action_at(card: Card, point: QPointF, style: Style, downloads: Downloads) -> CardAction | None:
    """What a press at this point of the row would do with the card."""
    for word in place_card(card, style, downloads).words:
        if word.action and word.rect.adjusted(-4, 0, 4, 0).contains(point):
            return word.action
    actions = card_actions(card.attachment, downloads)
    return actions[0] if actions and actions[0] != "cancel" else None
