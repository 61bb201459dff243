"""The file that a log goes to; several processes may have it open, and any may turn it over."""

from __future__ import annotations

from io import TextIOWrapper
from logging.handlers import RotatingFileHandler

from workspace.shared_files import opener


class SharedRotatingFile(RotatingFileHandler):
    """Windows would refuse to rename a file that another command logs to: it is opened shared."""

    def _open(self) -> TextIOWrapper:
        return open(
            self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=opener
        )
