"""Connectors: one folder each, all through the door in `contract`."""
