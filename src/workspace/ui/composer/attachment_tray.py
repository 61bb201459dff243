"""The files of a draft: what is attached, what is on its way, a button to take one out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workspace.domain.commands import OutgoingFile
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.widgets.flow import FlowLayout
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip
from workspace.ui.words import one_line, size_word

MOST_LINES = 3
"""Of chips; more of them scroll, so that many files leave room to write and to read."""
MOST_NAMED = 3
"""Files on their way in that are named one by one."""


class AttachmentTray(QScrollArea):
    """Signals: `removal_asked` with the OutgoingFile whose chip was pressed."""

    removal_asked = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._inner = QWidget()
        self._layout = FlowLayout(self._inner)
        self._shown: dict[str, ChipButton] = {}
        self._progress: dict[int, str] = {}
        self._named: dict[int, PlainLabel] = {}
        self._others: PlainLabel | None = None
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its chips have it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        self.setAccessibleName(t("Composer", "Attachments"))
        self.hide()

    @property
    def _chips(self) -> list[ChipButton]:
        return list(self._shown.values())

    def show_files(self, files: Sequence[OutgoingFile]) -> None:
        """These files are attached; only what came or went is made anew."""
        wanted = {file.id: file for file in files}
        for gone in self._shown.keys() - wanted.keys():
            self._drop(self._shown.pop(gone))
        for file in wanted.values():
            if file.id not in self._shown:
                self._shown[file.id] = self._chip(file)
        self._update()

    def _chip(self, file: OutgoingFile) -> ChipButton:
        text = f"{one_line(file.name)} · {size_word(file.size)}"
        chip = ChipButton(self._ctx.theme, text, close_mark=True, parent=self._inner)
        chip.setAccessibleName(t("Composer", "Remove attachment {name}", name=file.name))
        chip.setToolTip(plain_tooltip(file.name))
        chip.clicked.connect(lambda _=False, file=file: self.removal_asked.emit(file))
        self._layout.addWidget(chip)
        chip.show()
        return chip

    def _drop(self, widget: QWidget) -> None:
        self._layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def show_progress(self, ticket: int, text: str) -> None:
        """A file on its way in; `text` "" ends it."""
        if text:
            self._progress[ticket] = text
        elif self._progress.pop(ticket, None) is None:
            return
        named = list(self._progress)[:MOST_NAMED]
        for gone in self._named.keys() - set(named):
            self._drop(self._named.pop(gone))
        for number in named:
            words = one_line(self._progress[number])
            if number in self._named:
                self._named[number].setText(words)
            else:
                self._named[number] = self._label(words)
        self._say_others(len(self._progress) - len(named))
        self._update()

    def _say_others(self, count: int) -> None:
        if self._others is not None and not count:
            self._drop(self._others)
            self._others = None
        elif count:
            words = t("Composer", "%n more files on their way", count)
            if self._others is None:
                self._others = self._label(words)
            else:
                self._others.setText(words)

    def _label(self, words: str) -> PlainLabel:
        label = PlainLabel(words, self._inner, chip="accent")
        self._layout.addWidget(label)
        label.show()
        return label

    def forget_progress(self) -> None:
        """Another draft is shown."""
        for ticket in list(self._progress):
            self.show_progress(ticket, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _update(self) -> None:
        self.setVisible(bool(self._shown or self._progress))
        self._fit()

    def _fit(self) -> None:
        """As high as the chips, up to a few lines of them."""
        first = self._layout.itemAt(0)
        if first is None:
            return
        line = first.sizeHint().height() + self._ctx.theme.px(4)
        wanted = self._layout.heightForWidth(self.viewport().width())
        height = min(wanted, MOST_LINES * line)
        if height != self.height():
            self.setFixedHeight(height)
