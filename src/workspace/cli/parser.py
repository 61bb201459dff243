"""The command line's grammar. Imports nothing heavy: the window's start passes through here."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from workspace import __version__
from workspace.cli.spoken_parser import SpokenParser

EPILOG = """\
Without a command the window opens. REF is ACCOUNT:REMOTE_ID as `workspace tickets` prints it.
Exit codes: 0 done, 1 refused, 2 usage, 3 queued only, 4 in doubt.
"""


Command = Callable[[str, str], SpokenParser]

_CHILDREN = ("--engine", "--customers")
_ALONE = ("--key-stdin", "--exit-after-paint", "--demo", "--no-customers", "--stay")


def parse(argv: list[str]) -> argparse.Namespace:
    """The arguments with `verb` set; exits with code 2 and a sentence on misuse."""
    if argv and argv[-1].startswith("workspace:"):  # as the desktop starts it for a link
        argv = [*argv[:-1], *([] if "open" in argv else ["open"]), argv[-1]]
    SpokenParser.arguments = argv
    return build(with_commands=not _is_window(argv)).parse_args(argv)


def _is_window(argv: list[str]) -> bool:
    """Surely no command and no wish for help: only flags, or the base directory with its value."""
    rest = list(argv)
    if "--basedir" in rest[:-1]:
        at = rest.index("--basedir")
        del rest[at : at + 2]
    return all(word in (*_CHILDREN, *_ALONE) for word in rest)


def _common(defaults: bool) -> SpokenParser:
    """Options allowed before and after the command; only the outer one sets defaults."""
    common = SpokenParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = common.add_argument_group("everywhere")

    def option(name: str, default: object, **kwargs: object) -> None:
        if defaults:
            kwargs["default"] = default
        group.add_argument(name, **kwargs)  # type: ignore[arg-type]

    option("--basedir", None, type=Path, metavar="DIR", help="where everything is kept")
    option("--json", False, action="store_true", help="print JSON")
    option(
        "--passphrase-file",
        None,
        type=Path,
        metavar="FILE",
        help="unlock with the passphrase in this file instead of the keyring",
    )
    return common


def build(*, with_commands: bool = True) -> SpokenParser:
    """The whole grammar, or the window's alone: the commands take longer to build than to run."""
    parser = SpokenParser(
        prog="workspace",
        description="One window for contact-center agents, over any ticket backend.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_common(True)],
    )
    parser.add_argument("--version", action="version", version=f"workspace {__version__}")
    _window_options(parser)
    parser.set_defaults(verb="window")
    if not with_commands:
        return parser
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    common = _common(False)

    def command(name: str, summary: str) -> SpokenParser:
        sub = commands.add_parser(name, help=summary, description=summary, parents=[common])
        sub.set_defaults(verb=name)
        return sub

    _account(command("account", "add, list, check or remove accounts"), common)
    sync = command("sync", "bring the cache in step with the backends")
    sync.add_argument("--once", action="store_true", help="return when everything is here")
    sync.add_argument("--account", default="", metavar="NAME", help="only this account")
    _reading(command)
    _writing(command)
    search = command("search", "search everything that is cached")
    search.add_argument("query", nargs="+", metavar="QUERY")
    search.add_argument("--limit", type=int, default=50, metavar="N")
    _outbox(command("outbox", "what waits to be sent, and what became of it"), common)
    _macros(command("macros", "list, check, export or import macros"), common)
    connectors = command("connectors", "list the connectors, or start a new one")
    connectors.add_argument("action", nargs="?", choices=["new"])
    connectors.add_argument("name", nargs="?", metavar="NAME")
    connectors.add_argument("--into", type=Path, default=Path(), metavar="DIR")
    opened = command("open", "show a ticket in the window, which starts if there is none")
    opened.add_argument("link", metavar="LINK", help="workspace:ticket/ACCOUNT/ID, or a REF")
    export = command("export-diagnostics", "write a report without customers' text")
    export.add_argument("file", type=Path, metavar="FILE")
    _audit(command("audit", "check or list the trail of what was done"), common)
    erase = command("erase", "erase a contact from this computer and its embedded desks")
    erase.add_argument("contact", metavar="CONTACT", help="an address, or a REF of their ticket")
    erase.add_argument("--yes", action="store_true", help="don't ask; it can't be undone")
    _desk(command("desk", "back up or restore an embedded desk"), common)
    recovery = command("recovery", "make a recovery code, unlock with one, or change the key")
    recovery.add_argument("action", choices=["new", "use", "rotate"])
    _bench(command("bench", "measure this program on this machine"))
    return parser


