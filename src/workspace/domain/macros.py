"""A macro: one gesture with words per language, changes of fields, a note, a snooze and files.

It is a TOML file that people write and share, so everything in it is checked: what is wrong is
said with its line, what is not known is kept and handed back on saving.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, Literal

from workspace.domain.file_names import is_device

_id = re.compile(r"\w[\w \-]{0,79}")
_key = re.compile(
    r"(?:(?:Ctrl|Alt|Shift|Meta)\+){1,4}(?:[A-Z0-9]|F(?:[1-9]|1[0-2]))|F(?:[2-9]|1[0-2])"
)


@dataclass(frozen=True, slots=True)
class Variant:
    """A macro's words in one language; "" where it has none."""

    name: str = ""
    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is set, as people write it: names, not ids. `None` is unchanged, "" is nobody.

    `assignee` may be "me"; `status` is one of our six or the backend's own word.
    """

    status: str | None = None
    assignee: str | None = None
    team: str | None = None
    priority: str | None = None
    tags_add: tuple[str, ...] = ()
    tags_remove: tuple[str, ...] = ()
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Something is set."""
        return self != Changes()


@dataclass(frozen=True, slots=True)
class Macro:
    """One macro. `variants` are its words by language; "" is for every language.

    Attributes:
        id: the file's name without its ending; the same one in two folders is the same macro.
        key: like "Ctrl+Alt+1", "" for none.
        snooze: words like "mon 9:00" or "until reply".
        files: names relative to the macro's folder, with "/" between the parts.
        accounts, channels: where it applies; empty is everywhere.
        comment: lines before the first setting, kept.
        unknown: what a newer program wrote; kept.
    """

    id: str
    name: str
    keywords: tuple[str, ...] = ()
    key: str = ""
    variants: dict[str, Variant] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    snooze: str = ""
    files: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    comment: str = ""
    unknown: dict[str, Any] = field(default_factory=dict)

    def language(self, *wanted: str) -> str:
        """Which variant serves: the first wanted language it has, its general one, English."""
        have = {code.split("-")[0]: code for code in self.variants}
        for code in (*wanted, "", "en"):
            if code in self.variants:
                return code
            main = code.split("-")[0]
            if main and main in have:
                return have[main]
        return next(iter(self.variants), "")

    def variant(self, *wanted: str) -> Variant:
        """Its words for these languages, in order of preference."""
        return self.variants.get(self.language(*wanted), Variant())

    def title(self, language: str) -> str:
        """Its name in a language of the window."""
        own = self.variants.get(language)
        return own.name if own is not None and own.name else self.name

    @property
    def has_words(self) -> bool:
        """It puts words into a reply: then everything else goes with that reply."""
        return any(variant.text for variant in self.variants.values())

    def applies_to(self, account: str, channel: str) -> bool:
        """Whether it is meant for a ticket of this account and channel."""
        return (not self.accounts or account in self.accounts) and (
            not self.channels or channel in self.channels
        )


FaultKind = Literal[
    "file_name",
    "too_large",
    "not_toml",
    "too_deep",
    "unreadable",
    "elsewhere",
    "not_utf8",
    "no_name",
    "bad_key",
    "plain_key",
    "bad_file",
    "bad_time",
    "does_nothing",
    "bad_language",
    "not_table",
    "empty",
    "not_text",
    "too_long",
    "not_list",
    "too_much",
    "no_placeholder",
    "kept",
]

_MESSAGES: dict[FaultKind, str] = {
    "file_name": "“{value}” can't be a macro's file name",
    "too_large": "The file is larger than {value} KiB",
    "not_toml": "This is not TOML: {value}",
    "too_deep": "The file is nested too deeply",
    "unreadable": "The file can't be read: {value}",
    "elsewhere": "The file lies outside of its folder",
    "not_utf8": "The file is not UTF-8 text",
    "no_name": "The macro has no name",
    "bad_key": "“{value}” is no key such as Ctrl+Alt+1 or F6",
    "plain_key": "“{value}” needs Ctrl or Alt: the key alone would write a letter",
    "bad_file": "“{value}” is no name of a file below the macro's folder",
    "bad_time": "“{value}” names no time",
    "does_nothing": "The macro does nothing: it has no text, note, changes, snooze or files",
    "bad_language": "“{value}” is no language such as en, ko or pt-BR",
    "not_table": "[{value}] is not a table",
    "empty": "{value} is empty; leave the line out to change nothing",
    "not_text": "{value} is not a text in quotes",
    "too_long": "{value} is too long",
    "not_list": "{value} is not a list of texts",
    "too_much": "{value} holds too much",
    "no_placeholder": "Nothing fills {value}",
    "kept": "“{value}” is not known to this version; it is kept",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a macro's file: the line counts from 1, 0 where it can't be told."""

    field: str
    kind: FaultKind
    value: str = ""
    line: int = 0
    level: Literal["error", "warning"] = "error"

    @property
    def message(self) -> str:
        """In English, for the command line."""
        return _MESSAGES[self.kind].replace("{value}", self.value)


def is_macro_id(text: str) -> bool:
    """Whether a file may be called so: letters of any script, digits, blank, hyphen, underscore."""
    return bool(_id.fullmatch(text)) and text == text.strip() and not is_device(text)


def new_id(name: str, taken: set[str]) -> str:
    """A free id made of a name."""
    plain = unicodedata.normalize("NFC", name).casefold()
    base = re.sub(r"[^\w]+", "-", plain).strip("-_")[:60] or "macro"
    found, number = base, 2
    while found in taken or is_device(found):
        found, number = f"{base}-{number}", number + 1
    return found


def is_safe_file_name(name: str) -> bool:
    """A relative path that stays below its folder, on every system."""
    if not name or len(name) > 200 or not name.isprintable() or any(c in name for c in '\\:*?"<>|'):
        return False
    return all(
        part and part == part.strip().rstrip(".") and not is_device(part)
        for part in name.split("/")
    )


def check_key(key: str) -> FaultKind | None:
    """Why this can't be a macro's key; None if it can."""
    if not _key.fullmatch(key):
        return "bad_key"
    if len(key) > 3 and not key.startswith("F") and "Ctrl" not in key and "Alt" not in key:
        return "plain_key"
    return None
