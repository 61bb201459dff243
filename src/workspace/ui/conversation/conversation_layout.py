"""Geometry of a conversation's rows: from a row and a width to rectangles and laid-out text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainterPath

from workspace.domain.find import find_all_spans
from workspace.store.queries.rows import AttachmentRow, EntryRow
from workspace.ui.conversation.conversation_rows import (
    ActivityRow,
    BubbleRow,
    DayBreakRow,
    HeadingRow,
    OfferRow,
    Row,
    split_body,
)
from workspace.ui.conversation.entry_words import activity_line, day_label, state_line
from workspace.ui.conversation.plain_block import PlainBlock
from workspace.ui.conversation.text_blocks import Selection, TextBlock, utf16_spans
from workspace.ui.i18n import t
from workspace.ui.theme.theme import Theme
from workspace.ui.words import size_word

BUBBLE_CAP_PX = 680
CARD_PX = 200


class Style:
    """Fonts and lengths of one theme and size; made anew when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.base = theme.font("base")
        self.strong = theme.font("base", strong=True)
        self.small = theme.font("small")
        self.base_metrics = QFontMetricsF(self.base)
        self.small_metrics = QFontMetricsF(self.small)
        self.line = self.small_metrics.height()
        self.pad = theme.size("pane_pad_px")
        self.avatar = theme.px(24)
        self.badge = theme.px(16)
        self.glyph = theme.px(13)
        self.gap = theme.px(8)
        self.bubble_pad = QPointF(theme.px(11), theme.px(8))
        self.radius = theme.size("bubble_radius_px")
        self.ratio = theme.tokens.size["bubble_max_ratio"]
        self.cap = theme.px(BUBBLE_CAP_PX)
        self.card_width = theme.px(CARD_PX)
        self.card_word = max(
            self.small_metrics.horizontalAdvance(word)
            for word in (
                t("Conversation", "Download"),
                t("Conversation", "Preview") + "   " + t("Conversation", "Save as…"),
                t("Conversation", "Try again"),
            )
        )
        self.card_height = self.base_metrics.height() + theme.px(12)


class Card(msgspec.Struct):
    """An attachment card; a click on it acts on the attachment."""

    attachment: AttachmentRow
    rect: QRectF


class Part(msgspec.Struct):
    """A text of a bubble (`main`, `quote` or our own `hint`), and where it lies in the row."""

    name: str
    block: TextBlock
    at: QPointF

    @property
    def rect(self) -> QRectF:
        """Its area in the row."""
        return QRectF(self.at, self.block.size)


class RowLayout(msgspec.Struct):
    """Rectangles of a laid-out row, from the row's top left corner."""

    row: Row
    height: int
    entry: EntryRow | None = None  # whose state the state line tells
    outgoing: bool = False
    author: QRectF | None = None
    avatar: QRectF | None = None
    badge: QRectF | None = None
    lock: QRectF | None = None
    bubble: QRectF = msgspec.field(default_factory=QRectF)
    outline: QPainterPath = msgspec.field(default_factory=QPainterPath)
    parts: list[Part] = msgspec.field(default_factory=list)
    fold: QRectF | None = None
    cards: list[Card] = msgspec.field(default_factory=list)
    state: QRectF | None = None
    words_width: float = 0.0  # of the words of a line across
    found: tuple[tuple[str, ...], dict[str, tuple[Selection, ...]]] = ((), {})

    def part(self, name: str) -> Part | None:
        """The part of that name."""
        return next((part for part in self.parts if part.name == name), None)

    def found_in(self, needles: tuple[str, ...]) -> dict[str, tuple[Selection, ...]]:
        """Where folded needles stand in each part; looked for once."""
        if self.found[0] != needles:
            spans: dict[str, tuple[Selection, ...]] = {}
            for part in self.parts:
                text = part.block.text()
                if part.name != "hint":
                    spans[part.name] = utf16_spans(text, find_all_spans(text, needles))
            self.found = (needles, spans)
        return self.found[1]


def inline_ids(entry: EntryRow) -> set[str]:
    """Content ids of this entry's attachments that its HTML shows in place."""
    if "cid:" not in entry.html:
        return set()
    return {
        file.content_id
        for file in entry.attachments
        if file.content_id and f"cid:{file.content_id.strip('<>')}" in entry.html
    }


def lay_out(
    row: Row,
    width: int,
    style: Style,
    *,
    today: date,
    unfolded: bool = False,
    images: Mapping[str, QImage] | None = None,
) -> RowLayout:
    """Lay out one row at this width. GUI thread only; the one place that shapes text."""
    if isinstance(row, DayBreakRow):
        label = day_label(row.day, row.channels, today)
        return _centred(row, label, width, style, above=14, below=6)
    if isinstance(row, HeadingRow | OfferRow):
        return _centred(row, row.text, width, style, above=12, below=8)
    if isinstance(row, ActivityRow):
        label = "     ·     ".join(activity_line(entry) for entry in row.entries)
        layout = _centred(row, label, width, style, above=6, below=4)
        if state_line(row.entries[0], 0) is not None:
            layout.entry = row.entries[0]
            area = QRectF(style.pad, layout.height, width - 2 * style.pad, style.line)
            layout.state = area
            layout.height = round(area.bottom() + style.theme.px(4))
        return layout
    return _bubble(row, width, style, unfolded, images or {})


def _centred(
    row: Row, label: str, width: int, style: Style, *, above: int, below: int
) -> RowLayout:
    inner = max(60, width - 2 * style.pad)
    block = PlainBlock(label, inner, style.small, centered=True)
    above, below = style.theme.px(above), style.theme.px(below)
    part = Part("main", block, QPointF(style.pad, above))
    height = round(above + block.size.height() + below)
    return RowLayout(row, height, parts=[part], words_width=block.natural_width())


