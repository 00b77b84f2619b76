"""The card for a phone always fits into one code that can be read from the glass."""

from __future__ import annotations

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from kiosk.screens.handoff.card import MOST_BYTES, Carried, card, sentences
from kiosk.sdk.qr import square

LONG = "他一辈子只做一件事，就是把这台机器修好，让它不停。" * 4
TEXTS = st.text(st.characters(codec="utf-8"), max_size=400)


@given(TEXTS, TEXTS, TEXTS, st.sampled_from(["", "https://example.org/" + "x" * 100]))
def test_it_always_fits(title: str, text: str, source: str, address: str) -> None:
    made = card(title, text, source, address)
    assert len(made.words().encode()) <= MOST_BYTES
    assert made.title.rstrip("…") in title or len(title.encode()) > MOST_BYTES


def test_the_fullest_card_is_a_code_of_version_16_at_most() -> None:
    words = "汉" * (MOST_BYTES // 3)
    assert int(segno.make_qr(words, error="m", encoding="utf-8", eci=False).version) <= 16
    assert square(words)["size"] <= 17 + 4 * 16


def test_two_or_three_sentences_without_headings_and_questions() -> None:
    text = (
        "王进喜\n甘肃玉门\n玉门来的钻井工\n1923 年，王进喜出生在甘肃玉门。1938 年，他进了旧玉门油矿做工。\n后来的事。"
    )
    assert sentences(text) == ("1923 年，王进喜出生在甘肃玉门。", "1938 年，他进了旧玉门油矿做工。")
    assert sentences("每题答完都有法条出处。\n《劳动法》规定，每日不超过____小时。\n你在哪类岗位工作呢？") == (
        "每题答完都有法条出处。",
    )


def test_western_sentences_are_parted_by_a_blank() -> None:
    made = card("Wang", "He was born in Yumen. He went to work at fifteen.", "", "")
    assert made.words() == "Wang\nHe was born in Yumen. He went to work at fifteen."


@pytest.mark.parametrize("text", ["", "只有标题", "没有句号的一行字写得再长也不是一句话"])
def test_a_title_and_a_source_are_a_card_too(text: str) -> None:
    assert card("题目", text, "出处：书", "").words() == "题目\n出处：书"


def test_sentences_go_before_the_source_and_the_source_before_the_address() -> None:
    address = "https://example.org/item"
    assert card("题", LONG + LONG, "出处：书", address).address == address
    assert card("题", LONG + LONG, "出处：书", address).source == "出处：书"
    assert card("题" * 100, LONG, "出处：" + "书" * 40, address) == Carried("题" * 100, (), "", address)
    assert card("题" * 200, LONG, "书", address).title.endswith("…")
