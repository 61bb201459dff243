"""Looking at an image or a text that came with a message, inside the window, as data only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workspace.store.connect import Reader
from workspace.store.queries.rows import AttachmentRow
from workspace.ui.conversation.attachments import decode_image
from workspace.ui.conversation.preview_kinds import MOST_IMAGE_BYTES, preview_kind
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel
from workspace.ui.widgets.room import resize_within
from workspace.ui.words import one_line, size_word

TEXT_BYTES = 256 * 1024
ENCODINGS = ("utf-8-sig", "cp949")


def decode_text(data: bytes) -> str:
    """Text of an unknown encoding; what can't be read in any becomes a replacement sign."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data[: len(data) // 2 * 2].decode("utf-16", "replace")
    for encoding in ENCODINGS:
        for cut in range(4):  # the last character may have been cut through
            try:
                return data[: len(data) - cut].decode(encoding)
            except UnicodeDecodeError as error:
                if error.start < len(data) - 4:
                    break
    return data.decode("utf-8", "replace")


class ImageView(QWidget):
    """An image as large as it fits, never larger than it is."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(t("Conversation", "Image {name}", name=name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(80, 80)

    def sizeHint(self) -> QSize:
        return self._image.size().boundedTo(QSize(1000, 700))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(area, self._image)
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class AttachmentPreview(QDialog):
    """Reads and decodes on a reader's thread. Nothing is opened by another program."""

    def __init__(
        self,
        ctx: WindowContext,
        attachment: AttachmentRow,
        file: str,
        save: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("attachment_preview")
        self._name = one_line(attachment.name)
        self.setWindowTitle(self._name[:120])
        self._ctx = ctx
        self._attachment = attachment
        theme = ctx.theme
        resize_within(self, theme, 720, 560)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.size("pane_pad_px")] * 4)
        self._hint = PlainLabel(t("Conversation", "Loading…"), role="quiet")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._hint, 1)
        row = QHBoxLayout()
        row.addWidget(ElidedLabel(f"{self._name} · {size_word(attachment.size)}", role="quiet"), 1)
        keep = QPushButton(t("Conversation", "Save as…"))
        keep.clicked.connect(lambda: save())
        close = QPushButton(t("Conversation", "Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(keep)
        row.addWidget(close)
        self._column.addLayout(row)
        files, kind = ctx.files, preview_kind(attachment)

        def read(_reader: Reader) -> QImage | str:
            with files().open(file) as stream:
                if kind == "image":
                    return decode_image(stream.read(MOST_IMAGE_BYTES))
                return decode_text(stream.read(TEXT_BYTES))

        ctx.reads.ask(read, then=self._show, failed=self._fail, owner=self)

    def _show(self, found: QImage | str) -> None:
        if isinstance(found, str):
            text = QPlainTextEdit(found)
            text.setReadOnly(True)
            text.setAccessibleName(self._name)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self._put(text)
            if self._attachment.size > TEXT_BYTES:
                told = t("Conversation", "Only the beginning is shown. Save it to see all of it.")
                self._column.insertWidget(1, PlainLabel(told, role="warn"))
        elif found.isNull():
            self._hint.setText(
                t("Conversation", "This can't be shown as an image. Save it to look at it.")
            )
        else:
            self._put(ImageView(found, self._name))

    def _put(self, widget: QWidget) -> None:
        self._column.replaceWidget(self._hint, widget)
        self._column.setStretchFactor(widget, 1)
        self._hint.hide()
        widget.setFocus()

    def _fail(self, error: Exception) -> None:
        self._hint.setText(t("Conversation", "This file can't be read right now."))
        self._ctx.notices.error(error)
