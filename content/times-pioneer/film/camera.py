"""A camera over a sheet of art. Everything moves by whole pixels and nothing is rasterised while it moves."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from film.palette import FPS, HEIGHT, INKS, WIDTH
from film.script import Move, Shot
from film.sheet import Box, Sheet


@dataclass(frozen=True, slots=True)
class Layer:
    """Parts drawn once; `place` is where their box begins on the drawn sheet."""

    image: Image.Image
    place: tuple[int, int]
    move: Move | None


def ease(move: Move, seconds: float) -> float:
    """How far a move has come, 0 to 1."""
    if move.takes <= 0:
        return float(seconds >= move.at)
    t = min(1.0, max(0.0, (seconds - move.at) / move.takes))
    if move.ease == "out":
        return 1 - (1 - t) ** 4
    return t * t * (3 - 2 * t) if move.ease == "both" else t


class Camera:
    """Draws the frames of one shot's art."""

    def __init__(self, shot: Shot, sheet: Sheet, frames: int) -> None:
        self._shot = shot
        self._scale = WIDTH / shot.see
        self._start = (
            round(shot.centre[0] * self._scale) - WIDTH // 2,
            round(shot.centre[1] * self._scale) - HEIGHT // 2,
        )
        self._layers = self._split(sheet, frames)

    def state(self, frame: int) -> tuple[object, ...]:
        """Equal for two frames exactly when they look the same."""
        seconds = frame / FPS
        moved = tuple(self._where(layer, seconds) for layer in self._layers if layer.move)
        return (self._shot.pan[0] * frame, self._shot.pan[1] * frame, moved)

    def draw(self, frame: int) -> Image.Image:
        """The picture of this frame."""
        picture = Image.new("RGB", (WIDTH, HEIGHT), INKS[self._shot.ground])
        x, y = self._start[0] + self._shot.pan[0] * frame, self._start[1] + self._shot.pan[1] * frame
        for layer in self._layers:
            (left, top), box = self._where(layer, frame / FPS)
            box = _meet(box, (x, y, x + WIDTH, y + HEIGHT))
            if box[0] < box[2] and box[1] < box[3]:
                cut = layer.image.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
                picture.paste(cut, (box[0] - x, box[1] - y), cut if cut.mode == "RGBA" else None)
        return picture

    def _where(self, layer: Layer, seconds: float) -> tuple[tuple[int, int], Box]:
        """Where the layer's image lies, and the part of it that is seen, on the drawn sheet."""
        left, top = layer.place
        move = layer.move
        if move is None:
            return (left, top), (left, top, left + layer.image.width, top + layer.image.height)
        done = ease(move, seconds)
        left += round((move.start[0] + (move.end[0] - move.start[0]) * done) * self._scale)
        top += round((move.start[1] + (move.end[1] - move.start[1]) * done) * self._scale)
        right, bottom = left + layer.image.width, top + layer.image.height
        box = _wiped((left, top, right, bottom), move, done)
        if move.within:
            x, y, width, height = (side * self._scale for side in move.within)
            box = _meet(box, (round(x), round(y), round(x + width), round(y + height)))
        return (left, top), box

    def _split(self, sheet: Sheet, frames: int) -> tuple[Layer, ...]:
        """Runs of parts that move alike, each drawn as large as it is ever seen."""
        mover = {part: move for move in self._shot.moves for part in move.parts}
        runs: list[tuple[Move | None, list[int]]] = []
        for part in range(len(sheet.parts)):
            if part in self._shot.hide:
                continue
            if not runs or runs[-1][0] is not mover.get(part):
                runs.append((mover.get(part), []))
            runs[-1][1].append(part)
        return tuple(layer for move, parts in runs if (layer := self._layer(sheet, move, parts, frames)))

    def _layer(self, sheet: Sheet, move: Move | None, parts: list[int], frames: int) -> Layer | None:
        x, y = self._start
        far_x, far_y = self._shot.pan[0] * frames, self._shot.pan[1] * frames
        seen = (x + min(0, far_x), y + min(0, far_y), x + WIDTH + max(0, far_x), y + HEIGHT + max(0, far_y))
        if move:
            shifts_x = [round(p[0] * self._scale) for p in (move.start, move.end)]
            shifts_y = [round(p[1] * self._scale) for p in (move.start, move.end)]
            seen = (seen[0] - max(shifts_x), seen[1] - max(shifts_y), seen[2] - min(shifts_x), seen[3] - min(shifts_y))
        seen = _meet(seen, (0, 0, round(sheet.width * self._scale), round(sheet.height * self._scale)))
        if seen[0] >= seen[2] or seen[1] >= seen[3]:
            return None
        image = sheet.draw(parts, self._scale, seen)
        tight = image.getbbox()
        if tight is None:
            return None
        image = image.crop(tight)
        if image.getchannel("A").getextrema()[0] == 255:
            image = image.convert("RGB")
        return Layer(image, (seen[0] + tight[0], seen[1] + tight[1]), move)


def _meet(one: Box, other: Box) -> Box:
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def _wiped(box: Box, move: Move, done: float) -> Box:
    left, top, right, bottom = box
    width, height = round((right - left) * done), round((bottom - top) * done)
    match move.reveal:
        case "right":
            return (left, top, left + width, bottom)
        case "left":
            return (right - width, top, right, bottom)
        case "down":
            return (left, top, right, top + height)
        case "up":
            return (left, bottom - height, right, bottom)
        case _:
            return box
