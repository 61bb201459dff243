"""Earlier versions of a draft: when and why they were kept, what changed since, one press back."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workspace.store.queries.drafts import DraftVersion
from workspace.ui.composer.draft_book import files_of
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.room import resize_within
from workspace.ui.words import age, moment, one_line

MOST_NAMED = 4
MOST_COMPARED = 6_000  # characters of both; longer ones are shown without marks
_piece = re.compile(r"\s+|\w+|[^\w\s]")


def why_words(why: str) -> str:
    """Why a version was kept."""
    return {
        "pause": t("Composer", "While writing"),
        "left": t("Composer", "On leaving the ticket"),
        "sent": t("Composer", "As it was sent"),
        "discarded": t("Composer", "Before it was discarded"),
        "replaced": t("Composer", "Before an earlier one came back"),
    }.get(why, why)


def differences(old: str, new: str) -> list[tuple[str, str]]:
    """(same, only old or only new; the words), in the order of the text."""
    if len(old) + len(new) > MOST_COMPARED:
        return [("same", old)]
    before, after = _piece.findall(old), _piece.findall(new)
    found: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(before[a:b])))
            continue
        if a < b:
            found.append(("old", "".join(before[a:b])))
        if c < d:
            found.append(("new", "".join(after[c:d])))
    return found


class DraftHistory(QDialog):
    """Signals: `restore_asked` with the DraftVersion that shall come back."""

    restore_asked = Signal(object)

    def __init__(
        self,
        ctx: WindowContext,
        versions: Sequence[DraftVersion],
        present: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._versions = versions
        self._present = present
        theme = ctx.theme
        self.setObjectName("draft_history")
        self.setWindowTitle(t("Composer", "Earlier versions of this draft"))
        resize_within(self, theme, 640, 380)
        self.list = QListWidget()
        self.list.setProperty("look", "list")
        self.list.setAccessibleName(t("Composer", "Earlier versions, newest first"))
        self.list.setFixedWidth(theme.px(230))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(t("Composer", "This version"))
        self.legend = PlainLabel(
            t("Composer", "Underlined: only in this version. Struck out: only in the present one."),
            role="faint",
        )
        self.legend.setWordWrap(True)
        self.files = PlainLabel("", role="quiet")
        self.files.setWordWrap(True)
        self.restore = QPushButton(t("Composer", "Bring this version back"))
        self.restore.setProperty("role", "primary")
        self.restore.setDefault(True)
        close = QPushButton(t("Composer", "Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self._lay_out(close)
        now = ctx.clock.now_ms()
        for version in versions:
            self.list.addItem(_item(version, now))
        self.restore.setEnabled(bool(versions))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self._restore())
        self.restore.clicked.connect(self._restore)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        if not versions:
            for widget in (self.list, self.text, self.legend, self.files, self.restore):
                widget.hide()
            self.adjustSize()

    def _lay_out(self, close: QPushButton) -> None:
        theme = self._ctx.theme
        right = QVBoxLayout()
        right.addWidget(self.text, 1)
        right.addWidget(self.legend)
        right.addWidget(self.files)
        columns = QHBoxLayout()
        columns.addWidget(self.list)
        columns.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.restore)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*([theme.px(14)] * 4))
        whole.setSpacing(theme.px(8))
        if not self._versions:
            words = t(
                "Composer", "Nothing is kept yet: a version is kept at each pause in writing."
            )
            whole.addWidget(PlainLabel(words, role="quiet"))
        whole.addLayout(columns, 1)
        whole.addLayout(buttons)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._versions):
            return
        self.text.clear()
        cursor = self.text.textCursor()
        for kind, words in differences(self._versions[row].text, self._present):
            cursor.insertText(words, self._format(kind))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        files = files_of(self._versions[row].attachments)
        names = ", ".join(one_line(file.name) for file in files[:MOST_NAMED])
        more = len(files) - MOST_NAMED
        if more > 0:
            names = t("Composer", "{names} and %n more", more, names=names)
        self.files.setText(t("Composer", "Attached: {names}", names=names) if files else "")
        self.files.setVisible(bool(files))

    def _format(self, kind: str) -> QTextCharFormat:
        made = QTextCharFormat()
        if kind == "old":
            made.setFontUnderline(True)
            made.setBackground(self._ctx.theme.color("good_soft"))
            made.setForeground(self._ctx.theme.color("good"))
        elif kind == "new":
            made.setFontStrikeOut(True)
            made.setForeground(self._ctx.theme.color("text_faint"))
        else:
            made.setForeground(self._ctx.theme.color("text"))
        return made

    def _restore(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._versions):
            self.restore_asked.emit(self._versions[row])
            self.accept()


def _item(version: DraftVersion, now_ms: int) -> QListWidgetItem:
    when = f"{age(now_ms, version.kept_at)} · {why_words(version.why)}"
    files = files_of(version.attachments)
    words = one_line(version.text[:200])[:60]
    if files and not words.strip():
        words = t("Composer", "%n files", len(files))
    item = QListWidgetItem(f"{when}\n{words}")
    item.setToolTip(moment(version.kept_at))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text().replace("\n", ", "))
    return item
