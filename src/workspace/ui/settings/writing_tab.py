"""How replies are written and sent."""

from __future__ import annotations

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.settings.form import SettingsForm
from workspace.ui.spelling.rows import SpellingRows

UNDO_S = (0, 5, 10, 20, 30, 60)


class WritingTab(SettingsForm):
    """See the module."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx)
        self.choice(
            t("Settings", "Send with"),
            {
                "ctrl+enter": t("Settings", "Ctrl+Enter; Enter breaks the line"),
                "enter": t("Settings", "Enter; Shift+Enter breaks the line"),
            },
            "send_key",
        )
        waits = {
            seconds: t("Settings", "%n seconds", seconds)
            if seconds
            else t("Settings", "send at once")
            for seconds in sorted({*UNDO_S, ctx.settings.value.undo_s})
        }
        self.choice(t("Settings", "Time to take a reply back"), waits, "undo_s")
        self.choice(
            t("Settings", "Card numbers in a reply"),
            {
                "warn": t("Settings", "Ask before sending"),
                "block": t("Settings", "Never send"),
            },
            "card_numbers",
        )
        self.spelling = SpellingRows(self)
