"""What was looked at: by day, by item, by room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text
from kiosk.records.facts import HOUSE, RECORDS, Fact
from kiosk.reports import headline
from kiosk.reports.material import Material
from kiosk.reports.model import Bar, Bars, Report
from kiosk.reports.sums import Tally, everything

MOST_DAYS = 31
"""More days than this stand in the chart as months."""
MOST_BARS = 12
DAYS = (
    Column("day", Text("日期", "Day"), "date"),
    Column("weekday", Text("星期", "Weekday")),
    Column("visits", Text("人次", "Visits"), "integer"),
    Column("time", Text("停留共", "Time in all"), "duration"),
    Column("mean", Text("平均停留", "Mean time"), "duration"),
    Column("pages", Text("平均看几页", "Pages a visit"), "decimal"),
    Column("records", Text("记录条数", "Records"), "integer"),
)
KIOSKS = (
    Column("kiosk", Text("屏", "Kiosk"), width=20),
    Column("visits", Text("人次", "Visits"), "integer"),
    Column("time", Text("停留共", "Time in all"), "duration"),
    Column("mean", Text("平均停留", "Mean time"), "duration"),
    Column("days", Text("有人来的天数", "Days with visits"), "integer"),
)
USE = (
    Column("views", Text("打开次数", "Opened"), "integer"),
    Column("time", Text("看了共", "Time in all"), "duration"),
    Column("mean", Text("平均看", "Mean time"), "duration"),
    Column("listens", Text("收听次数", "Listened"), "integer"),
    Column("taken", Text("参与次数", "Taken part"), "integer"),
    Column("complete", Text("看完、做完", "Completed"), "percent"),
)
ITEMS = (Column("item", Text("展项", "Item"), width=36), Column("room", Text("栏目", "Room"), width=14), *USE)
ROOMS = (Column("room", Text("栏目", "Room"), width=20), Column("items", Text("展项数", "Items"), "integer"), *USE)
WEEKDAYS = tuple(
    Text(f"星期{zh}", en)
    for zh, en in zip("一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True)
)
_COMPLETE = (("finished", "started"), ("finished", "played"), ("passed", "round"))
"""Measures that say of a kind what was begun and what was brought to its end."""


def visits(material: Material) -> Report:
    """Visits and their time by day, and by kiosk."""
    facts = tuple(material.chosen())
    by_day, by_kiosk = Tally(facts, lambda f: f.day), Tally(facts, lambda f: f.device)
    days = tuple(_day(by_day, day) for day in sorted(by_day.rows))
    bars = _over_time(facts, material)
    came = Tally((f for f in facts if f.measure == "visit"), lambda f: f.device)
    there = {(f.device, f.day) for f in facts if f.measure == "visit"}
    kiosks: list[Row] = [
        (material.kiosk(k), came.count(k, "visit"), came.total(k, "visit"), came.mean(k, "visit", 0),
         sum(device == k for device, _ in there))
        for k in sorted(by_kiosk.rows, key=lambda k: (-came.count(k, "visit"), material.kiosk(k)))
    ]  # fmt: skip
    total = sum(f.count for f in facts if f.measure == "visit")
    best = headline.highest(bars.bars)
    said = Text(f"来了 {total:,} 人次", f"{total:,} visits")
    if total and best is not None and len(bars.bars) >= headline.LEAST_BARS:
        top = bars.bars[best].label
        said = Text(f"{said.zh}，{top.zh}来得最多", f"{said.en}, most of them {top.en}")
    return Report(
        "visits",
        Text("参观人次", "Visits"),
        said if total else headline.NOTHING,
        material.about(),
        (
            Table(Text("按天", "By day"), DAYS, days),
            Table(Text("按屏", "By kiosk"), KIOSKS, tuple(kiosks)),
        ),
        Bars(bars.title, bars.unit, headline.marked(bars.bars, best), bars.average) if total else None,
        notes=(NAMELESS,) if material.asked.unit else (),
    )


def items(material: Material) -> Report:
    """Every item that was opened or taken part in, the most opened first."""
    facts = tuple(f for f in material.chosen() if f.uid)
    tally = Tally(facts, lambda f: f.uid)
    parts = Tally(_own(facts), lambda f: f.uid)
    kinds = {f.uid: f.kind.partition("-")[0] for f in facts if f.kind not in HOUSE}
    order = sorted(tally.rows, key=lambda u: (-tally.count(u, "view"), -parts.count(u, RECORDS), material.title(u), u))
    rows: list[Row] = []
    for uid in order:
        known = material.items.get(uid)
        room = material.room(known.kind if known else kinds.get(uid, ""))
        rows.append((material.title(uid), room, *_use(tally, parts, uid)))
    bars = [Bar(Text(t := material.title(u), t), float(tally.count(u, "view"))) for u in order[:MOST_BARS]]
    best = headline.highest(bars)
    said = Text(f"看过 {len(order)} 个展项", f"{len(order)} items were looked at")
    if best is not None:
        said = Text(f"“{bars[best].label.zh}”看的人最多", f"“{bars[best].label.en}” is opened the most")
    return Report(
        "items",
        Text("展项使用", "Use by item"),
        said if rows else headline.NOTHING,
        material.about(),
        (Table(Text("按展项", "By item"), ITEMS, tuple(rows)),),
        Bars(Text("打开次数", "Opened"), "integer", headline.marked(bars, best)) if rows else None,
        notes=(COMPLETED,),
    )


def rooms(material: Material) -> Report:
    """The same by kind of item."""
    facts = tuple(f for f in material.chosen() if f.uid)
    own = {f.uid: f.kind.partition("-")[0] for f in facts if f.kind not in HOUSE}
    kind_of = {f.uid: (i.kind if (i := material.items.get(f.uid)) else own.get(f.uid, "")) for f in facts}
    tally = Tally(facts, lambda f: kind_of[f.uid])
    parts = Tally(_own(facts), lambda f: kind_of[f.uid])
    uids: dict[str, set[str]] = {}
    for uid, kind in kind_of.items():
        uids.setdefault(kind, set()).add(uid)
    order = sorted(tally.rows, key=lambda k: (-tally.count(k, "view"), -parts.count(k, RECORDS), k))
    names = {kind: material.room(kind) if kind else UNKNOWN for kind in order}
    rows: list[Row] = [(names[k], len(uids[k]), *_use(tally, parts, k)) for k in order]
    bars = [Bar(names[k], float(tally.count(k, "view"))) for k in order if k]
    best = headline.highest(bars)
    said = Text(f"用过 {len(order)} 个栏目", f"{len(order)} rooms were used")
    if best is not None:
        said = Text(f"{bars[best].label.zh}用得最多", f"{bars[best].label.en} is used the most")
    return Report(
        "rooms",
        Text("栏目使用", "Use by room"),
        said if rows else headline.NOTHING,
        material.about(),
        (Table(Text("按栏目", "By room"), ROOMS, tuple(rows)),),
        Bars(Text("打开次数", "Opened"), "integer", headline.marked(bars, best)) if bars else None,
        notes=(COMPLETED,),
    )


NAMELESS = Text("参观不记名，分不出车间。", "A visit has no name: it belongs to no workshop.")
UNKNOWN = Text("不在目录里的展项", "Items not in the catalogue")
COMPLETED = Text(
    "“看完、做完”：节目是放到头的，微课是学完的，答题是过关的，问卷是交了的；别的是看到了几成。空着的是没有可比的。",
    "“Completed”: shows played to the end, lessons finished, rounds passed, surveys handed in; of other items how much "
    "of the page was seen. Empty where there is nothing to compare.",
)


def _own(facts: Iterable[Fact]) -> Iterable[Fact]:
    """What visitors did, beside looking and listening."""
    return (f for f in facts if f.kind not in HOUSE)


def _use(tally: Tally[str], parts: Tally[str], row: str) -> Row:
    views, time = tally.count(row, "view"), tally.total(row, "view")
    return (
        views, time, round(time / views) if views else None, tally.count(row, "listen"), parts.count(row, RECORDS),
        _complete(tally, row),
    )  # fmt: skip


def _complete(tally: Tally[str], row: str) -> float | None:
    for part, whole in _COMPLETE:
        if tally.count(row, whole):
            return tally.ratio(row, part, whole)
    given, left = tally.count(row, "finished"), tally.count(row, "left")
    if given or left:
        return round(given / (given + left), 4)
    return tally.share(row, "share")


def _day(tally: Tally[date], day: date) -> Row:
    return (
        day, WEEKDAYS[day.weekday()], tally.count(day, "visit"), tally.total(day, "visit"), tally.mean(day, "visit", 0),
        tally.mean(day, "pages"), tally.count(day, RECORDS),
    )  # fmt: skip


def _over_time(facts: tuple[Fact, ...], material: Material) -> Bars:
    """Visits a day; a month when there are many days. Days between without visits have their place."""
    seen = sorted({f.day for f in facts if f.measure == "visit"})
    if not seen:
        return Bars(Text("每天人次", "Visits a day"), "integer", ())
    first, last = material.asked.first or seen[0], material.asked.last or seen[-1]
    count = (last - first).days + 1
    if count <= MOST_DAYS:
        tally = Tally(facts, lambda f: f.day)
        days = [first + timedelta(days=n) for n in range(count)]
        bars = [Bar(Text(f"{d.month} 月 {d.day} 日", f"{d:%d %b}"), float(tally.count(d, "visit"))) for d in days]
        title = Text("每天人次", "Visits a day")
    else:
        months = Tally(facts, lambda f: (f.day.year, f.day.month))
        bars = [
            Bar(Text(f"{y} 年 {m} 月", f"{y}-{m:02}"), float(months.count((y, m), "visit")))
            for y, m in sorted(months.rows)
        ]
        title = Text("每月人次", "Visits a month")
    total = everything(facts).count("", "visit")
    return Bars(title, "integer", tuple(bars), round(total / len(bars), 1))
