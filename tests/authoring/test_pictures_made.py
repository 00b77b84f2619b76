"""Pictures are re-encoded once, upright, without metadata, and refused before they can do harm."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from kiosk.authoring.pictures import PAPER, PictureError, cover_pictures, inline_picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">{body}</svg>'
FLAT = '<rect width="1000" height="1400" fill="#B3261C"/><circle cx="500" cy="700" r="300" fill="#F3EADA"/>'


def photo(width: int, height: int) -> Image.Image:
    noise = Image.frombytes("RGB", (40, 40), random.Random(1).randbytes(4800))
    return noise.resize((width, height), Image.Resampling.BICUBIC)


def save(image: Image.Image, file: Path, **options: object) -> Path:
    image.save(file, **options)  # type: ignore[arg-type]
    return file


def test_a_flat_poster_becomes_small_pngs_of_three_sizes(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(w=1000, h=1400, body=FLAT))
    made = cover_pictures(tmp_path / "a.svg", tmp_path / "cache")
    sizes = []
    for file in (made.poster, made.square, made.thumb):
        with Image.open(file) as image:
            sizes.append((image.format, image.size))
        assert file.stat().st_size < 60_000
    assert sizes == [("PNG", (1080, 1512)), ("PNG", (592, 592)), ("PNG", (296, 296))]
    with Image.open(made.square) as square:
        assert square.convert("RGB").getpixel((296, 296)) == PAPER  # the circle is in the middle of the crop


def test_the_second_time_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(w=1000, h=1400, body=FLAT))
    first = cover_pictures(tmp_path / "a.svg", tmp_path / "cache")
    made = first.poster.stat().st_mtime_ns
    assert cover_pictures(tmp_path / "a.svg", tmp_path / "cache") == first
    assert first.poster.stat().st_mtime_ns == made


def test_a_photo_is_turned_upright_scaled_and_stripped(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010E] = "where it was taken"
    file = save(photo(3000, 2000), tmp_path / "a.jpg", exif=exif, comment=b"a secret", quality=90)
    made = inline_picture(file, tmp_path / "cache")
    assert (made.file.suffix, made.width, made.height) == (".jpg", 1600, 2400)
    raw = made.file.read_bytes()
    assert b"secret" not in raw
    assert b"taken" not in raw
    with Image.open(made.file) as image:
        assert not image.getexif()


def test_a_landscape_photo_stands_whole_on_paper(tmp_path: Path) -> None:
    made = cover_pictures(save(photo(1600, 900), tmp_path / "a.png"), tmp_path / "cache")
    with Image.open(made.poster) as poster:
        assert poster.size == (1080, 1512)
        corner = poster.convert("RGB").getpixel((5, 5))
    assert isinstance(corner, tuple)
    assert all(abs(a - b) < 6 for a, b in zip(corner, PAPER, strict=True))


def test_transparency_becomes_paper(tmp_path: Path) -> None:
    file = save(Image.new("RGBA", (500, 700), (0, 0, 0, 0)), tmp_path / "a.png")
    with Image.open(cover_pictures(file, tmp_path / "cache").poster) as poster:
        assert poster.convert("RGB").getpixel((500, 700)) == PAPER


BAD_SVG = {
    "script": "<script>alert(1)</script>",
    "text": "<text>王</text>",
    "image": '<image href="file:///etc/passwd"/>',
    "external use": '<use href="other.svg#a"/>',
    "style import": "<style>@import url(http://example.com/a.css);</style>",
    "style url": "<rect style=\"fill:url('http://example.com/a')\"/>",
    "event": '<rect onclick="alert(1)"/>',
    "unclosed": "<rect>",
}


@pytest.mark.parametrize("body", BAD_SVG.values(), ids=BAD_SVG.keys())
def test_drawings_that_reach_out_are_refused(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(w=1000, h=1400, body=body))
    with pytest.raises(PictureError) as failure:
        cover_pictures(tmp_path / "a.svg", tmp_path / "cache")
    assert failure.value.code == "bad-svg"


def test_entities_and_odd_proportions_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format(w=1000, h=1400, body="&a;")
    for text in (bomb, SVG.format(w=1, h=90_000, body=""), "<html/>", "no xml"):
        (tmp_path / "a.svg").write_text(text)
        with pytest.raises(PictureError, match="bad-svg"):
            cover_pictures(tmp_path / "a.svg", tmp_path / "cache")


def test_broken_and_foreign_files_are_refused(tmp_path: Path) -> None:
    whole = io.BytesIO()
    photo(300, 300).save(whole, "JPEG")
    cases = {
        "a.heic": (b"\0\0\0\x18ftypheic" + b"\0" * 40, "heic"),
        "renamed.jpg": (b"\0\0\0\x18ftypheic" + b"\0" * 40, "heic"),
        "cut.jpg": (whole.getvalue()[:500], "bad-picture"),
        "empty.png": (b"", "bad-picture"),
        "text.png": (b"hello", "bad-picture"),
        "a.gif": (b"GIF89a" + b"\0" * 40, "bad-picture"),
    }
    for name, (raw, code) in cases.items():
        (tmp_path / name).write_bytes(raw)
        with pytest.raises(PictureError) as failure:
            inline_picture(tmp_path / name, tmp_path / "cache")
        assert failure.value.code == code, name
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
