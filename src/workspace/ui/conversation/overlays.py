"""What lies over the rows: a hint where there are none, the ways down and up to what is new."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton

from workspace.ui.conversation.conversation_reading import Kind
from workspace.ui.conversation.conversation_view import ConversationView
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel


def new_words(count: int) -> str:
    """Over what others wrote since the agent last looked."""
    return t("Conversation", "%n new since you looked", count)


def nothing_words(kind: Kind, complete: bool) -> str:
    """Why there is nothing to read."""
    if kind == "message":
        return t("Conversation", "There is no public message here.")
    if kind == "note":
        return t("Conversation", "There is no internal note here.")
    if kind == "activity":
        return t("Conversation", "There is no activity here.")
    if complete:
        return t("Conversation", "Nothing has been written here yet.")
    return t("Conversation", "The messages of this ticket are on their way.")


class Overlays(QObject):
    """Signals:
    down_asked: to the newest entry.
    up_asked: to the first that is new.
    """

    down_asked = Signal()
    up_asked = Signal()

    def __init__(self, ctx: WindowContext, view: ConversationView) -> None:
        super().__init__(view)
        self._ctx = ctx
        self._view = view
        self.hint = PlainLabel("", view.viewport(), role="quiet")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.down = QPushButton(view)
        self.up = QPushButton(view)
        for button in (self.down, self.up):
            button.setProperty("role", "primary")
            button.hide()
        self.down.clicked.connect(self.down_asked)
        self.up.clicked.connect(self.up_asked)
        view.viewport().installEventFilter(self)
        ctx.theme.changed.connect(self.place)

    def say(self, text: str) -> None:
        """The hint in place of rows; "" for none."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        if text:
            self.place()

    def show_down(self, unseen: int, *, far: bool) -> None:
        """The way down: to so many new ones, or to the end where that is not even loaded."""
        self.down.setVisible(unseen > 0 or far)
        if self.down.isHidden():
            return
        words = (
            t("Conversation", "%n new messages below", unseen)
            if unseen
            else t("Conversation", "To the newest")
        )
        self.down.setText("↓ " + words)
        self.place()

    def show_up(self, count: int) -> None:
        """The way up to what is new since the last look; 0 for none."""
        self.up.setVisible(count > 0)
        if count:
            self.up.setText("↑ " + new_words(count))
            self.place()

    def place(self) -> None:
        """Where they belong in a viewport of this size."""
        viewport = self._view.viewport().rect()
        gap = self._ctx.theme.px(10)
        self.hint.setGeometry(viewport.adjusted(24, 0, -24, 0))
        for button, top in ((self.up, True), (self.down, False)):
            if button.isHidden():
                continue
            button.adjustSize()
            y = gap if top else viewport.height() - button.height() - gap
            button.move((viewport.width() - button.width()) // 2, y)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)
