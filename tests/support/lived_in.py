"""A kiosk that has run once: its book has records and its store a copy."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from kiosk.health.sound import judge_sound
from support.alone import alone
from support.kiosk import shared_union
from support.union import Union


@cache
def lived_in() -> Union:
    """A kiosk that has run once: its book has records and its store a copy."""
    place = shared_union().samples.place.parent / f"lived-in-{os.getpid()}"
    union = shared_union().copy(place)
    with alone(union.data) as kiosk:
        kiosk.ready()
        if judge_sound().level != "ok":
            kiosk.finding("SOUND_NONE")
        kiosk.beats(2)
        assert kiosk.close() == 0
        assert kiosk.complaints == []
    return union


@pytest.fixture
def kept(qapp: object, tmp_path: Path) -> Path:
    """The data folder of such a kiosk, to be broken."""
    return lived_in().copy(tmp_path / "union", lived=True).data
