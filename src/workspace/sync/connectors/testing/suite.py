"""`ConnectorConformance`: every rule in one class, and a way to run it without pytest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workspace.sync.connectors.testing.driver import NotApplicable
from workspace.sync.connectors.testing.rules_branches import BranchRules
from workspace.sync.connectors.testing.rules_feeds import FeedRules
from workspace.sync.connectors.testing.rules_http import NetworkRules
from workspace.sync.connectors.testing.rules_reading import ReadingRules
from workspace.sync.connectors.testing.rules_sending import SendingRules


class ConnectorConformance(ReadingRules, FeedRules, SendingRules, NetworkRules, BranchRules):
    """Subclass it as `class TestMine(ConnectorConformance)` and write `make_driver`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule said: passed, failed (with its sentence) or not applicable (with the reason)."""

    rule: str
    outcome: str
    sentence: str = ""


def rules(suite: type[ConnectorConformance] = ConnectorConformance) -> list[str]:
    """Names of all rules, in alphabetical order."""
    return sorted(name for name in dir(suite) if name.startswith("test_"))


def proves(rule: str) -> str:
    """What a rule proves, in a sentence: its docstring on one line."""
    return " ".join((getattr(ConnectorConformance, rule).__doc__ or "").split())


def run_rule(suite: type[ConnectorConformance], rule: str) -> Verdict:
    """Run one rule on a fresh driver, as pytest would."""
    instance = suite()
    instance.setup_method()
    try:
        method: Callable[[], None] = getattr(instance, rule)
        method()
    except NotApplicable as reason:
        return Verdict(rule, "not applicable", str(reason))
    except Exception as error:  # a rule is red whatever was raised in it
        return Verdict(rule, "failed", f"{type(error).__name__}: {error}")
    finally:
        instance.teardown_method()
    return Verdict(rule, "passed")
