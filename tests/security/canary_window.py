"""A whole window at work on canary words, as a program of its own; it ends as by a crash.

Arguments: base directory, folder for what the agent keeps on purpose. Prints, as JSON, the words
that it used by where they stood, and how many fields it typed into. Its test looks for the words in
all that was written, and strace tells what was.
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.builders import ME
from tests.security.at_work import opened_by_actions, until
from tests.ui.desk import Desk, a_desk
from workspace.clock import SystemClock
from workspace.domain.items import Address, AgentItem, Directory, PersonItem, StatusItem, TeamItem
from workspace.domain.words import Status
from workspace.keys import MasterKey
from workspace.log import setup_logging
from workspace.paths import Paths
from workspace.private_memory import no_core_dumps
from workspace.store import slow_log
from workspace.store.queries.conversation import get_conversation
from workspace.store.queries.tickets import get_tickets
from workspace.ui.conversation.attachment_preview import AttachmentPreview
from workspace.ui.main_window import MainWindow
from workspace.ui.notifications.rules import Toast
from workspace.ui.notifications.toasts import WindowToaster
from workspace.ui.queue_nav.queue_dialog import QueueDialog
from workspace.ui.search.palette import SearchPalette
from workspace.ui.settings.diagnostics_tab import DiagnosticsTab
from workspace.ui.spelling.spelling import spelling_of
from workspace.ui.transcript.transcript_dialog import TranscriptDialog

WORDS: dict[str, str] = {}
_numbers = itertools.count(1)


def word(place: str) -> str:
    """The canary of a place: letters only, so that it is one word wherever it is typed."""
    if place not in WORDS:
        number = next(_numbers) * 7_919
        tail = "".join(chr(97 + number // 26**n % 26) for n in range(5))
        WORDS[place] = f"kanarienvogel{tail}"
    return WORDS[place]


def picture() -> bytes:
    """A PNG with a word in it, as cameras and programs leave them."""
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkYellow)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setText("Comment", word("picture"))
    writer.setCompression(0)
    assert writer.write(image)
    return bytes(data.data())


def fill(desk: Desk) -> int:
    """A ticket, an earlier one and its people, with a word in each of their fields."""
    store = desk.store
    store.account(
        "store",
        directory=Directory(
            agents=(
                AgentItem(remote_id=ME, name=word("my name"), address=word("me"), me=True),
                AgentItem(remote_id="a2", name=word("colleague"), address=word("her address")),
            ),
            teams=(TeamItem(remote_id="support", name=word("team")),),
            statuses=tuple(
                StatusItem(backend_status=s.value, status=s, label=word(f"status {s}"))
                for s in Status
            ),
            priorities=(word("priority"),),
        ),
    )
    store.writer.set_account_state(
        store.current, state="error", error_kind="bad", error_message=word("what went wrong")
    )
    person = PersonItem(
        remote_id="p",
        name=word("customer"),
        addresses=(Address("email", f"{word('address')}@example.com"),),
        organization=word("organization"),
        note=word("note about them"),
        tags=(word("their tag"),),
    )
    for remote_id in ("earlier", "now"):
        ticket = store.ticket(
            remote_id,
            subject=word(f"subject {remote_id}"),
            requester=person,
            tags=(word("tag"),),
            custom_fields={word("field"): [word("value")]},
            assignee=ME,
            priority=word("priority"),
            channel="email",
        )
        text, shot = (store.attachment(word(n) + end, media_type=m) for n, end, m in FILES)
        store.message(
            ticket,
            f"{word('text')} says hello",
            html=f"<p>{word('html')} <img src='cid:{word('cid')}'></p>",
            author_name=word("author"),
            attachments=(text, shot),
        )
        store.note(ticket, f"@{word('my name')} {word('note')}", author_remote_id="a2")
        change = {"field": word("changed"), "old": word("old"), "new": word("new")}
        store.activity(ticket, change, author_name=word("actor"))
        store.write()
    return store.id_of("now")


FILES = (("text file", ".txt", "text/plain"), ("image file", ".png", "image/png"))


def say(window: MainWindow, mode: str, text: str) -> None:
    edit = window.composer.panes[mode].edit  # type: ignore[index]
    window.composer.focus_mode(mode)  # type: ignore[arg-type]
    edit.setFocus()
    QTest.keyClicks(edit, text)


def write_and_send(window: MainWindow, desk: Desk, outside: Path) -> None:
    """Drafts with a file and an earlier version, a note that leaves, a tag, a look at it."""
    reader = desk.store.reader()

    def rows(table: str) -> int:
        return int(reader.all(f"SELECT count(*) FROM journal.{table}")[0][0])

    say(window, "note", word("sent note") + " ")
    window.composer.panes["note"].send.click()
    until(lambda: rows("outbox") == 1)
    sent = outside / f"{word('outgoing name')}.txt"
    sent.write_text(word("outgoing file") * 4_000)
    say(window, "reply", word("draft") + " ")
    window.composer.attach([sent], "reply")
    until(lambda: rows("outgoing_file") == 1)
    sent.unlink()
    until(lambda: rows("draft") == 1)
    spelling_of(desk.ctx).add_own(word("own word"))
    room = window.pane.macros.room
    until(lambda: bool(room.library.files.usable()))
    room.apply("greeting")
    until((desk.ctx.paths.base / "macro_uses.json").exists)
    window.composer.tools.use("preview")
    QTest.qWait(100)
    window.grab()
    window.composer.tools.use("preview")
    window.header.tags.open_editor()
    window.header.tags.edit.setText(word("new tag"))
    QTest.keyClick(window.header.tags.edit, Qt.Key.Key_Return)
    until(lambda: rows("outbox") == 2)
    ticket = get_tickets(reader, [window.ticket_id or 0])
    desk.store.journal.snooze(list(ticket.values()), SystemClock().now_ms() + 60_000)
    desk.store.journal.add_local_note(1, "now", word("local note"))
    desk.ctx.bus.announce(ticket, entries_of=ticket, outbox=True)


def look(window: MainWindow, desk: Desk, keep: Path) -> None:
    """Find, search, an own queue, attachments inside, toasts."""
    window.find_in_conversation()
    bar = window.conversation.finding.bar
    assert bar is not None
    QTest.keyClicks(bar.field, word("find words"))
    window.open_search()
    (palette,) = window.findChildren(SearchPalette)
    palette.field.setText(word("text"))
    until(lambda: palette.model.rowCount() > 0)
    palette.field.setText(word("search words"))
    QTest.qWait(300)
    palette.close_palette()
    window.new_queue()
    (dialog,) = window.findChildren(QueueDialog)
    dialog.name.setText(word("queue name"))
    dialog.conditions.setPlainText(f"from:{word('condition')}")
    dialog.save.click()
    reader = desk.store.reader()
    until(lambda: reader.all("SELECT count(*) FROM journal.saved_queue") == [(1,)])
    sealed = [desk.ctx.files().write([data])[0] for data in (b"see " * 9_000, picture())]
    page = get_conversation(reader, desk.store.id_of("now"))
    files = [file for entry in page.entries for file in entry.attachments]
    for attachment, name, content in zip(files[:2], sealed, ("text", "image"), strict=True):
        desk.engine.answers["attachment.get"] = lambda _, name=name: {"file": name}
        window.conversation.attachments.act(attachment, "download")
        window.conversation.attachments.preview(attachment)
        until(lambda: bool(window.findChildren(AttachmentPreview)), 10)
        QTest.qWait(200)
        window.grab()
        for each in window.findChildren(AttachmentPreview):
            each.close()
        window.conversation.attachments.save(attachment, keep / content)
    until(lambda: {"text", "image"} <= {each.name for each in keep.iterdir()})
    toast = Toast(desk.store.id_of("now"), word("toast title"), word("toast body"))
    WindowToaster(desk.ctx.notices).show(toast)
    window.grab()


def print_it(window: MainWindow, keep: Path) -> None:
    """Onto paper, as a PDF, into the clipboard; with the notes."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(keep / "printed"))
    ways: tuple[Any, ...] = (
        lambda dialog: dialog.print_on(printer),
        lambda dialog: dialog.save_pdf(keep / "saved"),
        lambda dialog: dialog.copy(),
    )
    for way in ways:
        window.print_conversation()
        until(lambda: bool(window.findChildren(TranscriptDialog)))
        dialog = window.findChildren(TranscriptDialog)[-1]
        until(lambda dialog=dialog: dialog._total > 0)
        dialog.notes.setChecked(True)
        way(dialog)
        until(lambda: not window.findChildren(TranscriptDialog))


