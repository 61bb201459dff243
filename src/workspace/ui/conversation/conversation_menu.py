"""The context menu of a message: all that the mouse can do to it, by keyboard too."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from workspace.store.queries.rows import AttachmentRow
from workspace.ui.conversation.card_geometry import card_actions, card_word
from workspace.ui.conversation.conversation_view import ConversationView
from workspace.ui.conversation.entry_words import describe_entry, state_line
from workspace.ui.conversation.links import readable_target, safe_url
from workspace.ui.conversation.text_blocks import Link
from workspace.ui.i18n import t
from workspace.ui.widgets.popup_menu import PopupMenu
from workspace.ui.words import one_line

MAX_LINKS = 10


def row_menu(view: ConversationView, index: int) -> QMenu:
    """A menu for the row; the caller pops it up. It deletes itself when closed."""
    entry = view.entry_at(index)
    spoken = describe_entry(entry, view.now_ms()) if entry is not None else view.accessibleName()
    menu = PopupMenu(spoken[:80], view)
    if entry is not None:
        line = state_line(entry, view.now_ms())
        for name, label in line.actions if line else ():
            menu.addAction(label, partial(view.action_asked.emit, name, entry))
        if not menu.isEmpty():
            menu.addSeparator()
    selected = view.selected_text()
    if selected:
        menu.addAction(t("Conversation", "Copy selected text"), lambda: _copy(selected))
    menu.addAction(
        t("Conversation", "Copy message"), lambda: _copy(view.message_text(view.current))
    )
    layout = view.layout_of(index)
    if layout.fold is not None:
        menu.addAction(
            t("Conversation", "Show or hide the quoted text"), lambda: view.toggle_fold(index)
        )
    if layout.cards:
        menu.addSeparator()
    for card in layout.cards:
        _add_attachment(menu, view, card.attachment)
    files = [file for file in entry.attachments if file.id > 0] if entry is not None else []
    if len(files) > 1:
        label = t("Conversation", "Save all attachments…")
        menu.addAction(label, partial(view.save_all_asked.emit, files))
    links = [link for part in layout.parts for link in part.block.links() if safe_url(link)]
    if links:
        menu.addSeparator()
    for link in links[:MAX_LINKS]:
        _add_link(menu, view, link)
    return menu


def _add_attachment(menu: QMenu, view: ConversationView, attachment: AttachmentRow) -> None:
    for action in card_actions(attachment, view.downloads):
        label = _label(f"{card_word(action)}: {attachment.name}")
        menu.addAction(label, partial(view.attachment_asked.emit, attachment, action))


def _add_link(menu: QMenu, view: ConversationView, link: Link) -> None:
    target = readable_target(link)
    menu.addAction(
        _label(t("Conversation", "Open {target}", target=target)),
        lambda: view.link_asked.emit(link),
    )
    menu.addAction(
        _label(t("Conversation", "Copy {target}", target=target)), lambda: _copy(link.target)
    )


def _label(text: str) -> str:
    """Foreign text in a menu: one line, capped, no mnemonic taken from it."""
    return one_line(text)[:80].replace("&", "&&")


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
