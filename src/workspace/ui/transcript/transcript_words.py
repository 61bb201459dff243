"""A conversation as plain text and as HTML that names nothing outside itself."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QDateTime, QLocale

from workspace.store.queries.rows import EntryRow, TicketRow
from workspace.ui.conversation.conversation_rows import is_pending
from workspace.ui.conversation.entry_words import activity_words, author_name, state_line
from workspace.ui.i18n import t
from workspace.ui.words import channel_word, one_line, size_word, status_word


def belongs(entry: EntryRow, *, with_notes: bool) -> bool:
    """Whether an entry is part of the transcript. A note is so only where notes are asked for."""
    return with_notes or entry.kind != "note"


def stamp(then_ms: int) -> str:
    """Date and time, short, in the person's zone and locale."""
    then = QDateTime.fromMSecsSinceEpoch(then_ms)
    return QLocale().toString(then, QLocale.FormatType.ShortFormat)


def heading(entry: EntryRow) -> str:
    """Who, when, by which channel; a note says that it is one before all else."""
    parts = [author_name(entry), stamp(entry.created_at)]
    if entry.kind == "note":
        is_local = entry.state == "local"
        parts.insert(
            0,
            t("Transcript", "NOTE ONLY ON THIS COMPUTER")
            if is_local
            else t("Transcript", "INTERNAL NOTE"),
        )
    elif entry.kind == "message" and entry.channel:
        parts.append(channel_word(entry.channel))
    line = state_line(entry, 0)
    if line is not None and is_pending(entry):  # it has not left yet, or never did
        parts.append(line.text)
    return " · ".join(parts)


def file_lines(entry: EntryRow) -> list[str]:
    """Its attachments, by name and size; their bytes are no part of a transcript."""
    return [
        t("Transcript", "Attachment: {name}", name=f"{one_line(file.name)} {size_word(file.size)}")
        for file in entry.attachments
    ]


def title_lines(ticket: TicketRow, *, with_notes: bool) -> list[str]:
    """What stands above the entries."""
    who = one_line(ticket.requester_name)
    lines = [
        one_line(ticket.subject) or t("Transcript", "(no subject)"),
        " · ".join(filter(None, (ticket.ref, who, status_word(ticket.status)))),
    ]
    if not with_notes:
        lines.append(t("Transcript", "Without internal notes"))
    return lines


def plain_entry(entry: EntryRow) -> str:
    """One entry as plain text."""
    if entry.kind == "activity":
        return f"* {activity_words(entry)} · {stamp(entry.created_at)}"
    text = entry.text.strip()
    if entry.kind == "note":
        text = "\n".join("| " + line for line in text.split("\n"))
    return "\n".join((heading(entry), *filter(None, (text, *file_lines(entry)))))


def html_entry(entry: EntryRow) -> str:
    """One entry as HTML made of its words alone, so that nothing can be loaded by it."""
    if entry.kind == "activity":
        return f"<p><small>{_safe(activity_words(entry))} · {stamp(entry.created_at)}</small></p>"
    body = "".join(f"<p>{_safe(line)}</p>" for line in (entry.text.strip(), *file_lines(entry)))
    whole = f"<p><b>{_safe(heading(entry))}</b></p>{body}"
    return f"<blockquote>{whole}</blockquote>" if entry.kind == "note" else whole


def plain_transcript(ticket: TicketRow, entries: Iterable[EntryRow], *, with_notes: bool) -> str:
    """All of it as plain text."""
    said = [plain_entry(entry) for entry in entries if belongs(entry, with_notes=with_notes)]
    return "\n\n".join(("\n".join(title_lines(ticket, with_notes=with_notes)), *said)) + "\n"


def html_transcript(ticket: TicketRow, entries: Iterable[EntryRow], *, with_notes: bool) -> str:
    """All of it as HTML for other programs."""
    title, *more = title_lines(ticket, with_notes=with_notes)
    top = f"<h3>{_safe(title)}</h3>" + "".join(f"<p>{_safe(line)}</p>" for line in more)
    said = [html_entry(entry) for entry in entries if belongs(entry, with_notes=with_notes)]
    return "\n".join((top, *said))


def _safe(text: str) -> str:
    return escape(text).replace("\n", "<br>")
