"""Everybody is under exactly one heading, and every honour under its year."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.cards import Card, PersonCard
from kiosk.core.people import Honour, PersonFacts
from kiosk.screens.people.rows import gallery, honours, trade_order

ERAS = ["revolution", "founding", "reform", "newera"]


def person(n: int, era: str = "", trade: str = "", *given: tuple[str, str]) -> PersonCard:
    card = Card(f"p/{n}", "story", "ok", f"题{n}", f"人{n}", "", era, trade, "", 0, 60, False, "", "")
    return PersonCard(card, PersonFacts(f"人{n}", honours=tuple(Honour(*one) for one in given)))


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["", *ERAS]),
        st.sampled_from(["", "oil", "steel", "unknown"]),
        st.lists(
            st.tuples(st.sampled_from(["甲", "乙"]), st.sampled_from(["", "1959", "2018", "1956、1959"])), max_size=3
        ),
    ),
    max_size=30,
).map(lambda rows: [person(n, era, trade, *given) for n, (era, trade, given) in enumerate(rows)])


@given(PEOPLE, st.integers(1, 6), st.sampled_from(["era", "trade"]))
def test_everybody_hangs_once_under_a_heading(people: list[PersonCard], columns: int, order: str) -> None:
    walk = gallery(people, order, ERAS if order == "era" else ["oil", "steel"], columns)  # type: ignore[arg-type]
    shown = [p for row in walk.rows for p in row.people]
    assert sorted(p.card.uid for p in shown) == sorted(p.card.uid for p in people)
    assert all(len(row.people) <= columns for row in walk.rows)
    assert sum(group.count for group in walk.groups) == len(people)
    assert all(walk.rows[group.row].group == group.key for group in walk.groups)
    assert all(group.count for group in walk.groups)


@given(PEOPLE)
def test_every_honour_stands_under_its_year(people: list[PersonCard]) -> None:
    walk = honours(people)
    years = [row.of for row in walk.rows if row.honours]
    assert years == sorted(years, key=lambda y: (y == "", y))
    shown = {(row.people[0].card.uid, row.of, name) for row in walk.rows for name in row.honours}
    given_out = {
        (p.card.uid, year, h.name) for p in people for h in p.facts.honours for year in (h.year.split("、") or [""])
    }
    assert shown == given_out
    assert sum(group.count for group in walk.groups) == len(years)


def test_a_year_is_written_once() -> None:
    walk = honours([person(1, "", "", ("甲", "1959")), person(2, "", "", ("乙", "1959"), ("丙", "1959"))])
    assert [(row.group, row.year, row.honours) for row in walk.rows] == [
        ("1950", "", ()), (None, "1959", ("甲",)), (None, "", ("乙", "丙")),
    ]  # fmt: skip


def test_groups_keep_their_order_and_who_has_none_comes_last() -> None:
    people = [person(1), person(2, "newera"), person(3, "founding")]
    assert [g.key for g in gallery(people, "era", ERAS, 3).groups] == ["founding", "newera", ""]


def test_the_largest_trades_first() -> None:
    people = [person(1, "", "oil"), person(2, "", "steel"), person(3, "", "steel"), person(4, "", "mystery")]
    assert trade_order(people, {"oil": "石油", "steel": "钢铁"}) == ["steel", "oil"]


def test_a_thousand_people() -> None:
    people = [person(n, ERAS[n % 4], "oil", ("甲", str(1950 + n % 70))) for n in range(1000)]
    assert len(gallery(people, "era", ERAS, 3).rows) == 4 + 4 * 84
    assert len([row for row in honours(people).rows if row.honours]) == 1000
