"""Finding words inside a document, and marking them in its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.core.blocks import utf16_length
from kiosk.kinds.document.model import Article

BEGIN, HERE, END = "\x01", "\x02", "\x03"
"""Around a match in text for QML: `BEGIN`…`END`, or `HERE`…`END` for the one the visitor is at."""
AROUND = 14
"""Characters shown before a match in a list."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a word was found.

    Args:
        article: index.
        line: index into the article's paragraphs, then its plain lines.
        start: offset in that line.
        length: in characters.
    """

    article: int
    line: int
    start: int
    length: int


def folded(line: str) -> str:
    """The line as it is compared: letter case does not count. Same length, so that offsets hold."""
    low = line.lower()
    return low if len(low) == len(line) else line


def lines(article: Article) -> tuple[str, ...]:
    """What is searched of an article."""
    return (*article.paragraphs, *article.plain)


def fold(articles: Iterable[Article]) -> tuple[tuple[str, ...], ...]:
    """All lines of all articles, folded; made once for each document."""
    return tuple(tuple(map(folded, lines(article))) for article in articles)


def find(folded_lines: Sequence[Sequence[str]], asked: str) -> tuple[Match, ...]:
    """All matches in order; they do not overlap. Blanks at the ends of `asked` do not count; nothing asked finds nothing."""
    words = folded(asked.strip())
    if not words:
        return ()
    found = []
    for article, of_article in enumerate(folded_lines):
        for n, line in enumerate(of_article):
            at = line.find(words)
            while at >= 0:
                found.append(Match(article, n, at, len(words)))
                at = line.find(words, at + len(words))
    return tuple(found)


def marked(line: str, matches: Iterable[Match], here: Match | None) -> str:
    """A line with its matches between marks, safe to put into HTML."""
    out, at = [], 0
    for match in matches:
        end = match.start + match.length
        out += [
            escaped(line[at : match.start]),
            HERE if match is here else BEGIN,
            escaped(line[match.start : end]),
            END,
        ]
        at = end
    return "".join((*out, escaped(line[at:])))


def escaped(text: str) -> str:
    """Text that means itself in HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def offset(article: Article, match: Match) -> int:
    """Where the match begins in the article's paragraphs joined by one character each, as Qt counts; -1 in the plain words."""
    if match.line >= len(article.paragraphs):
        return -1
    before = sum(utf16_length(p) + 1 for p in article.paragraphs[: match.line])
    return before + utf16_length(article.paragraphs[match.line][: match.start])


def snippet(article: Article, match: Match, most: int = 60) -> str:
    """The match with a few words around it, marked."""
    line = lines(article)[match.line]
    start = max(0, match.start - AROUND)
    end = min(len(line), start + most)
    cut = Match(match.article, match.line, match.start - start, match.length)
    return ("…" if start else "") + marked(line[start:end], (cut,), None) + ("…" if end < len(line) else "")
