"""Which keys do what: the action table with the person's own keys laid over it, and conflicts.

Keys are written portably (`Ctrl+K`, `J`); on macOS Qt reads Ctrl as Command. A key without Ctrl,
Alt or Meta that types something acts outside text fields only: these take it for themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any, cast

import msgspec
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from workspace.domain.korean import JAMO, JAMO_WITH_SHIFT, LETTERS
from workspace.settings import Settings
from workspace.ui.actions import ActionSpec, Scope, action_table
from workspace.ui.i18n import t
from workspace.ui.words import key_word

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
    Qt.Key.Key_Hangul,
)
_TEXT_FIELDS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.SelectAll,
)
_LAST_PRINTABLE = 0x0100_0000  # Qt numbers keys that type nothing from here on


class Taken(msgspec.Struct, frozen=True):
    """A key that something else than the action table has, such as a macro."""

    name: str
    key: str
    scope: Scope = "window"


@cache
def tidy(key: str) -> str:
    """The one way to write a key; "" for what is no key."""
    sequence = QKeySequence(key)
    if sequence.count() != 1 or _combination(sequence).key() == Qt.Key.Key_unknown:
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def _combination(sequence: QKeySequence) -> QKeyCombination:
    first: QKeyCombination = cast(Any, sequence)[0]  # the stubs don't know that it is a sequence
    return first


def keys_of(spec: ActionSpec, settings: Settings) -> tuple[str, ...]:
    """The keys that an action has now."""
    if spec.id == "send" and settings.send_key == "enter":
        return ("Return", *spec.keys)
    if spec.id not in settings.keys or not spec.changeable:
        return spec.keys
    return tuple(dict.fromkeys(filter(None, map(tidy, settings.keys[spec.id]))))


@cache
def _specs() -> dict[str, ActionSpec]:
    return {spec.id: spec for spec in action_table()}


def word_of(action_id: str, settings: Settings) -> str:
    """The first key of an action as this system writes it; "" if it has none."""
    keys = keys_of(_specs()[action_id], settings)
    return key_word(keys[0]) if keys else ""


def words_of(spec: ActionSpec, settings: Settings) -> str:
    """All keys of an action as this system writes them."""
    return ", ".join(map(key_word, keys_of(spec, settings)))


def presses(event: QKeyEvent, action_id: str, settings: Settings) -> bool:
    """Whether this key event is a key of an action, for widgets that handle theirs themselves."""
    pressed = pressed_key(event)
    return bool(pressed) and pressed in map(tidy, keys_of(_specs()[action_id], settings))


def pressed_key(event: QKeyEvent) -> str:
    """The key that was pressed, Hangul as the letter on its key; "" for a lone modifier."""
    if event.key() in _MODIFIERS:
        return ""
    mask = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
    modifiers = event.modifiers() & ~mask
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
    if 0 < key < _LAST_PRINTABLE:
        letter = LETTERS.get(chr(key))
        if letter is not None:
            key = ord(letter)
        elif not chr(key).isalnum():  # Shift is what makes a sign of a key: ? and not Shift+?
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return tidy(
        QKeySequence(modifiers.value | int(key)).toString(QKeySequence.SequenceFormat.PortableText)
    )


def in_text_fields(key: str) -> bool:
    """Whether a key acts while a text field has the focus."""
    return not _types_something(_combination(QKeySequence(key)))


def _types_something(key: QKeyCombination) -> bool:
    plain = key.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return plain == Qt.KeyboardModifier.NoModifier and int(key.key()) < _LAST_PRINTABLE


# --- the window's actions --------------------------------------------------------------------


def give_keys(actions: dict[str, QAction], table: Iterable[ActionSpec], settings: Settings) -> None:
    """Put the keys in force on the window's actions. GUI thread only."""
    for spec in table:
        if spec.id in actions:
            keys = [QKeySequence(key) for key in keys_of(spec, settings)]
            actions[spec.id].setShortcuts(keys + [t for k in keys if (t := _hangul_twin(k))])


def _hangul_twin(sequence: QKeySequence) -> QKeySequence | None:
    """The same key while the keyboard types Hangul: ㅓ for J. The system may name either."""
    key = _combination(sequence)
    shift = bool(key.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
    code = int(key.key())
    jamo = (JAMO_WITH_SHIFT if shift else JAMO).get(chr(code)) if code < 0x80 else None
    if jamo is None:
        return None
    return QKeySequence(key.keyboardModifiers().value | ord(jamo))


# --- conflicts -------------------------------------------------------------------------------


class Holder(msgspec.Struct, frozen=True):
    """Who has a key: an action, a macro or the text fields. `id` is "" unless it is an action."""

    name: str
    id: str = ""
    changeable: bool = False


def holders(
    key: str,
    scope: Scope,
    settings: Settings,
    *,
    but: str = "",
    others: Iterable[Taken] = (),
    table: Iterable[ActionSpec] | None = None,
) -> list[Holder]:
    """Who else has this key where something of this scope would act; `but` is the asking action."""
    key = tidy(key)
    if not key:
        return []
    found = [
        Holder(spec.text, spec.id, spec.changeable)
        for spec in (action_table() if table is None else table)
        if spec.id != but
        and _meet(key, scope, spec.scope)
        and key in map(tidy, keys_of(spec, settings))
    ]
    found += [
        Holder(other.name)
        for other in others
        if tidy(other.key) == key and _meet(key, scope, other.scope)
    ]
    if scope != "list" and key in _of_text_fields():
        found.append(Holder(t("Shortcuts", "Writing in text fields")))
    return found


@cache
def _of_text_fields() -> frozenset[str]:
    """What every text field of this system does itself."""
    return frozenset(
        tidy(sequence.toString(QKeySequence.SequenceFormat.PortableText))
        for standard in _TEXT_FIELDS
        for sequence in QKeySequence.keyBindings(standard)
    )


def _meet(key: str, one: Scope, other: Scope) -> bool:
    """Whether two scopes may both be asked for a key."""
    if one == other:
        return True
    if "composer" not in (one, other):
        return True
    if "list" in (one, other):
        return False
    return in_text_fields(key)


def clashes(
    table: Iterable[ActionSpec], settings: Settings, others: Iterable[Taken] = ()
) -> dict[tuple[str, str], list[Holder]]:
    """(action id, key) -> who else has it, for all keys in force."""
    others, table = tuple(others), tuple(table)
    keys = [(spec, key) for spec in table for key in keys_of(spec, settings)]
    often = Counter(tidy(key) for _, key in keys)
    often.update(tidy(other.key) for other in others)
    often.update(_of_text_fields())
    found = {}
    for spec, key in keys:
        if often[tidy(key)] == 1:
            continue
        if there := holders(key, spec.scope, settings, but=spec.id, others=others, table=table):
            found[spec.id, key] = there
    return found
