"""What is erased, too old, or signed out is in no byte of the decrypted files; the rest stays."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.builders import START, StoreForTests, a_store
from tests.cli.conftest import CommandLine
from tests.conftest import SetClock
from tests.security.test_desk_on_another_machine import desk, workspace
from workspace.clock import SystemClock
from workspace.domain.commands import AddNote, SendReply
from workspace.domain.errors import WorkspaceError
from workspace.domain.items import Address, PersonItem
from workspace.domain.words import Status
from workspace.ipc.client import connect_or_start
from workspace.keys import MasterKey, unlock
from workspace.log import setup_logging
from workspace.paths import Paths
from workspace.settings import Settings, save_settings
from workspace.sqlcipher import open_database
from workspace.store.erasure import erase_contact
from workspace.store.files import SealedFiles
from workspace.store.journal_file import PER_TICKET
from workspace.store.queries.rows import DraftRow, LocalNoteRow
from workspace.store.queries.search import search
from workspace.sync.service import Engine

__all__ = ["desk", "workspace"]

GONE, STAYS = "Vogelgesang", "Bystander"
DAY = 24 * 3600 * 1000


def bytes_of(paths: Paths, key: MasterKey) -> dict[str, bytes]:
    """Every file in the clear: each page of a database, free ones too, and of its log."""
    found: dict[str, bytes] = {}
    for path in (item for item in paths.base.rglob("*") if item.is_file()):
        name = path.relative_to(paths.base).as_posix()
        found[name] = data = path.read_bytes()
        stem = path.name.removesuffix("-wal")
        purpose = {"cache.db": "cache", "desk.db": "desk", "journal.db": "journal"}.get(stem)
        purpose = "journal" if path.name == "journal.copy" else purpose
        if purpose and data:
            numbered = frames(data) if path.name.endswith("-wal") else numbered_pages(data)
            found[name] = b"".join(clear(page, n, key.subkey(purpose)) for n, page in numbered)
    for purpose in ("attachments", "outgoing"):
        files = SealedFiles(paths.base / purpose, key.subkey(purpose))
        found |= {f"{purpose}/{n}": files.open(n).read() for n in files.names()}
    return found


PAGE, RESERVED, SALT, WAL_HEADER, FRAME_HEADER = 4096, 80, 16, 32, 24


def numbered_pages(data: bytes) -> Iterator[tuple[int, bytes]]:
    for at in range(0, len(data), PAGE):
        yield at // PAGE + 1, data[at : at + PAGE]


def frames(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Pages of a write-ahead log, old generations included."""
    for at in range(WAL_HEADER, len(data), FRAME_HEADER + PAGE):
        number = int.from_bytes(data[at : at + 4], "big")
        yield number, data[at + FRAME_HEADER : at + FRAME_HEADER + PAGE]


