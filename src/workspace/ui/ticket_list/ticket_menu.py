"""The menu of the chosen tickets: the action table's entries, with their keys and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace.ui.bulk.facts import Chosen
from workspace.ui.i18n import t
from workspace.ui.keymap import word_of
from workspace.ui.ticket_list.menus import KINDS, TicketMenus, why_not
from workspace.ui.widgets.popup_menu import PopupMenu, unable

if TYPE_CHECKING:
    from workspace.ui.ticket_list.list_actions import ListActions

ONE_ONLY = ("open_tab", "reply", "note")
KEYS = {"assign": "assign", "tags": "tag", "snooze": "snooze"}
"""Kinds of choices whose menu has a key of its own: its action."""


class TicketMenu(PopupMenu):
    """All that can be done (`kind` “more”), or the choices of one kind. Gone when it closes."""

    def __init__(self, owner: ListActions, kind: str, chosen: Chosen) -> None:
        whole = t("Actions", "What can be done to the ticket")
        super().__init__(dict(_kind_words()).get(kind, whole), owner.view)
        self.setObjectName("ticket_menu")
        self.setToolTipsVisible(True)
        self._owner = owner
        self._chosen = chosen
        self._ids = list(chosen.ids)
        self._menus = TicketMenus(owner.ctx.clock.now_ms, self)
        actions = owner.actions
        self._menus.change_asked.connect(lambda change: actions.change(self._ids, change))
        self._menus.tag_asked.connect(lambda: actions.ask_tag(self._ids))
        self._menus.time_asked.connect(lambda: actions.ask_time(self._ids))
        self._menus.snooze_asked.connect(
            lambda until, on_reply: actions.snooze(self._ids, until, on_reply)
        )
        if kind == "more":
            self._fill()
        else:
            self._menus.fill(self, kind, chosen)

    def _fill(self) -> None:
        self._single()
        self.addSeparator()
        self._entry("claim", t("TicketMenu", "Claim"), "assign")
        for kind, text in _kind_words():
            self._choices(kind, text)
            if kind == "status":
                self._entry("solve", t("TicketMenu", "Solve"), "status")
        self._macros()
        if any(row.mentioned_at for row in self._chosen.rows):
            dismissing = self.addAction(
                self._with_key(t("TicketMenu", "Put the mention aside"), "dismiss_mention")
            )
            actions = self._owner.actions
            dismissing.triggered.connect(lambda _=False: actions.dismiss_mentions(self._ids))
        self.addSeparator()
        self._mark()

    def _macros(self) -> None:
        owner = self._owner
        for spec in owner.table:
            if spec.id == "macros" and spec.id in owner.made:
                action = self.addAction(self._with_key(spec.text, spec.id))
                action.triggered.connect(lambda _=False: owner.apply_macro(self._ids))

    def _single(self) -> None:
        """What opens or writes to one ticket."""
        owner = self._owner
        one = self._ids[0] if len(self._ids) == 1 else 0
        why = t("TicketMenu", "Choose a single ticket for this")
        opening = self.addAction(self._with_key(t("TicketMenu", "Open"), "open"))
        opening.triggered.connect(lambda _=False: owner.view.opened.emit(one))
        if not one:
            unable(opening, why)
        for spec in owner.table:
            if spec.id in ONE_ONLY and spec.id in owner.made:
                action = self.addAction(self._with_key(spec.text, spec.id))
                action.triggered.connect(lambda _=False, name=spec.id: self._start(one, name))
                if not one:
                    unable(action, why)

    def _start(self, ticket_id: int, name: str) -> None:
        self._owner.view.choose(ticket_id)
        self._owner.made[name].trigger()

    def _entry(self, kind: str, text: str, needs: str) -> None:
        action = self.addAction(self._with_key(text, kind))
        action.triggered.connect(lambda _=False: self._owner.act(kind, None, self._ids))
        if why := why_not(needs, self._chosen.facts.values()):
            unable(action, why)

    def _choices(self, kind: str, text: str) -> None:
        below = self.addMenu(self._with_key(text, KEYS[kind]) if kind in KEYS else text)
        below.setToolTipsVisible(True)
        if why := why_not(kind, self._chosen.facts.values()):
            unable(below.menuAction(), why)
        else:
            self._menus.fill(below, kind, self._chosen)

    def _mark(self) -> None:
        marks, ids = self._owner.marks, self._ids
        if all(one in marks for one in ids):
            action = self.addAction(self._with_key(t("TicketMenu", "Take the mark off"), "mark"))
            action.triggered.connect(lambda _=False: marks.drop(ids))
        else:
            action = self.addAction(self._with_key(t("TicketMenu", "Mark"), "mark"))
            action.triggered.connect(lambda _=False: marks.put(marks.ids.union(ids)))

    def _with_key(self, text: str, action_id: str) -> str:
        """Text and key side by side; the key itself belongs to the window's own action."""
        known = any(spec.id == action_id for spec in self._owner.table)
        key = word_of(action_id, self._owner.ctx.settings.value) if known else ""
        return f"{text}\t{key}" if key else text


def _kind_words() -> list[tuple[str, str]]:
    words = {
        "assign": t("TicketMenu", "Assign"),
        "team": t("TicketMenu", "Team"),
        "status": t("TicketMenu", "Status"),
        "priority": t("TicketMenu", "Priority"),
        "tags": t("TicketMenu", "Tags"),
        "snooze": t("TicketMenu", "Snooze"),
    }
    return [(kind, words[kind]) for kind in KINDS]