def type_everywhere(top: QWidget, action: str) -> int:
    """A word of its own into every field that can be typed into; how many there were."""
    count = 0
    for field in top.findChildren(QWidget):
        if not isValid(field) or not field.isVisible() or not field.isEnabled():
            continue
        name = f"{action}: {field.objectName() or field.accessibleName()} {count}"
        if isinstance(field, QLineEdit) and not field.isReadOnly():
            field.selectAll()
            QTest.keyClicks(field, word(name))
        elif isinstance(field, QTextEdit | QPlainTextEdit) and not field.isReadOnly():
            QTest.keyClicks(field, word(name) + " ")
        elif isinstance(field, QComboBox) and field.isEditable():
            field.setEditText(word(name))
        else:
            continue
        count += 1
        QTest.qWait(5)
    return count


def through_all_fields(window: MainWindow) -> tuple[int, list[str]]:
    """Whatever an action opens is typed full and left; (fields, what opened)."""
    fields, opened = type_everywhere(window, "window"), []
    for action, fresh in opened_by_actions(window):
        opened += [f"{action}: {type(top).__name__}" for top in fresh]
        fields += sum(type_everywhere(top, action) for top in (window, *fresh))
        QTest.qWait(150)  # what is saved by itself, is
    return fields, opened


def report(window: MainWindow, target: Path) -> None:
    """The diagnostics that one would send, and the debugging view beside it."""
    tab = DiagnosticsTab(window.ctx)
    tab.show()
    tab.look.click()
    until(tab.save.isEnabled)
    tab.save_to(target)
    until(target.exists)
    window.open_debug()
    QTest.qWait(100)