def clear(page: bytes, number: int, key: bytes) -> bytes:
    """One page as SQLCipher 4 encrypts it: AES-256-CBC, the IV in the reserved end."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    body = page[SALT if number == 1 else 0 : PAGE - RESERVED]
    iv = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    opened = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return opened.update(body) + opened.finalize()


def holding(found: dict[str, bytes], word: str) -> list[str]:
    spelt = (word, word.lower(), word.upper())
    forms = [form.encode(code) for form in spelt for code in ("utf-8", "utf-16-le")]
    return [name for name, data in found.items() if any(form in data for form in forms)]


@dataclass
class Scene:
    paths: Paths
    key: MasterKey
    store: StoreForTests


@pytest.fixture
def scene(paths: Paths, key: MasterKey, set_clock: SetClock) -> Iterator[Scene]:
    store = a_store(paths, key, set_clock)
    store.account("store", connector="rt")
    yield Scene(paths, key, store)
    store.close()


def a_history(
    scene: Scene, name: str, tickets: int = 4, *, queues: bool = True, **fields: object
) -> list[str]:
    """A contact with tickets, attachments, drafts, commands and notes; their name in all."""
    store = scene.store
    person = PersonItem(
        remote_id=f"p-{name}",
        name=f"{name} Kim",
        organization=name,
        note=name,
        tags=(name,),
        addresses=(Address("email", f"{name}@example.com"), Address("phone", "010-1234-5678")),
    )
    sealed = SealedFiles(scene.paths.attachments, scene.key.subkey("attachments"))
    refs = []
    for number in range(tickets):
        ticket = store.ticket(
            subject=f"{name} asks {number}",
            requester=person,
            tags=(name,),
            cc=(f"{name}@example.com",),
            custom_fields={"who": [name]},
            **fields,
        )
        refs.append(ticket.remote_id)
        for _ in range(5):
            store.message(
                ticket,
                f"hello from {name}",
                html=f"<p>{name}</p>",
                author_name=name,
                author_address=f"{name}@example.com",
                author_remote_id=f"p-{name}",
                attachments=(store.attachment(f"{name}.txt"),),
            )
        store.note(ticket, f"about {name}")
        store.write()
        file, _, _ = sealed.write([name.encode() * 5_000])
        (attachment,) = store.reader().one(
            "SELECT a.id FROM attachment AS a JOIN entry AS e ON e.id = a.entry_id"
            " JOIN ticket AS t ON t.id = e.ticket_id WHERE t.remote_id = ?",
            (ticket.remote_id,),
        ) or (0,)
        store.writer.attachment_stored(attachment, file)
        out = store.journal.add_file(f"{name}.txt", "text/plain", io.BytesIO(name.encode() * 9_000))
        store.journal.enqueue(
            1,
            ticket.remote_id,
            [
                AddNote(text=name, attachments=(out,)),
                SendReply(text=name, channel="email", recipient=name),
            ],
            base_revision=0,
            base_entry="",
        )
        store.journal.add_local_note(1, ticket.remote_id, name)
        _keep_more(scene, ticket.remote_id, name, queues)
        store.journal.save_draft(
            DraftRow(
                account_id=1,
                ticket_remote_id=ticket.remote_id,
                mode="reply",
                text=name,
                html=name,
                channel="email",
                recipient=name,
                attachments="[]",
                base_entry="",
                updated_at=0,
            )
        )
    return refs


def _keep_more(scene: Scene, ticket: str, name: str, queues: bool) -> None:
    """What else the journal keeps about a ticket, or with a customer's name in it."""
    journal = open_database(scene.paths.journal_db, scene.key.subkey("journal"))
    journal.execute(
        "INSERT INTO draft_version (account_id, ticket_remote_id, mode, text, html, recipient,"
        " kept_at) VALUES (1, ?, 'reply', ?, ?, ?, 0)",
        (ticket, name, name, name),
    )
    journal.execute(
        "INSERT INTO snooze (account_id, ticket_remote_id, until, created_at) VALUES (1, ?, 9, 0)",
        (ticket,),
    )
    if queues:  # of the agent, whatever becomes of an account or of old tickets
        journal.execute(
            "INSERT INTO saved_queue (id, name, conditions, created_at) VALUES (?, ?, ?, 0)",
            (f"{ticket}-{name}", f"All of {name}", f"from:{name}@example.com status:open"),
        )
        journal.execute("INSERT OR IGNORE INTO own_word VALUES (?, 0)", (name.title(),))
    journal.close()


def test_one_contact_leaves_every_byte_and_the_others_stay(scene: Scene) -> None:
    refs = a_history(scene, GONE)
    others = a_history(scene, STAYS)
    scene.store.message(
        others[0],
        f"{GONE} wrote here too",
        author_name=GONE,
        author_address=f"{GONE}@Example.com",
        created_at=START + 10**9,
    )
    scene.store.write()
    logs = setup_logging(scene.paths, "cli")
    logging.getLogger("workspace").info("a line about %s that should never have been", GONE)
    logging.getLogger("workspace").info("another line")
    logs.close()
    scene.paths.quarantine.mkdir()
    (scene.paths.quarantine / "damaged").write_bytes(b"a damaged copy")
    before = bytes_of(scene.paths, scene.key)
    assert {"cache.db-wal", "journal.db-wal", "logs/cli.log"} <= set(holding(before, GONE))
    scene.store.close()

    erased = erase_contact(
        scene.paths, scene.key, SystemClock(), {f"{GONE.upper()}@example.com"}, set()
    )
    assert (erased.tickets, erased.entries) == (len(refs), 1)
    assert erased.files == len(refs)

    after = bytes_of(scene.paths, scene.key)
    assert holding(after, GONE) == []
    kept = set(holding(after, STAYS))
    assert {"cache.db", "journal.db"} <= kept
    assert sum(name.startswith("outgoing/") for name in kept) == len(others)
    assert sum(name.startswith("attachments/") for name in kept) == len(others)
    assert not (scene.paths.quarantine / "damaged").exists()
    assert "another line" in (scene.paths.logs / "cli.log").read_text()
    scene.store = a_store(scene.paths, scene.key)
    reader = scene.store.reader()
    assert search(reader, GONE).hits == ()
    assert len(search(reader, STAYS).hits) >= len(others)
    assert reader.one("SELECT count(*) FROM ticket") == (len(others),)
    told = reader.one("SELECT action, detail FROM journal.audit ORDER BY seq DESC LIMIT 1")
    assert told == ("contact.erased", f"tickets={len(refs)}")


