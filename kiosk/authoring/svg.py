"""Drawing SVG posters. A drawing is shapes only: nothing that reads a file, needs a font or runs."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET

import resvg_py
from PIL import Image

LARGEST_SVG = 4 * 1024 * 1024
_REFUSED = frozenset(
    {"script", "image", "text", "foreignobject", "iframe", "audio", "video", "animate", "set", "a", "feimage"}
)
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import", re.IGNORECASE)


class SvgError(ValueError):
    """What a drawing must not have, in a word or two that need no translation (`<text>`, `href`)."""


def draw(raw: bytes, width: int) -> Image.Image:
    """Rasterise a drawing to `width` pixels, transparent where nothing is drawn.

    Raises:
        SvgError: it is not an SVG, or it holds what a drawing must not.
    """
    _examine(raw)
    try:
        png = resvg_py.svg_to_bytes(svg_string=raw.decode("utf-8-sig"), width=width, skip_system_fonts=True)
    except (ValueError, UnicodeDecodeError) as error:
        raise SvgError(str(error)) from error
    image = Image.open(io.BytesIO(png), formats=("PNG",))
    image.load()
    return image


def _examine(raw: bytes) -> None:
    if len(raw) > LARGEST_SVG:
        raise SvgError("> 4 MB")
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise SvgError("<!DOCTYPE>")
    try:
        root = ET.fromstring(raw)  # noqa: S314 - without a DOCTYPE there are no entities to expand
    except ET.ParseError as error:
        raise SvgError(str(error)) from error
    if _local(root.tag) != "svg":
        raise SvgError(f"<{_local(root.tag)}>")
    _proportion(root)
    for element in root.iter():
        name = _local(element.tag)
        if name in _REFUSED:
            raise SvgError(f"<{name}>")
        if name == "style" and _OUTSIDE.search(element.text or ""):
            raise SvgError("<style> url()")
        for attribute, value in element.attrib.items():
            plain = _local(attribute)
            if plain.startswith("on") or (plain == "href" and not value.startswith("#")) or _OUTSIDE.search(value):
                raise SvgError(f"{plain}=")


def _proportion(root: ET.Element) -> None:
    """A drawing of sane proportions: what is 1,000 times as high as wide would fill the memory."""
    numbers = [float(n) for n in re.findall(r"[\d.]+(?=[\s,]|$)", root.get("viewBox", ""))[-2:]]
    if len(numbers) < 2:
        sizes = [re.match(r"[\d.]+", root.get(name, "")) for name in ("width", "height")]
        numbers = [float(size[0]) for size in sizes if size]
    if len(numbers) < 2 or min(numbers) <= 0 or not 0.1 <= numbers[0] / numbers[1] <= 10:
        raise SvgError("viewBox")


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
