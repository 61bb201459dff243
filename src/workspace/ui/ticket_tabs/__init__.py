"""Tickets side by side: panes, tabs, windows of their own."""
