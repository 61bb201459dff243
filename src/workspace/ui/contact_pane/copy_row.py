"""A contact point: its kind and its value, copied by a press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QWidget

from workspace.ui.contact_pane.press_row import ROW_PAD_PX, PressRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.words import one_line

LABEL_PX = 84


class FactRow(PressRow):
    """Label and value on one line. A press puts the value on the clipboard."""

    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__(ctx, parent, room_px=5)
        self._label = self._value = ""
        self.setAccessibleDescription(t("ContactPane", "Press to copy"))
        self.clicked.connect(self._copy)

    def show_fact(self, label: str, value: str) -> None:
        """Show this."""
        value = one_line(value)
        if (label, value) == (self._label, self._value):
            return
        self.setDown(False)  # a press that began on another fact is none of this one
        self._label, self._value = label, value
        self.setText(value)
        self.setAccessibleName(f"{label} {value}")
        self.setToolTip(plain_tooltip(t("ContactPane", "Copy {value}", value=value)))
        self.update()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
        self._ctx.notices.show(t("ContactPane", "Copied."), seconds=2.0, key="copied")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ctx.theme
        painter = self.begin_paint()
        left = theme.px(LABEL_PX)
        pad = theme.px(ROW_PAD_PX)
        label_area = self.rect().adjusted(pad, 0, 0, 0)
        label_area.setWidth(left - theme.px(6))
        metrics = self.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(theme.color("text_faint"))
        label = metrics.elidedText(self._label, elide, label_area.width())
        painter.drawText(label_area, Qt.AlignmentFlag.AlignVCenter, label)
        area = self.rect().adjusted(left, 0, -pad, 0)
        painter.setPen(theme.color("text"))
        value = metrics.elidedText(self._value, elide, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, value)
        painter.end()
