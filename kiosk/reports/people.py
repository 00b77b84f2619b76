"""Who takes part: workshops, lectures, prizes. Counts only; nobody is named."""

from __future__ import annotations

from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text
from kiosk.records.facts import HOUSE, RECORDS
from kiosk.reports import headline
from kiosk.reports.details import of_items
from kiosk.reports.material import Material
from kiosk.reports.model import Bar, Bars, Report
from kiosk.reports.sums import Tally

FEW = 10
"""A workshop of fewer people has no rate: it would be about persons."""
WORKSHOPS = (
    Column("unit", Text("车间、部门", "Workshop"), width=24),
    Column("people", Text("名册人数", "On the roster"), "integer"),
    Column("took_part", Text("参加人数", "Took part"), "integer"),
    Column("rate", Text("覆盖率", "Coverage"), "percent"),
    Column("records", Text("参加次数", "Times"), "integer"),
    Column("each", Text("人均次数", "Times each"), "decimal"),
)
LECTURES = (
    Column("lecture", Text("宣讲", "Lecture"), width=36),
    Column("held", Text("场次", "Held"), "integer"),
    Column("attendance", Text("到场人次", "Attendance"), "integer"),
    Column("mean", Text("每场平均", "Mean attendance"), "decimal"),
    Column("time", Text("共讲", "Time in all"), "duration"),
    Column("mean_time", Text("每场平均时长", "Mean time"), "duration"),
)
PRIZES = (
    Column("item", Text("活动", "Item"), width=36),
    Column("drawn", Text("抽出的奖", "Drawn"), "integer"),
    Column("claimed", Text("已领", "Handed out"), "integer"),
    Column("open", Text("未领", "Open"), "integer"),
)
NO_UNIT = Text("没报工号的", "Without a number")


def workshops(material: Material) -> Report:
    """Participation and coverage by workshop; the headline names the one that came the least."""
    facts = tuple(f for f in material.chosen() if f.measure == RECORDS and f.kind not in HOUSE)
    tally = Tally(facts, lambda f: f.unit)
    who: dict[str, set[str]] = {}
    for unit, person in material.took_part():
        if person and (material.asked.unit in ("", unit)):
            who.setdefault(unit, set()).add(person)
    wanted = {unit for unit in material.people if material.asked.unit in ("", unit)}
    units = sorted({*tally.rows, *who, *wanted} - {""})
    rows: list[tuple[float, Row, Bar]] = []
    for unit in units:
        size, came, times = material.people.get(unit), len(who.get(unit, ())), tally.count(unit, RECORDS)
        rate = round(min(1.0, came / size), 4) if size else None
        shown = None if size is not None and size < FEW else rate
        row: Row = (unit, size, came, shown, times, round(times / came, 1) if came else None)
        rows.append(
            (-1.0 if shown is None else shown, row, Bar(Text(unit, unit), shown if material.people else float(came)))
        )
    rows.sort(key=lambda line: (-line[0], -_number(line[1][2]), str(line[1][0])))
    bars = [bar for _, _, bar in rows]
    least = headline.lowest(bars)
    people = sum(len(p) for p in who.values())
    said = Text(f"{people:,} 人参加过", f"{people:,} people took part") if people else headline.NOTHING
    if least is not None and people:
        said = Text(f"{bars[least].label.zh}来得最少", f"{bars[least].label.en} came the least")
    table_rows = [row for _, row, _ in rows]
    if tally.count("", RECORDS) and not material.asked.unit:
        table_rows.append((NO_UNIT, None, None, None, tally.count("", RECORDS), None))
    return Report(
        "workshops",
        Text("各车间参加情况", "Participation by workshop"),
        said,
        material.about(),
        (Table(Text("按车间", "By workshop"), WORKSHOPS, tuple(table_rows)),),
        _bars(material, bars, least, who),
        notes=(
            Text(f"不到 {FEW} 人的车间不列覆盖率。同一个人在几块屏上参加，每块屏算一个人。",
                 f"No coverage of workshops under {FEW} people. Somebody who uses several kiosks counts once on each."),
        ),
    )  # fmt: skip


def _bars(material: Material, bars: list[Bar], least: int | None, who: dict[str, set[str]]) -> Bars | None:
    if not bars:
        return None
    marked = headline.marked(bars, least)
    if not material.people:
        known = [b.value for b in bars if b.value is not None]
        return Bars(Text("参加人数", "People who took part"), "integer", marked, round(sum(known) / len(known), 1))
    units = [b.label.zh for b in bars if material.people.get(b.label.zh)]
    size = sum(material.people[u] for u in units)
    came = sum(min(material.people[u], len(who.get(u, ()))) for u in units)
    title = Text("每百人里参加的人数", "People who took part, of a hundred")
    return Bars(title, "percent", marked, round(came / size, 4) if size else None)


def lectures(material: Material) -> Report:
    """Lectures held, and how many came."""
    facts = tuple(f for f in material.chosen() if f.kind == "lecture")
    tally = Tally(facts, lambda f: f.uid)
    order = sorted(tally.rows, key=lambda u: (-tally.total(u, "attendance"), -tally.count(u, "lecture"), u))
    rows: list[Row] = [
        (material.title(u), tally.count(u, "lecture"), round(tally.total(u, "attendance")), tally.mean(u, "attendance"),
         tally.total(u, "lecture"), tally.mean(u, "lecture", 0))
        for u in order
    ]  # fmt: skip
    held = sum(tally.count(u, "lecture") for u in order)
    came = round(sum(tally.total(u, "attendance") for u in order))
    bars = [Bar(Text(t := material.title(u), t), tally.total(u, "attendance")) for u in order]
    return Report(
        "lectures",
        Text("宣讲", "Lectures"),
        Text(f"讲了 {held} 场，到场 {came:,} 人次", f"{held} lectures, attendance {came:,}")
        if held
        else headline.NOTHING,
        material.about(),
        (Table(Text("按宣讲", "By lecture"), LECTURES, tuple(rows)),),
        Bars(Text("到场人次", "Attendance"), "integer", tuple(bars)) if held else None,
        notes=(Text("到场人次是在屏上签到的。", "Attendance is who signed in on the screen."),),
    )


def prizes(material: Material) -> Report:
    """Prizes drawn and handed out; each draw's list where its records are at hand."""
    facts = tuple(f for f in material.chosen() if f.kind == "quiz-draw")
    tally = Tally(facts, lambda f: f.uid)
    order = sorted(tally.rows, key=lambda u: (-tally.count(u, "drawn"), u))
    rows: list[Row] = [
        (material.title(u), tally.count(u, "drawn"), tally.count(u, "claimed"),
         max(0, tally.count(u, "drawn") - tally.count(u, "claimed")))
        for u in order
    ]  # fmt: skip
    drawn, given = (sum(tally.count(u, m) for u in order) for m in ("drawn", "claimed"))
    said = Text(f"抽出 {drawn} 个奖，领走 {given} 个", f"{drawn} prizes drawn, {given} handed out")
    if drawn and drawn == given:
        said = Text(f"{drawn} 个奖都领走了", f"All {drawn} prizes are handed out")
    return Report(
        "prizes",
        Text("领奖", "Prizes"),
        said if facts else headline.NOTHING,
        material.about(),
        (
            Table(Text("按活动", "By draw"), PRIZES, tuple(rows)),
            *of_items(material, material.details("quiz-draw"), order),
        ),
    )


def _number(cell: object) -> float:
    return float(cell) if isinstance(cell, (int, float)) else 0.0
