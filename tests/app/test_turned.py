"""A screen hung upright whose computer does not know: the settings turn the canvas, and touches land where they are seen."""

from __future__ import annotations

from support.kiosk import LANDSCAPE, running
from support.union import Union


def test_a_turned_canvas_is_touched_where_it_is_seen(union: Union) -> None:
    """The wide window shows the portrait layout, turned; its door opens."""
    with running(union.data, LANDSCAPE, orientation="portrait", site="第一机床厂") as k:
        canvas = k.hand.see("canvas")
        assert canvas.height() > canvas.width()
        assert k.shows("第一机床厂")
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")
