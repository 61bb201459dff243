"""What a command needs: base directory, key, reader, journal door, engine; each opened late."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workspace import plain_words
from workspace.clock import SystemClock
from workspace.console import as_json
from workspace.domain.errors import NotFound, WorkspaceError
from workspace.domain.words import split_ref
from workspace.keys import MasterKey, unlock
from workspace.log import LogSetup, setup_logging
from workspace.paths import Paths, default_base
from workspace.plain_words import PlainWords
from workspace.settings import load_settings

if TYPE_CHECKING:
    from workspace.ipc.client import EngineClient
    from workspace.store.connect import Reader
    from workspace.store.journal import JournalDoor
    from workspace.store.queries.rows import AccountRow, TicketRow


def words_for(paths: Paths, wanted: str = "") -> PlainWords:
    """The words of the language asked for, else of the settings, else of the environment."""
    wanted = wanted or load_settings(paths.settings_file).language
    return plain_words.words(plain_words.language(wanted))


class Session:
    """One run of the command line; `close` lets everything go."""

    def __init__(
        self,
        basedir: Path | None,
        passphrase_file: Path | None,
        *,
        as_json: bool,
        language: str = "",
    ) -> None:
        self.paths = Paths((basedir or default_base()).absolute())
        self.as_json = as_json
        self.words = words_for(self.paths, language)
        self.clock = SystemClock()
        self._passphrase_file = passphrase_file
        self._key: MasterKey | None = None
        self._reader: Reader | None = None
        self._journal: JournalDoor | None = None
        self._engine: EngineClient | None = None
        self._logs: LogSetup | None = None

    @property
    def key(self) -> MasterKey:
        """The master key; the base directory is created on first use."""
        if self._key is None:
            self.paths.ensure()
            self._logs = setup_logging(self.paths, "cli")
            self._key = unlock(self.paths, self._passphrase_file)
        return self._key

    @property
    def reader(self) -> Reader:
        """Read-only door to cache and journal."""
        if self._reader is None:
            from workspace.store.connect import Reader
            from workspace.store.migrations import ensure_schema

            ensure_schema(self.paths, self.key)
            self._reader = Reader(self.paths, self.key)
        return self._reader

    @property
    def journal(self) -> JournalDoor:
        """The write door of clients."""
        if self._journal is None:
            from workspace.store.journal import JournalDoor
            from workspace.store.migrations import ensure_schema

            ensure_schema(self.paths, self.key)
            self._journal = JournalDoor(self.paths, self.key, self.clock)
        return self._journal

    @property
    def engine(self) -> EngineClient:
        """The engine of this base directory, started if there is none."""
        if self._engine is None:
            from workspace.ipc.client import connect_or_start

            self._engine = connect_or_start(self.paths, self.key, "cli", None)
        return self._engine

    def accounts(self) -> list[AccountRow]:
        """All accounts."""
        from workspace.store.queries.accounts import list_accounts

        return list_accounts(self.reader)

    def account(self, name: str) -> AccountRow:
        """The named account; NotFound with the names there are."""
        rows = self.accounts()
        for row in rows:
            if row.name == name:
                return row
        known = ", ".join(row.name for row in rows) or "none yet"
        raise NotFound(f"There is no account “{name}”.", f"Accounts here: {known}.")

    def ticket(self, ref: str) -> TicketRow:
        """The cached ticket of this reference; NotFound says what to do."""
        from workspace.store.queries.tickets import find_ticket

        name, remote_id = split_ref(ref)
        self.account(name)
        row = find_ticket(self.reader, name, remote_id)
        if row is None:
            raise NotFound(
                f"The ticket {ref} is not in the cache.",
                f"Run `workspace sync --once --account {name}`, then try again.",
            )
        return row

    def tell_windows(self) -> None:
        """Windows that are open look again; without an engine there is none to tell."""
        from workspace.ipc.client import EngineClient

        client = EngineClient(self.paths, "cli", None)
        try:
            if client.connect():
                client.call("outbox.changed", timeout_s=10, tell=True)
        except WorkspaceError as error:
            self.say(f"Open windows show it with their next change: {error.message}")
        finally:
            client.close()

    def print(self, value: Any, human: str) -> None:
        """JSON with `--json`, else the human text."""
        if self.as_json:
            print(as_json(value, sys.stdout, indent=1))
        elif human:
            print(self.words.say(human))

    def say(self, text: str) -> None:
        """A remark for people, kept off stdout."""
        print(self.words.say(text), file=sys.stderr)

    def close(self) -> None:
        """Close what was opened."""
        for thing in (self._engine, self._journal, self._reader, self._logs):
            if thing is not None:
                thing.close()
