"""How a question breaks at poster size."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.kinds.quiz.lines import broken


def ems(text: str) -> float:
    """80 pixels for Han and full-width characters, a little over half for others."""
    return 80 * sum(1.0 if ord(ch) > 0x2E7F or ch in "“”‘’…—" else 0.56 for ch in text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "1960年从玉门来到大庆，王进喜带领的是哪支钻井队？",
            ["1960年从玉门来到大庆，", "王进喜带领的是", "哪支钻井队？"],
        ),
        ("三个有名的小组，按命名的先后排一排。", ["三个有名的小组，", "按命名的先后排一排。"]),
        ("人称“抓斗大王”的，是桥吊司机许振超。", ["人称“抓斗大王”的，", "是桥吊司机许振超。"]),
        ("按先后排一排。", ["按先后排一排。"]),
        ("劳动史\n知多少", ["劳动史", "知多少"]),
        ("", []),
    ],
)
def test_lines_break_by_meaning(text: str, wanted: list[str]) -> None:
    assert list(broken(text, 936, ems)) == wanted


def test_english_breaks_between_words() -> None:
    assert broken("Which team did he lead to Daqing?", 936, ems) == ("Which team did he", "lead to Daqing?")
    assert broken("Boxes were opened at ____:00 daily", 936, ems) == ("Boxes were opened", "at ____:00 daily")


@given(st.text(alphabet="工人劳动法的，。“”《》0123456789年 ab_、？", max_size=80))
@example("0000”“ “00“““““")
def test_nothing_is_lost_and_marks_stay_where_they_belong(text: str) -> None:
    lines = broken(text, 936, ems)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines[1:]:
        assert line[0] not in "，。、？”》"
    for line in lines[:-1]:
        assert line[-1] not in "“《"


@given(st.integers(12, 60))
def test_no_character_stands_alone_on_the_last_line(length: int) -> None:
    assert len(broken("工" * length, 936, ems)[-1]) > 1
