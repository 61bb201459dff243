"""The macro editor: what is typed is checked at once, saved when asked, and can be put back."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.macro_reading import parse
from workspace.domain.macros import Macro
from workspace.ui.macros.editor import MacroEditor, open_editor
from workspace.ui.macros.exchange import ImportDialog
from workspace.ui.macros.library import library_of

ONE = """
# Ask Tomas first.
name = "One"
later = "kept"

[language.en]
text = "Hello"

[language.ko]
text = "안녕하세요"
"""


class Editing:
    def __init__(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.folder = desk.ctx.paths.macros
        self.folder.mkdir(exist_ok=True)
        (self.folder / "one.toml").write_text(ONE, encoding="utf-8")
        self.team = tmp_path / "team"
        self.team.mkdir()
        (self.team / "two.toml").write_text('name = "Two"\ntext = "Bye"\nkey = "Ctrl+Alt+2"')
        desk.ctx.settings.change(macro_folders=(str(self.team),))
        self.library = library_of(desk.ctx)
        qtbot.waitUntil(lambda: len(self.library.files.files) == 2)
        self.window = window = QWidget()
        qtbot.addWidget(window)
        self.editor: MacroEditor = open_editor(desk.ctx, self.library, window, "one")
        self.form = self.editor.form

    def macro(self, name: str) -> Macro | None:
        return parse(name, (self.folder / f"{name}.toml").read_text("utf-8"))[0]

    def type(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, text)

    def save(self) -> None:
        QTest.mouseClick(self.editor.foot.save, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: not self.editor.foot.save.isEnabled())


@pytest.fixture
def editing(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Iterator[Editing]:
    made = Editing(desk, qtbot, tmp_path)
    yield made
    made.editor._asked_close = True
    made.editor.close()


def test_a_change_is_saved_and_what_the_form_does_not_show_is_kept(editing: Editing) -> None:
    assert not editing.editor.foot.save.isEnabled()
    editing.type(editing.form.name, "Uno")
    editing.type(editing.form.words.text, "Hi there")
    editing.form.status.show_value("solved")
    editing.save()
    saved = editing.macro("one")
    assert saved is not None
    assert saved.name == "Uno"
    assert saved.variants["en"].text == "Hi there"
    assert saved.variants["ko"].text == "안녕하세요"
    assert saved.changes.status == "solved"
    source = (editing.folder / "one.toml").read_text("utf-8")
    assert source.startswith("# Ask Tomas first.")
    assert 'later = "kept"' in source


def test_a_save_gives_the_keyboard_back_to_where_the_agent_was(editing: Editing) -> None:
    editor, text = editing.editor, editing.form.words.text
    text.setFocus()
    for press in (
        lambda: QTest.mouseClick(editor.foot.save, Qt.MouseButton.LeftButton),
        lambda: (editor.foot.save.setFocus(), QTest.keyClick(editor.foot.save, Qt.Key.Key_Space)),
        lambda: QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        lambda: QTest.keyClick(text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.keyClicks(text, "more ")
        words = text.toPlainText()
        press()
        editing.qtbot.waitUntil(lambda: not editor.foot.save.isEnabled())
        assert text.hasFocus()
        saved = editing.macro("one")
        assert saved is not None
        assert saved.variants["en"].text == text.toPlainText() == words
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.foot.said.text() == "Nothing has been changed."


def test_what_is_put_back_and_brought_back_leaves_the_keyboard_too(editing: Editing) -> None:
    editor, name = editing.editor, editing.form.name
    editing.type(name, "Uno")
    for button, shown in ((editor.foot.revert, "One"), (editor.foot.undo, "Uno")):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert name.text() == shown
        assert name.hasFocus()


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(editing: Editing) -> None:
    editing.type(editing.form.snooze, "whenever")
    told = editing.form._told["snooze"]
    assert "whenever" in told.text()
    assert not editing.editor.foot.save.isEnabled()
    editing.type(editing.form.snooze, "in 2 hours")
    assert "whenever" not in told.text()
    assert editing.editor.foot.save.isEnabled()
    editing.type(editing.form.name, " ")
    assert not editing.editor.foot.save.isEnabled()
    QTest.mouseClick(editing.editor.foot.revert, Qt.MouseButton.LeftButton)
    assert editing.form.name.text() == "One"
    assert editing.form.snooze.text() == ""


def test_changes_wait_while_one_looks_at_another_macro(editing: Editing) -> None:
    editing.type(editing.form.keywords, "first, second")
    editing.editor.choose(str(editing.team / "two.toml"))
    assert editing.form.name.text() == "Two"
    editing.editor.close()
    assert editing.editor.isVisible()
    assert "One" in editing.editor.foot.said.text()
    editing.editor.choose(str(editing.folder / "one.toml"))
    assert editing.form.keywords.text() == "first, second"
    editing.save()
    saved = editing.macro("one")
    assert saved is not None
    assert saved.keywords == ("first", "second")


def test_a_colleague_s_change_is_not_written_over(editing: Editing) -> None:
    editing.editor.choose(str(editing.team / "two.toml"))
    editing.type(editing.form.name, "Mine")
    (editing.team / "two.toml").write_text('name = "Theirs"\ntext = "Bye"')
    QTest.mouseClick(editing.editor.foot.save, Qt.MouseButton.LeftButton)
    editing.qtbot.waitUntil(lambda: editing.editor.foot.said.isVisible())
    assert "Theirs" in (editing.team / "two.toml").read_text()
    assert editing.form.name.text() == "Mine"


def test_new_duplicate_delete_and_undo(editing: Editing) -> None:
    editing.editor.duplicate()
    editing.type(editing.form.name, "One more")
    editing.save()
    assert (editing.folder / "one-copy.toml").exists()
    editing.editor.delete()
    editing.qtbot.waitUntil(lambda: not (editing.folder / "one-copy.toml").exists())
    editing.qtbot.waitUntil(lambda: editing.editor.foot.undo.isVisible())
    QTest.mouseClick(editing.editor.foot.undo, Qt.MouseButton.LeftButton)
    editing.qtbot.waitUntil(lambda: (editing.folder / "one-copy.toml").exists())


def test_a_new_one_is_called_by_its_name_before_it_is_saved_and_never_lost(
    editing: Editing,
) -> None:
    editing.editor.new.click()
    editing.type(editing.form.name, "Warranty")
    row = editing.editor.view.currentIndex()
    assert row.data() == "Warranty •"
    assert "can't be read" not in row.data(Qt.ItemDataRole.AccessibleTextRole)
    editing.editor.foot.revert.click()
    assert editing.form.name.text() != "Warranty"
    editing.editor.foot.undo.click()
    assert editing.form.name.text() == "Warranty"
    assert editing.editor.view.currentIndex().data() == "Warranty •"


def test_a_key_that_something_else_has_is_refused_with_its_name(editing: Editing) -> None:
    for key, name in (("Ctrl+K", "Search"), ("Ctrl+Alt+2", "Two")):
        editing.form._ask_key()
        editing.form._on_key(key)
        assert name in editing.form._told["key"].text()
        assert editing.form.macro().key == ""
    editing.form._ask_key()
    editing.form._on_key("Ctrl+Alt+7")
    assert editing.form.macro().key == "Ctrl+Alt+7"
    editing.save()


def test_export_and_import_ask_before_they_replace(editing: Editing, tmp_path: Path) -> None:
    exchange = editing.editor.exchange
    exchange.export(editing.library.files.usable(), tmp_path / "m")  # whatever it is called
    editing.qtbot.waitUntil((tmp_path / "m.zip").exists)
    assert sorted(zipfile.ZipFile(tmp_path / "m.zip").namelist()) == ["one.toml", "two.toml"]
    (editing.folder / "one.toml").write_text('name = "One"\ntext = "changed"')
    exchange.look(tmp_path / "m.zip")
    editing.qtbot.waitUntil(lambda: bool(editing.editor.findChildren(ImportDialog)))
    [dialog] = editing.editor.findChildren(ImportDialog)
    dialog._answer("rename")
    editing.qtbot.waitUntil(lambda: (editing.folder / "one-2.toml").exists())
    assert "changed" in (editing.folder / "one.toml").read_text("utf-8")
    editing.qtbot.waitUntil((editing.folder / "two.toml").exists)


def test_an_import_of_faulty_files_alone_offers_none(editing: Editing, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text('name = "Bro')
    editing.editor.exchange.look(tmp_path / "broken.toml")
    editing.qtbot.waitUntil(lambda: bool(editing.editor.findChildren(ImportDialog)))
    [dialog] = editing.editor.findChildren(ImportDialog)
    assert [button.text() for button in dialog.findChildren(QPushButton)] == ["Close"]
    dialog.reject()


def test_a_faulty_file_says_its_line_and_can_be_deleted(editing: Editing) -> None:
    (editing.folder / "bad.toml").write_text('name = "Bad"\n\ntext = "x')
    editing.qtbot.waitUntil(lambda: len(editing.library.files.files) == 3)
    editing.editor.choose(str(editing.folder / "bad.toml"))
    assert editing.editor.foot.told.text().startswith("Line 3: ")
    assert editing.form.name.text() == ""
    assert not editing.form.isEnabled()
    editing.editor.delete()
    editing.qtbot.waitUntil(lambda: not (editing.folder / "bad.toml").exists())


def test_a_folder_that_hangs_holds_up_neither_reads_nor_the_journal(editing: Editing) -> None:
    began, go_on = threading.Event(), threading.Event()

    def hang() -> None:
        began.set()
        go_on.wait(30)

    editing.library.run(hang)
    assert began.wait(60)
    for _ in range(5):
        editing.library.read()
    done: list[object] = []
    editing.desk.ctx.reads.ask(lambda _: 1, then=done.append, owner=editing.editor)
    editing.desk.ctx.writes.run(lambda: 2, done=done.append)
    editing.qtbot.waitUntil(lambda: len(done) == 2)
    go_on.set()
