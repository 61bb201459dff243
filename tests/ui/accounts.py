"""What tests of accounts share: connectors to choose from, refusals, presses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.sync.connectors.contract import Manifest, Setting
from workspace.ui.runtime import flows
from workspace.ui.settings.add_account import AddAccountDialog

if TYPE_CHECKING:
    pass


MANIFESTS = (
    Manifest(name="desk", title="Embedded desk", embedded=True),
    Manifest(
        name="other",
        title="Zebra desk",
        settings=(
            Setting(name="url", label="Address", kind="url"),
            Setting(name="token", label="Token", kind="secret"),
            Setting(
                name="auth", label="Sign in with", kind="choice", choices=("token", "password")
            ),
            Setting(name="strict", label="Strict", kind="flag", required=False, default="true"),
            Setting(name="teams", label="Teams", required=False, help="Empty: <b>all</b>"),
        ),
    ),
)


def knows_connectors(desk: Desk) -> None:
    """As the engine tells them, with one that can't be used."""
    desk.engine.answers["connectors.list"] = lambda _: {
        "connectors": [msgspec.to_builtins(manifest) for manifest in MANIFESTS],
        "problems": {"broken": "It does not load."},
    }


def failing(desk: Desk, method: str, error: Exception) -> None:
    """Make the recorded engine refuse a method."""
    original = desk.engine.call

    def call(
        name: str, /, *, failed: Callable[[Exception], None] | None = None, **rest: Any
    ) -> None:
        if name == method and failed is not None:
            desk.engine.calls.append((name, rest))
            failed(error)
        else:
            original(name, failed=failed, **rest)

    desk.engine.call = call  # type: ignore[method-assign,assignment]


def child(parent: QWidget, kind: type, name: str) -> Any:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    qtbot.mouseClick(child(parent, QPushButton, name), Qt.MouseButton.LeftButton)


def settled(qtbot: QtBot) -> None:
    """Wait until no flow is under way."""
    qtbot.waitUntil(lambda: flows.running() == 0)


def asked_for(qtbot: QtBot, desk: Desk, method: str) -> list[dict[str, Any]]:
    """What the engine was asked, once it was."""
    qtbot.waitUntil(lambda: bool(desk.engine.named(method)))
    return desk.engine.named(method)


def a_dialog(qtbot: QtBot, desk: Desk, connector: str = "other") -> AddAccountDialog:
    dialog = AddAccountDialog(desk.ctx)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.connector.setCurrentIndex(dialog.connector.findData(connector))
    return dialog
