"""Connecting an account: what the form asks, checks, refusals, and an engine that comes later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.ui.accounts import MANIFESTS, a_dialog, asked_for, child, failing, press, settled
from tests.ui.desk import Desk
from workspace.domain.errors import AuthFailed, EngineUnavailable
from workspace.ui.settings.add_account import AddAccountDialog
from workspace.ui.settings.connector_form import (
    ConnectorForm,
    ConnectorSpec,
    SettingSpec,
    connectors_of,
    fields_of,
)

if TYPE_CHECKING:
    pass


@pytest.fixture
def desk(unconnected: Desk) -> Desk:
    return unconnected


def test_form_asks_what_the_manifest_says(qtbot: QtBot, desk: Desk) -> None:
    dialog = a_dialog(qtbot, desk)
    assert child(dialog, QLineEdit, "setting_token").echoMode() == QLineEdit.EchoMode.Password
    assert child(dialog, QComboBox, "setting_auth").count() == 2
    assert dialog.name.text() == "other"
    child(dialog, QLineEdit, "setting_url").setText(" https://x.example ")
    child(dialog, QLineEdit, "setting_token").setText("s3cret")
    press(qtbot, dialog, "connect")
    assert asked_for(qtbot, desk, "account.add") == [
        {
            "name": "other",
            "connector": "other",
            "url": "https://x.example",
            "secret": "s3cret",
            "settings": {"auth": "token", "strict": "true"},
            "check": True,
        }
    ]


def test_address_and_secret_are_asked_even_if_a_manifest_leaves_them_out() -> None:
    plain = ConnectorSpec(name="x", title="X")
    assert [field.name for field in fields_of(plain)] == ["url", "secret"]
    assert fields_of(ConnectorSpec(name="x", title="X", embedded=True)) == []


def test_whole_manifest_of_the_contract_is_understood() -> None:
    answer = {"connectors": [msgspec.to_builtins(manifest) for manifest in MANIFESTS]}
    specs, problems = connectors_of(answer)
    assert [spec.name for spec in specs] == ["desk", "other"]
    assert not problems


def test_what_is_missing_is_said_in_place_and_nothing_is_sent(qtbot: QtBot, desk: Desk) -> None:
    dialog = a_dialog(qtbot, desk)
    press(qtbot, dialog, "check")
    assert "Address" in dialog.outcome.text()
    assert dialog.focusWidget() is child(dialog, QLineEdit, "setting_url")
    dialog.name.setText("Not Allowed!")
    press(qtbot, dialog, "connect")
    assert dialog.focusWidget() is dialog.name
    assert not desk.engine.named("account.check")
    assert not desk.engine.named("account.add")


def test_check_shows_who_and_a_checked_account_is_not_checked_again(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.engine.answers["account.check"] = lambda _: {
        "me": {"name": "Ji-yoon <b>", "remote_id": "1"},
        "server": "Zebra 5",
        "warnings": ["No right to see notes."],
    }
    desk.engine.answers["account.add"] = lambda _: {"id": 1, "name": "other"}
    dialog = a_dialog(qtbot, desk)
    child(dialog, QLineEdit, "setting_url").setText("https://x.example")
    child(dialog, QLineEdit, "setting_token").setText("t")
    press(qtbot, dialog, "check")
    settled(qtbot)
    for part in ("Ji-yoon <b>", "Zebra 5", "No right to see notes."):
        assert part in dialog.outcome.text()
    with qtbot.waitSignal(desk.ctx.bus.accounts_changed):
        press(qtbot, dialog, "connect")
    settled(qtbot)
    assert desk.engine.named("account.add")[0]["check"] is False
    assert not dialog.isVisible()


def test_an_edit_after_the_check_makes_it_void(qtbot: QtBot, desk: Desk) -> None:
    desk.engine.answers["account.check"] = lambda _: {"me": {"name": "A"}}
    dialog = a_dialog(qtbot, desk)
    child(dialog, QLineEdit, "setting_url").setText("https://x.example")
    child(dialog, QLineEdit, "setting_token").setText("t")
    press(qtbot, dialog, "check")
    settled(qtbot)
    child(dialog, QLineEdit, "setting_token").setText("other")
    press(qtbot, dialog, "connect")
    assert asked_for(qtbot, desk, "account.add")[0]["check"] is True


def test_refusal_is_shown_in_place_and_can_be_mended(qtbot: QtBot, desk: Desk) -> None:
    failing(desk, "account.check", AuthFailed("The token was refused."))
    dialog = a_dialog(qtbot, desk)
    child(dialog, QLineEdit, "setting_url").setText("https://x.example")
    child(dialog, QLineEdit, "setting_token").setText("wrong")
    press(qtbot, dialog, "check")
    settled(qtbot)
    assert "sign-in was refused" in dialog.outcome.text()
    assert "The token was refused." in dialog.detail.text()
    assert child(dialog, QPushButton, "connect").isEnabled()


def test_without_engine_the_dialog_waits_and_goes_on_when_it_comes(
    qtbot: QtBot, desk: Desk
) -> None:
    original = desk.engine.call
    failing(desk, "connectors.list", EngineUnavailable("The engine is not running."))
    dialog = AddAccountDialog(desk.ctx)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "not running" in dialog.outcome.text()
    assert dialog.detail.isVisible()
    desk.engine.call = original  # type: ignore[method-assign]
    desk.engine.connected.emit(True)
    assert dialog.connector.count() == 2


def test_cancel_during_a_check_frees_the_dialog_and_drops_the_answer(
    qtbot: QtBot, desk: Desk
) -> None:
    later: list[Callable[[dict[str, Any]], None]] = []
    original = desk.engine.call

    def call(name: str, /, *, then: Any = None, **rest: Any) -> None:
        if name == "account.check":
            later.append(then)
        else:
            original(name, then=then, **rest)

    desk.engine.call = call  # type: ignore[method-assign,assignment]
    dialog = a_dialog(qtbot, desk)
    child(dialog, QLineEdit, "setting_url").setText("https://x.example")
    child(dialog, QLineEdit, "setting_token").setText("t")
    press(qtbot, dialog, "check")
    qtbot.waitUntil(lambda: bool(later))
    assert dialog.progress.isVisible()
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert not dialog.progress.isVisible()
    later[0]({"me": {"name": "A"}})
    settled(qtbot)
    assert not dialog.outcome.isVisible()


def test_a_path_can_be_browsed_for(qtbot: QtBot) -> None:
    setting = SettingSpec(name="path", label="Folder", kind="path", required=False)
    form = ConnectorForm(ConnectorSpec(name="x", title="X", settings=(setting,), embedded=True), 8)
    qtbot.addWidget(form)
    form.show()
    press(qtbot, form, "browse_setting_path")
    browser = form.findChild(QFileDialog)
    assert browser is not None
    browser.fileSelected.emit("/somewhere")
    browser.close()
    assert form.values()[1] == {"path": "/somewhere"}
