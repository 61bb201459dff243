"""Every action of the window in one table: menus, shortcuts and their help are made of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workspace.ui.i18n import t

Scope = Literal["window", "letters", "composer", "list"]
Section = Literal["ticket", "go", "window", "text"]


class ActionSpec(msgspec.Struct, frozen=True):
    """One action.

    Attributes:
        scope: window acts everywhere; letters only while no text field has the focus (text fields
            take the key for themselves); composer and list are handled there and listed for help.
        handler: method of MainWindow; "" where the scope's own widget handles the keys.
        menu: shown in the menu too.
        asked: the scope's own widget asks `keymap.presses`, so its keys can be changed as well.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    scope: Scope
    section: Section
    handler: str = ""
    menu: bool = True
    asked: bool = False

    @property
    def changeable(self) -> bool:
        """Whether the person may give it other keys."""
        return bool(self.handler) or self.asked


def action_table() -> tuple[ActionSpec, ...]:
    """All actions, with texts in the language in force."""
    return (
        *_on_tickets(),
        *_on_words(),
        *_ways_to_go(),
        *_in_the_conversation(),
        *_on_queues(),
        *_in_the_window(),
    )


def _on_tickets() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("reply", t("Actions", "Reply"), ("r",), "letters", "ticket", "start_reply"),
        ActionSpec(
            "note", t("Actions", "Internal note"), ("n",), "letters", "ticket", "start_note"
        ),
        ActionSpec("solve", t("Actions", "Solve"), ("e",), "letters", "ticket", "solve"),
        ActionSpec("claim", t("Actions", "Claim"), ("c",), "letters", "ticket", "claim"),
        ActionSpec("assign", t("Actions", "Assign"), ("a",), "letters", "ticket", "assign"),
        ActionSpec("tag", t("Actions", "Add a tag"), ("t",), "letters", "ticket", "add_tag"),
        ActionSpec(
            "dismiss_mention",
            t("Actions", "Put the mention aside"),
            ("m",),
            "letters",
            "ticket",
            "dismiss_mention",
        ),
        ActionSpec(
            "undo", t("Actions", "Undo the last change"), ("z",), "letters", "ticket", "undo"
        ),
    )


def _on_words() -> tuple[ActionSpec, ...]:
    def tool(id_: str, text: str, key: str) -> ActionSpec:
        return ActionSpec(id_, text, (key,), "composer", "text", asked=True)

    return (
        ActionSpec("snooze", t("Actions", "Snooze"), ("s",), "letters", "ticket", "snooze"),
        ActionSpec(
            "mark", t("Actions", "Choose with others"), ("x",), "letters", "go", "mark_ticket"
        ),
        ActionSpec(
            "mark_all",
            t("Actions", "Choose the whole queue"),
            ("Ctrl+A",),
            "list",
            "go",
            asked=True,
        ),
        ActionSpec(
            "mark_range",
            t("Actions", "Choose several by arrows"),
            ("Shift+Up", "Shift+Down"),
            "list",
            "go",
        ),
        ActionSpec("mark_none", t("Actions", "Choose none"), ("Escape",), "list", "go"),
        ActionSpec(
            "ticket_menu",
            t("Actions", "What can be done to the ticket"),
            ("Menu", "Shift+F10"),
            "list",
            "ticket",
            asked=True,
        ),
        ActionSpec(
            "macros", t("Actions", "Apply a macro…"), ("Ctrl+M",), "window", "ticket", "open_macros"
        ),
        ActionSpec(
            "macros_slash", t("Actions", "A macro while writing"), ("/",), "composer", "text"
        ),
        ActionSpec("send", t("Actions", "Send"), ("Ctrl+Return",), "composer", "text"),
        tool("send_later", t("Actions", "Send later…"), "Ctrl+Shift+Return"),
        tool("bold", t("Actions", "Bold"), "Ctrl+B"),
        tool("italic", t("Actions", "Italic"), "Ctrl+I"),
        tool("bullets", t("Actions", "List"), "Ctrl+Shift+L"),
        tool("numbers", t("Actions", "Numbered list"), "Ctrl+Shift+N"),
        tool("quote", t("Actions", "Quote"), "Ctrl+Shift+Y"),
        tool("code", t("Actions", "Code"), "Ctrl+E"),
        tool("link", t("Actions", "Link"), "Ctrl+Shift+K"),
        tool("emoji", t("Actions", "Emoji"), "Ctrl+Shift+J"),
        tool("paste_plain", t("Actions", "Paste as plain text"), "Ctrl+Shift+V"),
        tool("preview", t("Actions", "Preview"), "Ctrl+Shift+P"),
        tool("draft_history", t("Actions", "Earlier versions of this draft"), "Ctrl+Shift+H"),
    )


def _ways_to_go() -> tuple[ActionSpec, ...]:
    def go(id_: str, text: str, keys: str, handler: str) -> ActionSpec:
        return ActionSpec(id_, text, (keys,), "window", "go", handler)

    def letter(id_: str, text: str, keys: str, handler: str) -> ActionSpec:
        return ActionSpec(id_, text, (keys,), "letters", "go", handler, menu=False)

    return (
        letter("next", t("Actions", "Next ticket"), "j", "next_ticket"),
        letter("previous", t("Actions", "Previous ticket"), "k", "previous_ticket"),
        ActionSpec("open", t("Actions", "Open the chosen ticket"), ("Return",), "list", "go"),
        go("search", t("Actions", "Search everything"), "Ctrl+K", "open_search"),
        go("focus_queues", t("Actions", "Go to queues"), "Ctrl+1", "focus_queues"),
        go("focus_list", t("Actions", "Go to the list"), "Ctrl+2", "focus_list"),
        go(
            "focus_conversation",
            t("Actions", "Go to the conversation"),
            "Ctrl+3",
            "focus_conversation",
        ),
        go("focus_customer", t("Actions", "Go to the customer"), "Ctrl+4", "focus_customer"),
    )


