"""Starting this program again beside the window."""

from __future__ import annotations

import subprocess


def start_demo() -> None:
    """`workspace --demo` as a process of its own. Blocks for a moment: off the GUI thread."""
    from workspace.ipc.client import on_its_own, own_command

    subprocess.Popen(
        [*own_command(), "--demo"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **on_its_own(),
    )
