"""Every control of every page, menu and dialog by keyboard alone: reached, in order, seen, left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.access.stage import walk


@pytest.mark.timeout(300)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tab_leads_everywhere_the_focus_is_seen_and_escape_closes(
    tmp_path: Path, theme: str
) -> None:
    stops = walk(tmp_path / "base", "--keys", "--theme", theme)
    assert len({stop["stop"] for stop in stops}) > 90
    faults = {f"{stop['stop']}: {fault}" for stop in stops for fault in stop.get("keys", [])}
    assert not faults, "\n".join(sorted(faults))
