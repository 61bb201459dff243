"""The conformance suite: what every connector must prove, in-tree or not.

See docs/connectors.md. `ConnectorConformance` holds the rules, `BackendDriver` is what the author
of a connector writes, `NotApplicable` marks what a backend can't be asked.
"""

from workspace.sync.connectors.testing.driver import (
    MINJI,
    BackendDriver,
    Customer,
    File,
    NotApplicable,
    TrueEntry,
    TrueTicket,
)
from workspace.sync.connectors.testing.suite import (
    ConnectorConformance,
    Verdict,
    proves,
    rules,
    run_rule,
)

__all__ = [
    "MINJI",
    "BackendDriver",
    "ConnectorConformance",
    "Customer",
    "File",
    "NotApplicable",
    "TrueEntry",
    "TrueTicket",
    "Verdict",
    "proves",
    "rules",
    "run_rule",
]
