"""Versions, and the licences of all that ships."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workspace.licences import Component, components
from workspace.store.connect import Reader
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip
from workspace.versions import all_versions, in_one_line


def read_about(_reader: Reader) -> tuple[dict[str, str], list[Component]]:
    """Versions and licences; from the packages' metadata, on a worker thread."""
    return all_versions(), components()


class AboutTab(QWidget):
    """See the module."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._parts: list[Component] = []
        self._versions: dict[str, str] = {}
        pad = ctx.theme.size("pane_pad_px")
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(ctx.theme.px(8))
        column.addWidget(PlainLabel("Workspace", role="title"))
        self.versions = PlainLabel(role="quiet")
        self.versions.setObjectName("versions")
        self.versions.setWordWrap(True)
        column.addWidget(self.versions)
        row = QHBoxLayout()
        row.setSpacing(ctx.theme.px(8))
        self.copy = QPushButton(t("Settings", "Copy the versions"))
        self.copy.setObjectName("copy_versions")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        row.addWidget(self.copy)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(
            PlainLabel(t("Settings", "Licences of Workspace and its parts"), role="section")
        )
        split = QSplitter()
        split.setHandleWidth(ctx.theme.px(8))
        split.setProperty("gap", "true")
        self.names = QListWidget()
        self.names.setProperty("look", "list")
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setAccessibleName(t("Settings", "Parts"))
        self.names.currentRowChanged.connect(self._show_licence)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(t("Settings", "Text of the licence"))
        split.addWidget(self.names)
        split.addWidget(self.text)
        split.setSizes([ctx.theme.px(230), ctx.theme.px(400)])
        column.addWidget(split, 1)
        ctx.reads.ask(read_about, then=self._show, owner=self, topic="about")

    def _show(self, found: tuple[dict[str, str], list[Component]]) -> None:
        self._versions, self._parts = found
        self.versions.setText(" · ".join(f"{n} {v}" for n, v in self._versions.items() if v))
        self.names.addItems(
            [" ".join(filter(None, (p.name, p.version, f"({p.licence})"))) for p in self._parts]
        )
        for row, part in enumerate(self._parts):
            self.names.item(row).setToolTip(
                plain_tooltip(f"{part.name} {part.version}: {part.licence}")
            )
        self.names.setCurrentRow(0)

    def _show_licence(self, row: int) -> None:
        if 0 <= row < len(self._parts):
            self.text.setPlainText(self._parts[row].text or self._parts[row].licence)

    def _on_copy(self) -> None:
        lines = [in_one_line(), *(f"{name} {v}" for name, v in self._versions.items() if v)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._ctx.notices.show(t("Settings", "Copied."), "good")
