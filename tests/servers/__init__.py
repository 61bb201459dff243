"""Real servers for tests, on loopback, with scripts of their own."""
