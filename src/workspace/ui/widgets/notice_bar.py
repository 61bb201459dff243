"""Where notices show: a short stack over the window's lower edge, never in the way of typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workspace.ui.i18n import t
from workspace.ui.problems import in_one
from workspace.ui.runtime.notices import Notice, Notices
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import PlainLabel

MOST = 3


class NoticeCard(QFrame):
    """One notice with its action and a button that closes it."""

    def __init__(self, notice: Notice, theme: Theme, bar: NoticeBar) -> None:
        super().__init__(bar)
        self.notice = notice
        self.setProperty("notice", notice.kind)
        self.setAccessibleName(in_one((notice.text, notice.detail)))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(2)
        self._text: PlainLabel | None = None
        for text, role in ((notice.text, ""), (notice.detail, "faint")):
            if text:
                label = PlainLabel(text, role=role)
                label.setWordWrap(True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                words.addWidget(label)
                self._text = self._text or label
        row.addLayout(words, 1)
        if notice.action:
            action = QPushButton(notice.action)
            action.setObjectName("notice_action")
            action.setFocusPolicy(
                Qt.FocusPolicy.TabFocus
            )  # a click leaves the keys where they were
            action.clicked.connect(lambda: bar.act(self))
            row.addWidget(action)
        close = QPushButton("✕")
        close.setProperty("role", "quiet")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setAccessibleName(t("Notices", "Close this notice"))
        close.clicked.connect(lambda: bar.drop(self))
        row.addWidget(close)
        if notice.seconds > 0:
            QTimer.singleShot(round(notice.seconds * 1000), self, lambda: bar.drop(self))

    def step(self, notice: Notice) -> bool:
        """Say how far it is now; False if it is another notice. What has the focus keeps it."""
        known = self.notice
        if self._text is None or (known.action, known.detail) != (notice.action, notice.detail):
            return False
        self.notice = notice
        self._text.setText(notice.text)
        self.setAccessibleName(in_one((notice.text, notice.detail)))
        return True


class NoticeBar(QWidget):
    """Lies over the window's content; as large as its cards."""

    def __init__(self, notices: Notices, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._cards: list[NoticeCard] = []
        notices.posted.connect(self.post)
        notices.withdrawn.connect(self._withdraw)
        parent.installEventFilter(self)
        self.hide()

    def cards(self) -> list[NoticeCard]:
        """What shows, oldest first."""
        return list(self._cards)

    def post(self, notice: Notice) -> None:
        """Show a notice; one with the same key is replaced."""
        if notice.is_step and any(
            card.notice.key == notice.key and card.step(notice) for card in self.cards()
        ):
            return
        if notice.key:
            self._withdraw(notice.key)
        while len(self._cards) >= MOST:  # what only informs goes first: the others can be acted on
            self.drop(min(self._cards, key=lambda card: card.notice.kind != "info"))
        card = NoticeCard(notice, self._theme, self)
        self._cards.append(card)
        self._lay(card)
        card.show()  # else it counts for nothing when the height is reckoned
        self.show()
        self._lie()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, card.accessibleName()))

    def act(self, card: NoticeCard) -> None:
        """Do what the notice offers, and close it."""
        on_action = card.notice.on_action
        self.drop(card)
        if on_action is not None:
            on_action()

    def undo(self) -> bool:
        """Take back the last of what the notices offer to; False if none does."""
        card = next((card for card in reversed(self._cards) if card.notice.undoes), None)
        if card is not None:
            self.act(card)
        return card is not None

    def drop(self, card: NoticeCard) -> None:
        """Close a notice."""
        if card not in self._cards:
            return
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        if self._column.count():
            self._lie()
        else:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie()
        return super().eventFilter(watched, event)

    def _withdraw(self, key: str) -> None:
        for card in self.cards():
            if card.notice.key == key:
                self.drop(card)

    def _lay(self, card: NoticeCard) -> None:
        """Above the others, so that no button moves while somebody goes to press it."""
        self._column.insertWidget(0, card)

    def _lie(self) -> None:
        place = self.parentWidget()
        if place is None:
            return
        rail = self._theme.size("rail_px")
        width = min(self._theme.px(470), place.width() - rail - self._theme.px(24))
        height = max(self._column.heightForWidth(width), self._column.minimumSize().height())
        # Over queues and list: the composer and its buttons stay free.
        self.setGeometry(
            rail + self._theme.px(12), place.height() - height - self._theme.px(44), width, height
        )
        self.raise_()
