"""Cache, version 3: notes that name the agent, and the queue of tickets where one waits.

Frozen: a change of the tables is a new number. Notes that are here already are looked through for
open tickets only: the other ones nobody waits for.
"""

from __future__ import annotations

from workspace.store.connect import Connection

TABLES = """
CREATE TABLE mention (
  entry_id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (entry_id)
);
CREATE INDEX mention_ticket
  ON mention (ticket_id);
ALTER TABLE ticket ADD COLUMN mentioned_at INTEGER DEFAULT 0 NOT NULL;
CREATE INDEX ticket_mentions
  ON ticket (updated_at DESC, id DESC)
  WHERE mentioned_at > 0 AND gone = 0;
CREATE INDEX ticket_mentions_due
  ON ticket (due_at IS NULL, due_at, updated_at DESC, id DESC)
  WHERE mentioned_at > 0 AND gone = 0;
CREATE INDEX ticket_mentions_mentioned
  ON ticket (mentioned_at DESC, id DESC)
  WHERE mentioned_at > 0 AND gone = 0;
CREATE INDEX ticket_mentions_waiting
  ON ticket (needs_reply DESC, last_entry_at, id)
  WHERE mentioned_at > 0 AND gone = 0;
DROP TRIGGER ticket_counted_insert;
DROP TRIGGER ticket_counted_delete;
DROP TRIGGER ticket_counted_update;
CREATE TRIGGER ticket_counted_insert AFTER INSERT ON ticket WHEN new.gone = 0
BEGIN
  INSERT INTO queue_count (queue, tickets) SELECT queue, 1 FROM (
    SELECT 'all' AS queue WHERE new.gone = 0
    UNION ALL SELECT 'mentions' WHERE new.gone = 0 AND new.mentioned_at > 0
    UNION ALL SELECT 'open' WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'mine'
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
        AND new.mine = 1
    UNION ALL SELECT 'unassigned'
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.assignee = ''
    UNION ALL SELECT 'channel:' || new.channel
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.channel <> ''
    UNION ALL SELECT 'account:' || new.account_id
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'team:' || new.account_id || ':' || new.team
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.team <> ''
  ) WHERE true ON CONFLICT (queue) DO UPDATE SET tickets = tickets + 1;
END;
CREATE TRIGGER ticket_counted_delete AFTER DELETE ON ticket WHEN old.gone = 0
BEGIN
  UPDATE queue_count SET tickets = tickets - 1 WHERE queue IN (
    SELECT 'all' AS queue WHERE old.gone = 0
    UNION ALL SELECT 'mentions' WHERE old.gone = 0 AND old.mentioned_at > 0
    UNION ALL SELECT 'open' WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'mine'
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
        AND old.mine = 1
    UNION ALL SELECT 'unassigned'
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.assignee = ''
    UNION ALL SELECT 'channel:' || old.channel
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.channel <> ''
    UNION ALL SELECT 'account:' || old.account_id
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'team:' || old.account_id || ':' || old.team
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.team <> ''
  );
END;
CREATE TRIGGER ticket_counted_update
  AFTER UPDATE OF gone, status, mine, assignee, channel, team, account_id, mentioned_at ON ticket
  WHEN old.gone IS NOT new.gone OR old.status IS NOT new.status
    OR old.mine IS NOT new.mine OR old.assignee IS NOT new.assignee
    OR old.channel IS NOT new.channel OR old.team IS NOT new.team
    OR old.account_id IS NOT new.account_id
    OR (old.mentioned_at > 0) IS NOT (new.mentioned_at > 0)
BEGIN
  UPDATE queue_count SET tickets = tickets - 1 WHERE queue IN (
    SELECT 'all' AS queue WHERE old.gone = 0
    UNION ALL SELECT 'mentions' WHERE old.gone = 0 AND old.mentioned_at > 0
    UNION ALL SELECT 'open' WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'mine'
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
        AND old.mine = 1
    UNION ALL SELECT 'unassigned'
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.assignee = ''
    UNION ALL SELECT 'channel:' || old.channel
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.channel <> ''
    UNION ALL SELECT 'account:' || old.account_id
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'team:' || old.account_id || ':' || old.team
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.team <> ''
  );
  INSERT INTO queue_count (queue, tickets) SELECT queue, 1 FROM (
    SELECT 'all' AS queue WHERE new.gone = 0
    UNION ALL SELECT 'mentions' WHERE new.gone = 0 AND new.mentioned_at > 0
    UNION ALL SELECT 'open' WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'mine'
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
        AND new.mine = 1
    UNION ALL SELECT 'unassigned'
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.assignee = ''
    UNION ALL SELECT 'channel:' || new.channel
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.channel <> ''
    UNION ALL SELECT 'account:' || new.account_id
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'team:' || new.account_id || ':' || new.team
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.team <> ''
  ) WHERE true ON CONFLICT (queue) DO UPDATE SET tickets = tickets + 1;
END;
"""

AGENTS = "SELECT account_id, remote_id, name, address, me FROM agent"

NOTES = """
SELECT t.account_id, e.id, t.id, e.created_at, e.seq, e.author_remote_id, e.text
FROM ticket AS t INDEXED BY ticket_open CROSS JOIN entry AS e ON e.ticket_id = t.id
WHERE t.status IN ('new','open','pending','on_hold') AND t.gone = 0
  AND e.kind = 'note' AND instr(e.text, '@') > 0
"""

MENTIONED = """
UPDATE ticket SET mentioned_at = coalesce((
  SELECT max(m.created_at) FROM mention AS m
  WHERE m.ticket_id = ticket.id AND NOT EXISTS (
    SELECT 1 FROM entry AS e JOIN agent AS g
      ON g.account_id = ticket.account_id AND g.remote_id = e.author_remote_id AND g.me = 1
    WHERE e.ticket_id = m.ticket_id AND e.kind IN ('message','note')
      AND (e.created_at, e.seq, e.id) > (m.created_at, m.seq, m.entry_id)
  )
), 0)
WHERE id IN (SELECT ticket_id FROM mention)
"""


def bring(connection: Connection) -> None:
    """Make the tables, and find the mentions that are here."""
    from workspace.domain.mentions import Mentions  # a window's start passes by here
    from workspace.store.migrations import statements

    for statement in statements(TABLES):
        connection.execute(statement)
    agents: dict[int, list[tuple[str, str, str, bool]]] = {}
    for account_id, remote_id, name, address, me in connection.execute(AGENTS):
        agents.setdefault(account_id, []).append((remote_id, name, address, bool(me)))
    names = {account_id: Mentions(known) for account_id, known in agents.items()}
    found = [
        (entry, ticket, at, seq)
        for account, entry, ticket, at, seq, author, text in connection.execute(NOTES).fetchall()
        if account in names and names[account].me_by(author, text)
    ]
    connection.executemany("INSERT INTO mention VALUES (?, ?, ?, ?)", found)
    connection.execute(MENTIONED)
