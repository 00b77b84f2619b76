"""How a report becomes a chart and rows."""

from __future__ import annotations

from dataclasses import replace

from reports.samples import report

from kiosk.core.table import Column, Table
from kiosk.core.text import Text
from kiosk.reports.model import Bar, Bars
from kiosk.screens.reports import shown


def bars(count: int, name: str = "车间{n}", top: int = 0) -> Bars:
    words = [name.replace("{n}", str(n)) for n in range(count)]
    return Bars(Text("人", "people"), "integer", tuple(Bar(Text(w, w), float(n + top)) for n, w in enumerate(words)))


def workshops(people: int | None = 50) -> Table:
    columns = (Column("unit", Text("车间", "Workshop")), Column("people", Text("人数", "People"), "integer"))
    rows = (("总装", people), ("机修", people), ("缝制", people), ("三车间", people))
    return Table(Text("按车间", "By workshop"), columns, rows)


def test_bars_stand_below_the_highest_and_the_average_is_among_them() -> None:
    made = replace(report(), tables=(workshops(),))
    chart = shown.chart(made, "zh")
    assert (chart["kind"], [bar["words"] for bar in chart["bars"]]) == ("bars", ["86", "79", "人少\n不列", "23"])
    assert [round(bar["share"] * 0.86, 2) for bar in chart["bars"]] == [0.86, 0.79, -0.86, 0.23]
    assert [bar["marked"] for bar in chart["bars"]] == [False, False, False, True]
    assert chart["average"] == 0.6 / 0.86
    assert chart["averageWords"] == "平均 60"


def test_a_workshop_of_unknown_size_is_not_called_small() -> None:
    chart = shown.chart(replace(report(), tables=(workshops(None),)), "en")
    assert chart["bars"][2]["words"] == "no roster"


def test_long_names_lie_and_shares_of_a_whole_are_of_the_whole() -> None:
    lying = Bars(Text("正确率", "Right"), "percent", (Bar(Text("劳动法知识每日一答", "Law"), 0.5),))
    chart = shown.chart(replace(report(), name="quizzes", bars=lying), "zh")
    assert (chart["kind"], chart["whole"], chart["bars"][0]["share"]) == ("rows", True, 0.5)
    assert chart["bars"][0]["words"] == "50%"


def test_days_are_a_line() -> None:
    chart = shown.chart(replace(report(), name="visits", bars=bars(30)), "zh")
    assert (chart["kind"], len(chart["bars"])) == ("line", 30)


def test_of_too_many_bars_the_first_and_the_last_stay() -> None:
    chart = shown.chart(replace(report(), name="studios", bars=bars(40, "室{n}")), "zh")
    assert [bar["label"] for bar in chart["bars"]] == [f"室{n}" for n in [*range(6), *range(34, 40)]]
    assert chart["note"] == "中间 28 个不画，都在表格里"


def test_nothing_known_draws_nothing() -> None:
    none = Bars(Text("人", "people"), "integer", (Bar(Text("一", "1"), None),))
    assert shown.chart(replace(report(), bars=none), "zh")["kind"] == ""
    assert shown.chart(replace(report(), bars=None), "zh")["kind"] == ""


def test_a_row_has_its_name_its_words_and_its_numbers() -> None:
    table = report().tables[0]
    rows = shown.rows(table, "zh")
    assert shown.columns(table, "zh") == ["人数", "平均", "覆盖率", "用时"]
    assert rows[0] == {
        "title": "三车间",
        "note": "没人接  2026-11-03  2026-11-03 08:30",
        "cells": ["1,234", "2.5", "23.1%", "1:02:03"],
    }
    assert rows[2]["cells"] == ["", "", "", ""]


def test_the_hardest_questions_have_the_worst_marked() -> None:
    assert [(h["words"], h["marked"]) for h in shown.hardest(report())] == [("71%", True), ("5%", False)]
