"""The person's own settings: settings.json in the base directory, typed, written atomically."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Literal

import msgspec

from workspace.shared_files import put_in_place

DAY_MIN = 24 * 60


class NotifyRule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a new message of some tickets does; "" in a condition fits all.

    Attributes:
        account: name of an account.
        queue: mine, unassigned, others (of colleagues), team:NAME, or mentions: notes that name
            me, which no other rule is about.
        priority: the backend's own word.
        then: a toast with or without a sound, a number on the badge only, or nothing at all.
    """

    account: str = ""
    queue: str = ""
    priority: str = ""
    then: Literal["sound", "toast", "count", "nothing"] = "count"


NOTIFY_RULES = (
    NotifyRule(queue="mentions", then="sound"),
    NotifyRule(queue="mine", then="sound"),
    NotifyRule(queue="unassigned", then="toast"),
)


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the window remembers. Unknown fields of a newer version are ignored, not kept.

    Attributes:
        theme: follow the system, or one of the two.
        language: "" follows the system.
        scale: size of text in percent, 100 to 200.
        motion: "less": nothing moves by itself, whatever the system says.
        send_key: which key sends; the other one breaks the line.
        undo_s: how long a reply waits before it leaves, in seconds; 0 sends at once.
        card_numbers: whether a text with a card's number in it may leave after a warning.
        keep_days: solved tickets that rested longer are dropped from this computer; 0 keeps all.
        keys: by the id of an action, all keys it has; an action not named keeps its own.
        notify: whether new messages show toasts and sound at all; the badge counts always.
        notify_rules: the first that fits decides; without one a message counts on the badge only.
        notify_text: whether a toast shows the words of the message.
        notify_sound: False silences what the rules would sound.
        quiet_from, quiet_to: minutes of the local day between which nothing shows; equal: never.
        macro_folders: folders with macros that a team shares; the first that has one wins.
        recent_emoji: the person's last ones, newest first.
        spelling_off: languages whose spelling is not looked at.
        geometry: base64 of QWidget.saveGeometry; splitters: widths in px, by name.
        collapsed: sections of the queues that are folded.
        conversation_filter: the kind of entries that conversations show; "" for all.
        tabs: tickets (ACCOUNT:REMOTE_ID) that were open in tabs; tab_beside: the one on the right.
        orders: how the person sorts a queue, by the queue's key.
    """

    theme: Literal["system", "light", "dark"] = "system"
    language: Literal["", "en", "ko"] = ""
    scale: int = 100
    motion: Literal["system", "less"] = "system"
    send_key: Literal["ctrl+enter", "enter"] = "ctrl+enter"
    undo_s: int = 10
    card_numbers: Literal["warn", "block"] = "warn"
    keep_days: int = 0
    keys: dict[str, tuple[str, ...]] = {}
    notify: bool = True
    notify_rules: tuple[NotifyRule, ...] = NOTIFY_RULES
    notify_text: bool = True
    notify_sound: bool = True
    quiet_from: int = 0
    quiet_to: int = 0
    macro_folders: tuple[str, ...] = ()
    recent_emoji: tuple[str, ...] = ()
    spelling_off: tuple[str, ...] = ()
    geometry: str = ""
    splitters: dict[str, list[int]] = {}
    collapsed: tuple[str, ...] = ()
    orders: dict[str, str] = {}
    conversation_filter: Literal["", "message", "note", "activity"] = ""
    tabs: tuple[str, ...] = ()
    tab_beside: str = ""
    queue: str = ""


def load_settings(path: Path) -> Settings:
    """The settings in this file; the defaults where there is none, or it can't be understood.

    An unreadable file is put aside as `settings.json.bad`, for a person to look at.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return Settings()
    try:
        settings = msgspec.json.decode(data, type=Settings)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        path.replace(path.with_name(path.name + ".bad"))
        return Settings()
    return msgspec.structs.replace(
        settings,
        scale=min(200, max(100, settings.scale)),
        undo_s=min(60, max(0, settings.undo_s)),
        quiet_from=settings.quiet_from % DAY_MIN,
        quiet_to=settings.quiet_to % DAY_MIN,
    )


def save_settings(path: Path, settings: Settings) -> None:
    """Replace the file as a whole: a crash leaves the old one or the new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(settings), indent=2))
            stream.flush()
            os.fsync(stream.fileno())
        put_in_place(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
