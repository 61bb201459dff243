"""The cards of accounts: words for states, buttons, a password entered anew, changed settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import (
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.ui.accounts import asked_for, child, failing, press, settled
from tests.ui.desk import Desk
from workspace.domain.errors import AuthFailed
from workspace.store.queries.accounts import list_accounts
from workspace.ui.settings.edit_account import EditAccountDialog
from workspace.ui.settings.settings_page import SettingsPage
from workspace.ui.status_bar import StatusBar
from workspace.ui.sync_status.account_cards import AccountCards, standing_words
from workspace.ui.sync_status.status_page import StatusPage

if TYPE_CHECKING:
    pass


@pytest.fixture
def desk(unconnected: Desk) -> Desk:
    return unconnected


def test_password_entered_anew_is_checked_even_if_the_card_is_remade(
    qtbot: QtBot, desk: Desk
) -> None:
    account = desk.store.account("store")
    desk.store.writer.set_account_state(account, state="error", error_kind="auth_failed")
    desk.engine.answers["account.recheck"] = lambda _: {}
    page = StatusPage(desk.ctx)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "secret_store") is not None)
    press(qtbot, page, "secret_store")
    qtbot.waitUntil(lambda: page.findChild(QInputDialog) is not None)
    desk.store.writer.set_account_state(account, done=3, total=10)
    desk.ctx.bus.announce(accounts=True)
    qtbot.waitUntil(lambda: any(label.text() == "3 of 10" for label in page.findChildren(QLabel)))
    entry = page.findChild(QInputDialog)
    entry.setTextValue("s3cret")
    entry.accept()
    settled(qtbot)
    assert desk.engine.named("account.recheck") == [{"name": "store", "secret": "s3cret"}]
    assert desk.notices[-1].kind == "good"


def an_edit(qtbot: QtBot, desk: Desk) -> tuple[AccountCards, EditAccountDialog]:
    """The cards too: the dialog goes with them."""
    desk.store.accounts.add("shop", "other", "https://old.example", OLD_SETTINGS, "old")
    cards = AccountCards(desk.ctx, removable=True)
    qtbot.addWidget(cards)
    cards.show()
    qtbot.waitUntil(lambda: cards.findChild(QPushButton, "edit_shop") is not None)
    press(qtbot, cards, "edit_shop")
    settled(qtbot)
    return cards, child(cards, EditAccountDialog, "")


OLD_SETTINGS = {"auth": "password", "strict": "false", "teams": "returns"}


def test_settings_of_an_account_are_changed_after_a_check(qtbot: QtBot, desk: Desk) -> None:
    desk.engine.answers["account.recheck"] = lambda _: {}
    _cards, dialog = an_edit(qtbot, desk)
    url = child(dialog, QLineEdit, "setting_url")
    assert url.text() == "https://old.example"
    assert child(dialog, QLineEdit, "setting_token").text() == ""
    url.setText("")
    press(qtbot, dialog, "save_account")
    assert "Address" in dialog.outcome.text()
    url.setText("https://new.example")
    press(qtbot, dialog, "save_account")
    settled(qtbot)
    assert desk.engine.named("account.recheck") == [
        {"name": "shop", "url": "https://new.example", "settings": OLD_SETTINGS}
    ]
    assert desk.notices[-1].kind == "good"


def test_refused_settings_stay_in_the_form(qtbot: QtBot, desk: Desk) -> None:
    failing(desk, "account.recheck", AuthFailed("The token was refused."))
    _cards, dialog = an_edit(qtbot, desk)
    child(dialog, QLineEdit, "setting_token").setText("new")
    press(qtbot, dialog, "save_account")
    settled(qtbot)
    assert dialog.isVisible()
    assert "The token was refused." in dialog.detail.text()
    assert desk.engine.named("account.recheck")[0]["secret"] == "new"
    assert dialog.save.isEnabled()


# --- cards ------------------------------------------------------------------------------------


def test_account_states_have_words(desk: Desk) -> None:
    account = desk.store.account("store")
    now = desk.ctx.clock.now_ms()

    def words(**columns: Any) -> tuple[str, str]:
        desk.store.writer.set_account_state(account, **columns)
        return standing_words(list_accounts(desk.store.reader())[0], now)

    assert words(state="offline", last_sync_at=now - 600_000) == (
        "warn",
        "Offline, last in step: 10 min",
    )
    assert words(state="error")[0] == "bad"
    assert words(state="held")[0] == "bad"
    assert words(state="idle")[1] == "First synchronisation"


def test_read_once_but_not_looked_at_since_is_no_date_of_1970(qtbot: QtBot, desk: Desk) -> None:
    desk.store.account("store")
    now = desk.ctx.clock.now_ms()
    [row] = list_accounts(desk.store.reader())
    read = replace(row, history_complete=True, last_sync_at=0)
    bar = StatusBar(desk.ctx)
    qtbot.addWidget(bar)
    bar._take(([read], []))
    assert bar.sync.text().startswith("First synchronisation")
    assert standing_words(read, now)[1] == "First synchronisation"
    looked = replace(read, last_sync_at=now)
    bar._take(([looked], []))
    assert bar.sync.text().endswith("in step, now")
    assert standing_words(looked, now) == ("good", "In step, now")


def test_account_buttons_ask_the_engine(qtbot: QtBot, desk: Desk) -> None:
    account = desk.store.account("store")
    for number in range(2):
        desk.store.journal.add_local_note(account, str(number), "only here")
    desk.store.writer.set_account_state(
        account,
        state="error",
        error_kind="auth_failed",
        error_message="The password was refused.",
        error_action="Enter it again.",
    )
    cards = AccountCards(desk.ctx, removable=True)
    qtbot.addWidget(cards)
    cards.show()
    qtbot.waitUntil(lambda: cards.findChild(QPushButton, "pause_store") is not None)
    texts = [label.text() for label in cards.findChildren(QLabel)]
    assert "The password was refused. Enter it again." in texts
    assert cards.findChild(QPushButton, "secret_store") is not None
    press(qtbot, cards, "pause_store")
    assert desk.engine.named("account.pause") == [{"name": "store", "paused": True}]
    press(qtbot, cards, "recheck_store")
    assert asked_for(qtbot, desk, "account.recheck") == [{"name": "store"}]
    press(qtbot, cards, "remove_store")
    qtbot.waitUntil(lambda: desk.notices[-1].on_action is not None)
    assert not desk.engine.named("account.remove")  # asked first
    confirm = desk.notices[-1]
    assert "2 notes that are kept only on this computer are lost" in confirm.text
    assert confirm.on_action is not None
    confirm.on_action()
    assert desk.engine.named("account.remove") == [{"name": "store", "discard_notes": True}]


# --- settings ---------------------------------------------------------------------------------


def test_settings_take_effect_at_once(qtbot: QtBot, desk: Desk) -> None:
    page = SettingsPage(desk.ctx)
    qtbot.addWidget(page)
    page.show()
    page.show_tab("general")
    theme = child(page, QComboBox, "setting_theme")
    theme.setCurrentIndex(theme.findData("dark"))
    page.show_tab("writing")
    undo = child(page, QComboBox, "setting_undo_s")
    assert undo.currentData() == 10
    undo.setCurrentIndex(undo.findData(5))
    send = child(page, QComboBox, "setting_send_key")
    send.setCurrentIndex(send.findData("enter"))
    cards = child(page, QComboBox, "setting_card_numbers")
    cards.setCurrentIndex(cards.findData("block"))
    value = desk.ctx.settings.value
    assert value.card_numbers == "block"
    assert (value.theme, value.undo_s, value.send_key) == ("dark", 5, "enter")
    page.show_tab("recovery")
    assert page.findChild(QPushButton, "make_recovery_code") is None  # no key is kept here


def test_cards_made_anew_keep_the_focus(qtbot: QtBot, desk: Desk) -> None:
    account = desk.store.account("store")
    cards = AccountCards(desk.ctx, removable=True)
    qtbot.addWidget(cards)
    cards.show()
    cards.activateWindow()
    qtbot.waitUntil(lambda: cards.findChild(QPushButton, "pause_store") is not None)
    before = child(cards, QPushButton, "pause_store")
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    desk.store.writer.set_account_state(account, state="offline", done=3, total=10)
    desk.ctx.bus.announce(accounts=True)
    qtbot.waitUntil(lambda: any(label.text() == "3 of 10" for label in cards.findChildren(QLabel)))
    after = child(cards, QPushButton, "pause_store")
    assert after is not before
    qtbot.waitUntil(after.hasFocus)
