"""`workspace connectors new NAME`: a package that installs at once and keeps no rule yet."""

from __future__ import annotations

from pathlib import Path
from string import Template

from workspace.domain.errors import UsageError
from workspace.resources import resource
from workspace.sync.connectors.registry import CONNECTOR_NAME

_FILES = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "src/$module/__init__.py": "init.py.txt",
    "src/$module/connector.py": "connector.py.txt",
    "tests/test_conformance.py": "test_conformance.py.txt",
}


def create(into: Path, name: str) -> Path:
    """Write the package `workspace-NAME` into this folder; its path.

    Raises UsageError if the name is not one, or something is in the way.
    """
    if not CONNECTOR_NAME.match(name):
        raise UsageError(
            f"“{name}” can't be the name of a connector.",
            "Use lower-case letters, digits, - and _, beginning with a letter.",
        )
    module = f"workspace_{name.replace('-', '_')}"
    target = Path(into) / f"workspace-{name}"
    if target.exists():
        raise UsageError(f"{target} is there already.", "Choose another name or folder.")
    title = name.replace("-", " ").replace("_", " ").title()
    words = {"name": name, "module": module, "title": title, "cls": title.replace(" ", "")}
    for path, source in _FILES.items():
        text = resource("connector", source).read_text(encoding="utf-8")
        file = target / Template(path).substitute(words)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(Template(text).substitute(words), encoding="utf-8")
        except OSError as error:
            raise UsageError(
                f"{file} can't be written: {error.strerror}.", "Choose another folder."
            ) from error
    return target
