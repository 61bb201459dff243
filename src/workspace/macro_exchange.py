"""Macros handed on: out as a zip or a folder, in from a zip, a folder or one file.

What comes in is a stranger's: names that lead elsewhere are refused, sizes are capped while
unpacking, and nothing of one's own is replaced unless asked for. Call from worker threads.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Literal, Protocol, Self

from workspace.domain.errors import NotFound, StoreError, UsageError
from workspace.domain.macro_reading import FILE_CAP, parse
from workspace.domain.macros import Fault, Macro, is_macro_id, is_safe_file_name, new_id
from workspace.macro_files import (
    ATTACHMENT_CAP,
    SUFFIX,
    MacroFile,
    attachment,
    read_capped,
    save,
    write_bytes,
)
from workspace.paths import Paths
from workspace.shared_files import put_in_place

MEMBER_CAP = 4_000
TOTAL_CAP = 200 * 1024 * 1024

OnConflict = Literal["refuse", "skip", "replace", "rename"]


@dataclass(frozen=True, slots=True)
class Offered:
    """A macro found in what is to be imported. `conflict`: one of its name is here, and differs."""

    id: str
    macro: Macro | None
    faults: tuple[Fault, ...]
    conflict: bool = False
    same: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one: added, replaced, renamed, skipped (`id` is its name here)."""

    id: str
    done: Literal["added", "replaced", "renamed", "skipped", "same", "faulty"]
    offered_id: str


# --- out ------------------------------------------------------------------------------------


def export(files: Iterable[MacroFile], target: Path) -> int:
    """Write macros and the files they attach into a zip (by its ending) or a folder.

    Returns how many macros. Raises UsageError where the target is there already, NotFound where a
    file to attach is missing, StoreError.
    """
    chosen = [one for one in files if one.macro is not None]
    members: dict[str, Path] = {}
    for one in chosen:
        assert one.macro is not None
        members[one.path.name] = one.path
        for name in one.macro.files:
            path = attachment(one, name)
            if members.setdefault(name, path) != path:
                raise UsageError(
                    f"Two macros attach different files called “{name}”.", "Export them one by one."
                )
    if target.exists():
        raise UsageError(f"{target} is there already.", "Choose another name.")
    try:
        if target.suffix.casefold() == ".zip":
            _write_zip(target, members)
        else:
            for name, path in members.items():
                write_bytes(target.joinpath(*name.split("/")), read_capped(path, ATTACHMENT_CAP))
    except OSError as error:
        raise StoreError(
            f"{target} can't be written ({error.strerror}).", "Choose another place."
        ) from error
    return len(chosen)


