"""Flat poster shapes to plain SVG paths: five colours, hard geometry, seeded print chips, letters as outlines.

A shape is a list of closed contours filled even-odd, so a contour inside another is a hole. Units are sheet pixels
(1000 x 1400, y down), angles are degrees clockwise from "up". Nothing here knows about a particular poster.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

PAPER, INK, RED, GOLD, BLUE = "#F3EADA", "#1C1917", "#B3261C", "#C59B48", "#26424F"
WIDTH, HEIGHT = 1000, 1400
# Debian package fonts-noto-cjk; the collection holds JP, KR, SC, TC, HK in this order.
SONG = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
SONG_SC = 2
STORIES = Path(__file__).parent.parent / "model-workers" / "stories"
MAX_BYTES = 40_000

Point = tuple[float, float]
Contour = list[Point]
Shape = list[Contour]


def polar(cx: float, cy: float, r: float, angle: float) -> Point:
    """The point at `r` from (cx, cy); 0 is up, 90 is right."""
    a = math.radians(angle)
    return cx + r * math.sin(a), cy - r * math.cos(a)


def arc(cx: float, cy: float, r: float, start: float, end: float) -> Contour:
    """Points along an arc, both ends included, dense enough to look round at twice the sheet size."""
    steps = max(2, math.ceil(abs(end - start) * max(r, 8) ** 0.5 / 60))
    return [polar(cx, cy, r, start + (end - start) * i / steps) for i in range(steps + 1)]


def poly(*points: Point) -> Shape:
    """A filled polygon."""
    return [list(points)]


def rect(x: float, y: float, w: float, h: float) -> Shape:
    """An upright rectangle by its top left corner and size."""
    return poly((x, y), (x + w, y), (x + w, y + h), (x, y + h))


def circle(cx: float, cy: float, r: float) -> Shape:
    """A disc."""
    return [arc(cx, cy, r, 0, 360)[:-1]]


def ring(cx: float, cy: float, outer: float, inner: float) -> Shape:
    """A disc with a round hole."""
    return circle(cx, cy, outer) + circle(cx, cy, inner)


def sector(cx: float, cy: float, outer: float, start: float, end: float, inner: float = 0) -> Shape:
    """A slice of a disc, or of a ring when `inner` is given."""
    back = arc(cx, cy, inner, end, start) if inner else [(cx, cy)]
    return [arc(cx, cy, outer, start, end) + back]


def stroke(points: Sequence[Point], width: float, end_width: float | None = None) -> Shape:
    """A line with mitred corners and butt ends; `end_width` makes it taper like a brush."""
    last = len(points) - 1
    total = [0.0]
    for a, b in itertools.pairwise(points):
        total.append(total[-1] + math.dist(a, b))
    left, right = [], []
    for i, (x, y) in enumerate(points):
        before, after = _normal(points, i - 1 if i else 0), _normal(points, i if i < last else last - 1)
        nx, ny = before[0] + after[0], before[1] + after[1]
        k = 2 / max(nx * nx + ny * ny, 0.4)
        w = width if end_width is None else width + (end_width - width) * total[i] / total[-1]
        dx, dy = nx * k * w / 2, ny * k * w / 2
        left.append((x + dx, y + dy))
        right.append((x - dx, y - dy))
    return [left + right[::-1]]


def _normal(points: Sequence[Point], i: int) -> Point:
    (x0, y0), (x1, y1) = points[i], points[i + 1]
    d = math.dist((x0, y0), (x1, y1))
    return (y0 - y1) / d, (x1 - x0) / d


def curve(p0: Point, p1: Point, p2: Point, p3: Point, steps: int = 24) -> Contour:
    """Points along a cubic curve, both ends included."""
    out = []
    for i in range(steps + 1):
        t = i / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        out.append((a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]))
    return out


def move(shape: Shape, dx: float, dy: float) -> Shape:
    """The shape shifted."""
    return [[(x + dx, y + dy) for x, y in c] for c in shape]


def scale(shape: Shape, kx: float, ky: float | None = None, about: Point = (0, 0)) -> Shape:
    """The shape scaled about a point; a negative factor mirrors it."""
    ky = kx if ky is None else ky
    return [[(about[0] + (x - about[0]) * kx, about[1] + (y - about[1]) * ky) for x, y in c] for c in shape]


def turn(shape: Shape, angle: float, about: Point = (0, 0)) -> Shape:
    """The shape turned clockwise about a point."""
    a = math.radians(angle)
    s, k, (cx, cy) = math.sin(a), math.cos(a), about
    return [[(cx + (x - cx) * k - (y - cy) * s, cy + (x - cx) * s + (y - cy) * k) for x, y in c] for c in shape]


def clip(shape: Shape, window: Shape) -> Shape:
    """The part of the shape inside a convex window (its first contour): Sutherland-Hodgman, contour by contour."""
    edge = window[0]
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(edge, edge[1:] + edge[:1]))
    sides = list(zip(edge, edge[1:] + edge[:1])) if area > 0 else list(zip(edge[1:] + edge[:1], edge))
    return [c for c in (_clip_contour(c, sides) for c in shape) if len(c) > 2]


def _clip_contour(contour: Contour, sides: Sequence[tuple[Point, Point]]) -> Contour:
    for (ax, ay), (bx, by) in sides:
        kept: Contour = []
        distance = [(bx - ax) * (y - ay) - (by - ay) * (x - ax) for x, y in contour]
        for i, (x, y) in enumerate(contour):
            (px, py), d0, d1 = contour[i - 1], distance[i - 1], distance[i]
            if (d0 >= 0) != (d1 >= 0):
                t = d0 / (d0 - d1)
                kept.append((px + (x - px) * t, py + (y - py) * t))
            if d1 >= 0:
                kept.append((x, y))
        contour = kept
    return contour


@cache
def _song() -> TTFont:
    return TTCollection(SONG, lazy=True).fonts[SONG_SC]


def song(text: str, cx: float, cy: float, height: float) -> Shape:
    """Song characters as outlines: the ink of the whole word is `height` high and centred on (cx, cy)."""
    font, glyphs, out, pen_x = _song(), _song().getGlyphSet(), [], 0.0
    for char in text:
        name = font.getBestCmap()[ord(char)]
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        out += move(_flatten(pen.value), pen_x, 0)
        pen_x += glyphs[name].width
    x0, y0, x1, y1 = bounds(out)
    k = height / (y1 - y0)
    return scale(move(out, cx - (x0 + x1) / 2, cy - (y0 + y1) / 2), k, about=(cx, cy))


def _flatten(commands: Iterable[tuple[str, tuple[Point, ...]]]) -> Shape:
    out: Shape = []
    for verb, args in commands:
        if verb == "moveTo":
            out.append([args[0]])
        elif verb == "lineTo":
            out[-1].append(args[0])
        elif verb == "curveTo":
            start = out[-1][-1]
            steps = max(4, round(math.dist(start, args[2]) / 16))
            out[-1] += curve(start, args[0], args[1], args[2], steps)[1:]
    return [[(x, -y) for x, y in c] for c in out]


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    xs, ys = zip(*(p for c in shape for p in c))
    return min(xs), min(ys), max(xs), max(ys)


class Sheet:
    """One poster: shapes painted in order on a ground; chips of the ground are cut through last."""

    def __init__(self, title: str, ground: str, seed: int) -> None:
        self._title, self._ground, self._random = title, ground, random.Random(seed)
        self._body: list[str] = []

    def add(self, colour: str, *shapes: Shape) -> None:
        """Paint shapes, cut to the sheet's edge."""
        for shape in shapes:
            data = "".join(_path(c) for c in clip(shape, rect(0, 0, WIDTH, HEIGHT)))
            if data:
                self._body.append(f'<path fill="{colour}" fill-rule="evenodd" d="{data}"/>')

    def chips(self, count: int = 70) -> None:
        """Small specks of ground colour, 2-5 px, as on a worn print; call once, last."""
        rnd, specks = self._random, []
        for _ in range(count):
            cx, cy, r, n = rnd.uniform(0, WIDTH), rnd.uniform(0, HEIGHT), rnd.uniform(1.2, 4.2), rnd.choice((3, 4, 5))
            start = rnd.uniform(0, 360)
            specks.append([polar(cx, cy, r * rnd.uniform(0.7, 1.2), start + 360 * i / n) for i in range(n)])
        self.add(self._ground, specks)

    def svg(self) -> str:
        """The finished file: plain paths on a ground rectangle."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        )
        ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{self._ground}"/>'
        return "\n".join([f"{head}<title>{self._title}</title>", ground, *self._body, "</svg>\n"])


def _path(contour: Contour) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}".replace(".0", "") for x, y in contour) + "Z"


def save(sheet: Sheet, path: Path) -> None:
    """Write the poster; `path` is the item's cover.svg. Raises ValueError when it is over 40 KB."""
    data = sheet.svg().encode()
    if len(data) > MAX_BYTES:
        raise ValueError(f"{path}: {len(data)} bytes, more than {MAX_BYTES}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
