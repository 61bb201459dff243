"""One mode of the composer. Its mode is fixed for life: a note can't become a reply, and one that
is kept only on this computer can't become one that is sent."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workspace.ui.choices import StatusChoice
from workspace.ui.composer.attachment_tray import AttachmentTray
from workspace.ui.composer.composer_edit import ComposerEdit
from workspace.ui.composer.draft_book import Mode
from workspace.ui.composer.marks import Marks
from workspace.ui.composer.mode_words import note_glyph, note_icon, words_of
from workspace.ui.composer.recipient_label import RecipientLabel
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.glyph_icon import glyph_icon
from workspace.ui.widgets.labels import ElidedLabel, plain_tooltip
from workspace.ui.widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from workspace.ui.composer.preview import Preview

MIN_LINES = 2
NARROW = 640  # px at 100 %; less would cut addresses beside the buttons
TIGHT = 400  # the same; less would cut the buttons beside a note's kind
MAX_LINES = 12


class ModePane(QFrame):
    """Editor, attachments and the buttons of one mode.

    Signals:
        send_asked: a StatusChoice to set along, or None.
        attach_asked: the attach button.
        undo_asked: the undo button, or Ctrl+Z with nothing written.
        later_asked: to be sent at another time.
        preview_left: the person wants to write on.
        kind_asked: of a note, the other kind: for colleagues, or only on this computer.
    """

    send_asked = Signal(object)
    attach_asked = Signal()
    undo_asked = Signal()
    later_asked = Signal()
    preview_left = Signal()
    kind_asked = Signal()

    def __init__(self, ctx: WindowContext, mode: Mode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.mode: Mode = mode
        self._choices: Sequence[StatusChoice] = ()
        self._why_not_later = ""
        self._room_px: int | None = None
        self._told: dict[QAbstractButton, tuple[bool, str]] = {}
        theme = ctx.theme
        self.edit = ComposerEdit(self)
        self.edit.setProperty("mode", mode)
        self.edit.setObjectName(f"{mode}_text")
        # Lines are wrapped anywhere; blanks at their ends alone would make it come.
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.marks = Marks(self.edit, theme)
        self._preview: Preview | None = None
        self.tray = AttachmentTray(ctx, self)
        self.attach = QPushButton("+ " + t("Composer", "Attach"), self)
        self.attach.setProperty("role", "quiet")
        self.attach.setAccessibleName(t("Composer", "Attach files"))
        self.status = ElidedLabel("", self, role="faint")
        self.status.least_px = theme.px(56)
        self.status.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._be_silent)
        self.recipient = RecipientLabel(
            theme,
            "note_text" if self._is_internal else "text_faint",
            self,
            note_glyph(mode),
        )
        self.recipient.setObjectName(f"{mode}_recipient")
        self.kind = self._make_kind() if self._is_internal else None
        self.undo = QPushButton(t("Composer", "Undo"), self)
        self.undo.setProperty("role", "quiet")
        self.undo.setObjectName(f"{mode}_undo")
        self.undo.setAccessibleName(t("Composer", "Undo: take the last one back before it leaves"))
        self.undo.setToolTip(plain_tooltip(self.undo.accessibleName()))
        self.undo.hide()
        self._make_send_buttons()
        self._lay_out(theme)
        self.send.clicked.connect(lambda: self.send_asked.emit(None))
        self.edit.send_asked.connect(lambda: self.send_asked.emit(None))
        self.more.clicked.connect(self.open_send_menu)
        self.attach.clicked.connect(self.attach_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.edit.undo_asked.connect(self.undo_asked)
        self.edit.textChanged.connect(self._fit_height)
        self.edit.paste_cut.connect(self._tell_cut)
        ctx.theme.changed.connect(self._on_theme_changed)
        self._set_icons()
        self._fit_height()

    @property
    def _is_internal(self) -> bool:
        return self.mode != "reply"

    def _make_kind(self) -> QCheckBox:
        """Both kinds of notes have one. Who turns it is in the pane of the other kind then."""
        kind = QCheckBox(t("Composer", "Only on this computer"), self)
        kind.setAccessibleName(kind.text())
        kind.setProperty("role", "note")
        kind.setObjectName(f"{self.mode}_kind")
        kind.setChecked(self.mode == "local")
        kind.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves the keys in the text
        kind.clicked.connect(self._on_kind)
        return kind

    def _on_kind(self) -> None:
        assert self.kind is not None
        self.kind.setChecked(self.mode == "local")
        self.kind_asked.emit()

    def _make_send_buttons(self) -> None:
        words = words_of(self.mode)
        role = "note" if self._is_internal else "primary"
        self.send = QPushButton(words.send)
        self.send.setProperty("role", role)
        self.send.setObjectName(f"{self.mode}_send")
        self.more = QPushButton(self)
        self.more.setProperty("role", role)
        self.more.setObjectName(f"{self.mode}_more")
        self.more.setAccessibleName(words.more)
        self.more.setFixedWidth(self._ctx.theme.px(30))
        self.edit.setPlaceholderText(words.placeholder)
        self.edit.setAccessibleName(words.name)
        # It is kept at once, without files, and changes nothing at the backend.
        for button in (self.more, self.attach):
            button.setHidden(self.mode == "local")

    def _set_icons(self) -> None:
        theme = self._ctx.theme
        if self._is_internal:
            self.send.setIcon(note_icon(theme, self.mode))
        color = "note_text" if self._is_internal else "on_accent"
        self.more.setIcon(glyph_icon(theme, "menu", color, 10))
        self.more.setIconSize(QSize(theme.px(10), theme.px(10)))

    def _lay_out(self, theme: Theme) -> None:
        self._placed = (False, False)
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(4))
        buttons.addWidget(self.attach)
        buttons.addWidget(self.status)
        self._who = QWidget(self)
        who = self._who_row = QHBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(theme.px(8))
        if self.kind is not None:
            who.addWidget(self.kind)
        who.addWidget(self.recipient, 1)
        buttons.addWidget(self._who, 1)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.send)
        buttons.addWidget(self.more)
        # As high as its neighbour, but no reason for the row to grow.
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(10), theme.px(8), theme.px(8), theme.px(8))
        layout.setSpacing(theme.px(4))
        self._layout = layout
        layout.addWidget(self.edit)
        layout.addWidget(self.tray)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.chain()
        for turn in (self.edit.focus_came, self.edit.focus_left):
            turn.connect(self.update)  # the edge is around it, not in it

    def chain(self, *before: QWidget) -> None:
        """Tab goes through its controls in their order, coming from what stands before them."""
        kind = (self.kind,) if self.kind is not None else ()
        order = (*before, self.edit, self.attach, *kind, self.undo, self.send, self.more)
        for here, following in pairwise(order):
            QWidget.setTabOrder(here, following)

    # --- preview -------------------------------------------------------------------------------

    @property
    def is_previewing(self) -> bool:
        """The text is shown as it will be seen, in place of the editor."""
        return self._preview is not None and not self._preview.isHidden()

    def show_preview(self, text: str, html: str | None) -> None:
        """In place of the editor: sanitised HTML, or the text where it leaves as typed."""
        from workspace.ui.composer.preview import Preview

        if self._preview is None:
            self._preview = Preview(self._ctx.theme, self)
            self._preview.left.connect(self.preview_left)
            self._layout.insertWidget(0, self._preview)
        if html is None:
            self._preview.show_plain(text)
        else:
            self._preview.show_html(html)
        self._preview.setFixedHeight(max(self.edit.height(), self._ctx.theme.px(90)))
        self.edit.hide()
        self._preview.show()
        self._preview.setFocus()
        self.say(t("Composer", "Preview. Esc to write on."))

    def show_editor(self) -> None:
        """Ready to write again."""
        if self._preview is not None and self.is_previewing:
            self._preview.hide()
            self.edit.show()
            self.say("")

    def set_rich(self, is_rich: bool) -> None:
        """Whether marks of Markdown mean anything where this goes."""
        self.marks.set_rich(is_rich)
        self.edit.keeps_marks = is_rich

    # --- what works ----------------------------------------------------------------------------

    def set_choices(self, choices: Sequence[StatusChoice], why_not: str) -> None:
        """Statuses that can be set along; `why_not` disables the menu and says why."""
        self._choices = choices
        self._allow(self.more, not why_not and bool(choices), why_not)

    def allow_later(self, why_not: str) -> None:
        """Whether it can be sent at another time; if not, why."""
        self._why_not_later = why_not

    def open_send_menu(self) -> None:
        """Send, or send and set a status."""
        menu = PopupMenu(self.more.accessibleName(), self)
        is_note = self.mode == "note"
        plain = menu.addAction(self.send.text())
        plain.triggered.connect(lambda: self.send_asked.emit(None))
        later = menu.addAction(t("Composer", "Send later…"))
        later.triggered.connect(self.later_asked)
        if self._why_not_later:
            why = self._why_not_later.replace("&", "&&")
            later.setText(f"{later.text()} · {why}")
            later.setEnabled(False)
        menu.addSeparator()
        for choice in self._choices:
            label = choice.label.replace("&", "&&")
            action = menu.addAction(
                t("Composer", "Add note and set {status}", status=label)
                if is_note
                else t("Composer", "Send and set {status}", status=label)
            )
            action.triggered.connect(lambda _=False, choice=choice: self.send_asked.emit(choice))
        above = QPoint(self.more.width() - menu.sizeHint().width(), -menu.sizeHint().height())
        menu.popup(self.more.mapToGlobal(above))

    def say(self, text: str, *, is_bad: bool = False, seconds: float = 0) -> None:
        """The quiet line beside the buttons; with `seconds` it goes by itself."""
        self._silence.stop()
        if seconds:
            self._silence.start(round(seconds * 1000))
        self.status.set_text(text)
        self.status.set_look("role", "bad" if is_bad else "faint")

    def _tell_cut(self, count: int) -> None:
        words = t("Composer", "Only the first %n characters came in: attach such a text.", count)
        self._ctx.notices.show(words, "warn")

    def _be_silent(self) -> None:
        self.say("")

    def block(self, why: str) -> None:
        """Nothing can be sent for this reason; "" if it can. The text stays editable."""
        self._allow(self.send, not why, why)

    def allow_files(self, why_not: str) -> None:
        """Whether files can be attached; if not, why."""
        self._allow(self.attach, not why_not, why_not)

    def allow_kind(self, why_not: str) -> None:
        """Whether a note may be of the other kind; if not, why."""
        if self.kind is not None:
            self._allow(self.kind, not why_not, why_not)

    def _allow(self, button: QAbstractButton, is_able: bool, why_not: str) -> None:
        """Asked with each ticket and often at a key; mostly nothing has changed."""
        if self._told.get(button) == (is_able, why_not):
            return
        self._told[button] = (is_able, why_not)
        button.setEnabled(is_able)
        button.setToolTip(plain_tooltip(why_not))
        button.setAccessibleDescription(why_not)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the text is still its field: else what is typed next would be shortcuts."""
        if event.button() == Qt.MouseButton.LeftButton and self.edit.isVisible():
            self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_recipient()
        self._fit_height()

    def _place_recipient(self) -> None:
        """Beside the send button; in a narrow pane on a line of its own, for it must be read.

        The kind of a note stands beside it, in a narrow pane among the buttons if it fits there.
        """
        width, px = self.width(), self._ctx.theme.px
        is_narrow, is_tight = width < px(NARROW), width < px(TIGHT)
        if (is_narrow, is_tight) == self._placed:
            return
        self._placed = (is_narrow, is_tight)
        self._buttons.removeWidget(self._who)
        self._layout.removeWidget(self._who)
        if is_narrow:
            self._layout.insertWidget(self._layout.count() - 1, self._who)
        else:
            self._buttons.insertWidget(self._buttons.indexOf(self.status) + 1, self._who, 1)
        if self.kind is not None:
            beside = is_narrow and not is_tight
            # Beside it stands who will read the note.
            short = t("Composer", "Only here") if is_tight else self.kind.accessibleName()
            self.kind.setText(short)
            self._buttons.removeWidget(self.kind)
            self._who_row.removeWidget(self.kind)
            row = self._buttons if beside else self._who_row
            row.insertWidget(self._buttons.indexOf(self.status) if beside else 0, self.kind)
        self._buttons.setStretchFactor(self.status, int(is_narrow))

    def give_room(self, room_px: int) -> None:
        """The editor may become so high; it is never less than its least lines."""
        if room_px != self._room_px:
            self._room_px = room_px
            self._fit_height()

    def _fit_height(self) -> None:
        line = self.edit.fontMetrics().lineSpacing()
        pad = self._ctx.theme.px(10)
        most = MAX_LINES if self._room_px is None else (self._room_px - pad) // line
        wanted = round(self.edit.document().size().height())
        self.edit.setFixedHeight(max(MIN_LINES, min(MAX_LINES, most, wanted)) * line + pad)

    def least_height(self) -> int:
        """What it needs with the least lines to write in, and all that stands below them."""
        least = MIN_LINES * self.edit.fontMetrics().lineSpacing() + self._ctx.theme.px(10)
        return self._layout.sizeHint().height() - self.edit.height() + least

    def _on_theme_changed(self) -> None:
        self._set_icons()
        self._fit_height()
        self._place_recipient()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ctx.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        if self._is_internal:
            line = "note_text" if focused else "note_field_line"
        else:
            line = "accent" if focused else "field_line"
        pen = QPen(theme.color(line), 1.5 if focused else 1)
        if self.mode == "local":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("note" if self._is_internal else "panel"))
        radius = theme.size("radius_px")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())
