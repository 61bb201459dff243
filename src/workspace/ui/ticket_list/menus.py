"""Menus of what can be done to the chosen tickets, made of what their accounts know and can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from workspace.ui.bulk import changes
from workspace.ui.bulk.changes import Change
from workspace.ui.bulk.facts import Chosen, Facts
from workspace.ui.choices import cannot, status_names
from workspace.ui.i18n import t
from workspace.ui.snooze_words import preset_times, until_words
from workspace.ui.widgets.popup_menu import WIDEST, unable
from workspace.ui.words import one_line, priority_word, status_word

MOST_TAGS = 30

KINDS = ("assign", "team", "status", "priority", "tags", "snooze")
_ABILITY = {
    "assign": "set_assignee",
    "team": "set_team",
    "status": "set_status",
    "priority": "set_priority",
    "tags": "set_tags",
}


class TicketMenus(QObject):
    """Fills menus. GUI thread only.

    Signals:
        change_asked: a Change to be made to the chosen tickets.
        snooze_asked: until (ms UTC, 0: until a reply), and whether a reply ends it.
        time_asked: the person wants to say until when.
        tag_asked: the person wants to type a tag.
    """

    change_asked = Signal(object)
    snooze_asked = Signal(object, bool)
    time_asked = Signal()
    tag_asked = Signal()

    def __init__(self, now_ms: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._now_ms = now_ms

    def fill(self, menu: QMenu, kind: str, chosen: Chosen) -> None:
        """Put the choices of one kind into a menu."""
        why = why_not(kind, chosen.facts.values())
        if why:
            unable(menu.addAction(why), why)
            return
        {
            "assign": self._assign,
            "team": self._team,
            "status": self._status,
            "priority": self._priority,
            "tags": self._tags,
            "snooze": self._snooze,
        }[kind](menu, chosen)

    def _add(self, menu: QMenu, label: str, change: Change) -> QAction:
        action = menu.addAction(one_line(label)[:WIDEST].replace("&", "&&"))
        action.triggered.connect(partial(self._ask, change))
        return action

    def _ask(self, change: Change, _checked: bool = False) -> None:
        self.change_asked.emit(change)

    # --- kinds ---------------------------------------------------------------------------

    def _assign(self, menu: QMenu, chosen: Chosen) -> None:
        mine = {facts.me for facts in chosen.facts.values()}
        self._add(menu, t("TicketMenu", "Me"), changes.claim())
        self._add(menu, t("TicketMenu", "Nobody"), changes.release())
        menu.addSeparator()
        for name, ids in by_name(chosen.facts.values(), lambda facts: facts.directory.agents):
            if not mine.intersection(ids.values()):
                self._add(menu, name, changes.assign(name, ids))

    def _team(self, menu: QMenu, chosen: Chosen) -> None:
        for name, ids in by_name(chosen.facts.values(), lambda facts: facts.directory.teams):
            self._add(menu, name, changes.to_team(name, ids))
        if menu.isEmpty():
            words = t("TicketMenu", "There are no teams")
            unable(menu.addAction(words), words)

    def _status(self, menu: QMenu, chosen: Chosen) -> None:
        if len(chosen.facts) == 1 and chosen.rows:
            (facts,) = chosen.facts.values()
            ours = {backend: word for backend, word, _, _ in facts.directory.statuses}
            names = status_names(facts.directory, chosen.rows[0].team)
            for backend, label in names.items():
                if ours[backend] != "new":
                    value = "solved" if ours[backend] == "solved" and one(ours, "solved") else ""
                    self._add(menu, label, changes.set_status(value or backend, label))
        if menu.isEmpty():
            for word in ("open", "pending", "on_hold", "solved"):
                self._add(menu, status_word(word), changes.set_status(word, status_word(word)))

    def _priority(self, menu: QMenu, chosen: Chosen) -> None:
        words = dict.fromkeys(
            word for facts in chosen.facts.values() for word in facts.directory.priorities
        )
        for word in words:
            self._add(menu, priority_word(word), changes.set_priority(word))
        if menu.isEmpty():
            words_why = t("TicketMenu", "There are no priorities")
            unable(menu.addAction(words_why), words_why)

    def _tags(self, menu: QMenu, chosen: Chosen) -> None:
        menu.addAction(t("TicketMenu", "Add a tag…")).triggered.connect(
            lambda _=False: self.tag_asked.emit()
        )
        tags = dict.fromkeys(tag for row in chosen.rows for tag in row.tags)
        if tags:
            menu.addSeparator()
        for tag in list(tags)[:MOST_TAGS]:
            label = t("TicketMenu", "Remove {tag}", tag=one_line(tag))
            self._add(menu, label, changes.remove_tag(tag))

    def _snooze(self, menu: QMenu, chosen: Chosen) -> None:
        now = self._now_ms()
        for words, time in preset_times(now):
            label = f"{words[:1].upper()}{words[1:]}"
            text = f"{label}\t{until_words(time.until, now)}" if time.until else label
            menu.addAction(text).triggered.connect(
                partial(self._ask_snooze, time.until, time.on_reply)
            )
        menu.addSeparator()
        menu.addAction(t("TicketMenu", "Another time…")).triggered.connect(
            lambda _=False: self.time_asked.emit()
        )
        if any(row.snoozed for row in chosen.rows):
            menu.addAction(t("TicketMenu", "Wake now")).triggered.connect(
                partial(self._ask_snooze, -1, False)
            )

    def _ask_snooze(self, until: int, on_reply: bool, _checked: bool = False) -> None:
        self.snooze_asked.emit(until, on_reply)


def one(ours: dict[str, str], status: str) -> bool:
    """Whether just one of the backend's words means this status of ours."""
    return list(ours.values()).count(status) == 1


def why_not(kind: str, facts: Iterable[Facts]) -> str:
    """Why no account of the chosen tickets can do this; "" if one can."""
    ability = _ABILITY.get(kind)
    reasons = [cannot(each.capabilities, ability) for each in facts] if ability else []
    return reasons[0] if reasons and all(reasons) else ""


def by_name(
    facts: Iterable[Facts], pairs: Callable[[Facts], Iterable[tuple[str, str]]]
) -> list[tuple[str, dict[int, str]]]:
    """Names, and who or what that is at each account that knows the name."""
    found: dict[str, tuple[str, dict[int, str]]] = {}
    for each in facts:
        for remote_id, name in pairs(each):
            shown = one_line(name) or remote_id
            if each.account_id in found.get(shown.casefold(), ("", {}))[1]:
                shown = f"{shown} ({remote_id})"  # two of one name at one account
            found.setdefault(shown.casefold(), (shown, {}))[1][each.account_id] = remote_id
    return [found[key] for key in sorted(found)]
