"""The line under the conversation: who is writing, or where the link under the pointer leads."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.live_signs import LiveSigns
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.words import one_line

LONGEST = 160


class TypingLine(PlainLabel):
    """Attributes:
    signs: what is known of the ticket's live signs; tell it which ticket to watch.
    """

    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__("", parent, role="faint")
        self._ctx = ctx
        self._target = ""
        self._gives_way = False
        self.signs = LiveSigns(ctx.clock, self)
        self.signs.changed.connect(self._show)
        ctx.engine.live.connect(self.signs.take)
        ctx.theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        theme = self._ctx.theme
        self.setContentsMargins(theme.size("pane_pad_px"), 0, 8, theme.px(4))
        self.setFixedHeight(0 if self._gives_way and not self.text() else theme.px(22))

    def give_way(self, gives_way: bool) -> None:
        """Whether it keeps its place while it has nothing to say."""
        if gives_way != self._gives_way:
            self._gives_way = gives_way
            self._measure()

    def show_target(self, target: str) -> None:
        """Where a link leads is told here before anybody presses it; "" when none is meant."""
        self._target = target[:LONGEST]
        self._show()

    def _show(self) -> None:
        names = [one_line(name)[:60] for name in self.signs.who("typing", "customer")]
        agents = [one_line(name)[:60] for name in self.signs.who("typing", "agent")]
        text = ""
        if len(names) == 1:
            text = t("Conversation", "{who} is typing…", who=names[0])
        elif names:
            text = t("Conversation", "{who} are typing…", who=", ".join(names[:3]))
        if agents:
            reply = t("Conversation", "{who} is writing a reply…", who=", ".join(agents[:3]))
            text = f"{text}  {reply}".strip()
        self.setText(self._target or text)
        if self._gives_way:
            self._measure()
