"""The conformance suite: what every connector must prove, in-tree or not.

See docs/connectors.md. `ConnectorConformance` holds the rules, `BackendDriver` is what the author
of a connector writes, `NotApplicable` marks what a backend can't be asked.
"""
