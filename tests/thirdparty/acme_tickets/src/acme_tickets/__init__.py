"""Workspace connector for a shared folder of Acme ticket files."""

from acme_tickets.connector import AcmeConnector
from acme_tickets.folder import AcmeFolder

__all__ = ["AcmeConnector", "AcmeFolder"]
