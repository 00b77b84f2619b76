"""Pictures of entries: the whole one for reading, and a small one from which cards, strips and columns are cropped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from kiosk.authoring.cache import derived
from kiosk.authoring.encode_picture import is_flat, save_picture
from kiosk.authoring.pictures import inline_picture

TILE = 640
"""Pixels of the small one, high; at most half as wide again."""
_WIDEST = TILE * 3 // 2
_RECIPE = "1"


@dataclass(frozen=True, slots=True)
class EntryPictures:
    """Files made from an entry's picture."""

    picture: Path
    tile: Path


def entry_pictures(path: Path, cache: Path) -> EntryPictures:
    """The pictures of one entry.

    Raises:
        PictureError: the picture cannot be used.
    """
    whole = inline_picture(path, cache).file

    def make(_raw: bytes, folder: Path) -> None:
        with Image.open(whole) as opened:
            image = opened.convert("RGB")
        width = max(TILE * 2 // 3, min(_WIDEST, round(TILE * image.width / image.height)))
        tile = ImageOps.fit(image, (width, TILE), Image.Resampling.LANCZOS)
        save_picture(tile, folder / "tile", flat=is_flat(tile))

    folder = derived(cache, whole, f"vote-tile-{_RECIPE}", make)
    return EntryPictures(whole, next(folder.iterdir()))