def _in_the_conversation() -> tuple[ActionSpec, ...]:
    def own(id_: str, text: str, handler: str, *keys: str) -> ActionSpec:
        return ActionSpec(id_, text, keys, "window", "go", handler)

    find = t("Actions", "Find in the conversation")
    return (
        own("find", find, "find_in_conversation", "Ctrl+F"),
        own("find_next", t("Actions", "Next match"), "find_next", "F3"),
        own("find_previous", t("Actions", "Previous match"), "find_previous", "Shift+F3"),
        ActionSpec(
            "next_filter",
            t("Actions", "Next filter of the conversation"),
            ("v",),
            "letters",
            "go",
            "next_filter",
        ),
        ActionSpec(
            "first_new",
            t("Actions", "What is new since you looked"),
            ("u",),
            "letters",
            "go",
            "first_new",
        ),
        own(
            "print", t("Actions", "Copy or print the conversation"), "print_conversation", "Ctrl+P"
        ),
        own("copy_link", t("Actions", "Copy the ticket's link"), "copy_link", "Ctrl+Shift+C"),
        own("open_tab", t("Actions", "Open this ticket in a tab"), "open_tab", "Ctrl+T"),
        own("close_tab", t("Actions", "Close the tab"), "close_tab", "Ctrl+W"),
        own("next_tab", t("Actions", "Next tab"), "next_tab", "Ctrl+Tab"),
        own("previous_tab", t("Actions", "Previous tab"), "previous_tab", "Ctrl+Shift+Tab"),
        own("split", t("Actions", "Two tickets side by side"), "split", "Ctrl+\\"),
        own("pop_out", t("Actions", "Ticket in its own window"), "pop_out", "Ctrl+Shift+T"),
    )


def _on_queues() -> tuple[ActionSpec, ...]:
    def own(id_: str, text: str, key: str) -> ActionSpec:
        return ActionSpec(id_, text, (key,), "list", "go", asked=True)

    return (
        ActionSpec("new_queue", t("Actions", "New queue…"), (), "window", "go", "new_queue"),
        own("edit_queue", t("Actions", "Edit the chosen queue of your own"), "F2"),
        own("remove_queue", t("Actions", "Delete the chosen queue of your own"), "Delete"),
        own("queue_up", t("Actions", "Move the queue up"), "Alt+Up"),
        own("queue_down", t("Actions", "Move the queue down"), "Alt+Down"),
    )


def _in_the_window() -> tuple[ActionSpec, ...]:
    def own(id_: str, text: str, handler: str, *keys: str) -> ActionSpec:
        return ActionSpec(id_, text, keys, "window", "window", handler)

    return (
        own("toggle_queues", t("Actions", "Show or hide the queues"), "toggle_queues", "F9"),
        own(
            "toggle_customer",
            t("Actions", "Show or hide the customer"),
            "toggle_customer",
            "Ctrl+Shift+B",
        ),
        own("sync_now", t("Actions", "Synchronise now"), "sync_now", "F5"),
        own("status", t("Actions", "Accounts and outbox"), "open_status", "Ctrl+Shift+O"),
        own("add_account", t("Actions", "Connect an account…"), "open_add_account"),
        own("macro_editor", t("Actions", "Edit macros…"), "open_macro_editor"),
        own("settings", t("Actions", "Settings"), "open_settings", "Ctrl+,"),
        own("shortcuts", t("Actions", "Keyboard shortcuts"), "open_shortcuts", "Ctrl+/", "?"),
        own("debug", t("Actions", "Debugging view"), "open_debug", "Ctrl+Shift+D"),
        own("quit", t("Actions", "Quit"), "close", "Ctrl+Q"),
    )


def section_word(section: Section) -> str:
    """The heading of a part of the menu and of the help."""
    return {
        "ticket": t("Actions", "Ticket"),
        "go": t("Actions", "Find and go"),
        "text": t("Actions", "Writing"),
        "window": t("Actions", "Window"),
    }[section]


def install(window: QWidget, table: Iterable[ActionSpec]) -> dict[str, QAction]:
    """Make QActions of the table and connect them to the window's methods; keys: `keymap`."""
    made: dict[str, QAction] = {}
    for spec in table:
        if not spec.handler:
            continue
        action = QAction(spec.text, window)
        action.setObjectName(f"action_{spec.id}")
        action.setAutoRepeat(spec.id in ("next", "previous"))
        method = getattr(window, spec.handler)
        action.triggered.connect(lambda _checked=False, method=method: method())
        window.addAction(action)
        made[spec.id] = action
    return made


def fill_menu(menu: QMenu, table: Iterable[ActionSpec], made: dict[str, QAction]) -> None:
    """The whole menu: what concerns the window itself, and a menu for each other section."""
    shown = [spec for spec in table if spec.menu and spec.id in made]
    for section in ("ticket", "go", "text"):
        inside = [made[spec.id] for spec in shown if spec.section == section]
        if inside:
            menu.addMenu(section_word(section)).addActions(inside)
    menu.addSeparator()
    menu.addActions([made[spec.id] for spec in shown if spec.section == "window"])
