"""What the walk has shown of all that the window can show. Import it before the window.

Qt's own menus and question boxes are known by the place in our code that makes them, which this
module notes down at each; widgets of our own by their class.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import PySide6.QtWidgets as qt

MADE = ("QMenu", "QMessageBox", "QInputDialog")
"""Where these are made is noted down. Choosing files and printers is the platform's own."""


PlainMenu = qt.QMenu
"""Also of menus that Qt makes itself."""


def _noting(kind: type[Any]) -> type[Any]:
    class Noting(kind):  # type: ignore[misc]
        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            caller = sys._getframe(1)
            while caller.f_back is not None and caller.f_locals.get("self") is self:
                caller = caller.f_back  # out of what a subclass does at first
            self.made_at = place(caller.f_globals["__name__"], caller.f_code.co_qualname)

    Noting.__name__ = kind.__name__
    return Noting


for _name in MADE:
    setattr(qt, _name, _noting(getattr(qt, _name)))


def place(module: str, function: str) -> str:
    """How a place in the code is written."""
    return f"{module.removeprefix('workspace.ui.')}: {function.replace('.<locals>', '')}"


def names_of(tops: list[qt.QWidget]) -> set[str]:
    """The classes and places of all that can be seen of these."""
    found = set()
    for top in tops:
        for widget in [top, *top.findChildren(qt.QWidget)]:
            if widget.isVisible():
                found |= {_class(kind) for kind in type(widget).__mro__}
                found.add(getattr(widget, "made_at", ""))
    return found


def everything() -> set[str]:
    """All classes of widgets that the window has, and all places that make one of `MADE`."""
    import workspace.ui as room

    for module in pkgutil.walk_packages(room.__path__, "workspace.ui."):
        importlib.import_module(module.name)
    ours = {_class(kind) for kind in _below(qt.QWidget) if kind.__module__.startswith("workspace.")}
    return ours | {site for file in Path(room.__path__[0]).rglob("*.py") for site in _sites(file)}


def _class(kind: type[Any]) -> str:
    return place(kind.__module__, kind.__qualname__)


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _sites(file: Path) -> Iterator[str]:
    """Where a file makes one of `MADE`."""
    parts = file.with_suffix("").parts
    module = ".".join(parts[len(parts) - parts[::-1].index("workspace") - 1 :])

    def look(node: ast.AST, function: str) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            inside = function
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inside = f"{function}.{child.name}".lstrip(".")
            called = child.func if isinstance(child, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in (*MADE, "PopupMenu"):
                yield place(module, function)
            yield from look(child, inside)

    yield from look(ast.parse(file.read_text(encoding="utf-8")), "")
