"""A label with the key of an action, as it is now."""

from __future__ import annotations

from workspace.ui.keymap import word_of
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.widgets.labels import PlainLabel


class KeyLabel(PlainLabel):
    """Follows the settings; not there while the action has no key."""

    def __init__(self, settings: OwnSettings, action_id: str, *, chip: str = "") -> None:
        super().__init__(chip=chip)
        self._settings = settings
        self._action_id = action_id
        settings.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        word = word_of(self._action_id, self._settings.value)
        self.setText(word)
        self.setHidden(not word)
