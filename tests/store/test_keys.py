"""The master key: passphrase, recovery code, and every keyring that must not be used."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyring.backends.fail import Keyring as FailKeyring

from workspace import key_wrapping, keys
from workspace.domain.errors import KeyUnavailable
from workspace.keys import MasterKey, keep, new_recovery_code, recover, unlock
from workspace.paths import Paths
from workspace.store.migrations import migrate


class MemoryKeyring:
    """Stands where the operating system's keyring would, for what only depends on its answers."""

    priority = 5.0
    held: dict[tuple[str, str], str]

    def get_password(self, service: str, name: str) -> str | None:
        return self.held.get((service, name))

    def set_password(self, service: str, name: str, value: str) -> None:
        if len(value) > 1280:  # what a Windows credential holds
            raise ValueError("too long")
        self.held[service, name] = value


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> type[MemoryKeyring]:
    """In place of the Secret Service."""
    import keyring.backends.SecretService as module

    place = type("Keyring", (MemoryKeyring,), {"held": {}})
    monkeypatch.setattr(module, "Keyring", place)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    return place


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session without any: no bus to ask."""
    if sys.platform == "win32":
        pytest.skip("there is always one")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text("열려라 참깨\n", encoding="utf-8")
    return file


def record(paths: Paths) -> dict[str, object]:
    read: dict[str, object] = json.loads(paths.keys_file.read_text(encoding="utf-8"))
    return read


# --- Sub-keys ----------------------------------------------------------------------------------


def test_sub_keys_are_hkdf_and_differ_by_purpose() -> None:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = MasterKey(bytes(range(32)))
    expected = HKDF(SHA256(), 32, None, b"workspace/cache").derive(bytes(range(32)))
    assert key.subkey("cache") == expected
    assert len({key.subkey(p) for p in ("cache", "journal", "desk", "secrets", "audit")}) == 5
    assert MasterKey.from_hex(key.to_hex() + "\n").to_hex() == key.to_hex()
    assert key.to_hex() not in f"{key!r} {key}"


# --- Passphrase --------------------------------------------------------------------------------


def test_a_passphrase_opens_what_it_made(paths: Paths, passphrase: Path) -> None:
    key = unlock(paths, passphrase)
    assert unlock(paths, passphrase).to_hex() == key.to_hex()
    passphrase.write_bytes("열려라 참깨".encode())  # without the end of line: the same
    assert unlock(paths, passphrase).to_hex() == key.to_hex()
    text = paths.keys_file.read_text(encoding="utf-8")
    assert key.to_hex() not in text
    assert "참깨" not in text
    assert keys.kept_in(paths) == "passphrase"


def test_a_wrong_missing_or_empty_passphrase_is_told(
    paths: Paths, passphrase: Path, tmp_path: Path
) -> None:
    unlock(paths, passphrase)
    before = paths.keys_file.read_bytes()
    passphrase.write_text("sesame", encoding="utf-8")
    with pytest.raises(KeyUnavailable, match="passphrase is wrong"):
        unlock(paths, passphrase)
    passphrase.write_text("\n", encoding="utf-8")
    with pytest.raises(KeyUnavailable, match="empty"):
        unlock(paths, passphrase)
    with pytest.raises(KeyUnavailable, match="can't be read"):
        unlock(paths, tmp_path / "none")
    with pytest.raises(KeyUnavailable, match="under a passphrase"):
        unlock(paths)
    assert paths.keys_file.read_bytes() == before


def test_one_guess_of_a_passphrase_is_expensive(paths: Paths, passphrase: Path) -> None:
    unlock(paths, passphrase)
    wrapped = record(paths)["passphrase"]
    assert isinstance(wrapped, dict)
    assert wrapped["kdf"] == "argon2id"
    assert wrapped["memory_kib"] >= 64 * 1024
    assert wrapped["iterations"] >= 3


def test_without_create_nothing_comes_into_being(paths: Paths, passphrase: Path) -> None:
    with pytest.raises(KeyUnavailable, match="not been used"):
        unlock(paths, passphrase, create=False)
    assert not paths.keys_file.exists()


def test_two_first_starts_at_once_make_one_key(paths: Paths, passphrase: Path) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(unlock(paths, passphrase).to_hex()))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3
    assert len(set(found)) == 1


# --- Recovery code -----------------------------------------------------------------------------


def test_a_recovery_code_can_be_typed_back_however(paths: Paths, passphrase: Path) -> None:
    key = unlock(paths, passphrase)
    assert not keys.has_recovery_code(paths)
    code = new_recovery_code(paths, key)
    assert keys.has_recovery_code(paths)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", code)
    for typed in (code, code.lower(), code.replace("-", " "), f" {code.replace('0', 'o')}\n"):
        assert recover(paths, typed).to_hex() == key.to_hex()
    assert unlock(paths, passphrase).to_hex() == key.to_hex()


def test_the_newest_code_alone_is_good(paths: Paths, passphrase: Path) -> None:
    key = unlock(paths, passphrase)
    old, new = new_recovery_code(paths, key), new_recovery_code(paths, key)
    assert recover(paths, new).to_hex() == key.to_hex()
    with pytest.raises(KeyUnavailable, match="not the one"):
        recover(paths, old)


def test_a_code_for_another_key_is_not_made(paths: Paths, passphrase: Path) -> None:
    unlock(paths, passphrase)
    for change in (new_recovery_code, keep):
        with pytest.raises(KeyUnavailable, match="not the one"):
            change(paths, MasterKey.generate())


@settings(deadline=None)
@given(st.integers(0, 27), st.sampled_from(key_wrapping.CODE_ALPHABET))
def test_a_slip_of_one_character_is_called_that(at: int, symbol: str) -> None:
    symbols = "0123456789ABCDEFGHJKMNPQRS"
    code = symbols + key_wrapping.check_symbols(symbols)
    slipped = code[:at] + symbol + code[at + 1 :]
    if slipped != code and key_wrapping.check_symbols(slipped[:26]) != slipped[26:]:
        with pytest.raises(KeyUnavailable, match="typing error"):
            key_wrapping.symbols_of(slipped)
    assert key_wrapping.symbols_of(code) == symbols


@pytest.mark.parametrize("typed", ["", "ABCD", "한글한글", "U" * 28, "0" * 400])
def test_nonsense_is_no_code(paths: Paths, passphrase: Path, typed: str) -> None:
    new_recovery_code(paths, unlock(paths, passphrase))
    with pytest.raises(KeyUnavailable, match="typing error"):
        recover(paths, typed)


def test_without_a_code_there_is_no_way_back(paths: Paths, passphrase: Path) -> None:
    unlock(paths, passphrase)
    with pytest.raises(KeyUnavailable, match="No recovery code"):
        recover(paths, "0000")


# --- keys.json ---------------------------------------------------------------------------------


@pytest.mark.parametrize("wreck", [b"", b"{}", b"\xff", b'{"version": 1}', b"[1"])
def test_a_damaged_keys_file_is_left_as_it_is(paths: Paths, passphrase: Path, wreck: bytes) -> None:
    paths.keys_file.write_bytes(wreck)
    with pytest.raises(KeyUnavailable, match="damaged"):
        unlock(paths, passphrase)
    assert paths.keys_file.read_bytes() == wreck


def test_a_lost_keys_file_never_leads_to_a_second_key(
    paths: Paths, key: MasterKey, passphrase: Path
) -> None:
    migrate(paths, key)
    with pytest.raises(KeyUnavailable, match=r"keys\.json is missing"):
        unlock(paths, passphrase)
    assert not paths.keys_file.exists()


# --- Keyrings ----------------------------------------------------------------------------------


def test_the_keyring_is_used_and_remembered_by_name(
    paths: Paths, keyring: type[MemoryKeyring]
) -> None:
    key = unlock(paths)
    assert list(keyring.held.values()) == [key.to_hex()]
    assert record(paths)["keyring"] == "Secret Service"
    assert unlock(paths).to_hex() == key.to_hex()
    assert key.to_hex() not in paths.keys_file.read_text(encoding="utf-8")


def test_without_keyring_and_passphrase_it_says_what_to_do(paths: Paths, no_keyring: None) -> None:
    with pytest.raises(KeyUnavailable) as raised:
        unlock(paths)
    assert "No keyring" in raised.value.message
    assert "--passphrase-file" in raised.value.action
    assert not paths.keys_file.exists()


def test_a_keyring_that_is_gone_is_named_and_nothing_is_replaced(
    paths: Paths,
    keyring: type[MemoryKeyring],
    monkeypatch: pytest.MonkeyPatch,
    passphrase: Path,
) -> None:
    key = unlock(paths)
    before = paths.keys_file.read_bytes()
    import keyring.backends.kwallet as kwallet
    import keyring.backends.SecretService as secret_service

    monkeypatch.setattr(secret_service, "Keyring", FailKeyring)
    monkeypatch.delattr(secret_service, "Keyring")
    with pytest.raises(KeyUnavailable, match=r"lies in Secret Service, (which does not run|but)"):
        unlock(paths)
    other = type("DBusKeyring", (MemoryKeyring,), {"held": {}})
    monkeypatch.setattr(kwallet, "DBusKeyring", other)
    with pytest.raises(KeyUnavailable, match=r"lies in Secret Service, but .* offers KWallet"):
        unlock(paths)
    with pytest.raises(KeyUnavailable, match=r"lies in the keyring \(Secret Service\)"):
        unlock(paths, passphrase)
    assert paths.keys_file.read_bytes() == before
    assert other.held == {}
    keep(paths, key)  # as after the recovery code
    assert unlock(paths).to_hex() == key.to_hex()
    assert record(paths)["keyring"] == "KWallet"


def test_where_two_run_the_one_that_holds_the_key_is_asked(
    paths: Paths, keyring: type[MemoryKeyring], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = unlock(paths)
    import keyring.backends.kwallet as kwallet

    better = type("DBusKeyring", (MemoryKeyring,), {"held": {}, "priority": 9.0})
    monkeypatch.setattr(kwallet, "DBusKeyring", better)
    assert unlock(paths).to_hex() == key.to_hex()


@pytest.mark.parametrize(
    "backend",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "keyrings.alt.file.PlaintextKeyring",
        "keyrings.alt.file.EncryptedKeyring",
    ],
)
def test_other_stores_are_refused_by_name(
    paths: Paths, keyring: type[MemoryKeyring], monkeypatch: pytest.MonkeyPatch, backend: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    with pytest.raises(KeyUnavailable, match=re.escape(backend)):
        unlock(paths)
    assert keyring.held == {}
    assert not paths.keys_file.exists()


def test_a_foreign_or_spoilt_entry_is_not_taken(paths: Paths, keyring: type[MemoryKeyring]) -> None:
    unlock(paths)
    (place,) = keyring.held
    for value, told in (("a" * 64, "not the one"), ("secret", "not a key")):
        keyring.held[place] = value
        with pytest.raises(KeyUnavailable, match=told):
            unlock(paths)
    keyring.held.clear()
    with pytest.raises(KeyUnavailable, match="no longer holds"):
        unlock(paths)


def test_a_keyring_that_forgets_is_not_trusted(
    paths: Paths, keyring: type[MemoryKeyring], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "set_password", lambda *_: None)
    with pytest.raises(KeyUnavailable, match="did not keep"):
        unlock(paths)
    assert not paths.keys_file.exists()


def test_a_prompt_that_nobody_answers_does_not_hang_the_program(
    paths: Paths, keyring: type[MemoryKeyring], monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = threading.Event()
    monkeypatch.setattr(keyring, "get_password", lambda *_: answered.wait())
    with pytest.raises(KeyUnavailable, match="did not answer"):
        unlock(paths, wait_s=0.2)
    answered.set()


def test_whatever_a_keyring_raises_is_told_without_its_words(
    paths: Paths, keyring: type[MemoryKeyring], monkeypatch: pytest.MonkeyPatch
) -> None:
    from keyring.errors import KeyringLocked

    def fails(error: Exception) -> object:
        def call(*_: object) -> None:
            raise error

        return call

    monkeypatch.setattr(keyring, "set_password", fails(KeyringLocked("secret words")))
    with pytest.raises(KeyUnavailable, match="is locked") as raised:
        unlock(paths)
    assert "secret words" not in raised.value.message + raised.value.action
    monkeypatch.setattr(keyring, "set_password", fails(RuntimeError("secret words")))
    with pytest.raises(KeyUnavailable, match="RuntimeError"):
        unlock(paths)


def test_keyring_is_imported_only_when_it_is_asked(paths: Paths, passphrase: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from workspace.keys import unlock;"
        "from workspace.paths import Paths;"
        "unlock(Paths(Path(sys.argv[1])), Path(sys.argv[2]));"
        "sys.exit(1 if 'keyring' in sys.modules else 0)"
    )
    subprocess.run([sys.executable, "-c", script, str(paths.base), str(passphrase)], check=True)
    assert os.path.exists(paths.keys_file)
