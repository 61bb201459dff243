"""What a new message does, by the person's rules and quiet hours; and the words of its toast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workspace.settings import NotifyRule, Settings
from workspace.store.queries.news import News
from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t
from workspace.ui.words import channel_word, one_line

Then = Literal["sound", "toast", "count", "nothing"]

LONGEST_TITLE = 80
LONGEST_BODY = 220


@dataclass(frozen=True, slots=True)
class Toast:
    """Plain text for one ticket; 0: for several at once."""

    ticket_id: int
    title: str
    body: str


def queue_of(ticket: TicketRow) -> Literal["mine", "unassigned", "others"]:
    """Whose ticket it is, for rules."""
    if ticket.mine:
        return "mine"
    return "others" if ticket.assignee else "unassigned"


def fits(rule: NotifyRule, ticket: TicketRow, *, mention: bool = False) -> bool:
    """Whether a rule speaks of this ticket's message; of a note that names me with `mention`."""
    queues = ("mentions",) if mention else ("", queue_of(ticket), f"team:{ticket.team_name}")
    return (
        rule.account in ("", ticket.account)
        and rule.queue in queues
        and rule.priority in ("", ticket.priority)
    )


def is_quiet(settings: Settings, minute: int) -> bool:
    """Whether this minute of the local day lies in the quiet hours, which may span midnight."""
    first, last = settings.quiet_from, settings.quiet_to
    if first <= last:
        return first <= minute < last
    return minute >= first or minute < last


def decide(settings: Settings, ticket: TicketRow, minute: int, *, mention: bool = False) -> Then:
    """What a message in this ticket does at this minute of the local day."""
    fitting = (rule for rule in settings.notify_rules if fits(rule, ticket, mention=mention))
    found: Then = next((rule.then for rule in fitting), "count")
    if found in ("count", "nothing"):
        return found
    if not settings.notify or is_quiet(settings, minute):
        return "count"
    if found == "sound" and not settings.notify_sound:
        return "toast"
    return found


def toast_of(news: News, settings: Settings) -> Toast:
    """Who wrote and how it begins; or only that there is something, if so set."""
    ticket = news.ticket
    channel = channel_word(news.channel or ticket.channel)
    if not settings.notify_text:
        return Toast(ticket.id, t("Notifications", "New message"), channel)
    who = one_line(news.author or ticket.requester_name) or t("Notifications", "Customer")
    title = f"{who} · {channel}" if channel else who
    if news.mention:
        title = t("Notifications", "{who} names you in a note", who=who)
    words = one_line(news.words)
    subject = one_line(ticket.subject)
    is_said = words.startswith(subject.removesuffix("…"))  # a subject made of the message
    body = words if is_said else f"{subject}\n{words}"
    return Toast(ticket.id, _cut(title, LONGEST_TITLE), _cut(body, LONGEST_BODY))


def example(settings: Settings) -> Toast:
    """A toast to try the settings out."""
    if not settings.notify_text:
        return Toast(0, t("Notifications", "New message"), channel_word("email"))
    return Toast(
        0,
        f"{t('Notifications', 'Customer')} · {channel_word('email')}",
        t("Notifications", "This is how a new message shows."),
    )


def toast_of_many(tickets: int, messages: int) -> Toast:
    """One for all that came at once."""
    return Toast(
        0,
        t("Notifications", "%n new messages", messages),
        t("Notifications", "In %n tickets", tickets),
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
