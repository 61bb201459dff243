"""Each rule catches its deliberately broken connector, and no other rule is in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conformance import (  # noqa: F401  (each registers its connectors)
    broken_on_the_way,
    broken_reading,
    broken_sending,
)
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
        many_reason = "The suite runs once for each broken connector."
        attachment_bytes = 8 * 1024 * 1024
        kill_points = 4
        stream_wait_s = 1.0

    class Suite(ConnectorConformance):
        def make_driver(self, folder: Path) -> BackendDriver:
            return Driver(folder)

    return Suite


def test_every_rule_has_a_broken_connector() -> None:
    assert {rule for rule, _ in BROKEN} == set(rules())


LONG = {
    "test_killed_push_is_sent_once",
    "test_long_ticket_is_complete",
    "test_stream_tells_of_changes",
}


def family(rule: str) -> list[str]:
    """The quick rules of this one's module, where a defect is likeliest to spill, and itself.

    CONFORMANCE_MATRIX=1 takes all rules, in some minutes.
    """
    if os.environ.get("CONFORMANCE_MATRIX"):
        return rules()
    module = getattr(ConnectorConformance, rule).__module__
    near = {name for name in rules() if getattr(ConnectorConformance, name).__module__ == module}
    return sorted(near - LONG | {rule})


@pytest.mark.parametrize(
    ("rule", "kind"), BROKEN, ids=[f"{rule[5:]}-{kind.__name__}" for rule, kind in BROKEN]
)
def test_the_broken_connector_turns_exactly_its_rule_red(
    rule: str, kind: type[MemoryConnector]
) -> None:
    suite = suite_of(kind)
    verdicts = [run_rule(suite, name) for name in family(rule)]
    red = {verdict.rule: verdict.sentence for verdict in verdicts if verdict.outcome == "failed"}
    assert list(red) == [rule], red
    assert red[rule].startswith("AssertionError: "), "A rule fails by a sentence of its own."


def test_the_channel_reference_keeps_every_rule() -> None:
    suite = suite_of(MemoryChannel)
    verdicts = [run_rule(suite, name) for name in rules()]
    assert not [verdict for verdict in verdicts if verdict.outcome == "failed"]
