"""Sessions of the shared HTTP layer, quick to give up, with a token that must not leak."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workspace.clock import SystemClock
from workspace.sync.connectors.contract import Host
from workspace.sync.connectors.http import HttpLimits, HttpSession

TOKEN = "secret-token-27182818"
QUICK = HttpLimits(connect_s=2, read_s=0.4, write_s=0.4, total_s=2, per_second=1000)

Open = Callable[..., HttpSession]


def a_session(
    folder: Path,
    url: str,
    *,
    read_only: bool = False,
    ca_file: str = "",
    proxy: str = "",
    limits: HttpLimits = QUICK,
    **more: Any,
) -> HttpSession:
    host = Host(
        clock=SystemClock(),
        log=logging.getLogger("test"),
        data_dir=folder,
        data_key=bytes(32),
        read_only=read_only,
        ca_file=ca_file,
        proxy=proxy,
    )
    headers = {"Authorization": f"token {TOKEN}"}
    return HttpSession(url, host, headers=headers, secrets=(TOKEN,), limits=limits, **more)


def write(session: HttpSession) -> Any:
    return session.checked(session.request("POST", "x", json_body={"a": "안녕"}), write=True)
