"""What a lesson is, as it travels in a pack: steps, each with a picture, a film and a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

LEAST_STEPS, MOST_STEPS = 2, 8
LEAST_MINUTES, MOST_MINUTES = 3, 10
LEAST_OPTIONS, MOST_OPTIONS = 2, 4

QuestionType: TypeAlias = Literal["single", "judge", "order"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; `src` is a pack path, sizes are pixels of that file."""

    src: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Film:
    """A short film of the lesson's own; `src` is a pack path, `ms` is 0 when its length is unknown."""

    src: str
    title: str
    ms: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What must be answered before the next step.

    Args:
        type: `single` of two to four, `judge` (right or wrong), `order` of pictures.
        prompt: the question, with line feeds where it breaks by meaning.
        options: answers; for `order` what each picture shows, in the right order.
        right: index of the right answer; 0 for `order`.
        why: said once it is answered; may be empty.
        pictures: of `order`, one for each option.
    """

    type: QuestionType
    prompt: str
    options: tuple[str, ...]
    right: int = 0
    why: str = ""
    pictures: tuple[Picture, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a question that could not be shown or judged.

        Raises:
            ContentError: `BAD_QUESTION`.
        """
        sound = (
            self.prompt.strip()
            and LEAST_OPTIONS <= len(self.options) <= MOST_OPTIONS
            and len(set(self.options)) == len(self.options)
            and 0 <= self.right < len(self.options)
            and len(self.pictures) == (len(self.options) if self.type == "order" else 0)
            and (self.type != "judge" or len(self.options) == LEAST_OPTIONS)
        )
        if not sound:
            raise _bad("BAD_QUESTION", f"题目“{self.prompt}”不完整。", f"The question “{self.prompt}” is incomplete.")


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Args:
        word: what its cell says: 拔.
        key: the sentence to remember, with line feeds where it may break.
        more: further paragraphs.
        picture: on the wall while the step is learnt.
        film: to watch; shown in place.
        segment: programme to watch: `item` or `pack/item`; may be empty.
        question: None: reading it is enough.
    """

    word: str
    key: str
    more: tuple[str, ...] = ()
    picture: Picture | None = None
    film: Film | None = None
    segment: str = ""
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson.

    Args:
        edition: the author counts it up when the lesson says something new; certificates and progress name it.
        minutes: how long it takes.
        steps: in order.
        about: a sentence or two.
        reads: items to go on with at the end.
    """

    edition: int
    minutes: int
    steps: tuple[Step, ...]
    about: str = ""
    reads: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a lesson that cannot be taken.

        Raises:
            ContentError: `BAD_LESSON`.
        """
        if not 1 <= len(self.steps) <= MOST_STEPS or self.edition < 1:
            raise _bad("BAD_LESSON", "这一课的步骤不完整。", "The steps of this lesson are incomplete.")


def _bad(code: str, zh: str, en: str) -> ContentError:
    return ContentError(
        code, Text(zh, en), Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool.")
    )


def text(lesson: Lesson) -> str:
    """Plain text for search: everything that is taught, never an answer."""
    said = (part for s in lesson.steps for part in (s.word, s.key, *s.more, s.question.prompt if s.question else ""))
    return "\n".join(filter(None, (lesson.about, *said)))


def links(lesson: Lesson) -> tuple[str, ...]:
    """Programmes of the steps, then items to go on with."""
    return tuple(dict.fromkeys((*(s.segment for s in lesson.steps if s.segment), *lesson.reads)))


def seconds(lesson: Lesson) -> int:
    """How long it takes."""
    return lesson.minutes * 60
