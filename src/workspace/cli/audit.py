"""`workspace audit verify|list`: the trail of what was sent, changed, exported and signed in."""

from __future__ import annotations

import argparse
from typing import Any

from workspace.cli import shapes
from workspace.cli.session import Session
from workspace.domain.errors import NotFound, UsageError
from workspace.sqlcipher import Connection, open_database
from workspace.store import audit
from workspace.store.audit import Broken, Head
from workspace.store.audit_head import AuditHead

WHAT = {
    "changed": "Record {seq} is not as it was written; those before it are.",
    "missing": "Record {seq} is missing; those before it are as they were written.",
    "cut off": "The trail ends too early: record {seq} and what came after it is gone.",
    "replaced": "Record {seq} is another than the one that was remembered.",
    "head": "The file audit.head is missing or forged, so a cut-off end of the trail can't be told;"
    " the {rows} records there are follow from each other.",
    "uncovered": "The file audit.head was missing when record {seq} was written; what may have been"
    " cut off before it can't be told.",
}


def run(session: Session, arguments: argparse.Namespace) -> int:
    """Check the trail (exit code 1 if it is broken), or print its newest records."""
    key = session.key
    if not session.paths.journal_db.exists():
        raise NotFound("Nothing was done here yet, so there is no trail.", "Check `--basedir`.")
    state, known, began = AuditHead(session.paths, key).known()
    connection = open_database(session.paths.journal_db, key.subkey("journal"), read_only=True)
    try:
        if arguments.action == "list":
            return _list(session, connection, arguments.limit)
        earlier = _head_of(arguments.head)
        connection.execute("BEGIN")  # all of it at one moment
        audit_key = key.subkey("audit")
        broken = audit.verify(connection, audit_key, known)
        if broken is None and earlier is not None:
            broken = audit.verify(connection, audit_key, earlier)
        return _tell(session, audit.head(connection), broken, state, began)
    finally:
        connection.close()


def _tell(session: Session, newest: Head, broken: Broken | None, state: str, began: int) -> int:
    what, seq = (broken.what, broken.seq) if broken else ("", 0)
    if not what and newest.seq and state != "known":
        what, seq = "head", newest.seq + 1
    elif not what and began > 2:  # a power cut right after the first record may leave 2
        what, seq = "uncovered", began
    head = f"{newest.seq}:{newest.hash.hex()}"
    result: dict[str, Any] = {"ok": not what, "records": newest.seq, "head": head}
    if what:
        told = WHAT[what].format(seq=seq, rows=newest.seq)
        session.print(result | {"first_broken": seq, "what": what, "message": told}, told)
        return 1
    session.print(result, f"All {newest.seq} records are as they were written. Head: {head}")
    return 0


def _head_of(text: str) -> Head | None:
    """SEQ:HASH as an earlier `verify` printed it, kept in another place."""
    if not text:
        return None
    seq, _, digest = text.partition(":")
    try:
        head = Head(int(seq), bytes.fromhex(digest))
    except ValueError:
        head = Head(0, b"")
    if len(head.hash) != len(audit.FIRST):
        raise UsageError(f"“{text}” is no head.", "Give it as `workspace audit verify` printed it.")
    return head


def _list(session: Session, connection: Connection, limit: int) -> int:
    rows = connection.execute(
        "SELECT seq, at, action, ref, detail FROM audit ORDER BY seq DESC LIMIT ?", (limit,)
    ).fetchall()
    names = ("seq", "at", "action", "ref", "detail")
    records = [
        dict(zip(names, (seq, shapes.iso(at), *rest), strict=True)) for seq, at, *rest in rows
    ]
    lines = [
        f"{one['seq']:>6}  {one['at']}  {one['action']:<22} {one['ref']}  {one['detail']}".rstrip()
        for one in records
    ]
    session.print(records, "\n".join(lines) or "No records yet.")
    return 0
