"""How sync and outbox stand, in detail."""
