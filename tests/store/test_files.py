"""Sealed files: they come back as they were, or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workspace.domain.errors import NotFound, StoreError
from workspace.store.files import CHUNK, HEADER, TAG, SealedFiles

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5)


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path / "attachments", bytes(range(32)))


@pytest.mark.parametrize("size", SIZES)
def test_what_was_written_is_read(files: SealedFiles, size: int) -> None:
    data = os.urandom(size)
    name, written, digest = files.write([data])
    assert written == size
    assert len(digest) == 64
    with files.open(name) as stream:
        assert stream.read() == data


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_chunking_and_any_seek_reads_the_same(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    files = SealedFiles(tmp_path_factory.mktemp("sealed"), bytes(32))
    size = data.draw(st.sampled_from(SIZES))
    whole = os.urandom(size)
    cuts = sorted(data.draw(st.lists(st.integers(0, size), max_size=5)))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, size], strict=True)]
    name, _, _ = files.write(iter(pieces))
    start = data.draw(st.integers(0, size))
    length = data.draw(st.integers(0, size))
    with files.open(name) as stream:
        stream.seek(start)
        assert stream.read(length) == whole[start : start + length]


@pytest.mark.parametrize("size", [CHUNK + 1, 3 * CHUNK])
def test_a_cut_is_found(files: SealedFiles, size: int) -> None:
    name, _, _ = files.write([os.urandom(size)])
    path = files.folder / name
    whole = path.read_bytes()
    for keep in (0, HEADER - 1, HEADER, HEADER + CHUNK + TAG, len(whole) - 1):
        path.write_bytes(whole[:keep])
        with pytest.raises(StoreError, match="damaged"):
            files.open(name).read()


def test_changed_exchanged_and_reordered_bytes_are_found(files: SealedFiles) -> None:
    name, _, _ = files.write([os.urandom(3 * CHUNK)])
    other, _, _ = files.write([os.urandom(3 * CHUNK)])
    path = files.folder / name
    whole = bytearray(path.read_bytes())
    flipped = bytearray(whole)
    flipped[HEADER + CHUNK + 100] ^= 1
    first, second = (
        slice(HEADER + n * (CHUNK + TAG), HEADER + (n + 1) * (CHUNK + TAG)) for n in (0, 1)
    )
    swapped = bytearray(whole)
    swapped[first], swapped[second] = whole[second], whole[first]
    for damaged in (flipped, swapped, (files.folder / other).read_bytes()):
        path.write_bytes(damaged)
        with pytest.raises(StoreError, match="damaged"):
            files.open(name).read()


def test_another_key_reads_nothing(files: SealedFiles) -> None:
    name, _, _ = files.write([b"secret"])
    with pytest.raises(StoreError):
        SealedFiles(files.folder, bytes(32)).open(name)


def test_nothing_clear_and_nothing_telling_lies_on_the_disk(files: SealedFiles) -> None:
    files.write([b"%PDF-1.7 " + b"a customer's invoice" * 5000])
    (path,) = files.folder.iterdir()
    assert path.suffix == ""
    assert b"PDF" not in path.read_bytes()
    assert b"invoice" not in path.read_bytes()
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_a_stream_that_breaks_leaves_nothing(files: SealedFiles) -> None:
    def breaks() -> Iterator[bytes]:
        yield os.urandom(CHUNK * 2)
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        files.write(breaks())
    assert list(files.folder.iterdir()) == []


@pytest.mark.parametrize("name", ["../cache.db", "", "x" * 32, "0" * 31, "0" * 32])
def test_only_names_of_ours_are_opened(files: SealedFiles, name: str) -> None:
    with pytest.raises(NotFound):
        files.open(name)


def test_removing_and_counting(files: SealedFiles) -> None:
    name, _, _ = files.write([b"x" * 1000])
    assert files.names() == [name]
    files.remove(name)
    files.remove(name)
    assert files.names() == []
    assert SealedFiles(files.folder / "none", bytes(32)).names() == []


@pytest.mark.skipif(
    sys.platform == "win32" or not Path("/dev/full").exists(), reason="needs /dev/full"
)
def test_a_full_disk_is_told(files: SealedFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> io.FileIO:
        return io.FileIO("/dev/full", "w")

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(StoreError, match="No space left"):
        files.write([b"x" * CHUNK])
