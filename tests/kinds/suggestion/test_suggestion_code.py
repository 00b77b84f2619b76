"""Receipt codes: every slip of the hand is noticed, and nothing that is kept leads back to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.suggestion import card, code

CODES = st.text(code.ALPHABET, min_size=8, max_size=8).map(code.with_check)


def test_the_alphabet_has_no_twins() -> None:
    assert len(set(code.ALPHABET)) == len(code.ALPHABET) == 31
    assert not set("01ILO") & set(code.ALPHABET)


@given(CODES)
def test_a_code_is_sound_however_it_is_written(made: str) -> None:
    assert code.sound(made) and len(made) == code.LENGTH
    assert code.normal(f" {'-'.join(code.groups(made)).lower()} ") == made
    wide = "".join(chr(ord(c) + 0xFEE0) for c in made)
    assert code.normal(wide) == made


@given(CODES, st.integers(0, 8), st.sampled_from(code.ALPHABET))
def test_one_wrong_character_never_passes(made: str, place: int, other: str) -> None:
    slip = made[:place] + other + made[place + 1 :]
    assert code.sound(slip) == (slip == made)


@given(CODES, st.integers(0, 8), st.integers(0, 8))
def test_two_that_changed_places_never_pass(made: str, one: int, two: int) -> None:
    swapped = list(made)
    swapped[one], swapped[two] = swapped[two], swapped[one]
    assert code.sound("".join(swapped)) == ("".join(swapped) == made)


@given(st.text(max_size=12))
def test_anything_may_be_typed(typed: str) -> None:
    assert code.sound(code.normal(typed)) in (True, False)


def test_fresh_codes_differ_and_are_sound() -> None:
    made = {code.new_code() for _ in range(2000)}
    assert len(made) == 2000 and all(map(code.sound, made))


def test_a_check_is_made_for_eight_characters_only() -> None:
    with pytest.raises(ValueError, match="ABC"):
        code.with_check("ABC")


def test_what_the_list_keeps_is_not_what_the_book_keeps() -> None:
    made = code.new_code()
    public, book = code.public_hash(made), code.book_hash(made)
    assert public != book and len(public) == len(book) == 32
    assert public == code.public_hash(made), "the office and the kiosk make the same"
    assert made not in public.upper() and public != code.public_hash(code.new_code())


def test_the_square_code_is_drawn_from_runs() -> None:
    size, dark = card.runs("意见回执 ABC-DEF-GHJ\n在任何一块屏的意见箱里查。")
    assert 21 <= size <= 57
    assert all(x >= 0 and x + length <= size and 0 <= y < size and length > 0 for x, y, length in dark)
    assert {(0, 0, 7), (size - 7, 0, 7), (0, size - 7, 7)} <= set(dark), "the three corners a phone looks for"
