"""The accounts of a base directory: starting, adding, checking, pausing and removing them."""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workspace.domain.errors import (
    AuthFailed,
    BadAnswer,
    Gone,
    NotFound,
    RecoveryCodeNeeded,
    UsageError,
    WorkspaceError,
)
from workspace.domain.items import Fetched
from workspace.domain.words import AccountId
from workspace.keys import needs_recovery_code
from workspace.log import register_secret
from workspace.paths import Paths
from workspace.store.accounts import Account, Accounts
from workspace.store.erasure import erase_copies
from workspace.sync.account_room import AccountRoom, Shared
from workspace.sync.cache_thread import Lane
from workspace.sync.connectors.contract import (
    AccountConfig,
    Checked,
    Connector,
    Host,
    Manifest,
    TicketRef,
)
from workspace.sync.downloads import Downloads
from workspace.sync.session import Session

log = logging.getLogger("workspace.sync")

MOST_REASON = 200

Loader = Callable[[str, Paths], type[Connector]]


class AccountRooms:
    """All accounts of the base directory. Changes are made one at a time; any thread."""

    def __init__(
        self, shared: Shared, downloads_of: Callable[..., Downloads], load: Loader
    ) -> None:
        self._shared = shared
        self._load = load
        self._accounts = Accounts(shared.paths, shared.key, shared.clock)
        self._lock = threading.Lock()  # of the dictionary, never held for long
        self._changing = threading.RLock()  # of changes, which may take their time
        self._stopped = False
        self._rooms: dict[AccountId, AccountRoom] = {}
        self.downloads = downloads_of(self.session_of)

    # --- finding ----------------------------------------------------------------------------

    def all(self) -> list[AccountRoom]:
        """The accounts at work."""
        with self._lock:
            return list(self._rooms.values())

    def by_id(self, account_id: int) -> AccountRoom:
        """Raises NotFound."""
        with self._lock:
            room = self._rooms.get(AccountId(account_id))
        if room is None:
            raise NotFound("This account is not connected.", "Look at the accounts' state.")
        return room

    def by_name(self, name: str) -> AccountRoom:
        """Raises NotFound."""
        for room in self.all():
            if room.account.name == name:
                return room
        self._accounts.get(name)  # raises NotFound if it does not exist at all
        raise NotFound(
            f"The account “{name}” can't be used: its connector is not there.",
            "Install the connector again, or remove the account.",
        )

    def session_of(self, account_id: int) -> Session | None:
        """The session of an account that is at work."""
        with self._lock:
            room = self._rooms.get(AccountId(account_id))
        return room.session if room else None

    # --- starting and stopping --------------------------------------------------------------

    def reload(self) -> None:
        """Start accounts that are new in the journal, stop those that are gone."""
        with self._changing:
            if self._stopped:
                return
            listed = {account.id: account for account in self._accounts.all()}
            running = {room.account.id for room in self.all()}
            for account_id in running - set(listed):
                self._end(account_id)
            for account_id, account in listed.items():
                if account_id not in running:
                    self._begin(account)

    def stop(self) -> None:
        """End all accounts, together."""
        with self._changing:
            self._stopped = True
            rooms = self.all()
            for room in rooms:
                room.session.stop()
            self.downloads.stop()
            for room in rooms:
                room.stop()
            with self._lock:
                self._rooms.clear()
            self._accounts.close()

    def _begin(self, account: Account) -> None:
        register_secret(account.secret)
        try:
            connector = self._connect(account)
        except WorkspaceError as error:
            log.error("account %s can't be used: %s", account.name, error.message)
            self._write_state(account.id, "error", error)
            return
        room = AccountRoom(account, connector, self._shared, self.downloads)
        with self._lock:
            self._rooms[account.id] = room
        if account.secret_lost:
            room.session.halt(
                AuthFailed("The stored credentials of this account can't be opened any more.")
            )
        room.start()

    def _end(self, account_id: AccountId) -> None:
        with self._lock:
            room = self._rooms.pop(account_id, None)
        if room is not None:
            room.stop()

    def _write_state(self, account_id: int, state: str, error: WorkspaceError) -> None:
        self._shared.cache.submit(
            Lane.LIVE,
            lambda writer: writer.set_account_state(
                account_id,
                state=state,
                error_kind=error.kind,
                error_message=error.message,
                error_action=error.action,
            ),
        )
        self._shared.notices.changed(accounts=True)

    def _connect(self, account: Account) -> Connector:
        data_dir = self._shared.paths.desks / account.name
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self._make(
            account.connector, account.name, account.url, account.settings, account.secret, data_dir
        )

    def _make(
        self,
        connector: str,
        name: str,
        url: str,
        settings: Mapping[str, str],
        secret: str,
        data_dir: Path,
        *,
        read_only: bool = False,
    ) -> Connector:
        kind = self._load(connector, self._shared.paths)
        config = AccountConfig(name=name, url=url, settings=dict(settings), secret=secret)
        host = Host(
            clock=self._shared.clock,
            log=logging.getLogger(f"workspace.connector.{connector}"),
            data_dir=data_dir,
            data_key=self._shared.key.subkey("desk"),
            read_only=read_only,
            proxy=settings.get("proxy", ""),
            ca_file=settings.get("ca_file", ""),
        )
        try:
            return kind(config, host)
        except WorkspaceError:
            raise
        except Exception as error:
            log.exception("connector %s can't be made", connector)
            raise UsageError(
                f"The connector “{connector}” can't be used with these settings "
                f"({type(error).__name__}).",
                "Check the settings of the account, or report it to the connector's author.",
            ) from error

    # --- what agents ask for ----------------------------------------------------------------

    def check(
        self, connector: str, url: str, settings: Mapping[str, str], secret: str, name: str = ""
    ) -> Checked:
        """Try an account before it is added; leaves nothing behind."""
        register_secret(secret)
        kind = self._load(connector, self._shared.paths)
        settings = completed(kind.manifest, url, settings, secret)
        folder = Path(tempfile.mkdtemp(prefix="check-", dir=self._shared.paths.base))
        try:
            made = self._make(connector, name or "check", url, settings, secret, folder)
            try:
                return _checked(made)
            finally:
                made.close()
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def add(
        self,
        name: str,
        connector: str,
        url: str,
        settings: Mapping[str, str],
        secret: str,
        *,
        check: bool,
    ) -> AccountId:
        """Add an account (checked first, if asked) and start it.

        Raises RecoveryCodeNeeded for an embedded desk that a lost keyring would take along.
        """
        kind = self._load(connector, self._shared.paths)
        if kind.manifest.embedded and needs_recovery_code(self._shared.paths):
            raise RecoveryCodeNeeded(
                "This desk would be the only copy of its tickets: if the keyring of this system"
                " were lost or the passphrase forgotten, nobody could read it any more."
            )
        settings = completed(kind.manifest, url, settings, secret)
        if check:
            self.check(connector, url, settings, secret, name)
        with self._changing:
            account_id = self._accounts.add(name, connector, url, settings, secret)
            if check:
                self._accounts.signed_in(name)
            self.reload()
        self._shared.notices.changed(accounts=True)
        return account_id

    def remove(self, name: str, **discard: bool) -> None:
        """Stop an account and forget it. An embedded desk's file stays: it is the only copy.

        `discard` as in `Accounts.remove`, whose errors it raises.
        """
        with self._changing:
            account = self._accounts.get(name)
            self._accounts.remove(name, **discard)
            self._end(account.id)
            self._shared.cache.call(Lane.LIVE, lambda writer: writer.drop_account(account.id))
            self._shared.cache.call(Lane.HISTORY, lambda writer: writer.compact())
            erase_copies(self._shared.paths)
        self.downloads.sweep()
        self._shared.notices.changed(self._shared.lookup.seq(), accounts=True)

    def pause(self, name: str, paused: bool) -> None:
        """Stop or resume asking and sending; kept across restarts."""
        self._accounts.set_paused(name, paused)
        self.by_name(name).session.set_paused(paused)

    def recheck(self, name: str, changes: Mapping[str, Any]) -> Checked:
        """Check an account again, with new credentials or settings if given; then resume it."""
        account = self._accounts.get(name)
        url = str(changes.get("url", account.url))
        settings = dict(changes.get("settings", account.settings))
        secret = str(changes.get("secret", account.secret))
        register_secret(secret)
        data_dir = self._shared.paths.desks / account.name
        made = self._make(account.connector, name, url, settings, secret, data_dir)
        try:
            checked = _checked(made)
        except WorkspaceError as error:
            self._accounts.signed_in(name, error.kind)
            raise
        finally:
            made.close()
        self._accounts.signed_in(name)
        if changes:
            with self._changing:
                self._accounts.change(name, url=url, settings=settings, secret=secret)
                self._end(account.id)
                self.reload()
        else:
            self.reload()
        self.by_name(name).session.resume()
        return checked

    def view(self, name: str, remote_id: str, reason: str) -> Fetched:
        """The newest part of a ticket, for somebody who looks at another's work.

        The one door to sessions that only read: who looked at what, when and why is in the audit
        trail before the backend is asked, and stays there if the backend then refuses.
        """
        if not (reason := " ".join(reason.split())):
            raise UsageError(
                "Looking at a ticket without working on it needs a reason.",
                "Say why: it is kept in the audit trail.",
            )
        account = self._accounts.get(name)
        self._accounts.viewed(name, remote_id, reason[:MOST_REASON])
        made = self._make(
            account.connector,
            name,
            account.url,
            account.settings,
            account.secret,
            self._shared.paths.desks / name,
            read_only=True,
        )
        try:
            return made.fetch(TicketRef(remote_id), "")
        finally:
            made.close()


