"""Which thread an object dies on, as a widget must on that of the GUI."""

from __future__ import annotations

import threading


class Witness:
    """Tells on which thread it died, as a widget would have."""

    def __init__(self, died_on: list[int]) -> None:
        self._died_on = died_on

    def __del__(self) -> None:
        self._died_on.append(threading.get_ident())
