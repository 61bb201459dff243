"""What every pane of the window is given: the doors to data, words and looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from workspace.clock import Clock
from workspace.keys import DrawnCode
from workspace.paths import Paths
from workspace.store.files import SealedFiles
from workspace.ui.runtime.change_bus import ChangeBus
from workspace.ui.runtime.engine_link import EngineLink
from workspace.ui.runtime.notices import Notices
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.runtime.reads import Reads
from workspace.ui.runtime.trace import Trace
from workspace.ui.runtime.writes import Writes
from workspace.ui.theme.theme import Theme


class WindowContext(msgspec.Struct, frozen=True):
    """Passed to each pane; lives as long as the window. For the GUI thread, except `files`.

    Attributes:
        files: sealed attachments; opens the clear bytes by name, on worker threads only.
        t: `ui.i18n.t`.
        customers_pause: the file that pauses the demonstration's customers; None elsewhere.
        trace: what happened lately, in numbers, for the debugging view.
        recovery_code: draws a new one, on a worker thread; None where no key is kept.
    """

    paths: Paths
    reads: Reads
    writes: Writes
    engine: EngineLink
    bus: ChangeBus
    theme: Theme
    settings: OwnSettings
    notices: Notices
    clock: Clock
    files: Callable[[], SealedFiles]
    t: Callable[..., str]
    recovery_code: Callable[[], DrawnCode] | None = None
    customers_pause: Path | None = None
    trace: Trace = msgspec.field(default_factory=Trace)
