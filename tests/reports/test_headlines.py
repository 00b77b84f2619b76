"""Headlines say only what the numbers bear; small groups are not shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ConfigError
from kiosk.core.table import Column, Table
from kiosk.core.text import Text
from kiosk.records.facts import Fact
from kiosk.reports import catalogue, headline
from kiosk.reports.material import Asked, Item, Material
from kiosk.reports.model import Bar, Hard

DAY = date(2026, 11, 3)
values = st.none() | st.floats(0, 1) | st.integers(0, 5).map(float)


def bars(*heights: float | None) -> list[Bar]:
    return [Bar(Text(str(n), str(n)), height) for n, height in enumerate(heights)]


def fact(measure: str, *, unit: str = "", kind: str = "quiz", uid: str = "p/i", key: str = "", count: int = 1, total: float = 0.0, device: str = "k1", day: date = DAY) -> Fact:  # fmt: skip
    return Fact(day, device, unit, kind, uid, measure, key, count, total)


@pytest.mark.parametrize("name", catalogue.REPORTS)
def test_a_report_of_nothing_says_so(name: str) -> None:
    report = catalogue.make(name, Material(()))
    assert report.headline == headline.NOTHING and report.name == name and report.tables
    assert all(table.rows == () for table in report.tables) and report.hardest == ()
    assert report.bars is None or report.bars.bars == ()
    assert name in catalogue.NEEDS and catalogue.titles()[name] == report.title


def test_an_unknown_report_is_refused() -> None:
    with pytest.raises(ConfigError, match="NO_REPORT"):
        catalogue.make("gossip", Material(()))


@given(st.lists(values, max_size=8))
def test_the_lowest_and_the_highest_stand_alone(heights: list[float | None]) -> None:
    stand = bars(*heights)
    known = [h for h in heights if h is not None]
    low, high = headline.lowest(stand), headline.highest(stand)
    if low is not None:
        assert len(known) >= 3 and known.count(heights[low]) == 1 and heights[low] == min(known)
    if high is not None:
        assert known.count(heights[high]) == 1 and heights[high] == max(known) > 0
    assert [b.marked for b in headline.marked(stand, low)].count(True) == (low is not None)


@given(st.lists(st.builds(Hard, st.text(max_size=3), st.floats(0, 1), st.integers(0, 20)), max_size=12))
def test_the_hardest_were_asked_often_enough(questions: list[Hard]) -> None:
    found = headline.hardest(questions)
    assert len(found) <= 5 and all(q.answers >= 5 and q.wrong > 0 for q in found)
    assert [q.wrong for q in found] == sorted((q.wrong for q in found), reverse=True)


def test_the_workshop_that_came_least_is_named() -> None:
    sizes = {"总装": 100, "机修": 50, "三车间": 40, "门卫": 9}
    came = {"总装": 86, "机修": 30, "三车间": 4, "门卫": 1}
    people = [(unit, f"{n}") for unit, count in came.items() for n in range(count)]
    facts = [fact("records", unit=unit, count=2 * n) for unit, n in came.items()] + [fact("records", count=7)]
    report = catalogue.make("workshops", Material(facts, people=sizes, took_part=lambda: people * 2))
    assert report.headline.zh == "三车间来得最少"
    assert [(r[0], r[1], r[2], r[3]) for r in report.tables[0].rows[:-1]] == [
        ("总装", 100, 86, 0.86), ("机修", 50, 30, 0.6), ("三车间", 40, 4, 0.1), ("门卫", 9, 1, None),
    ]  # fmt: skip
    assert report.bars is not None and [b.marked for b in report.bars.bars] == [False, False, True, False]
    assert report.bars.bars[3].value is None and report.bars.average == round(121 / 199, 4)
    one = catalogue.make("workshops", Material(facts, Asked(unit="机修"), people=sizes, took_part=lambda: people))
    assert [r[:3] for r in one.tables[0].rows] == [("机修", 50, 30)]


def test_without_a_roster_people_are_counted() -> None:
    people = [("a", "1"), ("b", "1"), ("b", "2"), ("c", "1"), ("c", "2"), ("c", "3"), ("", "x")]
    facts = [fact("records", unit=unit) for unit, _ in people]
    report = catalogue.make("workshops", Material(facts, took_part=lambda: people))
    assert report.headline.zh == "a来得最少" and report.bars is not None and report.bars.unit == "integer"
    assert [b.value for b in report.bars.bars] == [3.0, 2.0, 1.0] and report.bars.average == 2.0


def test_few_ratings_are_not_shown() -> None:
    few = [fact("letter", kind="suggestion"), fact("rated", kind="suggestion", key="c", count=4, total=8.0)]
    assert catalogue.make("suggestions", Material(few)).tables[0].rows == (("p/i", 1, None, None),)
    enough = [fact("rated", kind="suggestion", key="c", count=5, total=20.0)]
    assert catalogue.make("suggestions", Material(enough)).tables[0].rows == (("p/i", 0, 5, 4.0),)


def test_the_on_time_rate_makes_the_headline() -> None:
    columns = tuple(Column(k, Text(k, k), "integer") for k in ("cases", "due", "in_time"))
    details = {"box/a": (Table(Text("总", "sum"), columns, ((9, 4, 3), (2, 0, 0))),)}
    material = Material((), items={"box/a": Item("意见箱", "suggestion")}, details=lambda _kind: details)
    report = catalogue.make("suggestions", material)
    assert report.headline.zh == "到期 4 件，按时办结 75%" and report.tables[1].title.zh == "意见箱：总"


def test_lectures_and_prizes() -> None:
    held = [fact("lecture", kind="lecture", uid="l/a", count=2, total=5400.0), fact("attendance", kind="lecture", uid="l/a", count=2, total=61.0)]  # fmt: skip
    report = catalogue.make("lectures", Material(held))
    assert report.tables[0].rows == (("l/a", 2, 61, 30.5, 5400.0, 2700.0),)
    assert report.headline.zh == "讲了 2 场，到场 61 人次"
    drawn = [fact("drawn", kind="quiz-draw", count=3), fact("claimed", kind="quiz-draw", count=2)]
    prizes = catalogue.make("prizes", Material(drawn))
    assert prizes.tables[0].rows == (("p/i", 3, 2, 1),) and prizes.headline.zh == "抽出 3 个奖，领走 2 个"


def test_a_visit_belongs_to_no_workshop() -> None:
    report = catalogue.make("visits", Material([fact("visit", kind="visit", uid="")], Asked(unit="总装")))
    assert "分不出车间" in report.notes[0].zh and report.about.zh == "全部日期，总装"


def test_many_days_stand_as_months() -> None:
    facts = [fact("visit", kind="visit", day=date(2026, month, 1), count=month) for month in (1, 2, 3)]
    report = catalogue.make("visits", Material(facts))
    assert report.bars is not None and [b.label.zh for b in report.bars.bars] == [
        "2026 年 1 月",
        "2026 年 2 月",
        "2026 年 3 月",
    ]
    assert report.headline.zh == "来了 6 人次，2026 年 3 月来得最多" and report.bars.average == 2.0
