"""What stands in the customer pane. Made once: another customer changes words, not widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from workspace.store.queries.rows import ContactRow
from workspace.ui.contact_pane.contact_words import (
    address_word,
    language_word,
    local_time,
    since_word,
)
from workspace.ui.contact_pane.copy_row import FactRow
from workspace.ui.contact_pane.earlier_row import EarlierRow
from workspace.ui.contact_pane.press_row import ROW_PAD_PX
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.avatar import Avatar
from workspace.ui.widgets.flow import FlowLayout
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel
from workspace.ui.words import one_line

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

MAX_ADDRESSES = 12
MAX_TAGS = 12
MAX_NOTE = 4000

W = TypeVar("W", bound=QWidget)


class _Pool(Generic[W]):
    """Widgets of one kind in a layout: as many as are needed show, the others wait hidden."""

    def __init__(self, layout: QLayout, make: Callable[[], W]) -> None:
        self._layout = layout
        self._make = make
        self.widgets: list[W] = []

    def take(self, count: int) -> list[W]:
        """The first `count` of them, made if need be, and no others show."""
        while len(self.widgets) < count:
            widget = self._make()
            self._layout.addWidget(widget)
            self.widgets.append(widget)
        for number, widget in enumerate(self.widgets):
            if widget.isHidden() == (number < count):
                widget.setVisible(number < count)
        return self.widgets[:count]


class NoteBox(QFrame):
    """What colleagues wrote down about the customer, on the ground of notes."""

    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._label = PlainLabel("", self, role="note")
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        pad = ctx.theme.px(10)
        layout.setContentsMargins(pad, ctx.theme.px(8), pad, ctx.theme.px(8))
        layout.addWidget(self._label)

    def set_text(self, text: str) -> None:
        """Show this note."""
        self._label.setText(text.strip()[:MAX_NOTE])

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ctx.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("note_line"), 1))
        painter.setBrush(theme.color("note"))
        radius = theme.size("radius_px")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class ContactPage(QWidget):
    """Name, facts, note and earlier tickets of one customer after the other.

    Signals:
        ticket_asked: local id of an earlier ticket that was pressed.
    """

    ticket_asked = Signal(int)

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._zone: ZoneInfo | None = None
        theme = ctx.theme
        column = QVBoxLayout(self)
        self._inset = theme.px(ROW_PAD_PX)
        pad = theme.size("pane_pad_px")
        side = pad - self._inset
        column.setContentsMargins(side, theme.px(14), side, pad)
        column.setSpacing(theme.px(4))
        self._nobody = PlainLabel(t("ContactPane", "No customer is known."), self, role="quiet")
        self._nobody.setIndent(self._inset)
        column.addWidget(self._nobody)
        self._known = QWidget(self)
        column.addWidget(self._known)
        column.addStretch(1)
        inside = QVBoxLayout(self._known)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(4))
        self._make_who(inside)
        self._make_facts(inside)
        self._make_note(inside)
        self._make_earlier(inside)
        self.show_contact(None, None, nobody=False)

    # --- making ------------------------------------------------------------------------------

    def _section(self, column: QVBoxLayout, title: str) -> PlainLabel:
        label = PlainLabel(title.upper(), self._known, role="section")
        label.setContentsMargins(self._inset, self._ctx.theme.px(10), 0, 0)
        column.addWidget(label)
        return label

    def _inner(self, column: QVBoxLayout) -> QHBoxLayout:
        """A place as far in as the words of rows, whose frame of focus stands out a little."""
        row = QHBoxLayout()
        row.setContentsMargins(self._inset, 0, self._inset, 0)
        column.addLayout(row)
        return row

    def _words(self, words: str, role: str) -> PlainLabel:
        label = PlainLabel(words, self._known, role=role)
        label.setIndent(self._inset)
        return label

    def _make_who(self, column: QVBoxLayout) -> None:
        theme = self._ctx.theme
        self._avatar = Avatar(theme, theme.px(40), self._known)
        self._name = ElidedLabel("", self._known, role="title")
        self._name.setObjectName("contact_name")
        self._where = ElidedLabel("", self._known, role="quiet")
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self._name)
        words.addWidget(self._where)
        row = self._inner(column)
        row.setSpacing(theme.px(8))
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        self._chips = holder = QWidget(self._known)
        self._flow = FlowLayout(holder, theme.px(5))
        self._flow.setContentsMargins(0, theme.px(4), 0, 0)
        self._tags = _Pool(self._flow, lambda: PlainLabel("", holder, chip="accent"))
        self._marks = _Pool(self._flow, lambda: PlainLabel("", holder, chip="quiet"))
        self._inner(column).addWidget(holder)

    def _make_facts(self, column: QVBoxLayout) -> None:
        self._section(column, t("ContactPane", "Contact"))
        box = QVBoxLayout()
        box.setSpacing(column.spacing())
        column.addLayout(box)
        self._facts = _Pool(box, lambda: FactRow(self._ctx, self._known))
        words = t("ContactPane", "No contact points known.")
        self._no_facts = self._words(words, "quiet")
        column.addWidget(self._no_facts)

    def _make_note(self, column: QVBoxLayout) -> None:
        self._note_title = self._section(column, t("ContactPane", "Customer note"))
        self._note = NoteBox(self._ctx, self._known)
        self._inner(column).addWidget(self._note)

    def _make_earlier(self, column: QVBoxLayout) -> None:
        self._earlier_title = self._section(column, t("ContactPane", "Earlier tickets"))
        box = QVBoxLayout()
        box.setSpacing(column.spacing())
        column.addLayout(box)
        self._earlier = _Pool(box, self._earlier_row)
        self._first = self._words("", "quiet")
        self._first.setWordWrap(True)
        self._more = self._words("", "faint")
        column.addWidget(self._first)
        column.addWidget(self._more)

    def _earlier_row(self) -> EarlierRow:
        row = EarlierRow(self._ctx, self._known)
        row.clicked.connect(lambda _=False: self.ticket_asked.emit(row.ticket_id))
        return row

    # --- showing -----------------------------------------------------------------------------

    def show_contact(
        self, contact: ContactRow | None, zone: ZoneInfo | None, *, nobody: bool
    ) -> None:
        """This customer; None leaves the page empty, or says so where there is `nobody`."""
        self._zone = zone
        self._nobody.setVisible(contact is None and nobody)
        self._known.setVisible(contact is not None)
        if contact is None:
            return
        name = one_line(contact.name) or t("ContactPane", "Unknown customer")
        self._avatar.set_name(name)
        self._name.set_text(name)
        self.show_time()
        self._show_chips(contact)
        self._show_facts(contact)
        note = contact.note.strip()
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        self._note_title.setVisible(bool(note))
        self._show_earlier(contact)

    def show_time(self) -> None:
        """The customer's local time as it is now."""
        text = local_time(self._zone, self._ctx.clock.now_ms()) if self._zone else ""
        self._where.set_text(text)
        self._where.setVisible(bool(text))

    def _show_chips(self, contact: ContactRow) -> None:
        tags = list(dict.fromkeys(one_line(tag)[:40] for tag in contact.tags[:MAX_TAGS]))
        language = language_word(contact.language)
        marks = [word for word in (since_word(contact.since), language) if word]
        marks = [word for word in dict.fromkeys(marks) if word not in tags]
        had = len(self._tags.widgets)
        for label, word in zip(self._tags.take(len(tags)), tags, strict=True):
            label.setText(word)
        if len(self._tags.widgets) > had:  # the others stay behind the tags
            for label in self._marks.widgets:
                self._flow.removeWidget(label)
                self._flow.addWidget(label)
        for label, word in zip(self._marks.take(len(marks)), marks, strict=True):
            label.setText(word)
        self._chips.setVisible(bool(tags or marks))

    def _show_facts(self, contact: ContactRow) -> None:
        facts = [(address_word(kind), value) for kind, value in contact.addresses[:MAX_ADDRESSES]]
        if contact.organization:
            facts.append((t("ContactPane", "Company"), contact.organization))
        for row, (label, value) in zip(self._facts.take(len(facts)), facts, strict=True):
            row.show_fact(label, value)
        self._no_facts.setVisible(not facts)

    def _show_earlier(self, contact: ContactRow) -> None:
        title = t("ContactPane", "Earlier tickets")
        counted = f"{title} · {contact.earlier_total}" if contact.earlier else title
        self._earlier_title.setText(counted.upper())
        rows = self._earlier.take(len(contact.earlier))
        for row, ticket in zip(rows, contact.earlier, strict=True):
            row.show_ticket(ticket)
        more = contact.earlier_total - len(contact.earlier)
        if contact.history_complete:
            self._first.setText(t("ContactPane", "This is the first one."))
        else:
            words = t("ContactPane", "None so far; older tickets are still being read.")
            self._first.setText(words)
        self._first.setVisible(not contact.earlier)
        self._more.setText(t("ContactPane", "and %n more", more) if more > 0 else "")
        self._more.setVisible(more > 0)
