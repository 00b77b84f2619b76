"""What somebody wrote is compared with the answer: forms do not matter, characters do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.riddle import compare
from kiosk.kinds.riddle.model import Help, Riddle

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6)
IDLE = st.text(st.sampled_from(" 　\t、，。！？,.!?·-—“”‘’《》()（）"), max_size=4)


def riddle(answer: str, *accept: str, helped: Help | None = None) -> Riddle:
    return Riddle("0" * 12, "谜", "打一字", answer, (), accept, help=helped)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("算盘", "算盘"),
        (" 算 盘 ", "算盘"),
        ("“算盘”。", "算盘"),
        ("枕头兽头", "枕头、兽头"),
        ("枕头，兽头！", "枕头、兽头"),
        ("ＡＢＣ１２", "abc12"),
        ("Shān Tāo", "shan tao"),
        ("KITE", "kite"),
        ("ﾊﾝ", "ハン"),
    ],
)
def test_forms_of_writing_do_not_matter(said: str, answer: str) -> None:
    assert compare.same(said, (answer,))


@pytest.mark.parametrize(
    ("said", "answer"), [("算", "算盘"), ("算盘子", "算盘"), ("", "日"), ("。", "日"), ("曰", "日")]
)
def test_other_characters_are_other_answers(said: str, answer: str) -> None:
    assert not compare.same(said, (answer,))


def test_nothing_is_not_an_answer_even_to_nothing() -> None:
    assert not compare.same("！", ("！",))


def test_the_author_lists_traditional_forms() -> None:
    assert compare.same("算盤", compare.answers(riddle("算盘", "算盤")))
    assert not compare.same("算盤", compare.answers(riddle("算盘")))


def test_a_foreign_reader_may_answer_with_sound_or_meaning() -> None:
    answers = compare.answers(riddle("更香", helped=Help("", "", "gēng xiāng", "incense clock")))
    assert (
        compare.same("gengxiang", answers) and compare.same("Incense-Clock", answers) and compare.same("更香", answers)
    )


@pytest.mark.parametrize(
    ("said", "unfinished"), [("yong", True), ("yòng", True), ("用", False), ("y用", False), ("", False), ("12", False)]
)
def test_letters_alone_are_pinyin_that_was_not_chosen_yet(said: str, unfinished: bool) -> None:
    assert compare.unfinished(said) is unfinished


@given(HAN, st.lists(IDLE, min_size=7, max_size=7))
def test_marks_and_blanks_anywhere_change_nothing(word: str, idle: list[str]) -> None:
    said = idle[0] + "".join(c + mark for c, mark in zip(word, idle[1:], strict=False))
    assert compare.same(said, (word,))


@given(HAN, HAN)
def test_only_the_same_characters_are_the_same(one: str, other: str) -> None:
    assert compare.same(one, (other,)) == (unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other))


@given(st.text(max_size=30))
def test_normal_is_settled_and_never_fails(words: str) -> None:
    assert compare.normal(compare.normal(words)) == compare.normal(words)
