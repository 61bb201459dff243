"""The composition root: builds the window, the engine or the demo, and starts it."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workspace import console
from workspace.domain.errors import UsageError, WorkspaceError
from workspace.keys import MasterKey
from workspace.paths import Paths, default_base, unusable

if TYPE_CHECKING:
    import subprocess

DEMO_ACCOUNT = "store"


def start(arguments: argparse.Namespace) -> int:
    """Start what the arguments name; returns the exit code. What stops it goes to stderr."""
    try:
        return _start(arguments)
    except WorkspaceError as error:
        _complain(error, arguments)
        return 2 if isinstance(error, UsageError) else 1


def _complain(error: WorkspaceError, arguments: argparse.Namespace) -> None:
    from workspace.cli.session import words_for

    say = words_for(
        Paths((arguments.basedir or default_base()).absolute()), arguments.language or ""
    ).say
    console.complain(f"{say(error.message)} {say(error.action)}".rstrip())


def _start(arguments: argparse.Namespace) -> int:
    if arguments.verb == "engine":
        paths = Paths(arguments.basedir.absolute()).ensure()
        return _engine(paths, arguments)
    if arguments.verb == "customers":
        from workspace.demo.customers import run
        from workspace.log import setup_logging

        paths = Paths(arguments.basedir.absolute())
        key = MasterKey.from_hex(sys.stdin.readline())
        stop = threading.Event()
        # The parent holds our stdin open; its end is ours.
        threading.Thread(target=_stop_at_end_of_stdin, args=(stop,), daemon=True).start()
        logs = setup_logging(paths, "customers")
        run(paths, key, arguments.account, seed=arguments.seed, stop=stop)
        logs.close()
        return 0
    link = _link(arguments)
    gc.disable()  # what is imported now stays; ui.runtime.collector takes over, and gives it back
    _see_a_display()
    if arguments.demo:
        return _demo(arguments, link)
    from workspace.ui.app_window import run as run_window

    paths = Paths((arguments.basedir or default_base()).absolute()).ensure()
    return run_window(
        paths,
        MasterKey.from_hex(sys.stdin.readline()) if arguments.key_stdin else None,
        passphrase_file=arguments.passphrase_file,
        theme=arguments.theme,
        language=arguments.language,
        exit_after_paint=arguments.exit_after_paint,
        link=link,
    )


def _see_a_display() -> None:
    """Without one Qt would end the program by a signal, after words for its own developers."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, screens)):
        raise WorkspaceError(
            "There is no display here, so no window can open.",
            "Log in to a desktop or connect with `ssh -X`; `workspace --help` names the commands "
            "that need none.",
        )


def _link(arguments: argparse.Namespace) -> str:
    """The ticket to show, as a link; UsageError if it is none, before anything starts."""
    if arguments.verb != "open":
        return ""
    from workspace.domain.links import SCHEME, make_link, parse_link
    from workspace.domain.words import split_ref

    link: str = arguments.link
    if not link.startswith(SCHEME):
        link = make_link(*split_ref(link))
    parse_link(link)
    return link


def _engine(paths: Paths, arguments: argparse.Namespace) -> int:
    from workspace.sync.service import run_engine

    try:
        return run_engine(paths, _key_of_child(paths, arguments), stay=arguments.stay)
    except OSError as error:  # not even the lock can be taken
        raise unusable(paths.base, error) from error


def _stop_at_end_of_stdin(stop: threading.Event) -> None:
    sys.stdin.read()
    stop.set()


def _key_of_child(paths: Paths, arguments: argparse.Namespace) -> MasterKey:
    if arguments.passphrase_file:
        from workspace.keys import unlock

        return unlock(paths, arguments.passphrase_file)
    return MasterKey.from_hex(sys.stdin.readline())


def _demo(arguments: argparse.Namespace, link: str) -> int:
    """A real desk with sample data: in a temporary base directory unless one is named."""
    try:
        if arguments.basedir is not None:
            from workspace.keys import unlock

            paths = Paths(arguments.basedir.absolute()).ensure()
            return _run_demo(paths, unlock(paths, arguments.passphrase_file), arguments, link)
        from workspace.demo.folder import demo_folder

        with demo_folder() as folder:
            paths = Paths(folder).ensure()
            try:  # the data dies with the folder, so may the key
                return _run_demo(paths, MasterKey.generate(), arguments, link)
            finally:
                stop_engine(paths)
    except WorkspaceError as error:
        _complain(error, arguments)
        return 1


def _run_demo(paths: Paths, key: MasterKey, arguments: argparse.Namespace, link: str) -> int:
    from workspace.ui.app_window import run as run_window

    prepare_demo(paths, key)
    customers = None if arguments.no_customers else _start_customers(paths, key)
    try:
        return run_window(
            paths,
            key,
            theme=arguments.theme,
            language=arguments.language,
            exit_after_paint=arguments.exit_after_paint,
            link=link,
            customers_pause=_pause_file(paths) if customers else None,
        )
    finally:
        _end(customers)


def _pause_file(paths: Paths) -> Path:
    from workspace.demo.customers import PAUSE_FILE

    return paths.desks / DEMO_ACCOUNT / PAUSE_FILE


def prepare_demo(paths: Paths, key: MasterKey) -> None:
    """Seed the desk once; a kept demo is found as it was left."""
    from workspace.demo.sample_macros import lay_macros
    from workspace.demo.seed import seed_desk
    from workspace.store.accounts import Accounts
    from workspace.store.migrations import ensure_schema

    ensure_schema(paths, key)
    accounts = Accounts(paths, key)
    try:
        if not any(account.name == DEMO_ACCOUNT for account in accounts.all()):
            seed_desk(paths, key, DEMO_ACCOUNT)
            accounts.add(DEMO_ACCOUNT, "desk", "", {}, "")
            lay_macros(paths)
    finally:
        accounts.close()


def _start_customers(paths: Paths, key: MasterKey) -> subprocess.Popen[str]:
    import subprocess

    from workspace.ipc.client import on_its_own, own_command

    process = subprocess.Popen(
        [*own_command(), "--customers", "--basedir", str(paths.base), "--account", DEMO_ACCOUNT],
        stdin=subprocess.PIPE,
        text=True,
        **on_its_own(),  # Ctrl+C is for the window; the end of their stdin is for them
    )
    assert process.stdin is not None
    process.stdin.write(key.to_hex() + "\n")
    process.stdin.flush()
    return process


def _end(process: subprocess.Popen[str] | None) -> None:
    import subprocess

    if process is None:
        return
    assert process.stdin is not None
    process.stdin.close()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()


def stop_engine(paths: Paths) -> None:
    """The folder goes away, so the engine must be gone first."""
    from filelock import FileLock, Timeout

    from workspace.ipc.client import EngineClient

    client = EngineClient(paths, "demo", None)
    if client.connect(2):
        with suppress(WorkspaceError):  # it ended before it could answer, which is what was asked
            client.call("stop", timeout_s=10)
        client.close()
        with suppress(Timeout), FileLock(paths.engine_lock, timeout=10):
            pass  # Windows: a folder can't go away while the engine has files in it open
