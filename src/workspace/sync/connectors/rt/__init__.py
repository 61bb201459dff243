"""Request Tracker 5 by REST2."""

from workspace.sync.connectors.rt.connector import RtConnector

__all__ = ["RtConnector"]
