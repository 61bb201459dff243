"""Named reads, one module per feature; plain SQL on sqlcipher3, no SQLAlchemy."""
