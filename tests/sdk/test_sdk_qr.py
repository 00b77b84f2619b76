"""Squares for telephones: what is drawn is what segno made, module by module."""

from __future__ import annotations

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sdk.qr import square


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_the_runs_are_the_dark_modules(words: str) -> None:
    made = square(words)
    drawn = {(x + i, y) for x, y, length in made["runs"] for i in range(length)}
    matrix = segno.make_qr(words, error="m", encoding="utf-8", eci=False).matrix
    assert made["size"] == len(matrix)
    assert drawn == {(x, y) for y, row in enumerate(matrix) for x, on in enumerate(row) if on}


def test_a_receipt_has_the_three_corners_a_phone_looks_for() -> None:
    made = square("意见回执 ABC-DEF-GHJ\n在任何一块屏的意见箱里查。")
    size = made["size"]
    assert 21 <= size <= 57
    assert all(corner in made["runs"] for corner in ([0, 0, 7], [size - 7, 0, 7], [0, size - 7, 7]))


def test_words_that_fit_no_square_are_refused() -> None:
    with pytest.raises(ValueError, match="Data too large"):
        square("工" * 800)
