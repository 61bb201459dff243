"""The recovery code: offered once, written down before a desk is made, made on demand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from tests.ui.accounts import a_dialog, failing, press, settled
from tests.ui.desk import Desk
from workspace import keys
from workspace.domain.errors import RecoveryCodeNeeded
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.main_window import MainWindow
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.notices import Notice
from workspace.ui.settings.recovery_code import RecoveryCodeDialog

if TYPE_CHECKING:
    pass


@pytest.fixture
def desk(unconnected: Desk) -> Desk:
    return unconnected


def write_down(qtbot: QtBot, dialog: RecoveryCodeDialog) -> str:
    """What a person does with a new code: reads it, types its end, goes on. The code."""
    qtbot.waitUntil(lambda: bool(dialog.code.text()))
    code = dialog.code.text()
    assert not dialog.keep.isEnabled()
    qtbot.keyClicks(dialog.proof, "????")
    assert not dialog.keep.isEnabled()
    dialog.proof.clear()
    qtbot.keyClicks(dialog.proof, code[-4:].lower())
    with qtbot.waitSignal(dialog.accepted):
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
    qtbot.waitUntil(lambda: bool(dialog.findChildren(RecoveryCodeDialog)))
    asking = dialog.findChildren(RecoveryCodeDialog)[0]
    qtbot.waitUntil(lambda: bool(asking.code.text()))
    asking.reject()
    qtbot.waitUntil(lambda: not dialog.findChildren(RecoveryCodeDialog))
    assert not keys.has_recovery_code(kept)  # a code that nobody wrote down opens nothing
    assert dialog.isVisible()
    press(qtbot, dialog, "connect")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(RecoveryCodeDialog)))
    del desk.engine.call  # type: ignore[method-assign]
    desk.engine.answers["account.add"] = add
    code = write_down(qtbot, dialog.findChildren(RecoveryCodeDialog)[0])
    qtbot.waitUntil(lambda: not dialog.isVisible())
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
