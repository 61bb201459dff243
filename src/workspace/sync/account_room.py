"""One account at work: its session with sync, push, fetch and stream threads."""

from __future__ import annotations

import logging
import threading
from typing import Any

import msgspec

from workspace.clock import Clock
from workspace.domain.errors import ConnectorError, Unavailable, WorkspaceError
from workspace.ipc.protocol import Live
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Account
from workspace.store.outbox import Outbox
from workspace.store.outbox_entry import OutboxEntry
from workspace.sync.account_status import AccountStatus
from workspace.sync.cache_thread import CacheThread
from workspace.sync.connectors.contract import Connector, LiveSign, SignalKind, TicketRef
from workspace.sync.downloads import Downloads
from workspace.sync.fetch import Fetcher
from workspace.sync.lookup import Lookup
from workspace.sync.notices import Notices
from workspace.sync.pull import Puller
from workspace.sync.push import Pusher
from workspace.sync.scheduler import SyncLoop
from workspace.sync.session import Backoff, Session, Stopping, Urgency

log = logging.getLogger("workspace.sync")


class Shared:
    """What all accounts of the engine share."""

    def __init__(
        self,
        paths: Paths,
        key: MasterKey,
        clock: Clock,
        cache: CacheThread,
        lookup: Lookup,
        outbox: Outbox,
        notices: Notices,
    ) -> None:
        self.paths = paths
        self.key = key
        self.clock = clock
        self.cache = cache
        self.lookup = lookup
        self.outbox = outbox
        self.notices = notices


class AccountRoom:
    """One account's session with its sync, push, fetch and stream threads."""

    def __init__(
        self, account: Account, connector: Connector, shared: Shared, downloads: Downloads
    ) -> None:
        self.account = account
        self._shared = shared
        self._downloads = downloads
        self.session = Session(
            account.id, account.name, connector, shared.clock, paused=account.paused
        )
        self.status = AccountStatus(self.session, shared.cache, shared.lookup, shared.notices)
        self.fetcher = Fetcher(self.session, shared.cache, shared.lookup, shared.notices)
        self.pusher = Pusher(
            self.session,
            shared.outbox,
            shared.notices,
            on_sent=self._after_sent,
            customer_wrote_since=self._customer_wrote_since,
        )
        self.loop = SyncLoop(
            self.session,
            Puller(self.session, shared.cache, shared.notices, self.status),
            self.status,
            commands_wait=self.pusher.commands_wait,
            on_pulled=self._after_pull,
        )
        self._streamer = threading.Thread(
            target=self._stream, name=f"stream-{account.name}", daemon=True
        )

    def _customer_wrote_since(self, entry: OutboxEntry) -> bool:
        return self._shared.lookup.customer_wrote_since(
            entry.account_id, entry.ticket_remote_id, entry.base_entry, entry.created_at
        )

    def start(self) -> None:
        """Begin to sync and send."""
        self.fetcher.start()
        self.pusher.start()
        self.loop.start()
        self._streamer.start()

    def stop(self) -> None:
        """End all threads; requests under way come to their end first."""
        self.session.stop()
        self.loop.join()
        self.pusher.join()
        self.fetcher.join()
        if self._streamer.ident is not None:
            self._streamer.join(timeout=60.0)
        try:
            self.session.guard("close", self.session.connector.close)
        except WorkspaceError as error:
            log.warning("account %s: %s", self.account.name, error.message)

    def sync_once(self) -> dict[str, Any]:
        """A whole pass: history complete, live drained, all tickets fetched. Blocks."""
        requests = self.session.requests_made()
        problem = self.loop.wait_pass(self.loop.want_pass())
        if problem is None:
            self.fetcher.kick()
            if not self.fetcher.wait_idle():
                problem = self.session.halted or Unavailable(
                    "The connection to the backend was lost.", "It goes on by itself."
                )
            problem = problem or self.fetcher.first_problem()
        tickets, entries = self._shared.lookup.totals(self.account.id)
        result: dict[str, Any] = {
            "name": self.account.name,
            "tickets": tickets,
            "entries": entries,
            "requests": self.session.requests_made() - requests,
        }
        if problem is not None:
            result["problem"] = msgspec.to_builtins(problem.problem())
        return result

    def signal(self, kind: str, remote_id: str) -> None:
        """Tell the backend a live sign; best effort, never an error."""
        session = self.session
        can = session.capabilities
        wanted = {"read": can.receipts, "typing": can.typing, "stopped_typing": can.typing}
        if not session.may_ask or not wanted.get(kind, can.presence):
            return
        sign = msgspec.convert({"kind": kind}, SignalKind)
        try:
            session.ask(
                Urgency.FOREGROUND,
                "signal",
                lambda: session.connector.signal(sign, TicketRef(remote_id)),
            )
        except (ConnectorError, Stopping) as error:
            log.debug("a live sign was not told: %s", error)

    def _after_pull(self) -> None:
        self.fetcher.kick()
        self._downloads.look_ahead(self.session)

    def _after_sent(self, remote_id: str) -> None:
        """Bring the twin of what was sent at once: by the live feed, or by a fetch it asks for."""
        self.fetcher.prefer(remote_id)
        self.session.poke()

    def _stream(self) -> None:
        """Follow the backend's own stream of pokes and signs, where it has one."""
        session, backoff = self.session, Backoff()
        online = threading.Event()
        session.on_change.append(online.set)
        while not session.stopping.is_set():
            if not (session.may_ask and session.capabilities.stream):
                online.wait(60.0)
                online.clear()
                continue
            try:
                session.guard("stream", lambda: self._follow(backoff))
            except Stopping:
                return
            except WorkspaceError as error:
                log.info("account %s: stream: %s", session.name, error.kind)
                if not isinstance(error, Unavailable):
                    session.report(error)
            self.loop.streaming = False
            session.poke()  # what came while nobody listened
            session.stopping.wait(backoff.next_s())

    def _follow(self, backoff: Backoff) -> None:
        session = self.session

        def stop() -> bool:
            return session.stopping.is_set() or session.paused or session.halted is not None

        for item in session.connector.stream(stop):
            self.loop.streaming = True
            backoff.reset()
            if isinstance(item, LiveSign):
                self._shared.notices.tell(
                    Live(
                        account_id=self.account.id,
                        ticket_remote_id=item.ticket_remote_id,
                        who=item.who,
                        role=item.role,
                        kind=item.kind,
                        until=item.until,
                    )
                )
            else:
                session.poke()
            if stop():
                return
