"""The window. PySide6 lives here only."""

from workspace.ui.qt_import import import_qt

import_qt()
