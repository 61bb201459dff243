"""The conversation of a ticket: what was said, noted and done, painted bottom-anchored."""
