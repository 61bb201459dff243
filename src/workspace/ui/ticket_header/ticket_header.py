"""The header over the conversation: what the ticket is, and its fields, changed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workspace.domain.commands import SetFields
from workspace.store.queries.rows import TicketRow
from workspace.ui.choices import cannot, status_choices, status_names
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.live_signs import LiveSigns
from workspace.ui.ticket_header.header_source import HeaderFacts, read_header
from workspace.ui.ticket_header.one_line import OneLine
from workspace.ui.ticket_header.tag_chips import TagChips
from workspace.ui.widgets.chips import ChipButton, Tone
from workspace.ui.widgets.flow import FlowLayout
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tooltip
from workspace.ui.widgets.laid_out_once import laid_out_once
from workspace.ui.widgets.painted import paint_glyph
from workspace.ui.widgets.popup_menu import PopupMenu
from workspace.ui.words import one_line, priority_word, state_word, status_word

_STATUS_TONES: dict[str, Tone] = {
    "new": "warn",
    "open": "accent",
    "pending": "warn",
    "solved": "good",
}


class WhoElse(QWidget):
    """Colleagues who look at the ticket now: an eye and their names."""

    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        """These are here; nobody hides it."""
        self._text = ", ".join(one_line(name)[:40] for name in names[:3])
        spoken = t("TicketHeader", "Also here: {who}", who=self._text) if names else ""
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tooltip(spoken))
        self.setVisible(bool(names))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._ctx.theme.px(20)
        wide = self.fontMetrics().horizontalAdvance(self._text) + side
        return QSize(min(wide, self._ctx.theme.px(180)), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ctx.theme
        painter = QPainter(self)
        side = theme.px(15)
        eye = QRectF(0, (self.height() - side) / 2, side, side)
        paint_glyph(painter, eye, "eye", theme.color("text_quiet"))
        painter.setPen(theme.color("text_quiet"))
        area = self.rect().adjusted(side + theme.px(4), 0, 0, 0)
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class TicketHeader(QFrame):
    """Every change goes to the outbox with the value the agent saw, and shows at once.

    Signals:
        changed: a change of fields lies in the outbox.
        ready: it shows the ticket it was told to show, or that there is none.
    """

    changed = Signal()
    ready = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket_id: int | None = None
        self._facts: HeaderFacts | None = None
        self.signs = LiveSigns(ctx.clock, self)
        self.subject = ElidedLabel("", self, role="title")
        self.reference = PlainLabel("", self, role="faint")
        self.reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.who_else = WhoElse(ctx, self)
        self._chips = QWidget(self)
        # From one ticket to the next nothing below may move: that would lay it out anew, twice.
        keeps = self._chips.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._chips.setSizePolicy(keeps)
        gap = ctx.theme.px(5)
        self._flow = FlowLayout(self._chips, gap)
        self.status = self._chip("accent", self.open_status_menu)
        self.assignee = self._chip("quiet", self.open_assignee_menu)
        self.team = self._chip("quiet", self.open_team_menu)
        self.priority = self._chip("quiet", self.open_priority_menu)
        self.fields = self._chip("quiet", self.open_fields, menu=False)
        self.pending = PlainLabel("", self, chip="warn")
        self.tags = TagChips(ctx, self._chips, self._flow)
        first = (self.status, self.assignee, self.team, self.priority, self.fields)
        self._one_line = OneLine(
            self._chips,
            self.tags.rest,
            gap,
            lambda: (*first, *self.tags.all_chips),
            lambda: 0 if self.tags.edit.isHidden() else self.tags.edit.width() + gap,
        )
        self._lay_out()
        self._connect()
        self._show()

    def _chip(self, tone: Tone, press: Callable[[], None], *, menu: bool = True) -> ChipButton:
        chip = ChipButton(self._ctx.theme, "", tone, menu_mark=menu, parent=self._chips)
        chip.clicked.connect(press)
        self._flow.addWidget(chip)
        return chip

    def _lay_out(self) -> None:
        theme = self._ctx.theme
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self.subject, 1)
        top.addWidget(self.pending)  # here it can come and go without moving anything below
        top.addWidget(self.reference)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self._chips, 1)
        below.addWidget(self.who_else, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        pad = theme.size("pane_pad_px")
        layout.setContentsMargins(pad, theme.px(10), pad, theme.px(9))
        layout.setSpacing(theme.px(5))
        layout.addLayout(top)
        layout.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        bus = self._ctx.bus
        bus.tickets_changed.connect(self._on_changed)
        for signal in (bus.outbox_changed, bus.accounts_changed, bus.refresh_all):
            signal.connect(self._refresh)
        self._ctx.engine.live.connect(self.signs.take)
        self.signs.changed.connect(
            lambda: self.who_else.show_names(self.signs.who("viewing", "agent"))
        )
        self.tags.reshaped.connect(self._one_line.fold)
        self.tags.added.connect(lambda tag: self._enqueue(tags_add=(tag,)))
        self.tags.removed.connect(lambda tag: self._enqueue(tags_remove=(tag,)))

    def fit(self, *, is_short: bool) -> None:
        """In a short window its chips keep to one line."""
        self._one_line.set_on(is_short)

    # --- showing -----------------------------------------------------------------------------

    def show_ticket(
        self, ticket_id: int | None, at_entry: int | None = None, *, is_held: bool = False
    ) -> None:
        """Show this ticket; None empties the header.

        With `is_held` what stands in it stays, but does nothing, until the ticket is read or
        `clear` is called: nobody sees it meanwhile.
        """
        if ticket_id == self._ticket_id:
            return
        self._ticket_id = ticket_id
        self._facts = None
        self.signs.stop()
        if not is_held or ticket_id is None:
            self._show()
        self._refresh()

    def clear(self) -> None:
        """Stand empty until the ticket is read."""
        if self._facts is None:
            self._show()

    def _on_changed(self, tickets: set[int]) -> None:
        if self._ticket_id in tickets:
            self._refresh()

    def _refresh(self) -> None:
        ticket_id = self._ticket_id
        if ticket_id is not None:
            self._ctx.reads.ask(
                read_header,
                ticket_id,
                then=lambda facts: self._take(ticket_id, facts),
                owner=self,
                topic="header",
            )

    def _take(self, ticket_id: int, facts: HeaderFacts | None) -> None:
        if ticket_id != self._ticket_id:
            return
        self._facts = facts
        if facts is not None:
            self.signs.watch(facts.ticket.account_id, facts.ticket.remote_id)
        self._show()
        self.ready.emit()

    def _show(self) -> None:
        facts = self._facts
        self._chips.setVisible(facts is not None)
        if facts is None:
            self.subject.set_text("")
            self.reference.setText("")
            self.pending.hide()
            return
        with laid_out_once(self._flow):
            self._show_facts(facts)
        self._one_line.fold()

    def _show_facts(self, facts: HeaderFacts) -> None:
        ticket = facts.ticket
        self.subject.set_text(ticket.subject or t("TicketHeader", "(no subject)"))
        self.reference.setText(f"#{one_line(ticket.remote_id)} · {ticket.account}")
        self.status.set_tone(_STATUS_TONES.get(ticket.status, "quiet"))
        label = self._status_label(facts)
        self._say(
            self.status, "set_status", label, t("TicketHeader", "Status {status}", status=label)
        )
        assignee = one_line(ticket.assignee_name) or t("TicketHeader", "Unassigned")
        self._say(
            self.assignee,
            "set_assignee",
            assignee,
            t("TicketHeader", "Assignee {who}", who=assignee),
        )
        team = one_line(ticket.team_name or ticket.team) or t("TicketHeader", "No team")
        self._say(self.team, "set_team", team, t("TicketHeader", "Team {team}", team=team))
        priority = priority_word(ticket.priority) or t("TicketHeader", "No priority")
        spoken = t("TicketHeader", "Priority {priority}", priority=priority)
        self._say(self.priority, "set_priority", priority, spoken)
        self.tags.show_tags(ticket.tags, cannot(facts.capabilities, "set_tags"))
        self.fields.set_chip_text(t("TicketHeader", "Fields"))
        self.fields.setAccessibleName(t("TicketHeader", "Show and change fields"))
        self.fields.setVisible(bool(facts.directory.fields or any(ticket.custom_fields.values())))
        self._show_pending(ticket)

    def _status_label(self, facts: HeaderFacts) -> str:
        ticket = facts.ticket
        names = status_names(facts.directory, ticket.team)
        return names.get(ticket.backend_status) or status_word(ticket.status)

    def _say(self, chip: ChipButton, ability: str, text: str, spoken: str) -> None:
        assert self._facts is not None
        why = cannot(self._facts.capabilities, ability)
        chip.set_chip_text(text[:60])
        chip.setEnabled(not why)
        chip.setAccessibleName(spoken)
        chip.setAccessibleDescription(why)
        chip.setToolTip(plain_tooltip(why or spoken))

    def _show_pending(self, ticket: TicketRow) -> None:
        state = ticket.pending_state
        self.pending.setVisible(bool(ticket.pending and state))
        if ticket.pending and state:
            bad = state in ("failed", "conflict", "in_doubt")
            self.pending.setText(state_word(state))
            self.pending.set_look("chip", "bad" if bad else "warn")

    # --- changing ----------------------------------------------------------------------------

    def open_status_menu(self) -> None:
        """Choose another status."""
        facts = self._facts
        if facts is None:
            return
        choices = [
            (choice.value, choice.label) for choice in status_choices(facts.directory, facts.ticket)
        ]
        now = facts.ticket.backend_status or facts.ticket.status
        self._choose(self.status, "status", now, [(now, self._status_label(facts)), *choices])

    def open_assignee_menu(self) -> None:
        """Give the ticket to somebody, to oneself first of all."""
        facts = self._facts
        if facts is None:
            return

        def label(remote_id: str, name: str) -> str:
            return t("TicketHeader", "Me ({name})", name=name) if remote_id == facts.me else name

        agents = [(remote_id, label(remote_id, name)) for remote_id, name in facts.directory.agents]
        nobody = ("", t("TicketHeader", "Nobody"))
        self._choose(self.assignee, "assignee", facts.ticket.assignee, [*agents, nobody])

    def open_team_menu(self) -> None:
        """Move the ticket to another team."""
        if self._facts is not None:
            teams = self._facts.directory.teams
            self._choose(self.team, "team", self._facts.ticket.team, teams)

    def open_priority_menu(self) -> None:
        """Choose another priority."""
        if self._facts is not None:
            words = [(word, priority_word(word)) for word in self._facts.directory.priorities]
            self._choose(self.priority, "priority", self._facts.ticket.priority, words)

    def _choose(
        self, chip: ChipButton, field: str, now: str, choices: Sequence[tuple[str, str]]
    ) -> None:
        """A menu of values under the chip; the one in force is checked."""
        if not chip.isEnabled():
            return
        menu = PopupMenu(chip.accessibleName(), self)
        for value, label in choices:
            action = menu.addAction(one_line(label)[:80].replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == now)
            if value != now:
                change = {field: value, "base": {field: now}}
                action.triggered.connect(partial(self._enqueue_change, change))
        anchor = self._one_line.anchor(chip)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _enqueue_change(self, change: dict[str, Any], _checked: bool = False) -> None:
        self._enqueue(**change)

    def open_tag_editor(self) -> None:
        """Type a new tag."""
        self.tags.open_editor()

    def copy_link(self) -> None:
        """Put the ticket's `workspace:` link on the clipboard."""
        if self._facts is not None:
            from workspace.domain.links import make_link

            ticket = self._facts.ticket
            QGuiApplication.clipboard().setText(make_link(ticket.account, ticket.remote_id))
            self._ctx.notices.show(t("TicketHeader", "The ticket's link is copied."), "good")

    def open_fields(self) -> None:
        """Custom fields in a small window."""
        facts = self._facts
        if facts is None:
            return
        why = cannot(facts.capabilities, "set_custom_fields")
        from workspace.ui.ticket_header.fields_dialog import FieldsDialog

        dialog = FieldsDialog(self._ctx, facts.ticket, facts.directory, why, self)
        dialog.changed.connect(self._set_fields)
        dialog.open()

    def _set_fields(self, fields: dict[str, list[str]]) -> None:
        if self._facts is not None:
            seen = self._facts.ticket.custom_fields
            base = {name: ", ".join(seen.get(name, [])) for name in fields}
            self._enqueue(custom_fields=fields, base=base)

    def _enqueue(self, **fields: Any) -> None:
        """One change into the outbox; the overlay shows it at the next read."""
        facts = self._facts
        if facts is None:
            return
        ticket = facts.ticket
        command = SetFields(**fields)
        self._ctx.writes.submit(
            lambda door: door.enqueue(
                ticket.account_id,
                ticket.remote_id,
                [command],
                base_revision=ticket.revision,
                base_entry="",
            ),
            done=lambda _: self._on_enqueued(ticket.id),
            failed=self._ctx.notices.error,
            owner=self,
        )

    def _on_enqueued(self, ticket_id: int) -> None:
        self._ctx.engine.call("outbox.changed")
        self._ctx.bus.announce({ticket_id}, entries_of={ticket_id}, outbox=True)
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._ctx.theme.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
