"""What an author writes in `script.yaml`: scenes, each with sentences and the shots that are seen meanwhile.

    opening: {title: "一钩准"}        # films only: the words on the title wall
    scenes:
      - says:
          - {zh: caption, say: "what the voice reads when it differs", en: caption, pause: 0.5}
        shots:                        # films only; they share the scene's time by `share`
          - {art: cover.svg, see: 800, centre: [500, 300], pan: [0, 1], moves: [...], words: [...]}
          - {ground: ink, count: {mark: spindle.svg, of: 600, columns: 40, first: 200}}

Lengths of art are its own units; words and cells are pixels of the picture; times are seconds within the shot.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

import yaml

Point: TypeAlias = tuple[float, float]
Side: TypeAlias = Literal["up", "down", "left", "right"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One spoken sentence and its caption in both languages; `pause` is the silence after it."""

    zh: str
    en: str
    say: str = ""
    pause: float = 0.45


@dataclass(frozen=True, slots=True)
class Move:
    """How some parts of the art go from one place to another, or are wiped in.

    Args:
        parts: numbers of elements of the art, 0 the first.
        start, end: displacement from where they are drawn.
        within: x, y, width, height outside of which they are not seen.
    """

    parts: tuple[int, ...]
    start: Point = (0, 0)
    end: Point = (0, 0)
    at: float = 0.0
    takes: float = 0.0
    ease: Literal["none", "out", "both"] = "both"
    reveal: Side | None = None
    within: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A number or a few characters in Song; they rise out of their own line at `at` seconds."""

    text: str
    size: int
    colour: str
    centre: Point
    at: float = 0.0
    down: bool = False
    """Written downwards."""
    unit: str = ""
    """Measure word after a number, smaller; number and unit are centred together."""
    unit_colour: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A field of small marks that fills up, row by row."""

    mark: str
    of: int
    columns: int
    cell: tuple[int, int]
    inks: tuple[str, ...] = ("paper",)
    first: int = 0
    """So many are there from the start."""
    room: int = 0
    """Marks the field is laid out for; default `of`."""
    later: tuple[str, ...] = ()
    """Inks of those that come after `first`; default the same."""
    odd: dict[int, str] = field(default_factory=dict)
    at: float = 0.0
    takes: float = 4.0


@dataclass(frozen=True, slots=True)
class Shot:
    """What is seen between two cuts."""

    ground: str = "paper"
    art: str = ""
    see: float = 1000
    """Art units across the picture."""
    centre: Point = (500, 700)
    """Point of the art in the middle of the picture at the start."""
    pan: tuple[int, int] = (0, 0)
    """Whole pixels the camera goes in every frame: anything else would tremble."""
    hide: tuple[int, ...] = ()
    moves: tuple[Move, ...] = ()
    words: tuple[Words, ...] = ()
    count: Count | None = None
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Scene:
    """Sentences and the shots that share their time."""

    says: tuple[Sentence, ...]
    shots: tuple[Shot, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """One programme; a film when its scenes have shots."""

    scenes: tuple[Scene, ...]
    opening: Shot | None = None

    @property
    def film(self) -> bool:
        """Has pictures."""
        return self.opening is not None


def load(file: Path) -> Script:
    """Read a script.

    Raises:
        ValueError: a scene has no sentence, a film's scene has no shot, or a field is unknown; says where.
    """
    raw = yaml.safe_load(file.read_text("utf-8"))
    scenes = tuple(_scene(one, f"{file.parent.name}, scene {n}") for n, one in enumerate(raw["scenes"], 1))
    opening = _shot(raw["opening"], f"{file.parent.name}, opening") if "opening" in raw else None
    for number, scene in enumerate(scenes, 1):
        if not scene.says or (opening is not None) != bool(scene.shots):
            raise ValueError(f"{file.parent.name}, scene {number}: needs sentences, and shots when there is an opening")
    return Script(scenes, opening)


def _scene(raw: dict[str, Any], where: str) -> Scene:
    says = tuple(Sentence(**one) for one in raw["says"])
    return Scene(says, tuple(_shot(one, where) for one in raw.get("shots", ())))


def _shot(raw: dict[str, Any], where: str) -> Shot:
    try:
        given = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
        given["moves"] = tuple(_move(one) for one in raw.get("moves", ()))
        given["words"] = tuple(Words(**{**one, "centre": tuple(one["centre"])}) for one in raw.get("words", ()))
        if "count" in raw:
            given["count"] = Count(**{k: tuple(v) if isinstance(v, list) else v for k, v in raw["count"].items()})
        return Shot(**given)
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError(f"{where}: {error}") from error


def _move(raw: dict[str, Any]) -> Move:
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    if given.get("reveal") not in (None, *get_args(Side)):
        raise ValueError(f"reveal: {given['reveal']}")
    return Move(**given)
