"""What the command line ends with, as docs/command-line.md tells."""

DONE, REFUSED, USAGE, QUEUED_ONLY, IN_DOUBT = range(5)
