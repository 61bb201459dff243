"""A whole conversation leaves the window: copied, printed, kept as a PDF."""
