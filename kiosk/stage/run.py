"""A lecture being held, as one frozen value, and what can happen to it. Pure; no clock, no Qt.

Rules: times only grow; what the audience sees is `seen`, which stays where it was while the picture is held; a step gone to
shows from its start, unzoomed and lit; drawings belong to their step and are found again when one goes back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

Screen: TypeAlias = Literal["show", "black", "white"]
Tool: TypeAlias = Literal["pen", "marker"]

MOST_POINTS = 600
"""Of one stroke: a finger that rests on the glass for minutes."""
MOST_STROKES = 200
"""Of one step; the oldest go first."""
SIZES = 5
"""Text sizes of the notes."""
HOUSE = "@"
"""Before the name of what belongs to the whole lecture and not to a step."""
CLOSEST = 0.2
"""Smallest share of the slide's width that can be zoomed to."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn on a slide.

    Args:
        points: x and y in turn, as shares of the slide's width and height.
    """

    tool: Tool
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the slide in its own proportions: its left top corner and its width, as shares."""

    x: float = 0.0
    y: float = 0.0
    width: float = 1.0


WHOLE = Region()


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands on the audience's screen: a step, the part of it, and what is drawn on it."""

    index: int
    region: Region = WHOLE
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """How far a lecture is.

    Args:
        lecture: uid of the item.
        steps: ids in order; never empty.
        index: the speaker's step.
        held: the picture the audience keeps; None = it follows.
        screen: what covers the audience's picture.
        timed: the watch runs.
        spent: seconds for each step.
        furthest: the last step reached so far.
        strokes: by step id, oldest first.
        region: of the slide, fills the audience's screen.
        media_ms: where the medium of this step is.
        playing: it runs.
        notes: text size of the notes, 0 to 4.
        live: state of the steps in which the audience takes part, by step id, and of what belongs to the whole lecture
            (`HOUSE` before its name); each of those knows its own.
        card: what of the whole lecture lies over the slide: `sign`, `caller`, `draw`, or nothing.
    """

    lecture: str
    steps: tuple[str, ...]
    index: int = 0
    held: Picture | None = None
    screen: Screen = "show"
    timed: bool = True
    spent: tuple[float, ...] = ()
    furthest: int = 0
    strokes: dict[str, tuple[Stroke, ...]] = field(default_factory=dict)
    region: Region = WHOLE
    media_ms: int = 0
    playing: bool = False
    notes: int = 2
    live: dict[str, dict[str, Any]] = field(default_factory=dict)
    card: str = ""

    @property
    def id(self) -> str:
        """The speaker's step."""
        return self.steps[self.index]

    @property
    def own(self) -> Picture:
        """What the speaker sees."""
        return Picture(self.index, self.region, self.strokes.get(self.id, ()))

    @property
    def seen(self) -> Picture:
        """What the audience sees, when nothing covers it."""
        return self.held or self.own

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning, without pauses of the watch."""
        return math.fsum(self.spent)


def begin(lecture: str, steps: tuple[str, ...]) -> Run:
    """The first moment.

    Raises:
        ValueError: there is no step.
    """
    if not steps:
        raise ValueError("a lecture has at least one step")
    return Run(lecture, steps, spent=(0.0,) * len(steps))


# --- what can happen ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Go:
    """To another step, by how many; stops at both ends."""

    by: int


@dataclass(frozen=True, slots=True)
class Jump:
    """To a step of the list."""

    index: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Black or white; the same again lifts it."""

    screen: Literal["black", "white"]


@dataclass(frozen=True, slots=True)
class Reveal:
    """The audience sees what the speaker sees: nothing covers or holds it."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Let the audience keep its picture; again lets it follow."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A finished stroke."""

    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last stroke of this step back."""


@dataclass(frozen=True, slots=True)
class Wipe:
    """Take all strokes of this step back."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """Fill the screen with a part of the slide."""

    region: Region


@dataclass(frozen=True, slots=True)
class Watch:
    """Stop the watch; again lets it go on."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed, in seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Media:
    """Where the medium of this step is, and whether it runs."""

    ms: int
    playing: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """Larger or smaller notes."""

    by: int


@dataclass(frozen=True, slots=True)
class Live:
    """The audience took part in a step; its whole new state."""

    step: str
    state: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Card:
    """Lay something of the whole lecture over the slide; the same again takes it away."""

    name: str


Event: TypeAlias = (
    Go | Jump | Cover | Reveal | Hold | Draw | Undo | Wipe | Zoom | Watch | Tick | Media | Notes | Live | Card
)


