"""The file: objects, streams, fonts, and where each begins. PDF 1.7 (ISO 32000-1)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

from kiosk.reports.pdf.fonts import Face

MOST_IN_A_BLOCK = 100
"""Lines of a `bfchar` block (ISO 32000-1, 9.10.3)."""


class PdfFile:
    """Objects by number; `done` makes the bytes."""

    def __init__(self) -> None:
        self._objects: list[bytes | None] = []

    def reserve(self) -> int:
        """A number for an object that is made later."""
        self._objects.append(None)
        return len(self._objects)

    def put(self, body: bytes | str, number: int = 0) -> int:
        """Add an object, under a reserved number or the next one; returns the number."""
        number = number or self.reserve()
        self._objects[number - 1] = body.encode("ascii") if isinstance(body, str) else body
        return number

    def stream(self, data: bytes, entries: str = "") -> int:
        """Add a compressed stream."""
        packed = zlib.compress(data, 9)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n".encode("ascii")
        return self.put(head + packed + b"\nendstream")

    def font(self, face: Face) -> int:
        """Embed what was used of a face."""
        data = face.subset()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        name, m = f"{tag}+{face.name}", face.metrics()
        outlines = self.stream(data, "/Subtype /CIDFontType0C")
        box = " ".join(f"{m[key]:.0f}" for key in ("xMin", "yMin", "xMax", "yMax"))
        described = self.put(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 "
            f"/Ascent {m['ascent']:.0f} /Descent {m['descent']:.0f} /CapHeight 733 /StemV 80 /FontFile3 {outlines} 0 R >>"
        )
        widths = " ".join(f"{cid} [{width:.0f}]" for cid, width in sorted(face.width_of_cid().items()))
        inner = self.put(
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo "
            f"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {described} 0 R "
            f"/DW 1000 /W [{widths}] >>"
        )
        unicode = self.stream(_to_unicode(face))
        return self.put(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{inner} 0 R] /ToUnicode {unicode} 0 R >>"
        )

    def done(self, root: int, info: int) -> bytes:
        """The whole file.

        Raises:
            ValueError: an object was reserved and never made.
        """
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places: list[int] = []
        for number, body in enumerate(self._objects, 1):
            if body is None:
                raise ValueError(f"object {number} was never made")
            places.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        name = hashlib.sha256(out).hexdigest()[:32]
        out += (
            f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{name}> <{name}>] >>\n"
            f"startxref\n{start}\n%%EOF\n"
        ).encode("ascii")
        return bytes(out)


def text_string(text: str) -> str:
    """A text for people (title, ActualText) as a hexadecimal string."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _to_unicode(face: Face) -> bytes:
    lines = sorted((face.cid(char), char) for char in dict.fromkeys(face.used.values()))
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *_blocks(lines),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    ).encode("ascii")


def _blocks(lines: list[tuple[int, str]]) -> Iterable[str]:
    for first in range(0, len(lines), MOST_IN_A_BLOCK):
        block = lines[first : first + MOST_IN_A_BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from (f"<{cid:04X}> <{char.encode('utf-16-be').hex().upper()}>" for cid, char in block)
        yield "endbfchar"