def _reading(command: Command) -> None:
    tickets = command("tickets", "list the tickets of a queue")
    tickets.add_argument(
        "--queue",
        default="open",
        metavar="Q",
        help="mine, unassigned, mentions, breaching, snoozed, open, all, channel:X, account:NAME, "
        "saved:NAME",
    )
    tickets.add_argument("--order", default="", metavar="O", help="newest, waiting, due")
    tickets.add_argument("--limit", type=int, default=50, metavar="N")
    command("queues", "list the queues with their counts")
    ticket = command("ticket", "show one ticket with its messages")
    ticket.add_argument("ref", metavar="REF")
    view = command("view", "look at a colleague's ticket; changes nothing, and is recorded")
    view.add_argument("ref", metavar="REF")
    view.add_argument("--reason", required=True, metavar="WHY", help="kept in the audit trail")


def _writing(command: Command) -> None:
    for name, summary in (
        ("reply", "answer the customer"),
        ("note", "add an internal note that customers never see"),
    ):
        write = command(name, summary)
        write.add_argument("ref", metavar="REF")
        text = write.add_mutually_exclusive_group(required=True)
        text.add_argument("--text", metavar="T")
        text.add_argument("--text-file", type=Path, metavar="FILE")
        write.add_argument("--attach", type=Path, action="append", default=[], metavar="FILE")
        _wait(write)
        if name == "note":
            write.add_argument(
                "--local",
                action="store_true",
                help="keep it on this computer only; it is sent nowhere",
            )
    change = command("set", "change fields of a ticket")
    change.add_argument("ref", metavar="REF")
    change.add_argument(
        "changes",
        nargs="+",
        metavar="FIELD=VALUE",
        help="status= assignee= (me, a name, empty) team= priority= tag+= tag-= cf.NAME=",
    )
    _wait(change)
    snooze = command("snooze", "hide a ticket until a time, or until the customer writes")
    snooze.add_argument("ref", metavar="REF")
    when = snooze.add_mutually_exclusive_group(required=True)
    when.add_argument("words", nargs="*", default=[], metavar="WORDS", help="tomorrow 9, 2시간 뒤")
    when.add_argument("--off", action="store_true", help="wake it")


def _window_options(parser: SpokenParser) -> None:
    group = parser.add_argument_group("window")
    group.add_argument("--demo", action="store_true", help="work on a desk with sample data")
    group.add_argument("--no-customers", action="store_true", help="a demo without live customers")
    group.add_argument("--theme", choices=["light", "dark", "system"], default=None)
    group.add_argument("--language", choices=["en", "ko"], default=None)
    group.add_argument("--key-stdin", action="store_true", help=argparse.SUPPRESS)
    group.add_argument("--exit-after-paint", action="store_true", help=argparse.SUPPRESS)
    for flag in _CHILDREN:  # our own child processes
        group.add_argument(
            flag,
            action="store_const",
            const=flag[2:],
            dest="verb",
            help=argparse.SUPPRESS,
        )
    group.add_argument("--stay", action="store_true", help=argparse.SUPPRESS)
    group.add_argument("--account", default="store", help=argparse.SUPPRESS)
    group.add_argument("--seed", type=int, default=1, help=argparse.SUPPRESS)


def _bench(parser: SpokenParser) -> None:
    parser.add_argument("--messages", type=int, default=20_000, metavar="N", help="cache size")
    parser.add_argument("--only", default="", metavar="NAMES", help="parts, separated by commas")
    parser.add_argument("--repeat", type=int, default=200, metavar="N", help="samples a figure")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table there")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write the figures as JSON")
    parser.add_argument(
        "--compare",
        type=Path,
        nargs="+",
        default=[],
        metavar="FILE",
        help="ratios against saved ones",
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="fill and reuse this cache")


