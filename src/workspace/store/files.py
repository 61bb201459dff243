"""Sealed files: attachments and outgoing bytes under random names, encrypted in chunks.

Layout: 4 bytes magic, 16 bytes salt, then chunks of 64 KiB clear text, each with its 16-byte tag.
The chunk's number and whether it is the last are part of the nonce, the file's name is part of
what the tags prove: a cut, reordered, exchanged or renamed file does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from workspace.domain.errors import NotFound, StoreError
from workspace.shared_files import opener, put_in_place, sync_folder

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK = 64 * 1024
READ_CHUNK = 16 * CHUNK
TAG = 16
MAGIC = b"WSF1"
HEADER = len(MAGIC) + 16

_NAME = re.compile(r"[0-9a-f]{32}\Z")


class SealedFiles:
    """The sealed files of one folder. Usable from any thread; no file is opened twice for writing.

    Args:
        folder: user-only folder, created when first written to.
        key: 32 bytes; `MasterKey.subkey("attachments")` or `("outgoing")`.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self._key = key

    def write(self, chunks: Iterable[bytes], *, name: str = "") -> tuple[str, int, str]:
        """Seal a stream: (name, size of the clear bytes, their SHA-256 in hex).

        The name is a new one, unless that of a file of another folder is to be kept. On the disk
        (fsync) when it returns; nothing remains if the stream or the disk fails. Raises StoreError
        when the disk refuses; errors of the stream pass through.
        """
        name = name or secrets.token_hex(16)
        salt = secrets.token_bytes(16)
        digest = hashlib.sha256()
        size = 0
        part = self.folder / f"{name}.part"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb", 0)
        except OSError as error:
            raise _disk_problem(error) from error
        try:
            with handle:
                cipher = self._cipher(salt)
                _put(handle, MAGIC + salt)
                for number, (clear, last) in enumerate(_rechunk(chunks)):
                    digest.update(clear)
                    size += len(clear)
                    sealed = cipher.encrypt(_nonce(number, last), clear, name.encode())
                    _put(handle, sealed)
                _sync(handle)
            _publish(part, self.folder / name)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return name, size, digest.hexdigest()

    def open(self, name: str) -> IO[bytes]:
        """The clear bytes as a buffered, seekable, read-only stream; never whole in memory.

        Raises NotFound here, StoreError while reading a damaged or cut file.
        """
        path = self._path(name)
        try:
            handle = open(path, "rb", opener=opener)  # noqa: SIM115
        except OSError as error:
            raise NotFound(
                "The file is no longer on this computer.", "Download or attach it again."
            ) from error
        try:
            header = handle.read(HEADER)
            sealed = os.fstat(handle.fileno()).st_size - HEADER
            if len(header) != HEADER or header[: len(MAGIC)] != MAGIC or sealed < TAG:
                raise _damaged()
            cipher = self._cipher(header[len(MAGIC) :])
            raw = _SealedReader(handle, cipher, name, sealed)
            return cast(IO[bytes], io.BufferedReader(raw, CHUNK))
        except BaseException:
            handle.close()
            raise

    def remove(self, name: str) -> None:
        """Remove it; no matter if it is gone already."""
        self._path(name).unlink(missing_ok=True)

    def names(self) -> list[str]:
        """All complete files, for the sweep of what nobody refers to any more."""
        if not self.folder.is_dir():
            return []
        return [path.name for path in self.folder.iterdir() if _NAME.match(path.name)]

    def _path(self, name: str) -> Path:
        if not _NAME.match(name):
            raise NotFound("There is no such file.")
        return self.folder / name

    def _cipher(self, salt: bytes) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(hmac.digest(self._key, b"workspace file" + salt, hashlib.sha256))


class _SealedReader(io.RawIOBase):
    """Decrypts one chunk at a time; holds at most one in memory."""

    def __init__(self, handle: BinaryIO, cipher: AESGCM, name: str, sealed: int) -> None:
        super().__init__()
        self._handle = handle
        self._cipher = cipher
        self._name = name.encode()
        self._chunks = -(-sealed // (CHUNK + TAG))
        self._size = sealed - self._chunks * TAG
        self._position = 0
        self._number = -1
        self._clear = b""
        if self._size < 0:
            raise _damaged()
        self._load(self._chunks - 1)  # a file cut at a chunk's border has no last chunk

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError("negative position")
        self._position = base + offset
        return self._position

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        if self._position >= self._size:
            return 0
        number, inside = divmod(self._position, CHUNK)
        self._load(number)
        view = memoryview(buffer).cast("B")
        piece = self._clear[inside : inside + len(view)]
        view[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def close(self) -> None:
        self._handle.close()
        super().close()

    def _load(self, number: int) -> None:
        from cryptography.exceptions import InvalidTag

        if number == self._number:
            return
        last = number == self._chunks - 1
        try:
            self._handle.seek(HEADER + number * (CHUNK + TAG))
            sealed = self._handle.read(CHUNK + TAG)
            self._clear = self._cipher.decrypt(_nonce(number, last), sealed, self._name)
        except (InvalidTag, ValueError) as error:
            raise _damaged() from error
        except OSError as error:
            raise StoreError(
                f"A file can't be read from the disk ({error.strerror}).", "Check the disk."
            ) from error
        self._number = number


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _rechunk(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Pieces of exactly CHUNK bytes and a last one of 0 to CHUNK, flagged."""
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while len(held) > CHUNK:
            yield bytes(held[:CHUNK]), False
            del held[:CHUNK]
    yield bytes(held), True


def _put(handle: io.FileIO, data: bytes) -> None:
    try:
        view = memoryview(data)
        while view:
            view = view[handle.write(view) or 0 :]
    except OSError as error:
        raise _disk_problem(error) from error


def _sync(handle: io.FileIO) -> None:
    try:
        os.fsync(handle.fileno())
    except OSError as error:
        raise _disk_problem(error) from error


def _publish(part: Path, final: Path) -> None:
    try:
        put_in_place(part, final)
        sync_folder(final.parent)
    except OSError as error:
        raise _disk_problem(error) from error


def _disk_problem(error: OSError) -> StoreError:
    return StoreError(
        f"The file can't be kept on this computer ({error.strerror or error}).",
        "Make room on the disk, or check that the base directory can be written; then try again.",
    )


def _damaged() -> StoreError:
    return StoreError(
        "A stored file is damaged or was changed from outside, so it is not shown.",
        "Download or attach it again.",
    )
