"""A sheet of flat art: an SVG whose children are its parts, drawn at any size, whole or in part."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import resvg_py
from PIL import Image

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the drawn sheet."""

_SVG = "http://www.w3.org/2000/svg"
_UNSEEN = (f"{{{_SVG}}}title", f"{{{_SVG}}}desc")
ElementTree.register_namespace("", _SVG)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Art in its own units; `parts` are its elements from back to front."""

    width: float
    height: float
    parts: tuple[str, ...]

    def draw(self, chosen: Collection[int], scale: float, box: Box) -> Image.Image:
        """The chosen parts within `box`, transparent elsewhere."""
        left, top, right, bottom = box
        view = f"{left / scale} {top / scale} {(right - left) / scale} {(bottom - top) / scale}"
        body = "".join(part for number, part in enumerate(self.parts) if number in chosen)
        svg = f'<svg xmlns="{_SVG}" width="{right - left}" height="{bottom - top}" viewBox="{view}">{body}</svg>'
        return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg)))).convert("RGBA")


@cache
def load(file: Path) -> Sheet:
    """Read an SVG that has a `viewBox` from 0 0 and nothing but shapes in it."""
    root = ElementTree.parse(file).getroot()
    shapes = [ElementTree.tostring(child, encoding="unicode").strip() for child in root if child.tag not in _UNSEEN]
    _, _, width, height = (float(n) for n in root.attrib["viewBox"].split())
    return Sheet(width, height, tuple(shapes))