def completed(
    manifest: Manifest, url: str, settings: Mapping[str, str], secret: str
) -> dict[str, str]:
    """The settings with defaults; UsageError for what is missing, unknown or no choice."""
    given = {"url": url, "secret": secret, **settings}
    result = dict(settings)
    for setting in manifest.settings:
        value = given.get(setting.name, "") or setting.default
        if not value and setting.required and setting.kind != "secret":
            raise UsageError(
                f"“{setting.label}” is missing.", f"Give it with --set {setting.name}=…"
            )
        if value and setting.choices and value not in setting.choices:
            raise UsageError(
                f"“{value}” is not a choice of “{setting.label}”.",
                f"Choose one of: {', '.join(setting.choices)}.",
            )
        if value and setting.name not in ("url", "secret"):
            result[setting.name] = value
    return result


def _checked(connector: Connector) -> Checked:
    try:
        return connector.check()
    except Gone as error:
        raise BadAnswer(
            f"Something answers at this address, but it is no {connector.manifest.title}.",
            "Check the address of the account.",
        ) from error
    except WorkspaceError:
        raise
    except Exception as error:
        log.exception("check of connector %s failed", connector.manifest.name)
        raise UsageError(
            f"The connector “{connector.manifest.name}” failed ({type(error).__name__}).",
            "Report it to its author; the reason is in the engine's log.",
        ) from error
