"""Spelling: dictionaries that are on this computer, asked on a thread of their own."""
