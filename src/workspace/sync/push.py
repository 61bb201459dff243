"""Sending what agents wrote, once: FIFO per ticket, and no repeat before a look at the backend."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import msgspec

from workspace.domain.commands import SendReply, SetFields
from workspace.domain.errors import (
    AuthFailed,
    Conflict,
    ConnectorError,
    ContractBug,
    Forbidden,
    Gone,
    Problem,
    RateLimited,
    ReadOnly,
    Rejected,
    StoreError,
    Unavailable,
    Unsupported,
    WorkspaceError,
)
from workspace.domain.words import OutboxState
from workspace.store.outbox import Outbox
from workspace.store.outbox_entry import OVERRIDE, OutboxEntry
from workspace.sync.connectors.contract import (
    NotSent,
    Outgoing,
    Sent,
    TicketRef,
    Undecidable,
    Unknown,
)
from workspace.sync.notices import Notices
from workspace.sync.send_checks import OVERTAKEN, missing_file
from workspace.sync.session import Backoff, Session, Stopping, Urgency

log = logging.getLogger("workspace.sync")

LONGEST_WAIT_S = 10.0
LOOK_FIRST_S = 1.0
AT_ONCE = 0  # not the time now: if the clock is set back, that would be far away

REFUSED = (Rejected, Forbidden, Unsupported, Gone, ReadOnly)

IN_DOUBT_ACTION = "Nothing to do: it is looked for at the backend before anything is sent again."
ASK_ACTION = "Look at the backend, then say whether it arrived; or send it again."


@dataclass
class Doubt:
    """A command that may have arrived. Times by the monotonic clock, which no one sets back."""

    settled_at: float
    look_at: float
    looks: Backoff


class Pusher:
    """The account's push threads: one that chooses, a few that send or look."""

    def __init__(
        self,
        session: Session,
        outbox: Outbox,
        notices: Notices,
        *,
        on_sent: Callable[[str], None],
        customer_wrote_since: Callable[[OutboxEntry], bool] = lambda _: False,
    ) -> None:
        self._session = session
        self._outbox = outbox
        self._notices = notices
        self._on_sent = on_sent
        self._customer_wrote_since = customer_wrote_since
        self._changed = threading.Condition()
        self._busy: set[str] = set()
        self._doubts: dict[str, Doubt] = {}
        self._unkept: list[Callable[[], object]] = []
        self._backoff = Backoff(most_s=LONGEST_WAIT_S)
        self._resting_until = 0.0
        self._woken = True
        session.on_change.append(self.wake)
        self._parallel = max(1, session.manifest.parallel)
        self._workers = ThreadPoolExecutor(self._parallel, f"push-{session.name}")
        self._thread = threading.Thread(target=self._run, name=f"push-{session.name}", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def wake(self) -> None:
        """The outbox or the account's state changed: look again."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def join(self) -> None:
        """After the session was stopped: let sends that are under way come to their end."""
        if self._thread.ident is not None:
            self._thread.join(timeout=60.0)
        self._workers.shutdown(wait=True, cancel_futures=True)

    def commands_wait(self) -> bool:
        """Whether anything of this account is still to be sent or looked for."""
        return self._outbox.next_due_at(self._session.account_id) is not None

    # --- choosing ---------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._session.stopping.is_set():
            try:
                delay = self._choose()
            except StoreError as error:
                log.error("account %s: outbox: %s", self._session.name, error.message)
                delay = LONGEST_WAIT_S
            except Exception:
                log.exception("account %s: choosing what to send met a defect", self._session.name)
                delay = LONGEST_WAIT_S
            with self._changed:
                if not self._woken:
                    self._changed.wait(delay)
                self._woken = False

    def _choose(self) -> float | None:
        """Hand out what may be tried now; the pause until there may be more, None: for ever."""
        session = self._session
        now = session.clock.monotonic()
        if not (session.online and session.may_send):
            return None
        if self._resting_until > now:
            return self._resting_until - now
        self._keep_late()
        now_ms = session.clock.now_ms()
        delays: list[float] = []

        def passed_over(command_id: str, ticket: str) -> bool:
            doubt = self._doubts.get(command_id)
            if doubt is not None and doubt.look_at > now:
                delays.append(doubt.look_at - now)
                return True
            return ticket in busy

        with self._changed:
            busy = set(self._busy)
        # No more than can be worked on: what is written later must not queue up behind the rest.
        room = max(0, self._parallel - len(busy))
        account = session.account_id
        chosen, next_at = self._outbox.choose(account, now_ms, most=room, passed_over=passed_over)
        for entry in chosen:
            work = self._look if entry.state is OutboxState.IN_DOUBT else self._send
            with self._changed:
                self._busy.add(entry.ticket_remote_id)
            self._workers.submit(self._work, work, entry)
        if next_at is not None and next_at > now_ms:
            delays.append((next_at - now_ms) / 1000)
        # Due times are wall-clock, which may be set: never sleep long while something waits.
        return min(*delays, LONGEST_WAIT_S) if delays else None

    def _doubt(self, command_id: str) -> Doubt:
        """Doubts of an earlier process get the whole settle time again: nobody knows since when."""
        doubt = self._doubts.get(command_id)
        if doubt is None:
            now = self._session.clock.monotonic()
            looks = Backoff(LOOK_FIRST_S, LONGEST_WAIT_S)
            doubt = Doubt(now + self._session.manifest.settle_s, now, looks)
            self._doubts[command_id] = doubt
        return doubt

    def _work(self, work: Callable[[OutboxEntry], None], entry: OutboxEntry) -> None:
        try:
            # Read again: between choosing and now it may have been taken back or settled.
            fresh = self._outbox.get(entry.id)
            if fresh.state is entry.state and not fresh.needs_agent:
                work(fresh)
        except Stopping:
            pass  # still as it was; the next start goes on with it
        except WorkspaceError as error:
            log.error("command %s: %s: %s", entry.id, error.kind, error.message)
            self._rest()
        except Exception:
            log.exception("command %s met a defect", entry.id)
            self._rest()
        finally:
            with self._changed:
                self._busy.discard(entry.ticket_remote_id)
            self._tell()
            self.wake()

    def _tell(self) -> None:
        self._notices.changed(outbox=True)

    def _keep(self, mark: Callable[[], object]) -> None:
        """Commit how a send ended. While the disk refuses, remember it: the journal says
        “sending” then, and nobody but this process knows better."""
        try:
            mark()
        except StoreError as error:
            log.error("how a send ended can't be kept yet: %s", error.message)
            with self._changed:
                self._unkept.append(mark)
            self._rest()

    def _keep_late(self) -> None:
        """What the disk refused before, in order. Raises StoreError while it still refuses."""
        while self._unkept:
            self._unkept[0]()
            with self._changed:
                self._unkept.pop(0)
            self._tell()

    def _rest(self) -> None:
        self._resting_until = self._session.clock.monotonic() + self._backoff.next_s()

    # --- sending ----------------------------------------------------------------------------

    def _send(self, entry: OutboxEntry) -> None:
        session = self._session
        problem = missing_file(self._outbox, entry)
        if problem is not None:
            self._outbox.mark_failed(entry.id, problem)
            return
        if entry.is_put_off and self._is_overtaken(entry):
            self._outbox.mark_conflict(entry.id, OVERTAKEN)
            return
        outgoing = _outgoing(entry)
        files = self._outbox.open_files()
        with session.gate.slot(Urgency.PUSH):
            # Committed before the first byte leaves; False: the agent took it back meanwhile.
            if not (session.may_send and self._outbox.mark_sending(entry.id)):
                return
            self._tell()
            session.requests += 1
            try:
                answer: Sent | Unknown = session.guard(
                    "push",
                    lambda: session.connector.push(outgoing, lambda file: files.open(file.id)),
                )
            except ConnectorError as error:
                self._on_refusal(entry, error)
                return
            except (WorkspaceError, Stopping) as error:
                answer = Unknown(reason=str(error) or type(error).__name__)
        if isinstance(answer, Sent) and answer.remote_id:
            self._sent(entry, answer)
        elif isinstance(answer, Unknown):
            self._in_doubt(entry, answer.reason)
        else:
            self._in_doubt(entry, "the backend's answer named no id")

    def _is_overtaken(self, entry: OutboxEntry) -> bool:
        """What was put off to a later time was written before the customer's newest words."""
        return isinstance(entry.command, SendReply) and self._customer_wrote_since(entry)

    def _sent(self, entry: OutboxEntry, answer: Sent) -> None:
        self._keep(lambda: self._outbox.mark_sent(entry.id, answer.remote_id))
        self._doubts.pop(entry.id, None)
        self._backoff.reset()
        for warning in answer.warnings:
            log.info("command %s was sent; the backend says: %s", entry.id, warning)
        self._tell()
        self._on_sent(entry.ticket_remote_id)

    def _on_refusal(self, entry: OutboxEntry, error: ConnectorError) -> None:
        """What each typed error proves; whatever proves nothing leaves the command in doubt."""
        session, now_ms = self._session, self._session.clock.now_ms()
        if isinstance(error, AuthFailed):
            self._keep(lambda: self._outbox.mark_queued(entry.id, AT_ONCE, error.problem()))
            session.report(error)
        elif isinstance(error, RateLimited):
            wait_ms = int(session.gate.held_s() * 1000)
            self._keep(
                lambda: self._outbox.mark_queued(entry.id, now_ms + wait_ms, error.problem())
            )
        elif isinstance(error, Unavailable):
            self._rest()
            self._keep(lambda: self._outbox.mark_queued(entry.id, AT_ONCE, error.problem()))
            session.poke()
        elif isinstance(error, Conflict):
            self._keep(lambda: self._outbox.mark_conflict(entry.id, error.problem()))
            self._on_sent(entry.ticket_remote_id)  # show what changed
        elif isinstance(error, REFUSED):
            self._keep(lambda: self._outbox.mark_failed(entry.id, error.problem()))
        else:
            self._in_doubt(entry, error.message)
            if isinstance(error, ContractBug):
                session.report(error)

    def _in_doubt(self, entry: OutboxEntry, reason: str) -> None:
        session = self._session
        settle_s = session.manifest.settle_s
        now, now_ms = session.clock.monotonic(), session.clock.now_ms()
        self._doubts[entry.id] = Doubt(now + settle_s, now, Backoff(LOOK_FIRST_S, LONGEST_WAIT_S))
        problem = Problem(
            "in_doubt", _sentence("It may or may not have arrived", reason), IN_DOUBT_ACTION
        )
        self._keep(
            lambda: self._outbox.mark_in_doubt(
                entry.id, now_ms + int(settle_s * 1000), problem, look_at=AT_ONCE
            )
        )
        session.poke()

    # --- looking ----------------------------------------------------------------------------

    def _look(self, entry: OutboxEntry) -> None:
        """Ask the backend whether an earlier try arrived; decide once it has settled."""
        session = self._session
        doubt = self._doubt(entry.id)
        outgoing = _outgoing(entry)
        begun = session.clock.monotonic()
        try:
            answer = session.ask(
                Urgency.PUSH, "find_sent", lambda: session.connector.find_sent(outgoing)
            )
        except RateLimited:
            doubt.look_at = session.clock.monotonic() + session.gate.held_s()
            return
        except ConnectorError as error:
            self._on_blind(entry, doubt, error, settled=begun >= doubt.settled_at)
            return
        settled = begun >= doubt.settled_at
        if isinstance(answer, Sent) and answer.remote_id:
            self._sent(entry, answer)
        elif isinstance(answer, NotSent) and settled:
            self._again(entry)
        elif isinstance(answer, NotSent):
            self._look_later(doubt)
        else:
            reason = answer.reason if isinstance(answer, Undecidable) else "no id was found"
            self._undecidable(entry, doubt, reason, settled=settled)

    def _undecidable(self, entry: OutboxEntry, doubt: Doubt, reason: str, *, settled: bool) -> None:
        can = self._session.capabilities
        if can.idempotent_push:
            self._again(entry)  # the same key once more is the same command
        elif settled or not can.find_sent:
            self._ask_agent(entry, reason)
        else:
            self._look_later(doubt)

    def _on_blind(
        self, entry: OutboxEntry, doubt: Doubt, error: ConnectorError, *, settled: bool
    ) -> None:
        """Looking itself failed."""
        if isinstance(error, AuthFailed):
            self._session.report(error)
        elif isinstance(error, ContractBug) or (settled and isinstance(error, REFUSED)):
            self._ask_agent(entry, error.message)
            if isinstance(error, ContractBug):
                self._session.report(error)
            return
        elif isinstance(error, Unavailable):
            self._session.poke()
        self._look_later(doubt)

    def _look_later(self, doubt: Doubt) -> None:
        now = self._session.clock.monotonic()
        pause = doubt.looks.next_s()
        left = doubt.settled_at - now
        doubt.look_at = now + (min(pause, left) if left > 0 else pause)

    def _again(self, entry: OutboxEntry) -> None:
        """Provably not there: it is a new command again, with the key it always had."""
        self._doubts.pop(entry.id, None)
        self._outbox.mark_queued(entry.id, AT_ONCE)

    def _ask_agent(self, entry: OutboxEntry, reason: str) -> None:
        self._doubts.pop(entry.id, None)
        problem = Problem(
            "in_doubt", _sentence("Nobody but you can tell whether it arrived", reason), ASK_ACTION
        )
        self._outbox.mark_needs_agent(entry.id, problem)


def _outgoing(entry: OutboxEntry) -> Outgoing:
    command = entry.command
    if entry.base_revision == OVERRIDE and isinstance(command, SetFields):
        command = msgspec.structs.replace(command, base={})
    return Outgoing(
        ticket=TicketRef(entry.ticket_remote_id),
        command=command,
        key=entry.id,
        base_revision=max(0, entry.base_revision),
        base_entry=entry.base_entry,
        first_try_at=entry.first_try_at,
        last_try_at=entry.last_try_at,
    )


def _sentence(start: str, reason: str) -> str:
    reason = reason.strip().rstrip(".")
    return f"{start}: {reason}." if reason else f"{start}."
