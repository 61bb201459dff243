"""Find in the conversation that shows: opens the bar, marks the texts, goes to the matches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace.domain.tokens import fold
from workspace.store.queries.conversation_find import FoundEntry
from workspace.ui.conversation import conversation_access as access
from workspace.ui.conversation.conversation_source import ConversationSource
from workspace.ui.conversation.conversation_view import ConversationView
from workspace.ui.conversation.find_session import FindSession, found_key
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.ui.conversation.find_bar import FindBar


class Finding(QObject):
    """Holds the bar from its first opening on.

    `go_to` brings a place of the ticket into the loaded stretch, then calls what it is given.
    """

    def __init__(
        self,
        ctx: WindowContext,
        view: ConversationView,
        source: ConversationSource,
        go_to: Callable[[FoundEntry, Callable[[], None]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view = view
        self._source = source
        self._go_to = go_to
        self._over = parent
        self._words: tuple[str, ...] = ()
        self.bar: FindBar | None = None
        self.session = FindSession(ctx, self)
        self.session.changed.connect(self._on_changed)
        self.session.shown.connect(self._on_shown)

    @property
    def is_open(self) -> bool:
        """The bar shows."""
        return self.bar is not None and not self.bar.isHidden()

    def open(self) -> None:
        """Show the bar, with what is selected or was searched for."""
        bar = self.bar or self._make()
        selected = self._view.selected_text().strip()
        text = selected if selected and "\n" not in selected and len(selected) <= 100 else ""
        if not text and not bar.field.text() and self._words:
            text = max(self._words, key=len)
        self._source_changed()
        bar.open(text)
        if self.session.needle:
            self._view.mark_found((self.session.needle,))
            self.session.refresh()

    def step(self, by: int) -> None:
        """To the next or previous match; opens the bar where nothing is looked for yet."""
        if not self.is_open or not self.session.needle:
            self.open()
        else:
            self.session.step(by)

    def close(self) -> None:
        """Away with bar and marks; the keyboard goes back to the conversation."""
        if self.bar is not None:
            self.bar.hide()
        self._words = ()
        self.session.look_for("")
        self._view.mark_found(())
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_words(self, words: Sequence[str]) -> None:
        """Mark what a search found; it stays until another ticket or the bar's end."""
        self._words = tuple(folded for word in words if (folded := fold(word)))
        if not self.is_open:
            self._view.mark_found(self._words)

    def ticket_opened(self) -> None:
        """Another ticket shows: look in it for the same."""
        self._source_changed()
        self._view.mark_found((self.session.needle,) if self.session.needle else self._words)

    def entries_changed(self) -> None:
        """Entries came or changed."""
        self._source_changed()
        if self.is_open:
            self.session.refresh()

    def _source_changed(self) -> None:
        self.session.look_in(self._source.ticket_id, self._source.kind)

    def _make(self) -> FindBar:
        from workspace.ui.conversation.find_bar import FindBar

        bar = self.bar = FindBar(self._ctx, self._over)
        layout = self._over.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self._view), bar)
        QWidget.setTabOrder(bar.close_button, self._view)
        bar.typed.connect(self._on_typed)
        bar.step_asked.connect(self.session.step)
        bar.closed.connect(self.close)
        return bar

    def _on_typed(self, text: str) -> None:
        self.session.look_for(text)
        self._view.mark_found((self.session.needle,) if self.session.needle else ())

    def _on_changed(self) -> None:
        session = self.session
        if self.bar is not None:
            self.bar.show_place(
                session.at + 1, session.total, asked=bool(session.needle), cut=session.cut
            )

    def _on_shown(self, found: FoundEntry, number: int) -> None:
        key = found_key(found)

        def show() -> None:
            if self._view.show_found(key, number) and self.bar is not None:
                access.announce(self._view, self.bar.place.text())

        if not self._view.show_found(key, number):
            self._go_to(found, show)
        else:
            show()
