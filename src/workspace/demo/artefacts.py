"""The files that people of the sample data attach, made from a few words: pictures, pages, text."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from typing import Any

WIDTH, HEIGHT = 640, 480
ZOOM = 4  # a drawn point is so many pixels wide and high
BANDS = 8  # steps of the light on the table
SHADES = 4

Shape = Callable[[int, int], bool]


def make_file(recipe: dict[str, Any]) -> tuple[bytes, str]:
    """Bytes and media type of a file of the sample data."""
    if "picture" in recipe:
        return png(recipe["picture"], recipe["colour"]), "image/png"
    if "page" in recipe:
        return pdf(recipe["page"]), "application/pdf"
    text: str = recipe["text"]
    return text.encode(), "text/csv" if "," in text.splitlines()[0] else "text/plain"


def png(motif: str, colour: str) -> bytes:
    """A picture of a thing on a table, in a grain that looks like a photograph's.

    Drawn at a quarter of its size with indexed colours, four shades of each; the grain picks the
    shade of every pixel.
    """
    base = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    shapes = _MOTIFS[motif]
    paints = [tuple(part - 6 * band for part in (214, 208, 199)) for band in range(BANDS)]
    paints += [tuple(min(int(part * factor), 255) for part in base) for _, factor in shapes]
    palette = b"".join(
        bytes(max(0, min(255, part + 5 * shade - 8)) for part in paint)
        for paint in paints
        for shade in range(SHADES)
    )
    chance = random.Random(motif + colour)
    only_shades = bytes(value % SHADES for value in range(256))
    rows = bytearray()
    for top in range(0, HEIGHT, ZOOM):
        line = bytearray()
        for left in range(0, WIDTH, ZOOM):
            paint = top * BANDS // HEIGHT
            for index, (shape, _) in enumerate(shapes):
                if shape(left * 3 // 4, top * 3 // 4):  # motifs are drawn for 480 by 360
                    paint = BANDS + index
            line.extend([paint * SHADES] * ZOOM)
        flat = int.from_bytes(line)
        for _ in range(ZOOM):
            grain = int.from_bytes(chance.randbytes(WIDTH).translate(only_shades))
            rows.append(0)  # each row begins with its filter
            rows += (flat | grain).to_bytes(WIDTH)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", zlib.compress(bytes(rows), 1)),
            _chunk(b"IEND", b""),
        )
    )


def pdf(lines: list[str]) -> bytes:
    """One page with these lines, in a font that every reader has."""
    text = "".join(f"({_escape(line)}) Tj T*\n" for line in lines)
    stream = f"BT /F1 14 Tf 22 TL 72 740 Td\n{text}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    out += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(out)


def _escape(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def _ellipse(cx: int, cy: int, rx: int, ry: int) -> Shape:
    return lambda x, y: ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1


def _box(left: int, top: int, right: int, bottom: int) -> Shape:
    return lambda x, y: left <= x <= right and top <= y <= bottom


def _stripes(left: int, top: int, right: int, bottom: int, step: int) -> Shape:
    return lambda x, y: left <= x <= right and top <= y <= bottom and (x + y) % step < step // 3


_MOTIFS: dict[str, list[tuple[Shape, float]]] = {
    "shoe": [
        (_ellipse(240, 262, 190, 26), 0.35),
        (_ellipse(300, 222, 130, 52), 1.0),
        (_box(112, 130, 226, 252), 1.0),
        (_ellipse(170, 132, 58, 22), 0.5),
        (_stripes(210, 172, 300, 216, 18), 1.5),
        (_box(108, 246, 424, 264), 1.7),
    ],
    "sole": [
        (_ellipse(180, 180, 110, 70), 1.0),
        (_ellipse(330, 180, 90, 62), 1.0),
        (_stripes(90, 120, 410, 240, 24), 0.6),
        (_ellipse(402, 196, 34, 26), 2.1),
    ],
    "box": [
        (_box(90, 120, 390, 290), 1.0),
        (_box(80, 96, 400, 140), 1.15),
        (_ellipse(330, 230, 52, 40), 0.6),
        (_stripes(110, 180, 200, 250, 9), 0.5),
    ],
    "seam": [
        (_box(0, 60, 480, 320), 1.0),
        (_stripes(0, 168, 480, 188, 14), 1.9),
        (_ellipse(270, 180, 60, 13), 0.2),
    ],
}