def _write_zip(target: Path, members: dict[str, Path]) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".macros-")
    try:
        with (
            os.fdopen(handle, "wb") as stream,
            zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            for name, path in sorted(members.items()):
                archive.writestr(name, read_capped(path, ATTACHMENT_CAP))
        put_in_place(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


# --- in -------------------------------------------------------------------------------------


def offered(source: Path, paths: Paths) -> list[Offered]:
    """What an import would bring, with its faults and conflicts; changes nothing.

    Raises NotFound, StoreError.
    """
    with ExitStack() as stack:
        return _offers(_open(source, stack), paths)


def take(source: Path, paths: Paths, on_conflict: OnConflict = "refuse") -> list[Imported]:
    """Bring macros and their files into one's own folder.

    `refuse` raises UsageError at the first conflict, before anything is written. Macros with
    faults are left out, and said to be faulty. Raises NotFound, StoreError.
    """
    with ExitStack() as stack:
        opened = _open(source, stack)
        offers = _offers(opened, paths)
        clashing = [one.id for one in offers if one.conflict]
        if clashing and on_conflict == "refuse":
            raise UsageError(
                f"There are macros of these names already: {', '.join(clashing[:10])}.",
                "Say whether to skip them, replace yours, or keep both.",
            )
        here = {path.name.removesuffix(SUFFIX) for path in paths.macros.glob(f"*{SUFFIX}")}
        return [_take_one(one, opened, paths, on_conflict, here) for one in offers]


def _take_one(
    one: Offered, source: _Source, paths: Paths, on_conflict: OnConflict, here: set[str]
) -> Imported:
    if one.macro is None:
        return Imported(one.id, "faulty", one.id)
    if one.same:
        return Imported(one.id, "same", one.id)
    if one.conflict and on_conflict == "skip":
        return Imported(one.id, "skipped", one.id)
    identity = new_id(one.id, here) if one.conflict and on_conflict == "rename" else one.id
    here.add(identity)
    names = tuple(_take_file(name, identity, source, paths) for name in one.macro.files)
    save(paths.macros, replace(one.macro, id=identity, files=names), replaces=True)
    if not one.conflict:
        return Imported(identity, "added", one.id)
    return Imported(identity, "replaced" if identity == one.id else "renamed", one.id)


def _take_file(name: str, identity: str, source: _Source, paths: Paths) -> str:
    """Copy a file to attach; where another of its name lies there, into a folder of its own."""
    data = source.read(name, ATTACHMENT_CAP)
    if data is None:
        return name  # the macro says that it is missing, when it is applied
    for place in (name, f"{identity}/{name}"):
        target = paths.macros.joinpath(*place.split("/"))
        if not target.exists():
            write_bytes(target, data)
            return place
        if target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data:
            return place
    write_bytes(target, data)
    return place


def _offers(source: _Source, paths: Paths) -> list[Offered]:
    found = []
    for name in sorted(source.names()):
        if "/" in name or not name.endswith(SUFFIX) or name.startswith("."):
            continue
        data = source.read(name, FILE_CAP) or b""
        found.append(_offer(name.removesuffix(SUFFIX), data, paths))
    if not found:
        raise NotFound(
            "There is no macro in it.", "Choose a .toml file, or a zip or folder of such."
        )
    return found


def _offer(identity: str, data: bytes, paths: Paths) -> Offered:
    try:
        macro, faults = parse(identity, data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Offered(identity, None, (Fault("", "not_utf8"),))
    mine = paths.macros / f"{identity}{SUFFIX}"
    if not is_macro_id(identity) or not mine.exists():
        return Offered(identity, macro, faults)
    same = parse(identity, read_capped(mine, FILE_CAP).decode("utf-8-sig", "replace"))[0] == macro
    return Offered(identity, macro, faults, conflict=not same, same=same)


class _Source(Protocol):
    def names(self) -> list[str]: ...

    def read(self, name: str, cap: int) -> bytes | None: ...


def _open(source: Path, stack: ExitStack) -> _Source:
    try:
        if source.is_dir():
            return _Folder(source)
        if source.suffix.casefold() == ".zip":
            return stack.enter_context(_Zip(source))
        if source.is_file():
            return _Folder(source.parent, only=source.name)
    except (OSError, zipfile.BadZipFile) as error:
        raise StoreError(f"{source} can't be read ({error}).", "Check the file.") from error
    raise NotFound(f"There is no {source}.", "Choose a .toml file, or a zip or folder of such.")


class _Folder:
    def __init__(self, folder: Path, only: str = "") -> None:
        self._folder = folder.resolve()
        self._only = only

    def names(self) -> list[str]:
        if self._only:
            return [self._only]
        return [path.name for path in self._folder.iterdir()][:MEMBER_CAP]

    def read(self, name: str, cap: int) -> bytes | None:
        path = self._folder.joinpath(*name.split("/")).resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():
            return None
        return read_capped(path, cap)


class _Zip(AbstractContextManager["_Zip"]):
    """A zip whose macros may lie in one folder of it, as those of code hosts do."""

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path)
        self._left = TOTAL_CAP
        infos = self._archive.infolist()
        if len(infos) > MEMBER_CAP:
            self._archive.close()
            raise StoreError("The zip holds too many files.", "Take a part of them.")
        safe = [info for info in infos if not info.is_dir() and is_safe_file_name(info.filename)]
        tops = [PurePosixPath(info.filename) for info in safe if info.filename.endswith(SUFFIX)]
        shallow = min((len(path.parts) for path in tops), default=1)
        root = next((p.parent for p in tops if len(p.parts) == shallow), PurePosixPath())
        prefix = "" if str(root) == "." else f"{root}/"
        self._members = {
            info.filename[len(prefix) :]: info for info in safe if info.filename.startswith(prefix)
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def names(self) -> list[str]:
        return list(self._members)

    def read(self, name: str, cap: int) -> bytes | None:
        info = self._members.get(name)
        if info is None:
            return None
        try:
            with self._archive.open(info) as stream:
                data = stream.read(min(cap, self._left) + 1)
        except (
            OSError,
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
        ) as error:
            # RuntimeError: it is encrypted; NotImplementedError: packed in a way nobody knows.
            raise StoreError(
                f"{name} in the zip can't be unpacked.", "Make the zip anew."
            ) from error
        if len(data) > min(cap, self._left):
            raise StoreError(f"{name} in the zip is too large.", "Take it out of the zip.")
        self._left -= len(data)
        return data
