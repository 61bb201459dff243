"""Putting mentions aside that need no answer: kept here, nobody at the backend hears of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from workspace.store.queries.rows import TicketRow
from workspace.ui.bulk.snoozing import read_rows
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


def dismiss(ctx: WindowContext, ids: Sequence[int], owner: QObject) -> None:
    """Take these tickets out of Mentions; the notice brings them back. GUI thread only."""

    def read(rows: list[TicketRow]) -> None:
        named = [row for row in rows if row.mentioned_at]
        if not named:
            ctx.notices.show(t("Bulk", "Nobody waits for your word here."))
            return
        ctx.writes.submit(
            lambda door: door.dismiss_mentions(named), done=lambda _: said(named), owner=owner
        )

    def said(rows: list[TicketRow]) -> None:
        ctx.bus.announce({row.id for row in rows})
        ctx.notices.show(
            t("Bulk", "Mention put aside: %n tickets", len(rows)),
            action=t("TicketActions", "Undo"),
            undoes=True,
            on_action=lambda: put_back(rows),
            key="mentions",
        )

    def put_back(rows: list[TicketRow]) -> None:
        ctx.writes.submit(
            lambda door: door.put_back_mentions(rows),
            done=lambda _: ctx.bus.announce({row.id for row in rows}),
            owner=owner,
        )

    ctx.reads.ask(read_rows, ids, then=read, owner=owner)
