"""Macros on disk: one's own folder and those that a team shares, read with distrust.

A shared folder is somebody else's: nothing in it leads out of it, nothing in it is trusted to be
small or to be a file at all. Call from worker threads.
"""

from __future__ import annotations

import os
import stat
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workspace.domain.errors import Conflict, NotFound, StoreError, UsageError
from workspace.domain.macro_reading import FILE_CAP, parse
from workspace.domain.macro_toml import write
from workspace.domain.macros import Fault, Macro, is_macro_id, is_safe_file_name
from workspace.paths import Paths
from workspace.shared_files import put_in_place

SUFFIX = ".toml"
FOLDER_CAP = 2_000
ATTACHMENT_CAP = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class MacroFile:
    """A file that is, or should be, a macro. `macro` is None where its faults forbid it.

    Attributes:
        own: it lies in the person's own folder, not in a shared one.
        hidden: another folder before this one has a macro of the same name.
        source: its text as found, for an editor to show.
        missing: those of its files to attach that are not there.
    """

    path: Path
    id: str
    own: bool
    macro: Macro | None
    faults: tuple[Fault, ...]
    hidden: bool = False
    source: str = ""
    missing: frozenset[str] = frozenset()

    @property
    def folder(self) -> Path:
        """The macro's folder: its files to attach lie below."""
        return self.path.parent


@dataclass(frozen=True, slots=True)
class Library:
    """All macros there are: one's own first, then each shared folder in order.

    `problems` names folders that can't be read: (folder, why).
    """

    files: tuple[MacroFile, ...] = ()
    problems: tuple[tuple[Path, str], ...] = ()

    def usable(self) -> list[MacroFile]:
        """Those that can be applied."""
        return [one for one in self.files if one.macro is not None and not one.hidden]

    def find(self, identity: str) -> MacroFile | None:
        """The one that counts of this name."""
        return next((one for one in self.files if one.id == identity and not one.hidden), None)


def read_library(paths: Paths, shared: Iterable[str] = ()) -> Library:
    """Read all folders. A folder that can't be read is a problem, not an error."""
    files: list[MacroFile] = []
    problems: list[tuple[Path, str]] = []
    seen: set[str] = set()
    for folder in folders(paths, shared):
        own = folder == paths.macros
        try:
            found = read_folder(folder, own)
        except OSError as error:
            if not own or folder.exists():
                problems.append((folder, error.strerror or str(error)))
            continue
        for one in found:
            hidden = one.id in seen
            files.append(one if not hidden else replace(one, hidden=True))
        seen.update(one.id for one in found)
        if len(found) >= FOLDER_CAP:
            problems.append((folder, f"only the first {FOLDER_CAP} files are read"))
    return Library(tuple(files), tuple(problems))


def folders(paths: Paths, shared: Iterable[str]) -> list[Path]:
    """One's own, then the shared ones, each once; those that are no absolute path are left out."""
    found = [paths.macros]
    for name in shared:
        folder = Path(name).expanduser()
        if folder.is_absolute() and folder not in found:
            found.append(folder)
    return found


def read_file(path: Path, own: bool = True) -> MacroFile:
    """One macro. What can't be read is a macro with a fault."""
    identity = unicodedata.normalize("NFC", path.name.removesuffix(SUFFIX))
    try:
        data = read_capped(path, FILE_CAP)
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _bad(path, identity, own, Fault("", "not_utf8"))
    except (OSError, StoreError) as error:
        why = error.message if isinstance(error, StoreError) else error.strerror or str(error)
        return _bad(path, identity, own, Fault("", "unreadable", why))
    macro, faults = parse(identity, source)
    found = MacroFile(path, identity, own, macro, faults, source=source)
    return replace(found, missing=missing_files(found)) if macro and macro.files else found


def read_capped(path: Path, cap: int) -> bytes:
    """The bytes of a regular file. Raises StoreError where it is none or too large, OSError."""
    # Not to block on a pipe that somebody named like a macro.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise StoreError("It is not a file.")
        if found.st_size > cap:
            raise StoreError(f"It is larger than {cap // 1024} KiB.")
        data = stream.read(cap + 1)
    if len(data) > cap:
        raise StoreError(f"It is larger than {cap // 1024} KiB.")
    return data


