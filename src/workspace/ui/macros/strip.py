"""The line above the editor that says what else will happen when this draft is sent."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from workspace.domain.placeholders import unresolved
from workspace.ui.composer.composer import Composer
from workspace.ui.i18n import t
from workspace.ui.macros.rides_along import RidesAlong
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel


class RideStrip(QFrame):
    """Shown while something rides along with the draft in front."""

    def __init__(
        self,
        ctx: WindowContext,
        composer: Composer,
        rides: RidesAlong,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._composer = composer
        self._rides = rides
        self._is_held = False
        self.setObjectName("macro_strip")
        self.words = PlainLabel("", self)
        self.words.setWordWrap(True)
        self.write = QPushButton(t("Macros", "Write the note myself"), self)
        self.write.setProperty("role", "link")
        self.write.setObjectName("macro_write_note")
        self.drop = QPushButton(t("Macros", "Leave it out"), self)
        self.drop.setProperty("role", "link")
        self.drop.setObjectName("macro_drop")
        row = QHBoxLayout(self)
        pad = ctx.theme.px(8)
        row.setContentsMargins(pad, pad // 2, pad // 2, pad // 2)
        row.addWidget(self.words, 1)
        row.addWidget(self.write)
        row.addWidget(self.drop)
        self.drop.clicked.connect(self._on_drop)
        self.write.clicked.connect(self._on_write)
        rides.changed.connect(self._refresh)
        rides.held.connect(self._on_held)
        self._refresh()

    def _refresh(self) -> None:
        key = self._composer.key(self._composer.mode)
        attached = self._rides.of(key)
        self.setVisible(attached is not None)
        self._is_held = self._is_held and attached is not None and bool(unresolved(attached.note))
        self.write.setVisible(attached is not None and bool(attached.note))
        if attached is None:
            return
        if self._is_held:
            names = ", ".join(f"{{{{{one.name}}}}}" for one in unresolved(attached.note))
            text = t("Macros", "The note that goes along still has {names}.", names=names)
        else:
            lines = [line.replace(" ", "\u00a0") for line in attached.lines]
            text = t("Macros", "With it: {effects}", effects="\u00a0· ".join(lines))
        self.words.setText(text)
        self.words.set_look("role", "warn" if self._is_held else "quiet")
        self.setAccessibleName(text)
        self.drop.setAccessibleName(t("Macros", "Leave it out") + ": " + text)
        self.update()

    def _on_held(self) -> None:
        self._is_held = True
        self._refresh()
        self.write.setFocus()

    def _on_drop(self) -> None:
        key = self._composer.key(self._composer.mode)
        if key is not None:
            self._rides.drop(key)
            self._composer.focus_mode(key.mode)

    def _on_write(self) -> None:
        """The note's words become the note's draft: there they can be changed before they go."""
        key = self._composer.key(self._composer.mode)
        if key is not None and (note := self._rides.drop_note(key)):
            self._composer.insert_macro("note", note)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ctx.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("warn" if self._is_held else "line"), 1))
        painter.setBrush(theme.color("warn_soft" if self._is_held else "accent_soft"))
        radius = theme.size("radius_px")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
