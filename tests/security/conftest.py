"""The window's fixtures, for what is shown in a window."""

from __future__ import annotations

from tests.ui.conftest import desk

__all__ = ["desk"]
