"""What a studio made, and what it changed in numbers."""

from __future__ import annotations

import math
import re

from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio import sections as cut
from kiosk.kinds.studio.cells import at_most, known, length, long, mistake, short, word, year_of
from kiosk.kinds.studio.model import (
    MOST_PAIRS,
    MOST_RESULTS,
    MOST_VALUE,
    Change,
    Result,
    ResultSort,
    ResultState,
)
from kiosk.kinds.studio.sections import Row, Sections

SORTS: dict[ResultSort, Text] = {
    "patent": Text("专利", "patent"), "method": Text("操作法", "method"), "tooling": Text("工装", "tooling"),
    "improvement": Text("改进", "improvement"), "paper": Text("论文", "paper"), "standard": Text("标准", "standard"),
    "prize": Text("获奖", "prize"),
}  # fmt: skip
STATES: dict[ResultState, Text] = {
    "used": Text("在用", "in use"), "trial": Text("试用", "on trial"), "retired": Text("停用", "retired"),
    "granted": Text("已授权", "granted"), "pending": Text("待授权", "pending"),
}  # fmt: skip


def results(source: ItemSource, found: Sections) -> tuple[Result, ...]:
    """What was made."""
    columns = {
        "name": Text("名称", "Name"), "sort": Text("类别", "Sort"), "year": Text("年份", "Year"),
        "state": Text("状态", "State"), "gain": Text("效果", "Gain"),
    }  # fmt: skip
    made: list[Result] = []
    for row in cut.table(source, found, "results", columns, ["name", "sort"]):
        sort = word(source, row, "sort", SORTS)
        words = [w for w in re.split(r"[、,，/]\s*", row["state"]) if w.strip()]
        states = [known(source, row.line, w.strip(), STATES) for w in words]
        name, year, gain = long(source, row, "name"), year_of(source, row), long(source, row, "gain")
        if sort:
            made.append(Result(name, sort, year, tuple(s for s in states if s), gain))
    return at_most(source, found, "results", made, MOST_RESULTS)


def changes(source: ItemSource, found: Sections) -> tuple[Change, ...]:
    """Numbers before and after."""
    columns = {
        "what": Text("事情", "What"), "unit": Text("单位", "Unit"), "before": Text("原来", "Before"),
        "after": Text("现在", "After"), "how": Text("办法", "How"),
    }  # fmt: skip
    made: list[Change] = []
    for row in cut.table(source, found, "changes", columns, ["what", "unit", "before", "after"]):
        before, after = _value(source, row, "before"), _value(source, row, "after")
        what, unit, how = short(source, row, "what"), length(source, row, "unit", 8), short(source, row, "how")
        if before is None or after is None:
            continue
        if not before and not after:
            mistake(source, "nothing-changed", row.line, Text("原来和现在都是 0，画不出来。", "Both numbers are 0."),
                   Text("写真实的数字，或删掉这一行。", "Write the real numbers, or delete the row."))  # fmt: skip
            continue
        made.append(Change(what, unit, before, after, how))
    return at_most(source, found, "changes", made, MOST_PAIRS)


def _value(source: ItemSource, row: Row, key: str) -> float | None:
    said = row[key].replace(",", "").replace("，", "")
    value = float(said) if re.fullmatch(r"\d{1,9}(\.\d{1,2})?", said, re.ASCII) else math.nan
    if not 0 <= value <= MOST_VALUE:
        mistake(source, "bad-number", row.line, Text(f"“{row[key]}”应是 0 到 {MOST_VALUE} 的数。", f"“{row[key]}” must be a number from 0 to {MOST_VALUE}."),
               Text("只写数字，最多两位小数，单位写在“单位”列。", "Digits only, at most two decimals; the unit has its own column."))  # fmt: skip
        return None
    return value
