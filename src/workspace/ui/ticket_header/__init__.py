"""Subject, status and the other fields of a ticket, changed in place."""
