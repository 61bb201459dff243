"""Paints laid-out rows. It decides colours and nothing else; geometry comes from the layout."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from workspace.ui.conversation.attachments import Downloads
from workspace.ui.conversation.card_geometry import place_card
from workspace.ui.conversation.conversation_layout import Card, RowLayout, Style
from workspace.ui.conversation.conversation_rows import NEW_KEY, BubbleRow, HeadingRow, OfferRow
from workspace.ui.conversation.entry_words import author_line, author_name, state_line
from workspace.ui.conversation.state_geometry import place_state
from workspace.ui.conversation.text_blocks import NO_MARKS, Ink, TextMarks
from workspace.ui.widgets.avatar import paint_avatar
from workspace.ui.widgets.channel_badge import paint_channel_badge
from workspace.ui.widgets.painted import Glyph, paint_glyph
from workspace.ui.words import one_line


class Marks(msgspec.Struct, frozen=True):
    """What is special about a row at this moment.

    `parts` are the marks in its texts by name; `current` draws the ring of the keyboard; `found`
    is the row that a search led to.
    """

    parts: dict[str, TextMarks] = msgspec.field(default_factory=dict)
    current: bool = False
    found: bool = False


PLAIN_MARKS = Marks()


def paint_row(
    painter: QPainter,
    layout: RowLayout,
    style: Style,
    downloads: Downloads,
    now_ms: int,
    marks: Marks = PLAIN_MARKS,
) -> None:
    """Paint a row whose top left corner is the painter's origin."""
    if not isinstance(layout.row, BubbleRow):
        faint = style.theme.color("text_faint")
        color = "text_faint"
        if isinstance(layout.row, HeadingRow | OfferRow):
            color = "accent" if layout.row.key == NEW_KEY else "text_quiet"
            _paint_line(painter, layout, style, color)
        for part in layout.parts:
            part.block.draw(painter, part.at, _ink(style, color))
        if marks.current:
            painter.setPen(QPen(faint, 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(layout.parts[0].rect.adjusted(-4, -3, 4, 3), 4, 4)
        _paint_state(painter, layout, style, now_ms)
        return
    _paint_author(painter, layout, layout.row, style)
    _paint_bubble(painter, layout, layout.row, style, marks)
    ink = _ink(style, "note_text" if layout.row.entry.kind == "note" else "text")
    for part in layout.parts:
        own = _ink(style, "text_quiet") if part.name == "hint" else ink
        part.block.draw(painter, part.at, own, marks.parts.get(part.name, NO_MARKS))
        if part.name == "quote":
            bar = part.rect
            painter.fillRect(
                QRectF(bar.left() - style.theme.px(6), bar.top(), 2, bar.height()),
                style.theme.color("text_faint"),
            )
    if layout.fold is not None:
        _paint_fold(painter, layout.fold, style)
    for card in layout.cards:
        _paint_card(painter, card, style, downloads)
    _paint_state(painter, layout, style, now_ms)


def _paint_line(painter: QPainter, layout: RowLayout, style: Style, color: str) -> None:
    """A line across, left and right of the words; an offer has a frame like a button."""
    area = layout.parts[0].rect
    wide = layout.words_width + 2 * style.gap
    middle, y = area.center().x(), area.center().y()
    painter.setPen(QPen(style.theme.color("accent" if color == "accent" else "line"), 1))
    painter.drawLine(QPointF(area.left(), y), QPointF(middle - wide / 2, y))
    painter.drawLine(QPointF(middle + wide / 2, y), QPointF(area.right(), y))
    if isinstance(layout.row, OfferRow):
        frame = QRectF(middle - wide / 2, area.top() - 4, wide, area.height() + 8)
        painter.drawRoundedRect(frame, style.theme.px(6), style.theme.px(6))


def _ink(style: Style, text: str) -> Ink:
    theme = style.theme
    link = text if text == "note_text" else "accent"
    return Ink(
        text=theme.color(text),
        link=theme.color(link),
        selected_text=theme.color("on_accent"),
        selected_ground=theme.color("accent"),
        found_ground=theme.color("warn_soft"),
        found_line=theme.color("warn"),
        here_text=theme.color("panel"),
        here_ground=theme.color("warn"),
    )


def _paint_author(painter: QPainter, layout: RowLayout, row: BubbleRow, style: Style) -> None:
    entry, area = row.entry, layout.author
    if layout.avatar is not None:
        paint_avatar(painter, layout.avatar, author_name(entry), style.theme)
    if layout.badge is not None:
        paint_channel_badge(painter, layout.badge, entry.channel, style.theme)
    if area is None:
        return
    lock_room = style.glyph + style.theme.px(4) if layout.lock is not None else 0
    shown = style.small_metrics.elidedText(
        author_line(entry), Qt.TextElideMode.ElideMiddle, area.width() - lock_room
    )
    is_note = entry.kind == "note"
    painter.setFont(style.small)
    painter.setPen(style.theme.color("note_text" if is_note else "text_faint"))
    side = Qt.AlignmentFlag.AlignRight if layout.outgoing else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
    if layout.lock is not None:
        wide = style.small_metrics.horizontalAdvance(shown)
        lock = QRectF(layout.lock)
        lock.moveRight(area.right() - wide - style.theme.px(4))
        glyph: Glyph = "computer" if entry.state == "local" else "lock"
        paint_glyph(painter, lock, glyph, style.theme.color("note_text"))


def _paint_bubble(
    painter: QPainter, layout: RowLayout, row: BubbleRow, style: Style, marks: Marks
) -> None:
    theme = style.theme
    entry = row.entry
    if entry.kind == "note":
        edge = "note_field_line" if entry.state == "local" else "note_line"
        ground, line = theme.color("note"), theme.color(edge)
    elif layout.outgoing:
        ground, line = theme.color("outbound"), None
    else:
        ground, line = theme.color("inbound"), None
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if marks.current or marks.found:
        painter.setPen(QPen(theme.color("accent"), 2 if marks.current else 1.5))
    elif line is not None:
        is_local = entry.state == "local"
        painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine if is_local else Qt.PenStyle.SolidLine))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPath(layout.outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_fold(painter: QPainter, rect: QRectF, style: Style) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.theme.color("line"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setBrush(style.theme.color("text_quiet"))
    radius = rect.height() / 9
    for step in (-1, 0, 1):
        painter.drawEllipse(rect.center() + QPointF(step * radius * 3.6, 0), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_card(painter: QPainter, card: Card, style: Style, downloads: Downloads) -> None:
    theme, rect = style.theme, card.rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("panel"))
    painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
    progress = downloads.progress(card.attachment)
    if progress is not None:
        bar = QRectF(rect.left() + 2, rect.bottom() - 3, (rect.width() - 4) * progress, 2)
        painter.fillRect(bar, theme.color("accent"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    is_image = card.attachment.media_type.startswith("image/")
    side = theme.px(15)
    glyph = QRectF(rect.left() + theme.px(9), rect.center().y() - side / 2, side, side)
    paint_glyph(painter, glyph, "image" if is_image else "clip", theme.color("text_quiet"))
    placed = place_card(card, style, downloads)
    flags = Qt.AlignmentFlag.AlignVCenter
    bad = downloads.problem(card.attachment)
    painter.setFont(style.small)
    for word in placed.words:
        quiet = "text_quiet" if word.action is None else "accent"
        painter.setPen(theme.color("bad" if bad else quiet))
        painter.drawText(word.rect, flags | Qt.AlignmentFlag.AlignRight, word.label)
    label, text = one_line(downloads.label(card.attachment)), placed.text
    painter.setFont(style.base)
    painter.setPen(theme.color("text"))
    shown = style.base_metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, text.width())
    painter.drawText(text, flags | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_state(painter: QPainter, layout: RowLayout, style: Style, now_ms: int) -> None:
    line = state_line(layout.entry, now_ms) if layout.entry is not None else None
    if line is None or layout.state is None:
        return
    centred = not isinstance(layout.row, BubbleRow)
    placed = place_state(line, layout.state, style, centred=centred)
    color = style.theme.color(line.tone)
    painter.setFont(style.small)
    painter.setPen(color)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(placed.text, flags, placed.shown)
    paint_glyph(painter, placed.glyph, line.glyph, color)
    painter.setPen(style.theme.color("accent"))
    for action in placed.actions:
        painter.drawText(action.rect, flags, action.label)
        y = action.rect.bottom() - 1
        painter.drawLine(QPointF(action.rect.left(), y), QPointF(action.rect.right(), y))
