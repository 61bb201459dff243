"""Hunspell by its C interface: the library and the dictionaries are this computer's own.

Nothing is shipped and nothing is downloaded. The calls leave Python's lock alone, so a slow
dictionary stops no other thread. One thread only.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LONGEST_WORD = 60
MOST_SUGGESTIONS = 6

_LIBRARIES = {
    "win32": ("libhunspell-1.7-0.dll", "libhunspell.dll", "hunspell.dll"),
    "darwin": (
        "libhunspell-1.7.0.dylib",
        "/opt/homebrew/lib/libhunspell-1.7.0.dylib",
        "/usr/local/lib/libhunspell-1.7.0.dylib",
    ),
}
_LINUX = ("libhunspell-1.7.so.0", "libhunspell-1.6.so.0", "libhunspell-1.8.so.0")
_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/share/myspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
_OFFICES = (
    "/usr/lib/libreoffice/share/extensions",
    "/opt/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)
NAMES = {"en": ("en_US", "en_GB", "en-US", "en-GB", "en"), "ko": ("ko_KR", "ko", "ko-KR")}
"""By language, the dictionaries that serve it, the best first."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A pair of files."""

    aff: Path
    dic: Path


def folders(own: Path) -> Iterator[Path]:
    """Where dictionaries may lie: an administrator's folder first, then the system's."""
    yield own
    yield from map(Path, _FOLDERS)
    yield Path.home() / "Library" / "Spelling"
    for office in map(Path, _OFFICES):
        if office.is_dir():
            yield from sorted(path for path in office.iterdir() if path.name.startswith("dict-"))


def find_dictionary(language: str, where: Iterable[Path]) -> Dictionary | None:
    """The dictionary of a language, in the first folder that has one."""
    for folder in where:
        for name in NAMES[language]:
            found = Dictionary(folder / f"{name}.aff", folder / f"{name}.dic")
            if found.aff.is_file() and found.dic.is_file():
                return found
    return None


def open_library() -> ctypes.CDLL | None:
    """The system's libhunspell; None where there is none."""
    for name in _LIBRARIES.get(sys.platform, _LINUX):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue  # the next name
        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        texts = ctypes.POINTER(ctypes.POINTER(text))
        library.Hunspell_create.restype = pointer
        library.Hunspell_create.argtypes = [text, text]
        library.Hunspell_destroy.argtypes = [pointer]
        library.Hunspell_spell.argtypes = [pointer, text]
        library.Hunspell_suggest.argtypes = [pointer, texts, text]
        library.Hunspell_free_list.argtypes = [pointer, texts, ctypes.c_int]
        library.Hunspell_get_dic_encoding.restype = text
        library.Hunspell_get_dic_encoding.argtypes = [pointer]
        return library
    return None


class Speller:
    """One dictionary in memory: English takes 0.1 s and 3 MB, Korean 0.7 s and 50 MB."""

    def __init__(self, library: ctypes.CDLL, dictionary: Dictionary) -> None:
        self._library = library
        self._handle = library.Hunspell_create(
            os.fsencode(dictionary.aff), os.fsencode(dictionary.dic)
        )
        told = library.Hunspell_get_dic_encoding(self._handle) or b"UTF-8"
        self._encoding = told.decode("ascii", "replace").replace("microsoft-", "")

    def is_right(self, word: str) -> bool:
        """Whether the dictionary has it. What it can't even write is not its business."""
        encoded = self._encode(word)
        return encoded is None or bool(self._library.Hunspell_spell(self._handle, encoded))

    def suggest(self, word: str) -> list[str]:
        """What may have been meant; up to a third of a second in Korean."""
        encoded = self._encode(word)
        if encoded is None:
            return []
        found = ctypes.POINTER(ctypes.c_char_p)()
        count = self._library.Hunspell_suggest(self._handle, ctypes.byref(found), encoded)
        words = [found[number] for number in range(max(0, count))]
        self._library.Hunspell_free_list(self._handle, ctypes.byref(found), count)
        decoded = [word.decode(self._encoding, "replace") for word in words if word]
        return decoded[:MOST_SUGGESTIONS]

    def _encode(self, word: str) -> bytes | None:
        if len(word) > LONGEST_WORD or "\0" in word:
            return None
        try:
            return word.encode(self._encoding)
        except (UnicodeEncodeError, LookupError):
            return None

    def close(self) -> None:
        """Free its memory."""
        if self._handle:
            self._library.Hunspell_destroy(self._handle)
            self._handle = None
