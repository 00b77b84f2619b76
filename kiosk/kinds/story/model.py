"""A story: who it is about, what is told, and the narration that goes with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.core.blocks import Block, Embed, plain, spoken
from kiosk.core.people import Honour
from kiosk.core.people import PersonFacts as Person
from kiosk.core.source import Fields, ItemSource, no_such_item
from kiosk.core.text import Text

CHARACTERS_A_SECOND = 4.2
"""Reading speed of a standing visitor, Chinese."""
WORDS_A_SECOND = 2.8
"""The same, English."""


@dataclass(frozen=True, slots=True)
class Cue:
    """When a sentence is heard, in milliseconds from the start of the narration."""

    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Narration:
    """A recording with one cue for each sentence number of the blocks.

    Args:
        audio: pack path.
        engine: what made it; `recorded` when a person reads.
        duration_ms: length of the recording.
        cues: by sentence number.
    """

    audio: str
    engine: str
    duration_ms: int
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Content of the kind `story`.

    Args:
        person: None when the story is not about one person.
        numeral: the one number on the wall, with its unit; may be empty.
        blocks: the text.
        narration: None when it cannot be listened to.
        quiz: item to be asked about it; may be empty.
    """

    person: Person | None = None
    numeral: str = ""
    blocks: tuple[Block, ...] = ()
    narration: Narration | None = None
    quiz: str = ""


def text(story: Story) -> str:
    """Plain text for search."""
    person = story.person
    about: tuple[str, ...] = ()
    if person:
        about = (person.name, person.place, person.post, *(honour.name for honour in person.honours))
    return "\n".join((*filter(None, about), plain(story.blocks)))


def links(story: Story) -> tuple[str, ...]:
    """Items the text offers in its middle, then the quiz."""
    embedded = tuple(block.item for block in story.blocks if isinstance(block, Embed))
    return (*embedded, story.quiz) if story.quiz else embedded


def person(story: Story) -> Person | None:
    """Whom the story is about."""
    return story.person


def seconds(story: Story) -> int:
    """Length of the narration, or an estimate of the time it takes to read."""
    if story.narration:
        return round(story.narration.duration_ms / 1000)
    words = plain(story.blocks)
    east = len(re.findall(r"[\u3400-\u9fff\U00020000-\U0003ffff]", words))
    west = len(re.findall(r"[A-Za-z0-9]+", words))
    return round(east / CHARACTERS_A_SECOND + west / WORDS_A_SECOND)


def parse(source: ItemSource) -> Story | None:
    """Read a story; mistakes go to `source.findings`."""
    from kiosk.authoring.blocks import parse_body  # the Markdown engine is for authors; a kiosk only decodes
    from kiosk.kinds.story.narration import read_narration

    fields = source.fields
    person = _person(fields.mapping("person"))
    numeral = fields.text("numeral", most=12)
    if numeral and not re.fullmatch(r"[^\d]{0,4}\d[\d.,]*[^\d]{0,6}", numeral):
        fields.error(
            "bad-numeral",
            "numeral",
            Text(f"“{numeral}”不是一个数加单位。", f"“{numeral}” is not a number with a unit."),
            Text("写数字，单位最多 6 个字。", "Write digits and a unit of at most 6 characters."),
        )
    quiz = fields.text("quiz")
    if quiz and not source.knows(quiz):
        fields.error("unknown-item", "quiz", *no_such_item(quiz))
    fields.finish()
    blocks = parse_body(source)
    if not blocks:
        source.findings.error(
            "no-text",
            source.file,
            source.body_line,
            Text("没有正文。", "There is no text."),
            Text("在第二行 --- 下面写正文。", "Write it below the second --- line."),
        )
        return None
    return Story(person, numeral, blocks, read_narration(source, spoken(blocks)), quiz)


def _person(fields: Fields | None) -> Person | None:
    if fields is None:
        return None
    honours = []
    for entry in fields.mappings("honours"):
        honours.append(Honour(entry.text("name", required=True, most=80), entry.text("year", most=20)))
        entry.finish()
    person = Person(
        fields.text("name", required=True, most=40),
        fields.text("years", most=40),
        fields.text("place", most=60),
        fields.text("post", most=120),
        tuple(honours),
    )
    fields.finish()
    return person
