"""One logging set-up for window, engine and command line: JSON lines without secrets.

What leaves here is redacted twice over: secrets that were registered at run time, by value, and
patterns of what must never lie in a log (credentials, addresses, phone and card numbers).
Customers' texts are never logged in the first place.
"""

from __future__ import annotations

import datetime
import faulthandler
import json
import logging
import re
import sys
import threading
import traceback
import types
import urllib.parse
from functools import cache
from pathlib import Path
from typing import IO, Any

from workspace.domain import sensitive
from workspace.paths import Paths

MAX_BYTES = 2_000_000
BACKUPS = 4
HIDDEN = "‹secret›"
_SHORTEST_SECRET = 4

_secrets: set[str] = set()
_secrets_lock = threading.Lock()


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is replaced, by what, before numbers are; compiled for the first line."""
    return (
        (
            re.compile(
                r"((?:proxy-)?authorization[\"']?\s*[:=]\s*[\"']?)"
                r"(?:(?:basic|bearer|token)\s+)?[^\s\"',;}]+",
                re.IGNORECASE,
            ),
            rf"\1{HIDDEN}",
        ),
        (
            re.compile(r"\b(basic|bearer|token)\s+[A-Za-z0-9+/=._~-]{8,}", re.IGNORECASE),
            rf"\1 {HIDDEN}",
        ),
        (
            re.compile(
                r"((?:[a-z0-9]*[_-])?(?:token|passw(?:or)?d|passphrase|pwd|secret|api[_-]?key|cookie"
                r"|session(?:[_-]?id)?|sig(?:nature)?)[\"']?\s*[:=]\s*)"
                r"(\"[^\"]*\"|'[^']*'|[^\s\"',;&}]+)",
                re.IGNORECASE,
            ),
            rf"\1{HIDDEN}",
        ),
        (re.compile(r"(://)[^/\s@]+@"), rf"\1{HIDDEN}@"),
        (re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE), "‹email›"),
    )


_SEPARATOR = "[ \\-.\u00a0]"


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.])(?:"
        rf"\+\d(?:[ \-.()\u00a0]{{0,2}}\d){{6,14}}"  # +82 10-1234-5678
        rf"|\(?0\d{{1,4}}\)?{_SEPARATOR}\d{{3,4}}{_SEPARATOR}\d{{3,4}}"  # 010-1234-5678
        rf"|\(\d{{3}}\)\s?\d{{3}}{_SEPARATOR}\d{{4}}"  # (415) 555-2671
        rf"|01\d{{8,9}}"  # 01012345678
        rf")(?![\w])"
    )


def register_secret(secret: str) -> None:
    """From now on this value is replaced in every log line, plain and percent-encoded."""
    if len(secret) < _SHORTEST_SECRET:
        return
    with _secrets_lock:
        _secrets.update({secret, urllib.parse.quote(secret, safe=""), secret.strip()})


def redact(text: str) -> str:
    """The text without secrets, addresses, phone, card, resident registration numbers, IBANs."""
    with _secrets_lock:
        known = sorted(_secrets, key=len, reverse=True)
    for secret in known:
        if secret:
            text = text.replace(secret, HIDDEN)
    for pattern, shown in _patterns():
        text = pattern.sub(shown, text)
    text = sensitive.redact(text)
    return _phone().sub("‹phone›", text)


class JsonLines(logging.Formatter):
    """One JSON object a line, all of its words redacted, exceptions and stacks included."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        line: dict[str, Any] = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "log": record.name,
            "thread": record.threadName,
            "message": redact(record.getMessage()),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["exception"] = redact("".join(traceback.format_exception(*record.exc_info)))
        if record.stack_info:
            line["stack"] = redact(record.stack_info)
        return json.dumps(line)  # ASCII: no text can pretend to be another line


class _FileWhenNeeded(logging.Handler):
    """The rotating file, brought in with the first line: a start has nothing to say."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from workspace.log_file import SharedRotatingFile

            self._file = SharedRotatingFile(
                self._path, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8", delay=True
            )
            self._file.setFormatter(JsonLines())
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


class LogSetup:
    """Logging of this process until `close`, which puts everything back."""

    def __init__(self, paths: Paths, process: str, *, debug: bool = False) -> None:
        self._root = logging.getLogger()
        self._level = self._root.level
        self._handler = _FileWhenNeeded(paths.logs / f"{process}.log")
        self._root.addHandler(self._handler)
        self._root.setLevel(logging.INFO)
        ours = logging.getLogger("workspace")
        self._our_level = ours.level
        ours.setLevel(logging.DEBUG if debug else logging.INFO)
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._crash_file: IO[str] | None = None
        if not faulthandler.is_enabled():
            self._crash_file = (paths.logs / f"{process}.crash").open("a", encoding="utf-8")
            faulthandler.enable(self._crash_file)

    def close(self) -> None:
        """Undo the set-up; the files stay."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()
        self._root.removeHandler(self._handler)
        self._root.setLevel(self._level)
        logging.getLogger("workspace").setLevel(self._our_level)
        self._handler.close()

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: types.TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        logging.getLogger("workspace").critical(
            "unexpected error; this process ends", exc_info=(kind, error, trace)
        )

    def _on_thread_exception(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is None or issubclass(hook.exc_type, SystemExit):
            return
        logging.getLogger("workspace").critical(
            "unexpected error in thread %s",
            hook.thread.name if hook.thread else "?",
            exc_info=(hook.exc_type, hook.exc_value, hook.exc_traceback),
        )

    def _on_unraisable(self, hook: sys.UnraisableHookArgs) -> None:
        error = hook.exc_value
        if error is not None:
            logging.getLogger("workspace").error(
                "error that could not be raised: %s",
                hook.err_msg or "",
                exc_info=(type(error), error, error.__traceback__),
            )


def setup_logging(paths: Paths, process: str, *, debug: bool = False) -> LogSetup:
    """Log this process (engine, window, cli, ...) to `logs/<process>.log`, five files of 2 MB."""
    return LogSetup(paths, process, debug=debug)
