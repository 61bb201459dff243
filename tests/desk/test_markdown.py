"""A formatted reply there and back: what the customer gets, what the window may show."""

from __future__ import annotations

from tests.desk.conftest import Desk
from workspace.domain.commands import SendReply
from workspace.sanitise import sanitise
from workspace.ui.composer.markdown import to_html

TEXT = "**환불** 안내\n\n- 카드\n- [계좌](https://example.com/a?b=1&c=2)"


def test_a_formatted_reply_comes_back_as_it_was_previewed(desk: Desk) -> None:
    html = to_html(TEXT)
    assert html is not None
    ticket = desk.ticket()
    sent = desk.push(ticket, SendReply(text=TEXT, html=html))
    assert not sent.warnings
    (_, message) = desk.customers.conversation(ticket, desk.minji)
    assert message.html == html
    entry = next(one for one in desk.entries(ticket) if one.remote_id == sent.remote_id)
    assert entry.text == TEXT
    shown = sanitise(entry.html)
    assert shown.html == html  # what is kept for the window is what was previewed
    assert shown.text == "환불 안내\n\n• 카드\n• 계좌"


def test_the_desk_says_which_channels_take_formatting(desk: Desk) -> None:
    told = desk.connector.capabilities()
    assert told.html
    ticket = desk.ticket(channel="whatsapp")
    assert "whatsapp" not in told.html_channels
    assert desk.push(ticket, SendReply(text="x", html="<b>x</b>")).warnings
