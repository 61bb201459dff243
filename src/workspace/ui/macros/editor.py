"""The macro editor: a window of its own, so that the ticket stays in sight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workspace import macro_files
from workspace.domain.errors import Conflict
from workspace.domain.macro_plan import make_plan
from workspace.domain.macro_reading import check
from workspace.domain.macros import Fault, Macro, Variant, new_id
from workspace.macro_files import MacroFile
from workspace.store.queries.macro_targets import TicketTarget, read_targets
from workspace.ui.i18n import t
from workspace.ui.macros.editor_foot import EditorFoot, plain_button
from workspace.ui.macros.editor_form import MacroForm
from workspace.ui.macros.editor_list import EditorDelegate, EditorList, title_of
from workspace.ui.macros.editor_menu import more_menu
from workspace.ui.macros.exchange import Exchange
from workspace.ui.macros.fault_words import fault_words
from workspace.ui.macros.library import MacroLibrary, window_language
from workspace.ui.macros.preview import Preview
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.room import resize_within, scrolling
from workspace.ui.widgets.save_keys import save_by_keys


def open_editor(
    ctx: WindowContext, library: MacroLibrary, window: QWidget, macro_id: str = ""
) -> MacroEditor:
    """The one editor of this context, brought to the front."""
    editor = library.editor
    if not isinstance(editor, MacroEditor):
        editor = library.editor = MacroEditor(ctx, library, window)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.destroyed.connect(lambda *_: setattr(library, "editor", None))
    editor.show()
    editor.raise_()
    editor.activateWindow()
    if macro_id and (file := library.files.find(macro_id)) is not None:
        editor.choose(str(file.path))
    return editor


class MacroEditor(QDialog):
    """Changes are kept while one looks at others; nothing is written before Save."""

    def __init__(self, ctx: WindowContext, library: MacroLibrary, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self.library = library
        self._current: MacroFile | None = None
        self._unsaved: dict[str, tuple[MacroFile, Macro]] = {}
        self._target: TicketTarget | None = None
        self._asked_close = False
        self.setWindowTitle(t("Macros", "Macros"))
        self.setObjectName("macro_editor")
        self.filter = QLineEdit()
        self.model = EditorList(ctx.theme)
        self.view = QListView()
        self.form = MacroForm(ctx, library)
        self.preview = Preview(ctx)
        self.exchange = Exchange(ctx, library, self)
        self.foot = EditorFoot(ctx.theme)
        self._build()
        self._connect()
        self._fill()
        library.read()

    # --- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._ctx.theme
        resize_within(self, theme, 1080, 680)
        self.filter.setPlaceholderText(t("Macros", "Filter"))
        self.filter.setAccessibleName(t("Macros", "Filter the macros"))
        self.filter.setClearButtonEnabled(True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(EditorDelegate(theme))
        self.view.setObjectName("macro_editor_list")
        self.view.setAccessibleName(t("Macros", "Macros"))
        self.view.setProperty("look", "pane")
        self.new = plain_button(t("Macros", "New"))
        self.more = plain_button(t("Macros", "More…"))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(*([theme.px(10)] * 4))
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        for widget, least, width in ((left, 210, 2), (self.form, 480, 5), (self.preview, 270, 3)):
            parts.addWidget(widget)
            widget.setMinimumWidth(theme.px(least))
            parts.setStretchFactor(parts.count() - 1, width)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(parts), 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._fill())
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._on_row(now.row()))
        self.form.changed.connect(self._on_change)
        self.form.file_asked.connect(lambda: self.exchange.ask_file(self.add_file))
        self.new.clicked.connect(lambda: self._add(Macro("", t("Macros", "New macro"))))
        self.more.clicked.connect(self._open_more)
        self.foot.save.clicked.connect(self._save)
        save_by_keys(self, self.foot.press_save)
        self.foot.revert.clicked.connect(self._revert)
        self.exchange.told.connect(self.foot.say)
        self.library.changed.connect(self._fill)

    def preview_ticket(self, ticket_id: int | None) -> None:
        """Preview against this ticket."""
        if ticket_id is None:
            self._refresh()
            return
        self._ctx.reads.ask(
            read_targets,
            [ticket_id],
            now_ms=self._ctx.clock.now_ms(),
            window_language=window_language(),
            then=self._take_target,
            owner=self,
            topic="target",
        )

    def _take_target(self, found: dict[int, TicketTarget]) -> None:
        self._target = next(iter(found.values()), None)
        if self._target is not None:
            self.form.offer(self._target.target)
            self._show_form()
        self._refresh()

    # --- the list -----------------------------------------------------------------------------

    def _fill(self) -> None:
        """All files there are, and new ones that are not on disk yet."""
        on_disk = {str(one.path) for one in self.library.files.files}
        new = [file for path, (file, _) in self._unsaved.items() if path not in on_disk]
        self.model.take([*new, *self.library.files.files], self.filter.text(), self._unsaved)
        path = str(self._current.path) if self._current else ""
        row = self.model.row_of(path)
        self.choose_row(row if row >= 0 else 0)

    def choose(self, path: str) -> None:
        """Show the macro in this file."""
        self.filter.clear()
        self.choose_row(self.model.row_of(path))

    def choose_row(self, row: int) -> None:
        """Show the macro in this row; nothing where there is none."""
        self.view.setCurrentIndex(self.model.index(row))
        self._on_row(row)

    def _on_row(self, row: int) -> None:
        file = self.model.file(row)
        known = self._current
        self._current = file
        self.form.setEnabled(file is not None and (file.macro is not None or self._is_new(file)))
        if file is None or known is None or (file.path, file.source) != (known.path, known.source):
            self._show_form()
        self._refresh()

    def _is_new(self, file: MacroFile) -> bool:
        return str(file.path) in self._unsaved and not file.source

    def _show_form(self) -> None:
        file = self._current
        macro = self._macro_of(file) if file else None
        self.form.show_macro(macro or Macro(file.id if file else "", ""))

    def _macro_of(self, file: MacroFile) -> Macro | None:
        unsaved = self._unsaved.get(str(file.path))
        return unsaved[1] if unsaved else file.macro

    # --- changing -----------------------------------------------------------------------------

    def _on_change(self) -> None:
        file = self._current
        if file is None:
            return
        macro = self.form.macro()
        path = str(file.path)
        if macro == file.macro:
            self._unsaved.pop(path, None)
        else:
            self._unsaved[path] = (self._unsaved.get(path, (file, macro))[0], macro)
        self.model.mark_unsaved(self._unsaved)
        self._asked_close = False
        self._refresh()

    def _refresh(self) -> None:
        """Preview, faults and buttons of what is in front."""
        file = self._current
        macro = self._macro_of(file) if file is not None else None
        changed = file is not None and str(file.path) in self._unsaved
        faults = list(file.faults) if file is not None else []
        if macro is not None:
            faults = list(check(replace(macro, id=macro.id or "new")))
        rest = self.form.tell(faults)
        errors = [one for one in faults if one.level == "error"]
        begun = macro is not None and all(one.kind == "does_nothing" for one in rest)
        self.foot.tell([self._told(one) for one in rest], "quiet" if begun else "bad")
        self.foot.show_place(file.path if file is not None else None)
        unchanged = "" if changed else t("Macros", "Nothing has been changed.")
        self.foot.offer(fault_words(errors[0]) if errors and changed else unchanged, unchanged)
        if macro is None or self._target is None:
            self.preview.say(
                t("Macros", "The preview shows a macro on the ticket that is open beside this.")
                if self._target is None
                else ""
            )
        else:
            missing = file.missing if file is not None else frozenset()
            target = replace(self._target.target, missing=missing)
            self.preview.show_plan(self._target.row.ref, make_plan(macro, target))

    def _told(self, fault: Fault) -> str:
        """With its line where it is the file that is looked at, not the form."""
        words = fault_words(fault)
        if fault.line and self._current is not None and self._current.macro is None:
            return t("Macros", "Line {line}: {what}", line=fault.line, what=words)
        return words

    def _add(self, macro: Macro) -> None:
        """A new one of one's own, not yet on disk."""
        taken = {one.id for one in self.library.files.files if one.own}
        taken |= {file.id for file, _ in self._unsaved.values()}
        identity = new_id(macro.name, taken)
        path = self._ctx.paths.macros / f"{identity}{macro_files.SUFFIX}"
        if not macro.variants:
            macro = replace(macro, variants={window_language(): Variant()})
        made = replace(macro, id=identity)
        self._unsaved[str(path)] = (MacroFile(path, identity, True, None, ()), made)
        self.filter.clear()
        self._fill()
        self.choose(str(path))
        self.form.name.setFocus()
        self.form.name.selectAll()

    def duplicate(self) -> None:
        """The one in front as a new one of one's own."""
        macro = self._macro_of(self._current) if self._current else None
        if macro is not None:
            name = t("Macros", "{name} (copy)", name=macro.name)
            self._add(replace(macro, name=name, key=""))

    def add_file(self, name: str) -> None:
        """Copy a file below the macro's folder, and attach that."""
        file = self._current
        if file is None:
            return
        self.library.run(
            lambda: macro_files.adopt(Path(name), file.folder),
            done=self.form.add_file,
            failed=self._fail,
            owner=self,
        )

    # --- saving -------------------------------------------------------------------------------

    def _save(self) -> None:
        file = self._current
        if file is None or (unsaved := self._unsaved.get(str(file.path))) is None:
            return
        first, macro = unsaved
        path = str(first.path)

        def write() -> MacroFile:
            return macro_files.save(
                first.folder, macro, replaces=bool(first.source), seen=first.source or None
            )

        def saved(written: MacroFile) -> None:
            self._unsaved.pop(path, None)
            if self._current is not None and str(self._current.path) == path:
                self._current = replace(written, own=first.own)
            self.model.mark_unsaved(self._unsaved)
            self._refresh()
            self.foot.say(t("Macros", "Saved: {name}", name=macro.name))

        self.library.run(write, done=saved, failed=self._fail, owner=self)

    def _revert(self) -> None:
        """Drop what is not saved; Undo brings it back."""
        file = self._current
        if file is None or (dropped := self._unsaved.pop(str(file.path), None)) is None:
            return

        def bring_back() -> None:
            self._unsaved[str(file.path)] = dropped
            self._fill()
            self._current = None  # so that the form is shown anew
            self.choose(str(file.path))

        self._current = replace(file, source="\0")  # here too
        self._fill()
        self.foot.say(t("Macros", "Put back: {name}", name=dropped[1].name), undo=bring_back)

    def delete(self) -> None:
        """The one in front; Undo puts its file back."""
        file = self._current
        if file is None:
            return
        if self._is_new(file):
            self._revert()
            return
        self._unsaved.pop(str(file.path), None)

        def deleted(data: bytes) -> None:
            self.foot.say(
                t("Macros", "Deleted: {name}", name=title_of(file)),
                undo=lambda: self.library.run(
                    lambda: macro_files.write_bytes(file.path, data), failed=self._fail, owner=self
                ),
            )

        self.library.run(
            lambda: macro_files.remove(file), done=deleted, failed=self._fail, owner=self
        )

    def _fail(self, error: Exception) -> None:
        self.foot.fail(error)
        if isinstance(error, Conflict):
            self.library.read()

    def _open_more(self) -> None:
        file = self._current
        readable = file is not None and self._macro_of(file) is not None
        menu = more_menu(self, file, readable, self._ctx.settings.value.macro_folders)
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    # --- Qt -----------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_go():
            super().closeEvent(event)
        else:
            event.ignore()

    def reject(self) -> None:
        """Escape."""
        if self._may_go():
            super().reject()

    def _may_go(self) -> bool:
        """True if nothing is unsaved, or the person was told once."""
        if not self._unsaved or self._asked_close:
            return True
        self._asked_close = True
        names = ", ".join(macro.name or file.id for file, macro in self._unsaved.values())
        words = t("Macros", "Not saved: {names}. Close once more to drop it.", names=names)
        self.foot.say(words, role="warn")
        return False