def _wait(parser: SpokenParser) -> None:
    parser.add_argument(
        "--wait",
        nargs="?",
        type=float,
        const=120.0,
        default=None,
        metavar="SECONDS",
        help="return only when the backend has it (at most this long, default 120)",
    )


def _account(parser: SpokenParser, common: SpokenParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="action", required=True)
    add = actions.add_parser("add", help="add an account", parents=[common])
    add.add_argument("connector", metavar="CONNECTOR")
    add.add_argument("--name", required=True, metavar="N", help="letters a-z, digits, hyphen")
    add.add_argument("--url", default="", metavar="U")
    add.add_argument("--secret-stdin", action="store_true", help="read the secret from stdin")
    add.add_argument("--set", action="append", default=[], metavar="K=V", dest="settings")
    add.add_argument("--no-check", action="store_true", help="add it without asking the backend")
    actions.add_parser("list", help="list the accounts", parents=[common])
    for name, summary in (
        ("check", "prove address and credentials"),
        ("remove", "remove an account and what is cached of it"),
    ):
        sub = actions.add_parser(name, help=summary, parents=[common])
        sub.add_argument("name", metavar="N")
        if name == "remove":
            sub.add_argument(
                "--force",
                action="store_true",
                help="also with unsent work, local notes or an embedded desk (its only copy)",
            )


def _outbox(parser: SpokenParser, common: SpokenParser) -> None:
    parser.set_defaults(action="list")
    parser.add_argument("--all", action="store_true", help="also what was sent or cancelled")
    actions = parser.add_subparsers(title="actions", dest="action")
    for name, summary in (
        ("retry", "send again what failed"),
        ("cancel", "take back what was not sent yet"),
        ("resolve", "say whether a command in doubt was sent"),
    ):
        sub = actions.add_parser(name, help=summary, parents=[common])
        sub.add_argument("id", metavar="ID")
        if name == "resolve":
            sub.add_argument("answer", choices=["sent", "not-sent"])


def _macros(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="action", required=True)
    actions.add_parser("list", help="all macros, shared ones too", parents=[common])
    check = actions.add_parser("check", help="every fault with its line", parents=[common])
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders")
    export = actions.add_parser("export", help="write a zip or a folder", parents=[common])
    export.add_argument("target", type=Path, metavar="FILE.zip|DIR")
    export.add_argument("ids", nargs="*", metavar="ID", help="only these")
    taking = actions.add_parser("import", help="bring in a zip, folder or file", parents=[common])
    taking.add_argument("source", type=Path, metavar="PATH")
    taking.add_argument(
        "--on-conflict",
        choices=["refuse", "skip", "replace", "rename"],
        default="refuse",
        help="where another one of a name is here",
    )


def _audit(parser: SpokenParser, common: SpokenParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="action", required=True)
    verify = actions.add_parser("verify", help="name the first broken record", parents=[common])
    verify.add_argument(
        "--head", default="", metavar="SEQ:HASH", help="one printed earlier and kept elsewhere"
    )
    listed = actions.add_parser("list", help="the newest records", parents=[common])
    listed.add_argument("--limit", type=int, default=50, metavar="N")


def _desk(parser: SpokenParser, common: SpokenParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="action", required=True)
    for name, summary in (
        ("backup", "write an encrypted copy of a desk"),
        ("restore", "put a desk back from its copy"),
    ):
        sub = actions.add_parser(name, help=summary, parents=[common])
        sub.add_argument("name", metavar="ACCOUNT")
        sub.add_argument("file", type=Path, metavar="FILE")
        if name == "restore":
            sub.add_argument(
                "--recovery-code",
                action="store_true",
                help="of the computer it was made on; read from stdin",
            )
            sub.add_argument(
                "--backup-passphrase-file",
                type=Path,
                default=None,
                metavar="FILE",
                help="with the passphrase of the base directory it was made in",
            )
