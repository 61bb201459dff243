"""A whole window over hostile tickets, as a program of its own: strace watches what it opens.

Arguments: base directory, path of the canary file (never touched here, only named). Prints what it
painted, and labels that would render markup, as JSON.
"""

from __future__ import annotations

import gc
import json
import re
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.builders import ME
from tests.security import corpus
from tests.security.at_work import opened_by_actions, until
from tests.ui.desk import Desk, a_desk
from workspace.clock import SystemClock
from workspace.domain.errors import ContractBug
from workspace.domain.items import Address, AgentItem, Directory, PersonItem, StatusItem, TeamItem
from workspace.domain.words import Status
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.composer.draft_history import DraftHistory
from workspace.ui.main_window import MainWindow
from workspace.ui.notifications.rules import Toast
from workspace.ui.notifications.toasts import WindowToaster
from workspace.ui.search.palette import SearchPalette
from workspace.ui.transcript.transcript_dialog import TranscriptDialog


def fill(desk: Desk, canary: str) -> list[str]:
    """Tickets whose every field is markup, with the whole corpus as their messages."""
    marks, html = corpus.markups(canary), corpus.bodies(canary)
    name_all(desk, marks)
    refs = [
        a_ticket_of(desk, number, html[number :: len(marks)], mark)
        for number, mark in enumerate(marks)
    ]
    desk.store.write()
    return [*refs, *odd_tickets(desk)]


def name_all(desk: Desk, marks: list[str]) -> None:
    """A directory of markup, and an account whose error is."""
    first, other = marks[:2]
    desk.store.account(
        "store",
        directory=Directory(
            agents=(
                AgentItem(remote_id=ME, name=first, address=first, me=True),
                AgentItem(remote_id="a2", name=other),
            ),
            teams=(TeamItem(remote_id="support", name=first),),
            statuses=tuple(
                StatusItem(backend_status=f"{first}{s.value}", status=s, label=other)
                for s in Status
            ),
            priorities=tuple(marks),
        ),
    )
    error = {"error_kind": "bad", "error_message": first, "error_action": other}
    desk.store.writer.set_account_state(desk.store.current, state="error", **error)


def a_ticket_of(desk: Desk, number: int, html: list[str], mark: str) -> str:
    """Its remote id; a message for each body, a quoting one, a note and an activity."""
    store = desk.store
    person = PersonItem(
        remote_id=f"p{number}",
        name=mark,
        addresses=(Address("email", mark), Address(mark, mark)),
        organization=mark,
        language=mark,
        timezone=mark,
        note=mark,
        tags=(mark,),
    )
    ticket = store.ticket(
        subject=mark,
        requester=person,
        tags=(mark,),
        custom_fields={mark: [mark]},
        assignee=ME,
        priority=mark,
        backend_status=f"{mark}open",
        channel="email",
    )
    for body in html:
        store.message(
            ticket,
            f"findme {mark}",
            html=body,
            author_name=mark,
            author_address=mark,
            attachments=(store.attachment(f"{mark}.pdf"),),
        )
    store.message(ticket, f"> {mark}\n> quoted {mark}\n\nfindme {mark}", author_name=mark)
    store.note(ticket, mark, author_name=mark)
    store.activity(ticket, {"field": mark, "old": mark, "new": mark}, author_name=mark)
    return ticket.remote_id


def odd_tickets(desk: Desk) -> list[str]:
    """Of the odd messages those that the store takes; it refuses the others as a whole."""
    refs = []
    for fields, text in corpus.odd_messages():
        try:
            ticket = desk.store.ticket(**{"assignee": ME, **fields})
            desk.store.message(ticket, text, author_name=text[:300])
            desk.store.write()
            refs.append(ticket.remote_id)
        except ContractBug:
            desk.store._items.clear()  # nothing of it is in the cache, and the next one goes on
    assert len(refs) > 50, len(refs)
    return refs