def test_whatever_is_kept_about_a_ticket_is_forgotten_with_it(scene: Scene) -> None:
    """A table that is new in the journal must be told to whoever erases, or be named here."""
    journal = open_database(scene.paths.journal_db, scene.key.subkey("journal"), read_only=True)
    columns = {
        table: {row[1] for row in journal.execute(f'PRAGMA table_info("{table}")')}
        for (table,) in journal.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    journal.close()
    assert {name for name, has in columns.items() if "ticket_remote_id" in has} == set(PER_TICKET)
    assert {name for name, has in columns.items() if "ticket_remote_id" not in has} == {
        *("account", "audit", "outgoing_file", "sqlite_sequence"),  # no words of customers
        *("contact", "link", "saved_queue", "own_word"),  # erased by the person
    }


def test_queues_that_only_sound_alike_stay(scene: Scene) -> None:
    a_history(scene, GONE, tickets=1)
    journal = open_database(scene.paths.journal_db, scene.key.subkey("journal"))
    for name, conditions in (("Kims Vogelgesangs", "text:vogelgesangverein"), ("VIP", "tag:vip")):
        journal.execute(
            "INSERT INTO saved_queue (id, name, conditions, created_at) VALUES (?, ?, ?, 0)",
            (name, name, conditions),
        )
    journal.execute("INSERT INTO own_word VALUES ('Vogelgesangverein', 0)")
    journal.close()
    scene.store.close()
    erase_contact(scene.paths, scene.key, SystemClock(), {f"{GONE}@example.com"}, set())
    journal = open_database(scene.paths.journal_db, scene.key.subkey("journal"), read_only=True)
    left = {row[0] for row in journal.execute("SELECT name FROM saved_queue")}
    words = journal.execute("SELECT word FROM own_word").fetchall()
    journal.close()
    assert left == {"Kims Vogelgesangs", "VIP"}
    assert words == [("Vogelgesangverein",)]


def test_deleting_alone_would_not_have_been_enough(scene: Scene) -> None:
    """The control: before the rewriting the words are still in free pages, index and log."""
    a_history(scene, GONE, tickets=1)
    writer = scene.store.writer
    writer.erase_contact(writer.find_contact({f"{GONE}@example.com"}, set()))
    left = holding(bytes_of(scene.paths, scene.key), GONE)
    assert {"cache.db", "cache.db-wal"} & set(left)
    writer.compact()
    left = holding(bytes_of(scene.paths, scene.key), GONE)
    assert not {"cache.db", "cache.db-wal"} & set(left)


def test_a_linked_record_at_another_backend_goes_with_it(scene: Scene) -> None:
    a_history(scene, GONE, tickets=1)
    store = scene.store
    store.account("second", connector="rt")
    other = PersonItem(
        remote_id="other", name="Other name", addresses=(Address("email", "o@example.com"),)
    )
    store.ticket(subject="elsewhere", requester=other)
    store.write()
    journal = open_database(scene.paths.journal_db, scene.key.subkey("journal"))
    journal.execute("INSERT INTO contact (id, name, created_at) VALUES ('c', ?, 0)", (GONE,))
    for account, person in ((1, f"p-{GONE}"), (2, "other")):
        journal.execute(
            "INSERT INTO link (contact_id, account_id, person_remote_id, how, created_at)"
            " VALUES ('c', ?, ?, 'agent', 0)",
            (account, person),
        )
    journal.close()
    store.close()
    erased = erase_contact(scene.paths, scene.key, SystemClock(), {f"{GONE}@example.com"}, set())
    assert erased.tickets == 2


def test_notes_kept_here_that_name_them_in_full_go_with_them(scene: Scene) -> None:
    store = scene.store
    who = PersonItem(
        remote_id="p", name="Ada Quill", addresses=(Address("email", "ada@example.com"),)
    )
    hangul = PersonItem(remote_id="q", name="김하늘", addresses=who.addresses)
    store.ticket(subject="one", requester=who)
    store.ticket(subject="two", requester=hangul)
    other = store.ticket(subject="of somebody else", requester=None)
    store.write()
    for text in (
        "as for ada quill last year",
        "write to ADA@example.com too",
        "김하늘은 언니",
        "Ada Quillson is another",
        "Ada alone says too little",
        "bada@example.com is another",
    ):
        store.journal.add_local_note(1, other.remote_id, text)
    store.close()
    erased = erase_contact(scene.paths, scene.key, SystemClock(), {"ada@example.com"}, set())
    assert erased.written == 3
    with a_store(scene.paths, scene.key) as left:
        texts = {row[0] for row in left.reader().all("SELECT text FROM journal.local_note")}
    assert texts == {
        "Ada Quillson is another",
        "Ada alone says too little",
        "bada@example.com is another",
    }


def test_retention_drops_what_rested_too_long(scene: Scene) -> None:
    store = scene.store
    now = SystemClock().now_ms()
    old: dict[str, object] = {
        "status": Status.SOLVED,
        "updated_at": now - 40 * DAY,
        "created_at": now - 50 * DAY,
    }
    gone = store.ticket(subject=f"{GONE} old and solved", requester=None, **old)
    store.message(gone, f"hello {GONE}", author_name=GONE, author_address="g@example.com")
    fresh = store.ticket(
        subject="Fresh and solved", requester=None, **{**old, "updated_at": now - 5 * DAY}
    )
    still = store.ticket(subject="Old and open", requester=None, **{**old, "status": Status.OPEN})
    draft = store.ticket(subject="Old with a draft", requester=None, **old)
    noted = store.ticket(subject="Old, with a note of these days", requester=None, **old)
    store.write()
    then = now - 45 * DAY
    store.journal.restore_local_note(LocalNoteRow("old", 1, gone.remote_id, GONE, then))
    store.journal.add_local_note(1, noted.remote_id, "ask again in spring")
    _keep_more(scene, gone.remote_id, GONE, False)
    store.journal.save_draft(
        DraftRow(
            account_id=1,
            ticket_remote_id=draft.remote_id,
            mode="note",
            text="words",
            html=None,
            channel="",
            recipient="",
            attachments="[]",
            base_entry="",
            updated_at=0,
        )
    )
    store.close()
    save_settings(scene.paths.settings_file, Settings(keep_days=30))
    engine = Engine(scene.paths, scene.key, load=_no_connector)
    engine._drop_old(*_parts(engine))
    engine.stop()
    engine.run()
    scene.store = a_store(scene.paths, scene.key)
    left = {row[0] for row in scene.store.reader().all("SELECT remote_id FROM ticket")}
    assert left == {fresh.remote_id, still.remote_id, draft.remote_id, noted.remote_id}
    notes = scene.store.reader().all("SELECT text FROM journal.local_note")
    assert notes == [("ask again in spring",)]
    scene.store.close()
    assert holding(bytes_of(scene.paths, scene.key), GONE) == []


def _no_connector(name: str, paths: object) -> object:
    raise WorkspaceError(f"no {name} here")


def _parts(engine: Engine) -> tuple[object, object]:
    return engine.rooms._shared.cache, engine.rooms._shared.outbox


def test_signing_out_wipes_an_account(scene: Scene) -> None:
    a_history(scene, GONE, queues=False)
    scene.store.account("second", connector="rt")
    scene.store.close()
    client = connect_or_start(scene.paths, scene.key, "tests", None)
    with pytest.raises(WorkspaceError, match="unsent commands"):
        client.call("account.remove", timeout_s=60, name="store")
    with pytest.raises(WorkspaceError, match="4 notes are kept on this computer only"):
        client.call("account.remove", timeout_s=60, name="store", discard_unsent=True)
    client.call(
        "account.remove", timeout_s=60, name="store", discard_unsent=True, discard_notes=True
    )
    client.call("stop", timeout_s=20)
    client.close()
    from filelock import FileLock

    with FileLock(scene.paths.engine_lock, timeout=30):
        found = bytes_of(scene.paths, scene.key)
    assert holding(found, GONE) == []
    assert [name for name in found if name.startswith(("attachments/", "outgoing/"))] == []
    assert holding(found, "secret of store") == []


def test_the_command_erases_from_the_embedded_desk_too(desk: CommandLine) -> None:
    refused = desk("erase", "min-ji.kim@example.com")
    assert refused.code == 2
    tickets = desk.ok("tickets")
    ref = next(one["ref"] for one in tickets if "Min-ji" in one["requester"]["name"])
    told = desk.ok("erase", ref, "--yes")
    assert told["tickets"] == 1
    left = desk.ok("tickets", "--queue", "all")
    assert [one["subject"] for one in left] == ["Invoice without VAT number"]
    desk.ok("sync", "--once")
    assert len(desk.ok("tickets", "--queue", "all")) == 1  # the desk does not bring it back
    assert desk.ok("search", "반품") == []
    paths = Paths(desk.base)
    key = unlock(paths, desk.passphrase_file)
    from workspace.ipc.client import EngineClient

    client = EngineClient(paths, "tests", None)
    if client.connect(5):
        client.call("stop", timeout_s=20)
    client.close()
    from filelock import FileLock

    with FileLock(paths.engine_lock, timeout=30):
        found = bytes_of(paths, key)
    for word in ("Min-ji", "min-ji", "김민지", "신발", "48213"):
        assert holding(found, word) == [], word
    assert holding(found, "Bianchi") != []
    assert json.loads((paths.keys_file).read_bytes())["version"] == 1
