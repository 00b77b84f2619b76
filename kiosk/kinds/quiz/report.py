"""Which questions visitors know and which they do not: from answer records to a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from kiosk.core.text import Text

Cell: TypeAlias = str | int | float

COLUMNS = (
    Text("题目", "Question"),
    Text("题型", "Type"),
    Text("作答次数", "Answers"),
    Text("答对次数", "Right"),
    Text("正确率", "Right share"),
    Text("超时次数", "Timed out"),
    Text("平均用时（秒）", "Average time (s)"),
)
TYPES = {
    "single": Text("单选", "Single choice"),
    "multiple": Text("多选", "Multiple choice"),
    "judge": Text("判断", "True or false"),
    "order": Text("排序", "Ordering"),
    "fill": Text("填空", "Fill in"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in both languages; `right share` is a fraction from 0 to 1."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell | Text, ...], ...]


@dataclass(slots=True)
class _Tally:
    prompt: str
    type: Text
    answers: int = 0
    right: int = 0
    timed_out: int = 0
    ms: int = 0


def table(records: Iterable[Mapping[str, Any]]) -> Table:
    """One row for each question that was asked, the worst known first.

    Args:
        records: payloads made by `play.answer_record`; a payload without a question or a verdict is left out, because
            records of other events of a round share the store.
    """
    tallies: dict[str, _Tally] = {}
    for record in records:
        question, right = record.get("question"), record.get("right")
        if not isinstance(question, str) or not isinstance(right, bool):
            continue
        kind = str(record.get("type", ""))
        tally = tallies.setdefault(
            question, _Tally(str(record.get("prompt") or question), TYPES.get(kind, Text(kind, kind)))
        )
        tally.answers += 1
        tally.right += right
        tally.timed_out += record.get("timed_out") is True
        tally.ms += _milliseconds(record.get("ms"))
    ranked = sorted(tallies.values(), key=lambda t: (t.right / t.answers, -t.answers, t.prompt))
    return Table(COLUMNS, tuple(_row(t) for t in ranked))


def _row(tally: _Tally) -> tuple[Cell | Text, ...]:
    share = round(tally.right / tally.answers, 4)
    average = round(tally.ms / tally.answers / 1000, 1)
    return tally.prompt, tally.type, tally.answers, tally.right, share, tally.timed_out, average


def _milliseconds(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0
