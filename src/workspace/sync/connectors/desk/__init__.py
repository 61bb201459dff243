"""The embedded desk: a complete ticket backend in one encrypted file."""

from workspace.sync.connectors.desk.agent_side import AgentSide
from workspace.sync.connectors.desk.connector import DeskConnector
from workspace.sync.connectors.desk.customer_reads import Delivery, OwnTicket, Seen
from workspace.sync.connectors.desk.customer_side import CustomerSide
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.ledger import Actor, NewFile

__all__ = [
    "Actor",
    "AgentSide",
    "CustomerSide",
    "Delivery",
    "DeskConnector",
    "DeskDatabase",
    "NewFile",
    "OwnTicket",
    "Seen",
]
