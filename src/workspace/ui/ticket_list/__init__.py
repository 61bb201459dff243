"""The ticket list."""
