"""The question before a window closes over a change of many tickets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from workspace.ui.i18n import t


def ask(rest: int, window: QWidget | None, close: Callable[[QWidget], None]) -> None:
    """Whether to close although so many tickets were not come to; at once at most."""
    if window is None or window.findChild(QMessageBox, "close_over_bulk") is not None:
        return
    box = QMessageBox(window)
    box.setObjectName("close_over_bulk")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(t("Bulk", "A change is under way"))
    box.setText(t("Bulk", "A change has %n tickets still to come to.", rest))
    box.setInformativeText(
        t(
            "Bulk",
            "It goes on only while the window is open. What lies in the outbox goes out all the"
            " same; the other tickets stay as they are.",
        )
    )
    stay = box.addButton(t("Bulk", "Stay"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(t("Bulk", "Close all the same"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    leave.clicked.connect(lambda: close(window))
    box.open()
