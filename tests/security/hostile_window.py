"""A whole window over hostile tickets, as a program of its own: strace watches what it opens.

Arguments: base directory, path of the canary file (never touched here, only named). Prints what it
painted, and labels that would render markup, as JSON.
"""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.builders import ME
from tests.security import corpus
from tests.ui.desk import Desk, a_desk
from workspace.clock import SystemClock
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

IN_ONE_TICKET = 60


def fill(desk: Desk, canary: str) -> list[str]:
    """Tickets whose every field is markup, with the whole corpus as their messages."""
    store, marks = desk.store, corpus.markups(canary)
    first = marks[0]
    store.account(
        "store",
        directory=Directory(
            agents=(
                AgentItem(remote_id=ME, name=first, address=first, me=True),
                AgentItem(remote_id="a2", name=marks[1]),
            ),
            teams=(TeamItem(remote_id="support", name=first),),
            statuses=tuple(
                StatusItem(backend_status=f"{first}{s.value}", status=s, label=marks[1])
                for s in Status
            ),
            priorities=tuple(marks),
        ),
    )
    store.writer.set_account_state(
        store.current, state="error", error_kind="bad", error_message=first, error_action=marks[1]
    )
    refs = []
    html = corpus.bodies(canary)
    for at in range(0, len(html), IN_ONE_TICKET):
        mark = marks[at % len(marks)]
        person = PersonItem(
            remote_id=f"p{at}",
            name=mark,
            addresses=(Address("email", mark), Address(mark, first)),
            organization=mark,
            language=mark,
            timezone=mark,
            note=mark,
            tags=(mark,),
        )
        ticket = store.ticket(
            subject=mark,
            requester=person,
            tags=(mark, first),
            custom_fields={mark: [first]},
            assignee=ME,
            priority=mark,
            backend_status=f"{first}open",
            channel="email",
        )
        refs.append(ticket.remote_id)
        for body in html[at : at + IN_ONE_TICKET]:
            store.message(
                ticket,
                f"findme {mark}",
                html=body,
                author_name=mark,
                author_address=mark,
                attachments=(store.attachment(f"{mark}.pdf"),),
            )
        store.message(ticket, f"> {mark}\n> quoted {first}\n\nfindme {mark}", author_name=mark)
        store.note(ticket, mark, author_name=mark)
        store.activity(ticket, {"field": mark, "old": first, "new": mark}, author_name=mark)
    store.write()
    odd = 0
    for fields, text in corpus.odd_messages():
        try:
            ticket = store.ticket(**{"assignee": ME, **fields})
            store.message(ticket, text, author_name=text[:300])
            store.write()
            refs.append(ticket.remote_id)
            odd += 1
        except Exception as error:
            # Refused as a whole: nothing of it is in the cache, and the next one goes on.
            if type(error).__name__ != "ContractBug":
                raise
            store._items.clear()
    assert odd > 50, odd
    return refs


def until(wanted: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not wanted():
        if time.monotonic() > end:
            raise SystemExit("waited in vain")
        QTest.qWait(5)


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
    """Whatever an action opens: painted, hovered over, looked at for labels; then closed."""
    opened, rich = [], set()
    for spec in window.table:
        action = window.actions_by_id.get(spec.id)
        if action is None or spec.id in CHANGES:
            continue
        before = set(visible_tops())
        window.activateWindow()
        action.trigger()
        QTest.qWait(120)
        fresh = [top for top in visible_tops() if top not in before]
        for top in [window, *fresh]:
            if not isValid(top):
                continue
            top.grab()
            for widget in top.findChildren(QWidget):
                if top is not window and isValid(widget) and widget.isVisible():
                    hover(widget)
        rich |= set(rich_labels())
        opened += [f"{spec.id}: {type(top).__name__}" for top in fresh]
        for top in fresh:
            with suppress(RuntimeError):  # it went with another one
                top.close()
        QApplication.processEvents()
    return opened, rich


def visible_tops() -> list[QWidget]:
    dialogs = [w for w in QApplication.allWidgets() if isinstance(w, QDialog) and w.isVisible()]
    tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    return list(dict.fromkeys([*dialogs, *tops]))


CHANGES = {"quit", "solve", "claim", "send", "sync_now", "dismiss_mention"}
"""Actions that open nothing."""


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