def happen(run: Run, event: Event) -> Run:
    """The lecture after an event; the same value when it changes nothing."""
    match event:
        case Go(by):
            return _to(run, run.index + by)
        case Jump(index):
            return _to(run, index)
        case Cover() | Reveal() | Hold() | Zoom():
            return _show(run, event)
        case Draw() | Undo() | Wipe():
            return _mark(run, event)
        case Tick(seconds):
            return _tick(run, seconds)
        case Media(ms, playing):
            return run if (ms, playing) == (run.media_ms, run.playing) else replace(run, media_ms=ms, playing=playing)
        case Watch():
            return replace(run, timed=not run.timed)
        case Notes(by):
            return replace(run, notes=max(0, min(SIZES - 1, run.notes + by)))
        case Live(step, state):
            known = step in run.steps or step.startswith(HOUSE)
            return replace(run, live={**run.live, step: state}) if known else run
        case Card(name):
            return replace(run, card="" if run.card == name else name)


def _show(run: Run, event: Cover | Reveal | Hold | Zoom) -> Run:
    match event:
        case Cover(screen):
            return replace(run, screen="show" if run.screen == screen else screen)
        case Reveal():
            return run if run.screen == "show" and run.held is None else replace(run, screen="show", held=None)
        case Hold():
            return replace(run, held=run.own if run.held is None else None)
        case Zoom(region):
            fitted = fit(region)
            return run if fitted == run.region else replace(run, region=fitted)


def _mark(run: Run, event: Draw | Undo | Wipe) -> Run:
    match event:
        case Draw(stroke):
            return _draw(run, stroke)
        case Undo():
            return _strokes(run, run.own.strokes[:-1])
        case Wipe():
            return _strokes(run, ())


def fit(region: Region) -> Region:
    """The nearest part that lies on the slide."""
    if not all(math.isfinite(v) for v in (region.x, region.y, region.width)):
        return WHOLE
    width = max(CLOSEST, min(1.0, region.width))
    return Region(max(0.0, min(1.0 - width, region.x)), max(0.0, min(1.0 - width, region.y)), width)


def resumed(run: Run, steps: tuple[str, ...], away: float) -> Run:
    """A run that was interrupted, on the lecture as it is now.

    Args:
        steps: ids of today's lecture; a newer version may have others.
        away: seconds since it was kept: the audience was waiting.
    """
    where = {step: i for i, step in enumerate(steps)}
    old = dict(zip(run.steps, run.spent, strict=False))
    index = where.get(run.steps[run.index], min(run.index, len(steps) - 1)) if run.index < len(run.steps) else 0
    held = _still_there(run, where)
    spent = tuple(max(0.0, old.get(step, 0.0)) for step in steps)
    furthest = max(index, min(run.furthest, len(steps) - 1))
    kept = {step: lines for step, lines in run.strokes.items() if step in where}
    live = {step: state for step, state in run.live.items() if step in where or step.startswith(HOUSE)}
    again = replace(
        run, steps=steps, index=index, held=held, spent=spent, furthest=furthest, strokes=kept, live=live,
        region=fit(run.region), media_ms=max(0, run.media_ms), playing=False, notes=max(0, min(SIZES - 1, run.notes)),
    )  # fmt: skip
    return happen(again, Tick(away))


def _still_there(run: Run, where: dict[str, int]) -> Picture | None:
    held = run.held
    if held is None or not 0 <= held.index < len(run.steps) or run.steps[held.index] not in where:
        return None
    return replace(held, index=where[run.steps[held.index]], region=fit(held.region))


def _to(run: Run, index: int) -> Run:
    index = max(0, min(len(run.steps) - 1, index))
    if index == run.index:
        return run if run.screen == "show" and not run.card else replace(run, screen="show", card="")
    return replace(
        run,
        index=index,
        screen="show",
        card="",
        region=WHOLE,
        media_ms=0,
        playing=False,
        furthest=max(index, run.furthest),
    )


def _draw(run: Run, stroke: Stroke) -> Run:
    whole = len(stroke.points) // 2 * 2
    points = tuple(max(0.0, min(1.0, p)) for p in stroke.points[: min(whole, MOST_POINTS * 2)] if math.isfinite(p))
    if len(points) < 2 or len(points) % 2:
        return run
    return _strokes(run, (*run.strokes.get(run.id, ()), Stroke(stroke.tool, points))[-MOST_STROKES:])


def _strokes(run: Run, strokes: tuple[Stroke, ...]) -> Run:
    if strokes == run.strokes.get(run.id, ()):
        return run
    others = {step: lines for step, lines in run.strokes.items() if step != run.id}
    return replace(run, strokes={**others, run.id: strokes} if strokes else others)


def _tick(run: Run, seconds: float) -> Run:
    if not run.timed or not math.isfinite(seconds) or seconds <= 0:
        return run
    spent = list(run.spent)
    spent[run.index] += seconds
    return replace(run, spent=tuple(spent))
