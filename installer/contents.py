"""What of the collected files goes into the bundle, and what it asks of a Linux system.

Looks at names only, so that tests can ask it. Left out is what no window of ours uses, and on Linux
what belongs to the desktop it runs on: a copy of GTK, GLib, fontconfig, X11 or libstdc++ from the
building machine would meet modules, themes, settings and drivers of another version there.
"""

from __future__ import annotations

import re
from pathlib import PurePath

LANGUAGES = ("en", "ko")

# What Debian's package gives; Depends of our .deb. Of the bundle they are asked without a word.
SYSTEM = {
    "libc6": "libc libm libdl libpthread librt libutil libresolv ld-linux-x86-64 ld-linux-aarch64",
    "libstdc++6": "libstdc++",
    "libgcc-s1": "libgcc_s",
    "libegl1": "libEGL",
    "libgl1": "libGL",
    "libglib2.0-0 | libglib2.0-0t64": "libglib-2.0 libgthread-2.0 libgio-2.0 libgobject-2.0",
    "libdbus-1-3": "libdbus-1",
    "libfontconfig1": "libfontconfig",
    "libfreetype6": "libfreetype",
    "libwayland-client0": "libwayland-client",
    "libwayland-cursor0": "libwayland-cursor",
    "libwayland-egl1": "libwayland-egl",
    "libx11-6": "libX11",
    "libx11-xcb1": "libX11-xcb",
    "libxkbcommon0": "libxkbcommon",
    "libxkbcommon-x11-0": "libxkbcommon-x11",
    "libxcb1": "libxcb",
    "libxcb-cursor0": "libxcb-cursor",
    "libxcb-glx0": "libxcb-glx",
    "libxcb-icccm4": "libxcb-icccm",
    "libxcb-image0": "libxcb-image",
    "libxcb-keysyms1": "libxcb-keysyms",
    "libxcb-randr0": "libxcb-randr",
    "libxcb-render0": "libxcb-render",
    "libxcb-render-util0": "libxcb-render-util",
    "libxcb-shape0": "libxcb-shape",
    "libxcb-shm0": "libxcb-shm",
    "libxcb-sync1": "libxcb-sync",
    "libxcb-util1": "libxcb-util",
    "libxcb-xfixes0": "libxcb-xfixes",
    "libxcb-xkb1": "libxcb-xkb",
}

# Asked by plugins that Qt loads only on a desktop that has these anyway, and else does without.
WHERE_IN_USE = (
    "libgtk-3 libgdk-3 libgdk_pixbuf-2.0 libatk-1.0 libpango-1.0 libpangocairo-1.0 libharfbuzz "
    "libcairo libcairo-gobject libdrm libcups"
).split()

# What those bring along on the building machine.
_THEIRS = (
    "libatk-bridge-2.0 libatspi libavahi-client libavahi-common libblkid libbsd libcap libdatrie "
    "libepoxy libfribidi libgcrypt libgmodule-2.0 libgmp libgnutls libgpg-error libgraphite2 "
    "libhogweed libidn2 libjpeg liblz4 libmd libmount libnettle libp11-kit libpangoft2-1.0 "
    "libpcre2-8 libpixman-1 libpng16 libselinux libsystemd libtasn1 libthai libunistring libXau "
    "libXcomposite libXcursor libXdamage libXdmcp libXext libXfixes libXi libXinerama libXrandr "
    "libXrender"
).split()

_GIVEN = {name for names in SYSTEM.values() for name in names.split()} | set(WHERE_IN_USE)
_OTHERS = {*_GIVEN, *_THEIRS}

# Screens without a desktop, touch tables, and drawing by a processor in place of a graphics card.
_UNUSED = re.compile(
    r"/plugins/(egldeviceintegrations|generic|qmltooling|sqldrivers)/"
    r"|/plugins/platforms/(lib)?q(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|direct2d)\."
    r"|(^|/)libQt6EglF[Ss]\w+\.so|(^|/)(opengl32sw|d3dcompiler_47)\.dll$",
    re.IGNORECASE,
)
_TRANSLATION = re.compile(r"/translations/(\w+)\.qm$")


def wanted(name: str) -> bool:
    """Whether this file, named as it will lie in the bundle, belongs into it."""
    path = name.replace("\\", "/")
    words = _TRANSLATION.search(path)
    if words:
        return words[1] in {f"qtbase_{language}" for language in LANGUAGES}
    return not _UNUSED.search(path) and _library(path) not in _OTHERS


def given(soname: str) -> bool:
    """Whether a library that something in the bundle is linked to comes with the system."""
    return _library(soname) in _GIVEN


def _library(path: str) -> str:
    """libfoo-1.2.so.3.4 -> libfoo-1.2; "" for what is no library."""
    name, dot, _ = PurePath(path).name.partition(".so")
    return name if dot else ""
