"""`workspace desk backup|restore` and `workspace recovery new|use`."""

from __future__ import annotations

import argparse
import getpass
import sys

from filelock import FileLock, Timeout

from workspace import key_copy
from workspace.cli.session import Session
from workspace.domain.errors import EngineUnavailable, StoreError, UsageError


def run(session: Session, arguments: argparse.Namespace) -> int:
    """Copy a desk out of, or back into, its account. The copy stays encrypted."""
    from workspace.store.queries.local_notes import count_local_notes
    from workspace.sync.connectors.desk.backup import backup, restore

    account = session.account(arguments.name)
    if account.connector != "desk":
        raise UsageError(
            f"{account.name} is not an embedded desk.", "Backends keep their own copies."
        )
    folder = session.paths.desks / account.name
    key = session.key.subkey("desk")
    if arguments.action == "backup":
        copy = key_copy.copy_of_key(session.paths)
        backup(folder, key, arguments.file)
        key_file = key_copy.key_file_of(arguments.file)
        key_file.write_bytes(copy)
        session.journal.record("export.desk", account.name)
        notes = count_local_notes(session.reader, account.id)
        if notes:
            session.say(
                f"{notes} notes that are kept on this computer only are not in it: they are no"
                " part of the desk."
            )
        session.print(
            {"file": str(arguments.file), "key_file": str(key_file), "local_notes": notes},
            f"{account.name} is backed up. Keep {key_file.name} beside it: with it and the recovery"
            " code the desk can be restored on another computer.",
        )
        return 0
    source_key = _key_of_backup(session, arguments)
    stop_engine(session)  # it holds the desk's file open
    try:
        with FileLock(session.paths.engine_lock, timeout=30):
            restore(folder, key, arguments.file, source_key)
    except Timeout as error:
        raise StoreError(
            "The desk is in use, so nothing was restored.",
            "Close every window of Workspace and stop `workspace sync`, then try again.",
        ) from error
    session.journal.record("desk.restored", account.name)
    session.print({"file": str(arguments.file)}, f"{account.name} is restored.")
    return 0


def _key_of_backup(session: Session, arguments: argparse.Namespace) -> bytes | None:
    """The desk key of the base directory it was made in; None: this one's."""
    passphrase_file = arguments.backup_passphrase_file
    if not arguments.recovery_code and passphrase_file is None:
        return None
    code = _read_code() if arguments.recovery_code else ""
    file = key_copy.key_file_of(arguments.file)
    return key_copy.open_copy(file, code, passphrase_file).subkey("desk")


def _read_code() -> str:
    code = getpass.getpass("Recovery code: ") if sys.stdin.isatty() else sys.stdin.readline()
    return code.strip()


def stop_engine(session: Session) -> None:
    """A running engine ends; a window that needs it starts it again by itself."""
    from workspace.ipc.client import EngineClient

    client = EngineClient(session.paths, "cli", None)
    try:
        if client.connect(2):
            client.call("stop", timeout_s=30)
    except EngineUnavailable:
        return  # it ended before it could answer
    finally:
        client.close()


def run_recovery(session: Session, arguments: argparse.Namespace) -> int:
    """Print a new code (the old one dies), or unlock this base directory with one."""
    from workspace import keys

    if arguments.action == "new":
        code = keys.new_recovery_code(session.paths, session.key)
        session.journal.record("recovery.code_made")
        session.print({"code": code}, code)
        return 0
    if arguments.action == "rotate":
        from workspace.store.rotation import rotate

        key = session.key
        session.close()
        stop_engine(session)
        code = rotate(session.paths, key, arguments.passphrase_file, session.clock.now_ms())
        session.print({"code": code}, f"Everything is locked with a new key. New code: {code}")
        return 0
    key = keys.recover(session.paths, _read_code())
    keys.keep(session.paths, key)
    session.print({"recovered": True}, "Unlocked; the key lies in this system's keyring again.")
    return 0
