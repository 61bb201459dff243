"""The pages of settings: what is changed holds, what is saved was seen, what ships is named."""

from __future__ import annotations

import zipfile
from importlib.metadata import distribution
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QPushButton,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace import licences
from workspace.settings import NotifyRule, load_settings
from workspace.ui.settings.about_tab import AboutTab
from workspace.ui.settings.diagnostics_tab import DiagnosticsTab
from workspace.ui.settings.general_tab import GeneralTab
from workspace.ui.settings.notifications_tab import NotificationsTab
from workspace.ui.settings.settings_page import SettingsPage

W = TypeVar("W", bound=QWidget)


def child(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def test_every_page_opens_and_every_control_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    page = SettingsPage(desk.ctx)
    qtbot.addWidget(page)
    page.show()
    for row in range(page.pages.count()):
        page.pages.setCurrentRow(row)
        shown = page._stack.currentWidget()
        for button in shown.findChildren(QAbstractButton):
            if button.objectName() and not button.objectName().startswith("qt_"):
                assert button.text() or button.accessibleName(), button.objectName()
        for combo in shown.findChildren(QComboBox):
            assert combo.accessibleName(), combo.objectName()


def test_rules_are_added_changed_ordered_and_removed(qtbot: QtBot, desk: Desk) -> None:
    tab = NotificationsTab(desk.ctx)
    qtbot.addWidget(tab)
    settings = desk.ctx.settings
    qtbot.waitUntil(lambda: child(tab, QComboBox, "rule_0_account").findData("store") > 0)
    child(tab, QPushButton, "add_rule").click()
    assert settings.value.notify_rules[3] == NotifyRule(then="toast")
    QApplication.sendPostedEvents()
    combo = child(tab, QComboBox, "rule_3_then")
    combo.setCurrentIndex(combo.findData("nothing"))
    combo.activated.emit(combo.currentIndex())
    tab._move(3)
    assert settings.value.notify_rules[2] == NotifyRule(then="nothing")
    tab._remove(0)
    assert len(settings.value.notify_rules) == 3
    child(tab, QPushButton, "reset_rules").click()
    assert settings.value.notify_rules == type(settings.value)().notify_rules
    child(tab, QTimeEdit, "setting_quiet_from").setTime(QTime(22, 30))
    child(tab, QCheckBox, "setting_notify_text").setChecked(False)
    assert (settings.value.quiet_from, settings.value.notify_text) == (22 * 60 + 30, False)
    desk.ctx.writes.run(lambda: None)
    qtbot.waitUntil(lambda: load_settings(desk.ctx.paths.settings_file).quiet_from == 22 * 60 + 30)


def test_report_is_seen_before_it_is_saved(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ticket = desk.store.ticket(subject="Blue sofa")
    desk.store.message(ticket, "Where is my sofa, asks Ms Kim")
    desk.write()
    (desk.ctx.paths.logs / "window.log").write_bytes(b"a line\n")
    tab = DiagnosticsTab(desk.ctx)
    qtbot.addWidget(tab)
    assert not tab.save.isEnabled()
    tab.look.click()
    qtbot.waitUntil(tab.save.isEnabled)
    assert [tab.names.item(n).text().split()[0] for n in range(tab.names.count())] == [
        "report.json",
        "logs/window.log",
    ]
    seen = tab.text.toPlainText()
    assert '"ticket": 1' in seen
    assert "sofa" not in seen
    assert "store" not in seen.replace("restore", "")
    target = tmp_path / "report.zip"
    tab.save_to(target)
    qtbot.waitUntil(lambda: any(target.name in notice.text for notice in desk.notices))
    with zipfile.ZipFile(target) as archive:
        assert archive.read("report.json").decode() == seen
        assert archive.read("logs/window.log") == b"a line\n"
    row = desk.store.reader().one("SELECT count(*) FROM journal.audit WHERE action LIKE 'export%'")
    assert row == (1,)


def test_report_that_cannot_be_written_says_so(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    tab = DiagnosticsTab(desk.ctx)
    qtbot.addWidget(tab)
    tab.save_to(tmp_path / "no such folder" / "report.zip")
    qtbot.waitUntil(lambda: any(notice.kind == "bad" for notice in desk.notices))


def test_about_names_all_that_ships_with_its_licence(qtbot: QtBot, desk: Desk) -> None:
    tab = AboutTab(desk.ctx)
    qtbot.addWidget(tab)
    qtbot.waitUntil(lambda: tab.names.count() > 0)
    assert "SQLCipher" in tab.versions.text()
    assert tab.names.item(0).text().startswith("agent-workspace")
    parts = {licences._key(part.name): part for part in licences.components()}
    for needed in distribution("agent-workspace").requires or ():
        one = Requirement(needed)
        if one.marker is None or one.marker.evaluate({"extra": ""}):  # on this system
            assert licences._key(one.name) in parts, needed
    for name in ("qt", "python", "sqlite", "sqlcipher", "openssl"):
        assert name in parts
    for part in parts.values():
        assert part.licence, part.name
        assert len(part.text) > 80, part.name
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in parts["pyside6-essentials"].text


def test_demo_customers_are_paused_by_their_flag(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    assert GeneralTab(desk.ctx).findChild(QPushButton, "pause_customers") is None
    flag = tmp_path / "customers.paused"
    ctx = desk.ctx.__class__(
        **{n: getattr(desk.ctx, n) for n in desk.ctx.__slots__} | {"customers_pause": flag}
    )
    tab = GeneralTab(ctx)
    qtbot.addWidget(tab)
    button = child(tab, QPushButton, "pause_customers")
    button.click()
    qtbot.waitUntil(flag.exists)
    again = GeneralTab(ctx)
    qtbot.addWidget(again)
    other = child(again, QPushButton, "pause_customers")
    qtbot.waitUntil(other.isChecked)
    other.click()
    qtbot.waitUntil(lambda: not flag.exists())


@pytest.mark.parametrize("days", [0, 45, 365])
def test_days_to_keep_are_shown_also_if_the_file_says_others(
    qtbot: QtBot, desk: Desk, days: int
) -> None:
    desk.ctx.settings.value = msgspec.structs.replace(desk.ctx.settings.value, keep_days=days)
    tab = GeneralTab(desk.ctx)
    qtbot.addWidget(tab)
    assert child(tab, QComboBox, "setting_keep_days").currentData() == days
