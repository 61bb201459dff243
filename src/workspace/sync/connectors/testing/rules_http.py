"""Core rules of trouble on the way: what a broken network or server does must do no harm.

They run through the fault proxy and do not apply to embedded backends. What counts is what the
backend holds in the end: a connector may say Unknown too often, but never that nothing was
accepted when something was.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import partial

from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.domain.errors import BadAnswer, ConnectorError, RateLimited, Unavailable
from workspace.domain.words import Status
from workspace.sync.connectors.contract import (
    Connector,
    Feed,
    TicketRef,
    Unknown,
)
from workspace.sync.connectors.testing.compare import Comparing
from workspace.sync.connectors.testing.driver import NotApplicable
from workspace.sync.connectors.testing.harness import attempt
from workspace.sync.connectors.testing.proxy import RETRY_AFTER_S, Fault, FaultProxy, nth
from workspace.sync.connectors.testing.replica import Replica, complete

_MOST_FAULTS = 6  # requests of one sync that are spoilt in turn


class _Pulling:
    """A sync in single steps, so that it can go on where a fault stopped it."""

    def __init__(self, connector: Connector, tickets: list[str]) -> None:
        self.replica = Replica()
        self._connector = connector
        self._tickets = tickets
        self._cursors: dict[Feed, str] = {}
        self._history_done = False
        self._completed: set[str] = set()

    def run(self) -> None:
        if "live" not in self._cursors:
            self._cursors["live"] = self._connector.pull("live", "").next
        while not self._history_done:
            page = self._connector.pull("history", self._cursors.get("history", ""))
            self.replica.apply(page)
            self._cursors["history"] = page.next
            found = set(self._tickets) <= self.replica.tickets.keys()
            self._history_done = found or not page.more
        for ticket in self._tickets:
            if ticket not in self._completed:
                complete(self._connector, self.replica, ticket)
                self._completed.add(ticket)


class NetworkRules(Comparing):
    """Unreachable, 429, 5xx, half answers, wrong charset, sign-in pages, redirects."""

    def test_constructing_makes_no_request(self) -> None:
        """Making a connector is silent, and `capabilities` asks at most once."""
        proxy = self.proxy()
        connector = self.connect(self.driver.account_at(proxy.url))
        assert not proxy.requests, "The constructor made a request."
        ticket = self.new_ticket()
        connector.capabilities()
        connector.capabilities(TicketRef(ticket))
        before = len(proxy.requests)
        connector.capabilities()
        connector.capabilities(TicketRef(ticket))
        assert len(proxy.requests) == before, "capabilities makes a request at every call."

    def test_unreachable_is_unavailable(self) -> None:
        """Where nothing listens, every call raises Unavailable; a push was not accepted."""
        ticket = self.new_ticket()
        outgoing = self.reply(ticket, self.text())
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            url = self.proxy().url.replace(
                f":{self._proxies[-1].port}", f":{probe.getsockname()[1]}"
            )
            connector = self.connect(self.driver.account_at(url))
            self.raises(Unavailable, connector.check, "check of an unreachable server")
            self.raises(Unavailable, lambda: connector.pull("history", ""), "pull")
            result = attempt(lambda: self.push(connector, outgoing))
        assert isinstance(result, Unavailable | Unknown), f"push gave {result!r}."

    # --- Reading through trouble -------------------------------------------------------------

    def test_server_errors_while_pulling(self) -> None:
        """5xx and broken connections stop a pull; it goes on from its cursor, nothing lost."""
        for fault in (Fault.UNAVAILABLE, Fault.FAIL_AFTER, Fault.LOSE_ANSWER):
            self._pull_through(fault, Unavailable)

    def test_half_answers_while_pulling(self) -> None:
        """Half an answer is never taken for a short page."""
        self._pull_through(Fault.CUT_ANSWER, (Unavailable, BadAnswer))

    def test_wrong_charset_while_pulling(self) -> None:
        """Bytes of another charset are read with replacements or refused, never an accident."""
        self._pull_through(Fault.WRONG_CHARSET, (BadAnswer,))

    def test_sign_in_page_is_a_bad_answer(self) -> None:
        """200 with HTML, as from a hotel's network, raises BadAnswer in check and pull."""
        proxy = self.proxy()
        connector = self.connect(self.driver.account_at(proxy.url))
        proxy.spoil_all(Fault.SIGN_IN)
        self.raises(BadAnswer, connector.check, "check behind a sign-in page")
        self.raises(BadAnswer, lambda: connector.pull("history", ""), "pull")
        ticket = self.new_ticket()
        self.raises(BadAnswer, lambda: connector.fetch(TicketRef(ticket)), "fetch")

    def test_rate_limit_is_told(self) -> None:
        """429 raises RateLimited with the server's Retry-After, and nothing was accepted."""
        ticket = self.new_ticket()
        outgoing = self.reply(ticket, self.text("answer"))
        proxy = self.proxy()
        connector = self.connect(self.driver.account_at(proxy.url))
        with proxy.faulting(lambda request: Fault.TOO_MANY):
            pull = self.raises(RateLimited, lambda: connector.pull("history", ""), "pull at 429")
            push = self.raises(RateLimited, lambda: self.push(connector, outgoing), "push at 429")
        for error in (pull, push):
            assert error.retry_after_s == RETRY_AFTER_S, f"Retry after {error.retry_after_s} s."
        self.sent(connector, outgoing)
        assert isinstance(outgoing.command, SendReply)
        assert self.count(ticket, outgoing.command.text) == 1

    def test_credentials_stay_with_their_host(self) -> None:
        """A redirect to another host carries no credentials there."""
        proxy, elsewhere = self.proxy(), self.proxy()
        proxy.elsewhere = elsewhere.url.replace("127.0.0.1", "localhost")
        connector = self.connect(self.driver.account_at(proxy.url))
        ticket = self.new_ticket()
        outgoing = self.reply(ticket, self.text())
        proxy.spoil_all(Fault.REDIRECT)
        calls: list[Callable[[], object]] = [
            connector.check,
            lambda: connector.pull("history", ""),
            lambda: self.push(connector, outgoing),
        ]
        for call in calls:
            attempt(call)
        for request in elsewhere.requests:
            said = [request.path, *request.headers.values()]
            leaked = [one for secret in self.driver.secrets() for one in said if secret in one]
            assert not leaked, "A secret went to another host."
            assert "authorization" not in request.headers, "Credentials went to another host."

    # --- Sending through trouble ---------------------------------------------------------------

    def test_lost_answer_is_not_sent_twice(self) -> None:
        """Accepted, then the connection breaks: Unknown, found again, one entry."""
        self._push_through(Fault.LOSE_ANSWER)

    def test_lost_request_is_sent_once(self) -> None:
        """Broken before the backend heard of it: not found, pushed again, one entry."""
        self._push_through(Fault.LOSE_REQUEST)

    def test_half_an_answer_is_not_sent_twice(self) -> None:
        """Accepted, half an answer: Sent only with an id that was parsed, else Unknown."""
        self._push_through(Fault.CUT_ANSWER)

    def test_server_error_is_not_sent_twice(self) -> None:
        """5xx says nothing of what was accepted: before or after, one entry in the end."""
        self._push_through(Fault.FAIL_AFTER)
        self._push_through(Fault.UNAVAILABLE)

    def test_wrong_charset_is_not_sent_twice(self) -> None:
        """Accepted, answered in a charset that is not what it says: one entry."""
        self._push_through(Fault.WRONG_CHARSET)

    def test_sign_in_page_is_no_success(self) -> None:
        """200 with HTML instead of the backend's answer never counts as sent."""
        self._push_through(Fault.SIGN_IN)

    # --- Helpers -------------------------------------------------------------------------------

    def _pull_through(
        self, fault: Fault, allowed: type[ConnectorError] | tuple[type[ConnectorError], ...]
    ) -> None:
        tickets = [self.new_ticket("Grüße 안녕") for _ in range(2)]
        proxy = self.proxy()
        account = self.driver.account_at(proxy.url)
        limit = self.driver.small_page
        _Pulling(self.connect(account, page_limit=limit), tickets).run()
        for number in range(min(len(proxy.requests), _MOST_FAULTS)):
            pulling = _Pulling(self.connect(account, page_limit=limit), tickets)
            with proxy.faulting(nth(number, fault, writes=False)):
                error = attempt(pulling.run)
            if error is not None:
                assert isinstance(error, allowed), (
                    f"Request {number} {fault.value}: {type(error).__name__} was raised."
                )
                pulling.run()
            for ticket in tickets:
                assert ticket in pulling.replica.tickets, f"A ticket was lost: {fault.value}."
                texts = [entry.text for entry in self.driver.entries(ticket)]
                if fault is not Fault.WRONG_CHARSET:
                    self.all_there(pulling.replica, ticket, texts, f"Pulling ({fault.value})")

    def _push_through(self, fault: Fault) -> None:
        proxy = self.proxy()
        connector = self.connect(self.driver.account_at(proxy.url))
        claims = connector.capabilities()
        for name, make in self._makers():
            if not getattr(claims, name):
                continue
            ticket = self.new_ticket()
            self.sent(connector, self.outgoing(ticket, make(ticket)))
            writes = self._writes_of(proxy, connector, make)
            for number in range(min(writes, _MOST_FAULTS)):
                ticket = self.new_ticket()
                outgoing = self.outgoing(ticket, make(ticket))
                with proxy.faulting(nth(number, fault, writes=True)):
                    result = attempt(partial(self.push, connector, outgoing))
                case = f"{type(outgoing.command).__name__}, {fault.value}"
                self.settled(connector, outgoing, result, case)

    def _makers(self) -> list[tuple[str, Callable[[str], Command]]]:
        return [
            ("reply", lambda t: self.reply(t, self.text("answer")).command),
            ("note", lambda t: AddNote(text=self.text("aside"))),
            ("set_status", lambda t: SetFields(status=Status.SOLVED)),
        ]

    def _writes_of(
        self, proxy: FaultProxy, connector: Connector, make: Callable[[str], Command]
    ) -> int:
        """How many writing requests such a command takes."""
        ticket = self.new_ticket()
        outgoing = self.outgoing(ticket, make(ticket))
        proxy.requests.clear()
        self.sent(connector, outgoing)
        writes = sum(request.writes for request in proxy.requests)
        if not writes:
            raise NotApplicable("This connector sends without HTTP requests that write.")
        return writes
