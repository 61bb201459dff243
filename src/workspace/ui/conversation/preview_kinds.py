"""Which attachments can be looked at inside the window: images and text, nothing else."""

from __future__ import annotations

from typing import Literal

from workspace.store.queries.rows import AttachmentRow

PreviewKind = Literal["", "image", "text"]

MOST_IMAGE_BYTES = 24 * 1024 * 1024
_IMAGES = ("png", "jpg", "jpeg", "gif", "webp", "bmp")
_TEXTS = ("txt", "log", "csv", "tsv", "md", "json", "xml", "yaml", "yml", "ini", "eml", "html")
_TEXT_TYPES = ("application/json", "application/xml", "message/rfc822")


def preview_kind(attachment: AttachmentRow) -> PreviewKind:
    """By type and by the ending of the name; what it truly is shows when it is decoded."""
    media = attachment.media_type.lower().partition(";")[0].strip()
    ending = attachment.name.lower().rpartition(".")[2]
    if (media.startswith("image/") and media != "image/svg+xml") or ending in _IMAGES:
        return "image" if attachment.size <= MOST_IMAGE_BYTES else ""
    if media.startswith("text/") or media in _TEXT_TYPES or ending in _TEXTS:
        return "text"
    return ""
