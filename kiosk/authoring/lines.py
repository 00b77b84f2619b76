"""Cutting Markdown into raw blocks, line by line, so that every mistake has its line.

Only what the pack format names is cut out: headings, quotes, lists, tables, pictures on a line of their own, `:::` blocks
and paragraphs. There is no nesting, no code and no HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

RawType: TypeAlias = Literal["heading", "paragraph", "quote", "bullets", "numbers", "table", "picture", "fence", "rule"]

FENCE = re.compile(r"^\s*:::+\s*(.*?)\s*$")
HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
PICTURE = re.compile(r"^\s*!\[(?P<alt>[^\]]*)\]\(\s*(?P<src>[^\s)]*)(?:\s+[\"“”'](?P<caption>.*)[\"“”'])?\s*\)\s*$")
QUOTE = re.compile(r"^ {0,3}[>＞]\s?(.*)$")
BULLET = re.compile(r"^\s*[-*+]\s+(.*)$")
NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s+(.*)$")
RULE = re.compile(r"^ {0,3}(?:-\s*){3,}$|^ {0,3}(?:\*\s*){3,}$|^ {0,3}(?:_\s*){3,}$|^ {0,3}={3,}\s*$")
TABLE_MARK = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


@dataclass(frozen=True, slots=True)
class Raw:
    """Lines of one block, markers included; `line` is the 1-based line of the first, `closed` is for `:::` blocks."""

    type: RawType
    lines: tuple[str, ...]
    line: int
    closed: bool = True


def cut(body: str, first_line: int) -> Iterator[Raw]:
    """Cut `body` into blocks."""
    lines = body.split("\n")
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        raw = _next(lines, at, first_line)
        at += len(raw.lines)
        yield raw


def _next(lines: list[str], at: int, first_line: int) -> Raw:
    line = lines[at]
    where = first_line + at
    if FENCE.match(line):
        return _fence(lines, at, where)
    if RULE.match(line):
        return Raw("rule", (line,), where)
    if HEADING.match(line):
        return Raw("heading", (line,), where)
    if PICTURE.match(line):
        return Raw("picture", (line,), where)
    if QUOTE.match(line):
        return Raw("quote", _run(lines, at, lambda text: bool(QUOTE.match(text))), where)
    if BULLET.match(line):
        return Raw("bullets", _list(lines, at, BULLET), where)
    if NUMBER.match(line):
        return Raw("numbers", _list(lines, at, NUMBER), where)
    if "|" in line and at + 1 < len(lines) and "|" in lines[at + 1] and TABLE_MARK.match(lines[at + 1]):
        return Raw("table", _run(lines, at, lambda text: "|" in text), where)
    return Raw("paragraph", _run(lines, at, lambda text: not _starts(text)), where)


def _starts(line: str) -> bool:
    """Whether a line begins a block of its own even without a blank line before it."""
    return any(mark.match(line) for mark in (FENCE, HEADING, PICTURE, QUOTE, BULLET, RULE))


def _run(lines: list[str], at: int, belongs: Callable[[str], bool]) -> tuple[str, ...]:
    """Line `at` and the ones after it that belong to the same block."""
    end = at + 1
    while end < len(lines) and lines[end].strip() and belongs(lines[end]):
        end += 1
    return tuple(lines[at:end])


def _list(lines: list[str], at: int, mark: re.Pattern[str]) -> tuple[str, ...]:
    """Entries with the indented lines that continue them."""
    return _run(lines, at, lambda text: bool(mark.match(text)) or (text.startswith((" ", "\t")) and not _starts(text)))


def _fence(lines: list[str], at: int, where: int) -> Raw:
    for end in range(at + 1, len(lines)):
        match = FENCE.match(lines[end])
        if match and not match[1]:
            return Raw("fence", tuple(lines[at : end + 1]), where)
        if match:  # another block opens: this one was never closed
            return Raw("fence", tuple(lines[at:end]), where, closed=False)
    return Raw("fence", tuple(lines[at:]), where, closed=False)
