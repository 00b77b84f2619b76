"""The drawing is the count: slats, the tree, and the order of the cards."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ContentError
from kiosk.kinds.studio import bars, board, tree
from kiosk.kinds.studio.model import MOST_VALUE, Change, HelpCard, Person, Studio

VALUES = st.floats(0, MOST_VALUE, allow_nan=False).map(lambda v: round(v, 2))


@pytest.mark.parametrize(
    ("most", "unit"), [(1, 1), (42, 1), (60, 1), (60.5, 5), (61, 5), (300, 5), (301, 10), (601, 50), (3000, 50), (3001, 100), (125000, 5000)]
)  # fmt: skip
def test_a_slat_is_one_unit_until_there_are_too_many(most: float, unit: int) -> None:
    assert bars.slat(most) == unit


@given(VALUES, VALUES)
def test_both_rows_have_one_scale_and_never_too_many_slats(before: float, after: float) -> None:
    if not max(before, after):
        with pytest.raises(ContentError):
            Change("换模", "分钟", before, after)
        return
    drawn = bars.bars(Change("换模", "分钟", before, after))
    assert math.ceil(drawn.full) <= bars.MOST_SLATS and drawn.full == max(drawn.before, drawn.after)
    assert drawn.before * drawn.unit == pytest.approx(before) and drawn.after * drawn.unit == pytest.approx(after)


@pytest.mark.parametrize(
    ("value", "said"), [(42.0, "42"), (0.0, "0"), (0.25, "0.25"), (98200.5, "98200.5"), (100.0, "100")]
)
def test_values_are_written_without_idle_zeros(value: float, said: str) -> None:
    assert bars.number(value) == said


@st.composite
def families(draw: st.DrawFn) -> tuple[Person, ...]:
    count = draw(st.integers(0, 60))
    return tuple(Person(str(n), parent=draw(st.integers(-1, n - 1))) for n in range(count))


@given(families())
def test_nobody_of_the_tree_stands_on_anybody(people: tuple[Person, ...]) -> None:
    laid = tree.layout(people)
    assert len(laid.places) == len(people) == len({(p.column, p.row) for p in laid.places})
    for person, place in zip(people, laid.places, strict=True):
        assert 0 <= place.row < laid.rows and 0 <= place.column < laid.columns
        if person.parent >= 0:
            master = laid.places[person.parent]
            assert place.column == master.column + 1 and place.row >= master.row


def test_the_head_stands_in_the_first_row() -> None:
    people = (Person("总"), Person("甲", parent=0), Person("乙", parent=0), Person("丙", parent=2))
    assert [(p.column, p.row) for p in tree.layout(people).places] == [(0, 0), (1, 0), (1, 1), (2, 1)]


def card(number: str, state: str, hung: str = "", done: str = "") -> HelpCard:
    return HelpCard(number, "一班", "难题", state, hung=hung, done=done)  # type: ignore[arg-type]


def test_whoever_waits_longest_hangs_in_front() -> None:
    cards = (
        card("1", "solved", done="2026-10-01"), card("2", "taken", "2026-10-02"), card("3", "open", "2026-10-09"),
        card("4", "open", "2026-10-03"), card("5", "solved", done="2026-10-20"),
    )  # fmt: skip
    assert [c.number for c in board.hung(Studio(cards=cards))] == ["4", "3", "2", "5", "1"]


@pytest.mark.parametrize(
    ("one", "today", "days"),
    [
        (card("1", "open", "2026-11-01"), date(2026, 11, 13), 12),
        (card("1", "open", "2026-11-01"), date(2026, 11, 1), 0),
        (card("1", "open", "2026-11-01"), date(2026, 10, 1), -1),
        (card("1", "open", "2026-11-01"), None, -1),
        (card("1", "open"), date(2026, 11, 1), -1),
        (card("1", "solved", "2026-11-01", "2026-11-08"), None, 7),
    ],
)
def test_days_are_counted_only_when_they_can_be(one: HelpCard, today: date | None, days: int) -> None:
    assert board.days(one, today) == days


@pytest.mark.parametrize(
    ("said", "broken"),
    [
        ("传送带往左跑偏，一天停两回。", "传送带往左跑偏，\n一天停两回。"),
        ("夹具松", "夹具松"),
        ("没有逗号的一句话写得实在是太长了放不下", "没有逗号的一句话写得实在是太长了放不下"),
    ],
)
def test_a_problem_breaks_by_meaning(said: str, broken: str) -> None:
    assert board.broken(said, 12) == broken


@given(st.text("换模，。；太慢", max_size=40), st.integers(4, 20))
def test_breaking_loses_no_character(said: str, most: int) -> None:
    assert board.broken(said, most).replace("\n", "") == said
