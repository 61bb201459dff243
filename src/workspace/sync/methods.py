"""What clients may ask of the engine: one handler for each method of `ipc/protocol.py`."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec

from workspace.domain.errors import EngineUnavailable, UsageError, WorkspaceError
from workspace.ipc.endpoint import ClientLink
from workspace.ipc.protocol import Answer, Call
from workspace.store import salvage
from workspace.store.slow_log import slow_queries
from workspace.sync import viewing
from workspace.sync.account_room import AccountRoom, Shared
from workspace.sync.accounts import AccountRooms
from workspace.sync.connectors import registry
from workspace.sync.session import Stopping

log = logging.getLogger("workspace.engine")

SLOW_TOLD = 50
PARALLEL = 24

Handler = Callable[[ClientLink, dict[str, Any]], dict[str, Any]]


class Methods:
    """The handlers. Quick ones run on the client's thread, slow ones on a pool."""

    def __init__(
        self,
        rooms: AccountRooms,
        shared: Shared,
        told: list[str],
        *,
        stop: Callable[[], None],
    ) -> None:
        self._told = told
        self._rooms = rooms
        self._shared = shared
        self._stop = stop
        self._lock = threading.Lock()
        self._opened: dict[int, set[tuple[int, str]]] = {}
        self._pool = ThreadPoolExecutor(PARALLEL, thread_name_prefix="method")
        self._quick: dict[str, Handler] = {
            "ping": lambda *_: {},
            "stop": self._on_stop,
            "outbox.changed": self._on_outbox_changed,
            "poke": self._on_poke,
            "attachment.cancel": self._on_attachment_cancel,
        }
        self._slow: dict[str, Handler] = {
            "account.check": self._on_account_check,
            "account.add": self._on_account_add,
            "account.remove": self._on_account_remove,
            "account.pause": self._on_account_pause,
            "account.recheck": self._on_account_recheck,
            "sync.now": self._on_sync_now,
            "sync.once": self._on_sync_once,
            "outbox.retry": self._on_outbox_retry,
            "outbox.resolve": self._on_outbox_resolve,
            "ticket.open": self._on_ticket_open,
            "ticket.fetch": self._on_ticket_fetch,
            "ticket.view": self._on_ticket_view,
            "attachment.get": self._on_attachment_get,
            "signal": self._on_signal,
            "cache.check": self._on_cache_check,
            "connectors.list": self._on_connectors_list,
            "status": self._on_status,
        }

    def handle(self, link: ClientLink, call: Call) -> None:
        """Answer a call, here or on the pool; on the client's reading thread."""
        if (handler := self._quick.get(call.method)) is not None:
            self._answer(link, call, handler)
            return
        slow = self._slow.get(call.method, _unknown_method(call.method))
        try:
            self._pool.submit(self._answer, link, call, slow)
        except RuntimeError:  # the pool has been shut: we are ending
            problem = EngineUnavailable("The sync engine is ending.").problem()
            link.send(Answer(id=call.id, problem=problem))

    def client_left(self, link: ClientLink) -> None:
        """Nothing is open any more in a window that is gone."""
        with self._lock:
            opened = self._opened.pop(link.number, set())
        for account_id, remote_id in opened:
            self._set_open(account_id, remote_id)

    def close(self) -> None:
        """Take no more; those under way see their account stop."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _answer(self, link: ClientLink, call: Call, handler: Handler) -> None:
        try:
            answer = Answer(id=call.id, result=handler(link, call.args))
        except WorkspaceError as error:
            answer = Answer(id=call.id, problem=error.problem())
        except Stopping:
            ending = EngineUnavailable("The account or the engine is ending.", "Try again.")
            answer = Answer(id=call.id, problem=ending.problem())
        except (KeyError, TypeError, ValueError, msgspec.ValidationError) as error:
            log.warning(
                "bad arguments for %s: %s", call.method, type(error).__name__, exc_info=True
            )
            problem = UsageError(f"The arguments of “{call.method}” do not fit.").problem()
            answer = Answer(id=call.id, problem=problem)
        except Exception:
            log.exception("%s met a defect", call.method)
            problem = WorkspaceError(
                "Something unexpected went wrong in the sync engine.",
                "Try again; the reason is in engine.log.",
            ).problem()
            answer = Answer(id=call.id, problem=problem)
        link.send(answer)

    # --- engine -----------------------------------------------------------------------------

    def _on_stop(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        self._stop()
        return {}

    def _on_status(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        accounts = []
        for room in self._rooms.all():
            session = room.session
            accounts.append(
                {
                    "account_id": session.account_id,
                    "name": session.name,
                    "state": room.status.state,
                    "online": session.online,
                    "paused": session.paused,
                    "halted": session.halted.kind if session.halted else "",
                    "requests": session.requests_made(),
                    "to_fetch": room.fetcher.waiting(),
                    "streaming": room.loop.streaming,
                }
            )
        return {
            "accounts": accounts,
            "told": self._told,
            "queue": {"cache": self._shared.cache.waiting()},
            "pid": os.getpid(),
            "memory_bytes": memory_bytes(),
            "slow": [list(each) for each in list(slow_queries)[-SLOW_TOLD:]],
        }

    def _on_cache_check(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        return {"problems": salvage.check(self._shared.paths, self._shared.key)}

    def _on_connectors_list(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        found = registry.available(self._shared.paths)
        return {
            "connectors": [msgspec.to_builtins(kind.manifest) for kind in found.values()],
            "problems": registry.problems(self._shared.paths),
        }

    # --- accounts ---------------------------------------------------------------------------

    def _on_account_check(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        checked = self._rooms.check(
            str(args["connector"]),
            str(args.get("url", "")),
            _texts(args.get("settings", {})),
            str(args.get("secret", "")),
        )
        return _plain(checked)

    def _on_account_add(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        name = str(args["name"])
        account_id = self._rooms.add(
            name,
            str(args["connector"]),
            str(args.get("url", "")),
            _texts(args.get("settings", {})),
            str(args.get("secret", "")),
            check=bool(args.get("check", True)),
        )
        return {"id": account_id, "name": name}

    def _on_account_remove(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        discard = {
            name: bool(args.get(name, False)) for name in ("discard_unsent", "discard_notes")
        }
        self._rooms.remove(str(args["name"]), **discard)
        return {}

    def _on_account_pause(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        self._rooms.pause(str(args["name"]), bool(args["paused"]))
        return {}

    def _on_account_recheck(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        changes: dict[str, Any] = {
            name: str(args[name]) for name in ("url", "secret") if name in args
        }
        if "settings" in args:
            changes["settings"] = _texts(args["settings"])
        return _plain(self._rooms.recheck(str(args["name"]), changes))

    # --- sync -------------------------------------------------------------------------------

    def _named(self, args: dict[str, Any]) -> list[AccountRoom]:
        self._rooms.reload()
        name = args.get("account")
        return [self._rooms.by_name(str(name))] if name else self._rooms.all()

    def _on_sync_now(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        for room in self._named(args):
            room.session.trust = room.status.state == "held"  # the agent's confirmation
            room.session.resume()
            room.pusher.wake()
        return {}

    def _on_sync_once(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        rooms = self._named(args)
        for room in rooms:
            room.session.resume()
        with ThreadPoolExecutor(max(1, len(rooms)), thread_name_prefix="once") as pool:
            return {"accounts": list(pool.map(AccountRoom.sync_once, rooms))}

    def _on_poke(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        name = str(args["account"])
        for room in self._rooms.all():
            if room.account.name == name:
                room.session.poke()
        return {}

    # --- outbox -----------------------------------------------------------------------------

    def _on_outbox_changed(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        self._wake_pushers()
        if args.get("tell"):
            self._shared.notices.changed(outbox=True)
        return {}

    def _on_outbox_retry(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        self._shared.outbox.retry(str(args["id"]))
        self._wake_pushers()
        return {}

    def _on_outbox_resolve(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        self._shared.outbox.resolve(str(args["id"]), bool(args["sent"]))
        self._wake_pushers()
        return {}

    def _wake_pushers(self) -> None:
        self._shared.notices.changed(outbox=True)
        for room in self._rooms.all():
            room.pusher.wake()
            if not room.session.online:
                room.session.poke()

    # --- tickets ----------------------------------------------------------------------------

    def _on_ticket_open(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        account_id, remote_id = int(args["account_id"]), str(args["remote_id"])
        with self._lock:
            opened = self._opened.setdefault(link.number, set())
            if args.get("open", True) and not link.gone.is_set():
                opened.add((account_id, remote_id))
            else:
                opened.discard((account_id, remote_id))
        self._set_open(account_id, remote_id)
        return {}

    def _set_open(self, account_id: int, remote_id: str) -> None:
        """Open in any window counts as open."""
        with self._lock:
            is_open = any((account_id, remote_id) in opened for opened in self._opened.values())
        for room in self._rooms.all():
            if room.account.id == account_id:
                room.fetcher.open(remote_id, is_open)

    def _on_ticket_fetch(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        room = self._rooms.by_id(int(args["account_id"]))
        future = room.fetcher.want(str(args["remote_id"]), older=bool(args.get("older", False)))
        return {"complete": _result(future)}

    def _on_ticket_view(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        viewed = self._rooms.view(
            str(args["account"]), str(args["remote_id"]), str(args.get("reason", ""))
        )
        return viewing.shape(viewed)

    def _on_attachment_cancel(self, _link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        self._rooms.downloads.cancel(int(args["attachment_id"]))
        return {}

    def _on_attachment_get(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        return {"file": _result(self._rooms.downloads.get(int(args["attachment_id"])))}

    def _on_signal(self, link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        room = self._rooms.by_id(int(args["account_id"]))
        room.signal(str(args["kind"]), str(args["remote_id"]))
        return {}


def _unknown_method(name: str) -> Handler:
    def refuse(link: ClientLink, args: dict[str, Any]) -> dict[str, Any]:
        raise UsageError(f"The engine has no method “{name[:60]}”.")

    return refuse


def _plain(value: msgspec.Struct) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(value)
    return plain


def _texts(value: Any) -> dict[str, str]:
    return msgspec.convert(value, dict[str, str])


def _result(future: Any) -> Any:
    """The result of a future; one that was cancelled because all ends is Stopping."""
    from concurrent.futures import CancelledError

    try:
        return future.result()
    except CancelledError as error:
        raise Stopping from error


def memory_bytes() -> int:
    """Resident memory of this process; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
