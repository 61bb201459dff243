"""What is wrong with conditions of a queue, in the window's language."""

from __future__ import annotations

from collections.abc import Sequence

from workspace.domain.conditions import IS, KEYS, Conditions
from workspace.domain.search import LONGEST, MOST_TERMS
from workspace.ui.i18n import t
from workspace.ui.words import one_line


def problem_of(conditions: Conditions) -> str:
    """One sentence, "" where they can be used."""
    about = one_line(conditions.about)[:40]
    return {
        "": "",
        "nothing": t("QueueDialog", "Name at least one condition, for example team:returns."),
        "long": t("QueueDialog", "Conditions have up to %n characters.", LONGEST),
        "closing": t("QueueDialog", "A “)” has no “(” before it."),
        "deep": t("QueueDialog", "There are too many parentheses inside one another."),
        "many": t("QueueDialog", "There are more than %n words and conditions.", MOST_TERMS),
        "empty": t("QueueDialog", "“{key}:” needs a value right after the colon.", key=about),
        "of_messages": t(
            "QueueDialog",
            "“{key}:” is about single messages. A queue holds tickets: use it in the search.",
            key=about,
        ),
        "unknown_key": t(
            "QueueDialog",
            "There is no condition “{key}:”. There are: {keys}.",
            key=about,
            keys=" ".join(f"{key}:" for key in KEYS),
        ),
        "is": t("QueueDialog", "“is:” takes: {words}.", words=", ".join(IS)),
    }[conditions.fault]


def unknown_words(unknown: Sequence[str]) -> str:
    """A warning of names that stand for nothing here."""
    if not unknown:
        return ""
    named = ", ".join(one_line(each)[:40] for each in unknown[:3])
    return t("QueueDialog", "Nothing here is called so: {names}", names=named)
