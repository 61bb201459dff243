"""The licences of all that ships, from the packages' metadata, and of what lies inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from workspace.resources import resource

OWN = "agent-workspace"
SHORT = 80
_UNSAID = {"sqlcipher3": "Zlib"}  # its metadata names none, its text is this one
_NAME = re.compile(r"[\w.-]+")
_TEXT_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the program. `text` is the whole licence; "" where none is known."""

    name: str
    version: str
    licence: str
    text: str


def components() -> list[Component]:
    """The program first, then its parts by name. Reads files: off the GUI thread."""
    found = {_key(each.metadata["Name"]): each for each in _installed(OWN, set())}
    own = [_component(found.pop(OWN))] if OWN in found else []
    parts = [_component(each) for each in found.values()]
    return [*own, *sorted([*parts, *_inside(found)], key=lambda part: part.name.casefold())]


def _installed(name: str, seen: set[str]) -> Iterator[Distribution]:
    """A package and all that it needs here; what other systems need is not installed."""
    if _key(name) in seen:
        return
    seen.add(_key(name))
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    yield found
    for needed in found.requires or ():
        match = _NAME.match(needed)
        if match and "extra" not in needed.partition(";")[2]:
            yield from _installed(match.group(), seen)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _component(found: Distribution) -> Component:
    texts = [
        (file.name, file.read_text(encoding="utf-8"))
        for file in found.files or ()
        if ".dist-info" in str(file) and _TEXT_FILE.search(file.name)
    ]
    text = "\n\n".join(t for _, t in texts)
    # Some wheels of Qt carry nothing, some only the terms of its commercial licence.
    if "LGPL" in _licence(found) and "LESSER GENERAL PUBLIC LICENSE" not in text:
        text = _text("LGPL-3.0.txt") + "\n\n" + _text("GPL-3.0.txt")
    return Component(found.metadata["Name"], found.version, _licence(found), text)


def _licence(found: Distribution) -> str:
    metadata = found.metadata
    for field in ("License-Expression", "License"):
        value = " ".join(metadata.get_all(field) or ()).strip()
        if 0 < len(value) <= SHORT and "\n" not in value:
            return value
    classes = [c for c in metadata.get_all("Classifier") or () if c.startswith("License ::")]
    return ", ".join(c.rpartition(" :: ")[2] for c in classes) or _UNSAID.get(metadata["Name"], "")


def _text(name: str) -> str:
    return resource("licences", name).read_text(encoding="utf-8")


def _inside(found: dict[str, Distribution]) -> Iterator[Component]:
    """What packages carry inside them without metadata of its own."""
    import platform

    from workspace.versions import database

    def of(name: str) -> str:
        return _component(found[name]).text if name in found else ""

    versions = database()
    yield Component(
        "Qt",
        found["pyside6-essentials"].version if "pyside6-essentials" in found else "",
        "LGPL-3.0-only",
        _text("LGPL-3.0.txt") + "\n\n" + _text("GPL-3.0.txt"),
    )
    yield Component("Python", platform.python_version(), "PSF-2.0", of("typing-extensions"))
    yield Component(
        "SQLite",
        versions["SQLite"],
        "public domain",
        "The authors of SQLite disclaim copyright to its source code; it is in the public domain.",
    )
    yield Component("SQLCipher", versions["SQLCipher"], "BSD-3-Clause", _text("SQLCipher.txt"))
    yield Component("Names of emoji (Unicode CLDR)", "", "Unicode-3.0", _text("Unicode-3.0.txt"))
    for name, version in list(versions.items())[2:]:
        yield Component(name, version, "Apache-2.0", of("requests"))
