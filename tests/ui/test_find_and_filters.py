"""Filters and find of a conversation, over a real store; the caret in a message."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.reading import an_area, texts
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.domain.items import TicketItem
from workspace.domain.tokens import fold
from workspace.ui.conversation import conversation_access
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.conversation.conversation_rows import DayBreakRow
from workspace.ui.conversation.find_bar import FindBar
from workspace.ui.search.palette import SearchPalette

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def a_long_ticket(desk: Desk, count: int) -> TicketItem:
    ticket = desk.store.ticket()
    for number in range(count):
        desk.store.message(ticket, f"message {number}")
        if number % 100 == 50:
            desk.store.note(ticket, f"note {number}")
    desk.store.write()
    return ticket


def look_for(area: ConversationArea, qtbot: QtBot, text: str) -> FindBar:
    area.finding.open()
    bar = area.finding.bar
    assert bar is not None
    bar.field.setText(text)
    qtbot.waitUntil(lambda: bool(bar.place.text()))
    return bar


def marked(area: ConversationArea) -> dict[str, list[str]]:
    """Every marked stretch that is painted, by row."""
    found: dict[str, list[str]] = {}
    for index, _ in area.view.stack.placements:
        marks = area.view._marks(index).parts
        for part in area.view.layout_of(index).parts:
            for span in marks[part.name].found if part.name in marks else ():
                text = part.block.text().encode("utf-16-le")[2 * span.start : 2 * span.end]
                found.setdefault(area.view.rows[index].key, []).append(text.decode("utf-16-le"))
    return found


# --- filters -----------------------------------------------------------------------------------


def test_a_filter_shows_one_kind_counts_all_and_says_what_it_hides(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.note(ticket, "call her")
    desk.store.activity(ticket)
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    qtbot.waitUntil(lambda: area.bar.filters["note"].text() == "Notes 1")
    assert area.bar.filters[""].text() == "All 3"
    assert area.strip.isHidden()
    qtbot.mouseClick(area.bar.filters["note"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: texts(area) == ["call her"])
    assert area.strip.isVisible()
    assert "2 entries are hidden" in area.strip.label.text()
    found = QAccessible.queryAccessibleInterface(area.view)
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert [name for name in names if "call her" in name]
    assert not [name for name in names if "hello" in name]
    qtbot.mouseClick(area.strip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: texts(area) == ["hello", "call her"])
    assert area.strip.isHidden()


def test_filters_go_round_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    seen = []
    for _ in range(4):
        area.next_filter()
        seen.append(area.source.kind)
    assert seen == ["message", "note", "activity", ""]
    area.bar.filters[""].setFocus()
    qtbot.keyClick(area.bar.filters[""], Key.Key_Right)
    assert area.source.kind == "message"
    qtbot.waitUntil(area.bar.filters["message"].hasFocus)


def test_notes_among_ten_thousand_messages_are_read_without_the_messages(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = a_long_ticket(desk, 10_000)
    area = an_area(desk, qtbot, ticket)
    area.show_kind("note")
    qtbot.waitUntil(lambda: all(text.startswith("note") for text in texts(area)))
    assert len(area.source.entries) == 60
    qtbot.waitUntil(lambda: area.bar.hidden_count() == 10_000)


def test_what_a_filter_hides_is_told_when_it_arrives(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(conversation_access, "announce", lambda _view, text: said.append(text))
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.note(ticket, "call her")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    area.show_kind("note")
    qtbot.waitUntil(lambda: texts(area) == ["call her"])
    desk.store.message(ticket, "are you there?")
    desk.write()
    qtbot.waitUntil(lambda: "1 of them new" in area.strip.label.text())
    assert texts(area) == ["call her"]
    assert [text for text in said if "are you there?" in text]
    assert not area.overlays.down.isVisible()


def test_a_filter_keeps_the_reader_near_their_place(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_long_ticket(desk, 2_000)
    reader = desk.store.reader()
    (entry_id,) = reader.one("SELECT id FROM entry WHERE text = 'message 930'") or (0,)
    area = an_area(desk, qtbot, ticket, entry_id)
    area.show_kind("note")
    qtbot.waitUntil(lambda: bool(texts(area)) and texts(area)[0].startswith("note"))
    seen = [area.view.entry_at(index) for index, _ in area.view.stack.placements]
    assert "note 950" in [entry.text for entry in seen if entry is not None]


def test_a_search_hit_that_the_filter_would_hide_is_shown(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "the hit")
    desk.store.note(ticket, "call her")
    other = desk.store.ticket()
    desk.store.note(other, "elsewhere")
    desk.store.write()
    (entry_id,) = desk.store.reader().one("SELECT id FROM entry WHERE text = 'the hit'") or (0,)
    area = an_area(desk, qtbot, other)
    area.show_kind("note")
    area.show_ticket(desk.store.id_of(ticket), entry_id)
    qtbot.waitUntil(lambda: "the hit" in texts(area))
    assert area.view.found_key == f"e{entry_id}"


# --- find --------------------------------------------------------------------------------------


def test_one_syllable_is_found_in_all_of_the_ticket(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "가격이 얼마예요? 정가로요.")
    desk.store.messages(ticket, 300)
    desk.store.note(ticket, "할인가 문의")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    bar = look_for(area, qtbot, "가")
    qtbot.waitUntil(lambda: bar.place.text() == "3 of 3")
    assert marked(area) == {area.view.rows[-1].key: ["가"]}
    found = QAccessible.queryAccessibleInterface(area.view)
    last = found.child(found.childCount() - 1)
    assert last.text(QAccessible.Text.Description).startswith("1 match")
    area.finding.step(-1)
    qtbot.waitUntil(lambda: "가격이 얼마예요? 정가로요." in texts(area))
    assert bar.place.text() == "2 of 3"
    assert list(marked(area).values()) == [["가", "가"]]
    key, number = area.view.found_at
    assert number == 1
    assert not area.view.row_rect(area.view.index_of(key)).isEmpty()
    area.finding.step(-1)
    assert bar.place.text() == "1 of 3"
    area.finding.step(-1)
    assert bar.place.text() == "3 of 3"


def test_what_is_being_composed_is_looked_for_and_enter_steps(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "한글과 한국")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    area.finding.open()
    bar = area.finding.bar
    assert bar is not None
    QApplication.sendEvent(bar.field, QInputMethodEvent("한", []))
    qtbot.waitUntil(lambda: bar.place.text() == "2 of 2")
    commit = QInputMethodEvent("", [])
    commit.setCommitString("한")
    QApplication.sendEvent(bar.field, commit)
    qtbot.keyClick(bar.field, Key.Key_Return)
    assert bar.place.text() == "1 of 2"
    qtbot.keyClick(bar.field, Key.Key_Return, SHIFT)
    assert bar.place.text() == "2 of 2"
    qtbot.keyClick(bar.field, Key.Key_Escape)
    assert bar.isHidden()
    assert not marked(area)


def test_a_match_far_up_in_ten_thousand_messages_loads_a_stretch_only(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = a_long_ticket(desk, 10_000)
    area = an_area(desk, qtbot, ticket)
    laid_out = area.view.layouts.made
    bar = look_for(area, qtbot, "message 123")
    qtbot.waitUntil(lambda: bar.place.text() == "11 of 11")  # 1230 to 1239 and 123
    qtbot.waitUntil(lambda: "message 1239" in texts(area))
    for _ in range(10):
        area.finding.step(-1)
    qtbot.waitUntil(lambda: "message 123" in texts(area))
    qtbot.wait(50)  # nothing more comes by itself
    assert len(area.source.entries) <= 400
    assert area.view.layouts.made - laid_out <= 150
    assert area.source.has_newer
    assert area.overlays.down.isVisible()
    qtbot.mouseClick(area.overlays.down, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "message 9999" in texts(area))
    assert area.at_newest


def test_reading_down_from_a_stretch_reaches_the_end_without_gaps(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_long_ticket(desk, 400)
    reader = desk.store.reader()
    (entry_id,) = reader.one("SELECT id FROM entry WHERE text = 'message 100'") or (0,)
    area = an_area(desk, qtbot, ticket, entry_id)
    assert area.source.has_newer
    desk.store.message(ticket, "just now")
    desk.write()
    qtbot.waitUntil(lambda: area._unseen == 1)
    assert "just now" not in texts(area)

    def at_the_end() -> bool:
        qtbot.keyClick(area.view, Key.Key_PageDown)
        return "just now" in texts(area)

    qtbot.waitUntil(at_the_end)
    numbers = [int(text.split()[1]) for text in texts(area) if text.startswith("message")]
    assert numbers == list(range(numbers[0], 400))


def test_found_in_a_folded_quote_it_unfolds(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "Yes.\n\n> the earlier words")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    look_for(area, qtbot, "earlier")
    qtbot.waitUntil(lambda: list(marked(area).values()) == [["earlier"]])


def test_opening_from_a_search_marks_the_found_words(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "신발 반품을 Straße 보냅니다")
    desk.store.write()
    area = an_area(desk, qtbot, ticket, words=("반품", "STRASSE"))
    assert list(marked(area).values()) == [["반품", "Straße"]]
    other = desk.store.ticket()
    desk.store.message(other, "반품")
    desk.store.write()
    area.show_ticket(desk.store.id_of(other))
    qtbot.waitUntil(lambda: texts(area) == ["반품"])
    assert not marked(area)


def test_find_follows_what_arrives(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "one parcel")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    bar = look_for(area, qtbot, "PARCEL")
    qtbot.waitUntil(lambda: bar.place.text() == "1 of 1")
    desk.store.message(ticket, "another parcel")
    desk.write()
    qtbot.waitUntil(lambda: bar.place.text() == "1 of 2")
    bar.field.setText("nowhere to be found")
    qtbot.waitUntil(lambda: bar.place.text() == "No match")
    assert area.finding.session.needle == fold("nowhere to be found")


# --- the caret ---------------------------------------------------------------------------------


def test_words_are_selected_and_copied_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "첫째 🙂 둘째 셋째")
    desk.store.message(ticket, "<p>plain <b>bold</b> end</p>", html="<p>plain <b>bold</b> end</p>")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    view = area.view
    first = next(n for n, row in enumerate(view.rows) if not isinstance(row, DayBreakRow))
    view.current = first
    qtbot.keyClick(view, Key.Key_Right, SHIFT | CONTROL)
    qtbot.keyClick(view, Key.Key_Right, SHIFT | CONTROL)
    qtbot.keyClick(view, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().strip() == "첫째 🙂"
    qtbot.keyClick(view, Key.Key_End, SHIFT)
    assert view.selected_text() == "첫째 🙂 둘째 셋째"
    qtbot.keyClick(view, Key.Key_Left)  # ends the selection at its start
    assert view.selected_text() == ""
    qtbot.keyClick(view, Key.Key_Right)
    qtbot.keyClick(view, Key.Key_Right, SHIFT)
    assert view.selected_text() == "째"
    qtbot.keyClick(view, Key.Key_A, CONTROL)
    assert view.selected_text() == "첫째 🙂 둘째 셋째"
    qtbot.keyClick(view, Key.Key_Down)
    assert view.current == first + 1
    qtbot.keyClick(view, Key.Key_End, SHIFT)
    assert view.selected_text() == "plain bold end"


def test_what_the_palette_found_is_marked_where_it_leads(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 2, assignee=ME)
    ticket = desk.store.ticket(assignee=ME)
    desk.store.message(ticket, "Das Paket ist noch nicht da")
    desk.store.messages(ticket, 200, "later")
    desk.write()
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        window.open_search()
        palette = window.findChild(SearchPalette)
        assert palette is not None
        palette.field.setText("paket -geld")
        qtbot.waitUntil(lambda: palette.model.rowCount() > 0)
        qtbot.keyClick(palette.field, Key.Key_Return)
        area = window.conversation
        qtbot.waitUntil(lambda: ["Paket"] in marked(area).values())
        assert area.source.has_newer
        window.find_next()  # goes on with what was searched for
        bar = area.finding.bar
        assert bar is not None
        assert bar.field.text() == "paket"
        qtbot.waitUntil(lambda: bar.place.text() == "1 of 1")
