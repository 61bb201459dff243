"""The conformance suite on the real Request Tracker."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rt.driver import RtDriver
from tests.servers.rt_fixture import RtServer
from workspace.sync.connectors.testing import ConnectorConformance

pytestmark = pytest.mark.rt


@pytest.fixture(scope="module", autouse=True)
def _server(rt_server: RtServer) -> None:
    RtDriver.server = rt_server


class TestRt(ConnectorConformance):
    def make_driver(self, folder: Path) -> RtDriver:
        return RtDriver(folder)
