"""An argument parser whose help and complaints are in the person's language."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NoReturn

if TYPE_CHECKING:
    from workspace.plain_words import PlainWords


class SpokenParser(argparse.ArgumentParser):
    """Built in English; translated when it speaks, so that building costs nothing more."""

    arguments: ClassVar[Sequence[str]] = ()  # those being parsed: they may name the settings

    def format_help(self) -> str:
        say = _words(self.arguments).say
        for action in (*self._actions, *self._summaries()):
            if action.help and action.help is not argparse.SUPPRESS:
                action.help = say(action.help)
        for group in self._action_groups:
            group.title = say(group.title) if group.title else group.title
        self.description = say(self.description) if self.description else None
        self.epilog = say(self.epilog) if self.epilog else None
        return self._head(super().format_help())

    def format_usage(self) -> str:
        return self._head(super().format_usage())

    def error(self, message: str) -> NoReturn:
        say = _words(self.arguments).say
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {say('error: ' + message)}\n")

    def _head(self, text: str) -> str:
        return _words(self.arguments).say("usage: ") + text.removeprefix("usage: ")

    def _summaries(self) -> list[argparse.Action]:
        """The lines of the commands in the list of them."""
        if self._subparsers is None:
            return []
        found = [a for a in self._subparsers._group_actions if a.choices is not None]
        return [line for each in found for line in getattr(each, "_choices_actions", [])]


def _words(arguments: Sequence[str]) -> PlainWords:
    from workspace.cli.session import words_for
    from workspace.paths import Paths, default_base

    def value(option: str) -> str:
        for at, word in enumerate(arguments):
            if word == option:
                return "".join(arguments[at + 1 : at + 2])
            if word.startswith(f"{option}="):
                return word.partition("=")[2]
        return ""

    base = Path(value("--basedir")) if value("--basedir") else default_base()
    return words_for(Paths(base.absolute()), value("--language"))
