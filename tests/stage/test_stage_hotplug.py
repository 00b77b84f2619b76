"""Screens that come, go, sleep and change places in the middle of a lecture."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest
from lecture_world import BEAMER, GLASS, Stage, moved, on_stage
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.stage.keeper import remembered_roles
from kiosk.stage.windows import Roles, Screen

pytestmark = pytest.mark.qt_log_ignore("No RHI backend")  # a film without a GPU


def at(window: QQuickWindow | None, screen: Screen) -> bool:
    return window is not None and window.geometry().getRect() == (screen.x, screen.y, screen.width, screen.height)


def placed(stage: Stage, own: Screen, audience: Screen | None) -> None:
    """The windows find their places within two seconds."""
    began = time.monotonic()

    def right() -> bool:
        if audience is None:
            return stage.audience is None and not stage.vm.two and at(stage.kiosk.app.window, own)
        return at(stage.kiosk.app.window, own) and at(stage.audience, audience) and stage.vm.two

    stage.hand.wait(right, "the windows in their places")
    assert time.monotonic() - began < 2


def windows() -> int:
    return sum(w.isVisible() for w in QGuiApplication.topLevelWindows())


def test_the_projector_is_pulled_out_and_put_in_again(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.go("numbers")
        stage.screens.become(GLASS)
        placed(stage, GLASS, None)
        stage.see("numbers")
        assert "70.3" in stage.texts()
        stage.hand.touch("solo.pull")
        stage.hand.touch("console.next")
        stage.see("years")
        stage.screens.become(GLASS, BEAMER)
        placed(stage, GLASS, BEAMER)
        stage.see("years")
        assert windows() == 2


def test_a_film_goes_on_elsewhere(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.go("film")
        stage.hand.wait(lambda: stage.vm.reel and stage.vm.reel.position > 100, "the film to run")
        stage.screens.become(GLASS)
        placed(stage, GLASS, None)
        stage.see("film")
        stage.hand.wait(lambda: stage.vm.reel and stage.vm.reel.phase == "ended", "the film to end")
        assert stage.vm.reel is not None
        assert stage.vm.reel.position == 1000


def test_one_touch_swaps_and_is_remembered(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.go("cover")
        stage.hand.touch("console.swap")
        placed(stage, BEAMER, GLASS)
        stage.see("cover")
        stage.hand.wait(lambda: stage.kiosk.app.lanes.waiting == 0, "the disk")
        assert remembered_roles(tmp_path / "data") == Roles("BEAMER", "GLASS")
        stage.screens.become(GLASS)
        placed(stage, GLASS, None)
        stage.screens.become(GLASS, BEAMER)
        placed(stage, BEAMER, GLASS)


def test_a_screen_moves_and_grows(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        larger = moved(BEAMER, x=-1920, width=1920, height=1080)
        stage.screens.become(GLASS, larger)
        placed(stage, GLASS, larger)


def test_all_screens_sleep_and_wake(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.go("cover")
        stage.screens.become()
        stage.hand.wait(lambda: stage.screens._known == (), "the night")
        stage.vm.next()
        stage.see("why")
        stage.screens.become(GLASS, BEAMER)
        placed(stage, GLASS, BEAMER)


def test_the_kiosks_own_glass_goes_dark(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.go("cover")
        alone = moved(BEAMER, primary=True)
        stage.screens.become(alone)
        placed(stage, alone, None)
        stage.see("cover")
        stage.screens.become(GLASS, BEAMER)
        placed(stage, GLASS, BEAMER)


def resident() -> float:
    """Megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def test_a_hundred_swaps_leave_nothing_behind(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.go("cover")
        seen: list[float] = []
        for n in range(100):
            stage.vm.swap()
            own, other = (BEAMER, GLASS) if n % 2 == 0 else (GLASS, BEAMER)
            placed(stage, own, other)
            if n % 10 == 9:
                stage.screens.become(GLASS)
                placed(stage, GLASS, None)
                stage.screens.become(GLASS, BEAMER)
                placed(stage, GLASS, BEAMER)
                gc.collect()
                seen.append(resident())
        stage.see("cover")
        assert windows() == 2
        assert seen[-1] - seen[2] < 30, seen


def test_after_the_lecture_the_kiosk_is_on_its_own_glass(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        before = (GLASS.x, GLASS.y, GLASS.width, GLASS.height)
        stage.vm.swap()
        placed(stage, BEAMER, GLASS)
        stage.vm.leave()
        stage.hand.wait(lambda: stage.kiosk.app.shell.attract, "a clean kiosk")
        assert stage.kiosk.app.window.geometry().getRect() == before
        stage.hand.wait(lambda: windows() == 1, "one window")
