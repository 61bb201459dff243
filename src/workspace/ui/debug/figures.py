"""What the debugging view shows, gathered and written as text. No word of a customer gets here."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from workspace.store.queries.rows import OutboxRow
from workspace.store.slow_log import SlowQuery
from workspace.ui.runtime.trace import Heard
from workspace.ui.runtime.watchdog import Block

Lines = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Figures:
    """A state of everything, read at one moment. Names of columns are not translated: they are
    what a report to the makers says."""

    outbox: Sequence[OutboxRow] = ()
    heard: Sequence[Heard] = ()
    counts: dict[str, int] = field(default_factory=dict)
    slow: Sequence[SlowQuery] = ()
    blocks: Sequence[Block] = ()
    blocked: int = 0
    engine: dict[str, Any] = field(default_factory=dict)


def moment(at_ms: int) -> str:
    """Local time of day to the millisecond; "" for never."""
    if not at_ms:
        return ""
    return datetime.datetime.fromtimestamp(at_ms / 1000).strftime("%H:%M:%S.%f")[:-3]


OUTBOX = (
    "command",
    "kind",
    "account",
    "state",
    "tries",
    "created",
    "not before",
    "last try",
    "error",
)
NOTICES = ("time", "notice", "numbers")
SLOW = ("time", "process", "read", "ms", "rows")
BLOCKED = ("time", "ms", "where")
ENGINE = ("what", "value")


def outbox_lines(rows: Iterable[OutboxRow]) -> Lines:
    """Commands by id and state; neither their text nor their ticket."""
    return [
        (
            row.id,
            row.command,
            str(row.account_id),
            f"{row.state}{' (asks the agent)' if row.needs_agent else ''}",
            str(row.attempts),
            moment(row.created_at),
            moment(row.not_before),
            moment(row.last_try_at),
            row.error_kind,
        )
        for row in rows
    ]


def notice_lines(heard: Iterable[Heard]) -> Lines:
    """Newest first."""
    return [(moment(each.at), each.kind, each.numbers) for each in reversed(list(heard))]


def slow_lines(figures: Figures) -> Lines:
    """Newest first; the engine's among the window's."""
    told = [(SlowQuery(*each), "engine") for each in figures.engine.get("slow", ())]
    told += [(each, "window") for each in figures.slow]
    return [
        (moment(each.at), where, each.name, f"{each.spent_ms:.0f}", str(each.rows))
        for each, where in sorted(told, key=lambda row: -row[0].at)
    ]


def block_lines(blocks: Iterable[Block]) -> Lines:
    """Newest first, with the innermost call."""
    return [
        (moment(each.at), f"{each.spent_ms:.0f}", each.stack.rpartition("\n")[2])
        for each in reversed(list(blocks))
    ]


def engine_lines(figures: Figures) -> Lines:
    """The engine's own figures, one line per account, and what this window heard of it."""
    status = figures.engine
    lines: Lines = []
    if not status:
        lines.append(("engine", "does not answer"))
    else:
        lines.append(("engine pid", str(status.get("pid", ""))))
        lines.append(("engine memory", f"{int(status.get('memory_bytes', 0)) // 1_000_000} MB"))
        lines += [(f"waiting: {k}", str(v)) for k, v in dict(status.get("queue", {})).items()]
    for account in status.get("accounts", ()):
        words = ", ".join(
            f"{name} {account[name]}"
            for name in ("state", "online", "paused", "halted", "requests", "to_fetch", "streaming")
            if account.get(name) not in ("", None)
        )
        lines.append((f"account {account.get('account_id')}", words))
    lines += [(f"notices: {kind}", str(n)) for kind, n in sorted(figures.counts.items())]
    lines.append(("window blocked over 100 ms", str(figures.blocked)))
    return lines


def as_text(figures: Figures, versions: str) -> str:
    """All of it, for a report."""
    parts = [
        (f"# Outbox ({len(figures.outbox)})", OUTBOX, outbox_lines(figures.outbox)),
        ("# Engine", ENGINE, engine_lines(figures)),
        (f"# Slow queries ({len(figures.slow)})", SLOW, slow_lines(figures)),
        (f"# Blocked window ({figures.blocked})", BLOCKED, block_lines(figures.blocks)),
        (f"# Notices ({len(figures.heard)})", NOTICES, notice_lines(figures.heard)),
    ]
    text = [versions]
    for title, columns, lines in parts:
        text += ["", title, "\t".join(columns), *("\t".join(line) for line in lines)]
    text += [f"\n# Stack at {moment(b.at)}, {b.spent_ms:.0f} ms\n{b.stack}" for b in figures.blocks]
    return "\n".join(text) + "\n"
