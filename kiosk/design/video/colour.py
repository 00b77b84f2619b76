"""Right colours without a GPU.

Qt turns YUV into RGB on the CPU with the coefficients of BT.601 whatever the film says; its GPU path minds BT.709. For HD
film that makes red too dark and green too light. The error is one 3x3 matrix, so it is mended with a colour transform
between two linear colour spaces whose primaries are that matrix apart.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColorSpace, QColorTransform
from PySide6.QtMultimedia import QVideoFrameFormat

Matrix = tuple[tuple[float, float, float], ...]

HD_ABOVE = 576
"""Lines from which on a film that says nothing is taken for BT.709, as Qt's GPU path does."""

_WHITE = (0.3127, 0.3290)
_SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))


def is_bt709(form: QVideoFrameFormat) -> bool:
    """Whether the frames are to be read as BT.709."""
    space = form.colorSpace()
    if space == QVideoFrameFormat.ColorSpace.ColorSpace_Undefined:
        return form.frameHeight() > HD_ABOVE
    return space == QVideoFrameFormat.ColorSpace.ColorSpace_BT709


def matrix() -> Matrix:
    """From RGB read as BT.601 to RGB read as BT.709."""
    columns = [_as_709(*(1.0 if i == j else 0.0 for j in range(3))) for i in range(3)]
    return tuple((columns[0][row], columns[1][row], columns[2][row]) for row in range(3))


@cache
def to_bt709() -> QColorTransform:
    """The transform for `QImage.applyColorTransform`."""
    white = _xyz(_WHITE)
    scale = _solve(tuple(zip(*(_xyz(p) for p in _SRGB), strict=True)), white)
    srgb = [[part * scale[i] for part in _xyz(p)] for i, p in enumerate(_SRGB)]
    wrong = matrix()
    read: list[QPointF] = []
    for column in range(3):
        x, y, z = (sum(srgb[row][axis] * wrong[row][column] for row in range(3)) for axis in range(3))
        read.append(QPointF(x / (x + y + z), y / (x + y + z)))
    return _linear(tuple(read)).transformationToColorSpace(_linear(tuple(QPointF(*p) for p in _SRGB)))


def _linear(primaries: tuple[QPointF, ...]) -> QColorSpace:
    red, green, blue = primaries
    return QColorSpace(QPointF(*_WHITE), red, green, blue, QColorSpace.TransferFunction.Linear)


def _as_709(r: float, g: float, b: float) -> tuple[float, float, float]:
    y = 0.299 * r + 0.587 * g + 0.114 * b
    u, v = (b - y) / 1.772, (r - y) / 1.402
    return y + 1.5748 * v, y - 0.187324 * u - 0.468124 * v, y + 1.8556 * u


def _xyz(chromaticity: tuple[float, float]) -> tuple[float, float, float]:
    x, y = chromaticity
    return x / y, 1.0, (1 - x - y) / y


def _solve(m: Matrix, v: tuple[float, float, float]) -> tuple[float, ...]:
    """Cramer's rule."""
    whole = _det(m)
    return tuple(
        _det(tuple(tuple(v[r] if c == i else m[r][c] for c in range(3)) for r in range(3))) / whole  # type: ignore[misc]
        for i in range(3)
    )


def _det(m: Matrix) -> float:
    (a, b, c), (d, e, f), (g, h, i) = m
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
