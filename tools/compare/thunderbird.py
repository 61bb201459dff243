"""Starting Thunderbird and Workspace on the same messages: time, processor, memory.

    xvfb-run -a -s "-screen 0 1440x900x24" python tools/compare/thunderbird.py --messages 5000

Needs thunderbird, xdotool and a display. Thunderbird has the messages in a local folder and no
account, so it asks no server; Workspace has them in its encrypted cache, with its engine. The
first start of each is not counted: it makes what later starts find. Everything lies in folders
that are removed afterwards.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from notmuch import KEY, write_mails
from processes import at_rest, family, own_share_mib

from workspace.bench.generator import fill_cache
from workspace.paths import Paths

PREFS = {
    "mail.accountmanager.accounts": "account1",
    "mail.accountmanager.localfoldersserver": "server1",
    "mail.account.account1.server": "server1",
    "mail.server.server1.type": "none",
    "mail.server.server1.hostname": "Local Folders",
    "mail.server.server1.userName": "nobody",
    "mail.server.server1.name": "Local Folders",
    "mail.server.server1.directory-rel": "[ProfD]Mail/Local Folders",
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.shell.checkDefaultClient": False,
    "mailnews.start_page.enabled": False,
    "app.update.enabled": False,
    "app.donation.eoy.version.viewed": 999,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
}


class Start:
    """One start of a program: milliseconds to its window, CPU seconds to rest, MiB at rest."""

    def __init__(self, command: list[str], title: str, base: Path, key: str = "") -> None:
        began = time.perf_counter()
        environment = dict(os.environ, HOME=str(base), MOZ_CRASHREPORTER_DISABLE="1")
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        assert process.stdin is not None
        process.stdin.write(f"{key}\n".encode() if key else b"")
        process.stdin.close()
        subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", title],
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=120,
        )
        self.window_ms = (time.perf_counter() - began) * 1000
        extra = _engine(base)
        self.cpu_s = at_rest(process.pid, extra)
        extra = extra or _engine(base)
        self.memory_mib = own_share_mib([*family(process.pid), *extra])
        for pid in reversed(family(process.pid)):
            _end(pid)
        process.wait(30)
        for pid in extra:
            _end(pid)
        time.sleep(1.0)


def _engine(base: Path) -> list[int]:
    """Our engine is a process beside the window, not below it."""
    file = Paths(base).engine_file
    try:
        return [int(json.loads(file.read_text())["pid"])]
    except (OSError, ValueError, KeyError):
        return []


def _end(pid: int) -> None:
    try:
        os.kill(pid, 15)
    except ProcessLookupError:
        return


def make_profile(base: Path, messages: int) -> int:
    """A profile of Thunderbird with the messages in a local folder; how many."""
    import mailbox

    count = write_mails(base / "mails", messages)
    folder = base / "profile" / "Mail" / "Local Folders"
    folder.mkdir(parents=True)
    target = mailbox.mbox(folder / "Support", create=True)
    for path in sorted((base / "mails" / "cur").iterdir()):
        target.add(path.read_bytes())
    target.close()
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFS.items()
    ]
    (base / "profile" / "user.js").write_text("\n".join(lines) + "\n")
    return count


def main() -> int:
    """Prints a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    for program in ("thunderbird", "xdotool"):
        if not shutil.which(program):
            print(f"{program} is missing: apt-get install {program}", file=sys.stderr)
            return 1
    with tempfile.TemporaryDirectory(prefix="workspace-compare-") as folder:
        base = Path(folder)
        mails = make_profile(base / "theirs", options.messages)
        paths = Paths(base / "ours").ensure()
        fill_cache(paths, KEY, options.messages)
        theirs_command = [
            "thunderbird",
            "--profile",
            str(base / "theirs" / "profile"),
            "--no-remote",
        ]
        ours_command = [
            sys.executable,
            "-m",
            "workspace",
            "--basedir",
            str(paths.base),
            "--key-stdin",
        ]
        ours, theirs = [], []
        for _ in range(options.repeat + 1):
            ours.append(Start(ours_command, "^Workspace", paths.base, KEY.to_hex()))
            theirs.append(Start(theirs_command, "Thunderbird", base / "theirs"))
    print(f"{mails:,} messages, median of {options.repeat} starts\n")
    print("| what | Workspace | Thunderbird | ratio |\n|---|---|---|---|")
    for name, unit, digits in (("window_ms", "ms", 0), ("cpu_s", "s", 1), ("memory_mib", "MiB", 0)):
        what = {
            "window_ms": "command to window on the screen",
            "cpu_s": "processor time until at rest",
            "memory_mib": "memory at rest, own share, all processes",
        }[name]
        mine = statistics.median(getattr(start, name) for start in ours[1:])
        other = statistics.median(getattr(start, name) for start in theirs[1:])
        ratio = f"{mine / other:.2f}"
        print(f"| {what} | {mine:,.{digits}f} {unit} | {other:,.{digits}f} {unit} | {ratio} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
