"""The folder: `log.jsonl`, one event a line, only ever appended to; `files/` beside it.

Every event carries the ticket's number. A line counts once its newline is written, so a reader
needs no lock and a writer that died half way has written nothing: the next one cuts it off.
"""

from __future__ import annotations

import json
import os
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from filelock import FileLock

Event = dict[str, Any]
_CHUNK = 256 * 1024


class AcmeFolder:
    """One folder, used by any number of processes at once."""

    def __init__(self, place: Path) -> None:
        self.log = place / "log.jsonl"
        self.files = place / "files"

    def create(self) -> None:
        self.files.mkdir(parents=True, exist_ok=True)
        self.log.touch()

    def append(self, event: Event, *, unless_key: str = "", expect: Event | None = None) -> Event:
        """Write an event; the earlier one if `unless_key` was written before.

        Raises Stale if a field named in `expect` has another value.
        """
        with FileLock(str(self.log) + ".lock"):
            known = list(self.events())
            if unless_key:
                for _, earlier in known:
                    if earlier.get("key") == unless_key:
                        return earlier
            if event["type"] == "ticket":
                event["ticket"] = str(1 + sum(e["type"] == "ticket" for _, e in known))
            if expect:
                now = fields_of([e for _, e in known], event["ticket"])
                for name, value in expect.items():
                    if str(now.get(name, "")) != (value or ""):
                        raise Stale(name)
            whole = {"id": uuid.uuid4().hex, "at": time.time_ns() // 1_000_000, **event}
            with self.log.open("r+b") as stream:
                stream.truncate(self._sound_length(stream))
                stream.seek(0, os.SEEK_END)
                stream.write(json.dumps(whole).encode() + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
            return whole

    def append_many(self, events: list[Event]) -> None:
        """Write plain events at once."""
        with FileLock(str(self.log) + ".lock"), self.log.open("ab") as stream:
            for event in events:
                at = time.time_ns() // 1_000_000
                whole = {"id": uuid.uuid4().hex, "at": at, **event}
                stream.write(json.dumps(whole).encode() + b"\n")

    def events(self, after: int = 0) -> Iterator[tuple[int, Event]]:
        """Each whole event from this byte on, with the byte where it ends."""
        with self.log.open("rb") as stream:
            stream.seek(after)
            for line in stream:
                if not line.endswith(b"\n"):
                    return
                after += len(line)
                yield after, json.loads(line)

    def size(self) -> int:
        """The byte where the whole events end."""
        with self.log.open("rb") as stream:
            return self._sound_length(stream)

    def keep(self, stream: IO[bytes]) -> tuple[str, int]:
        """Store bytes under a new name; name and size."""
        name, size = uuid.uuid4().hex, 0
        with (self.files / name).open("xb") as target:
            while chunk := stream.read(_CHUNK):
                size += target.write(chunk)
        return name, size

    def _sound_length(self, stream: IO[bytes]) -> int:
        size = stream.seek(0, os.SEEK_END)
        while size:
            start = max(0, size - _CHUNK)
            stream.seek(start)
            newline = stream.read(size - start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            size = start
        return 0


class Stale(Exception):
    """A field is not what the writer saw."""


def fields_of(events: list[Event], ticket: str) -> Event:
    """The fields of a ticket after these events; empty if it is not among them."""
    fields: Event = {}
    for number, event in enumerate(e for e in events if e["ticket"] == ticket):
        fields["revision"], fields["updated_at"] = number + 1, event["at"]
        if event["type"] in ("ticket", "change"):
            fields.update(event["fields"])
        if event["type"] == "ticket":
            fields["created_at"] = event["at"]
    return fields
