"""Where a film stands, and how many of its frames are painted."""

from __future__ import annotations

import pytest

from kiosk.design.video.fit import Pace, letterbox


@pytest.mark.parametrize(
    ("frame", "ratio", "wanted"),
    [
        ((1600, 900), 16 / 9, (0, 0, 1600, 900)),
        ((1600, 900), 4 / 3, (200, 0, 1200, 900)),
        ((900, 1600), 1.0, (0, 350, 900, 900)),
        ((0, 900), 1.0, (0, 0, 0, 900)),
    ],
    ids=["fits", "bars at the sides", "bars above and below", "no room yet"],
)
def test_letterbox(frame: tuple[float, float], ratio: float, wanted: tuple[float, ...]) -> None:
    assert letterbox(*frame, ratio) == pytest.approx(wanted)


def test_painting_leaves_time_for_touch() -> None:
    pace = Pace().painted(10.0, 10.06)
    assert pace.wait(10.06) == pytest.approx(0.04)
    assert pace.wait(10.2) == 0.0
