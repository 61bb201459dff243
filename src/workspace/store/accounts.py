"""The accounts of this base directory; their secrets are sealed, bound to the account's name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from workspace.clock import Clock, SystemClock
from workspace.domain.errors import NotFound, UsageError
from workspace.domain.words import ACCOUNT_NAME, AccountId, make_ref
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Row
from workspace.store.files import SealedFiles
from workspace.store.journal_file import PER_TICKET, JournalFile, files_in_use

_OF_ACCOUNT = (*PER_TICKET, "link")

_settings_decoder = msgspec.json.Decoder(dict[str, str])


@dataclass(frozen=True, slots=True)
class Account:
    """One login at one backend.

    Attributes:
        secret: in the clear, for the connector only; hidden in repr.
        secret_lost: the sealed secret does not open (changed on disk): ask for it again.
    """

    id: AccountId
    name: str
    connector: str
    url: str
    settings: Mapping[str, str]
    paused: bool
    secret: str = field(default="", repr=False)
    secret_lost: bool = False


class Accounts:
    """Reading and changing accounts; the engine's and, without one, the command line's."""

    def __init__(self, paths: Paths, key: MasterKey, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._file = JournalFile(paths, key, self._clock)
        self._key = key
        self._files = SealedFiles(paths.outgoing, key.subkey("outgoing"))

    def add(
        self, name: str, connector: str, url: str, settings: Mapping[str, str], secret: str
    ) -> AccountId:
        """Keep a new account. Raises UsageError for a bad or taken name."""
        if not ACCOUNT_NAME.match(name):
            raise UsageError(
                f"“{name}” can't be an account's name.",
                "Use small letters, digits and hyphens, for example “support-eu”.",
            )
        with self._file.write() as connection:
            if connection.execute("SELECT 1 FROM account WHERE name = ?", (name,)).fetchone():
                raise UsageError(f"There is an account “{name}” already.", "Choose another name.")
            row = connection.execute(
                "INSERT INTO account (name, connector, url, settings, secret, created_at)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                (
                    name,
                    connector,
                    url,
                    msgspec.json.encode(dict(settings)).decode(),
                    seal_secret(self._key, name, secret),
                    self._clock.now_ms(),
                ),
            ).fetchone()
            self._file.audit(connection, "account.added", row[0], "", connector)
        return AccountId(row[0])

    def all(self) -> list[Account]:
        """Every account, in the order they were added."""
        return [self._account(row) for row in self._file.all(f"{_SELECT} ORDER BY id")]

    def get(self, name: str) -> Account:
        """Raises NotFound."""
        rows = self._file.all(f"{_SELECT} WHERE name = ?", (name,))
        if not rows:
            raise _unknown(name)
        return self._account(rows[0])

    def change(
        self,
        name: str,
        *,
        url: str | None = None,
        settings: Mapping[str, str] | None = None,
        secret: str | None = None,
    ) -> None:
        """Replace what is given. Raises NotFound."""
        columns: dict[str, object] = {}
        if url is not None:
            columns["url"] = url
        if settings is not None:
            columns["settings"] = msgspec.json.encode(dict(settings)).decode()
        if secret is not None:
            columns["secret"] = seal_secret(self._key, name, secret)
        self._update(name, columns, "account.changed")

    def signed_in(self, name: str, problem: str = "") -> None:
        """For the audit: the backend took the credentials, or refused with this kind of error."""
        action = "account.sign_in_failed" if problem else "account.signed_in"
        with self._file.write() as connection:
            row = connection.execute("SELECT id FROM account WHERE name = ?", (name,)).fetchone()
            if row is not None:
                self._file.audit(connection, action, row[0], "", problem)

    def viewed(self, name: str, remote_id: str, reason: str) -> None:
        """For the audit: somebody is about to look at a ticket without working on it."""
        with self._file.write() as connection:
            self._file.record(connection, "viewed.ticket", make_ref(name, remote_id), reason)

    def set_paused(self, name: str, paused: bool) -> None:
        """A paused account neither pulls nor pushes. Raises NotFound."""
        self._update(name, {"paused": int(paused)})

    def remove(
        self, name: str, *, discard_unsent: bool = False, discard_notes: bool = False
    ) -> None:
        """Forget an account, its secret and the files that only it needed, in every byte.

        Raises NotFound; UsageError while drafts or unsent commands hang on it, or notes that
        nobody else has, unless those are to be discarded with it.
        """
        with self._file.write() as connection:
            row = connection.execute("SELECT id FROM account WHERE name = ?", (name,)).fetchone()
            if row is None:
                raise _unknown(name)
            unsent, drafts, notes = connection.execute(
                "SELECT (SELECT count(*) FROM outbox WHERE account_id = ?1"
                " AND state NOT IN ('sent','cancelled')),"
                " (SELECT count(*) FROM draft WHERE account_id = ?1),"
                " (SELECT count(*) FROM local_note WHERE account_id = ?1)",
                row,
            ).fetchone()
            if (unsent or drafts) and not discard_unsent:
                raise UsageError(
                    f"The account “{name}” still holds {unsent} unsent commands and"
                    f" {drafts} drafts, which would be lost.",
                    "Send or discard them first.",
                )
            if notes and not discard_notes:
                raise UsageError(
                    f"Of the account “{name}” {notes} notes are kept on this computer only and"
                    " would be lost.",
                    "Say that they may go, or copy them first: a search for is:local finds them.",
                )
            self._file.audit(connection, "account.removed", row[0])
            before = files_in_use(connection)
            for table in _OF_ACCOUNT:
                connection.execute(f"DELETE FROM {table} WHERE account_id = ?", row)
            connection.execute("DELETE FROM account WHERE id = ?", row)
            unused = sorted(before - files_in_use(connection))
            connection.executemany(
                "DELETE FROM outgoing_file WHERE id = ?", [(one,) for one in unused]
            )
        for file in unused:
            self._files.remove(file)
        self._file.compact()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _update(self, name: str, columns: dict[str, object], audited: str = "") -> None:
        with self._file.write() as connection:
            row = connection.execute("SELECT id FROM account WHERE name = ?", (name,)).fetchone()
            if row is None:
                raise _unknown(name)
            for column, value in columns.items():
                connection.execute(f"UPDATE account SET {column} = ? WHERE id = ?", (value, *row))
            if audited:
                self._file.audit(connection, audited, row[0], "", " ".join(columns))

    def _account(self, row: Row) -> Account:
        identity, name, connector, url, settings, sealed, paused = row
        secret = open_secret(self._key, name, sealed)
        return Account(
            id=AccountId(identity),
            name=name,
            connector=connector,
            url=url,
            settings=_settings_decoder.decode(settings),
            paused=bool(paused),
            secret=secret or "",
            secret_lost=secret is None,
        )


def seal_secret(key: MasterKey, name: str, secret: str) -> bytes:
    """An account's secret as the journal keeps it, bound to the account's name."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return nonce + AESGCM(key.subkey("secrets")).encrypt(nonce, secret.encode(), _bound_to(name))


def open_secret(key: MasterKey, name: str, sealed: bytes | None) -> str | None:
    """The clear secret; None if it was changed on the disk or moved from another account."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if sealed is None:
        return ""
    data = bytes(sealed)
    try:
        cipher = AESGCM(key.subkey("secrets"))
        return cipher.decrypt(data[:12], data[12:], _bound_to(name)).decode()
    except (InvalidTag, ValueError):
        return None


_SELECT = "SELECT id, name, connector, url, settings, secret, paused FROM account"


def _bound_to(name: str) -> bytes:
    return b"account secret\0" + name.encode()


def _unknown(name: str) -> NotFound:
    return NotFound(
        f"There is no account “{name}”.", "`workspace account list` shows those there are."
    )
