"""Bytes of attachments: on demand, small ones of my open tickets beforehand, 2 GB in all."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, nullcontext

from workspace.clock import Clock
from workspace.domain.errors import ContractBug, NotFound, StoreError, Unavailable, WorkspaceError
from workspace.ipc.protocol import Progress
from workspace.store.files import SealedFiles
from workspace.store.writer import CachedAttachment
from workspace.sync.cache_thread import CacheThread, Lane
from workspace.sync.connectors.contract import AttachmentRef
from workspace.sync.lookup import Lookup
from workspace.sync.notices import Notices
from workspace.sync.session import Session, Stopping, Urgency

log = logging.getLogger("workspace.sync")

EAGER_BYTES = 5_000_000
KEEP_BYTES = 2_000_000_000
EAGER_BATCH = 20
PROGRESS_S = 0.1
PARALLEL = 3


class DownloadCancelled(WorkspaceError):
    """Somebody did not want the bytes any more."""

    kind = "cancelled"


class Downloads:
    """All accounts' attachments. `session_of` finds the session of an account id, or None."""

    def __init__(
        self,
        files: SealedFiles,
        cache: CacheThread,
        lookup: Lookup,
        notices: Notices,
        clock: Clock,
        session_of: Callable[[int], Session | None],
        *,
        keep_bytes: int = KEEP_BYTES,
    ) -> None:
        self._files = files
        self._cache = cache
        self._lookup = lookup
        self._notices = notices
        self._clock = clock
        self._session_of = session_of
        self._keep_bytes = keep_bytes
        self._lock = threading.Lock()
        self._running: dict[int, Future[str]] = {}
        self._cancelled: set[int] = set()
        self._failed: set[int] = set()
        self._eager: set[int] = set()
        self._stopping = threading.Event()
        self._asked = ThreadPoolExecutor(PARALLEL, thread_name_prefix="attachment")
        self._behind = ThreadPoolExecutor(1, thread_name_prefix="attachment-eager")

    def get(self, attachment_id: int) -> Future[str]:
        """The name of the sealed file, once it is here; one download however many ask."""
        return self._begin(attachment_id, Urgency.FETCH, self._asked)

    def cancel(self, attachment_id: int) -> None:
        """Stop a download under way; whoever waits for it is told so."""
        with self._lock:
            if attachment_id in self._running:
                self._cancelled.add(attachment_id)

    def look_ahead(self, session: Session) -> None:
        """Bring the small attachments of this account's own open tickets, behind all else."""
        with self._lock:
            if session.account_id in self._eager or self._stopping.is_set():
                return
            self._eager.add(session.account_id)
        try:
            self._behind.submit(self._bring_small, session)
        except RuntimeError:
            log.debug("no look ahead: ending")

    def sweep(self) -> None:
        """Remove sealed files that no row names (a kill between file and row leaves such)."""
        known = self._lookup.stored_files()
        for name in self._files.names():
            if name not in known:
                self._files.remove(name)

    def stop(self) -> None:
        """End; downloads under way fail with Stopping."""
        self._stopping.set()
        self._behind.shutdown(wait=True, cancel_futures=True)
        self._asked.shutdown(wait=True, cancel_futures=True)

    def _begin(self, attachment_id: int, urgency: Urgency, pool: ThreadPoolExecutor) -> Future[str]:
        with self._lock:
            if (running := self._running.get(attachment_id)) is not None:
                return running
            future = pool.submit(self._bring, attachment_id, urgency)
            self._running[attachment_id] = future
        future.add_done_callback(lambda _: self._forget(attachment_id))
        return future

    def _forget(self, attachment_id: int) -> None:
        with self._lock:
            self._running.pop(attachment_id, None)
            self._cancelled.discard(attachment_id)

    def _bring(self, attachment_id: int, urgency: Urgency) -> str:
        found = self._cache.call(Lane.LIVE, lambda writer: writer.attachment(attachment_id))
        if found is None:
            raise NotFound("This attachment is no longer in the cache.", "Open the ticket again.")
        if found.file and found.file in self._files.names():
            self._store(found.id, found.file)  # it counts as used now
            return found.file
        session = self._session_of(found.account_id)
        if session is None:
            raise Unavailable("The account of this attachment is not connected.")
        if (refusal := session.refusal()) is not None:
            raise refusal
        ref = AttachmentRef(found.ticket_remote_id, found.entry_remote_id, found.remote_id)
        with session.gate.slot(urgency):
            session.requests += 1
            name, size, _ = session.guard(
                "get_attachment", lambda: self._files.write(self._chunks(session, ref, found))
            )
        self._store(found.id, name, size)
        self._cache.call(Lane.FETCH, lambda writer: writer.trim_attachments(self._keep_bytes))
        return name

    def _chunks(
        self, session: Session, ref: AttachmentRef, found: CachedAttachment
    ) -> Iterator[bytes]:
        """The stream with progress; ends early when we do."""
        done, told_at = 0, 0.0
        stream = session.connector.get_attachment(ref)
        with closing(stream) if isinstance(stream, Generator) else nullcontext():
            for chunk in stream:
                if not isinstance(chunk, bytes):
                    raise ContractBug(
                        f"The connector “{session.manifest.name}” gave attachments not as bytes."
                    )
                if self._stopping.is_set() or session.stopping.is_set():
                    raise Stopping
                if found.id in self._cancelled:
                    raise DownloadCancelled("The download was cancelled.")
                done += len(chunk)
                yield chunk
                if (now := self._clock.monotonic()) - told_at > PROGRESS_S:
                    told_at = now
                    self._tell(found, done)
        self._tell(found, done, last=True)

    def _tell(self, found: CachedAttachment, done: int, *, last: bool = False) -> None:
        total = done if last else max(found.size, done)
        self._notices.tell(Progress(what="attachment", key=str(found.id), done=done, total=total))

    def _store(self, attachment_id: int, file: str, size: int | None = None) -> None:
        applied = self._cache.call(
            Lane.LIVE, lambda writer: writer.attachment_stored(attachment_id, file, size)
        )
        self._notices.changed(applied.seq, entries_of=applied.entries_of)

    def _bring_small(self, session: Session) -> None:
        try:
            while session.may_ask and not self._stopping.is_set():
                wanted = self._wanted(session.account_id)
                if not wanted or self._is_full():
                    return
                for attachment_id in wanted:
                    if not session.may_ask or self._stopping.is_set():
                        return
                    self._try_small(attachment_id)
        except Stopping:
            return
        except StoreError as error:
            log.warning("attachments can't be brought beforehand: %s", error.message)
        finally:
            with self._lock:
                self._eager.discard(session.account_id)

    def _wanted(self, account_id: int) -> list[int]:
        limit = EAGER_BATCH + len(self._failed)
        listed = self._cache.call(
            Lane.FETCH, lambda writer: writer.attachments_wanted(account_id, EAGER_BYTES, limit)
        )
        return [one for one in listed if one not in self._failed]

    def _try_small(self, attachment_id: int) -> None:
        try:
            self._bring(attachment_id, Urgency.ATTACHMENT)
        except WorkspaceError as error:
            self._failed.add(attachment_id)  # on demand it is tried again
            log.info("attachment not brought beforehand: %s", error.kind)

    def _is_full(self) -> bool:
        used = sum(self._lookup.stored_files().values())
        return used + EAGER_BYTES > self._keep_bytes
