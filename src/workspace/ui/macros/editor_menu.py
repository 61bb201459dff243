"""What else the macro editor can do: a menu that says why something is not to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace.ui.i18n import t
from workspace.ui.widgets.popup_menu import PopupMenu, unable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workspace.macro_files import MacroFile
    from workspace.ui.macros.editor import MacroEditor


def more_menu(
    editor: MacroEditor, file: MacroFile | None, is_readable: bool, folders: Iterable[str]
) -> PopupMenu:
    """Around the macro in front, and the folders that a team shares."""
    exchange = editor.exchange
    menu = PopupMenu(t("Macros", "More…"), editor)
    chosen = [file] if file is not None and file.macro is not None and file.source else []
    duplicate = menu.addAction(t("Macros", "Duplicate"), editor.duplicate)
    delete = menu.addAction(t("Macros", "Delete"), editor.delete)
    menu.addSeparator()
    menu.addAction(t("Macros", "Import…"), exchange.ask_import)
    one = menu.addAction(t("Macros", "Export this one…"))
    one.triggered.connect(lambda: exchange.ask_export(chosen))
    usable = editor.library.files.usable()
    every = menu.addAction(t("Macros", "Export all…"))
    every.triggered.connect(lambda: exchange.ask_export(usable))
    unchosen = t("Macros", "Choose a macro first.")
    if not is_readable:
        unable(duplicate, unchosen)
    if file is None:
        unable(delete, unchosen)
    if not chosen:
        unable(one, t("Macros", "Save it first.") if file is not None else unchosen)
    if not usable:
        unable(every, t("Macros", "There are no macros yet."))
    menu.addSeparator()
    menu.addAction(t("Macros", "Add a folder that the team shares…"), exchange.ask_folder)
    for folder in folders:
        leave = menu.addAction(t("Macros", "Leave {folder}", folder=folder.replace("&", "&&")))
        leave.triggered.connect(lambda _=False, folder=folder: exchange.leave(folder))
    return menu
