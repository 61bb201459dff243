"""Spelling for the whole window: verdicts from memory at once, new ones from its own thread."""

from __future__ import annotations

import queue
import re
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.ui.spelling.hunspell import Speller

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")
MOST_VERDICTS = 20_000

_word = re.compile(
    r"(?<![\w@./:#\-])"
    r"(?:[A-Za-z\u00c0-\u024f]{2,60}(?:['\u2019][A-Za-z]{1,5})?|[\uac00-\ud7a3]{2,30})"
    r"(?![\w@]|[./:]{1,3}\w)"
)
_shouted = re.compile(r"[A-Z]{2,}\Z")


def words_in(text: str) -> Iterable[re.Match[str]]:
    """The words that a dictionary can judge: no numbers, codes, addresses, capitals."""
    return (found for found in _word.finditer(text) if not _shouted.match(found[0]))


def language_of(word: str) -> Language:
    """By its script."""
    return "ko" if "\uac00" <= word[0] <= "\ud7a3" else "en"


class Standing(msgspec.Struct, frozen=True):
    """What this computer has."""

    has_library: bool = False
    dictionaries: dict[str, str] = msgspec.field(default_factory=dict)  # language -> path


class _Work(msgspec.Struct):
    words: tuple[str, ...] = ()
    suggest_for: str = ""
    then: Callable[[list[str]], None] | None = None
    verdicts: dict[str, bool] = msgspec.field(default_factory=dict)
    suggestions: list[str] = msgspec.field(default_factory=list)
    standing: Standing | None = None


class Spelling(QObject):
    """Made by `spelling_of`. GUI thread.

    Attributes:
        standing: which dictionaries there are; None until it was looked.

    Signals:
        judged: set of words whose verdict is known from now on.
        changed: languages or own words differ: look at everything anew.
    """

    judged = Signal(object)
    changed = Signal()
    _done = Signal(object)

    def __init__(self, ctx: WindowContext, own_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.standing: Standing | None = None
        self._verdicts: dict[str, bool] = {}
        self._wanted: set[str] = set()
        self._own: frozenset[str] = frozenset()
        self._off: tuple[str, ...] = ()
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.timeout.connect(self._ask)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        ctx.settings.changed.connect(self._on_settings)
        self._on_settings()
        self._read_own()
        work = self._work
        self.destroyed.connect(lambda: work.put(None))
        self._thread = threading.Thread(
            target=_serve,
            args=(work, self._done.emit, own_folder),
            name="spelling",
            daemon=True,
        )
        self._thread.start()
        work.put(_Work())

    def is_right(self, word: str) -> bool | None:
        """Whether a word is spelt right; None until that is known (then `judged` comes)."""
        if language_of(word) in self._off or word in self._own or word.casefold() in self._own:
            return True
        found = self._verdicts.get(word)
        if found is None:
            self._wanted.add(word)
            if not self._ask_soon.isActive():
                self._ask_soon.start()
        return found

    def suggest(self, word: str, then: Callable[[list[str]], None]) -> None:
        """What may have been meant, later."""
        self._work.put(_Work(suggest_for=word, then=then))

    def add_own(self, word: str) -> None:
        """The person's own word is right from now on."""
        self._own |= {word}
        self._ctx.writes.submit(lambda door: door.add_own_words([word]))
        self.changed.emit()

    def stop(self) -> None:
        """End the thread and wait for it; nothing is judged afterwards."""
        self._work.put(None)
        self._thread.join()

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, set()
        if wanted:
            self._work.put(_Work(words=tuple(wanted)))

    def _on_done(self, work: _Work) -> None:
        if work.standing is not None:
            self.standing = work.standing
            self.changed.emit()
        if work.then is not None:
            work.then(work.suggestions)
        if work.verdicts:
            if len(self._verdicts) > MOST_VERDICTS:
                self._verdicts.clear()
            self._verdicts |= work.verdicts
            self.judged.emit(set(work.verdicts))

    def _on_settings(self) -> None:
        off = self._ctx.settings.value.spelling_off
        if off != self._off:
            self._off = off
            self.changed.emit()

    def _read_own(self) -> None:
        from workspace.store.queries.own_words import list_own_words

        self._ctx.reads.ask(list_own_words, then=self._take_own, owner=self)

    def _take_own(self, own: frozenset[str]) -> None:
        if not own <= self._own:
            self._own |= own
            self.changed.emit()


def spelling_of(ctx: WindowContext) -> Spelling:
    """The one of this window; its thread begins with the first call."""
    found = ctx.reads.findChild(Spelling)
    if isinstance(found, Spelling):
        return found
    return Spelling(ctx, ctx.paths.base / "dictionaries", ctx.reads)


def _serve(
    work: queue.SimpleQueue[_Work | None], done: Callable[[_Work], None], own_folder: Path
) -> None:
    """The thread: a dictionary is opened with the first word of its language."""
    from workspace.ui.spelling import hunspell  # not before the first word is written

    library = hunspell.open_library()
    where = tuple(hunspell.folders(own_folder))
    dictionaries = {
        language: found
        for language in LANGUAGES
        if (found := hunspell.find_dictionary(language, where)) is not None
    }
    standing = Standing(library is not None, {k: str(v.dic) for k, v in dictionaries.items()})
    open_ones: dict[str, Speller] = {}

    def speller(language: str) -> Speller | None:
        if library is not None and language in dictionaries and language not in open_ones:
            open_ones[language] = hunspell.Speller(library, dictionaries[language])
        return open_ones.get(language)

    while (one := work.get()) is not None:
        if not one.words and not one.suggest_for:
            one.standing = standing
        for word in one.words:
            judge = speller(language_of(word))
            one.verdicts[word] = judge is None or judge.is_right(word.replace("\u2019", "'"))
        if one.suggest_for and (judge := speller(language_of(one.suggest_for))):
            one.suggestions = judge.suggest(one.suggest_for)
        try:
            done(one)
        except RuntimeError:
            break  # the window has gone, and nobody is left to tell
    for judge in open_ones.values():
        judge.close()
