"""Builds the bundle and the .deb: `python3 tools/start.py run`'s environment plus PyInstaller.

    .venv/bin/python installer/build.py bundle     dist/workspace/ and an archive of it
    .venv/bin/python installer/build.py deb        the same as dist/agent-workspace_VERSION_ARCH.deb

PyInstaller wants binutils (objdump) on Debian; it is named when missing.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from contents import SYSTEM, given

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
BUNDLE = DIST / "workspace"
MAC_APP = DIST / "Workspace.app"
PYINSTALLER = "pyinstaller==6.22.3"


def main(argv: list[str]) -> int:
    """Build what is named; prints the size."""
    what = argv[0] if argv else "bundle"
    if what not in ("bundle", "deb"):
        print(__doc__)
        return 2
    if sys.platform.startswith("linux") and not shutil.which("objdump"):
        print("PyInstaller needs objdump: sudo apt-get install -y binutils", file=sys.stderr)
        return 1
    bundle()
    made = deb() if what == "deb" else pack()
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.0f} MB")
    print(f"{BUNDLE.relative_to(ROOT)}/: {size(BUNDLE) / 1e6:.0f} MB installed")
    return 0


def bundle() -> None:
    """Freeze the program into dist/workspace/."""
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, PYINSTALLER], check=True)
    work = ["--distpath", str(DIST), "--workpath", str(ROOT / "build"), "--noconfirm"]
    spec = str(ROOT / "installer" / "workspace.spec")
    quiet = ["--log-level", "WARN"]
    told = {
        **os.environ,
        "WORKSPACE_VERSION": version(),
        "WORKSPACE_ICON": icon(),
        "WORKSPACE_QT_SUPPORT": str(qt_support()),
    }
    subprocess.run([sys.executable, "-m", "PyInstaller", *quiet, *work, spec], check=True, env=told)
    if sys.platform.startswith("linux"):
        slim()
        complete()


def qt_support() -> Path:
    """PySide6's support modules as compiled files; else it compiles all of them at each start.

    SBK_EMBED=0 is its own switch for that. It writes beside the package, so a copy is asked.
    """
    import shiboken6

    copy = ROOT / "build" / "shiboken6"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(Path(shiboken6.__file__).parent, copy)
    told = {**os.environ, "SBK_EMBED": "0", "PYTHONPATH": str(copy.parent)}
    subprocess.run([sys.executable, "-c", "import shiboken6"], check=True, env=told)
    laid = copy / "files.dir"
    # Unchecked: an installation for all is read-only, and its files may get new times.
    how = ["-q", "--invalidation-mode", "unchecked-hash", "-s", str(laid)]
    subprocess.run([sys.executable, "-m", "compileall", *how, str(laid)], check=True)
    return laid


def elf_files() -> list[Path]:
    """Programs and libraries of the bundle."""
    files = (path for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in files if path.open("rb").read(4) == b"\x7fELF"]


def slim() -> None:
    """Take debugging symbols out. Qt's libraries have none, and the executables carry an archive
    that would go with them."""
    for path in elf_files():
        if path.parent != BUNDLE and "PySide6" not in path.parts:
            subprocess.run(["strip", "--strip-unneeded", path], check=True)


def complete() -> None:
    """Say which library neither the bundle nor a package that the .deb depends on gives."""
    files = elf_files()
    there = {path.name for path in BUNDLE.rglob("*.so*")}
    for path in files:
        said = subprocess.run(["readelf", "-d", path], capture_output=True, text=True, check=True)
        for soname in re.findall(r"\(NEEDED\).*\[(.+)\]", said.stdout):
            if soname not in there and not given(soname):
                raise SystemExit(f"{path.name} needs {soname}, which nothing gives.")


def icon() -> str:
    """Windows and macOS want the icon inside of the program, in formats of their own."""
    kind = {"win32": "ico", "darwin": "icns"}.get(sys.platform, "")
    if not kind:
        return ""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication([])
    target = ROOT / "build" / f"workspace.{kind}"
    target.parent.mkdir(exist_ok=True)
    picture = QIcon(str(ROOT / "resources/icons/workspace.svg")).pixmap(QSize(256, 256), 1.0)
    if not picture.save(str(target)):
        raise SystemExit(f"Qt on this system writes no {kind}.")
    application.quit()
    return str(target)


def pack() -> Path:
    """The bundle as one file: for macOS the app in a zip, elsewhere an archive of the folder."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    name = DIST / f"agent-workspace-{version()}-{system}-{platform.machine().lower()}"
    if system == "macos":  # ditto keeps the links and signatures inside of the app
        target = name.with_name(f"{name.name}.zip")
        subprocess.run(["ditto", "-c", "-k", "--keepParent", MAC_APP, target], check=True)
        return target
    kind = "zip" if system == "windows" else "gztar"
    return Path(shutil.make_archive(str(name), kind, DIST, BUNDLE.name))


def deb() -> Path:
    """The bundle under /usr/lib, with menu entry, icon and `workspace:` links."""
    arch = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    stage = ROOT / "build" / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    library = stage / "usr" / "lib" / "agent-workspace"
    shutil.copytree(BUNDLE, library, symlinks=True)
    bin_folder = stage / "usr" / "bin"
    bin_folder.mkdir(parents=True)
    for name in ("workspace", "workspace-window"):
        (bin_folder / name).symlink_to(f"../lib/agent-workspace/{name}")
    place(ROOT / "installer/linux/workspace.desktop", stage / "usr/share/applications")
    place(ROOT / "resources/icons/workspace.svg", stage / "usr/share/icons/hicolor/scalable/apps")
    place(ROOT / "LICENSE", stage / "usr/share/doc/agent-workspace")
    control = stage / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        f"Package: agent-workspace\nVersion: {version()}\nArchitecture: {arch}\n"
        f"Maintainer: Workspace <packages@workspace.example>\nSection: net\nPriority: optional\n"
        f"Installed-Size: {size(BUNDLE) // 1024}\nDepends: {', '.join(SYSTEM)}\n"
        "Recommends: fonts-noto-cjk, fonts-noto-color-emoji, gnome-keyring | kwalletmanager,"
        " libhunspell-1.7-0, hunspell-en-us, libcups2 | libcups2t64\nSuggests: hunspell-ko\n"
        "Description: one window for contact-center agents\n"
        " Conversation, customer and internal notes over any ticket backend,\n"
        " offline from an encrypted cache.\n"
    )
    place(ROOT / "installer/linux/postrm", control)
    (control / "postrm").chmod(0o755)
    target = DIST / f"agent-workspace_{version()}_{arch}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "--build", stage, target], check=True)
    return target


def place(source: Path, folder: Path) -> None:
    """Copy a file into a folder that may not be there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, folder)


def size(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def version() -> str:
    """The program's version, read without importing it."""
    text = (ROOT / "src/workspace/__init__.py").read_text()
    return text.split('__version__ = "')[1].split('"')[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
