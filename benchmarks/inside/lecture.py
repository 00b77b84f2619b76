"""A lecture on a console of 1920x1080 and a projector beside it: `lecture DATA changes|pages|swaps|film720|film1080|hours`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtQuick import QQuickWindow

from benchmarks.bench import centile
from benchmarks.inside.stage import say
from benchmarks.process import pss_kb
from kiosk.app import App, Options
from kiosk.cli.place import settings
from kiosk.stage.screens import Screens
from kiosk.stage.viewmodel import StageViewModel
from kiosk.stage.windows import Screen

UID = "bench/long"
PATIENCE = 30.0
SPEED, HOURS_S = 20, 7200.0
FILM_S = 14.0


class TwoScreens(Screens):
    """A console, and a projector on its right in the same frame buffer."""

    def __init__(self, small: bool) -> None:
        super().__init__()
        beamer = Screen("BEAMER", 1920, 0, *((1280, 720) if small else (1920, 1080)))
        self._there = (Screen("GLASS", 0, 0, 1920, 1080, primary=True), beamer)

    def read(self) -> tuple[Screen, ...]:
        """Always both."""
        return self._there


class Hall:
    """A kiosk that holds the lecture."""

    def __init__(self, data: Path, *, small: bool) -> None:
        self.app = App(
            settings(data), Options(size=(1920, 1080), seed=7, watch=False, screens=lambda: TwoScreens(small))
        )
        self.app.show()
        self._beat = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._beat.start()
        self.rest(1.5)
        self.app.stagehand.begin(UID)
        self.until(lambda: self.app.stagehand.vm is not None, "the lecture")
        self.frames: list[float] = []
        self.rest(1.5)
        self.audience.frameSwapped.connect(self._swapped, Qt.ConnectionType.DirectConnection)

    @property
    def vm(self) -> StageViewModel:
        """The lecture."""
        assert self.app.stagehand.vm is not None
        return self.app.stagehand.vm

    @property
    def audience(self) -> QQuickWindow:
        """The projector's window."""
        placing = self.app.stagehand.placing
        assert placing is not None
        assert placing.audience is not None
        return placing.audience

    def _swapped(self) -> None:
        self.frames.append(time.perf_counter())

    def _more(self, seen: int) -> bool:
        return len(self.frames) > seen

    def turn(self) -> None:
        """One turn of the event loop."""
        self.app.qt.processEvents(
            QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        )

    def until(self, ready: Callable[[], object], what: str) -> None:
        """Turn until `ready()`.

        Raises:
            RuntimeError: it did not come.
        """
        end = time.perf_counter() + PATIENCE
        while not ready():
            if time.perf_counter() > end:
                raise RuntimeError(f"{what} did not come")
            self.turn()

    def rest(self, seconds: float) -> None:
        """Let the lecture go on for a while."""
        loop = QEventLoop()  # a running one: only that deletes what was to be deleted later
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def change(self) -> float:
        """Milliseconds from the next step being asked for to the first frame that looks different."""
        before, seen = self.audience.grabWindow(), len(self.frames)
        began = time.perf_counter()
        self.vm.next()
        while True:
            self.until(partial(self._more, seen), "a frame")
            at, seen = self.frames[-1], len(self.frames)
            if self.audience.grabWindow() != before:
                return (at - began) * 1000

    def close(self) -> None:
        """Put it away."""
        self._beat.stop()
        self.app.close()


def changes(hall: Hall) -> None:
    """Slides and pages, each after a breath."""
    steps = hall.vm.run.steps
    took = []
    for start, count in ((0, 11), (steps.index("p1"), 24)):
        hall.vm.jump(start)
        hall.rest(1.2)
        for _ in range(count):
            hall.rest(0.35)
            took.append(hall.change())
    say(p50=centile(took, 0.5), p95=centile(took, 0.95), most=max(took), n=len(took))


def pages(hall: Hall) -> None:
    """Every page of the PDF, as fast as a speaker looks for one."""
    hall.vm.jump(hall.vm.run.steps.index("p1"))
    most = 0
    while hall.vm.run.index + 1 < len(hall.vm.run.steps):
        hall.rest(0.08)
        hall.vm.next()
        if hall.vm.run.index % 10 == 0:
            most = max(most, pss_kb())
    hall.rest(1.0)
    say(peak=max(most, pss_kb()) / 1024)


def swaps(hall: Hall) -> None:
    """The screens change over a hundred times."""
    took, before = [], 0
    for n in range(100):
        if n == 20:
            before = pss_kb()
        began = time.perf_counter()
        hall.vm.swap()
        hall.rest(0.06)
        took.append((time.perf_counter() - began) * 1000 - 60)
    hall.rest(1.0)
    assert hall.audience.isVisible()
    say(grown=(pss_kb() - before) / 1024, most=max(took))


def film(hall: Hall, name: str) -> None:
    """A film on the projector while the console is open; whoever looks at the display counts its frames."""
    hall.vm.jump(hall.vm.run.steps.index(name) - 1)
    hall.rest(2.0)
    hall.vm.next()
    hall.rest(FILM_S)
    say(frames=len(hall.frames))


def hours(hall: Hall) -> None:
    """Two hours of lecture at so many times the speed: every step is shown, drawn on, and left again."""
    steps, ends = len(hall.vm.run.steps), HOURS_S / SPEED
    began, before, changed = time.perf_counter(), 0, 0
    while (passed := time.perf_counter() - began) < ends:
        if not before and passed > ends / 5:
            before = pss_kb()
        hall.vm.jump(changed % 60 if changed % 3 else min(steps - 1, 15 + changed % 200))
        hall.vm.choose("pen")
        hall.vm.press(0.2, 0.2)
        hall.vm.move(0.6, 0.5)
        hall.vm.lift()
        hall.rest(0.25)
        hall.vm.wipe()
        hall.rest(0.75)
        changed += 1
    say(grown=(pss_kb() - before) / 1024, end=pss_kb() / 1024, steps=changed)


def main(data: Path, what: str) -> None:
    """One measurement."""
    hall = Hall(data, small=what == "film720")
    match what:
        case "changes":
            changes(hall)
        case "pages":
            pages(hall)
        case "swaps":
            swaps(hall)
        case "hours":
            hours(hall)
        case _:
            film(hall, what)
    hall.close()


main(Path(sys.argv[1]), sys.argv[2])
