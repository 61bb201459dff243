"""Over random histories a note never becomes public, what is kept only here never leaves, and a
reply keeps its ticket and recipient.
"""

from __future__ import annotations

from tests.faults.history import explore


def test_no_note_becomes_public_and_no_reply_changes_its_ticket_or_recipient() -> None:
    explore(examples=15, steps=20)
