"""A letter: what may be written, how sentences are joined, and that its sealed length tells little."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from kiosk.core.errors import ContentError
from kiosk.kinds.suggestion import letter
from kiosk.kinds.suggestion.letter import Letter
from kiosk.kinds.suggestion.model import MOST_TEXT
from kiosk.sealing import OfficeKey, SealedError, open_sealed, seal

OFFICE, OTHER = PrivateKey(b"\x01" * 32), PrivateKey(b"\x02" * 32)
WORDS = st.text(max_size=600)


@given(WORDS, WORDS, WORDS, WORDS)
def test_what_was_written_arrives(text: str, name: str, number: str, phone: str) -> None:
    told = letter.write(Letter("canteen", code="ABC", box="p/i", day="2026-11-20"), text)
    for field, said in (("name", name), ("number", number), ("phone", phone)):
        told = letter.fill(told, field, said)
    assert len(told.text) <= MOST_TEXT and len(told.name) <= letter.MOST_CONTACT
    assert letter.unpack(letter.pack(told)) == told


@given(WORDS)
def test_only_the_office_reads_it_and_its_length_tells_little(text: str) -> None:
    told = letter.write(Letter("canteen"), text)
    plain = letter.pack(told)
    assert len(plain) % letter.BLOCK == 0
    sealed = seal(plain, OfficeKey(bytes(OFFICE.public_key)))
    assert letter.unpack(open_sealed(sealed, bytes(OFFICE))) == told
    with pytest.raises(SealedError):
        open_sealed(sealed, bytes(OTHER))


def test_short_and_middling_letters_are_of_one_length() -> None:
    assert len(letter.pack(Letter(text="热"))) == len(letter.pack(Letter(text="热" * 400))) == letter.BLOCK


@given(st.binary(max_size=80) | st.builds(lambda v: json.dumps(v).encode(), st.recursive(st.none() | st.integers() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c))))  # fmt: skip
def test_strange_letters_are_refused_in_words(plain: bytes) -> None:
    try:
        letter.unpack(plain)
    except ContentError as error:
        assert error.code == "BAD_LETTER"


def test_control_characters_do_not_reach_a_terminal() -> None:
    assert letter.clean("a\x1b[31mb\u202ec\r\nd\te\u2029f") == "a[31mbc\nd e\nf"


def test_sentences_are_joined_and_taken_out_again() -> None:
    one = letter.toggle(Letter(), "菜凉了。")
    assert one.text == "菜凉了。"
    two = letter.toggle(letter.write(one, "菜凉了。天天如此"), "请来看看。")
    assert two.text == "菜凉了。天天如此。请来看看。"
    assert letter.toggle(two, "菜凉了。").text == "天天如此。请来看看。"
    english = letter.toggle(letter.toggle(Letter(lang="en"), "It is cold."), "Please look.")
    assert english.text == "It is cold. Please look."
    assert letter.toggle(english, "It is cold.").text == "Please look."


@given(st.text(max_size=MOST_TEXT), st.lists(st.sampled_from(["一二三。", "四五六七。", "八。"]), max_size=12))
def test_chosen_sentences_never_overflow(text: str, chosen: list[str]) -> None:
    told = letter.write(Letter(), text)
    for phrase in chosen:
        told = letter.toggle(told, phrase)
        assert len(told.text) <= MOST_TEXT


def test_a_sentence_that_does_not_fit_changes_nothing() -> None:
    full = letter.write(Letter(), "满" * MOST_TEXT)
    assert letter.toggle(full, "再来一句。") is full


@pytest.mark.parametrize(
    ("text", "ready"), [("", False), ("  \n ", False), ("好", False), ("好 吃", True), ("好吃", True)]
)
def test_when_there_is_something_to_send(text: str, ready: bool) -> None:
    assert letter.write(Letter("canteen"), text).ready == ready
    assert not letter.write(Letter(), text).ready, "without a topic"
