"""What people answered: from records to tables, with no group smaller than `SMALL_GROUP` in any of them.

A cell that stands for one to four people is hidden, see `kiosk.core.smallgroup`.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, TypeAlias

from kiosk.core.measure import Measure, seconds, word
from kiosk.core.smallgroup import hide, hide_grid
from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text
from kiosk.kinds.survey.model import SMALL_GROUP, Option, Question, Survey

Payload: TypeAlias = Mapping[str, Any]

HIDDEN = Text(f"不到 {SMALL_GROUP} 人，不列", f"under {SMALL_GROUP} people, not shown")
_ASK = Column("question", Text("问题", "Question"), width=48)
_PEOPLE = Column("people", Text("人数", "People"), "integer")
COUNTS = (
    _ASK,
    Column("option", Text("选项", "Option"), width=28),
    _PEOPLE,
    Column("share", Text("占比", "Share"), "percent"),
)
MEANS = (
    _ASK,
    Column("row", Text("分项", "Row"), width=28),
    _PEOPLE,
    Column("mean", Text("平均", "Mean"), "decimal"),
)
RANKS = (
    _ASK,
    Column("option", Text("选项", "Option"), width=28),
    Column("score", Text("得分", "Score"), "decimal"),
    Column("first", Text("排第一的人数", "Ranked first"), "integer"),
)
WORDS = (_ASK, Column("words", Text("写的话", "What was written"), width=60))
TURNOUT = (Column("fact", Text("事项", "Fact"), width=20), Column("number", Text("数", "Number"), "integer"))
"""A cell that is None is hidden."""


def facts(payload: Payload) -> Iterator[Measure]:
    """`finished` with its seconds, `left`, and `answered` by edition and question.

    What was answered is no fact: a free text looks like an option here, and by day and workshop the groups would be small.
    """
    edition = word(payload.get("edition"))
    match payload.get("event"):
        case "answer" if isinstance(payload.get("answers"), Mapping):
            yield Measure("finished", edition, total=seconds(payload.get("ms")))
            for question in payload["answers"]:
                if word(question):
                    yield Measure("answered", f"{edition}/{question}")
        case "left":
            yield Measure("left", edition)


def tables(survey: Survey | None, records: Iterable[Payload]) -> tuple[Table, ...]:
    """Turnout, counts, means and ranks of the survey's present edition; without the survey only how many answered."""
    kept = list(records)
    if survey is None:
        editions = sorted({word(r.get("edition")) for r in kept} - {""})
        return tuple(turnout(kept, edition) for edition in editions)
    given = answers(kept, survey.edition)
    made = (turnout(kept, survey.edition), counts(survey, given), means(survey, given), ranks(survey, given))
    return made[:1] + tuple(table for table in made[1:] if table.rows)


def answers(records: Iterable[Payload], edition: str) -> list[Payload]:
    """Finished answers of one edition, in the order of the records; everything else is left out."""
    return [
        r
        for r in records
        if r.get("event") == "answer" and r.get("edition") == edition and isinstance(r.get("answers"), Mapping)
    ]


def turnout(records: Iterable[Payload], edition: str) -> Table:
    """How many were finished, how many were left in the middle, and how many belong to other editions."""
    kept = list(records)
    own = [r for r in kept if r.get("edition") == edition]
    finished, left = (sum(r.get("event") == event for r in own) for event in ("answer", "left"))
    rows: tuple[Row, ...] = (
        (Text("交了的", "Finished"), finished),
        (Text("中途走开的", "Left in the middle"), left),
        (Text("别的版本的", "Of other editions"), len(kept) - len(own)),
    )
    return Table(Text("答卷", "Answers"), TURNOUT, rows)


def counts(survey: Survey, given: Iterable[Payload]) -> Table:
    """For single and multiple choice and scales: how many chose each option, and the share of those who were asked and answered."""
    kept = list(given)
    rows: list[Row] = []
    for question in survey.questions:
        if question.type not in ("single", "multiple", "scale"):
            continue
        tally = _tally(question.options, said := _said(question, kept))
        shown = hide(list(tally.values()), adds_up=question.type != "multiple")
        rows += (
            (_plain(question.ask), option.text, n, None if n is None else round(n / max(len(said), 1), 4))
            for option, n in zip(question.options, shown, strict=True)
        )
    return Table(Text("选了什么", "What was chosen"), COUNTS, tuple(rows))


def means(survey: Survey, given: Iterable[Payload]) -> Table:
    """Scales (1 for the first step), rows of a matrix and numbers; hidden when fewer than `SMALL_GROUP` answered."""
    kept = list(given)
    rows: list[Row] = []
    for question in survey.questions:
        if question.type == "matrix":
            rows += ((_plain(question.ask), row.text, *_mean(_row(question, row.key, kept))) for row in question.rows)
        elif question.type in ("scale", "number"):
            rows.append((_plain(question.ask), "", *_mean(_numbers(question, kept))))
    return Table(Text("平均分", "Means"), MEANS, tuple(rows))


def ranks(survey: Survey, given: Iterable[Payload]) -> Table:
    """Rankings by score: the first of `n` places gives `n` points, the next one less, no place none; the mean of all who ranked."""
    kept = list(given)
    rows: list[Row] = []
    for question in survey.questions:
        if question.type != "ranking":
            continue
        said = _said(question, kept)
        first = hide([sum(s[0] == o.key for s in said) for o in question.options], adds_up=True)
        scored = [(score(question, o.key, said), o.text, top) for o, top in zip(question.options, first, strict=True)]
        scored.sort(key=lambda line: -(line[0] or 0.0))
        lines = [(_plain(question.ask), text, points, top) for points, text, top in scored]
        rows += lines
    return Table(Text("排序", "Ranks"), RANKS, tuple(rows))


def written(survey: Survey, given: Iterable[Payload]) -> Table:
    """Free texts, sorted, so that neither their order nor their neighbours tell who wrote them; for the office only."""
    kept = list(given)
    return Table(
        Text("写的话", "What was written"),
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
    heads = (
        Column("option", Text("", ""), width=28),
        *(Column(f"option {o.key}", Text(o.text, o.text), "integer") for o in second.options),
    )
    title = Text(f"{_plain(first.ask)} × {_plain(second.ask)}", f"{_plain(first.ask)} × {_plain(second.ask)}")
    return Table(title, heads, tuple((a.text, *row) for a, row in zip(first.options, grid, strict=True)))


# --- inner --------------------------------------------------------------------------------------------------------


def score(question: Question, key: str, said: Sequence[Any]) -> float | None:
    """Mean points of an option in a ranking; None when too few ranked."""
    if len(said) < SMALL_GROUP:
        return None
    points: int = sum(question.most - s.index(key) for s in said if key in s)
    return round(points / len(said), 2)


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
