"""Case 29: whatever a signed pack holds where a picture should be, the screen stays alive and shows its ink block."""

from __future__ import annotations

import resource
import struct
import time
import zlib
from pathlib import Path

import pytest
from support.catalogs import Shelf, picture, put_item
from support.kiosk import PORTRAIT, running


def bomb() -> bytes:
    """A few kilobytes that claim to be a picture of 30,000 x 30,000, and would be."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((1 + 30_000 // 8) * 30_000), 9)
    chunks = b""
    for kind, body in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")):
        chunks += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return b"\x89PNG\r\n\x1a\n" + chunks


def rgb_bomb() -> bytes:
    """The same with 24 bits a pixel: 2.7 GB, past the limit of Qt."""
    return bomb().replace(
        (old := struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)) + struct.pack(">I", zlib.crc32(b"IHDR" + old)),
        (new := struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)) + struct.pack(">I", zlib.crc32(b"IHDR" + new)),
    )


OUTSIDE = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="50" height="70">
<image xlink:href="http://192.0.2.1/x.png" width="50" height="70"/><image xlink:href="file:///etc/hostname" width="9" height="9"/></svg>"""
HOSTILE = {
    "bomb": rgb_bomb(),
    "svg": OUTSIDE,
    "empty": b"",
    "words": b"<script>alert(1)</script>" * 100,
    "torn": picture()[:60],
    "link": b"/etc/passwd",
}


@pytest.mark.qt_log_ignore("Error decoding", "Rejecting image as it exceeds")
@pytest.mark.parametrize("name", [n for n in HOSTILE if n != "svg"])
def test_case_29_what_is_no_picture_is_an_ink_block(qapp: object, tmp_path: Path, name: str) -> None:
    shelf = Shelf(tmp_path)
    pack = shelf.pack("mw")
    for n in range(6):
        put_item(pack, f"s{n}", era="reform", cover=HOSTILE[name], name="好人", line="一句话")
    put_item(pack, "good", era="reform", cover=picture(), name="真的", line="一句话")
    shelf.build()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with running(tmp_path, PORTRAIT) as k:
        began = time.monotonic()
        k.hand.touch("home.door")
        k.hand.see("card.mw/good")
        k.hand.settle(0.3)
        assert time.monotonic() - began < 5, "the pictures held up the screen"
        ink = [i for i in k.hand.items() if i.property("text") == "好" and i.isVisible()]
        assert len(ink) >= 5, "what is no picture is its first character on ink"
        k.hand.touch("nav.back")
        assert k.names == ["home"]
        assert all("Error decoding" in w for w in k.warnings)
        k.warnings.clear()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000, "a bomb was unpacked"


@pytest.mark.qt_log_ignore("Could not create image from")
def test_case_29_a_drawing_reaches_nothing_outside(qapp: object, tmp_path: Path) -> None:
    """No network, no file: a drawing is its own lines only."""
    shelf = Shelf(tmp_path)
    pack = shelf.pack("mw")
    put_item(pack, "s0", era="reform", cover=HOSTILE["svg"], name="好人", line="一句话")
    shelf.build()
    with running(tmp_path, PORTRAIT) as k:
        began = time.monotonic()
        k.hand.touch("home.door")
        k.hand.see("card.mw/s0")
        k.hand.settle(0.3)
        assert time.monotonic() - began < 5
