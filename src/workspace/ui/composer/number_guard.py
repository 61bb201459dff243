"""Holds a send back while the text holds a number of a card, a person or a bank account."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workspace.domain import sensitive
from workspace.domain.sensitive import Finding
from workspace.ui.composer.draft_book import DraftKey
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel

SHOWN = 3


def kind_words(finding: Finding) -> str:
    """What was found, in the person's language."""
    return {
        "card": t("Composer", "Card number"),
        "card_code": t("Composer", "Security code of a card"),
        "resident_number": t("Composer", "Resident registration number"),
        "iban": t("Composer", "Bank account number"),
    }[finding.kind]


class NumberGuard(QFrame):
    """A banner above the editor that names what was found and where, never the number itself.

    Where the settings only warn, the same press again goes through; where they block cards, it
    does not until the number is gone.
    """

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._seen: tuple[DraftKey, tuple[Finding, ...]] | None = None
        self.title = PlainLabel("", self, role="warn")
        self.title.setWordWrap(True)
        self.lines = [ElidedLabel("", self) for _ in range(SHOWN)]
        layout = QVBoxLayout(self)
        pad = ctx.theme.px(8)
        layout.setContentsMargins(pad, pad // 2, pad, pad // 2)
        layout.setSpacing(ctx.theme.px(2))
        layout.addWidget(self.title)
        for line in self.lines:
            layout.addWidget(line)
        self.hide()

    def holds(self, key: DraftKey, text: str) -> bool:
        """True if the send must wait: then the banner shows why, and this text counts as seen."""
        found = tuple(sensitive.find(text))
        if not found:
            self.dismiss()
            return False
        blocks = self._ctx.settings.value.card_numbers == "block" and any(
            one.kind in ("card", "card_code") for one in found
        )
        now = (key, found)
        if self._seen == now and not self.isHidden() and not blocks:
            return False
        self._seen = now
        self._show(found, blocks)
        return True

    def _show(self, found: Sequence[Finding], blocks: bool) -> None:
        if blocks:
            title = t("Composer", "Card numbers may not be sent. Take the number out of the text.")
        else:
            title = t(
                "Composer", "A number that should not be sent. Take it out, or send once more."
            )
        self.title.setText(title)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(found))
            if number < len(found):
                one = found[number]
                line.set_text(
                    t(
                        "Composer",
                        "{what} {number} in line {line}",
                        what=kind_words(one),
                        number=one.shown,
                        line=one.line,
                    )
                )
        self.setAccessibleName(title)
        self.show()

    def dismiss(self) -> None:
        """Sent, switched, or nothing to hold back."""
        self._seen = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ctx.theme.color("warn"), 1))
        painter.setBrush(self._ctx.theme.color("warn_soft"))
        radius = self._ctx.theme.size("radius_px")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
