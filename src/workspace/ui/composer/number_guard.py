"""Holds a send back while the text holds a number of a card, a person or a bank account."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workspace.domain import sensitive
from workspace.domain.sensitive import Finding
from workspace.ui.composer.banner import Banner
from workspace.ui.composer.draft_book import DraftKey
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


def kind_words(finding: Finding) -> str:
    """What was found, in the person's language."""
    return {
        "card": t("Composer", "Card number"),
        "card_code": t("Composer", "Security code of a card"),
        "resident_number": t("Composer", "Resident registration number"),
        "iban": t("Composer", "Bank account number"),
    }[finding.kind]


class NumberGuard(Banner):
    """Names what was found and where, never the number itself.

    Where the settings only warn, the same press again goes through; where they block cards, it
    does not until the number is gone.
    """

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._seen: tuple[DraftKey, tuple[Finding, ...]] | None = None

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
        if blocks:
            title = t("Composer", "Card numbers may not be sent. Take the number out of the text.")
        else:
            title = t(
                "Composer", "A number that should not be sent. Take it out, or send once more."
            )
        self.show_lines(title, [_line(one) for one in found])
        return True

    def dismiss(self) -> None:
        """Sent, switched, or nothing to hold back."""
        self._seen = None
        super().dismiss()


def _line(one: Finding) -> str:
    return t(
        "Composer",
        "{what} {number} in line {line}",
        what=kind_words(one),
        number=one.shown,
        line=one.line,
    )
