"""Screens that are loaded while nobody touches the glass."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk import qtstart
from kiosk.app import screen_of
from kiosk.jobs import Lanes
from kiosk.kinds import discover
from kiosk.shell.warm import Warm


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()
    made.deleteLater()


def test_every_screen_is_compiled_once_it_is_quiet(qtbot: QtBot, lanes: Lanes) -> None:
    from kiosk.design import assets, icons  # noqa: F401  registers the QML singletons

    engine, seen = qtstart.engine(), [False, False, True]
    screens = [(kind.view_model.split(":")[0], screen_of(kind)) for kind in discover().values()]
    warm = Warm(engine, lanes, screens, lambda: seen.pop(0) if len(seen) > 1 else seen[0])
    with qtbot.waitSignal(warm.finished, timeout=20_000):
        warm.start()
    assert seen == [True], "a touch put it off"
    assert [c.url().toLocalFile() for c in warm._held] == [str(file) for _, file in screens]
    assert all(c.isReady() for c in warm._held)
    warm.stop()
    engine.deleteLater()
    warm.deleteLater()
    qtstart.drop_deferred()
