"""What people answered: from records to tables, with no group smaller than `SMALL_GROUP` in any of them.

A cell that stands for one to four people is hidden. Where one hidden cell could be worked out from the others and the sum, the
next smallest is hidden with it. `blocked` counts whole fives only, so that looking again after the next visitor tells
nobody what that visitor said.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

from kiosk.core.text import Text
from kiosk.kinds.survey.model import SMALL_GROUP, Option, Question, Survey

Payload: TypeAlias = Mapping[str, Any]
Cell: TypeAlias = str | int | float | None
"""None is hidden."""

HIDDEN = Text(f"不到 {SMALL_GROUP} 人，不列", f"under {SMALL_GROUP} people, not shown")
COUNTS = (Text("问题", "Question"), Text("选项", "Option"), Text("人数", "People"), Text("占比", "Share"))
MEANS = (Text("问题", "Question"), Text("分项", "Row"), Text("人数", "People"), Text("平均", "Mean"))
RANKS = (Text("问题", "Question"), Text("选项", "Option"), Text("得分", "Score"), Text("排第一的人数", "Ranked first"))
WORDS = (Text("问题", "Question"), Text("写的话", "What was written"))
FACTS = (Text("事项", "Fact"), Text("数", "Number"))


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in both languages; shares are fractions from 0 to 1; None is a hidden cell."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


def answers(records: Iterable[Payload], edition: str) -> list[Payload]:
    """Finished answers of one edition, in the order of the records; everything else is left out."""
    return [
        r
        for r in records
        if r.get("event") == "answer" and r.get("edition") == edition and isinstance(r.get("answers"), Mapping)
    ]


def blocked(given: Sequence[Payload]) -> Sequence[Payload]:
    """The oldest of them, in whole fives."""
    return given[: len(given) // SMALL_GROUP * SMALL_GROUP]


def facts(records: Iterable[Payload], edition: str) -> Table:
    """How many were finished, how many were left in the middle, and how many belong to other editions."""
    kept = list(records)
    own = [r for r in kept if r.get("edition") == edition]
    finished, left = (sum(r.get("event") == event for r in own) for event in ("answer", "left"))
    rows = (("交了的", finished), ("中途走开的", left), ("别的版本的", len(kept) - len(own)))
    return Table(FACTS, rows)


def counts(survey: Survey, given: Iterable[Payload]) -> Table:
    """For single and multiple choice and scales: how many chose each option, and the share of those who were asked and answered."""
    kept = list(given)
    rows: list[tuple[Cell, ...]] = []
    for question in survey.questions:
        if question.type not in ("single", "multiple", "scale"):
            continue
        tally = _tally(question.options, said := _said(question, kept))
        shown = hide(list(tally.values()), adds_up=question.type != "multiple")
        rows += (
            (_plain(question.ask), option.text, n, None if n is None else round(n / max(len(said), 1), 4))
            for option, n in zip(question.options, shown, strict=True)
        )
    return Table(COUNTS, tuple(rows))


def means(survey: Survey, given: Iterable[Payload]) -> Table:
    """Scales (1 for the first step), rows of a matrix and numbers; hidden when fewer than `SMALL_GROUP` answered."""
    kept = list(given)
    rows: list[tuple[Cell, ...]] = []
    for question in survey.questions:
        if question.type == "matrix":
            rows += ((_plain(question.ask), row.text, *_mean(_row(question, row.key, kept))) for row in question.rows)
        elif question.type in ("scale", "number"):
            rows.append((_plain(question.ask), "", *_mean(_numbers(question, kept))))
    return Table(MEANS, tuple(rows))


def ranks(survey: Survey, given: Iterable[Payload]) -> Table:
    """Rankings by score: the first of `n` places gives `n` points, the next one less, no place none; the mean of all who ranked."""
    kept = list(given)
    rows: list[tuple[Cell, ...]] = []
    for question in survey.questions:
        if question.type != "ranking":
            continue
        said = _said(question, kept)
        first = hide([sum(s[0] == o.key for s in said) for o in question.options], adds_up=True)
        scored = [(score(question, o.key, said), o.text, top) for o, top in zip(question.options, first, strict=True)]
        scored.sort(key=lambda line: -(line[0] or 0.0))
        lines = [(_plain(question.ask), text, points, top) for points, text, top in scored]
        rows += lines
    return Table(RANKS, tuple(rows))


def written(survey: Survey, given: Iterable[Payload]) -> Table:
    """Free texts, sorted, so that neither their order nor their neighbours tell who wrote them; for the office only."""
    kept = list(given)
    return Table(
        WORDS,
        tuple(
            (_plain(question.ask), words)
            for question in survey.questions
            if question.type == "text"
            for words in sorted(str(s) for s in _said(question, kept))
        ),
    )


def crosstab(survey: Survey, given: Iterable[Payload], down: str, across: str) -> Table:
    """One question against another: people in each pair of options.

    Args:
        survey: its questions.
        given: finished answers.
        down: id of a single choice or a scale, one row for each option.
        across: likewise, one column for each option.

    Raises:
        KeyError: there is no such question.
    """
    named = {q.id: q for q in survey.questions}
    first, second = named[down], named[across]
    cells = {(a.key, b.key): 0 for a, b in product(first.options, second.options)}
    for record in given:
        pair = record["answers"].get(down), record["answers"].get(across)
        if all(isinstance(key, str) for key in pair) and pair in cells:
            cells[pair] += 1
    grid = hide_grid([[cells[a.key, b.key] for b in second.options] for a in first.options])
    heads = (Text("", ""), *(Text(o.text, o.text) for o in second.options))
    return Table(heads, tuple((a.text, *row) for a, row in zip(first.options, grid, strict=True)))


# --- hiding -------------------------------------------------------------------------------------------------------


def hide(numbers: Sequence[int], *, adds_up: bool) -> list[int | None]:
    """Numbers of people with small groups hidden.

    Args:
        numbers: one for each option.
        adds_up: everybody is in exactly one of them, so what is hidden could be worked out from the sum.
    """
    hidden = {i for i, n in enumerate(numbers) if 0 < n < SMALL_GROUP}
    if adds_up and hidden:
        rest = sorted((n, i) for i, n in enumerate(numbers) if i not in hidden and n)
        while rest and (len(hidden) < 2 or sum(numbers[i] for i in hidden) < SMALL_GROUP):
            hidden.add(rest.pop(0)[1])
    return [None if i in hidden else n for i, n in enumerate(numbers)]


def hide_grid(grid: Sequence[Sequence[int]]) -> list[list[int | None]]:
    """The same for a table whose rows and columns have sums: no line is left with a single hidden cell."""
    hidden = {(r, c) for r, row in enumerate(grid) for c, n in enumerate(row) if 0 < n < SMALL_GROUP}
    lines = [[(r, c) for c in range(len(row))] for r, row in enumerate(grid)]
    lines += [[(r, c) for r in range(len(grid))] for c in range(len(grid[0]))] if grid else []
    changed = True
    while changed:
        changed = False
        for line in lines:
            lone = [p for p in line if p in hidden]
            rest = sorted((grid[r][c], r, c) for r, c in line if (r, c) not in hidden and grid[r][c])
            if lone and rest and (len(lone) < 2 or sum(grid[r][c] for r, c in lone) < SMALL_GROUP):
                hidden.add(rest[0][1:])
                changed = True
    return [[None if (r, c) in hidden else n for c, n in enumerate(row)] for r, row in enumerate(grid)]


# --- inner --------------------------------------------------------------------------------------------------------


def score(question: Question, key: str, said: Sequence[Any]) -> float | None:
    """Mean points of an option in a ranking; None when too few ranked."""
    if len(said) < SMALL_GROUP:
        return None
    points: int = sum(question.most - s.index(key) for s in said if key in s)
    return round(points / len(said), 2)


def mean_of(question: Question, given: Iterable[Payload], row: str = "") -> tuple[int | None, float | None]:
    """People and mean of a scale, a number or one row of a matrix; None when too few answered."""
    kept = list(given)
    return _mean(_row(question, row, kept) if row else _numbers(question, kept))


def tally(question: Question, given: Iterable[Payload]) -> tuple[int, list[int | None]]:
    """How many answered, and how many chose each option; small groups are None."""
    said = _said(question, list(given))
    return len(said), hide(list(_tally(question.options, said).values()), adds_up=question.type != "multiple")


def said_to(question: Question, given: Iterable[Payload]) -> list[Any]:
    """What was answered to a question, as recorded; what has another shape is left out."""
    return _said(question, list(given))


def _said(question: Question, given: Sequence[Payload]) -> list[Any]:
    shape = {"multiple": list, "ranking": list, "matrix": Mapping, "number": (int, float)}.get(question.type, str)
    found = (r["answers"].get(question.id) for r in given)
    return [s for s in found if isinstance(s, shape) and not isinstance(s, bool) and (s or s == 0)]  # type: ignore[arg-type]


def _tally(options: Sequence[Option], said: Sequence[Any]) -> dict[str, int]:
    return {o.key: sum(o.key == s or (isinstance(s, list) and o.key in s) for s in said) for o in options}


def _numbers(question: Question, given: Sequence[Payload]) -> list[float]:
    said = _said(question, given)
    if question.type == "number":
        return [float(s) for s in said]
    steps = {o.key: n for n, o in enumerate(question.options, 1)}
    return [float(steps[s]) for s in said if s in steps]


def _row(question: Question, row: str, given: Sequence[Payload]) -> list[float]:
    steps = {o.key: n for n, o in enumerate(question.options, 1)}
    return [float(steps[s[row]]) for s in _said(question, given) if s.get(row) in steps]


def _mean(numbers: Sequence[float]) -> tuple[int | None, float | None]:
    if len(numbers) < SMALL_GROUP:
        return (None, None) if numbers else (0, None)
    return len(numbers), round(statistics.fmean(numbers), 2)


def _plain(words: str) -> str:
    return words.replace("\n", "")
