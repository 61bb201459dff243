"""What the desk connector says of itself: manifest, capabilities, statuses, priorities."""

from __future__ import annotations

from workspace.domain.items import Capabilities, StatusItem
from workspace.domain.words import Status
from workspace.sync.connectors.contract import Manifest, Setting

MAX_ATTACHMENT_BYTES = 100 * 1024 * 1024

MANIFEST = Manifest(
    name="desk",
    title="Embedded desk",
    settings=(
        Setting(
            name="agent",
            label="Your name",
            required=False,
            help="How customers and colleagues see you. Empty: the desk's owner.",
        ),
        Setting(
            name="address",
            label="Your email address",
            required=False,
            help="Names one agent of the desk. Empty: the desk's owner.",
        ),
        Setting(
            name="path",
            label="Folder of the desk",
            kind="path",
            required=False,
            help="On a disk of this computer, not a network’s. Empty: in the base directory.",
        ),
    ),
    settle_s=2.0,
    poll_s=5.0,
    page_limit=2000,
    parallel=4,
    embedded=True,
)

HTML_CHANNELS = ("email",)

CAPABILITIES = Capabilities(
    reply=True,
    note=True,
    html=True,
    html_channels=HTML_CHANNELS,
    attachments=True,
    max_attachment_bytes=MAX_ATTACHMENT_BYTES,
    set_status=True,
    set_assignee=True,
    set_team=True,
    set_priority=True,
    set_tags=True,
    set_custom_fields=True,
    conditional_update=True,
    idempotent_push=True,
    find_sent=True,
    typing=True,
    presence=True,
    receipts=True,
    stream=True,
    search=True,
    deletions=True,
    merges=True,
    every_agent_reads=True,
)

STATUSES = (
    StatusItem(backend_status="new", status=Status.NEW, label="New"),
    StatusItem(backend_status="open", status=Status.OPEN, label="Open"),
    StatusItem(backend_status="waiting", status=Status.PENDING, label="Waiting for customer"),
    StatusItem(backend_status="on hold", status=Status.ON_HOLD, label="On hold"),
    StatusItem(backend_status="solved", status=Status.SOLVED, label="Solved"),
    StatusItem(backend_status="closed", status=Status.CLOSED, label="Closed"),
)

PRIORITIES = ("low", "normal", "high", "urgent")

ADDRESS_KINDS = {
    "email": ("email",),
    "whatsapp": ("whatsapp", "phone"),
    "messenger": ("messenger",),
    "web": ("web", "email"),
    "sms": ("phone",),
    "phone": ("phone",),
}
"""Which contact points of a person serve a channel, best first."""

WRITTEN_CHANNELS = ("email", "whatsapp", "messenger", "web", "sms")
"""Channels that carry a written reply; a phone call does not."""


def status_word(word: str) -> str | None:
    """The desk's own word for ours or its own; None if it is neither."""
    for item in STATUSES:
        if word in (item.backend_status, item.status.value):
            return item.backend_status
    return None


def status_of(word: str) -> Status:
    """Our status for the desk's word."""
    return next(item.status for item in STATUSES if item.backend_status == word)
