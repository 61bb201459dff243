"""The same messages in notmuch and in Workspace: indexing, size and searching, as ratios.

    python tools/compare/notmuch.py --messages 5000

Needs the program `notmuch` (Debian: apt-get install notmuch). Both index what the benchmark's
generator makes, in new folders that are removed afterwards. notmuch is asked by its command line,
so the time of a call that finds nothing is taken off; CPU time is what both spent.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from email.message import EmailMessage
from pathlib import Path

from workspace.bench.generator import fill_cache
from workspace.bench.tickets import generate
from workspace.domain.items import EntryItem
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.queries.search import search

SEED = 1
KEY = MasterKey(bytes(32))


def write_mails(folder: Path, messages: int) -> int:
    """A maildir of the generated messages and notes; how many."""
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    count = 0
    for page in generate(SEED, messages):
        for item in page.items:
            if not isinstance(item, EntryItem) or not item.text:
                continue
            mail = EmailMessage()
            mail["From"] = f'"{item.author_name}" <{item.author_address}>'
            mail["To"] = "support@example.com"
            mail["Subject"] = f"Ticket {item.ticket_remote_id}"
            mail["Message-ID"] = f"<{item.remote_id}@example.com>"
            date = time.gmtime(item.created_at / 1000)
            mail["Date"] = time.strftime("%a, %d %b %Y %H:%M:%S +0000", date)
            mail.set_content(item.text)
            (folder / "cur" / f"{count}.{item.remote_id}:2,S").write_bytes(bytes(mail))
            count += 1
    return count


def run(command: list[str], environment: dict[str, str]) -> tuple[float, float, str]:
    """Wall and CPU seconds of a child, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done.stdout


def size_of(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def words(reader: Reader) -> dict[str, list[str]]:
    """What is looked for: whole words, and two syllables from inside a Korean word."""
    rows = reader.all("SELECT text FROM entry WHERE kind = 'message' ORDER BY id LIMIT 4000")
    every = [word.strip(".?,") for (text,) in rows[::20] for word in str(text).split()[2:4]]
    korean = [w for w in every if len(w) >= 3 and all("가" <= letter <= "힣" for letter in w)]
    english = [w for w in every if w.isascii() and w.isalpha() and len(w) > 3]
    return {
        "English word": english[:40],
        "Korean word": korean[:40],
        "two syllables inside a Korean word": [word[1:3] for word in korean[:40]],
    }


def compare(base: Path, messages: int) -> list[tuple[str, float, float, str]]:
    """Rows of: what, ours, theirs, unit."""
    paths = Paths(base / "workspace").ensure()
    cpu = time.process_time()
    fill_cache(paths, KEY, messages)
    ours = time.process_time() - cpu
    cpu = time.process_time()
    for _ in generate(SEED, messages):
        pass
    ours -= time.process_time() - cpu  # making them up is no part of it
    mails = write_mails(base / "mail", messages)
    config = base / "notmuch-config"
    config.write_text(
        f"[database]\npath={base / 'mail'}\n[user]\nname=A\nprimary_email=a@example.com\n"
        "[new]\ntags=\n[search]\nexclude_tags=\n"
    )
    environment = dict(os.environ, NOTMUCH_CONFIG=str(config))
    _, theirs, _ = run(["notmuch", "new", "--quiet"], environment)
    rows = [
        ("index, CPU a message", ours / messages * 1e6, theirs / mails * 1e6, "µs"),
        (
            "disk a message (ours: text, encrypted; theirs: index + mail)",
            size_of(paths.base) / messages,
            size_of(base / "mail") / mails,
            "bytes",
        ),
    ]
    reader = Reader(paths, KEY)
    ask = ["notmuch", "search", "--output=messages", "--sort=newest-first", "--limit=50"]
    empty = statistics.median(run([*ask, "zzqqxxzz"], environment)[1] for _ in range(20))
    for name, queries in words(reader).items():
        mine, other, found, missed = [], [], 0, 0
        for query in queries:
            cpu = time.process_time()
            result = search(reader, query, typing=False)
            mine.append((time.process_time() - cpu) * 1000)
            _, spent, printed = run([*ask, query], environment)
            other.append(max(0.0, spent - empty) * 1000)
            found += bool(result.hits)
            missed += not printed.strip()
        rows.append(
            (
                f"search, {name}, newest 50, CPU (ours found {found} of {len(queries)},"
                f" theirs {len(queries) - missed})",
                statistics.median(mine),
                statistics.median(other),
                "ms",
            )
        )
    reader.close()
    return rows


def main() -> int:
    """Prints a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5_000)
    options = parser.parse_args()
    if not shutil.which("notmuch"):
        print("notmuch is missing: apt-get install notmuch", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="workspace-compare-") as folder:
        rows = compare(Path(folder), options.messages)
    print(f"{options.messages:,} messages\n\n| what | Workspace | notmuch | ratio |")
    print("|---|---|---|---|")
    for what, mine, other, unit in rows:
        ratio = f"{mine / other:.2f}" if other else ""
        print(f"| {what} | {mine:,.2f} {unit} | {other:,.2f} {unit} | {ratio} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
