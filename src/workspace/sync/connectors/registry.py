"""Finds connectors: installed ones by entry point, the administrator's in `connectors/`.

A package announces its class under the entry-point group `workspace.connectors`. Without a
package, a folder `connectors/NAME/` of the base directory holds `__init__.py` or `NAME.py` with
`connector = TheClass`; the files beside it are importable as `from . import client`.

A connector that can't be loaded is reported, never in the way of the others. Loading runs the
connector's code: whoever may write that folder acts as the user, so a folder that others may
write to is refused. Thread-safe.
"""

from __future__ import annotations

import importlib.util
import os
import re
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from importlib.machinery import ModuleSpec
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from workspace.domain.errors import ContractBug, NotFound, Problem, WorkspaceError
from workspace.paths import Paths
from workspace.sync.connectors.contract import CONTRACT_VERSION, Connector, Manifest

ENTRY_POINTS = "workspace.connectors"
CONNECTOR_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}\Z")
_SETTING_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")
_OWN_DISTRIBUTION = "agent-workspace"

_loading = threading.RLock()
_from_folder: dict[Path, type[Connector]] = {}

_Load = Callable[[], object]


def load(name: str, paths: Paths | None = None) -> type[Connector]:
    """The connector class of this name; loads no other.

    Raises NotFound if there is none, ContractBug if it can't be loaded or breaks the contract.
    """
    for found, where, loader in _candidates(paths):
        if found == name:
            return _checked(name, where, loader)
    raise NotFound(
        f"There is no connector “{name}” on this machine.",
        "Install its package, or see `workspace connectors` for those that are here.",
    )


def available(paths: Paths | None = None) -> dict[str, type[Connector]]:
    """Every connector that can be used, by name, in order of the names."""
    return _survey(paths)[0]


def problems(paths: Paths | None = None) -> dict[str, str]:
    """What is wrong with those that can't be used and what to do, by the connector's name."""
    return {
        name: f"{problem.message} {problem.action}".strip()
        for name, problem in _survey(paths)[1].items()
    }


def manifest_faults(connector: type[Connector]) -> list[str]:
    """What is wrong with a connector's manifest, one sentence each; empty if it is valid."""
    manifest = getattr(connector, "manifest", None)
    if not isinstance(manifest, Manifest):
        return ["`manifest` is not a Manifest."]
    faults = []
    if not CONNECTOR_NAME.match(manifest.name):
        faults.append(f"The name “{manifest.name}” is not lower-case letters, digits, - and _.")
    if not manifest.title.strip():
        faults.append("The title is empty.")
    if manifest.kind not in ("backend", "channel"):
        faults.append(f"The kind “{manifest.kind}” is neither backend nor channel.")
    if manifest.contract != CONTRACT_VERSION:
        faults.append(
            f"It is written for version {manifest.contract} of the contract, "
            f"this program has version {CONTRACT_VERSION}."
        )
    if not 1 <= manifest.page_limit <= 10_000:
        faults.append(f"A page limit of {manifest.page_limit} is not between 1 and 10,000.")
    if not 1 <= manifest.parallel <= 64:
        faults.append(f"{manifest.parallel} requests in parallel is not between 1 and 64.")
    if not 0 <= manifest.settle_s <= 3600 or not 0 < manifest.poll_s <= 86_400:
        faults.append("settle_s or poll_s is out of range.")
    return faults + _setting_faults(manifest)


def _setting_faults(manifest: Manifest) -> list[str]:
    faults = []
    names = [setting.name for setting in manifest.settings]
    faults += [f"Two settings are called “{name}”." for name in set(names) if names.count(name) > 1]
    for setting in manifest.settings:
        if not _SETTING_NAME.match(setting.name) or not setting.label.strip():
            faults.append(f"The setting “{setting.name}” needs a plain name and a label.")
        if setting.kind == "choice" and not setting.choices:
            faults.append(f"The setting “{setting.name}” offers no choices.")
        if setting.choices and setting.default and setting.default not in setting.choices:
            faults.append(f"The default of “{setting.name}” is not among its choices.")
        if setting.kind == "secret" and setting.default:
            faults.append(f"The secret “{setting.name}” has a default.")
    return faults


