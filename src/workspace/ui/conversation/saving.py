"""Writing files to places that a person chose: whole or not at all, and never over another one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workspace.domain.errors import StoreError
from workspace.shared_files import put_in_place

MOST_ALIKE = 1000


def write_new(pieces: Iterable[bytes], target: Path) -> None:
    """Write beside the target, then take its name. StoreError if the disk refuses."""
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as out:
            for piece in pieces:
                out.write(piece)
        put_in_place(part, target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(
            f"The file can't be saved there ({error.strerror or error}).",
            "Choose another folder, or make room on the disk.",
        ) from error


def free_place(folder: Path, name: str) -> Path:
    """A name in this folder that no file has yet, taken at once: “name (2).ext” and so on."""
    stem, dot, ending = name.rpartition(".")
    if not stem:
        stem, dot, ending = name, "", ""
    for number in range(1, MOST_ALIKE):
        target = folder / (name if number == 1 else f"{stem} ({number}){dot}{ending}")
        try:
            target.open("xb").close()
        except FileExistsError:
            continue
        except OSError as error:
            raise StoreError(
                f"The file can't be saved there ({error.strerror or error}).",
                "Choose another folder, or make room on the disk.",
            ) from error
        return target
    raise StoreError(f"There are too many files called {name} there.", "Choose another folder.")
