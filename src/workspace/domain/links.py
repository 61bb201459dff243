"""`workspace:` links: the address of a ticket on this computer."""

from __future__ import annotations

import urllib.parse
from typing import NamedTuple

from workspace.domain.errors import UsageError
from workspace.domain.words import ACCOUNT_NAME

SCHEME = "workspace:"
LONGEST = 600
LONGEST_ID = 200


class TicketLink(NamedTuple):
    """A ticket by the names that everything durable uses."""

    account: str
    remote_id: str


def make_link(account: str, remote_id: str) -> str:
    """The link of a ticket."""
    return f"{SCHEME}ticket/{account}/{urllib.parse.quote(remote_id, safe='')}"


def parse_link(text: str) -> TicketLink:
    """The ticket that a link names. Any program may hand one over; UsageError for what is none."""
    wrong = UsageError(
        "This is not a link of Workspace.", "Links look like workspace:ticket/ACCOUNT/ID."
    )
    if len(text) > LONGEST or not text.startswith(SCHEME):
        raise wrong
    parts = text.removeprefix(SCHEME).removeprefix("//").split("/")
    if len(parts) != 3 or parts[0] != "ticket" or not ACCOUNT_NAME.match(parts[1]):
        raise wrong
    try:
        remote_id = urllib.parse.unquote(parts[2], errors="strict")
    except UnicodeDecodeError as error:
        raise wrong from error
    if not 0 < len(remote_id) <= LONGEST_ID or not remote_id.isprintable():
        raise wrong
    return TicketLink(parts[1], remote_id)