def hover(widget: QWidget) -> None:
    """As if the pointer rested on it: its tooltip comes up and is painted."""
    views = [widget.viewport()] if isinstance(widget, QAbstractItemView) else [widget]
    for target in views:
        spot = QPoint(min(60, target.width() // 2), min(20, target.height() // 2))
        event = QHelpEvent(QEvent.Type.ToolTip, spot, target.mapToGlobal(spot))
        QApplication.sendEvent(target, event)
        QApplication.processEvents()


def rich_labels() -> list[str]:
    found = []
    for widget in QApplication.allWidgets():
        is_label = isinstance(widget, QLabel | QMessageBox)
        escaped = is_label and re.fullmatch("<qt>[^<>]*</qt>", widget.text())
        if (
            is_label
            and not escaped
            and "<" in widget.text()
            and widget.textFormat() != Qt.TextFormat.PlainText
        ):
            found.append(f"{type(widget).__name__} {widget.objectName()}: {widget.text()[:80]}")
        # Said as words (`&lt;img …`) it may stand there; inside a tag it was understood.
        if isinstance(widget, QTextEdit) and re.search(r"<(?!a )[^<>]*canary", widget.toHtml()):
            found.append(f"QTextEdit {widget.objectName()}")
        for words in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
            if "<img" in words or "<a href" in words:
                found.append(f"tooltip of {type(widget).__name__}: {words[:80]}")
    return found


def paste(window: MainWindow, canary: str) -> None:
    for mode in ("reply", "note"):
        edit = window.composer.panes[mode].edit  # type: ignore[index]
        for body in corpus.bodies(canary)[::9]:
            given = QMimeData()
            given.setHtml(body)
            edit.insertFromMimeData(given)
        edit.grab()
    window.composer.focus_mode("note")
    QTest.qWait(50)
    pane = window.composer.panes["note"]
    window.composer.tools.use("preview")  # what was pasted, as it would arrive
    until(lambda: pane.is_previewing)
    window.grab()
    window.composer.tools.use("preview")
    key, kept = window.composer.key("note"), []
    assert key is not None
    window.composer.book.keep_version(key, "pause", then=lambda: kept.append(True))
    until(lambda: bool(kept))
    window.composer.tools.use("draft_history")
    until(lambda: bool(window.findChildren(DraftHistory)))
    (dialog,) = window.findChildren(DraftHistory)
    assert dialog.list.count() > 0
    dialog.grab()
    dialog.reject()


def write_a_macro(paths: Paths, canary: str) -> None:
    """A file of a team, whose every word is markup."""
    marks = [json.dumps(mark) for mark in corpus.markups(canary)]
    paths.macros.mkdir(exist_ok=True)
    (paths.macros / "hostile.toml").write_text(
        f"name = {marks[0]}\nkeywords = [{marks[1]}]\ntext = {marks[0]}\nnote = {marks[1]}\n",
        encoding="utf-8",
    )


def print_it(window: MainWindow, desk: Desk, target: Path) -> None:
    """The ticket in front with its notes, onto the pages of a PDF and into the clipboard."""
    for name in ("save_pdf", "copy"):
        window.print_conversation()
        until(lambda: bool(window.findChildren(TranscriptDialog)))
        dialog = window.findChildren(TranscriptDialog)[-1]
        until(lambda dialog=dialog: dialog._total > 0)
        dialog.notes.setChecked(True)
        until(lambda dialog=dialog: len(dialog.preview.sheets.pages) > 1)
        dialog.grab()  # the pages as they would be printed
        if name == "copy":
            QApplication.clipboard().clear()
            dialog.copy()
            until(lambda: bool(QApplication.clipboard().text()))
        else:
            dialog.save_pdf(target)
            until(target.exists)
        until(lambda: not window.findChildren(TranscriptDialog))


def through_all_actions(window: MainWindow) -> tuple[list[str], set[str]]:
    """Whatever an action opens: painted, hovered over, looked at for labels."""
    opened, rich = [], set()
    for action, fresh in opened_by_actions(window):
        opened += [f"{action}: {type(top).__name__}" for top in fresh]
        for top in (window, *fresh):
            top.grab()
        for top in fresh:
            for widget in top.findChildren(QWidget):
                if isValid(widget) and widget.isVisible():
                    hover(widget)
        rich |= set(rich_labels())
    return opened, rich


def look_at_all(window: MainWindow, desk: Desk, refs: list[str], canary: str) -> int:
    """Every ticket painted to its top; search, tooltips, notices, pages. How many were painted."""
    painted = 0
    for ref in refs:
        ticket_id = desk.store.id_of(ref)
        window.show_ticket(ticket_id)
        view = window.conversation.view
        until(lambda: bool(window.conversation.view.rows))
        QTest.qWait(10)
        for key in (Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_End):
            QTest.keyClick(view, key)
            QApplication.processEvents()
            window.grab()
        painted += 1
    first = corpus.markups(canary)[0]
    for text in (first, *corpus.markups(canary)):
        desk.ctx.notices.show(text, "bad")
        QApplication.processEvents()
        window.grab()
    window.open_search()
    (palette,) = window.findChildren(SearchPalette)
    palette.field.setText("findme ")
    until(lambda: palette.model.rowCount() > 5)
    window.grab()
    palette.close_palette()
    paste(window, canary)
    for page in (
        window.open_status,
        window.open_settings,
        window.open_shortcuts,
        window.open_add_account,
    ):
        page()
        QTest.qWait(150)
    for widget in QApplication.allWidgets():
        if isValid(widget) and widget.isVisible():
            hover(widget)
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            top.grab()
    return painted


def main() -> None:
    base, canary = Path(sys.argv[1]), sys.argv[2]
    app = QApplication([])
    gc.disable()
    with a_desk(Paths(base).ensure(), MasterKey(bytes(range(32))), SystemClock()) as desk:
        refs = fill(desk, canary)
        write_a_macro(Paths(base), canary)
        window = MainWindow(desk.ctx)
        window.resize(1200, 800)
        window.start()
        window.show()
        until(lambda: bool(window.list.queue))
        painted = look_at_all(window, desk, refs, canary)
        window.show_ticket(desk.store.id_of(refs[0]))
        until(lambda: bool(window.conversation.view.rows))
        print_it(window, desk, base / "printed.pdf")
        for mark in corpus.markups(canary):
            WindowToaster(desk.ctx.notices).show(Toast(desk.store.id_of(refs[0]), mark, mark))
            QApplication.processEvents()
            window.grab()
        opened, rich = through_all_actions(window)
        told = json.dumps(
            {
                "painted": painted,
                "bodies": len(corpus.bodies(canary)),
                "widgets": len(app.allWidgets()),
                "opened": opened,
                "pdf": (base / "printed.pdf").stat().st_size,
                "rich": sorted(rich | set(rich_labels())),
            }
        )
        sys.stdout.write(told + "\n")
        sys.stdout.flush()
        for top in app.topLevelWidgets():
            top.close()
        app.processEvents()


if __name__ == "__main__":
    main()
