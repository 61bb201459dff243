"""The negative control: an engine that sends again whatever it has no answer for.

As many programs do it: what was under way when it died, or has no clear answer, is sent once more,
under a new key, without a look at the backend. A fault run that shows no duplicates with this
engine proves nothing about the real one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from workspace.domain.commands import new_command_id
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.outbox import Outbox
from workspace.store.outbox_entry import OutboxEntry
from workspace.sync import push
from workspace.sync.connectors.contract import Outgoing
from workspace.sync.service import run_engine


class ForgetfulOutbox(Outbox):
    """Takes whatever was being sent for unsent."""

    def recover(self, settle_ms: int = 30_000) -> list[str]:
        found = super().recover(settle_ms)
        for command_id in found:
            self.mark_queued(command_id, 0)
        return found


class HastyPusher(push.Pusher):
    """No clear answer counts as not sent."""

    def _in_doubt(self, entry: OutboxEntry, reason: str) -> None:
        self._outbox.mark_queued(entry.id, 0)


def without_a_key(entry: OutboxEntry) -> Outgoing:
    """Every try looks like another command."""
    outgoing = _outgoing(entry)
    return Outgoing(
        ticket=outgoing.ticket,
        command=outgoing.command,
        key=new_command_id(),
        base_revision=outgoing.base_revision,
        base_entry=outgoing.base_entry,
        first_try_at=outgoing.first_try_at,
        last_try_at=outgoing.last_try_at,
    )


_outgoing = push._outgoing


def main() -> int:
    from workspace.sync import account_room, service

    push._outgoing = without_a_key
    setattr(service, "Outbox", ForgetfulOutbox)  # noqa: B010
    setattr(account_room, "Pusher", HastyPusher)  # noqa: B010
    return run_engine(Paths(Path(sys.argv[1])), MasterKey.from_hex(sys.stdin.readline()), stay=True)


if __name__ == "__main__":
    sys.exit(main())
