"""Problems in the window's language: what each kind means and what to do, with its own detail.

What the engine and the connectors say is particular to the case; it stands below as detail.
"""

from __future__ import annotations

from workspace.domain.errors import WorkspaceError
from workspace.plain_words import words_at_hand
from workspace.ui.i18n import language_in_force, t
from workspace.ui.words import one_line

LONGEST_DETAIL = 600


def heading(kind: str) -> str:
    """What a kind of problem means and what to do about it; "" for a kind without words."""
    return _at_the_server(kind) or _on_this_computer(kind)


def _at_the_server(kind: str) -> str:
    return {
        "auth_failed": t(
            "Problems", "The sign-in was refused. Enter the password or token of the account again."
        ),
        "forbidden": t(
            "Problems", "You are not allowed to do this. Ask an administrator for the right."
        ),
        "rate_limited": t(
            "Problems", "The server asks for a pause. Nothing to do: it goes on by itself."
        ),
        "unavailable": t(
            "Problems", "The server can't be reached. Nothing to do: it is tried again by itself."
        ),
        "rejected": t("Problems", "The server said no. Change it, then send again."),
        "conflict": t(
            "Problems",
            "The ticket changed meanwhile. Look at what changed, then send again or drop it.",
        ),
        "bad_answer": t(
            "Problems",
            "The server's answer makes no sense. Check the address of the account, and any"
            " sign-in page in between.",
        ),
        "gone": t("Problems", "It no longer exists at the server."),
        "unsupported": t("Problems", "This ticket system or channel can't do that."),
        "in_doubt": t(
            "Problems", "It is not sure whether it was sent. It is not sent twice by itself."
        ),
    }.get(kind, "")


def _on_this_computer(kind: str) -> str:
    return {
        "held": t(
            "Problems",
            "So much would be deleted that it looks like a fault. Check at the server, then go on"
            " or wait.",
        ),
        "cancelled": t("Problems", "It was cancelled. Nothing of it was kept."),
        "paused": t("Problems", "The account is paused. Let it go on to synchronise and send."),
        "key_unavailable": t(
            "Problems", "The key to your data can't be read. Nothing was changed."
        ),
        "wrong_passphrase": t(
            "Problems",
            "This is not the passphrase. Try it again; mind the keyboard's language and capitals.",
        ),
        "recovery_code_needed": t(
            "Problems",
            "This desk will be the only copy of its tickets. Write down a recovery code first: it"
            " opens them when the keyring is lost or the passphrase forgotten.",
        ),
        "store": t(
            "Problems",
            "A file on this computer can't be read or written. Check that there is room on the"
            " disk.",
        ),
        "encryption_missing": t(
            "Problems",
            "The encryption of this installation does not work, so nothing is opened. Install"
            " Workspace again.",
        ),
        "schema_too_new": t(
            "Problems",
            "The data was written by a newer Workspace. Start the newer version.",
        ),
        "engine_unavailable": t(
            "Problems",
            "Synchronisation is not running just now. It is started again by itself; try again in"
            " a moment.",
        ),
        "contract_bug": t(
            "Problems",
            "The connector of this account has a fault, so the account is paused. Report it to"
            " the connector's author.",
        ),
        "wrong_code": t(
            "Problems",
            "This is not the recovery code. Compare it with what you wrote down; only the newest"
            " one counts.",
        ),
    }.get(kind, "")


def problem_words(kind: str, message: str, action: str = "") -> tuple[str, str]:
    """(heading, detail) of a problem; without words for its kind, its own are the heading."""
    say = words_at_hand(language_in_force()).say
    own = one_line(f"{say(message)} {say(action)}").replace("`", "")[:LONGEST_DETAIL]
    found = heading(kind)
    return (found, own) if found else (own, "")


def error_words(error: Exception) -> tuple[str, str]:
    """(heading, detail) of an error; one of no kind of ours is in the log."""
    if isinstance(error, WorkspaceError):
        return problem_words(error.kind, error.message, error.action)
    return (
        t(
            "Notices",
            "Something went wrong inside Workspace ({kind}). The log has the details.",
            kind=type(error).__name__,
        ),
        "",
    )


def in_one(words: tuple[str, str]) -> str:
    """Heading and detail where there is one text only."""
    return " ".join(filter(None, words))