def main() -> None:
    no_core_dumps()
    base, keep = Path(sys.argv[1]), Path(sys.argv[2])
    slow_log.LIMIT_S = 0.0  # every statement counts as a slow one
    app = QApplication([])
    app.setApplicationName("Workspace")
    gc.disable()
    paths = Paths(base).ensure()
    paths.macros.mkdir()
    (paths.macros / "greeting.toml").write_text(
        'name = "Greeting"\ntext = "Hello {{customer.name}}"\n', encoding="utf-8"
    )
    setup_logging(paths, "window", debug=True)
    with a_desk(paths, MasterKey(bytes(range(32))), SystemClock()) as desk:
        ticket_id = fill(desk)
        window = MainWindow(desk.ctx)
        window.resize(1200, 800)
        window.start()
        window.show()
        until(lambda: bool(window.list.queue))
        window.show_ticket(ticket_id)
        until(lambda: bool(window.conversation.view.rows))
        until(lambda: window.composer.known is not None)
        write_and_send(window, desk, keep)
        look(window, desk, keep)
        print_it(window, keep)
        fields, opened = through_all_fields(window)
        report(window, base.parent / "report.zip")
        QTest.qWait(1_500)  # drafts are saved a moment after the last key
        told = {"words": WORDS, "fields": fields, "opened": opened}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        os.abort()  # nothing is put in order


if __name__ == "__main__":
    main()
