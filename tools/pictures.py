"""Remakes docs/pictures from the running program: the real window, engine and desk, under Xvfb.

    .venv/bin/python tools/pictures.py            all screens, light and dark, English and Korean
    .venv/bin/python tools/pictures.py main note  only these

Sample data without live customers, so that two runs differ in ages and times alone. Each
combination is a process of its own, for language and scale are set at the start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "pictures"
SIZES = {"100": (1440, 900), "200": (2880, 1800)}
SMALL = (1024, 700)
IN_SMALL_DARK = ("main", "note", "bulk", "tabs")
KEY = "00" * 32  # the data is made up and thrown away
PATIENCE_MS = 30_000


def main(wanted: list[str]) -> int:
    """Take them all; the exit code is that of the first that failed."""
    if not shutil.which("Xvfb"):
        print("Xvfb is missing: sudo apt-get install -y xvfb", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="workspace-pictures-") as folder:
        prepare(Path(folder) / "demo")
        for theme in ("light", "dark"):
            for language in ("en", "ko"):
                for scale in ("100", "200") if (theme, language) == ("light", "en") else ("100",):
                    code = one_process(Path(folder), theme, language, scale, wanted)
                    if code:
                        return code
        code = one_process(Path(folder), "light", "ko", "small", wanted)
        some = [name for name in IN_SMALL_DARK if name in (wanted or IN_SMALL_DARK)]
        if some and not code:
            code = one_process(Path(folder), "dark", "en", "small", some)
    return code


def prepare(base: Path) -> None:
    """Seed the desk."""
    from workspace.app import prepare_demo
    from workspace.keys import MasterKey
    from workspace.paths import Paths

    prepare_demo(Paths(base).ensure(), MasterKey.from_hex(KEY))


def stop_engine(base: Path) -> None:
    """The folder goes away, so the engine goes first."""
    from workspace.app import stop_engine as stop
    from workspace.paths import Paths

    stop(Paths(base))


def one_process(folder: Path, theme: str, language: str, scale: str, wanted: list[str]) -> int:
    """All screens of one combination, on a virtual screen of their size."""
    width, height = SMALL if scale == "small" else SIZES[scale]
    screen = f"-screen 0 {width}x{height}x24"
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    if scale == "200":
        environment["QT_SCALE_FACTOR"] = "2"
    command = ["xvfb-run", "-a", "-s", screen, sys.executable, __file__, "--take"]
    own = folder / f"of-{theme}-{language}-{scale}"  # what one writes, no other shows
    shutil.copytree(folder / "demo", own / "demo")
    command += [str(own), theme, language, scale, *wanted]
    code = subprocess.call(command, env=environment)
    stop_engine(own / "demo")
    shutil.rmtree(own, ignore_errors=True)
    return code


def take(folder: Path, theme: str, language: str, scale: str, wanted: list[str]) -> int:
    """In the child: open the window, go from screen to screen, save what it shows."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QApplication

    from workspace.keys import MasterKey
    from workspace.paths import Paths
    from workspace.settings import Settings, save_settings
    from workspace.ui.app_window import open_window

    app = QApplication([])
    key = MasterKey.from_hex(KEY)

    def wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait_for(condition: Callable[[], bool]) -> None:
        for _ in range(PATIENCE_MS // 20):
            if condition():
                return
            wait(20)
        raise SystemExit("the window did not show what was asked of it")

    def shoot(base: Path, screens: list[str], key: MasterKey | None = key) -> None:
        save_settings(Paths(base).settings_file, Settings(queue="open"))
        started = open_window(Paths(base), key, theme=theme, language=language)
        window = started.window
        width, height = SMALL if scale == "small" else SIZES["100"]
        window.setGeometry(0, 0, width, height)
        QCursor.setPos(width // 2, height - 1)  # on nothing that looks different below a pointer
        wait_for(lambda: key is None or started.ctx.engine.is_connected)
        stage = Stage(started, wait_for, wait)
        for name in screens:
            if wanted and name not in wanted:
                continue
            widget = getattr(stage, name)()
            wait(700)
            file = TARGET / f"{name}-{theme}-{language}-{scale}.png"
            widget.grab().save(str(file))
            print(file.relative_to(ROOT), flush=True)
            stage.clear()
        window.close()
        started.end()

    screens = ["main", "note", "mail", "search", "settings", "add_account", "status", "shortcuts"]
    screens += [
        "bulk",
        "snooze",
        "find",
        "tabs",
        "macros",
        "macro_editor",
        "queue",
        "debug",
        "general",
        "notifications",
        "about",
        "refused",
        "outbox",
    ]
    if not wanted or set(wanted) & set(screens):
        shoot(folder / "demo", screens)
    if not wanted or "welcome" in wanted:
        empty = folder / f"empty-{theme}-{language}-{scale}"
        shoot(Paths(empty).ensure().base, ["welcome"])
        stop_engine(empty)
    if not wanted or "unlock" in wanted:
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.SecretService.Keyring"
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # no keyring answers
        locked = folder / f"locked-{theme}-{language}-{scale}"
        shoot(Paths(locked).ensure().base, ["unlock"], None)
    app.processEvents()
    return 0


class Stage:
    """Brings the window to each screen."""

    def __init__(
        self,
        started: object,
        wait_for: Callable[[Callable[[], bool]], None],
        wait: Callable[[int], None],
    ) -> None:
        from workspace.ui.app_window import Started

        assert isinstance(started, Started)
        self.window = started.window
        self.wait_for = wait_for
        self.wait = wait

    def _open(self, customer: str) -> None:
        model = self.window.list.model
        self.wait_for(lambda: model.rowCount() > 0 and model.row_at(0) is not None)
        rows = [model.row_at(position) for position in range(model.rowCount())]
        found = next(row for row in rows if row is not None and customer in row.requester_name)
        self.window.show_ticket(found.id)

        def shown() -> bool:
            ticket = self.window.conversation.source.ticket  # of the pane in front
            return ticket is not None and ticket.id == found.id

        self.wait_for(shown)
        self.wait(500)

    def main(self) -> object:
        """An agent at work."""
        self._open("Kim Min-ji")
        self.window.composer.focus_reply()
        self.window.composer.panes["reply"].edit.setPlainText("네, 영수증을 보내 드렸습니다. ")
        return self.window

    def note(self) -> object:
        """An internal note can't be mistaken."""
        self._open("Daniel Osei")
        self.window.composer.focus_note()
        self.window.composer.panes["note"].edit.setPlainText("@Marco the shelf is H-14.")
        return self.window

    def mail(self) -> object:
        """HTML mail."""
        self._open("Laura Bianchi")
        return self.window

    def search(self) -> object:
        """The palette over the panes."""
        self.window.open_search()
        self._field("search_query").setText("반품")
        return self.window

    def settings(self) -> object:
        """The settings."""
        self.window.open_settings()
        return self._dialog()

    def add_account(self) -> object:
        """Connect an account."""
        from PySide6.QtWidgets import QComboBox

        self.window.open_add_account()
        dialog = self._dialog()
        offered = dialog.findChild(QComboBox, "connector")
        self.wait_for(lambda: offered.count() > 1)  # the engine knows them
        self.wait(300)
        return dialog

    def status(self) -> object:
        """Accounts and outbox."""
        self.window.open_status()
        return self._dialog()

    def shortcuts(self) -> object:
        """All keys."""
        self.window.open_shortcuts()
        return self._dialog()

    def bulk(self) -> object:
        """Several tickets chosen, to be changed with one undo."""
        self._open("Daniel Osei")
        rows = [self.window.list.model.row_at(position) for position in range(4)]
        self.window.list.marks.put(row.id for row in rows if row is not None)
        return self.window

    def snooze(self) -> object:
        """Until when, in words."""
        self._open("Laura Bianchi")
        self.window.snooze()
        return self._dialog()

    def find(self) -> object:
        """What is looked for stands marked in the conversation."""
        self._open("Kim Min-ji")
        self.window.find_in_conversation()
        self._field("find_field").setText("반품")
        self.wait(600)
        return self.window

    def tabs(self) -> object:
        """Two tickets beside each other."""
        self._open("Laura Bianchi")
        self.window.split()
        self._open("Daniel Osei")
        self.wait(800)
        return self.window

    def macros(self) -> object:
        """What a macro would do, before it does."""
        self._open("Kim Min-ji")
        self.window.open_macros()
        self.wait(800)
        return self.window

    def macro_editor(self) -> object:
        """Macros as files that a team shares."""
        self._open("Kim Min-ji")
        self.window.open_macro_editor()
        return self._dialog()

    def queue(self) -> object:
        """A queue of one's own."""
        self.window.new_queue()
        return self._dialog()

    def debug(self) -> object:
        """What Workspace did lately."""
        self.window.open_debug()
        return self._dialog()

    def about(self) -> object:
        """Versions and licences."""
        self.window.pages.open_settings("about")
        return self._dialog()

    def general(self) -> object:
        """Looks and language."""
        self.window.pages.open_settings("general")
        return self._dialog()

    def notifications(self) -> object:
        """Which messages are told, and when it is quiet."""
        self.window.pages.open_settings("notifications")
        return self._dialog()

    def refused(self) -> object:
        """An account that can't be connected, and why."""
        from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

        self.window.open_add_account()
        dialog = self._dialog()
        form = dialog.findChild(QComboBox, "connector")
        self.wait_for(lambda: form.count() > 1)
        form.setCurrentIndex(form.findData("rt"))
        dialog.findChild(QLineEdit, "setting_url").setText("https://tickets.example.invalid")
        dialog.findChild(QLineEdit, "setting_secret").setText("not the token")
        dialog.findChild(QPushButton, "check").click()
        said = dialog.findChild(QLabel, "check_result")
        self.wait_for(lambda: said.property("role") == "bad")
        return dialog

    def outbox(self) -> object:
        """A change that the backend refused, with what can be done."""
        from workspace.domain.commands import SetFields
        from workspace.store.journal import JournalDoor
        from workspace.ui.sync_status.outbox_list import OutboxCard

        self._open("Laura Bianchi")
        source = self.window.conversation.source
        asked = SetFields(status="no such status")

        def put(door: JournalDoor) -> object:
            return door.enqueue(
                source.ticket.account_id,
                source.ticket.remote_id,
                [asked],
                base_revision=source.ticket.revision,
                base_entry="",
            )

        ctx = self.window.ctx
        ctx.writes.submit(put, done=lambda _: ctx.engine.call("outbox.changed"))
        self.wait_for(lambda: bool(self.window.status.outbox.isVisible()))
        self.window.open_status()
        dialog = self._dialog()
        self.wait_for(
            lambda: any(card._row.state == "failed" for card in dialog.findChildren(OutboxCard))
        )
        return dialog

    def welcome(self) -> object:
        """First start."""
        self.wait_for(lambda: self.window.stack.currentIndex() > 0)
        return self.window

    def unlock(self) -> object:
        """First start where no keyring runs: a passphrase is chosen."""
        self.wait_for(lambda: self.window.stack.currentWidget().objectName() == "unlock")
        return self.window

    def _dialog(self) -> object:
        from PySide6.QtWidgets import QDialog

        def shown() -> list[QDialog]:
            return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

        self.wait_for(lambda: bool(shown()))
        self.wait(600)
        return shown()[-1]

    def _field(self, name: str) -> QLineEdit:
        from PySide6.QtWidgets import QLineEdit

        field = self.window.findChild(QLineEdit, name)
        assert isinstance(field, QLineEdit)
        return field

    def clear(self) -> None:
        """Close what lies over the panes; drop what was typed."""
        from PySide6.QtWidgets import QDialog

        from workspace.ui.search.palette import SearchPalette

        for pane in self.window.composer.panes.values():
            pane.edit.setPlainText("")
        palette = self.window.findChild(SearchPalette)
        if palette is not None:
            palette.close_palette()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        self.window.conversation.finding.close()
        self.window.list.marks.clear()
        if self.window.tabs.is_split:
            self.window.split()
        tabs = self.window.tabs
        for tab in tabs.tabs[1:]:
            tabs.close_tab(tab)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--take"]:
        sys.exit(take(Path(sys.argv[2]), *sys.argv[3:6], sys.argv[6:]))
    sys.exit(main(sys.argv[1:]))
