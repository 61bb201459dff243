"""The suite's own reference connector keeps every rule."""

from __future__ import annotations

from pathlib import Path

from workspace.sync.connectors.testing import BackendDriver, ConnectorConformance
from workspace.sync.connectors.testing.memory_driver import MemoryDriver


class TestReference(ConnectorConformance):
    def make_driver(self, folder: Path) -> BackendDriver:
        return MemoryDriver(folder)
