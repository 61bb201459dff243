"""macOS hands a link to the running program as an event."""

from __future__ import annotations

import subprocess
import sys

OPENED = """
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from workspace.ui.application import Application

app = Application(["workspace"])
app.link_opened.connect(print)
QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl("workspace:ticket/store/1054")))
"""


def test_an_opened_link_is_told() -> None:
    done = subprocess.run(  # of its own: there is one application object in a process
        [sys.executable, "-c", OPENED], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "workspace:ticket/store/1054\n", done.stderr
