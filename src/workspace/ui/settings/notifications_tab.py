"""Which messages show a toast or sound, and when it is quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from workspace.settings import NOTIFY_RULES, NotifyRule
from workspace.store.connect import Reader
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.settings.form import SettingsForm
from workspace.ui.widgets.flow import FlowLayout
from workspace.ui.widgets.glyph_button import GlyphButton
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.painted import Glyph
from workspace.ui.words import one_line, priority_word


@dataclass(frozen=True, slots=True)
class Known:
    """What rules may name: accounts, their teams, and the backends' words for priorities."""

    accounts: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()


def read_known(reader: Reader) -> Known:
    """Accounts and all their priorities."""
    from workspace.store.queries.accounts import get_directory, list_accounts

    accounts = list_accounts(reader)
    found = [get_directory(reader, account.id) for account in accounts]
    return Known(
        tuple(account.name for account in accounts),
        tuple(sorted({name for each in found for _, name in each.teams})),
        tuple(dict.fromkeys(word for each in found for word in each.priorities)),
    )


class NotificationsTab(SettingsForm):
    """Signals: `try_asked`: show a toast as the settings are."""

    try_asked = Signal()

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx)
        self._known = Known()
        self.check(t("Settings", "Show notifications"), "notify")
        self.check(t("Settings", "Sound"), "notify_sound")
        self.check(t("Settings", "Show what messages say"), "notify_text")
        self._quiet_row()
        self.words(
            t(
                "Settings",
                "The first rule that fits a message decides. Without one it only counts on the"
                " badge.",
            ),
            "quiet",
        )
        holder = QWidget()
        self._rules = QVBoxLayout(holder)
        self._rules.setContentsMargins(0, 0, 0, 0)
        self.form.addRow(holder)
        buttons = self._line()
        for name, text, act in (
            ("add_rule", t("Settings", "Add a rule"), self._on_add),
            ("reset_rules", t("Settings", "Reset the rules"), self._on_reset),
            ("try_notification", t("Settings", "Try it"), self.try_asked.emit),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
        self._show_rules()
        ctx.reads.ask(read_known, then=self._on_known, owner=self, topic="known")

    def _line(self) -> FlowLayout:
        """A row that goes on below where the window is narrow."""
        holder = QWidget()
        self.form.addRow(holder)
        return FlowLayout(holder, self.ctx.theme.px(8))

    def _quiet_row(self) -> None:
        row = self._line()
        for field, name in (
            ("quiet_from", t("Settings", "Quiet from")),
            ("quiet_to", t("Settings", "Quiet until")),
        ):
            minute = getattr(self.ctx.settings.value, field)
            edit = QTimeEdit(QTime(minute // 60, minute % 60))
            edit.setObjectName(f"setting_{field}")
            edit.setAccessibleName(name)
            # The sheet's padding is that of the frame; the words inside have their own.
            edit.lineEdit().setTextMargins(self.ctx.theme.px(6), 0, 0, 0)
            edit.timeChanged.connect(
                lambda time, field=field: self.ctx.settings.change(
                    **{field: time.hour() * 60 + time.minute()}
                )
            )
            row.addWidget(PlainLabel(name))
            row.addWidget(edit)
        self.words(t("Settings", "The same time twice: never quiet."))

    def _on_known(self, known: Known) -> None:
        self._known = known
        self._show_rules()

    # --- rules ---------------------------------------------------------------------------

    def _show_rules(self) -> None:
        while (item := self._rules.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, rule in enumerate(self.ctx.settings.value.notify_rules):
            self._show_rule(number, rule)

    def _show_rule(self, number: int, rule: NotifyRule) -> None:
        fields: tuple[tuple[str, str, dict[str, str]], ...] = (
            (
                "queue",
                t("Settings", "Tickets"),
                {
                    "": t("Settings", "All tickets"),
                    "mine": t("Settings", "Mine"),
                    "unassigned": t("Settings", "Unassigned"),
                    "others": t("Settings", "Of colleagues"),
                    "mentions": t("Settings", "Notes that name me"),
                }
                | self._teams(rule.queue),
            ),
            (
                "account",
                t("Settings", "Account"),
                {"": t("Settings", "All accounts")} | _plain(self._known.accounts, rule.account),
            ),
            (
                "priority",
                t("Settings", "Priority"),
                {"": t("Settings", "Any priority")} | self._priorities(rule.priority),
            ),
            (
                "then",
                t("Settings", "What happens"),
                {
                    "sound": t("Settings", "Notify with sound"),
                    "toast": t("Settings", "Notify silently"),
                    "count": t("Settings", "Count only"),
                    "nothing": t("Settings", "Nothing"),
                },
            ),
        )
        holder = QWidget()
        self._rules.addWidget(holder)
        row = FlowLayout(holder, self.ctx.theme.px(6))
        for field, name, words in fields:
            combo = QComboBox()
            combo.setObjectName(f"rule_{number}_{field}")
            combo.setAccessibleName(
                t("Settings", "Rule {number}: {field}", number=number + 1, field=name)
            )
            for value, word in words.items():
                combo.addItem(word, value)
            combo.setCurrentIndex(max(0, combo.findData(getattr(rule, field))))
            combo.activated.connect(
                lambda _, field=field, combo=combo: self._change(
                    number, **{field: combo.currentData()}
                )
            )
            row.addWidget(combo)
        up = self._tool(number, "arrow_up", t("Settings", "Move up"), lambda: self._move(number))
        up.setDisabled(number == 0)
        row.addWidget(up)
        remove = self._tool(number, "cross", t("Settings", "Remove"), lambda: self._remove(number))
        row.addWidget(remove)

    def _teams(self, own: str) -> dict[str, str]:
        """`team:NAME` -> how it is called; a rule's own team is kept also if it is gone."""
        names = _plain(self._known.teams, own.removeprefix("team:") if ":" in own else "")
        return {f"team:{name}": t("Settings", "Team {name}", name=one_line(name)) for name in names}

    def _priorities(self, own: str) -> dict[str, str]:
        return {word: priority_word(word) for word in _plain(self._known.priorities, own)}

    def _tool(self, number: int, glyph: Glyph, name: str, act: Callable[[], None]) -> QWidget:
        button = GlyphButton(self.ctx.theme, glyph, name)
        button.setAutoDefault(False)
        button.setObjectName(f"rule_{number}_{glyph}")
        button.setAccessibleName(
            t("Settings", "Rule {number}: {field}", number=number + 1, field=name)
        )
        button.clicked.connect(act)
        return button

    def _keep(self, rules: list[NotifyRule]) -> None:
        self.ctx.settings.change(notify_rules=tuple(rules))
        self._show_rules()

    def _change(self, number: int, **fields: str) -> None:
        rules = list(self.ctx.settings.value.notify_rules)
        rules[number] = msgspec.structs.replace(rules[number], **fields)
        self.ctx.settings.change(notify_rules=tuple(rules))

    def _move(self, number: int) -> None:
        rules = list(self.ctx.settings.value.notify_rules)
        rules[number - 1], rules[number] = rules[number], rules[number - 1]
        self._keep(rules)

    def _remove(self, number: int) -> None:
        rules = list(self.ctx.settings.value.notify_rules)
        del rules[number]
        self._keep(rules)

    def _on_add(self) -> None:
        self._keep([*self.ctx.settings.value.notify_rules, NotifyRule(then="toast")])

    def _on_reset(self) -> None:
        self._keep(list(NOTIFY_RULES))


def _plain(words: tuple[str, ...], own: str) -> dict[str, str]:
    """Each word for itself; a rule's own is kept also where nothing has it any more."""
    return {word: word for word in dict.fromkeys((*words, *([own] if own else [])))}
