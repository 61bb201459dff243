"""A connector for each rule that breaks just that rule: what the suite must catch.

Each is the reference connector with one small, plausible defect.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from workspace.sync.connectors.testing.memory import MemoryConnector

BROKEN: list[tuple[str, type[MemoryConnector]]] = []


def breaks(rule: str) -> Callable[[type[MemoryConnector]], type[MemoryConnector]]:
    """Register a connector under the rule that it breaks."""

    def register(connector: type[MemoryConnector]) -> type[MemoryConnector]:
        BROKEN.append((rule, connector))
        return connector

    return register


replaced = msgspec.structs.replace
