"""What became of suggestions: from the cases of a box to a table, and from records to numbers.

Letters are sealed: of a record nothing is known but that it was written. What can be reported of a suggestion stands in
the case that the office has made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from kiosk.core.measure import Measure, word
from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text
from kiosk.kinds.suggestion import board
from kiosk.kinds.suggestion.model import BEST, Box, Case

TITLE = Text("合理化建议办理", "Suggestions and what became of them")
COLUMNS = (
    Column("case", Text("编号", "Case"), width=12),
    Column("topic", Text("类别", "Topic"), width=12),
    Column("problem", Text("建议", "Suggestion"), width=48),
    Column("state", Text("办理情况", "State"), width=14),
    Column("owner", Text("受理部门", "Taken by"), width=16),
    Column("received", Text("收到", "Received"), "date"),
    Column("deadline", Text("期限", "Due"), "date"),
    Column("answered", Text("答复", "Answered"), "date"),
    Column("closed", Text("办结", "Closed"), "date"),
    Column("days", Text("办理天数", "Days"), "integer"),
    Column("in_time", Text("按时", "On time")),
)
STATES = {
    "waiting": Text("没人接", "not taken"),
    "taken": Text("有人接", "taken"),
    "solved": Text("已采纳，解决了", "adopted, solved"),
    "declined": Text("不采纳", "declined"),
}
SUMMARY = (
    Column("topic", Text("类别", "Topic"), width=16),
    Column("cases", Text("件数", "Cases"), "integer"),
    Column("open", Text("在办", "Open"), "integer"),
    Column("solved", Text("解决", "Solved"), "integer"),
    Column("declined", Text("不采纳", "Declined"), "integer"),
    Column("days", Text("平均答复天数", "Mean days to the answer"), "decimal"),
    Column("due", Text("到期件数", "Due"), "integer"),
    Column("in_time", Text("其中按时", "Of these on time"), "integer"),
    Column("rate", Text("按时率", "On-time rate"), "percent"),
)


def facts(payload: Mapping[str, Any]) -> Iterator[Measure]:
    """`letter`; `rated` by case with its stars."""
    match payload.get("event"):
        case "letter":
            yield Measure("letter")
        case "rating" if case := word(payload.get("case")):
            stars = _stars(payload.get("rated"), case)
            if stars:
                yield Measure("rated", case, total=stars)


def tables(box: Box | None, _records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    """The cases of the box and their sums; days are counted to this machine's today."""
    if box is None:
        return ()
    topics = {topic.key: topic.name for topic in box.topics}
    today = date.today()  # noqa: DTZ011  deadlines are days of the office's own calendar
    return summary(box.cases, topics, today), table(box.cases, topics, today)


def in_time(case: Case, today: date | None) -> bool | None:
    """Whether a case was done by its deadline; None when it has none, or is open and not due yet.

    A case is done when it was closed; one that was answered and is still being worked on is not.
    """
    due = _day(case.deadline)
    if due is None:
        return None
    done = _day(case.closed or (case.answered if case.state not in board.OPEN else ""))
    if done is not None:
        return done <= due
    return False if today is not None and today > due else None


def table(cases: Iterable[Case], topics: Mapping[str, str], today: date | None) -> Table:
    """One row a case, the longest open first, then those that are done, the newest first.

    Args:
        cases: of one box.
        topics: key to name.
        today: None when the clock cannot be right: days of open cases are not said then.
    """
    kept = sorted(cases, key=lambda c: c.received, reverse=True)
    kept.sort(key=lambda c: -board.days_open(c, today) if c.state in board.OPEN else 1)
    return Table(TITLE, COLUMNS, tuple(_row(c, topics, today) for c in kept))


def summary(cases: Iterable[Case], topics: Mapping[str, str], today: date | None) -> Table:
    """By topic, the most cases first: how many, how fast, how many by their deadline."""
    by_topic: dict[str, list[Case]] = {}
    for case in cases:
        by_topic.setdefault(case.topic, []).append(case)
    ranked = sorted(by_topic.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    rows = tuple(_sums(topics.get(topic, topic), kept, today) for topic, kept in ranked)
    return Table(Text("办理总体情况", "In all"), SUMMARY, rows)


def _row(case: Case, topics: Mapping[str, str], today: date | None) -> Row:
    days, done = board.days_open(case, today), in_time(case, today)
    said = {True: Text("是", "yes"), False: Text("否", "no"), None: None}[done]
    return (
        case.id, topics.get(case.topic, case.topic), case.problem, STATES[case.state], case.owner, _day(case.received),
        _day(case.deadline), _day(case.answered), _day(case.closed), None if days < 0 else days, said,
    )  # fmt: skip


def _sums(topic: str, cases: list[Case], today: date | None) -> Row:
    waits = [d for c in cases if c.answered and (d := board.between(c.received, c.answered)) is not None]
    kept = [done for c in cases if (done := in_time(c, today)) is not None]
    return (
        topic, len(cases), sum(c.state in board.OPEN for c in cases), sum(c.state == "solved" for c in cases),
        sum(c.state == "declined" for c in cases), round(sum(waits) / len(waits), 1) if waits else None,
        len(kept), sum(kept), round(sum(kept) / len(kept), 4) if kept else None,
    )  # fmt: skip


def _stars(rated: object, case: str) -> float:
    """Of `board.rated`: the case, a colon, the stars."""
    said = word(rated).removeprefix(f"{case}:")
    return float(said) if said in map(str, range(1, BEST + 1)) else 0.0


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
