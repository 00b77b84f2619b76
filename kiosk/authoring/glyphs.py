"""Characters that none of the shipped fonts can draw: rare characters in names, emoji."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import kiosk
from kiosk.core.source import Fields
from kiosk.core.text import Text


def _fonts_folder() -> Path:
    """Beside the package in a checkout, inside it when installed, in the bundle when frozen."""
    package = Path(kiosk.__file__).resolve().parent
    places = [Path(bundle) / "assets" for bundle in [getattr(sys, "_MEIPASS", None)] if bundle]
    places += [package / "_assets", package.parent / "assets"]
    return next((place for place in places if place.is_dir()), places[-1]) / "fonts"


FONTS = _fonts_folder()
READING, TITLES = "NotoSansSC-Regular.otf", "NotoSerifSC-Bold.otf"
_INVISIBLE = frozenset("\n\t\u200b\ufeff\ufe0f")


def missing_from(text: str, font: str, fonts: Path = FONTS) -> tuple[str, ...]:
    """Characters of `text` that `font` lacks, in order, each once; none when the font is not there to ask."""
    known = characters(fonts / font)
    if not known:
        return ()
    return tuple(dict.fromkeys(ch for ch in text if ch not in _INVISIBLE and ord(ch) not in known))


@cache
def characters(font: Path) -> frozenset[int]:
    """Code points a font file maps; empty when the file does not exist."""
    if not font.is_file():
        return frozenset()
    from fontTools.ttLib import TTFont  # 0.1 s: only when a pack is checked

    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def warn_of_large(fields: Fields, key: str, words: str) -> None:
    """Note characters that the large type of the screen lacks, at field `key`."""
    missing = missing_from(words, TITLES)
    if missing:
        fields.findings.warn(
            "missing-glyph",
            fields.file,
            fields.line(key),
            Text(f"屏幕的大字里没有：{' '.join(missing)}", f"The screen's large type lacks: {' '.join(missing)}"),
            Text("换个写法，或请维护人员把字补进字体。", "Write it otherwise, or ask to have them added to the fonts."),
        )
