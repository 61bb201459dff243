"""What the channel of a ticket allows a text to be, and why not."""

from __future__ import annotations

from workspace.ui.choices import cannot
from workspace.ui.composer.composer_source import Known
from workspace.ui.composer.draft_book import Mode
from workspace.ui.i18n import t
from workspace.ui.words import channel_word

LIVE_CHANNELS = ("web", "chat")  # somebody waits at the other end


def why_not_rich(known: Known, mode: Mode, channel: str = "") -> str:
    """Why this leaves as plain text, as typed; "" where formatting goes along.

    `channel`: of the draft; "" is the ticket's.
    """
    capabilities = known.capabilities
    if mode == "local":
        return t("Composer", "A note on this computer is kept as it is typed.")
    if not capabilities:
        return t("Composer", "Formatting is not known to work here, so the text leaves as typed.")
    if why := cannot(capabilities, "html"):
        return why
    if mode == "note":
        return ""
    allowed = capabilities.get("html_channels")
    channel = channel or known.ticket.channel
    if not isinstance(allowed, list) or not allowed or channel in allowed:
        return ""
    return t(
        "Composer",
        "{channel} carries plain text only, so the text leaves as typed.",
        channel=channel_word(channel),
    )


def why_not_later(known: Known, mode: Mode, channel: str = "") -> str:
    """Why this can't be sent at a later time; "" if it can."""
    if mode == "local":
        return t("Composer", "A note on this computer is sent nowhere, now or later.")
    if mode == "reply" and (channel or known.ticket.channel) in LIVE_CHANNELS:
        return t("Composer", "In a live chat somebody waits: it can only be sent now.")
    return ""
