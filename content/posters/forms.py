"""Forms several posters share: limbs, crowds, petals, gears. They only build on the kit's shapes."""

from __future__ import annotations

import math

from kit import Contour, Point, Shape, arc, circle, curve, polar, turn


def limb(p: Point, r: float, q: Point, s: float) -> Shape:
    """A finger, a drop, an ear: the band stretched round two discs (p, r) and (q, s)."""
    (px, py), (qx, qy) = p, q
    way = math.degrees(math.atan2(qx - px, py - qy))
    lean = math.degrees(math.acos((r - s) / math.dist(p, q)))
    return [arc(qx, qy, s, way - lean, way + lean) + arc(px, py, r, way + lean, way + 360 - lean)]


def merge(*shapes: Shape) -> Shape:
    """Shapes that do not touch, as one: a crowd then costs one path."""
    return [contour for shape in shapes for contour in shape]


def disc(cx: float, cy: float, r: float, points: int) -> Shape:
    """A small disc with a set number of corners, for crowds where every byte counts."""
    return [[polar(cx, cy, r, 360 * i / points) for i in range(points)]]


def crescent(cx: float, cy: float, r: float, towards: float, shift: float, bite: float) -> Shape:
    """A disc of `r` with a disc of `bite`, set `shift` away `towards` an angle, bitten out of it."""
    along = (shift * shift + r * r - bite * bite) / (2 * shift)
    horn = math.degrees(math.acos(along / r))
    inner = math.degrees(math.acos((along - shift) / bite))
    x, y = polar(cx, cy, shift, towards)
    return [
        arc(cx, cy, r, towards + horn, towards + 360 - horn) + arc(x, y, bite, towards + 360 - inner, towards + inner)
    ]


def petal(x: float, y: float, angle: float, length: float, width: float) -> Shape:
    """A pointed leaf growing from (x, y) towards `angle`, widest above its middle."""
    w = width / 2
    right = curve((x, y), (x + w * 0.9, y - length * 0.2), (x + w * 1.35, y - length * 0.62), (x, y - length))
    left = [(2 * x - px, py) for px, py in reversed(right)]
    return turn([right + left[1:-1]], angle, about=(x, y))


def gear(cx: float, cy: float, outer: float, inner: float, teeth: int) -> Shape:
    """A toothed wheel with a round bore of `inner`."""
    rim: Contour = []
    step = 360 / teeth
    for i in range(teeth):
        a = i * step
        rim += [polar(cx, cy, outer * 0.8, a - step * 0.32), polar(cx, cy, outer, a - step * 0.2)]
        rim += [polar(cx, cy, outer, a + step * 0.2), polar(cx, cy, outer * 0.8, a + step * 0.32)]
    return [rim, *circle(cx, cy, inner)]


def soften(shape: Shape, rounds: int = 2) -> Shape:
    """The shape with its shallow angles (under 40 degrees) cut, so a letter still looks round at half the sheet."""
    for _ in range(rounds):
        shape = [_soften_contour(contour) for contour in shape]
    return shape


def _soften_contour(contour: Contour) -> Contour:
    out: Contour = []
    for i, (x, y) in enumerate(contour):
        (px, py), (nx, ny) = contour[i - 1], contour[(i + 1) % len(contour)]
        bend = math.atan2(ny - y, nx - x) - math.atan2(y - py, x - px)
        turned = abs((math.degrees(bend) + 180) % 360 - 180)
        if 2 < turned < 40:
            cut = min(0.25 * math.dist((x, y), (px, py)), 0.25 * math.dist((x, y), (nx, ny)))
            for ox, oy in ((px, py), (nx, ny)):
                k = cut / max(math.dist((x, y), (ox, oy)), 1e-9)
                out.append((x + (ox - x) * k, y + (oy - y) * k))
        else:
            out.append((x, y))
    return out
