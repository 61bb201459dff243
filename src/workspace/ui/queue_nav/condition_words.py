"""What is wrong with conditions of a queue, in the window's language."""

from __future__ import annotations

import re
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


def faulty_spans(text: str, conditions: Conditions) -> list[tuple[int, int]]:
    """Where in the text the fault lies, as (start, end) in characters; [] where in no one place."""
    if conditions.fault == "closing":
        depth = 0
        for at, sign in enumerate(text):
            depth += (sign == "(") - (sign == ")")
            if depth < 0:
                return [(at, at + 1)]
        return []
    return word_spans(text, f"{conditions.about}:") if conditions.about else []


def word_spans(text: str, start: str) -> list[tuple[int, int]]:
    """Every condition that begins so, with its value; `team:` or `team:retruns`."""
    found = re.finditer(rf"(?<!\w){re.escape(start)}\S*", text, re.IGNORECASE)
    return [match.span() for match in found]


def examples() -> tuple[tuple[str, str], ...]:
    """Conditions to begin with, and what each holds."""
    return (
        ("is:waiting", t("QueueDialog", "the customer had the last word")),
        ("assignee:me", t("QueueDialog", "yours")),
        ("is:unassigned", t("QueueDialog", "nobody's")),
        ("priority:high", t("QueueDialog", "of this priority, in the backend's word")),
        ("tag:vip", t("QueueDialog", "with this tag")),
        ("channel:email", t("QueueDialog", "of this channel")),
        ("status:open,pending", t("QueueDialog", "of either status")),
        ("from:kim", t("QueueDialog", "of this customer")),
        ("OR", t("QueueDialog", "what stands before it or after it")),
        ("-", t("QueueDialog", "not what follows")),
    )
