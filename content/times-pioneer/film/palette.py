"""The five printing colours of the posters, the size of the picture, and Song type."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError
from PIL import ImageFont

SIZE = WIDTH, HEIGHT = 1280, 720
FPS = 30

INKS = {"paper": "#F3EADA", "ink": "#1C1917", "red": "#B3261C", "gold": "#C59B48", "blue": "#26424F"}

_OURS = Path(__file__).resolve().parents[3] / "assets" / "fonts"
_SYSTEM = (
    Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"),
    Path("/usr/share/fonts/noto-cjk/NotoSerifCJK-Bold.ttc"),
    Path("/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Bold.ttc"),
)


class NoFontError(RuntimeError):
    """No Song type on this computer has the characters of a script."""


def song(size: int, words: str) -> ImageFont.FreeTypeFont:
    """Bold Song type in `size` pixels that has every character of `words`; the product's own font first.

    Raises:
        NoFontError: none has; the message says what to install.
    """
    wanted = {ord(sign) for sign in words if not sign.isspace()}
    for file in (*sorted(_OURS.glob("*Serif*Bold*")), *_SYSTEM):
        if file.is_file() and (index := _simplified(file, wanted)) is not None:
            return ImageFont.truetype(file, size, index=index)
    raise NoFontError("no Song font with the characters of the script: install fonts-noto-cjk")


def _simplified(file: Path, wanted: Iterable[int]) -> int | None:
    """Index of the face for simplified Chinese in `file`, when it has the characters."""
    try:
        faces = TTCollection(file, lazy=True).fonts if file.suffix.lower() == ".ttc" else [TTFont(file, lazy=True)]
    except TTLibError:
        return None
    for index, face in enumerate(faces):
        name = face["name"].getDebugName(1) or ""
        if (len(faces) == 1 or name.endswith("SC")) and set(wanted) <= set(face.getBestCmap()):
            return index
    return None