def attachment(file: MacroFile, name: str) -> Path:
    """A file that the macro attaches. Raises NotFound where it is none below the folder."""
    problem = NotFound(
        f"The macro's file “{name}” is not there.",
        f"Put it into {file.folder}, or take it out of the macro.",
    )
    if not is_safe_file_name(name):
        raise problem
    root = file.folder.resolve()
    path = root.joinpath(*name.split("/")).resolve()
    if not path.is_relative_to(root) or not path.is_file() or path.stat().st_size > ATTACHMENT_CAP:
        raise problem
    return path


def missing_files(file: MacroFile) -> frozenset[str]:
    """Which of its files can't be attached."""
    missing = set()
    for name in file.macro.files if file.macro else ():
        try:
            attachment(file, name)
        except (NotFound, OSError):
            missing.add(name)
    return frozenset(missing)


def save(folder: Path, macro: Macro, *, replaces: bool, seen: str | None = None) -> MacroFile:
    """Write a macro into a folder, as a whole or not at all; a crash leaves the old one.

    `seen`: the text that was there when it was read; what somebody wrote since is not written
    over. Raises UsageError where one of this name is there and it does not replace it, Conflict,
    StoreError.
    """
    if not is_macro_id(macro.id):
        raise UsageError(
            f"“{macro.id}” can't be a file's name.", "Use letters, digits and hyphens."
        )
    path = folder / f"{macro.id}{SUFFIX}"
    source = write(macro)
    faults = [one for one in parse(macro.id, source)[1] if one.level == "error"]
    if faults:
        raise UsageError(f"The macro can't be saved: {faults[0].message}.", "Mend it, then save.")
    if path.exists() and not replaces:
        raise UsageError(f"There is a macro “{macro.id}” already.", "Choose another name.")
    if seen is not None and path.exists() and read_file(path).source != seen:
        raise Conflict(
            f"{path.name} was changed meanwhile by somebody else.",
            "Look at it again, or save yours as a copy.",
        )
    write_bytes(path, source.encode())
    return read_file(path)


def adopt(source: Path, folder: Path) -> str:
    """Copy a file to attach below a macro's folder; its name for the macro.

    Raises StoreError where it is too large or can't be written, UsageError for a hopeless name.
    """
    name = unicodedata.normalize("NFC", source.name)
    if not is_safe_file_name(name) or name.endswith(SUFFIX):
        raise UsageError(f"“{name}” can't be a macro's file.", "Give it another name.")
    try:
        data = read_capped(source, ATTACHMENT_CAP)
    except OSError as error:
        raise StoreError(
            f"{source} can't be read ({error.strerror}).", "Check the file's name and rights."
        ) from error
    stem, dot, ending = name.rpartition(".")
    found, number = name, 2
    while (target := folder / "files" / found).exists() and target.read_bytes() != data:
        found, number = (
            f"{stem or ending}-{number}{dot if stem else ''}{ending if stem else ''}",
            number + 1,
        )
    if not target.exists():
        write_bytes(target, data)
    return f"files/{found}"


def write_bytes(path: Path, data: bytes) -> None:
    """Put a file in place atomically. Raises StoreError."""
    name = ""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".macro-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        put_in_place(name, path)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise StoreError(
            f"{path.name} can't be written to {path.parent} ({error.strerror}).",
            "Check that the folder is there and may be written.",
        ) from error


def remove(file: MacroFile) -> bytes:
    """Delete a macro's file; its bytes are returned for an undo. Raises StoreError."""
    try:
        data = read_capped(file.path, FILE_CAP)
        file.path.unlink()
    except OSError as error:
        raise StoreError(
            f"{file.path.name} can't be deleted ({error.strerror}).",
            "Check that its folder may be written.",
        ) from error
    return data


def read_folder(folder: Path, own: bool) -> list[MacroFile]:
    """All macros of a folder, by file name. Raises OSError."""
    root = folder.resolve()
    names = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(SUFFIX) and not entry.name.startswith("."):
                names.append(entry.name)
                if len(names) >= FOLDER_CAP:
                    break
    found = []
    for name in sorted(names):
        path = folder / name
        if not path.resolve().is_relative_to(root):
            found.append(_bad(path, name.removesuffix(SUFFIX), own, Fault("", "elsewhere")))
        else:
            found.append(read_file(path, own))
    return found


def _bad(path: Path, identity: str, own: bool, fault: Fault) -> MacroFile:
    return MacroFile(path, identity, own, None, (fault,))


def fault_lines(files: Sequence[MacroFile]) -> list[str]:
    """`file:line: level: what` for people and editors, in the compilers' manner."""
    return [
        f"{file.path}:{fault.line or 1}: {fault.level}: {fault.message}"
        for file in files
        for fault in file.faults
    ]
