"""Notifications: which message shows a toast or sounds, where, and when it is taken back."""
