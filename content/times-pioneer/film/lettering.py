"""Words on a picture: each character rises out of its own line, one shortly after another."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from film.palette import FPS, INKS, song
from film.script import Words

_RISE_S = 0.4
_APART_S = 0.05
_LINE = 1.08
"""Height of a line, in sizes."""
_UNIT = 0.36
"""Size of a measure word beside its number."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One character, drawn once, with the place of its left top corner and when it begins to rise."""

    image: Image.Image
    place: tuple[int, int]
    at: float


class Lettering:
    """All words of one shot."""

    def __init__(self, words: tuple[Words, ...]) -> None:
        self._signs = [sign for one in words for sign in _signs(one)]

    def state(self, frame: int) -> tuple[int, ...]:
        """Equal for two frames exactly when they look the same."""
        return tuple(_hidden(sign, frame / FPS) for sign in self._signs)

    def draw(self, picture: Image.Image, frame: int) -> None:
        """Put the words on the picture."""
        for sign in self._signs:
            hidden = _hidden(sign, frame / FPS)
            seen = sign.image.crop((0, 0, sign.image.width, sign.image.height - hidden))
            if seen.height > 0:
                picture.paste(seen, (sign.place[0], sign.place[1] + hidden), seen)


def _hidden(sign: Sign, seconds: float) -> int:
    """Pixels of the character that are still under its line."""
    t = min(1.0, max(0.0, (seconds - sign.at) / _RISE_S))
    return round(sign.image.height * (1 - t) ** 4)


def _signs(words: Words) -> list[Sign]:
    font, step = song(words.size, words.text), round(words.size * _LINE)
    x, y = words.centre
    if words.down:
        top = y - len(words.text) * step / 2
        places = [(x - font.getlength(sign) / 2, top + number * step) for number, sign in enumerate(words.text)]
        return _row(words.text, words, font, words.colour, places)
    unit_size = round(words.size * _UNIT)
    unit_font = song(unit_size, words.unit) if words.unit else font
    wide = font.getlength(words.text)
    whole = wide + (unit_font.getlength(words.unit) + unit_size * 0.15 if words.unit else 0)
    left = x - whole / 2
    made = _row(words.text, words, font, words.colour, _along(words.text, font, left, y - step / 2))
    # Digits stand 0.37 of their size below the middle of the line, Chinese characters 0.45 of theirs.
    middle = y + words.size * 0.37 - unit_size * 0.45
    left += whole - (unit_font.getlength(words.unit) if words.unit else 0)
    along = _along(words.unit, unit_font, left, middle - unit_size * _LINE / 2)
    return made + _row(words.unit, words, unit_font, words.unit_colour or words.colour, along, len(words.text))


def _along(text: str, font: ImageFont.FreeTypeFont, left: float, top: float) -> list[tuple[float, float]]:
    return [(left + font.getlength(text[:number]), top) for number in range(len(text))]


def _row(
    text: str,
    words: Words,
    font: ImageFont.FreeTypeFont,
    colour: str,
    places: list[tuple[float, float]],
    before: int = 0,
) -> list[Sign]:
    """Signs of `text`, each beginning a little after the one before it."""
    height = round(font.size * _LINE)
    return [
        Sign(_drawn(sign, font, INKS[colour], height), (round(x), round(y)), words.at + (before + number) * _APART_S)
        for number, (sign, (x, y)) in enumerate(zip(text, places, strict=True))
    ]


def _drawn(sign: str, font: ImageFont.FreeTypeFont, colour: str, height: int) -> Image.Image:
    """The character in a box as high as its line, centred on the optical middle of Chinese characters and digits."""
    image = Image.new("RGBA", (max(1, round(font.getlength(sign))), height), colour)
    mask = Image.new("L", image.size)
    above, below = font.getbbox("国0")[1], font.getbbox("国0")[3]
    ImageDraw.Draw(mask).text((0, (height - above - below) / 2), sign, font=font, fill=255)
    image.putalpha(mask)
    return image
