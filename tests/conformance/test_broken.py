"""Each rule catches its deliberately broken connector, and no other rule is in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conformance.broken import BROKEN
from workspace.sync.connectors.testing import BackendDriver, ConnectorConformance, rules, run_rule
from workspace.sync.connectors.testing.memory import MemoryConnector
from workspace.sync.connectors.testing.memory_channel import MemoryChannel
from workspace.sync.connectors.testing.memory_driver import MemoryDriver


def suite_of(kind: type[MemoryConnector]) -> type[ConnectorConformance]:
    """The suite over the in-memory backend, small, with this connector."""

    class Driver(MemoryDriver):
        connector = kind
        many_entries = 1200
        attachment_bytes = 1024 * 1024 + 1
        stream_wait_s = 1.0

    class Suite(ConnectorConformance):
        def make_driver(self, folder: Path) -> BackendDriver:
            return Driver(folder)

    return Suite


def test_every_rule_has_a_broken_connector() -> None:
    assert sorted(BROKEN) == rules()


def family(rule: str) -> list[str]:
    """The rules that stand in one module with this one: where a defect is likeliest to spill.

    CONFORMANCE_MATRIX=1 takes all rules, in some minutes.
    """
    if os.environ.get("CONFORMANCE_MATRIX"):
        return rules()
    module = getattr(ConnectorConformance, rule).__module__
    return [name for name in rules() if getattr(ConnectorConformance, name).__module__ == module]


@pytest.mark.parametrize("rule", sorted(BROKEN))
def test_the_broken_connector_turns_exactly_its_rule_red(rule: str) -> None:
    suite = suite_of(BROKEN[rule])
    verdicts = [run_rule(suite, name) for name in family(rule)]
    red = {verdict.rule: verdict.sentence for verdict in verdicts if verdict.outcome == "failed"}
    assert list(red) == [rule], red
    assert red[rule].startswith("AssertionError: "), "A rule fails by a sentence of its own."


def test_the_channel_reference_keeps_every_rule() -> None:
    suite = suite_of(MemoryChannel)
    verdicts = [run_rule(suite, name) for name in rules()]
    assert not [verdict for verdict in verdicts if verdict.outcome == "failed"]
