"""Starting the real program: what it imports before the first paint, one window, its end."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import ME, a_store
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.single import OneWindow, raise_other

HEAVY = ("sqlalchemy", "requests", "keyring", "asyncio", "cryptography", "qasync", "workspace.sync")
LATER = ("logging.handlers", "mimetypes", "html.parser", "workspace.ui.settings")
MOST_OF_OURS = 260

STARTED = """
    import json, sys
    from pathlib import Path
    from workspace.keys import MasterKey
    from workspace.paths import Paths
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    app = QApplication([])
    from workspace.domain.errors import EngineUnavailable
    from workspace.ui import app_window
    from workspace.ui.app_window import open_window
    def no_engine(*_):
        raise EngineUnavailable("none in this test")
    app_window._begin = lambda window: None  # what comes after the first rows, at a time of its own
    started = open_window(
        Paths(Path({base!r})), MasterKey(bytes(range(32))), start_client=no_engine
    )
    figures = {{}}
    def look():
        window = started.window
        if not window.list.delegate.painted:
            return
        figures.setdefault("modules", sorted(sys.modules))  # rooms are made ready at rest, later
        if not window.conversation.isVisible():
            return
        figures["rows"] = window.list.delegate.painted
        window.close()
        app.quit()
    timer = QTimer(); timer.setInterval(10); timer.timeout.connect(look); timer.start()
    app.exec()
    started.end()
    print(json.dumps(figures))
"""


def start(base: Path) -> dict[str, object]:
    code = textwrap.dedent(STARTED).format(base=str(base))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return figures


@pytest.fixture
def filled(paths: Paths, key: MasterKey) -> Paths:
    with a_store(paths, key) as store:
        store.account()
        for _ in range(40):
            store.message(store.ticket(assignee=ME, channel="email"))
        store.write()
    return paths


def test_nothing_heavy_is_imported_before_the_list_is_painted(filled: Paths) -> None:
    figures = start(filled.base)
    modules = figures["modules"]
    assert isinstance(modules, list)
    heavy = [name for name in modules if name.startswith((*HEAVY, *LATER))]
    assert not heavy
    assert sum(name.startswith("workspace.") for name in modules) <= MOST_OF_OURS
    assert figures["rows"]


def test_qt_comes_in_without_what_is_not_used() -> None:
    code = textwrap.dedent(
        """
        import json, re, sys
        from workspace.ui.qt_import import LaterPattern
        compile_before = re.compile
        from PySide6.QtCore import QPoint
        from workspace.ui.words import status_word
        told = ""
        try:
            QPoint(1, 2).setX("x")
        except TypeError as error:
            told = str(error)
        later = LaterPattern("(?P<a>A)", re.IGNORECASE)
        print(json.dumps({
            "sources": [f for f in sys.modules["linecache"].cache if f.endswith("words.py")],
            "kept": re.compile is compile_before and repr(__import__).startswith("<built-in"),
            "told": told,
            "found": [match["a"] for match in later.finditer("xa")],
        }))
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert not figures["sources"]  # no module's source was read for its features
    assert figures["kept"]
    assert "setX(x: int, /)" in figures["told"]  # its patterns came when they were needed
    assert figures["found"] == ["a"]


def test_exit_after_paint_tells_figures(filled: Paths) -> None:
    code = textwrap.dedent(
        f"""
        import sys
        from pathlib import Path
        from workspace.keys import MasterKey
        from workspace.paths import Paths
        from workspace.ui import app_window
        from workspace.domain.errors import EngineUnavailable
        def no_engine(*_):
            def start(*_):
                raise EngineUnavailable("none in this test")
            return start
        app_window.engine_starter = no_engine
        sys.exit(app_window.run(
            Paths(Path({str(filled.base)!r})), MasterKey(bytes(range(32))), exit_after_paint=True
        ))
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["painted_ms"] > 0
    assert figures["cpu_ms"] > 0


def test_a_second_start_raises_the_first_window(qtbot: QtBot, paths: Paths) -> None:
    assert not raise_other(paths)
    one = OneWindow(paths)
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from workspace.paths import Paths; from workspace.ui.single import raise_other;"
        "app = QCoreApplication([]);"
        f"sys.exit(0 if raise_other(Paths(Path({str(paths.base)!r}))) else 1)"
    )
    with qtbot.waitSignal(one.raise_asked, timeout=30_000):
        second = subprocess.Popen([sys.executable, "-c", code])
    assert second.wait(30) == 0
    one.close()
    assert not raise_other(paths)


def test_a_window_that_crashed_does_not_stop_the_next(qtbot: QtBot, paths: Paths) -> None:
    code = (
        "import os; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from workspace.paths import Paths; from workspace.ui.single import OneWindow;"
        "app = QCoreApplication([]);"
        f"one = OneWindow(Paths(Path({str(paths.base)!r}))); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code], timeout=60, check=False)
    assert not raise_other(paths)
    one = OneWindow(paths)
    assert one._server.isListening()
    one.close()
