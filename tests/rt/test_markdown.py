"""A formatted reply at a real RT: it leaves as HTML and comes back as it was previewed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.rt.support import RtAccount
from tests.servers.rt_fixture import RtServer
from workspace.domain.commands import AddNote, SendReply
from workspace.sanitise import sanitise
from workspace.sync.connectors.contract import Sent, TicketRef
from workspace.ui.composer.markdown import to_html

pytestmark = pytest.mark.rt

TEXT = "**환불** 안내 &\n\n- 카드\n- [계좌](https://example.com/a?b=1&c=2)"


def test_markdown_there_and_back(rt_server: RtServer, rt_account: Callable[..., RtAccount]) -> None:
    ticket = rt_server.work(
        "create", who="sehun.oh@customer.test", subject="formatted", text="first words"
    )
    account = rt_account()
    html = to_html(TEXT)
    assert html is not None
    for command in (SendReply(text=TEXT, html=html), AddNote(text=TEXT, html=html)):
        sent = account.push(account.outgoing(ticket, command))
        assert isinstance(sent, Sent)
        fetched = account.connector.fetch(TicketRef(ticket))
        entry = next(one for one in fetched.entries if one.remote_id == sent.remote_id)
        shown = sanitise(entry.html)
        assert "<strong>환불</strong>" in shown.html
        assert 'href="https://example.com/a?b=1&amp;c=2"' in shown.html
        assert "카드" in shown.text
        assert "**" not in shown.text
