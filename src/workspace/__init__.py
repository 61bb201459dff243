"""Workspace: the desktop application for contact-center agents."""

__version__ = "0.1.0"
