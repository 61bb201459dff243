"""Macros in the window: palette, what rides along with a reply, editor."""
