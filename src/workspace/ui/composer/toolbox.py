"""Brings the tools to the text: by the bar above the editor or by their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent

from workspace.store.connect import Reader
from workspace.ui import keymap
from workspace.ui.composer.channel_rules import why_not_rich
from workspace.ui.composer.draft_book import Mode
from workspace.ui.composer.format_bar import FormatBar
from workspace.ui.composer.mode_pane import ModePane
from workspace.ui.composer.tools import apply_format
from workspace.ui.composer.writing import Writing
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext

ACTIONS = (
    "bold",
    "italic",
    "bullets",
    "numbers",
    "quote",
    "code",
    "link",
    "emoji",
    "preview",
    "paste_plain",
    "send_later",
    "draft_history",
)


class Toolbox(QObject):
    """`handlers` takes what is more than a change of text: action -> what to do in a mode."""

    def __init__(
        self,
        ctx: WindowContext,
        writing: Writing,
        bar: FormatBar,
        mode: Callable[[], Mode],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._writing = writing
        self._bar = bar
        self._mode = mode
        self.handlers: dict[str, Callable[[Mode], None]] = {
            "preview": self._toggle_preview,
            "paste_plain": lambda mode: writing.panes[mode].edit.paste_plain(),
        }
        bar.asked.connect(self.use)
        for pane in writing.panes.values():
            self.serve(pane)

    def serve(self, pane: ModePane) -> None:
        """The tools' keys work in this pane's editor."""
        pane.edit.action_of = self._action_of
        pane.edit.tool_asked.connect(self.use)
        pane.preview_left.connect(self._on_preview_left)

    def _action_of(self, event: QKeyEvent) -> str:
        settings = self._ctx.settings.value
        return next((one for one in ACTIONS if keymap.presses(event, one, settings)), "")

    def refresh(self) -> None:
        """Another ticket, mode or channel: say which tools work."""
        known = self._writing.known
        if known is None and self._writing.is_reading:
            return  # they are told in a moment, and `use` asks: no going grey and back
        for mode, pane in self._writing.panes.items():
            draft = self._writing.draft(mode)
            why = why_not_rich(known, mode, draft.channel) if known else ""
            pane.set_rich(known is not None and not why)
            if mode == self._mode():
                self._bar.allow(why, "" if known else t("Composer", "Choose a ticket first."))
                self._bar.buttons["preview"].setChecked(pane.is_previewing)

    def use(self, action: str) -> None:
        """Do what this tool does in the mode in front, or say why not."""
        mode = self._mode()
        pane = self._writing.panes[mode]
        why = self._bar.why_not(action)
        if self._writing.known is None:
            why = t("Composer", "Choose a ticket first.")
        if why:
            pane.say(why)
            return
        if action in self.handlers:
            self.handlers[action](mode)
        elif not pane.edit.isReadOnly():
            pane.show_editor()
            apply_format(pane.edit, action)
            pane.edit.setFocus()
        self.refresh()

    # --- preview -------------------------------------------------------------------------------

    def _toggle_preview(self, mode: Mode) -> None:
        pane = self._writing.panes[mode]
        if pane.is_previewing:
            self._on_preview_left()
            return
        self._writing.take_text(mode)
        draft, known = self._writing.draft(mode), self._writing.known
        if known is None:
            return
        rich = not why_not_rich(known, mode, draft.channel)
        text, own = draft.text.strip("\n"), draft.html
        if not rich:
            pane.show_preview(text, None)
            return
        self._ctx.reads.ask(
            _render,
            text,
            own,
            then=lambda html: self._show(pane, text, html),
            owner=self,
            topic="preview",
        )

    def _show(self, pane: ModePane, text: str, html: str) -> None:
        pane.show_preview(text, html)
        self.refresh()

    def _on_preview_left(self) -> None:
        pane = self._writing.panes[self._mode()]
        pane.show_editor()
        pane.edit.setFocus()
        self.refresh()


def _render(_: Reader, text: str, own: str | None) -> str:
    """On a reader's thread, for the first time imports a parser."""
    from workspace.sanitise import sanitise
    from workspace.ui.composer.markdown import shown_html

    return sanitise(own).html if own is not None else shown_html(text)
