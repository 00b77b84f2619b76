from __future__ import annotations

import pytest

from kiosk.screens.search.question import question, typed


@pytest.mark.parametrize(
    ("text", "composing", "asked"),
    [
        ("", "", ""),
        ("", "W J X", "wjx"),
        ("", "WANG JIN XI", "wangjinxi"),
        ("", "WANG'JIN", "wangjin"),
        ("wjx", "", "wjx"),
        ("王", "JIN XI", "王"),
        ("", "王JIN XI", "王"),
        ("大庆", "王JIN", "大庆王"),
        ("C919", "X", "C919x"),
        ("  王进喜 ", "", "王进喜"),
        ("lh", "A O", "lhao"),
    ],
)
def test_letters_are_asked_until_characters_are_chosen(text: str, composing: str, asked: str) -> None:
    assert question(text, composing) == asked


def test_what_is_composed_is_shown_as_it_was_typed() -> None:
    assert typed("WANG JIN x") == "wangjinx"
    assert typed("王JIN XI") == "王jinxi"
