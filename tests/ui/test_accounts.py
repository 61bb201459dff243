"""Connecting an account, the cards of accounts and outbox, and settings that take effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, a_desk
from tests.ui.whole_window import some_tickets
from workspace import keys
from workspace.domain.commands import SendReply
from workspace.domain.errors import AuthFailed, EngineUnavailable, Problem, RecoveryCodeNeeded
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.queries.accounts import list_accounts
from workspace.store.queries.drafts import get_draft
from workspace.store.queries.outbox import list_outbox
from workspace.sync.connectors.contract import Manifest, Setting
from workspace.ui.main_window import MainWindow
from workspace.ui.runtime import flows
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.notices import Notice
from workspace.ui.settings.add_account import AddAccountDialog
from workspace.ui.settings.connector_form import (
    ConnectorForm,
    ConnectorSpec,
    SettingSpec,
    connectors_of,
    fields_of,
)
from workspace.ui.settings.edit_account import EditAccountDialog
from workspace.ui.settings.recovery_code import RecoveryCodeDialog
from workspace.ui.settings.settings_page import SettingsPage
from workspace.ui.sync_status.account_cards import AccountCards, standing_words
from workspace.ui.sync_status.outbox_list import OutboxList
from workspace.ui.sync_status.status_page import StatusPage

if TYPE_CHECKING:
    from tests.conftest import SetClock

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


@pytest.fixture
def desk(qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock) -> Iterator[Desk]:
    with a_desk(paths, key, set_clock) as desk:
        desk.engine.answers["connectors.list"] = lambda _: {
            "connectors": [msgspec.to_builtins(manifest) for manifest in MANIFESTS],
            "problems": {"broken": "It does not load."},
        }
        yield desk


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
    qtbot.waitUntil(lambda: flows.running() == 0, timeout=10_000)


def asked_for(qtbot: QtBot, desk: Desk, method: str) -> list[dict[str, Any]]:
    """What the engine was asked, once it was."""
    qtbot.waitUntil(lambda: bool(desk.engine.named(method)), timeout=10_000)
    return desk.engine.named(method)


def a_dialog(qtbot: QtBot, desk: Desk, connector: str = "other") -> AddAccountDialog:
    dialog = AddAccountDialog(desk.ctx)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.connector.setCurrentIndex(dialog.connector.findData(connector))
    return dialog


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


def test_account_buttons_ask_the_engine(qtbot: QtBot, desk: Desk) -> None:
    account = desk.store.account("store")
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
    assert not desk.engine.named("account.remove")  # asked first
    confirm = desk.notices[-1]
    assert confirm.on_action is not None
    confirm.on_action()
    assert desk.engine.named("account.remove") == [{"name": "store"}]


@pytest.fixture
def row_in_outbox(desk: Desk) -> str:
    account = desk.store.account("store")
    remote_id = some_tickets(desk, 1)[0]
    return desk.store.journal.enqueue(
        account,
        remote_id,
        [SendReply(text="Hello there", channel="email", recipient="a@example.com")],
        base_revision=1,
        base_entry="",
    )[0]


def an_outbox(qtbot: QtBot, desk: Desk, name: str) -> OutboxList:
    outbox = OutboxList(desk.ctx)
    qtbot.addWidget(outbox)
    outbox.show()
    qtbot.waitUntil(lambda: outbox.findChild(QPushButton, name) is not None)
    return outbox


def test_failed_reply_can_be_retried_or_edited(
    qtbot: QtBot, desk: Desk, row_in_outbox: str
) -> None:
    desk.store.outbox.mark_sending(row_in_outbox)
    desk.store.outbox.mark_failed(row_in_outbox, Problem("rejected", "No such person.", "Mend it."))
    outbox = an_outbox(qtbot, desk, f"retry_{row_in_outbox}")
    texts = [label.text() for label in outbox.findChildren(QLabel)]
    assert "No such person. Mend it." in texts
    press(qtbot, outbox, f"retry_{row_in_outbox}")
    assert desk.engine.named("outbox.retry") == [{"id": row_in_outbox}]
    with qtbot.waitSignal(outbox.ticket_asked):
        press(qtbot, outbox, f"take_back_{row_in_outbox}")
    account = desk.store.current
    assert account is not None
    ticket = list_outbox(desk.store.reader())[0].ticket_remote_id
    draft = get_draft(desk.store.reader(), account, ticket, "reply")
    assert draft is not None
    assert draft.text == "Hello there"


def test_in_doubt_asks_the_agent(qtbot: QtBot, desk: Desk, row_in_outbox: str) -> None:
    desk.store.outbox.mark_sending(row_in_outbox)
    desk.store.outbox.mark_needs_agent(row_in_outbox, Problem("in_doubt", "Two candidates."))
    outbox = an_outbox(qtbot, desk, f"was_sent_{row_in_outbox}")
    press(qtbot, outbox, f"was_sent_{row_in_outbox}")
    press(qtbot, outbox, f"send_again_{row_in_outbox}")
    assert desk.engine.named("outbox.resolve") == [
        {"id": row_in_outbox, "sent": True},
        {"id": row_in_outbox, "sent": False},
    ]


def test_empty_outbox_says_so_and_status_page_opens(qtbot: QtBot, desk: Desk) -> None:
    page = StatusPage(desk.ctx)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(
        lambda: any("Nothing waits" in label.text() for label in page.findChildren(QLabel))
    )


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


def write_down(qtbot: QtBot, dialog: RecoveryCodeDialog) -> str:
    """What a person does with a new code: reads it, types its end, goes on. The code."""
    qtbot.waitUntil(lambda: bool(dialog.code.text()), timeout=10_000)
    code = dialog.code.text()
    assert not dialog.keep.isEnabled()
    qtbot.keyClicks(dialog.proof, "????")
    assert not dialog.keep.isEnabled()
    dialog.proof.clear()
    qtbot.keyClicks(dialog.proof, code[-4:].lower())
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        press(qtbot, dialog, "keep_recovery_code")
    return code


def with_codes(ctx: WindowContext, paths: Paths, key: MasterKey) -> WindowContext:
    return replace(ctx, paths=paths, recovery_code=lambda: keys.draw_recovery_code(paths, key))


@pytest.fixture
def kept(tmp_path: Path, key: MasterKey) -> Paths:
    """A base directory whose key is kept, by passphrase."""
    kept = Paths(tmp_path / "kept").ensure()
    keys.keep_with(kept, key, "several words are best")
    return kept


def test_a_desk_waits_until_its_recovery_code_is_written_down(
    qtbot: QtBot, desk: Desk, kept: Paths, key: MasterKey
) -> None:
    def add(arguments: dict[str, Any]) -> dict[str, Any]:
        return {"id": 2, "name": arguments["name"]}

    needed = RecoveryCodeNeeded("This desk would be the only copy of its tickets.")
    failing(desk, "account.add", needed)
    desk.ctx = with_codes(desk.ctx, kept, key)
    dialog = a_dialog(qtbot, desk, "desk")
    press(qtbot, dialog, "connect")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(RecoveryCodeDialog)), timeout=10_000)
    asking = dialog.findChildren(RecoveryCodeDialog)[0]
    qtbot.waitUntil(lambda: bool(asking.code.text()), timeout=10_000)
    asking.reject()
    qtbot.waitUntil(lambda: not dialog.findChildren(RecoveryCodeDialog), timeout=10_000)
    assert not keys.has_recovery_code(kept)  # a code that nobody wrote down opens nothing
    assert dialog.isVisible()
    press(qtbot, dialog, "connect")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(RecoveryCodeDialog)), timeout=10_000)
    del desk.engine.call  # type: ignore[method-assign]
    desk.engine.answers["account.add"] = add
    code = write_down(qtbot, dialog.findChildren(RecoveryCodeDialog)[0])
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)
    settled(qtbot)
    assert keys.recover(kept, code).raw() == key.raw()


def test_recovery_code_is_offered_once_and_made_on_demand(
    qtbot: QtBot, desk: Desk, kept: Paths, key: MasterKey
) -> None:
    ctx = with_codes(desk.ctx, kept, key)
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    window.pages._offer_recovery()
    qtbot.waitUntil(lambda: bool(window.notice_bar.cards()))
    press(qtbot, window.notice_bar, "notice_action")
    page = window.pages._open["settings"]
    press(qtbot, page, "make_recovery_code")
    write_down(qtbot, page.findChildren(RecoveryCodeDialog)[0])
    window.notice_bar.post(Notice("that is all"))
    window.pages._offer_recovery()  # there is one now
    page.close()
    window.close()
    assert desk.ctx.writes.close()
    assert [card.notice.text for card in window.notice_bar.cards()] == ["that is all"]
