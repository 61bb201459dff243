"""Accounts, appearance and other choices."""
