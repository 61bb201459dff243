"""Who the ticket is from."""
