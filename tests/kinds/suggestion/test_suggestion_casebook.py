"""The office writes an answer into the author's file: the rest of it stays as it was typed, and mistakes change nothing."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ContentError, StorageError
from kiosk.kinds.suggestion import casebook
from kiosk.samples import content_folder

CASE = {"id": "2026-099", "topic": "safety", "problem": "灯坏了", "state": "waiting", "received": "2026-11-22"}


@pytest.fixture
def box(tmp_path: Path) -> Path:
    shutil.copytree(content_folder() / "suggestions", tmp_path / "pack")
    return casebook.find_box(tmp_path / "pack")


def test_the_box_is_found_from_the_pack(box: Path) -> None:
    assert box.name == "box" and casebook.find_box(box) == box
    shutil.copytree(box, box.parent / "second")
    with pytest.raises(ContentError, match="2 suggestion boxes"):
        casebook.find_box(box.parent.parent)


def test_a_case_is_added_at_the_end_and_nothing_else_changes(box: Path) -> None:
    book = casebook.read(box)
    before = book.path.read_text("utf-8")
    after = casebook.put(book, CASE)
    text = book.path.read_text("utf-8")
    assert text.startswith(before) and after.cases["2026-099"].problem == "灯坏了"
    assert set(casebook.read(box).cases) == set(book.cases) | {"2026-099"}
    assert book.next_number(date(2026, 5, 1)) == "2026-007"
    assert after.next_number(date(2026, 5, 1)) == "2026-100" and after.next_number(date(2027, 1, 1)) == "2027-001"


def test_a_case_is_changed_in_its_place_and_keeps_its_notes(box: Path) -> None:
    book = casebook.read(box)
    case = {**CASE, "id": "2026-001"}
    casebook.put(book, case)
    text = book.path.read_text("utf-8")
    assert "# Hash of the demonstration's receipt" in text and text.startswith("# 样例")
    assert text.index("灯坏了") < text.index("2026-002")
    assert [c.id for c in casebook.read(box).cases.values()] == [f"2026-00{n}" for n in range(1, 7)]


def test_a_mistake_leaves_the_file_alone(box: Path) -> None:
    book = casebook.read(box)
    before = book.path.read_bytes()
    for bad in ({"topic": "nowhere"}, {"state": "solved"}, {"received": "yesterday"}, {"id": "two words"}):
        with pytest.raises(ContentError):
            casebook.put(book, {**CASE, **bad})
    assert book.path.read_bytes() == before and sorted(p.name for p in box.iterdir() if p.name.startswith(".")) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_cannot_be_written_is_said(box: Path) -> None:
    book = casebook.read(box)
    box.chmod(0o500)
    try:
        with pytest.raises(StorageError, match="CANNOT_WRITE"):
            casebook.put(book, CASE)
    finally:
        box.chmod(0o700)


def test_a_file_that_cannot_be_replaced_is_said(box: Path) -> None:
    book = casebook.read(box)
    book.path.unlink()
    (book.path / "in the way").mkdir(parents=True)
    with pytest.raises(StorageError):
        casebook.put(book, CASE)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=24).filter(
    str.strip
)


@given(st.dictionaries(st.from_regex(r"2026-[0-9]{3}", fullmatch=True), WORDS, max_size=5), WORDS)
def test_whatever_the_words_the_file_stays_yaml(cases: dict[str, str], words: str) -> None:
    text = "# 前言\n"
    for number, problem in cases.items():
        text = casebook.edited(text, {**CASE, "id": number, "problem": problem})
    for number in cases:
        text = casebook.edited(text, {**CASE, "id": number, "answer": words})
    read = yaml.load(text, Loader=yaml.BaseLoader) or []
    assert [c["id"] for c in read] == list(cases) and all(c["answer"] == words for c in read)
    assert text.startswith("# 前言\n")
