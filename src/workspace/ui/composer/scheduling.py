"""Sending at a later time: put off, put off again, sent at once after all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import until_words


def ask_when(
    ctx: WindowContext, chosen: Callable[[int], object], parent: QWidget, their_time: str = ""
) -> None:
    """Open the dialog; `chosen` gets ms UTC. It closes without a word on Esc."""
    from workspace.ui.composer.later_dialog import LaterDialog

    dialog = LaterDialog(ctx, their_time, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.time_chosen.connect(chosen)
    dialog.open()


def reschedule(ctx: WindowContext, command_id: str, at: int, owner: QObject) -> None:
    """Another time for what waits in the outbox, in ms UTC; 0 sends it at once."""

    def done(_: object) -> None:
        ctx.engine.call("outbox.changed")
        ctx.bus.refresh()
        words = (
            t("Composer", "It will be sent {time}.", time=until_words(at, ctx.clock.now_ms()))
            if at
            else t("Composer", "It is being sent now.")
        )
        ctx.notices.show(words, "good", seconds=4.0)

    ctx.writes.submit(
        lambda door: door.reschedule(command_id, at),
        done=done,
        failed=ctx.notices.error,
        owner=owner,
    )
