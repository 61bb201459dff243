"""Finds the texts that people read outside the window: errors, remarks and help of the commands.

They are English literals where they are raised or said. Each becomes a template: what an f-string
puts in stands as `{name}`. `workspace.plain_words` finds the template of a text and says it in
another language.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "workspace"
CONTEXT = "Plain"
_NOT_FOR_PEOPLE = ("bench", "testing")  # for developers, in English
# What Python's own parser of arguments says around ours.
ARGPARSE = {
    "usage: ",
    "options",
    "positional arguments",
    "commands",
    "actions",
    "everywhere",
    "window",
    "show this help message and exit",
    "show program's version number and exit",
    "error: {what}",
    "the following arguments are required: {names}",
    "unrecognized arguments: {names}",
    "argument {name}: {what}",
    "invalid choice: {value} (choose from {choices})",
    "invalid {type} value: {value}",
    "expected one argument",
    "expected at least one argument",
}
FEWEST_LETTERS = 5
_TEXT_KEYWORDS = {"message", "action", "default_action", "text", "help", "title", "description"}


def error_names(paths: Iterable[Path]) -> set[str]:
    """Names of all classes that descend from WorkspaceError."""
    parents: dict[str, set[str]] = {}
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                parents.setdefault(node.name, set()).update(bases)
    found = {"WorkspaceError"}
    while more := {name for name, bases in parents.items() if bases & found} - found:
        found |= more
    return found


def template(node: ast.expr) -> list[str]:
    """The templates that an expression may give; none for what is not literal."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return template(node.body) + template(node.orelse)
    if isinstance(node, ast.BoolOp):
        return [text for value in node.values for text in template(value)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [a + b for a in template(node.left) for b in template(node.right)]
    if isinstance(node, ast.JoinedStr):
        return _of_fstring(node)
    return []


def _of_fstring(node: ast.JoinedStr) -> list[str]:
    taken: dict[str, int] = {}
    found = [""]
    for part in node.values:
        if isinstance(part, ast.Constant):
            pieces = [str(part.value)]
        elif isinstance(part, ast.FormattedValue):
            chosen = template(part.value) if isinstance(part.value, ast.IfExp) else []
            pieces = chosen or ["{" + _name(part.value, taken) + "}"]
        else:
            pieces = []
        found = [before + piece for before in found for piece in pieces]
    return found


def _name(node: ast.expr, taken: dict[str, int]) -> str:
    """A short name for what is put in: the last name of the expression."""
    names = [n.attr if isinstance(n, ast.Attribute) else n.id for n in _names(node)]
    name = names[0] if names else "value"
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else f"{name}{taken[name]}"


def _names(node: ast.expr) -> Iterator[ast.Attribute | ast.Name]:
    """Attributes and names, the outermost first; of a call, its arguments before its function."""
    if isinstance(node, ast.Call):
        for argument in node.args:
            yield from _names(argument)
        yield from _names(node.func)
    elif isinstance(node, ast.Attribute | ast.Name):
        yield node
    elif isinstance(node, ast.Subscript):
        yield from _names(node.value)
    else:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _names(child)


def texts_of(path: Path, errors: set[str]) -> set[str]:
    """The templates in one module."""
    found: set[str] = set()
    in_cli = "cli" in path.parts or path.name in ("app.py",)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            attribute = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if (name or attribute) in errors or name == "Problem":
                wanted = node.args[1:] if name == "Problem" else node.args
                found |= _all(wanted) | _all(_named(node))
            elif attribute == "__init__" and path.name == "errors.py":
                found |= _all(node.args)
            elif in_cli and attribute in ("say", "print"):
                found |= _all(node.args[-1:])
            elif in_cli and (attribute or name) in _HELP:
                found |= _all(_named(node))
                if (attribute or name) in ("command", "add_argument_group", "option"):
                    found |= _all(node.args[1:2] if name else node.args[:1])
            elif in_cli and name == "hint":
                found |= _all(node.args)
        elif isinstance(node, ast.FunctionDef) and node.name in _PARTS_OF_SENTENCES:
            returned = [n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value]
            found |= _all(returned)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {t.id for t in targets if isinstance(t, ast.Name)}
            if names & {"default_action", "what"} or (in_cli and names & {"EPILOG", "reason"}):
                found |= set(template(node.value))
            elif in_cli and names & {"WHAT"} and isinstance(node.value, ast.Dict):
                found |= _all(node.value.values)
        elif in_cli and path.name == "parser.py" and isinstance(node, ast.For):
            found |= set(_pairs(node.iter))
    return {text for text in found if _is_sentence(text)}


_PARTS_OF_SENTENCES = {"_what_broke", "_sentence"}
_HELP = {"command", "add_parser", "add_argument", "add_argument_group", "add_subparsers"}
_HELP |= {"ArgumentParser", "SpokenParser", "option"}


def _pairs(node: ast.expr) -> Iterator[str]:
    """The second of each pair in a literal table: name and summary."""
    if isinstance(node, ast.Tuple | ast.List):
        for row in node.elts:
            if isinstance(row, ast.Tuple) and len(row.elts) == 2:
                yield from template(row.elts[1])


def _named(node: ast.Call) -> list[ast.expr]:
    return [k.value for k in node.keywords if k.arg in _TEXT_KEYWORDS]


def _all(nodes: Iterable[ast.expr]) -> set[str]:
    return {text for node in nodes for text in template(node)}


def _is_sentence(text: str) -> bool:
    """Not a mere value, option or machine word, nor so open that it would fit anything."""
    own = re.sub(r"\{\w+\}", "", text)
    return " " in text.strip() and sum(letter.isalpha() for letter in own) >= FEWEST_LETTERS


def plain_texts() -> set[str]:
    """All templates of the program."""
    paths = [
        path
        for path in sorted(SOURCE.rglob("*.py"))
        if not set(path.relative_to(SOURCE).parts) & set(_NOT_FOR_PEOPLE)
    ]
    errors = error_names(paths)
    return ARGPARSE | {text for path in paths for text in texts_of(path, errors)}
