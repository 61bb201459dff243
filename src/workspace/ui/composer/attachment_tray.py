"""The files of a draft: what is attached, what is on its way, a button to take one out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workspace.domain.commands import OutgoingFile
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.widgets.flow import FlowLayout
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip
from workspace.ui.words import one_line, size_word


class AttachmentTray(QWidget):
    """Signals: `removal_asked` with the OutgoingFile whose chip was pressed."""

    removal_asked = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._layout = FlowLayout(self)
        self._chips: list[QWidget] = []
        self._progress: dict[int, PlainLabel] = {}
        self.setAccessibleName(t("Composer", "Attachments"))
        self.hide()

    def show_files(self, files: Sequence[OutgoingFile]) -> None:
        """These files are attached."""
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for file in files:
            text = f"{one_line(file.name)} · {size_word(file.size)}"
            chip = ChipButton(self._ctx.theme, text, close_mark=True, parent=self)
            chip.setAccessibleName(t("Composer", "Remove attachment {name}", name=file.name))
            chip.setToolTip(plain_tooltip(file.name))
            chip.clicked.connect(lambda _=False, file=file: self.removal_asked.emit(file))
            self._layout.addWidget(chip)
            self._chips.append(chip)
        self._update()

    def show_progress(self, ticket: int, text: str) -> None:
        """A file on its way in; `text` "" ends it."""
        label = self._progress.get(ticket)
        if not text:
            if label is not None:
                del self._progress[ticket]
                self._layout.removeWidget(label)
                label.deleteLater()
        elif label is None:
            self._progress[ticket] = label = PlainLabel(one_line(text), self, chip="accent")
            self._layout.addWidget(label)
        else:
            label.setText(one_line(text))
        self._update()

    def forget_progress(self) -> None:
        """Another draft is shown."""
        for ticket in list(self._progress):
            self.show_progress(ticket, "")

    def _update(self) -> None:
        self.setVisible(bool(self._chips or self._progress))
        self.updateGeometry()
