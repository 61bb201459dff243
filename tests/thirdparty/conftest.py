"""The package beside this file is installed and tested by `test_acme.py`, not collected."""

collect_ignore = ["acme_tickets"]
