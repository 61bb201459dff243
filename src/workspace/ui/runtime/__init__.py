"""What keeps the GUI thread free: readers, the journal writer, the link to the engine."""
