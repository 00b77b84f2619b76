"""The body of an exhibit as a list of blocks, made from Markdown when the pack is built.

Offsets are UTF-16 code units into the plain text of what carries them, because that is how Qt counts. Sentences are
numbered through the whole body; the number is also the index of the narration cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence inside a text.

    Args:
        start: first UTF-16 unit.
        end: one past the last UTF-16 unit.
        key: number of the sentence in the body, from 0.
    """

    start: int
    end: int
    key: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 2 to 4."""

    type: Literal["heading"] = field(default="heading", kw_only=True)
    level: int
    text: str
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: `html` has only strong, em and br; `text` is the same without tags, br as a line feed."""

    type: Literal["paragraph"] = field(default="paragraph", kw_only=True)
    html: str
    text: str
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said; lines of `text` are parted by a line feed."""

    type: Literal["quote"] = field(default="quote", kw_only=True)
    text: str
    who: str = ""
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list; fields as in a paragraph."""

    html: str
    text: str
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list of one level."""

    type: Literal["list"] = field(default="list", kw_only=True)
    ordered: bool
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Plain-text cells; every row has as many as `head`. Tables are not read aloud."""

    type: Literal["table"] = field(default="table", kw_only=True)
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of its own; `src` is a pack path, sizes are pixels of that file."""

    type: Literal["picture"] = field(default="picture", kw_only=True)
    src: str
    alt: str
    caption: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a timeline; `sentences` are ranges of `what`."""

    when: str
    what: str
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dates and what happened."""

    type: Literal["timeline"] = field(default="timeline", kw_only=True)
    entries: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Embed:
    """Another item of the pack, offered in the middle of the text."""

    type: Literal["embed"] = field(default="embed", kw_only=True)
    kind: str
    item: str


Block: TypeAlias = Heading | Paragraph | Quote | ListBlock | Table | Picture | Timeline | Embed


def utf16_length(text: str) -> int:
    """Length as Qt counts it."""
    return len(text) + sum(ch > "\uffff" for ch in text)


def utf16_slice(text: str, start: int, end: int) -> str:
    """The part of `text` between two UTF-16 offsets that do not cut a character in half."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def spoken(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """What is read aloud, one string for each sentence number."""
    return tuple(text for text, _ in spoken_in_blocks(blocks))


def spoken_in_blocks(blocks: tuple[Block, ...]) -> tuple[tuple[str, int], ...]:
    """Like `spoken`, each with the index of its block; entries of lists and timelines count as one block together."""
    said: dict[int, tuple[str, int]] = {}
    for index, block in enumerate(blocks):
        for text, sentences, lead in _texts(block):
            for n, sentence in enumerate(sentences):
                words = utf16_slice(text, sentence.start, sentence.end).replace("\n", " ").strip()
                said[sentence.key] = (lead + words if n == 0 else words, index)
    return tuple(said[key] for key in sorted(said))


def plain(blocks: tuple[Block, ...]) -> str:
    """All words of the body, for the search index; one text a line."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                lines.append(block.text)
            case Quote():
                lines += [block.text, block.who]
            case ListBlock():
                lines += [item.text for item in block.items]
            case Table():
                lines += ["\t".join(row) for row in (block.head, *block.rows)]
            case Picture():
                lines += [block.caption or block.alt]
            case Timeline():
                lines += [f"{entry.when} {entry.what}" for entry in block.entries]
            case Embed():
                pass
    return "\n".join(line for line in lines if line.strip())


def _texts(block: Block) -> Iterator[tuple[str, tuple[Sentence, ...], str]]:
    """Each text of a block with its sentences, and words said before the first of them."""
    match block:
        case Heading() | Paragraph() | Quote():
            yield block.text, block.sentences, ""
        case ListBlock():
            for item in block.items:
                yield item.text, item.sentences, ""
        case Timeline():
            for entry in block.entries:
                yield entry.what, entry.sentences, f"{entry.when}，" if entry.when else ""
        case _:
            pass
