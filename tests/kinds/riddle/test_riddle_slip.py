"""Setting riddles downwards: nothing is lost, nothing leaves the paper, breaks follow the verse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.riddle import slip


def test_a_short_riddle_is_one_great_column() -> None:
    set_ = slip.setting("工人出力", 840, 700)
    assert (set_.size, set_.columns) == (172, ("工人出力",))
    assert slip.setting("萤", 840, 700).size == 220


@pytest.mark.parametrize(
    ("face", "columns"),
    [
        ("水向石边流出冷", ("水向石边流出冷",)),
        ("麻屋子，红帐子，里面住个白胖子。", ("麻屋子 红帐子", "里面住个白胖子")),
        ("身自端方，体自坚硬。虽不能言，有言必应。", ("身自端方", "体自坚硬", "虽不能言", "有言必应")),
        ("大哥有角只八个，二哥有角只两根。大哥只在床上坐，二哥爱在房上蹲。",
         ("大哥有角只八个", "二哥有角只两根", "大哥只在床上坐", "二哥爱在房上蹲")),
    ],
)  # fmt: skip
def test_columns_break_where_the_verse_breaks(face: str, columns: tuple[str, ...]) -> None:
    assert slip.setting(face, 840, 700).columns == columns


@pytest.mark.parametrize("face", ["第1则", "ABC", "，。", "", "字" * 120])
def test_what_cannot_stand_downwards_is_set_in_lines(face: str) -> None:
    assert slip.setting(face, 840, 300).size == 0


CLAUSES = st.lists(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=14), min_size=1, max_size=10)  # fmt: skip


@given(CLAUSES, st.integers(240, 900), st.integers(300, 900), st.integers(60, 172))
def test_every_character_is_on_the_paper(clauses: list[str], width: int, height: int, largest: int) -> None:
    set_ = slip.setting("，".join(clauses), width, height, largest)
    if set_.size:
        assert "".join(set_.columns).replace(" ", "") == "".join(clauses)
        assert max(map(slip.length, set_.columns)) * set_.step <= height + 1
        assert set_.size <= set_.step + 1 and set_.width <= max(width, slip.EDGE + set_.size + 1)
