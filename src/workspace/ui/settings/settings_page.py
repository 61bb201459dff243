"""Settings: what can be set, page by page. Everything takes effect at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.settings.form import SettingsForm
from workspace.ui.widgets.room import resize_within


class SettingsPage(QDialog):
    """Each page is made when it is first shown.

    Signals:
        account_asked: another account is to be connected.
        shortcuts_asked, debug_asked: these views.
        notification_asked: a toast to try the settings out.
    """

    account_asked = Signal()
    shortcuts_asked = Signal()
    debug_asked = Signal()
    notification_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._made: dict[str, QWidget] = {}
        self._makers: dict[str, tuple[str, Callable[[], QWidget]]] = {
            "accounts": (t("Settings", "Accounts"), self._accounts),
            "general": (t("Settings", "General"), self._general),
            "writing": (t("Settings", "Writing"), self._writing),
            "notifications": (t("Settings", "Notifications"), self._notifications),
            "keys": (t("Settings", "Shortcuts"), self._keys),
            "diagnostics": (t("Settings", "Diagnostics"), self._diagnostics),
            "about": (t("Settings", "About"), self._about),
        }
        if ctx.recovery_code is not None:
            self._makers["recovery"] = (t("Settings", "Recovery"), self._safety)
        self.setWindowTitle(t("Settings", "Settings"))
        resize_within(self, ctx.theme, 820, 560)
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        self.pages = QListWidget()
        self.pages.setObjectName("places")
        self.pages.setProperty("look", "pages")
        self.pages.setAccessibleName(t("Settings", "Pages of settings"))
        self.pages.addItems([title for title, _ in self._makers.values()])
        self.pages.setFixedWidth(
            self.pages.sizeHintForColumn(0) + ctx.theme.px(28) + self.pages.frameWidth() * 2
        )
        self._stack = QStackedWidget()
        row.addWidget(self.pages)
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.pages.currentRowChanged.connect(self._on_page)
        self.pages.setCurrentRow(0)

    def show_tab(self, name: str) -> None:
        """Bring a page to the front by its name; "" leaves the one that shows."""
        if name in self._makers:
            self.pages.setCurrentRow(list(self._makers).index(name))

    def _on_page(self, row: int) -> None:
        name = list(self._makers)[row]
        if name not in self._made:
            area = self._made[name] = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its controls take the keys
            area.setWidget(self._makers[name][1]())
            self._stack.addWidget(area)
        self._stack.setCurrentWidget(self._made[name])

    # --- pages ---------------------------------------------------------------------------

    def _accounts(self) -> QWidget:
        from workspace.ui.sync_status.account_cards import AccountCards

        page = QWidget()
        around = QVBoxLayout(page)
        around.setContentsMargins(*([self._ctx.theme.size("pane_pad_px")] * 4))
        cards = AccountCards(self._ctx, removable=True)
        cards.account_asked.connect(self.account_asked)
        around.addWidget(cards)
        return page

    def _general(self) -> QWidget:
        from workspace.ui.settings.general_tab import GeneralTab

        return GeneralTab(self._ctx)

    def _writing(self) -> QWidget:
        from workspace.ui.settings.writing_tab import WritingTab

        return WritingTab(self._ctx)

    def _notifications(self) -> QWidget:
        from workspace.ui.settings.notifications_tab import NotificationsTab

        page = NotificationsTab(self._ctx)
        page.try_asked.connect(self.notification_asked)
        return page

    def _keys(self) -> QWidget:
        page = SettingsForm(self._ctx)
        page.words(
            t(
                "Settings",
                "Every action can have other keys, or several. What a key does already is said"
                " before it is taken from there.",
            ),
            "quiet",
        )
        button = QPushButton(t("Settings", "Keyboard shortcuts…"))
        button.setObjectName("open_shortcuts")
        button.setAutoDefault(False)
        button.clicked.connect(self.shortcuts_asked)
        page.button(button)
        return page

    def _diagnostics(self) -> QWidget:
        from workspace.ui.settings.diagnostics_tab import DiagnosticsTab

        page = DiagnosticsTab(self._ctx)
        page.debug_asked.connect(self.debug_asked)
        return page

    def _about(self) -> QWidget:
        from workspace.ui.settings.about_tab import AboutTab

        return AboutTab(self._ctx)

    def _safety(self) -> QWidget:
        page = SettingsForm(self._ctx)
        page.words(
            t(
                "Settings",
                "What Workspace keeps is encrypted with a key that the keyring of this system or"
                " your passphrase holds. If that is lost, a recovery code opens it again. Write"
                " the code down and keep it apart from this computer. A new code replaces the old"
                " one.",
            ),
            "quiet",
        )
        make = QPushButton(t("Settings", "Make a recovery code…"))
        make.setObjectName("make_recovery_code")
        make.clicked.connect(self.make_recovery_code)
        page.button(make)
        return page

    def make_recovery_code(self) -> None:
        """Draw a code, to be written down before it holds."""
        from workspace.ui.settings.recovery_code import RecoveryCodeDialog

        RecoveryCodeDialog(self._ctx, self).open()
