"""Accounts keep their secrets sealed and to themselves."""

from __future__ import annotations

import pytest

from tests.conftest import SetClock
from workspace.domain.commands import AddNote
from workspace.domain.errors import NotFound, UsageError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Accounts
from workspace.store.connect import open_database
from workspace.store.journal import JournalDoor
from workspace.store.migrations import migrate


@pytest.fixture
def accounts(paths: Paths, key: MasterKey) -> Accounts:
    migrate(paths, key)
    return Accounts(paths, key)


def test_an_account_comes_back_as_it_was_kept(accounts: Accounts) -> None:
    secret = "tökên-" + "긴 토큰" * 1000  # longer than a Windows credential may be
    identity = accounts.add("store", "desk", "https://x", {"folder": "상담"}, secret)
    (account,) = accounts.all()
    assert (account.id, account.name, account.connector) == (identity, "store", "desk")
    assert account.settings == {"folder": "상담"}
    assert account.secret == secret
    assert "tök" not in repr(account)


@pytest.mark.parametrize("name", ["", "Store", "a b", "상담", "a:b", "a\n"])
def test_names_that_a_reference_could_not_hold_are_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(UsageError):
        accounts.add(name, "desk", "", {}, "")


def test_a_name_is_given_once(accounts: Accounts) -> None:
    accounts.add("store", "desk", "", {}, "")
    with pytest.raises(UsageError, match="already"):
        accounts.add("store", "rt", "", {}, "")


def test_a_secret_opens_only_under_its_own_name(
    accounts: Accounts, paths: Paths, key: MasterKey
) -> None:
    accounts.add("mine", "desk", "", {}, "my secret")
    accounts.add("yours", "desk", "", {}, "your secret")
    with open_database(paths.journal_db, key.subkey("journal")) as connection:
        connection.execute(
            "UPDATE account SET secret = (SELECT secret FROM account WHERE name = 'yours')"
            " WHERE name = 'mine'"
        )
    connection.close()
    mine, yours = accounts.all()
    assert mine.secret_lost
    assert mine.secret == ""
    assert yours.secret == "your secret"


def test_changing_pausing_removing(accounts: Accounts) -> None:
    accounts.add("store", "rt", "https://old", {"a": "1"}, "old")
    accounts.change("store", url="https://new", secret="new")
    accounts.set_paused("store", True)
    account = accounts.get("store")
    assert (account.url, account.secret, account.paused) == ("https://new", "new", True)
    assert account.settings == {"a": "1"}
    accounts.remove("store")
    for call in (accounts.get, accounts.remove, lambda name: accounts.set_paused(name, False)):
        with pytest.raises(NotFound):
            call("store")


def test_removing_never_takes_unsent_work_along_unasked(
    accounts: Accounts, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    identity = accounts.add("store", "desk", "", {}, "")
    door = JournalDoor(paths, key, set_clock)
    door.enqueue(identity, "7", [AddNote(text="x")], base_revision=0, base_entry="")
    with pytest.raises(UsageError, match="1 unsent"):
        accounts.remove("store")
    accounts.remove("store", discard_unsent=True)
    assert accounts.all() == []


def test_ids_are_never_given_again(accounts: Accounts) -> None:
    first = accounts.add("store", "desk", "", {}, "")
    accounts.remove("store")
    assert accounts.add("store", "desk", "", {}, "") > first
