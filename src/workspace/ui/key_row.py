"""A line of the shortcuts page: an action, its keys as chips, another key by pressing it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from workspace.ui.actions import ActionSpec
from workspace.ui.i18n import t
from workspace.ui.keymap import Holder, pressed_key
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip
from workspace.ui.words import key_word


class KeyCapture(QLineEdit):
    """Takes the next key, whatever it does elsewhere. Escape, Tab and leaving it give up.

    Signals:
        captured: the key, written portably.
        given_up: none came.
    """

    captured = Signal(str)
    given_up = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFixedWidth(theme.px(150))
        self.setPlaceholderText(t("Shortcuts", "Press a key…"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(t("Shortcuts", "Press a key; Escape leaves it as it is."))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif not event.isAutoRepeat() and (key := pressed_key(event)):
            self.captured.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.given_up.emit()


class KeyRow(QWidget):
    """A line of the page.

    Signals:
        key_pressed: a key that the person wants for this action.
        key_dropped: a key it shall no longer have.
        reset_asked: its own keys again.
    """

    key_pressed = Signal(str)
    key_dropped = Signal(str)
    reset_asked = Signal()

    def __init__(self, theme: Theme, spec: ActionSpec) -> None:
        super().__init__()
        self.spec = spec
        self._theme = theme
        self.setObjectName(f"keys_{spec.id}")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(6), 0)
        row.setSpacing(theme.px(4))
        row.addWidget(PlainLabel(spec.text), 1)
        self._capture: KeyCapture | None = None
        self._shown: list[QWidget] = []

    def show_keys(
        self, keys: tuple[str, ...], clashes: dict[str, list[Holder]], *, changed: bool
    ) -> None:
        """These keys, with what else has them."""
        focus = self.window().focusWidget() if self.isVisible() else None
        had_focus = focus is not None and self.isAncestorOf(focus)
        for widget in self._shown:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown, self._capture = [], None
        for key in keys:
            self._put(self._chip(key, clashes.get(key, [])))
        if not self.spec.changeable:
            return
        if changed:
            reset = ChipButton(self._theme, t("Shortcuts", "Reset"))
            reset.setAccessibleName(
                t("Shortcuts", "Reset the keys of {action}", action=self.spec.text)
            )
            reset.clicked.connect(self.reset_asked)
            self._put(reset)
        add = ChipButton(self._theme, "+")
        add.setObjectName("add_key")
        add.setAccessibleName(t("Shortcuts", "Another key for {action}", action=self.spec.text))
        add.setToolTip(plain_tooltip(t("Shortcuts", "Set a key by pressing it")))
        add.clicked.connect(self.listen)
        self._put(add)
        if had_focus:
            add.setFocus()

    @property
    def controls(self) -> list[QWidget]:
        """What Tab leads to, in order."""
        return [each for each in self._shown if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def show_focus(self) -> None:
        """Put the focus on the row's last button."""
        self._shown[-1].setFocus()

    def listen(self) -> None:
        """Wait for a key."""
        if self._capture is not None:
            return
        self._capture = KeyCapture(
            self._theme, t("Shortcuts", "New key for {action}", action=self.spec.text)
        )
        self._capture.captured.connect(self._on_captured)
        self._capture.given_up.connect(self._on_given_up)
        self._put(self._capture)
        self._shown[-2].hide()  # the + whose place it takes
        self._capture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._row.addWidget(widget)

    def _chip(self, key: str, clash: list[Holder]) -> QWidget:
        word = key_word(key)
        others = ", ".join(holder.name for holder in clash)
        why = t("Shortcuts", "{key} is also a key of: {others}", key=word, others=others)
        if not self.spec.changeable:
            label = PlainLabel(word, chip="outline")
            label.setAccessibleName(f"{self.spec.text}: {word}")
            label.setToolTip(
                plain_tooltip(t("Shortcuts", "This key belongs to its field and stays as it is."))
            )
            return label
        chip = ChipButton(self._theme, f"⚠ {word}" if clash else word, close_mark=True)
        chip.setAccessibleName(
            t("Shortcuts", "Take the key {key} off {action}", key=word, action=self.spec.text)
        )
        chip.setAccessibleDescription(why if clash else "")
        chip.setToolTip(plain_tooltip(why if clash else chip.accessibleName()))
        chip.clicked.connect(lambda: self.key_dropped.emit(key))
        return chip

    def _on_captured(self, key: str) -> None:
        self._on_given_up()
        self.key_pressed.emit(key)

    def _on_given_up(self) -> None:
        capture, self._capture = self._capture, None
        if capture is None:
            return
        had_focus = capture.hasFocus()
        self._shown.remove(capture)
        capture.hide()
        capture.deleteLater()
        self._shown[-1].show()
        if had_focus:
            self._shown[-1].setFocus()
