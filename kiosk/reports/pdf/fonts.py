"""Faces of a PDF: widths while it is laid out, and in the end a subset of each with only the characters that were used.

The shipped faces are CID-keyed OpenType fonts with CFF outlines. Their subset is embedded as `CIDFontType0C`, where a
character is called by its CID; a `ToUnicode` map beside it lets a reader select and search the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from kiosk.core.errors import StorageError
from kiosk.core.text import Text

GREEK = 1000
"""PDF widths are thousandths of the type size."""


class Face:
    """One font file.

    Raises:
        StorageError: `NO_FONT`: the file is not there, or is no CID-keyed OpenType font.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.used: dict[str, str] = {}
        """Glyph to the character it stands for."""
        _ = self._cmap  # whatever is wrong with the file is wrong now

    @cached_property
    def _font(self) -> Any:
        from fontTools.ttLib import TTFont, TTLibError

        try:
            font = TTFont(BytesIO(self.path.read_bytes()), lazy=True)  # a font nobody writes with is never closed
            top = font["CFF "].cff[0]
        except (OSError, KeyError, TTLibError) as error:
            raise _no_font(self.path) from error
        if not hasattr(top, "ROS"):
            raise _no_font(self.path)
        return font

    @cached_property
    def _cmap(self) -> dict[int, str]:
        return dict(self._font.getBestCmap())

    @cached_property
    def _scale(self) -> float:
        return float(GREEK / self._font["head"].unitsPerEm)

    @cached_property
    def _widths(self) -> Any:
        return self._font["hmtx"]

    @cached_property
    def name(self) -> str:
        """PostScript name."""
        return str(self._font["name"].getDebugName(6) or self.path.stem)

    def has(self, char: str) -> bool:
        """Whether it can draw a character."""
        return ord(char) in self._cmap

    def width(self, char: str) -> float:
        """Advance of a character in thousandths of the size; that of the empty box when it has none."""
        return float(self._widths[self._cmap.get(ord(char), self._font.getGlyphOrder()[0])][0]) * self._scale

    def cid(self, char: str) -> int:
        """The number that text strings call a character by, which is used from now on."""
        glyph = self._cmap.get(ord(char), "")
        if glyph:
            self.used.setdefault(glyph, char)
        return _cid(glyph)

    def metrics(self) -> dict[str, float]:
        """Ascent, descent and box for the font's description."""
        head, hhea = self._font["head"], self._font["hhea"]
        box = {key: getattr(head, key) * self._scale for key in ("xMin", "yMin", "xMax", "yMax")}
        return {"ascent": hhea.ascent * self._scale, "descent": hhea.descent * self._scale, **box}

    def width_of_cid(self) -> dict[int, float]:
        """Widths of what was used."""
        return {_cid(glyph): float(self._widths[glyph][0]) * self._scale for glyph in self.used}

    def subset(self) -> bytes:
        """The outlines of what was used, as a bare CFF font."""
        from fontTools import subset

        options = subset.Options(
            layout_features=[], hinting=False, notdef_outline=True, glyph_names=False, name_IDs=[], desubroutinize=True
        )
        font = subset.load_font(self.path, options)
        chosen = subset.Subsetter(options)
        chosen.populate(glyphs=list(self.used))
        chosen.subset(font)
        whole = BytesIO()
        font.save(whole)
        data: bytes = font.reader["CFF "] if font.reader.file is whole else _table(whole.getvalue())
        font.close()
        return data


def _table(data: bytes) -> bytes:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(data)) as font:
        return bytes(font.reader["CFF "])


def _cid(glyph: str) -> int:
    return int(glyph[3:]) if glyph.startswith("cid") else 0


def _no_font(path: Path) -> StorageError:
    return StorageError(
        "NO_FONT",
        Text(f"字体 {path.name} 用不了。", f"The font {path.name} cannot be used."),
        Text("先锋屏装得不完整，请重新安装。", "The installation is incomplete; install it again."),
    )


class Family:
    """Faces tried in turn: a rare character comes from the first that has it.

    Args:
        paths: font files, the one that gives the style first.
    """

    def __init__(self, paths: Sequence[Path], faces: dict[Path, Face]) -> None:
        self.faces = tuple(faces.setdefault(path, Face(path)) if path not in faces else faces[path] for path in paths)

    def face(self, char: str) -> Face:
        """Who draws a character; nobody can: the first draws an empty box."""
        return next((face for face in self.faces if face.has(char)), self.faces[0])

    def width(self, text: str, size: float) -> float:
        """Width of a text in points."""
        return sum(self.face(char).width(char) for char in text) * size / GREEK

    def runs(self, text: str) -> list[tuple[Face, str]]:
        """The text in pieces of one face each."""
        found: list[tuple[Face, str]] = []
        for char in text:
            face = self.face(char)
            if found and found[-1][0] is face:
                found[-1] = face, found[-1][1] + char
            else:
                found.append((face, char))
        return found
