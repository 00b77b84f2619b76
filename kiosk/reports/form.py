"""The paper side of a report: whose it is, who signs it, its number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.core.text import Text

BLANK = "________"


@dataclass(frozen=True, slots=True)
class Form:
    """What stands around a table on paper. What is empty is left to be written by hand.

    Args:
        house: 单位: name of the enterprise or its union.
        filler: 填表人.
        reviewer: 审核人.
        day: 日期 of the form.
        number: of the document, see `document_number`; empty: none.
    """

    house: str = ""
    filler: str = ""
    reviewer: str = ""
    day: date | None = None
    number: str = ""

    def signatures(self) -> tuple[Text, ...]:
        """The footer, from left to right."""
        day = self.day
        written = Text(f"{day.year} 年 {day.month} 月 {day.day} 日", day.isoformat()) if day else Text(BLANK, BLANK)
        return (
            _line("单位（盖章）", "Unit (seal)", self.house),
            _line("填表人", "Filled in by", self.filler),
            _line("审核人", "Reviewed by", self.reviewer),
            Text(f"日期：{written.zh}", f"Date: {written.en}"),
        )


def document_number(year: int, place: int) -> str:
    """Number of a document: 〔2026〕第001号. The brackets are those of official documents (GB/T 9704-2012)."""
    return f"〔{year}〕第{place:03d}号"


def _line(zh: str, en: str, name: str) -> Text:
    return Text(f"{zh}：{name or BLANK}", f"{en}: {name or BLANK}")
