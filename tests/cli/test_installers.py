"""The recipes of the installers, as far as they can be asked without the systems they are for."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import sys
import tomllib
from collections.abc import Iterator
from types import ModuleType

import pytest

from tests import ROOT
from workspace import __version__

INSTALLER = ROOT / "installer"
ISS = INSTALLER / "windows" / "workspace.iss"


@pytest.fixture
def own_modules(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The recipes import each other as scripts of one folder do."""
    monkeypatch.syspath_prepend(str(INSTALLER))
    yield
    for name in ("build", "contents"):
        sys.modules.pop(name, None)


@pytest.fixture
def contents(own_modules: None) -> ModuleType:
    import contents

    return contents


@pytest.fixture
def build(own_modules: None) -> ModuleType:
    import build

    return build


def test_the_installers_say_the_version_of_the_program(build: ModuleType) -> None:
    assert build.version() == __version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/workspace/__init__.py"


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_ko.qm",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "workspace/resources/i18n/workspace_ko.qm",
        "libicudata.so.73",
        "libQt6Widgets.so.6",
        "libssl.so.3",
        "libpython3.11.so.1.0",
    ],
)
def test_what_the_window_uses_is_in_the_bundle(contents: ModuleType, name: str) -> None:
    assert contents.wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqlinuxfb.so",
        "PySide6/Qt/plugins/generic/libqevdevmouseplugin.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_ko.qm",
        "PySide6\\opengl32sw.dll",
        "libgtk-3.so.0",
        "libglib-2.0.so.0",
        "libfontconfig.so.1",
        "libstdc++.so.6",
        "libX11.so.6",
    ],
)
def test_what_it_never_uses_or_the_desktop_has_is_not(contents: ModuleType, name: str) -> None:
    assert not contents.wanted(name)


def test_a_library_that_nothing_gives_is_told_from_one_of_the_system(contents: ModuleType) -> None:
    assert contents.given("libX11.so.6")
    assert contents.given("libgtk-3.so.0")
    assert not contents.given("libssl.so.3")
    assert not contents.given("libpixman-1.so.0")


def test_the_package_asks_for_what_a_checkout_installs(contents: ModuleType) -> None:
    start = ast.parse((ROOT / "tools/start.py").read_text("utf-8"))
    [value] = [
        node.value
        for node in start.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "QT_PACKAGES"
    ]
    libraries = {name for name in eval(ast.unparse(value)) if name.startswith("lib")}
    asked = {name for names in contents.SYSTEM for name in names.split(" | ")}
    assert libraries <= asked


def test_files_that_the_windows_setup_names_are_made_or_there(build: ModuleType) -> None:
    text = ISS.read_text("utf-8")
    spec = (INSTALLER / "workspace.spec").read_text("utf-8")
    made = {f"{name}.exe" for name in re.findall(r'EXE\(.*?name="([\w-]+)"', spec)}
    assert set(re.findall(r"\{app\}\\([\w-]+\.exe)", text)) <= made
    assert (ISS.parent / re.findall(r"(?m)^LicenseFile=(.*)$", text)[0].replace("\\", "/")).exists()
    [source] = re.findall(r'(?m)^Source: "(.*)\\\*"', text)
    folder = (ISS.parent / source.replace("\\", "/")).resolve()
    assert folder == build.BUNDLE
    [output] = re.findall(r"(?m)^OutputDir=(.*)$", text)
    assert (ISS.parent / output.replace("\\", "/")).resolve() == build.DIST


def test_the_windows_setup_can_be_read() -> None:
    known = {"Setup", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "UninstallRun"}
    text = ISS.read_text("ascii").partition("[Code]")[0]
    lines = [line for line in text.splitlines() if line and line[0] not in ";#"]
    sections = [line.strip("[]") for line in lines if line.startswith("[")]
    assert set(sections) == known
    assert len(sections) == len(set(sections))
    setup = configparser.RawConfigParser(strict=True)
    setup.read_string("\n".join(lines[: lines.index("[Tasks]")]))
    assert setup["Setup"]["PrivilegesRequiredOverridesAllowed"] == "dialog commandline"
    tasks = set(re.findall(r"(?m)^Name: (\w+); Description", text))
    assert set(re.findall(r"Tasks: (\w+)", text)) == tasks
    for line in lines[lines.index("[Tasks]") :]:
        assert line.count('"') % 2 == 0, line
    assert r'ValueData: """{app}\workspace-window.exe"" ""%1"""' in text


def test_what_macos_reads_of_the_app_is_well_formed() -> None:
    spec = ast.parse((INSTALLER / "workspace.spec").read_text("utf-8"))
    [info] = [
        ast.literal_eval(word.value)
        for node in ast.walk(spec)
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "info_plist"
    ]
    read = plistlib.loads(plistlib.dumps(info))
    assert read["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["workspace"]
    assert read["CFBundleLocalizations"] == ["en", "ko"]
    rights = plistlib.loads((INSTALLER / "macos/entitlements.plist").read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}
