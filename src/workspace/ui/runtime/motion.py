"""Reduced motion: as the system asks, or as the person chose in the settings."""

from __future__ import annotations

import configparser
import ctypes
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QProgressBar

from workspace.ui.runtime.context import WindowContext

EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
PROPERTY = "less_motion"
ANSWER_S = 2.0
CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION


class Motion(QObject):
    """Keeps the application as still as is wished. GUI thread only; asks the system on another."""

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._system = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app = app
        self._flash_ms = app.cursorFlashTime()
        self._effects = {effect: app.isEffectEnabled(effect) for effect in EFFECTS}
        self._less = False
        ctx.settings.changed.connect(self._apply)
        ctx.writes.run(system_wants_less, done=self._on_system, owner=self)
        self._apply()

    @property
    def less(self) -> bool:
        """Nothing may move by itself."""
        return self._less

    def _on_system(self, less: bool) -> None:
        self._system = less
        self._apply()

    def _apply(self) -> None:
        less = self._system or self._ctx.settings.value.motion == "less"
        if less == self._less:
            return
        self._less = less
        for effect, was in self._effects.items():
            self._app.setEffectEnabled(effect, was and not less)
        self._app.setCursorFlashTime(0 if less else self._flash_ms)
        self._app.setProperty(PROPERTY, less)
        for widget in self._app.allWidgets():
            if isinstance(widget, BusyBar):
                widget.settle()


class BusyBar(QProgressBar):
    """Something goes on, nobody knows how long; stands still where less motion is wished."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)

    def setVisible(self, visible: bool) -> None:
        self.settle()
        super().setVisible(visible)

    def settle(self) -> None:
        """Run or stand, as is wished now."""
        app = QApplication.instance()
        still = app is not None and bool(app.property(PROPERTY))
        self.setRange(0, 1 if still else 0)
        self.setValue(1 if still else 0)


def system_wants_less() -> bool:
    """Whether the person told their system to reduce motion. Reads files or asks services."""
    if sys.platform == "win32":
        return _windows_wants_less()
    if sys.platform == "darwin":
        return _mac_wants_less()
    return _portal_wants_less() or _files_want_less()


def _windows_wants_less() -> bool:
    shown = ctypes.c_int(1)
    user32: Any = getattr(ctypes, "windll").user32  # noqa: B009 (no such name elsewhere)
    user32.SystemParametersInfoW(CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
    return not shown.value


def _mac_wants_less() -> bool:
    try:
        objc = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
        ctypes.CDLL("/System/Library/Frameworks/AppKit.framework/AppKit")
    except OSError:
        return False
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        ("objc_msgSend", objc)
    )
    workspace = ask(objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace"))
    word = objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion")
    return bool((ask(workspace, word) or 0) & 0xFF)


def _portal_wants_less() -> bool:
    """GNOME and others, by the desktop portal; False where there is none."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    portal = DBusAddress(
        "/org/freedesktop/portal/desktop",
        bus_name="org.freedesktop.portal.Desktop",
        interface="org.freedesktop.portal.Settings",
    )
    asks = new_method_call(portal, "Read", "ss", ("org.gnome.desktop.interface", ANIMATIONS))
    try:
        with open_dbus_connection() as connection:
            answer = connection.send_and_get_reply(asks, timeout=ANSWER_S)
    except (OSError, TimeoutError, ValueError, KeyError):
        return False
    if answer.header.message_type is not MessageType.method_return:
        return False
    value: Any = answer.body[0]
    while isinstance(value, tuple) and len(value) == 2:  # a variant in a variant
        value = value[1]
    return value is False


ANIMATIONS = "enable-animations"


def _files_want_less() -> bool:
    """What GTK and KDE keep in files."""
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    for file, section, name, still in (
        ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
        ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
        ("kdeglobals", "KDE", "AnimationDurationFactor", ("0", "0.0")),
    ):
        parser = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            parser.read(folder / file, encoding="utf-8")
            value = parser.get(section, name, fallback="")
        except (OSError, configparser.Error, UnicodeDecodeError):
            continue
        if value.strip().lower() in still:
            return True
    return False
