"""Pictures of a pack: posters, crops and inline pictures, decoded once on the author's machine.

A kiosk shows only what was re-encoded here: no metadata (phones write the place into photos), no huge sizes, no formats Qt
cannot read. Results are cached by content.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from kiosk.authoring.cache import derived
from kiosk.authoring.encode_picture import is_flat, save_picture
from kiosk.authoring.svg import SvgError, draw
from kiosk.core.errors import ContentError
from kiosk.core.text import Text

POSTER = (1080, 1512)
SQUARE, THUMB = 592, 296
INLINE_WIDTH = 1600
STAGE_WIDTH = 2560
"""Pictures of a lecture fill a projector."""
PAPER = (0xF3, 0xEA, 0xDA)
MOST_PIXELS = 80_000_000
"""More than any camera in an office; checked in the file's header, before anything is decoded."""
_MOST_CROP = 0.18
"""A picture is cropped to 5:7 when that loses at most this share, else it is set on paper."""
_RECIPE = "2"


class PictureError(ContentError):
    """A picture that cannot be used; `code` is that of the finding."""


@dataclass(frozen=True, slots=True)
class CoverFiles:
    """Files made from a cover."""

    poster: Path
    square: Path
    thumb: Path


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A re-encoded picture and its size in pixels."""

    file: Path
    width: int
    height: int


def cover_pictures(path: Path, cache: Path) -> CoverFiles:
    """Poster 1080x1512 and square crops of 592 and 296 px.

    Raises:
        PictureError: the picture cannot be used.
    """

    def make(raw: bytes, folder: Path) -> None:
        poster = _to_poster(_decode(raw, path, POSTER[0]))
        height = POSTER[1]
        square = poster.crop((0, height // 7, POSTER[0], height // 7 + POSTER[0]))
        flat = is_flat(poster)
        save_picture(poster, folder / "poster", flat=flat)
        save_picture(square.resize((SQUARE, SQUARE), Image.Resampling.LANCZOS), folder / "square", flat=flat)
        save_picture(square.resize((THUMB, THUMB), Image.Resampling.LANCZOS), folder / "thumb", flat=flat)

    folder = derived(cache, path, f"cover-{_RECIPE}", make)
    files = {file.stem: file for file in folder.iterdir()}
    return CoverFiles(files["poster"], files["square"], files["thumb"])


def inline_picture(path: Path, cache: Path, widest: int = INLINE_WIDTH) -> PictureFile:
    """A picture for the text, at most `widest` px wide.

    Raises:
        PictureError: the picture cannot be used.
    """

    def make(raw: bytes, folder: Path) -> None:
        image = _decode(raw, path, widest)
        if image.width > widest or image.height > 2 * widest:
            image.thumbnail((widest, 2 * widest), Image.Resampling.LANCZOS)
        save_picture(image, folder / "inline", flat=is_flat(image))

    recipe = f"inline-{_RECIPE}" if widest == INLINE_WIDTH else f"inline-{_RECIPE}-{widest}"
    file = next(derived(cache, path, recipe, make).iterdir())
    with Image.open(file) as image:
        return PictureFile(file, *image.size)


def _decode(raw: bytes, path: Path, width: int) -> Image.Image:
    """Upright RGB pixels on paper, without metadata."""
    suffix = path.suffix.lower()
    if suffix in (".heic", ".heif", ".avif") or raw[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise _error(
            "heic",
            Text(
                f"“{path.name}”是手机的 HEIC 格式，屏幕显示不了。",
                f"“{path.name}” is a HEIC picture, which the screen cannot show.",
            ),
            Text("先在手机或电脑上另存为 JPG。", "Save it as JPG first."),
        )
    if suffix == ".svg":
        try:
            return _on_paper(draw(raw, width))
        except SvgError as error:
            raise _error(
                "bad-svg",
                Text(f"“{path.name}”里不能有 {error}。", f"“{path.name}” cannot be used: {error}."),
                Text(
                    "SVG 里只留图形：文字转成曲线，去掉外部图片和脚本。",
                    "Keep shapes only: turn text into paths, remove linked pictures and scripts.",
                ),
            ) from error
    return _on_paper(_bitmap(raw, path))


def _bitmap(raw: bytes, path: Path) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is judged below
            image = Image.open(io.BytesIO(raw), formats=("PNG", "JPEG", "WEBP"))
            if image.width * image.height > MOST_PIXELS:
                raise _huge(path, f"{image.width}x{image.height}")
            image.load()
            return ImageOps.exif_transpose(image)
    except Image.DecompressionBombError as error:
        raise _huge(path, "") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:  # what Pillow raises for broken files
        raise _error(
            "bad-picture",
            Text(f"图片“{path.name}”打不开，可能已损坏。", f"The picture “{path.name}” cannot be decoded."),
            Text("用 PNG、JPG、WebP 或 SVG 重新导出。", "Export it again as PNG, JPG, WebP or SVG."),
        ) from error


def _huge(path: Path, size: str) -> PictureError:
    return _error(
        "huge-picture",
        Text(f"图片“{path.name}”太大（{size} 像素）。", f"The picture “{path.name}” is too large ({size} pixels)."),
        Text("先缩小到宽 4000 像素以内。", "Scale it down to at most 4000 pixels wide."),
    )


def _error(code: str, message: Text, hint: Text) -> PictureError:
    return PictureError(code, message, hint)


def _on_paper(image: Image.Image) -> Image.Image:
    """A new picture with nothing of the old one but its pixels; transparent ones become paper."""
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        ground = Image.new("RGB", image.size, PAPER)
        ground.paste(rgba, mask=rgba.getchannel("A"))
        return ground
    fresh = Image.new("RGB", image.size)
    fresh.paste(image.convert("RGB"))
    return fresh


def _to_poster(image: Image.Image) -> Image.Image:
    """5:7 at poster size, cropped when little is lost, else whole on paper."""
    wide, high = POSTER
    ratio = (image.width / image.height) / (wide / high)
    if min(ratio, 1 / ratio) >= 1 - _MOST_CROP:
        return ImageOps.fit(image, POSTER, Image.Resampling.LANCZOS)
    return ImageOps.pad(image, POSTER, Image.Resampling.LANCZOS, color=PAPER)
