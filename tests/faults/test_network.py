"""A network that loses, cuts, delays and lies: a send counts only when its id was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.rt_faults import TrackerBase, over_a_bad_network
from tests.faults.wire import Spoil
from tests.servers.rt_fixture import RtServer, rt_server

__all__ = ["rt_server"]

pytestmark = pytest.mark.rt


def test_every_fault_of_the_line_loses_and_doubles_nothing(
    tmp_path: Path, rt_server: RtServer
) -> None:
    """All at once, on tickets of their own; the account's settle time of 30 s passes once."""
    base = TrackerBase(tmp_path / "base", rt_server)
    base.proxy.hole_s = 3.0
    verdict = over_a_bad_network(base)
    base.close()
    assert verdict.points == len(Spoil)
    assert verdict.clean, verdict.details
    assert not verdict.details
