"""What every pane of the window is given: the doors to data, words and looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workspace.clock import Clock
from workspace.paths import Paths
from workspace.ui.runtime.change_bus import ChangeBus
from workspace.ui.runtime.engine_link import EngineLink
from workspace.ui.runtime.notices import Notices
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.runtime.reads import Reads
from workspace.ui.runtime.writes import Writes
from workspace.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class WindowContext:
    """Passed to each pane; lives as long as the window. All of it is for the GUI thread."""

    paths: Paths
    reads: Reads
    writes: Writes
    engine: EngineLink
    bus: ChangeBus
    theme: Theme
    settings: OwnSettings
    notices: Notices
    clock: Clock
    t: Callable[..., str]
