"""What a macro's placeholders become: facts of one ticket, in the words of one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from workspace.domain.placeholders import FIELD, clean, first_name, last_name, name_in

_WEEKDAYS_KO = "월화수목금토일"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One ticket, its requester and the agent, as cached. Times in ms UTC; `zone` None is local."""

    customer_name: str = ""
    customer_language: str = ""
    addresses: tuple[tuple[str, str], ...] = ()
    company: str = ""
    ticket_id: str = ""
    subject: str = ""
    status: str = ""
    priority: str = ""
    team: str = ""
    channel: str = ""
    created_at: int = 0
    custom_fields: dict[str, list[str]] = field(default_factory=dict)
    agent_name: str = ""
    account: str = ""
    now_ms: int = 0
    zone: tzinfo | None = None


def values(facts: Facts, language: str) -> dict[str, str]:
    """Placeholder -> value; "" where nothing is known."""
    now = _at(facts.now_ms, facts.zone)
    whole = "" if _is_address(facts.customer_name) else facts.customer_name
    name = name_in(whole, language)
    # Of a Korean name in Latin letters nobody knows which part is whose.
    parted = name if name == clean(whole) or language.startswith("ko") else ""
    found = {
        "customer.name": name,
        "customer.first_name": first_name(parted),
        "customer.last_name": last_name(parted),
        "customer.email": _address(facts, "email"),
        "customer.phone": _address(facts, "phone", "sms", "whatsapp"),
        "customer.language": facts.customer_language,
        "company.name": facts.company,
        "ticket.id": facts.ticket_id,
        "ticket.ref": f"{facts.account}:{facts.ticket_id}",
        "ticket.subject": facts.subject,
        "ticket.status": facts.status,
        "ticket.priority": facts.priority,
        "ticket.team": facts.team,
        "ticket.channel": facts.channel,
        "ticket.created": _date(_at(facts.created_at, facts.zone), language)
        if facts.created_at
        else "",
        "agent.name": facts.agent_name,
        "agent.first_name": first_name(facts.agent_name),
        "account.name": facts.account,
        "date.today": _date(now, language),
        "date.tomorrow": _date(now + timedelta(days=1), language),
        "date.time": f"{now:%H:%M}",
        "date.weekday": f"{_WEEKDAYS_KO[now.weekday()]}요일"
        if language.startswith("ko")
        else _WEEKDAYS[now.weekday()],
    }
    for field_name, given in facts.custom_fields.items():
        found[FIELD + field_name] = ", ".join(given)
    return found


def _at(ms: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(ms / 1000, zone) if zone else datetime.fromtimestamp(ms / 1000)


def _date(moment: datetime, language: str) -> str:
    if language.startswith("ko"):
        return f"{moment.year}년 {moment.month}월 {moment.day}일"
    if language in ("", "en") or language.startswith("en-"):
        return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{moment:%Y-%m-%d}"


def _address(facts: Facts, *kinds: str) -> str:
    return next((value for kind, value in facts.addresses if kind in kinds), "")


def _is_address(name: str) -> bool:
    """A backend that knows no name often gives the address or number instead."""
    return "@" in name or (name[:1] in "+0123456789" and any(sign.isdigit() for sign in name))
