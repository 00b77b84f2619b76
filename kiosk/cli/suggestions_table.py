"""The register of suggestions (合理化建议台账) for the office: letters, joined with the cases of their box, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.cli.suggestions_inbox import Received
from kiosk.core import receipt as receipt_code
from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text
from kiosk.kinds.suggestion import code
from kiosk.kinds.suggestion.casebook import Book
from kiosk.kinds.suggestion.model import Case

TITLE = Text("合理化建议台账", "Suggestions")
COLUMNS = (
    Column("number", Text("序号", "No."), "integer", 6), Column("case", Text("编号", "Case"), width=12),
    Column("day", Text("日期", "Date"), "date", 12), Column("name", Text("建议人", "Name"), width=12),
    Column("worker", Text("工号", "Worker no."), width=12), Column("phone", Text("电话", "Phone"), width=16),
    Column("topic", Text("类别", "Topic"), width=12), Column("text", Text("建议内容", "Suggestion"), width=60),
    Column("receipt", Text("回执号", "Receipt"), width=14), Column("owner", Text("受理部门", "Taken by"), width=16),
    Column("state", Text("采纳情况", "State"), width=12), Column("measure", Text("措施", "Measure"), width=40),
    Column("deadline", Text("期限", "Due"), "date", 12), Column("answer", Text("答复", "Answer"), width=40),
    Column("answered", Text("答复日期", "Answered"), "date", 12), Column("box", Text("来自", "Box"), width=20),
)  # fmt: skip
STATES = {
    "": Text("没有登记", "not registered"),
    "waiting": Text("没人接", "not taken"),
    "taken": Text("有人接", "taken"),
    "solved": Text("已采纳，解决了", "adopted, solved"),
    "declined": Text("不采纳", "declined"),
}


@dataclass(frozen=True, slots=True)
class Register:
    """What the table is made of.

    Args:
        letters: in the order of the table.
        book: cases to join by receipt; None for none.
    """

    letters: Sequence[Received]
    book: Book | None

    def table(self) -> Table:
        """One row a letter; every receipt costs some 50 ms when there are cases to join."""
        return Table(TITLE, COLUMNS, tuple(self._row(n, got) for n, got in enumerate(self.letters, 1)))

    def _row(self, number: int, got: Received) -> Row:
        told = got.letter
        case = self.book.of_receipt(code.public_hash(told.code)) if self.book else None
        topics: Mapping[str, str] = self.book.topics if self.book else {}
        return (
            number, case.id if case else "", _day(told.day or (got.at[:10] if got.trusted else "")), told.name, told.number,
            told.phone, topics.get(told.topic, told.topic), told.text, "-".join(receipt_code.groups(told.code)),
            *_joined(case), got.box,
        )  # fmt: skip


def _joined(case: Case | None) -> Row:
    if case is None:
        return ("", STATES[""], "", None, "", None)
    return (
        case.owner, STATES[case.state], case.measure, _day(case.deadline), case.answer, _day(case.answered),
    )  # fmt: skip


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
