"""No text is cut off on any page, from 100 to 200 %, in small and large windows, in both languages.

Long texts may end in …, if a tooltip has the rest.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.access.stage import walk


@pytest.mark.parametrize(
    ("languages", "scales", "size"),
    [("en,ko", "100,200", "1024x700"), ("ko", "150", "1024x700"), ("en,ko", "100,200", "1440x900")],
)
def test_every_text_is_seen_whole(tmp_path: Path, languages: str, scales: str, size: str) -> None:
    options = ("--languages", languages, "--scales", scales, "--sizes", size)
    stops = walk(tmp_path / "base", *options)
    combinations = (languages.count(",") + 1) * (scales.count(",") + 1)
    assert len(stops) > 30 * combinations
    cut = [
        f"{stop['stop']} {stop['language']} {stop['scale']} %: {text}"
        for stop in stops
        for text in stop["cut"]
    ]
    assert cut == []
