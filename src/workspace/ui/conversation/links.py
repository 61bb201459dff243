"""Links in messages: only four schemes ever leave, and not before it is clear where they lead."""

from __future__ import annotations

from PySide6.QtCore import QUrl

from workspace.ui.conversation.text_blocks import Link
from workspace.ui.words import one_line

SCHEMES = ("http", "https", "mailto", "tel")


def safe_url(link: Link) -> QUrl | None:
    """The address as a URL if its scheme may be opened, else None."""
    text = "".join(sign for sign in link.target if sign.isprintable()).strip()
    if len(text) > 4000 or "\\" in text:
        return None
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in SCHEMES:
        return None
    if url.scheme().lower() in ("http", "https") and not url.host():
        return None
    return url


def readable_target(link: Link) -> str:
    """Where it leads, for a tooltip: the host in its wire form, so that look-alikes show."""
    url = safe_url(link)
    if url is None:
        return ""
    wire = bytes(url.toEncoded().data()).decode("ascii", "replace")
    return one_line(wire)[:300]


def readable_host(url: QUrl) -> str:
    """Host, address or number that would be reached."""
    if url.host():
        return url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    return one_line(url.path())[:200]


def names_its_target(link: Link, url: QUrl) -> bool:
    """The link's own words are its address, so that nothing more need be shown."""
    shown = one_line(link.shown).strip().casefold()
    host = readable_host(url).casefold()
    if not shown or not host:
        return False
    plain = shown.removeprefix("mailto:").removeprefix("tel:")
    if plain == host:
        return True
    guessed = QUrl(shown if "://" in shown else "https://" + shown)
    return guessed.host(QUrl.ComponentFormattingOption.FullyEncoded).casefold() == host
