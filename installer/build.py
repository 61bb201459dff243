"""Builds the Linux bundle and .deb: `python3 tools/start.py run`'s environment plus PyInstaller.

    .venv/bin/python installer/build.py bundle     dist/workspace/ and a .tar.gz
    .venv/bin/python installer/build.py deb        the same as dist/agent-workspace_VERSION_ARCH.deb

PyInstaller wants binutils (objdump) on Debian; it is named when missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
BUNDLE = DIST / "workspace"
PYINSTALLER = "pyinstaller==6.22.3"

# What Qt needs of the system in the bundle as well; names of Debian 12 and later.
DEPENDS = (
    "libc6, libegl1, libgl1, libdbus-1-3, libfontconfig1, libfreetype6, libxkbcommon0, "
    "libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, "
    "libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xkb1, libx11-xcb1"
)


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
    made = deb() if what == "deb" else tar()
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
    subprocess.run([sys.executable, "-m", "PyInstaller", *quiet, *work, spec], check=True)


def tar() -> Path:
    """The bundle as one file that unpacks anywhere."""
    target = DIST / f"agent-workspace-{version()}-linux-{os.uname().machine}.tar.gz"
    with tarfile.open(target, "w:gz") as archive:
        archive.add(BUNDLE, arcname="workspace")
    return target


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
        f"Installed-Size: {size(BUNDLE) // 1024}\nDepends: {DEPENDS}\n"
        "Recommends: fonts-noto-cjk, fonts-noto-color-emoji, gnome-keyring | kwalletmanager,"
        " libhunspell-1.7-0, hunspell-en-us\nSuggests: hunspell-ko\n"
        "Description: one window for contact-center agents\n"
        " Conversation, customer and internal notes over any ticket backend,\n"
        " offline from an encrypted cache.\n"
    )
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
