"""SQLite on disk: schema, the two writers, files, and the named reads."""
