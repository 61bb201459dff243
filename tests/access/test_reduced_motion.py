"""What moves by itself stands still where the system or the person wishes it."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import workspace.ui
from tests.access.stage import line_of, missing, running
from tests.ui.desk import Desk, a_desk
from workspace.clock import SystemClock
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.runtime.motion import PROPERTY, BusyBar, Motion, system_wants_less

linux = pytest.mark.skipif(sys.platform != "linux", reason="GTK, KDE and the portal")


@pytest.fixture
def desk(
    qapp: QApplication, paths: Paths, key: MasterKey, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(paths.base / "config"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    flash = qapp.cursorFlashTime()
    with a_desk(paths, key, SystemClock()) as made:
        yield made
        made.ctx.settings.change(motion="system")
        qapp.processEvents()
    qapp.setCursorFlashTime(flash)
    qapp.setProperty(PROPERTY, False)


def test_the_setting_stills_cursor_menus_and_bars_at_once(
    desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    flash = qapp.cursorFlashTime()
    assert flash > 0
    motion = Motion(desk.ctx, desk.ctx.bus)
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.show()
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # it runs
    desk.ctx.settings.change(motion="less")
    assert motion.less
    assert qapp.cursorFlashTime() == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    assert bar.maximum() == 1  # it stands, though it was shown
    bar.hide()
    bar.show()
    assert bar.maximum() == 1
    desk.ctx.settings.change(motion="system")
    assert bar.maximum() == 0
    assert not motion.less
    assert qapp.cursorFlashTime() == flash


MOVES = re.compile(
    r"\b(Q(Property|Variant|Parallel\w*|Sequential\w*)?Animation(Group)?|QTimeLine|QMovie|QScroller"
    r"|QGraphicsOpacityEffect|setAnimated|setWindowOpacity)\b"
)


def test_nothing_else_in_the_window_moves_by_itself() -> None:
    """What Qt offers for it is used nowhere; a bar without an end is a BusyBar."""
    found = []
    for path in Path(workspace.ui.__file__).parent.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        found += [(path.name, one.group()) for one in MOVES.finditer(source)]
        for call in re.findall(r"\.setRange\(0, ([^\n]*)\)", source):
            endless = not call.startswith(("max(1, ", "1 if still"))
            if "QProgressBar" in source and endless:
                found.append((path.name, call))
    assert found == []


@linux
@pytest.mark.parametrize(
    ("file", "text", "less"),
    [
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "no section\n", False),
    ],
)
def test_the_systems_own_setting_is_followed(
    desk: Desk, qtbot: QtBot, paths: Paths, file: str, text: str, less: bool
) -> None:
    path = paths.base / "config" / file
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert system_wants_less() == less
    motion = Motion(desk.ctx, desk.ctx.bus)
    if less:
        qtbot.waitUntil(lambda: motion.less)
        desk.ctx.settings.change(scale=125)
        assert motion.less
    desk.ctx.settings.change(motion="less")
    desk.ctx.settings.change(motion="system")
    assert motion.less == less


@contextmanager
def a_portal(value: bool) -> Iterator[str]:
    """A session bus on which the desktop's portal says whether animations are on."""
    from jeepney import HeaderFields, new_method_return
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

    with running(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as bus:
        address = line_of(bus.stdout)
        portal = open_dbus_connection(address)
        portal.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))

        def serve() -> None:
            asked = portal.receive()
            while asked.header.fields.get(HeaderFields.member) != "Read":
                asked = portal.receive()
            portal.send(new_method_return(asked, "v", (("v", ("b", value)),)))

        thread = threading.Thread(target=serve)
        thread.start()
        yield address
        thread.join(20)
        portal.close()


@linux
@pytest.mark.skipif("dbus-daemon" in missing().lower(), reason="needs dbus")
@pytest.mark.parametrize("animations", [True, False])
def test_the_desktops_portal_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, animations: bool
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with a_portal(animations) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert system_wants_less() is not animations
