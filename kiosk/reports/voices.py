"""What people say: surveys, votes, suggestions, requests to the studios."""

from __future__ import annotations

from kiosk.core.smallgroup import LEAST
from kiosk.core.table import Cell, Column, Row, Table
from kiosk.core.text import Text
from kiosk.reports import headline
from kiosk.reports.details import of_items
from kiosk.reports.material import Material, Tables
from kiosk.reports.model import Bar, Bars, Report
from kiosk.reports.sums import Tally

SURVEYS = (
    Column("survey", Text("问卷", "Survey"), width=36),
    Column("finished", Text("交了", "Finished"), "integer"),
    Column("left", Text("中途走开", "Left"), "integer"),
    Column("share", Text("交卷率", "Finished share"), "percent"),
    Column("time", Text("平均用时", "Mean time"), "duration"),
)
VOTES = (
    Column("contest", Text("评选", "Contest"), width=36),
    Column("votes", Text("票数", "Votes"), "integer"),
    Column("first", Text("票最多的编号", "Leading number")),
    Column("most", Text("它的票数", "Its votes"), "integer"),
    Column("share", Text("它的得票率", "Its share"), "percent"),
)
LETTERS = (
    Column("box", Text("意见箱", "Box"), width=32),
    Column("letters", Text("收到建议", "Suggestions"), "integer"),
    Column("ratings", Text("给答复打分的人次", "Ratings"), "integer"),
    Column("stars", Text("平均几星（满分 5）", "Mean stars (of 5)"), "decimal"),
)
STUDIOS = (
    Column("studio", Text("工作室", "Studio"), width=32),
    Column("orders", Text("屏上新挂", "Hung here"), "integer"),
    Column("sealed", Text("其中已封好", "Of these sealed"), "integer"),
    Column("taken", Text("屏上接下", "Taken here"), "integer"),
)
HIDDEN = Text(
    f"空着的格：不到 {LEAST} 人的一组，不列；能由别的格算出来的，也不列。",
    f"Empty cells: groups of fewer than {LEAST} people are not shown, nor is what they could be worked out from.",
)
WHOLE = Text(
    "问卷的结果总是全部答卷一起数，不按日期、车间和屏分，免得两张表一减就看出几个人的回答。",
    "Results of a survey are always counted over all answers, not by date, workshop or kiosk: the difference of two tables "
    "would tell what a few people said.",
)


def surveys(material: Material) -> Report:
    """How many answered, and what, with small groups hidden."""
    facts = tuple(f for f in material.chosen() if f.kind == "survey")
    tally = Tally(facts, lambda f: f.uid)
    order = sorted(tally.rows, key=lambda u: (-tally.count(u, "finished"), u))
    rows: list[Row] = []
    for uid in order:
        done, left = tally.count(uid, "finished"), tally.count(uid, "left")
        share = round(done / (done + left), 4) if done + left else None
        rows.append((material.title(uid), done, left, share, tally.mean(uid, "finished", 0)))
    done = sum(tally.count(u, "finished") for u in order)
    details = of_items(material, material.details("survey"), order)
    return Report(
        "surveys",
        Text("问卷", "Surveys"),
        Text(f"收到 {done:,} 份答卷", f"{done:,} answers came in") if facts else headline.NOTHING,
        material.about(),
        (Table(Text("按问卷", "By survey"), SURVEYS, tuple(rows)), *details),
        notes=(HIDDEN, WHOLE) if details else (),
    )


