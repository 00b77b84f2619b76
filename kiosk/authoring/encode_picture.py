"""Choosing between a palette PNG, for flat drawings, and a JPEG, for photographs."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageStat

_JPEG_QUALITY = 88
_FLAT_ERROR = 1.2
"""Root mean square difference, of 255, up to which 256 colours count as the same picture."""


def is_flat(image: Image.Image) -> bool:
    """Whether 256 colours hold the picture: a poster is drawn in five, a photograph needs thousands."""
    difference = ImageStat.Stat(ImageChops.difference(image, _palette(image).convert("RGB")))
    return max(difference.rms) <= _FLAT_ERROR


def save_picture(image: Image.Image, stem: Path, *, flat: bool) -> Path:
    """Write `stem.png` when `flat`, else `stem.jpg`; the same pixels give the same bytes.

    Returns:
        The file written.
    """
    if flat:
        file, raw = stem.with_suffix(".png"), _bytes(_palette(image), "PNG", optimize=True)
    else:
        file, raw = stem.with_suffix(".jpg"), _bytes(image, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    file.write_bytes(raw)
    return file


def _palette(image: Image.Image) -> Image.Image:
    return image.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def _bytes(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
