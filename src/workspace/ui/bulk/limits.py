"""How many tickets can be changed at once, and why no more."""

from __future__ import annotations

from workspace.ui.i18n import t

MOST = 50_000
"""What leads each ticket back is kept in memory, 0.4 kB of it: of the changes made last, up to
twice so many tickets."""

MOST_SNOOZED = 2_000
"""Snoozes are kept here only, and laid over each list that is read: 40 microseconds each."""

MOST_BY_MACRO = 2_000
"""A macro makes words of its own for each ticket, all of them before the first is sent."""


def words_of_most() -> str:
    """Why not more can be changed."""
    return t(
        "Bulk",
        "At most %n tickets can be changed at once, for the way back of each is kept in memory:"
        " choose fewer.",
        MOST,
    )


def words_of_snoozed() -> str:
    """Why not more can be put off."""
    return t(
        "Bulk",
        "At most %n tickets can be snoozed at once, for each list that is read looks at all of"
        " them: choose fewer.",
        MOST_SNOOZED,
    )


def words_of_macro() -> str:
    """Why a macro can't be applied to more."""
    return t(
        "Bulk",
        "A macro can be applied to %n tickets at once at most, for each gets words of its own:"
        " choose fewer.",
        MOST_BY_MACRO,
    )
