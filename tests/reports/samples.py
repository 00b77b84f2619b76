"""Tables and reports with every type of cell, for the writers."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kiosk.core.table import Column, Table
from kiosk.core.text import Text
from kiosk.reports.form import Form
from kiosk.reports.model import Bar, Bars, Hard, Report

EVERY = Table(
    Text("每种格子", "Every type"),
    (
        Column("name", Text("车间、部门", "Workshop"), width=24),
        Column("said", Text("状态", "State")),
        Column("people", Text("人数", "People"), "integer"),
        Column("mean", Text("平均", "Mean"), "decimal"),
        Column("rate", Text("覆盖率", "Coverage"), "percent"),
        Column("day", Text("日期", "Day"), "date"),
        Column("at", Text("时间", "At"), "time"),
        Column("took", Text("用时", "Time"), "duration"),
    ),
    (
        ("三车间", Text("没人接", "open"), 1234, 2.5, 0.231, date(2026, 11, 3), datetime(2026, 11, 3, 8, 30, tzinfo=UTC), 3723.0),
        ("=HYPERLINK(\"x\")", Text("是", "yes"), 0, 0.0, 1.0, date(2026, 2, 28), datetime(2026, 11, 3, 23, 59, tzinfo=UTC), 100_000.0),
        ("01234567", None, None, None, None, None, None, None),
        ("@SUM(1)\n第二行", Text("-1", "-1"), 7, 1.25, 0.5, date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC), 0.0),
    ),
)  # fmt: skip


def long(rows: int) -> Table:
    """A table of many rows, each with its number in it."""
    return Table(EVERY.title, EVERY.columns, tuple((f"第{n}行", *EVERY.rows[0][1:]) for n in range(rows)))


def report(table: Table = EVERY) -> Report:
    names = ("总装", "机修", "缝制", "三车间")
    return Report(
        "workshops",
        Text("各车间参加情况", "Participation"),
        Text("三车间来得最少", "Workshop 3 came the least"),
        Text("2026-11-01 至 2026-11-30", "November"),
        (table, Table(Text("空的", "Empty"), EVERY.columns)),
        Bars(
            Text("每百人里参加的人数", "Of a hundred"),
            "percent",
            tuple(Bar(Text(n, n), v, n == "三车间") for n, v in zip(names, (0.86, 0.79, None, 0.23), strict=True)),
            0.6,
        ),
        (Hard("高温津贴从哪个月发起", 0.71, 50), Hard("带薪年休假几天", 0.05, 40)),
        (Text("不到 10 人的车间不列覆盖率。", "No coverage under 10 people."),),
    )


FORM = Form("长江机械厂工会", "王师傅", "", date(2026, 11, 30), "〔2026〕第001号")
