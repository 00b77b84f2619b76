"""Lectures on stage in the tour: with one screen what the audience sees, with a second one the speaker's console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from kiosk.stage.screens import Screens
from kiosk.stage.windows import Screen
from kiosk.tour.hand import Hand
from kiosk.tour.lectures import DECK, WRITTEN

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.stage.viewmodel import StageViewModel


GAPS = "tour/gaps"
"""See `kiosk.tour.extras`."""


class PretendScreens(Screens):
    """The tour's glass, and a projector that can be put in.

    Args:
        size: of the glass.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self._glass = Screen("GLASS", 0, 0, *size, primary=True)
        self._plugged = False

    def read(self) -> tuple[Screen, ...]:
        """What is there now."""
        beamer = Screen("PROJECTOR", self._glass.width, 0, 1280, 720)
        return (self._glass, beamer) if self._plugged else (self._glass,)

    def plug(self) -> None:
        """Put the projector in."""
        self._plugged = True
        self.look()


def rehearsed(a: App, h: Hand) -> None:
    """A rehearsal, at its end."""
    a.stagehand.rehearse(WRITTEN)
    h.see("rehearsal.rows")
    h.wait(lambda: a.stagehand.rehearsal is not None and not a.stagehand.rehearsal.busy, "the sheet", 60)


def begin(a: App, h: Hand) -> None:
    """The first step, with one screen."""
    if h.find("rehearsal.leave") is not None:
        h.touch("rehearsal.leave")
        h.wait(lambda: not a.stagehand.busy, "the kiosk")
    a.stagehand.begin(WRITTEN)
    h.see("audience")


def at(a: App, h: Hand, design: str, number: int = 0) -> None:
    """Go to a step of a design; wait until the audience sees it."""
    vm = _vm(a)
    found = [i for i in range(len(vm.run.steps)) if vm.slide(i)["design"] == design]
    vm.jump(found[number])
    h.wait(lambda: _showing(h) in (found[number], None), f"a {design}")


def raised(a: App, h: Hand) -> None:
    """The console over the slide."""
    at(a, h, "text")
    h.touch("solo.pull")
    h.see("solo.notes")


def solo_quiz(a: App, h: Hand) -> None:
    """A quiz with one screen: the zones of the teams on the slide, the speaker's buttons below."""
    vm = _vm(a)
    vm.openPanel("")
    vm.jump(next(i for i in range(len(vm.run.steps)) if vm.slide(i)["kind"] == "quiz"))
    h.touch("live.teams.3")
    h.touch("live.arm")


def solo_put_away(_a: App, h: Hand) -> None:
    """The same with the console put away."""
    h.touch("solo.away")
    h.see("live.zone.1")


def solo_black(a: App, _h: Hand) -> None:
    """A black screen with one screen; the quiz has not begun."""
    while _vm(a).live.undoable:
        _vm(a).live.undo()
    _vm(a).cover("black")


def asked(a: App, h: Hand) -> None:
    """Whether it is over."""
    _vm(a).reveal()
    _vm(a).setRaised(True)
    h.touch("console.leave")
    h.see("leave.go")


def plugged(a: App, h: Hand) -> None:
    """A projector: the kiosk's own glass is the console now."""
    _vm(a).openPanel("")
    _vm(a).setRaised(False)
    assert a.stagehand.placing is not None
    screens = a.stagehand.placing.screens
    assert isinstance(screens, PretendScreens)
    screens.plug()
    h.see("console.pad")


def drawn(a: App, h: Hand) -> None:
    """A stroke of each pen, and the audience's picture held."""
    at(a, h, "text")
    for tool, high in (("console.pen", 0.3), ("console.marker", 0.6)):
        h.touch(tool)
        pad = h.see("console.pad")
        left, top = h.middle(pad).x() - pad.width() * 0.3, h.middle(pad).y() - pad.height() * (0.5 - high)
        h.swipe(QPoint(round(left), round(top)), QPoint(round(left + pad.width() * 0.5), round(top)))
    h.touch("console.marker")
    h.touch("console.hold")


def listed(a: App, h: Hand) -> None:
    """The run order."""
    _vm(a).reveal()
    h.touch("console.list")
    h.see("list.steps")


def black(a: App, h: Hand) -> None:
    """A black screen."""
    _vm(a).openPanel("")
    h.touch("console.black")


def late(a: App, _h: Hand) -> None:
    """Behind the plan."""
    _vm(a).reveal()
    for _ in range(20):
        a.clock.jump(29)  # type: ignore[attr-defined]
        _vm(a).tick()


def leaving(_a: App, h: Hand) -> None:
    """Two screens: whether it is over, and how many photos were taken."""
    h.touch("console.leave")
    h.touch("leave.photos.more")


def over(a: App, h: Hand) -> None:
    """The other lecture, from its PDF; the first is over."""
    _vm(a).openPanel("")
    _vm(a).leave()
    h.wait(lambda: a.shell.attract, "a clean kiosk")
    a.stagehand.begin(DECK)
    h.see("audience")
    at(a, h, "page")


def paged(a: App, h: Hand) -> None:
    """A page of the PDF beside the console."""
    plugged(a, h)
    at(a, h, "page", 2)


def gaps(a: App, h: Hand) -> None:
    """A lecture that lacks things: the run order says so beforehand."""
    _vm(a).leave()
    h.wait(lambda: a.shell.attract, "a clean kiosk")
    a.stagehand.begin(GAPS)
    h.see("audience")
    plugged(a, h)
    h.touch("console.list")
    h.see("list.steps")


def gap(a: App, h: Hand, step: str) -> None:
    """One of its steps."""
    vm = _vm(a)
    vm.jump(vm.run.steps.index(step))
    h.wait(lambda: not step or vm.run.id == step, step)


def end(a: App, h: Hand) -> None:
    """Leave the stage."""
    h.touch("console.leave")
    h.touch("leave.go")
    h.wait(lambda: a.shell.attract, "a clean kiosk")


def _vm(a: App) -> StageViewModel:
    assert a.stagehand.vm is not None
    return a.stagehand.vm


def _showing(h: Hand) -> int | None:
    scene = h.find("audience")
    return None if scene is None else int(scene.property("showing"))
