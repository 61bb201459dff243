"""What search asks of the cache: the index, the rows beside it, the entries found."""

FOUND = """
SELECT d.doc, d.entry_id, d.ticket_id, d.created_at
FROM search CROSS JOIN search_doc AS d ON d.doc = search.rowid
WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ?
ORDER BY search.rowid DESC LIMIT ?
"""

WEIGHED = """
SELECT search.rowid, bm25(search, 1.0, 0.0)
FROM search WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ?
ORDER BY search.rowid DESC LIMIT ?
"""

DOCUMENTS = """
SELECT d.doc, d.entry_id, d.ticket_id, d.created_at
FROM json_each(?) AS j CROSS JOIN search_doc AS d ON d.doc = j.value
"""

NEWEST = """
SELECT d.doc, d.entry_id, d.ticket_id, d.created_at
FROM search_doc AS d
WHERE d.doc >= ? AND d.doc < ?
ORDER BY d.doc DESC LIMIT ?
"""

ENTRIES = """
SELECT e.id, e.remote_id, e.kind, e.author_name, e.created_at, e.text
FROM json_each(?) AS j CROSS JOIN entry AS e ON e.id = j.value
"""

TEXTS = """
SELECT e.id, e.text FROM json_each(?) AS j CROSS JOIN entry AS e ON e.id = j.value
"""

WHOLE_ENTRIES = """
SELECT e.id, e.text, e.author_name, e.author_address,
       CASE e.channel WHEN '' THEN t.channel ELSE e.channel END, coalesce(a.name, ''), e.kind,
       CASE e.attachments WHEN 0 THEN '[]' ELSE
         (SELECT json_group_array(f.name) FROM attachment AS f WHERE f.entry_id = e.id) END
FROM json_each(?) AS j
CROSS JOIN entry AS e ON e.id = j.value
CROSS JOIN ticket AS t ON t.id = e.ticket_id
LEFT JOIN journal.account AS a ON a.id = t.account_id
"""

WORDS_OF_ENTRIES = """
SELECT e.id, e.text, e.author_name, e.author_address, '', '', '',
       CASE e.attachments WHEN 0 THEN '[]' ELSE
         (SELECT json_group_array(f.name) FROM attachment AS f WHERE f.entry_id = e.id) END
FROM json_each(?) AS j CROSS JOIN entry AS e ON e.id = j.value
"""
"""The same columns where nobody asks for channel, account or kind: no ticket is read."""

REMOTE_ID = """
SELECT t.id FROM journal.account AS a
CROSS JOIN ticket AS t ON t.account_id = a.id AND t.remote_id = ? AND t.gone = 0
"""

ME = "SELECT account_id, name, address FROM agent WHERE me = 1"

LOCAL_NOTES = """
SELECT n.id, n.text, n.created_at, n.account_id, t.id, t.channel, a.name
FROM journal.local_note AS n
CROSS JOIN journal.account AS a ON a.id = n.account_id
CROSS JOIN ticket AS t
  ON t.account_id = n.account_id AND t.remote_id = n.ticket_remote_id AND t.gone = 0
ORDER BY n.id DESC LIMIT ?
"""