def _survey(paths: Paths | None) -> tuple[dict[str, type[Connector]], dict[str, Problem]]:
    good: dict[str, type[Connector]] = {}
    bad: dict[str, Problem] = {}
    for name, where, loader in sorted(_candidates(paths), key=lambda candidate: candidate[0]):
        if name in good:
            bad[f"{name} ({where})"] = ContractBug(
                f"There are two connectors “{name}”; the one in {where} is not used.",
                "Remove or rename one of them.",
            ).problem()
            continue
        try:
            good[name] = _checked(name, where, loader)
        except WorkspaceError as error:
            bad[name] = error.problem()
    return good, bad


def _candidates(paths: Paths | None) -> Iterator[tuple[str, str, _Load]]:
    """Name, place and loader of each; our own first, then other packages, then the folder."""
    found = sorted(entry_points(group=ENTRY_POINTS), key=_order)
    seen: set[tuple[str, str]] = set()  # an editable install can be listed twice
    for entry_point in found:
        if (entry_point.name, entry_point.value) not in seen:
            seen.add((entry_point.name, entry_point.value))
            yield entry_point.name, _package(entry_point), entry_point.load
    if paths is None or not paths.connectors.is_dir():
        return
    for folder in sorted(paths.connectors.iterdir()):
        if folder.is_dir() and not folder.name.startswith((".", "_")):
            yield folder.name, str(folder), _FolderLoader(folder)


def _order(entry_point: EntryPoint) -> tuple[bool, str, str]:
    package = _package(entry_point)
    return package != _OWN_DISTRIBUTION, package, entry_point.name


def _package(entry_point: EntryPoint) -> str:
    return entry_point.dist.name if entry_point.dist else "an unknown package"


def _checked(name: str, where: str, loader: _Load) -> type[Connector]:
    """Load and judge one; whatever its code raises becomes a ContractBug."""
    try:
        with _loading:
            connector = loader()
    except WorkspaceError:
        raise
    except (Exception, SystemExit) as error:
        reason = f"{type(error).__name__}: {error}"[:300]
        raise ContractBug(
            f"The connector “{name}” in {where} can't be loaded ({reason}).",
            "Reinstall it, or report it to its author.",
        ) from error
    if not (isinstance(connector, type) and issubclass(connector, Connector)):
        raise ContractBug(f"What {where} offers as “{name}” is not a Connector class.")
    abstract = sorted(getattr(connector, "__abstractmethods__", ()))
    if abstract:
        raise ContractBug(f"The connector “{name}” in {where} lacks {', '.join(abstract)}.")
    faults = manifest_faults(connector)
    if not faults and connector.manifest.name != name:
        faults = [f"It is announced as “{name}”, its manifest says “{connector.manifest.name}”."]
    if faults:
        raise ContractBug(f"The connector “{name}” in {where} breaks the contract: {faults[0]}")
    return connector


class _FolderLoader:
    """Loads `connector` from a folder, once per folder and process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self) -> type[Connector]:
        folder = self._folder.resolve()
        if folder not in _from_folder:
            _from_folder[folder] = self._load(folder)
        return _from_folder[folder]

    def _load(self, folder: Path) -> type[Connector]:
        source = next(
            (
                folder / name
                for name in ("__init__.py", f"{folder.name}.py")
                if (folder / name).is_file()
            ),
            None,
        )
        if source is None:
            raise ContractBug(
                f"The folder {folder} holds no connector: neither __init__.py nor "
                f"{folder.name}.py is in it."
            )
        for place in (folder.parent, folder, source):
            _refuse_if_others_write(place)
        spec = _spec(folder, source)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        try:
            assert spec.loader is not None  # spec_from_file_location of a .py file sets it
            spec.loader.exec_module(module)
            connector: type[Connector] = module.connector
        except BaseException:
            del sys.modules[spec.name]
            raise
        return connector


def _spec(folder: Path, source: Path) -> ModuleSpec:
    name = "workspace_connectors_" + re.sub(r"\W", "_", folder.name)
    spec = importlib.util.spec_from_file_location(
        name, source, submodule_search_locations=[str(folder)]
    )
    assert spec is not None  # the file exists and ends in .py
    return spec


def _refuse_if_others_write(place: Path) -> None:
    """Code in a place that another user can write to would run with this user's rights."""
    if sys.platform == "win32":
        return  # the base directory lies in the user's profile; its ACL is inherited
    status = place.stat()
    if status.st_uid not in (os.getuid(), 0) or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise ContractBug(
            f"{place} can be changed by other users of this machine, so nothing in it is run.",
            f"Take away their right: chmod go-w “{place}”, and check who owns it.",
        )
