"""Looks, language, how long things are kept here; the demonstration's customers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from workspace.ui.i18n import LANGUAGES, t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.settings.form import SettingsForm

SCALES = (100, 110, 125, 150, 175, 200)
KEEP_DAYS = (0, 30, 90, 180, 365, 730)


class GeneralTab(SettingsForm):
    """See the module."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx)
        self.choice(
            t("Settings", "Theme"),
            {
                "system": t("Settings", "As the system"),
                "light": t("Settings", "Light"),
                "dark": t("Settings", "Dark"),
            },
            "theme",
        )
        self.choice(t("Settings", "Size of text"), {s: f"{s} %" for s in SCALES}, "scale")
        self.choice(
            t("Settings", "Motion"),
            {
                "system": t("Settings", "As the system"),
                "less": t("Settings", "As little as possible"),
            },
            "motion",
        )
        self.choice(
            t("Settings", "Language"),
            {"": t("Settings", "As the system"), **LANGUAGES},
            "language",
        )
        self.words(t("Settings", "Another language shows the next time Workspace starts."))
        kept = {
            days: t("Settings", "%n days", days) if days else t("Settings", "For ever")
            for days in sorted({*KEEP_DAYS, ctx.settings.value.keep_days})
        }
        self.choice(t("Settings", "Keep solved tickets on this computer"), kept, "keep_days")
        self.words(
            t(
                "Settings",
                "Solved tickets that rested longer are dropped here at the next start of"
                " synchronisation. At the backend nothing changes; an embedded desk keeps all.",
            )
        )
        if ctx.customers_pause is not None:
            self._offer_pause(ctx.customers_pause)

    def _offer_pause(self, flag: Path) -> None:
        """Only in the demonstration: its customers stop writing while a file lies there."""
        self._flag = flag
        self.customers = QPushButton()
        self.customers.setObjectName("pause_customers")
        self.customers.setCheckable(True)
        self.customers.setAutoDefault(False)
        self.customers.toggled.connect(self._on_pause)
        self.button(self.customers)
        self._say_pause(False)
        self.ctx.writes.run(flag.exists, done=self._show_pause, owner=self)

    def _show_pause(self, paused: bool) -> None:
        self.customers.blockSignals(True)
        self.customers.setChecked(paused)
        self.customers.blockSignals(False)
        self._say_pause(paused)

    def _on_pause(self, paused: bool) -> None:
        flag = self._flag
        self._say_pause(paused)
        self.ctx.writes.run(flag.touch if paused else lambda: flag.unlink(missing_ok=True))

    def _say_pause(self, paused: bool) -> None:
        self.customers.setText(
            t("Settings", "Let the simulated customers go on")
            if paused
            else t("Settings", "Pause the simulated customers")
        )
