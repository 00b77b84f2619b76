"""From records to tables: counts, means, scores, and no small group in any of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from survey_sources import options, surveys, walked

from kiosk.core.smallgroup import hide, hide_grid
from kiosk.kinds.survey import days, handed, report
from kiosk.kinds.survey.model import SMALL_GROUP, Option, Question, Survey
from kiosk.kinds.survey.results import results
from kiosk.kinds.survey.sitting import start

EDITION = "e" * 12
SURVEY = Survey(
    EDITION,
    (
        Question("one", "single", "哪个？", options=options(3)),
        Question("some", "multiple", "哪些？", options=options(3), least=1, most=3),
        Question("how", "scale", "怎样？", options=options(5, True)),
        Question("rows", "matrix", "各项", options=options(3), rows=(Option("r0", "味道"), Option("r1", "价钱"))),
        Question("rank", "ranking", "先后？", options=options(3), least=3, most=3),
        Question("n", "number", "多少？", most=99),
        Question("words", "text", "想说什么？", most=20),
    ),
    "after",
)


def said(**answers: Any) -> dict[str, Any]:
    return {"event": "answer", "edition": EDITION, "answers": answers}


def test_counts_shares_and_what_is_left_out() -> None:
    given = [said(one="A") for _ in range(6)] + [said(one="B") for _ in range(14)] + [said(some=["A", "C"])] * 7
    table = report.counts(SURVEY, report.answers(given, EDITION))
    assert [r[1:] for r in table.rows[:3]] == [("选项A", 6, 0.3), ("选项B", 14, 0.7), ("选项C", 0, 0.0)]
    assert [r[2] for r in table.rows[3:6]] == [7, 0, 7]


def test_a_small_group_is_hidden_and_cannot_be_worked_out() -> None:
    assert hide([20, 3, 9], adds_up=True) == [20, None, None]
    assert hide([20, 3, 4], adds_up=True) == [20, None, None]
    assert hide([20, 1, 2, 7], adds_up=True) == [20, None, None, None], "two hidden ones that are three people"
    assert hide([20, 3, 9], adds_up=False) == [20, None, 9]
    assert hide([5, 0], adds_up=True) == [5, 0]
    assert hide([4], adds_up=True) == [None]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8))
def test_what_is_hidden_is_never_a_small_group_of_its_own(numbers: list[int]) -> None:
    shown = hide(numbers, adds_up=True)
    assert all(n is None or n == 0 or n >= SMALL_GROUP for n in shown)
    hidden = [n for n, s in zip(numbers, shown, strict=True) if s is None]
    assert not hidden or sum(numbers) < SMALL_GROUP or sum(hidden) >= SMALL_GROUP or all(s in (0, None) for s in shown)


@given(st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=4))
def test_no_line_of_a_grid_gives_a_small_cell_away(grid: list[list[int]]) -> None:
    shown = hide_grid(grid)
    assert all(n is None or n == 0 or n >= SMALL_GROUP for row in shown for n in row)
    pairs = [(list(row), list(told)) for row, told in zip(grid, shown, strict=True)]
    pairs += [([r[c] for r in grid], [r[c] for r in shown]) for c in range(3)]
    for line, told in pairs:
        hidden = [n for n, s in zip(line, told, strict=True) if s is None]
        assert len(hidden) != 1 or all(s in (0, None) for s in told), "the sum would tell it"


def test_means_ranks_and_words() -> None:
    given = [
        said(how=str(1 + n % 5), rows={"r0": "C", "r1": "A"}, rank=["B", "A", "C"], n=n, words=w)
        for n, w in enumerate("丁丙乙甲戊")
    ]
    means = {(r[0], r[1]): r[2:] for r in report.means(SURVEY, given).rows}
    assert means["怎样？", ""] == (5, 3.0) and means["各项", "味道"] == (5, 3.0) and means["各项", "价钱"] == (5, 1.0)
    assert means["多少？", ""] == (5, 2.0)
    assert [(r[1], r[2], r[3]) for r in report.ranks(SURVEY, given).rows] == [
        ("选项B", 3.0, 5),
        ("选项A", 2.0, 0),
        ("选项C", 1.0, 0),
    ]
    assert [r[1] for r in report.written(SURVEY, given).rows] == sorted("丁丙乙甲戊")
    assert {r[2:] for r in report.means(SURVEY, given[:4]).rows} == {(None, None)}, "four people have no mean"
    assert all(r[2] is None for r in report.ranks(SURVEY, given[:4]).rows)


def test_a_crosstab_hides_small_cells() -> None:
    given = (
        [said(one="A", how="1")] * 9
        + [said(one="A", how="2")] * 2
        + [said(one="B", how="1")] * 8
        + [said(one="B", how="2")] * 7
    )
    rows = [r[1:3] for r in report.crosstab(SURVEY, given, "one", "how").rows]
    assert rows[:2] == [(None, None), (None, None)] and rows[2] == (0, 0)


def test_other_editions_and_broken_payloads_are_not_counted() -> None:
    given = [
        said(one="A"),
        {**said(one="A"), "edition": "x"},
        {"event": "left", "edition": EDITION},
        {"event": "answer"},
        {},
        said(one=["A"], some="B", rank="x", n=True, rows=3),
    ]
    assert [r[1] for r in report.turnout(given, EDITION).rows] == [2, 1, 3]
    kept = report.answers(given, EDITION)
    for table in (report.counts, report.means, report.ranks, report.written):
        assert table(SURVEY, kept).rows is not None


def test_results_wait_for_enough_answers_and_come_in_fives() -> None:
    assert results(SURVEY, [said(one="A")] * 9).shown == ()
    ten, twelve = results(SURVEY, [said(one="A")] * 10), results(SURVEY, [said(one="A")] * 10 + [said(one="B")] * 2)
    assert ten.finished == 10 and twelve.finished == 12
    assert ten.shown == twelve.shown, "what the eleventh said is not told to the twelfth"
    assert [b.value for b in ten.shown[0].bars] == [10, 0, 0]
    assert ten.shown[1].people == 0 and len(ten.shown) == 6, "texts are never shown"


@given(made=surveys(), seeds=st.lists(st.integers(0, 500), min_size=10, max_size=14))
def test_whatever_was_answered_can_be_counted(made: Survey, seeds: list[int]) -> None:
    given = [handed.record(walked(start(made, seed)), "zh", 1) for seed in seeds]
    kept = report.answers(given, made.edition)
    assert len(kept) == len(seeds)
    for table in (report.counts(made, kept), report.means(made, kept), report.ranks(made, kept)):
        for row in table.rows:
            people = row[2]
            assert people is None or isinstance(people, float) or people == 0 or people >= SMALL_GROUP
    for result in results(made, given).shown:
        assert result.people % SMALL_GROUP == 0
        assert all(0 <= bar.share <= 1 for bar in result.bars)


@given(made=surveys(), seeds=st.lists(st.integers(0, 500), min_size=10, max_size=24))
def test_counted_one_by_one_it_is_what_the_office_counts_of_whole_fives(made: Survey, seeds: list[int]) -> None:
    given = [handed.record(walked(start(made, seed)), "zh", 1) for seed in seeds]
    for shown in results(made, given).shown:
        asked = [g for g in given if shown.question.id in g["answers"]]
        fives = asked[: len(asked) // SMALL_GROUP * SMALL_GROUP]
        alone = replace(made, questions=(replace(shown.question, when=()),), quotas=(), shuffle=())
        rows = [*report.ranks(alone, fives).rows, *report.counts(alone, fives).rows]
        if shown.question.type in ("matrix", "number"):
            rows = [*report.means(alone, fives).rows]
            assert [bar.value for bar in shown.bars] == [row[3] for row in rows][: len(shown.bars)]
        elif fives:
            assert [(bar.label, bar.value) for bar in shown.bars] == [(row[1], row[2]) for row in rows]


@pytest.mark.parametrize(
    ("day", "trusted", "door"),
    [
        ("2026-10-31", True, "early"),
        ("2026-11-01", True, "open"),
        ("2026-11-30", True, "open"),
        ("2026-12-01", True, "closed"),
        ("1970-01-01", False, "open"),
    ],
)
def test_days_are_judged_by_a_clock_that_can_be_right(day: str, trusted: bool, door: str) -> None:
    made = Survey(EDITION, SURVEY.questions, opens="2026-11-01", closes="2026-11-30")
    assert days.door(made, date.fromisoformat(day), trusted=trusted) == door
