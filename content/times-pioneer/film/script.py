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

from film.palette import INKS

Point: TypeAlias = tuple[float, float]
Side: TypeAlias = Literal["up", "down", "left", "right"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One spoken sentence and its caption in both languages.

    Args:
        say: what the voice reads when the caption would be misread: numbers in characters, pinyin with its tone for a
            character of several sounds (`huan2 给`).
        pause: silence after it, in seconds.
    """

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
        ValueError: what is wrong with it, and in which scene.
    """
    where = file.parent.name
    raw = yaml.safe_load(file.read_text("utf-8"))
    if not isinstance(raw, dict) or not isinstance(raw.get("scenes"), list):
        raise ValueError(f"{where}: there are no scenes")
    opening = _shot(raw["opening"], f"{where}, opening", file.parent) if "opening" in raw else None
    scenes = tuple(_scene(one, f"{where}, scene {number}", file.parent) for number, one in enumerate(raw["scenes"], 1))
    for number, scene in enumerate(scenes, 1):
        if not scene.says or (opening is not None) != bool(scene.shots):
            raise ValueError(f"{where}, scene {number}: needs sentences, and shots when there is an opening")
    return Script(scenes, opening)


def _scene(raw: dict[str, Any], where: str, folder: Path) -> Scene:
    try:
        says = tuple(Sentence(**one) for one in raw["says"])
    except (TypeError, KeyError) as error:
        raise ValueError(f"{where}: {error}") from error
    return Scene(says, tuple(_shot(one, where, folder) for one in raw.get("shots", ())))


def _shot(raw: dict[str, Any], where: str, folder: Path) -> Shot:
    try:
        given = _tuples(raw)
        given["moves"] = tuple(Move(**_tuples(one)) for one in raw.get("moves", ()))
        given["words"] = tuple(Words(**_tuples(one)) for one in raw.get("words", ()))
        if "count" in raw:
            given["count"] = Count(**_tuples(raw["count"]))
        shot = Shot(**given)
    except (TypeError, KeyError) as error:
        raise ValueError(f"{where}: {error}") from error
    inks = {shot.ground, *(ink for one in shot.words for ink in (one.colour, one.unit_colour or one.colour))}
    if shot.count:
        inks.update(shot.count.inks, shot.count.later, shot.count.odd.values())
    if strange := inks - INKS.keys():
        raise ValueError(f"{where}: no such ink: {', '.join(sorted(strange))} (there are {', '.join(INKS)})")
    if any(move.reveal not in (None, *get_args(Side)) for move in shot.moves):
        raise ValueError(f"{where}: reveal goes {', '.join(get_args(Side))}")
    for art in filter(None, (shot.art, shot.count.mark if shot.count else "")):
        if not (folder / art).is_file():
            raise ValueError(f"{where}: there is no {art}")
    return shot


def _tuples(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
