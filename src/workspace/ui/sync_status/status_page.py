"""How sync and outbox stand, in detail."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.sync_status.account_cards import AccountCards
from workspace.ui.sync_status.outbox_list import OutboxList
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.room import resize_within


class StatusPage(QDialog):
    """Signals: `account_asked`; `ticket_asked(local ticket id)`."""

    account_asked = Signal()
    ticket_asked = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("Status", "Accounts and outbox"))
        resize_within(self, ctx.theme, 680, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([ctx.theme.size("pane_pad_px")] * 4))
        column.setSpacing(ctx.theme.px(12))
        self.accounts = AccountCards(ctx, removable=False)
        self.accounts.account_asked.connect(self.account_asked)
        self.outbox = OutboxList(ctx)
        self.outbox.ticket_asked.connect(self._on_ticket_asked)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for title, part in (
            (t("Status", "Accounts"), self.accounts),
            (t("Status", "Outbox"), self.outbox),
        ):
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, 0 if part is self.accounts else ctx.theme.px(12), 0, 0)
            inner.setSpacing(ctx.theme.px(8))
            inner.addWidget(PlainLabel(title, role="section"))
            inner.addWidget(part, 1)
            split.addWidget(holder)
        column.addWidget(split, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _on_ticket_asked(self, ticket_id: int) -> None:
        self.ticket_asked.emit(ticket_id)
        self.accept()
