"""Macros at one composer: palette, keys, applying, what rides along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from workspace.domain.macro_attached import Attached
from workspace.domain.macro_plan import Into, Plan, make_plan
from workspace.macro_files import MacroFile, attachment
from workspace.store.queries.macro_targets import TicketTarget, read_targets
from workspace.ui.composer.composer import Composer
from workspace.ui.composer.draft_book import DraftKey
from workspace.ui.i18n import t
from workspace.ui.macros.at_once import AtOnce
from workspace.ui.macros.chosen import Chosen, choose
from workspace.ui.macros.effect_words import effect_lines
from workspace.ui.macros.keys import keys_of_window
from workspace.ui.macros.library import library_of, window_language
from workspace.ui.macros.rides_along import RidesAlong
from workspace.ui.macros.strip import RideStrip
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.ui.macros.palette import MacroPalette


class MacroRoom(QObject):
    """GUI thread; lives with its composer."""

    def __init__(self, ctx: WindowContext, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._composer = composer
        self._by_slash = False
        self._mode: Into = "reply"
        self._many: Callable[[Chosen], object] | None = None
        self._palette: MacroPalette | None = None
        self.library = library_of(ctx)
        self.rides = RidesAlong(ctx, composer, self)
        self.strip = RideStrip(ctx, composer, self.rides)
        self.at_once = AtOnce(ctx, self)
        composer.add_strip(self.strip)
        composer.left.connect(self._on_left)
        composer.opened.connect(self._give_keys)
        self._give_keys()

    def _give_keys(self) -> None:
        """To the window that the composer is in by now."""
        keys_of_window(self._ctx, self._composer.window(), self.library)

    # --- the palette --------------------------------------------------------------------------

    @property
    def palette(self) -> MacroPalette:
        """Made when first opened; it lies over the composer's window."""
        from workspace.ui.macros.palette import MacroPalette

        window = self._composer.window()
        if self._palette is None or self._palette.parentWidget() is not window:
            self._palette = MacroPalette(self._ctx, self.library, window)
            self._palette.chosen.connect(self._on_chosen)
            self._palette.closed.connect(self._on_closed)
            self._palette.edit_asked.connect(self.open_editor)
            self.destroyed.connect(self._palette.deleteLater)
        return self._palette

    def open(self, *, by_slash: bool = False) -> None:
        """For the ticket in front, into the pane in front."""
        known, mode = self._composer.known, self._composer.mode
        if known is None or mode == "local":
            self._say_where()
            return
        self._by_slash, self._many, self._mode = by_slash, None, mode
        window = self._composer.window()
        corner = self._composer.mapTo(window, self._composer.rect().topLeft())
        self.palette.open(self._mode, QRect(corner, self._composer.size()))
        self._read([known.ticket.id])

    def open_for(self, ticket_ids: Sequence[int], apply: Callable[[Chosen], object]) -> None:
        """For several tickets: text is sent as a reply to each."""
        self._by_slash, self._many, self._mode = False, apply, "reply"
        self.palette.open("reply")
        self._read(ticket_ids)

    def _read(self, ticket_ids: Sequence[int]) -> None:
        self._ctx.reads.ask(
            read_targets,
            ticket_ids,
            now_ms=self._ctx.clock.now_ms(),
            window_language=window_language(),
            then=lambda found: self._show(ticket_ids, found),
            owner=self,
            topic="targets",
        )

    def _show(self, ticket_ids: Sequence[int], found: dict[int, TicketTarget]) -> None:
        if self.palette.isVisible():
            self.palette.show_targets([found[one] for one in ticket_ids if one in found])

    def _on_left(self) -> None:
        if self._palette is not None and self._many is None:
            self._palette.hide()

    def _on_closed(self) -> None:
        if self._many is not None:
            self._composer.window().setFocus()
        else:
            self._composer.focus_mode(self._mode)

    def open_editor(self, macro_id: str = "") -> None:
        """The editor, with the ticket in front for its preview."""
        from workspace.ui.macros.editor import open_editor

        known = self._composer.known
        open_editor(self._ctx, self.library, self._composer.window(), macro_id).preview_ticket(
            known.ticket.id if known else None
        )

    # --- applying -----------------------------------------------------------------------------

    def apply(self, macro_id: str) -> None:
        """A macro's own key: as if it had been chosen in the palette."""
        known, file = self._composer.known, self.library.file(macro_id)
        mode = self._composer.mode
        if known is None or file is None or mode == "local":
            self._say_where()
            return
        self._by_slash, self._many, self._mode = False, None, mode

        def show(found: dict[int, TicketTarget]) -> None:
            if target := found.get(known.ticket.id):
                self._on_chosen(choose(file, [target], self._mode))

        self._ctx.reads.ask(
            read_targets,
            [known.ticket.id],
            now_ms=self._ctx.clock.now_ms(),
            window_language=window_language(),
            then=show,
            owner=self,
            topic="targets",
        )

    def _say_where(self) -> None:
        """A macro writes to somebody and changes the ticket; what is kept here does neither."""
        if self._composer.mode == "local":
            self._composer.panes["local"].say(
                t("Macros", "Macros go with replies and with notes to colleagues.")
            )

    def _on_chosen(self, chosen: Chosen) -> None:
        if self._many is not None:
            self.library.used(chosen.file.id)
            self._many(chosen)
            return
        for row, why in chosen.left_out:
            self._ctx.notices.show(
                t("Macros", "Not applied to {ticket}: {why}.", ticket=row.ref, why=why), "warn"
            )
        for target, plan in chosen.goes:
            self._apply(chosen.file, target, plan)
            self.library.used(chosen.file.id)

    def _apply(self, file: MacroFile, target: TicketTarget, plan: Plan) -> None:
        assert file.macro is not None
        if not (plan.text or plan.files) and plan.unresolved:
            # Only its note is open: there it can be filled in before it goes.
            self._mode = "note"
            plan = make_plan(file.macro, target.target, "note")
        if not (plan.text or plan.files):
            self._take_slash_away()
            self.at_once.apply(file.macro.title(window_language()), target.row, plan)
            return
        key = self._composer.key(self._mode)
        if key is None or key.remote_id != target.row.remote_id:
            return  # another ticket came to the front
        if plan.text:
            self._composer.insert_macro(self._mode, plan.text, over_slash=self._by_slash)
        else:
            self._take_slash_away()
        if plan.files:
            self._attach(file, plan, key)
        if plan.rides_along:
            self.rides.add(key, attached_of(plan, file, self._ctx.clock.now_ms()))

    def _take_slash_away(self) -> None:
        if self._by_slash:
            self._composer.insert_macro(self._mode, "", over_slash=True)

    def _attach(self, file: MacroFile, plan: Plan, key: DraftKey) -> None:
        def found() -> list[Path]:
            return [attachment(file, name) for name in plan.files]

        def attach(paths: list[Path]) -> None:
            if self._composer.key(key.mode) == key:
                self._composer.attach(paths, key.mode)

        self.library.ask(found, attach, self)

    @property
    def is_shown(self) -> bool:
        """Its composer is on the screen."""
        return self._composer.isVisible()

    def is_at(self, widget: QWidget | None) -> bool:
        """Whether this is the composer of the pane that holds a widget."""
        pane = self._composer.parentWidget()
        return widget is not None and pane is not None and pane.isAncestorOf(widget)


def attached_of(plan: Plan, file: MacroFile, now_ms: int) -> Attached:
    """What is to be done when the draft is sent."""
    lines = [
        line.text
        for effect, line in zip(plan.effects, effect_lines(plan, now_ms), strict=True)
        if line.state == "done" and effect.kind not in ("reply", "note_draft", "file")
    ]
    snooze = file.macro.snooze if file.macro and plan.snooze_until is not None else ""
    return Attached(lines=tuple(lines), note=plan.note, fields=plan.fields, snooze=snooze)
