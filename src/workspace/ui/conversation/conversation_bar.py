"""Over the conversation: which entries show and how many there are, find, and what else is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from workspace.store.queries.conversation_find import KindCounts
from workspace.ui.conversation.conversation_reading import Kind
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.glyph_button import GlyphButton
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tooltip

KINDS: tuple[Kind, ...] = ("", "message", "note", "activity")


_WORDS: dict[Kind, Callable[[], str]] = {
    "": lambda: t("Conversation", "All"),
    "message": lambda: t("Conversation", "Public"),
    "note": lambda: t("Conversation", "Notes"),
    "activity": lambda: t("Conversation", "Activity"),
}
_ONLY: dict[Kind, Callable[[], str]] = {
    "": lambda: t("Conversation", "Everything is shown"),
    "message": lambda: t("Conversation", "Only public messages are shown"),
    "note": lambda: t("Conversation", "Only internal notes are shown"),
    "activity": lambda: t("Conversation", "Only activity is shown"),
}


def kind_word(kind: Kind) -> str:
    """What a filter is called."""
    return _WORDS[kind]()


def only_words(kind: Kind) -> str:
    """The sentence that says what a filter leaves."""
    return _ONLY[kind]()


class FilterButton(QPushButton):
    """One of the filters; arrows go to its neighbours."""

    def sizeHint(self) -> QSize:
        """With room for strong letters, which Qt leaves out; so none moves when one is chosen."""
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(strong).horizontalAdvance(self.text())
        more = wide - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            parent = self.parentWidget()
            assert isinstance(parent, ConversationBar)
            parent.step(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


class ConversationBar(QFrame):
    """Signals:
    kind_chosen: a Kind.
    find_asked: the find bar is wanted.
    menu_asked: global QPoint for the menu of the conversation.
    counted: it says how many entries there are.
    """

    counted = Signal()
    kind_chosen = Signal(str)
    find_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._kind: Kind = ""
        self._counts: KindCounts | None = None
        self.setAccessibleName(t("Conversation", "What is shown"))
        theme = ctx.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(3), theme.px(8), theme.px(3))
        row.setSpacing(theme.px(2))
        self._roomy = True
        self.filters: dict[Kind, FilterButton] = {}
        for kind in KINDS:
            button = FilterButton(self)
            button.setProperty("role", "filter")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setObjectName(f"filter_{kind or 'all'}")
            button.clicked.connect(partial(self._on_clicked, kind))
            self.filters[kind] = button
            row.addWidget(button)
        row.addStretch(1)
        self.time = PlainLabel("", role="faint")
        self.time.hide()
        row.addWidget(self.time)
        self.find_button = GlyphButton(
            theme, "search", t("Conversation", "Find in this conversation")
        )
        self.find_button.clicked.connect(self.find_asked)
        row.addWidget(self.find_button)
        more = t("Conversation", "Copy, print, save")
        self.more_button = GlyphButton(theme, "more", more)
        self.more_button.clicked.connect(
            lambda: self.menu_asked.emit(
                self.more_button.mapToGlobal(self.more_button.rect().bottomLeft())
            )
        )
        row.addWidget(self.more_button)
        self._show()

    def show_kind(self, kind: Kind) -> None:
        """This filter is in force."""
        self._kind = kind
        self._show()

    def show_counts(self, counts: KindCounts | None, *, is_held: bool = False) -> None:
        """How many entries there are of each kind; None while that is not known.

        With `is_held` nobody sees the words of before, which stay until the next call.
        """
        self._counts = counts
        if not is_held:
            self._show()
        if counts is not None:
            self.counted.emit()

    def clear(self) -> None:
        """Stand without figures until they are read."""
        if self._counts is None:
            self._show()

    def show_time(self, text: str, spoken: str) -> None:
        """How long the agent was at this ticket."""
        self.time.setVisible(bool(text))
        if text != self.time.text():
            self.time.setText(text)
            self.time.setAccessibleName(spoken)
            self.time.setToolTip(plain_tooltip(spoken))

    def hidden_count(self) -> int:
        """How many entries the filter in force hides."""
        counts = self._counts
        if counts is None or not self._kind:
            return 0
        return counts.total - int(getattr(counts, self._kind))

    def step(self, by: int) -> None:
        """The neighbouring filter, in a circle."""
        at = (KINDS.index(self._kind) + by) % len(KINDS)
        focused = any(button.hasFocus() for button in self.filters.values())
        self.kind_chosen.emit(KINDS[at])
        if focused:
            self.filters[KINDS[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, kind: Kind, _checked: bool = False) -> None:
        self.kind_chosen.emit(kind)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Counts show where there is room for all of them; they are spoken in any case."""
        theme = self._ctx.theme
        strong = QFontMetrics(theme.font("small", strong=True))  # the chosen one's letters
        wide = theme.px(40) + (0 if self.time.isHidden() else self.time.sizeHint().width())
        wide += self.find_button.sizeHint().width() + self.more_button.sizeHint().width()
        for kind in self.filters:
            text = f"{kind_word(kind)} {self._count_of(kind)}"
            wide += strong.horizontalAdvance(text) + theme.px(20)
        roomy = wide <= self.width()
        if roomy != self._roomy:
            self._roomy = roomy
            self._show_texts()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _count_of(self, kind: Kind) -> str:
        counts = self._counts
        if counts is None:
            return ""
        return str(getattr(counts, kind) if kind else counts.total)

    def _show(self) -> None:
        self._show_texts()
        self._fit()

    def _show_texts(self) -> None:
        for kind, button in self.filters.items():
            word, count = kind_word(kind), self._count_of(kind)
            button.setText(f"{word} {count}".rstrip() if self._roomy else word)
            button.setChecked(kind == self._kind)
            button.setAccessibleName(f"{word}, {count}" if count else word)
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()  # now, not after a paint with words cut off


class HiddenStrip(QFrame):
    """Says as long as a filter is on that it hides something, and what arrived unseen.

    Signals:
        all_asked: show everything again.
    """

    all_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = ctx.theme
        self.setProperty("strip", "hidden")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.size("pane_pad_px"), theme.px(2), theme.px(8), theme.px(2))
        self.label = ElidedLabel("")
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.label, 1)
        self.button = QPushButton(t("Conversation", "Show all"))
        self.button.setProperty("role", "link")
        self.button.clicked.connect(self.all_asked)
        row.addWidget(self.button)
        self.hide()

    def say(self, kind: Kind, hidden: int, arrived: int) -> None:
        """Nothing where no filter is on."""
        words = [only_words(kind)]
        if hidden:
            words.append(t("Conversation", "%n entries are hidden", hidden))
        if arrived:
            words.append(t("Conversation", "%n of them new", arrived))
        self.label.set_text(" · ".join(words))
        self.setAccessibleName(self.label.text())
        self.setVisible(bool(kind))
