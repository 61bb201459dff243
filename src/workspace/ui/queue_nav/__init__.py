"""The queues and their live counts."""
