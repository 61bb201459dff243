"""Where an agent writes: a reply or an internal note, never one for the other."""
