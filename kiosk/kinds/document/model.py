"""What a law is, as it travels in a pack: its text article by article, its dates, and what changed between its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.kinds.document.numerals import numbered

MOST_VERSIONS = 6
MOST_IN_ARTICLE = 8000
"""Characters of one article; longer ones are parted by headings, so that a page never takes long to set."""
CHARACTERS_A_SECOND = 6

Mark: TypeAlias = Literal["", "amended", "repealed"]
Change: TypeAlias = Literal["same", "moved", "changed", "added", "removed"]
"""`moved`: the same words under another number."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading over articles.

    Args:
        level: 1 编, 2 章, 3 节.
        label: 第四章.
        title: 工作时间和休息休假.
        first: index of its first article.
    """

    level: int
    label: str
    title: str
    first: int


@dataclass(frozen=True, slots=True)
class Aside:
    """What few articles have. Apart from them, because a law of a thousand articles is decoded when somebody touches it.

    Args:
        title: of an annex.
        mark: what became of this article.
        marked: ISO date of that.
        note: a sentence about it.
    """

    title: str = ""
    mark: Mark = ""
    marked: str = ""
    note: str = ""


NOTHING = Aside()


@dataclass(frozen=True, slots=True)
class Article:
    """One article, or a piece of text without a number (an annex, a preamble).

    Args:
        label: 第三十六条, 第十条之一, 附录.
        paragraphs: its text, without the label; never changed by us.
        part: index of the innermost part it stands in; -1.
        plain: our explanation (大白话), line by line; empty when there is none.
        aside: title and marks; most articles have none.
    """

    label: str
    paragraphs: tuple[str, ...] = ()
    part: int = -1
    plain: tuple[str, ...] = ()
    aside: Aside | None = None

    @property
    def about(self) -> Aside:
        """Its title and marks."""
        return self.aside or NOTHING

    @property
    def number(self) -> int:
        """36; 0 for what has no number."""
        return numbered(self.label)[0]

    @property
    def sub(self) -> int:
        """1 for 之一; else 0."""
        return numbered(self.label)[1]


@dataclass(frozen=True, slots=True)
class Version:
    """A text that is or was the law.

    Args:
        key: 2013; `text.2013.md` in the source, empty for `index.md`.
        name: 2013年修订.
        number: 国务院令第644号.
        in_force: ISO date from which it holds.
        until: ISO date from which the next one holds; empty for the last.
    """

    key: str
    name: str
    number: str = ""
    in_force: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a comparison.

    Args:
        change: what happened to it.
        old: its label before; empty when it is new.
        new: its label after; empty when it is gone.
        article: index among the articles of the current text; -1 when it is not there.
        pieces: `=words`, `-words` and `+words` in order, paragraphs parted by line feeds; empty for `same` and `moved`.
    """

    change: Change
    old: str = ""
    new: str = ""
    article: int = -1
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side.

    Args:
        older: index among `Document.versions`.
        newer: the same.
        rows: all articles of both, in the order of the newer one.
    """

    older: int
    newer: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Content of the kind `document`. Dates are ISO dates; empty ones are not known.

    Args:
        official: full official title.
        issuer: who issued it.
        number: 文号.
        adopted: when it was first adopted.
        in_force: from when this text holds.
        repealed: from when it does not hold any more.
        amended: when it was amended.
        supersedes: what it replaced, in words.
        successor: item that replaced it: `item` or `pack/item`.
        extract: only some articles are given.
        parts: headings, in order.
        articles: in order.
        versions: the older texts and the current one, by age; empty when only the current one is given.
        comparisons: of neighbours, and of each older text with the current one.
        articles_in: language of the articles when it is not that of the document.
    """

    official: str
    issuer: str
    articles: tuple[Article, ...]
    number: str = ""
    adopted: str = ""
    in_force: str = ""
    repealed: str = ""
    amended: tuple[str, ...] = ()
    supersedes: str = ""
    successor: str = ""
    extract: bool = False
    parts: tuple[Part, ...] = ()
    versions: tuple[Version, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    articles_in: str = ""

    def __post_init__(self) -> None:
        """Refuse a document whose indexes point nowhere.

        Raises:
            ContentError: `BAD_LAW`.
        """
        articles, parts, versions = len(self.articles), len(self.parts), len(self.versions)
        sound = (
            articles > 0
            and all(0 <= p.first < articles for p in self.parts)
            and all(-1 <= a.part < parts for a in self.articles)
            and all(0 <= c.older < versions and 0 <= c.newer < versions for c in self.comparisons)
            and all(-1 <= r.article < articles for c in self.comparisons for r in c.rows)
        )
        if not sound:
            raise ContentError(
                "BAD_LAW",
                Text(f"《{self.official}》的目录和条文对不上。", f"Contents and articles of {self.official} disagree."),
                Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool."),
            )


def text(document: Document) -> str:
    """Plain text for search: titles, articles and plain words."""
    lines = [document.official, document.issuer, document.number]
    lines += [f"{part.label} {part.title}" for part in document.parts]
    for article in document.articles:
        lines += [f"{article.label} {article.about.title}".strip(), *article.paragraphs, *article.plain]
    return "\n".join(line for line in lines if line)


def links(document: Document) -> tuple[str, ...]:
    """What replaced it."""
    return (document.successor,) if document.successor else ()


def seconds(document: Document) -> int:
    """Time to look one thing up: a document is not read from end to end."""
    characters = sum(len(p) for a in document.articles for p in a.paragraphs)
    return min(600, max(60, characters // CHARACTERS_A_SECOND))
