"""The key is changed in a real Secret Service: the old entry goes, the new one opens."""

from __future__ import annotations

from pathlib import Path

from tests.store.test_secret_service import in_session, installed

__all__ = ["installed"]

SETUP = """
from workspace.store.migrations import migrate
from workspace.store.accounts import Accounts
from workspace.store.rotation import rotate
from workspace.store.connect import Reader
from workspace import os_keyring
import json
key = unlock(paths)
migrate(paths, key)
accounts = Accounts(paths, key)
accounts.add("store", "rt", "", {}, "a token")
accounts.close()
old_entry = json.loads(paths.keys_file.read_bytes())["base"]
"""


def test_the_new_key_is_in_the_keyring_and_the_old_one_is_not(tmp_path: Path) -> None:
    script = SETUP + (
        "code = rotate(paths, key, None, 5)\n"
        "now = unlock(paths)\n"
        "Reader(paths, now).close()\n"
        "assert [one.secret for one in Accounts(paths, now).all()] == ['a token']\n"
        "print(now.to_hex() != key.to_hex(), recover(paths, code).to_hex() == now.to_hex())\n"
        "print(os_keyring.read(old_entry, 'Secret Service', 5))\n"
    )
    changed, old = in_session(tmp_path, script).splitlines()
    assert (changed, old) == ("True True", "None")


def test_a_locked_keyring_leaves_the_old_key_in_force(tmp_path: Path) -> None:
    in_session(tmp_path, SETUP + "print(key.to_hex(), file=open(base / 'held', 'w'))")
    said = in_session(
        tmp_path,
        "from workspace.keys import MasterKey\n"
        "from workspace.store.rotation import rotate\n"
        "import workspace.keys as keys\n"
        "keys.KEYRING_WAIT_S = 3.0\n"
        "key = MasterKey.from_hex((base / 'held').read_text())\n"
        "print(told(lambda: rotate(paths, key, None, 5)))",
        unlocked=False,
    )
    assert said != "nothing"
    script = (
        "from workspace.store.accounts import Accounts\n"
        "print([account.secret for account in Accounts(paths, unlock(paths)).all()])"
    )
    assert in_session(tmp_path, script) == "['a token']"