def votes(material: Material) -> Report:
    """Votes of each contest; the full result with its recount where the contest is at hand."""
    facts = tuple(f for f in material.chosen() if f.kind == "vote")
    tally = Tally(facts, lambda f: f.uid)
    entries = Tally((f for f in facts if f.measure == "vote"), lambda f: (f.uid, f.key))
    order = sorted(tally.rows, key=lambda u: (-tally.count(u, "vote"), u))
    rows: list[Row] = []
    for uid in order:
        total = tally.count(uid, "vote")
        best = sorted(((entries.count(e, "vote"), e[1]) for e in entries.rows if e[0] == uid), reverse=True)
        most = best[0][0] if best else None
        leading = sorted((key for count, key in best if count == most), key=lambda k: (len(k), k))
        rows.append(
            (material.title(uid), total, "、".join(leading), most, round(most / total, 4) if most and total else None)
        )
    total = sum(tally.count(u, "vote") for u in order)
    details = of_items(material, material.details("vote"), order)
    return Report(
        "votes",
        Text("评选投票", "Votes"),
        Text(f"投了 {total:,} 票", f"{total:,} votes were cast") if facts else headline.NOTHING,
        material.about(),
        (Table(Text("按评选", "By contest"), VOTES, tuple(rows)), *details),
    )


def suggestions(material: Material) -> Report:
    """What came in, how long it took, and how much was answered by its deadline."""
    facts = tuple(f for f in material.chosen() if f.kind == "suggestion")
    tally = Tally(facts, lambda f: f.uid)
    details = material.details("suggestion")
    order = sorted({*tally.rows, *details}, key=lambda u: (-tally.count(u, "letter"), u))
    rows: list[Row] = []
    for uid in order:
        ratings = tally.count(uid, "rated")
        shown = ratings if ratings >= LEAST or not ratings else None
        stars = tally.mean(uid, "rated") if shown else None
        rows.append((material.title(uid), tally.count(uid, "letter"), shown, stars))
    letters = sum(tally.count(u, "letter") for u in order)
    said = Text(f"收到 {letters:,} 条建议", f"{letters:,} suggestions came in") if facts else headline.NOTHING
    due, kept = _on_time(details)
    if due:
        rate = round(100 * kept / due)
        said = Text(f"到期 {due} 件，按时办结 {rate}%", f"{due} cases were due; {rate}% were done in time")
    return Report(
        "suggestions",
        Text("合理化建议", "Suggestions"),
        said,
        material.about(),
        (Table(Text("按意见箱", "By box"), LETTERS, tuple(rows)), *of_items(material, details, order)),
        notes=(
            Text(
                "办理情况以内容包里公开的为准，不按日期筛选。", "Cases are those made public in the pack, of all days."
            ),
        ),
    )


def studios(material: Material) -> Report:
    """What was asked of the studios."""
    facts = tuple(f for f in material.chosen() if f.kind == "studio")
    tally = Tally(facts, lambda f: f.uid)
    order = sorted(tally.rows, key=lambda u: (-tally.count(u, "order"), u))
    rows: list[Row] = [
        (material.title(u), tally.count(u, "order"), tally.count(u, "sealed"), tally.count(u, "take")) for u in order
    ]
    asked = sum(tally.count(u, "order") for u in order)
    bars = [Bar(Text(t := material.title(u), t), float(tally.count(u, "order"))) for u in order]
    best = headline.highest(bars)
    said = Text(f"挂出 {asked:,} 张求助卡", f"{asked:,} requests were hung up")
    if best is not None and len(bars) >= headline.LEAST_BARS:
        said = Text(f"{bars[best].label.zh}被找得最多", f"{bars[best].label.en} is asked the most")
    return Report(
        "studios",
        Text("创新工作室求助", "Requests to the studios"),
        said if facts else headline.NOTHING,
        material.about(),
        (
            Table(Text("按工作室", "By studio"), STUDIOS, tuple(rows)),
            *of_items(material, material.details("studio"), order),
        ),
        Bars(Text("求助卡", "Requests"), "integer", headline.marked(bars, best)) if bars else None,
    )


def _on_time(details: Tables) -> tuple[int, int]:
    """Cases that were due, and those of them that were done in time, from the summaries of all boxes."""
    due = kept = 0
    for tables in details.values():
        for table in tables:
            keys = {column.key for column in table.columns}
            if {"due", "in_time"} <= keys:
                due += sum(map(_whole, table.column("due")))
                kept += sum(map(_whole, table.column("in_time")))
    return due, kept


def _whole(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
