"""docs/connectors.md says of every rule what the rule says of itself."""

from __future__ import annotations

from tests import ROOT
from workspace.sync.connectors.testing import proves, rules

PAGE = ROOT / "docs" / "connectors.md"


def test_every_rule_is_described() -> None:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if "| `test_" in line]
    assert sorted(lines) == sorted(f"| `{rule}` | {proves(rule)} |" for rule in rules())
