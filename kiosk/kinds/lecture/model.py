"""What a lecture is, as it travels in a pack: a run order of steps, each with notes and a planned time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.core.blocks import Block, Picture, plain
from kiosk.core.errors import ContentError
from kiosk.core.text import Text

StepKind: TypeAlias = Literal[
    "slide", "page", "picture", "story", "segment", "quiz", "poll", "riddle", "suggestion", "signin"
]
Layout: TypeAlias = Literal["title", "text", "picture", "quote", "columns", "table", "timeline", "bleed"]
Ground: TypeAlias = Literal["paper", "blue", "red", "ink"]

MOST_STEPS = 320
"""A run order with more cannot be jumped through by hand."""
LEAST_OPTIONS, MOST_OPTIONS = 2, 6
LINKED: tuple[StepKind, ...] = ("story", "segment", "quiz", "riddle")
"""Steps that show another item."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A question answered by raising hands; the speaker counts. Nothing is right or wrong.

    Args:
        question: with line feeds where it breaks by meaning.
        options: two to six.
    """

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the run order.

    Args:
        id: unique in the lecture and the same in both languages; stays when steps around it move.
        kind: what the audience sees.
        title: one line, for the step list; never empty.
        display: the title with line feeds where it breaks by meaning; empty: as `title`.
        line: the sentence under the title; may be empty.
        notes: what the speaker reads; never shown to the audience.
        minutes: planned; 0 when the author planned none.
        must_say: sentences that must not be forgotten, in the order they come.
        layout: of a slide; `text` for anything else.
        ground: colour behind a slide.
        body: blocks of a slide: `text`, the left of `columns`, the one block of `quote`, `table` and `timeline`.
        aside: blocks on the right of `columns`.
        picture: of `title` (beside it), `picture` and `bleed` slides and of a `picture` step. Its `src` is a pack path.
        file: pack path: the PDF of a `page`; the film or sound of a `segment` that is the lecture's own.
        page: number in the PDF, from 1.
        width, height: of the PDF page, in points; 0 when unknown.
        item: what is shown (`LINKED`) or asked about (`suggestion`): `item` or `pack/item`; may be empty for a segment
            with a file and for a suggestion round.
        start, stop: where a medium begins and ends, in seconds; `stop` 0 plays to the end.
        count: how many questions of a quiz or riddles are asked; 0 asks all.
        poll: of a `poll`.
        text: words of a PDF page, for search and for people who cannot see it.
    """

    id: str
    kind: StepKind
    title: str
    display: str = ""
    line: str = ""
    notes: tuple[Block, ...] = ()
    minutes: float = 0.0
    must_say: tuple[str, ...] = ()
    layout: Layout = "text"
    ground: Ground = "paper"
    body: tuple[Block, ...] = ()
    aside: tuple[Block, ...] = ()
    picture: Picture | None = None
    file: str = ""
    page: int = 0
    width: float = 0.0
    height: float = 0.0
    item: str = ""
    start: float = 0.0
    stop: float = 0.0
    count: int = 0
    poll: Poll | None = None
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse a step that could not be shown.

        Raises:
            ContentError: `BAD_STEP`.
        """
        if not (self.id and self.title.strip() and self._times() and self._shown()):
            raise _bad("BAD_STEP", f"讲课的一步“{self.title}”不完整。", f"The step “{self.title}” is incomplete.")

    def _times(self) -> bool:
        times = (self.minutes, self.start, self.stop, self.width, self.height)
        return all(math.isfinite(t) and t >= 0 for t in times) and (self.stop == 0 or self.stop > self.start)

    def _shown(self) -> bool:
        match self.kind:
            case "page":
                return bool(self.file) and self.page >= 1
            case "picture":
                return self.picture is not None
            case "segment":
                return bool(self.item or self.file)
            case "story" | "quiz" | "riddle":
                return bool(self.item)
            case "poll":
                return self.poll is not None and LEAST_OPTIONS <= len(self.poll.options) <= MOST_OPTIONS
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Lecture:
    """A lecture.

    Args:
        lecturer: who speaks, as the cover says it; a name or a role.
        unit: where the lecturer belongs; may be empty.
        minutes: planned for all of it.
        steps: in order.
        occasion: on which it is held, or the number in a run (第 12 讲); may be empty.
        about: plain paragraphs, parted by empty lines.
    """

    lecturer: str
    unit: str
    minutes: int
    steps: tuple[Step, ...]
    occasion: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        """Refuse a lecture that cannot be held.

        Raises:
            ContentError: `BAD_LECTURE`.
        """
        ids = {step.id for step in self.steps}
        if not 1 <= len(self.steps) <= MOST_STEPS or len(ids) != len(self.steps) or self.minutes < 1:
            raise _bad("BAD_LECTURE", "这一讲的步骤不完整。", "The steps of this lecture are incomplete.")


def text(lecture: Lecture) -> str:
    """Plain text for search: what the audience sees; notes are the speaker's own."""
    said: list[str] = [lecture.lecturer, lecture.unit, lecture.about]
    for step in lecture.steps:
        said += [step.title, step.line, plain(step.body), plain(step.aside), step.text]
        if step.poll:
            said += [step.poll.question.replace("\n", ""), *step.poll.options]
    return "\n".join(filter(None, said))


def links(lecture: Lecture) -> tuple[str, ...]:
    """Items its steps show, each once, in order."""
    return tuple(dict.fromkeys(step.item for step in lecture.steps if step.item))


def seconds(lecture: Lecture) -> int:
    """How long it takes."""
    return lecture.minutes * 60


def _bad(code: str, zh: str, en: str) -> ContentError:
    return ContentError(
        code, Text(zh, en), Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool.")
    )
