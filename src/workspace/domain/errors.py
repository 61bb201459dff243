"""Every error that a person may see: what happened, what it means, what to do."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """An error as it travels over ipc, into the outbox and to `--json`.

    Attributes:
        kind: stable machine word, for example ``auth_failed``.
        message: one sentence: what happened and what it means for the agent.
        action: one sentence: what to do now.
    """

    kind: str
    message: str
    action: str = ""


class WorkspaceError(Exception):
    """Base of all errors of ours. `message` and `action` are shown to people."""

    kind: ClassVar[str] = "error"
    default_action: ClassVar[str] = ""

    def __init__(self, message: str, action: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.action = action or self.default_action

    def problem(self) -> Problem:
        """This error as data."""
        return Problem(self.kind, self.message, self.action)


class UsageError(WorkspaceError):
    """The request itself makes no sense (command line exit code 2)."""

    kind = "usage"


class RecoveryCodeNeeded(UsageError):
    """An embedded desk is the only copy of its tickets; the way back to its key comes first."""

    kind = "recovery_code_needed"
    default_action = "Make a recovery code and write it down, then add the desk."


class NotFound(WorkspaceError):
    """The named thing is not here."""

    kind = "not_found"


class KeyUnavailable(WorkspaceError):
    """The master key cannot be read: no keyring, locked, changed, or wrong passphrase."""

    kind = "key_unavailable"


class WrongPassphrase(KeyUnavailable):
    """The passphrase is not the one that the master key is wrapped under."""

    kind = "wrong_passphrase"
    default_action = "Check what was typed or the file, or use the recovery code."


class WrongCode(KeyUnavailable):
    """The recovery code is mistyped, or not the one of this base directory."""

    kind = "wrong_code"


class StoreError(WorkspaceError):
    """A local file can't be read or written."""

    kind = "store"


class EncryptionMissing(StoreError):
    """SQLCipher is not what opened the file. The program refuses to go on."""

    kind = "encryption_missing"


class SchemaTooNew(StoreError):
    """The file was written by a newer program."""

    kind = "schema_too_new"
    default_action = "Start the newer version of Workspace, or use another base directory."


class EngineUnavailable(WorkspaceError):
    """No engine answers; the window goes on without it."""

    kind = "engine_unavailable"


class ConnectorError(WorkspaceError):
    """Base of what a connector may raise."""

    kind = "connector"


class AuthFailed(ConnectorError):
    """The credentials were refused. Nothing was accepted."""

    kind = "auth_failed"
    default_action = "Enter the credentials of this account again."


class Forbidden(ConnectorError):
    """Signed in, but not allowed to do this. Nothing was accepted."""

    kind = "forbidden"
    default_action = "Ask an administrator of the backend for this right."


class RateLimited(ConnectorError):
    """Too many requests. Nothing was accepted; retry after `retry_after_s` seconds."""

    kind = "rate_limited"

    def __init__(self, message: str, retry_after_s: float = 30.0, action: str = "") -> None:
        super().__init__(message, action or "Nothing to do: it goes on by itself.")
        self.retry_after_s = retry_after_s


class Unavailable(ConnectorError):
    """The backend did not take the request at all: refused, no name, no TLS.

    Raise it from `push` only when the request provably was not accepted; else return `Unknown`.
    """

    kind = "unavailable"
    default_action = "Nothing to do: it is tried again by itself."


class Rejected(ConnectorError):
    """The backend read the request and said no. Permanent; nothing was accepted."""

    kind = "rejected"

    def __init__(self, message: str, field: str = "", action: str = "") -> None:
        super().__init__(message, action or "Change it and send again.")
        self.field = field


class Conflict(ConnectorError):
    """The ticket changed since the command was made. Nothing was accepted."""

    kind = "conflict"
    default_action = "Look at what changed, then send again or drop it."


class Unsupported(ConnectorError):
    """This backend or channel cannot do that."""

    kind = "unsupported"


class BadAnswer(ConnectorError):
    """The server answered something that is not its protocol (HTML, half an answer)."""

    kind = "bad_answer"
    default_action = "Check the address of the account, and any proxy or sign-in page between."


class CursorLost(ConnectorError):
    """The feed can't go on from this cursor; history starts anew, nothing is deleted."""

    kind = "cursor_lost"


class Gone(ConnectorError):
    """The ticket, entry or attachment no longer exists at the backend."""

    kind = "gone"


class ReadOnly(ConnectorError):
    """A read-only session refused a write before it left."""

    kind = "read_only"


class ContractBug(ConnectorError):
    """A connector broke its contract. The account pauses; the text names the rule."""

    kind = "contract_bug"
    default_action = "Report it to the author of the connector; the account is paused."
