"""A download that nobody wants any more ends, and comes when it is asked for again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.backend import Backend
from tests.engine.conftest import Base
from workspace.domain.errors import WorkspaceError
from workspace.sync.downloads import Downloads


def test_a_cancelled_download_ends_and_comes_when_asked_again(
    base: Base, backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = backend.add_ticket()
    file = {"remote_id": "f1", "name": "a.txt", "size": 280_000}
    backend.add_entry(ticket, "with a file", attachments=[file])
    with base.engine() as client:
        client.call("sync.once")
        (found,) = base.reader.all("SELECT id FROM attachment")

        def after_the_first_piece(*_: Any, **__: Any) -> None:
            client.call("attachment.cancel", attachment_id=found[0])

        with monkeypatch.context() as patch:
            patch.setattr(Downloads, "_tell", after_the_first_piece)
            with pytest.raises(WorkspaceError, match="cancelled"):
                client.call("attachment.get", attachment_id=found[0])
        (row,) = base.reader.all("SELECT file FROM attachment")
        assert row == ("",)
        assert not list(base.attachments().names())
        client.call("attachment.cancel", attachment_id=found[0])  # nothing runs: no harm later
        name = client.call("attachment.get", attachment_id=found[0])["file"]
        with base.attachments().open(name) as stream:
            assert len(stream.read()) == 280_000
