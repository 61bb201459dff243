"""The embedded desk keeps every rule of the contract."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.desk_driver import DeskDriver
from workspace.sync.connectors.testing import BackendDriver, ConnectorConformance


class TestDesk(ConnectorConformance):
    def make_driver(self, folder: Path) -> BackendDriver:
        return DeskDriver(folder)
