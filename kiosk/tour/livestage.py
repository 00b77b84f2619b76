"""The audience's part of a lecture in the tour: every step in which it takes part, from its beginning to its result, and the cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from kiosk.records.roster import Person
from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.stage.viewmodel import StageViewModel

HOUSE = tuple(
    Person(f"1{n:05}", name, f"{n % 3 + 1} 号码头", f"{n % 2 + 1} 班", f"CARD{n:04}")
    for n, name in enumerate(("工友甲", "工友乙", "工友丙", "工友丁", "工友戊", "工友己", "工友庚", "工友辛"))
)
Act = Callable[["App", Hand], None]


def scenes() -> Iterator[tuple[str, Act]]:
    """Name and act of each, in order; the console must be on the glass."""
    yield from (
        ("60-sign", sign),
        ("60-sign-list-teams", teams),
        ("60-sign-list-people", people),
        ("60-sign-pad", pad),
        ("60-sign-signed", signed),
        ("61-poll", partial(step, kind="poll")),
        ("61-poll-counted", hands),
        ("61-poll-shown", lambda a, h: h.touch("live.show")),
        ("62-quiz-teams", partial(step, kind="quiz")),
        ("62-quiz-question", lambda a, h: h.touch("live.teams.3")),
        ("62-quiz-buzzers", lambda a, h: h.touch("live.arm")),
        ("62-quiz-team", lambda a, h: h.touch("live.team.1")),
        ("62-quiz-wrong-on", missed),
        ("62-quiz-solved", right),
        ("62-quiz-scores", finished),
        ("63-riddle", partial(step, kind="riddle")),
        ("63-riddle-asked", lambda a, h: h.touch("live.begin")),
        ("63-riddle-hint", lambda a, h: h.touch("live.hint")),
        ("63-riddle-solved", lambda a, h: h.touch("live.solve")),
        ("64-suggestions", voices),
        ("65-with-the-room", lambda a, h: _open(h)),
        ("65-caller", lambda a, h: card(h, "caller")),
        ("65-caller-called", lambda a, h: h.touch("live.call")),
        ("66-draw", lambda a, h: card(h, "draw")),
        ("66-draw-sealed", lambda a, h: h.touch("live.draw")),
        ("66-draw-drawn", lambda a, h: h.touch("live.draw")),
        ("66-draw-told", lambda a, h: h.touch("live.draw")),
        ("67-sound-check", sound),
        ("67-pointer", pointer),
        ("67-zoomed", zoomed),
        ("67-white", lambda a, h: white(a)),
    )


def house(a: App, h: Hand) -> None:
    """People who can be called by name."""
    done: list[object] = []
    a.records.submit(
        "admin", "", {"act": "roster"}, done.append, rule=lambda pages: (pages.roster.replace(HOUSE), None)[1]
    )
    h.wait(lambda: done, "the roster")


def step(a: App, h: Hand, kind: str) -> None:
    """Go to the first step of a kind."""
    vm = stage(a)
    vm.openPanel("")
    number = next(i for i in range(len(vm.run.steps)) if vm.slide(i)["kind"] == kind)
    vm.jump(number)
    h.wait(lambda: (scene := h.find("audience")) is None or scene.property("showing") == number, kind)


def sign(a: App, h: Hand) -> None:
    """Signing in, with nobody here yet."""
    house(a, h)
    step(a, h, "signin")


def teams(_a: App, h: Hand) -> None:
    """The list of teams."""
    h.touch("live.list")
    h.see("live.row.0")


def people(a: App, h: Hand) -> None:
    """Its people; the first of them comes."""
    h.touch("live.row.0")
    h.wait(lambda: stage(a).live.listLevel == "people", "the people")
    h.touch("live.row.0")
    h.wait(lambda: stage(a).live.attendance == 1, "the first")


def pad(_a: App, h: Hand) -> None:
    """A number is typed."""
    h.touch("live.list.back")
    h.touch("live.list.back")
    h.touch("live.pad")
    for figure in "100003":
        h.touch(f"quiz.key.{figure}")


def signed(a: App, h: Hand) -> None:
    """A room full."""
    h.touch("live.done")
    h.touch("live.away")
    for number in (1, 2, 4, 5, 7):
        before = stage(a).live.attendance
        stage(a).live.ask("sign")
        for figure in f"1{number:05}":
            stage(a).live.press(figure)
        stage(a).live.press("done")
        h.wait(lambda before=before: stage(a).live.attendance > before, "somebody")  # type: ignore[misc]
        stage(a).live.ask("sign")
    stage(a).live.setAttendance(46)


def hands(_a: App, h: Hand) -> None:
    """Hands are counted."""
    for option, count in ((0, 2), (1, 3)):
        for _ in range(count):
            h.touch(f"live.hands.{option}.more")


def missed(a: App, h: Hand) -> None:
    """Wrong: the others may go on."""
    own = stage(a).live.own
    h.touch(f"live.option.{(_right(a) + 1) % len(own['options'])}" if own["touched"] else "live.wrong")


def right(a: App, h: Hand) -> None:
    """Another team knows it."""
    h.touch("live.team.2")
    h.touch(f"live.option.{_right(a)}" if stage(a).live.own["touched"] else "live.right")


def finished(a: App, h: Hand) -> None:
    """The score board at the end."""
    live = stage(a).live
    while live.own["phase"] != "done":
        h.touch("live.next")
        if live.own["phase"] == "asked":
            h.touch("live.answer")


def voices(a: App, h: Hand) -> None:
    """A round of suggestions."""
    step(a, h, "suggestion")
    for _ in range(3):
        h.touch("live.voices.more")


def card(h: Hand, name: str) -> None:
    """A card over the slide."""
    if h.find(f"live.open.{name}") is None:
        _open(h)
    h.touch(f"live.open.{name}")


def sound(a: App, h: Hand) -> None:
    """The loudspeakers, left and right."""
    stage(a).live.close()
    _open(h)
    h.touch("live.open.sound")
    h.touch("sound.left")


def pointer(a: App, h: Hand) -> None:
    """A finger points."""
    vm = stage(a)
    vm.openPanel("")
    vm.jump(next(i for i in range(len(vm.run.steps)) if vm.slide(i)["design"] == "table"))
    h.touch("console.pointer")
    vm.press(0.42, 0.55)


def zoomed(a: App, h: Hand) -> None:
    """A part of the slide."""
    vm = stage(a)
    vm.lift()
    h.touch("console.zoom")
    place = h.see("console.pad")
    middle, reach = h.middle(place), round(place.width() / 5)
    h.swipe(middle - QPoint(reach, reach // 2), middle + QPoint(reach, reach // 2))
    h.wait(lambda: vm.zoomed, "a part of the slide")


def white(a: App) -> None:
    """A white screen; the console says so."""
    vm = stage(a)
    vm.zoom(0.0, 0.0, 1.0)
    vm.cover("white")


def stage(a: App) -> StageViewModel:
    """The lecture."""
    assert a.stagehand.vm is not None
    return a.stagehand.vm


def _open(h: Hand) -> None:
    h.touch("console.live")
    h.see("live.open.sign")


def _right(a: App) -> int:
    return next(n for n, option in enumerate(stage(a).live.own["options"]) if option["right"])
