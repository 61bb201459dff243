"""Where everything of one base directory lies; all of it readable by the user alone."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from pathlib import Path

import msgspec

from workspace.domain.errors import StoreError


class Paths(msgspec.Struct, frozen=True):
    """The layout of a base directory. Making it touches no disk; `ensure` creates it."""

    base: Path

    @property
    def cache_db(self) -> Path:
        return self.base / "cache.db"

    @property
    def journal_db(self) -> Path:
        return self.base / "journal.db"

    @property
    def desks(self) -> Path:
        return self.base / "desk"

    @property
    def attachments(self) -> Path:
        return self.base / "attachments"

    @property
    def outgoing(self) -> Path:
        return self.base / "outgoing"

    @property
    def connectors(self) -> Path:
        return self.base / "connectors"

    @property
    def macros(self) -> Path:
        """The person's own macros; made when the first one is saved."""
        return self.base / "macros"

    @property
    def logs(self) -> Path:
        return self.base / "logs"

    @property
    def quarantine(self) -> Path:
        return self.base / "quarantine"

    @property
    def keys_file(self) -> Path:
        return self.base / "keys.json"

    @property
    def audit_head(self) -> Path:
        """The newest row of the audit trail, sealed; beside the journal that holds the trail."""
        return self.base / "audit.head"

    @property
    def engine_lock(self) -> Path:
        return self.base / "engine.lock"

    @property
    def engine_file(self) -> Path:
        """JSON: pid, address, protocol. Written by the engine once it listens."""
        return self.base / "engine.json"

    @property
    def authkey_file(self) -> Path:
        return self.base / "authkey"

    @property
    def settings_file(self) -> Path:
        return self.base / "settings.json"

    def ensure(self) -> Paths:
        """Create the folders, user-only (0700 where the system has modes).

        Writes nothing where all is as it should be: a disk that may only be read can be read.
        Raises StoreError.
        """
        folders = (self.desks, self.attachments, self.outgoing, self.connectors, self.logs)
        try:
            self.base.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self.base, *folders):
                folder.mkdir(mode=0o700, exist_ok=True)
                if stat.S_IMODE(folder.stat().st_mode) != 0o700:
                    os.chmod(folder, 0o700)
        except OSError as error:
            raise unusable(self.base, error) from error
        return self

    def endpoint(self, name: str = "engine") -> str:
        """Address of a local endpoint: a socket path short enough for AF_UNIX, or a pipe name."""
        digest = hashlib.sha256(str(self.base.resolve()).encode()).hexdigest()[:16]
        if sys.platform == "win32":
            return rf"\\.\pipe\workspace-{digest}-{name}"
        path = self.base.resolve() / f"{name}.sock"
        if len(os.fsencode(path)) <= 96:  # sun_path holds 104 (macOS) or 108 bytes
            return str(path)
        folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
        private = folder / f"workspace-{os.getuid()}-{digest}"
        private.mkdir(mode=0o700, exist_ok=True)
        return str(private / f"{name}.sock")


def unusable(base: Path, error: OSError) -> StoreError:
    """Why nothing can be kept in this base directory, and what to do."""
    return StoreError(
        f"The base directory {base} can't be used ({error.strerror}).",
        "Check that the disk is there and may be written, or choose another with --basedir.",
    )


def default_base() -> Path:
    """The user's own base directory on this system."""
    from platformdirs import user_data_path

    return user_data_path("workspace", appauthor=False)
