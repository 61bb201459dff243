"""Dumb reusable pieces of the window: they know the theme, not the store."""