def _bubble(
    row: BubbleRow, width: int, style: Style, unfolded: bool, images: Mapping[str, QImage]
) -> RowLayout:
    entry = row.entry
    outgoing = entry.direction != "in" or entry.kind == "note"
    layout = RowLayout(row, 0, entry, outgoing)
    left = style.pad + (0 if outgoing else style.avatar + style.gap)
    right = width - style.pad
    y = float(style.theme.px(10 if row.opens_run else 4))
    if row.opens_run or entry.kind == "note":
        y = _author(layout, entry, y, left, right, style)
    limit = min(style.cap, max(120.0, (width - 2 * style.pad) * style.ratio))
    limit = min(limit, right - left) - 2 * style.bubble_pad.x()
    _fill(layout, entry, limit, style, unfolded, images)
    inside = max(
        [part.block.size.width() for part in layout.parts]
        + [card.rect.width() for card in layout.cards]
        + [style.theme.px(28)]
    )
    bubble_width = inside + 2 * style.bubble_pad.x()
    x = right - bubble_width if outgoing else left
    end = _stack(layout, x + style.bubble_pad.x(), y + style.bubble_pad.y(), style)
    layout.bubble = QRectF(x, y, bubble_width, end + style.bubble_pad.y() - y)
    layout.outline = _outline(layout.bubble, outgoing, style.radius)
    y = layout.bubble.bottom()
    # Whether there is a line depends on the state alone, so the clock has no say here.
    if state_line(entry, 0) is not None:
        y += style.theme.px(3)
        layout.state = QRectF(style.pad, y, right - style.pad, style.line)
        y += style.line
    layout.height = round(y + style.theme.px(4))
    return layout


def _outline(bubble: QRectF, outgoing: bool, radius: float) -> QPainterPath:
    """Rounded, but nearly square in the corner that points at the author."""
    rect = bubble.adjusted(0.5, 0.5, -0.5, -0.5)
    radius = min(radius, rect.height() / 2)
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    corner = QPainterPath()
    square = QRectF(0, 0, radius, radius)
    if outgoing:
        square.moveTopRight(rect.topRight())
    else:
        square.moveTopLeft(rect.topLeft())
    corner.addRoundedRect(square, 3, 3)
    return path.united(corner).simplified()


def _author(
    layout: RowLayout, entry: EntryRow, y: float, left: float, right: float, style: Style
) -> float:
    line = max(style.line, style.badge)
    if layout.outgoing:
        layout.author = QRectF(left, y, right - left, line)
        if entry.kind == "note":
            layout.lock = QRectF(0, y + (line - style.glyph) / 2, style.glyph, style.glyph)
    else:
        layout.avatar = QRectF(style.pad, y, style.avatar, style.avatar)
        text_left = left
        if entry.channel:
            layout.badge = QRectF(left, y + (line - style.badge) / 2, style.badge, style.badge)
            text_left = layout.badge.right() + style.theme.px(6)
        layout.author = QRectF(text_left, y, right - text_left, line)
    return y + line + style.theme.px(3)


def _fill(
    layout: RowLayout,
    entry: EntryRow,
    limit: float,
    style: Style,
    unfolded: bool,
    images: Mapping[str, QImage],
) -> None:
    body = split_body(entry)
    texts = [("main", body.main)]
    if body.quote and unfolded:
        texts.append(("quote", body.quote))
    for name, text in texts:
        if not text.strip():
            continue
        block: TextBlock
        if body.is_html:
            from workspace.ui.conversation.html_block import HtmlBlock  # not every ticket is mail

            block = HtmlBlock(text, limit, style.base, style.theme.color("accent"), images)
        else:
            block = PlainBlock(text, limit, style.base)
        layout.parts.append(Part(name, block, QPointF()))
    if entry.capped:
        words = t("Conversation", "Shown as plain text: its formatting is too complex.")
        layout.parts.append(Part("hint", PlainBlock(words, limit, style.small), QPointF()))
    if body.quote:
        layout.fold = QRectF(0, 0, style.theme.px(28), style.theme.px(14))
    shown = set(images)
    for file in entry.attachments:
        if file.content_id.strip("<>") in shown and file.content_id in inline_ids(entry):
            continue
        size = size_word(file.size) or "000 kB"
        label = style.base_metrics.horizontalAdvance(f"{file.name[:60]} · {size}")
        wanted = max(style.card_width, label + style.card_word + style.theme.px(60))
        rect = QRectF(0, 0, min(limit, wanted), style.card_height)
        layout.cards.append(Card(file, rect))


def _stack(layout: RowLayout, x: float, y: float, style: Style) -> float:
    """Place the bubble's contents below one another; the y of their end."""
    gap = style.theme.px(6)
    end = y
    main, quote = layout.part("main"), layout.part("quote")
    if main is not None:
        main.at = QPointF(x, y)
        end = main.rect.bottom()
        y = end + gap
    if layout.fold is not None:
        layout.fold.moveTo(x, y)
        end = layout.fold.bottom()
        y = end + gap
    if quote is not None:
        quote.at = QPointF(x, y)
        end = quote.rect.bottom()
        y = end + gap
    hint = layout.part("hint")
    if hint is not None:
        hint.at = QPointF(x, y)
        end = hint.rect.bottom()
        y = end + gap
    for card in layout.cards:
        card.rect.moveTo(x, y)
        end = card.rect.bottom()
        y = end + gap
    return end
