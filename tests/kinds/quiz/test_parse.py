"""A quiz folder as a whole: front matter, bank, translation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.core.source import ItemSource
from kiosk.kinds import quiz as package
from kiosk.kinds.quiz import KIND
from kiosk.kinds.quiz.model import Quiz

from .sources import ALL, HEADER, codes, item, workbook

EXAMPLE = Path(package.__file__).parent / "example"


def parsed(source: ItemSource) -> Quiz:
    """The quiz of a source that has one."""
    quiz = KIND.parse(source)
    assert isinstance(quiz, Quiz)
    return quiz


def entry(n: int, answer: str = "A") -> str:
    return f"- type: single\n  question: 第 {n} 题？\n  options: [甲, 乙]\n  answer: {answer}\n  explain: 因为。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questions.yaml").write_text("".join(entry(n) for n in range(5)), "utf-8")
    return tmp_path


def test_the_example_is_sound() -> None:
    front = yaml.safe_load((EXAMPLE / "index.md").read_text("utf-8").split("---\n")[1])
    source = item(EXAMPLE, {k: front[k] for k in ("draw", "seconds", "pass", "questions")})
    quiz = parsed(source)
    source.fields.finish()
    assert codes(source.findings) == []
    assert {q.type for q in quiz.questions} == {"single", "multiple", "judge", "order", "fill"}
    assert (quiz.draw, quiz.seconds, quiz.pass_mark) == (5, 45, 3)


def test_what_is_built_is_what_the_kiosk_decodes() -> None:
    quiz = parsed(item(EXAMPLE, {"draw": 5}))
    assert decode(Quiz, json.loads(json.dumps(encode(quiz)))) == quiz
    assert KIND.text(quiz).startswith("试一试。")
    assert KIND.seconds(quiz) == 150


def test_the_search_text_does_not_tell_the_answers() -> None:
    quiz = parsed(item(EXAMPLE))
    assert all(q.explain not in KIND.text(quiz) for q in quiz.questions)


def test_defaults(folder: Path) -> None:
    source = item(folder)
    quiz = parsed(source)
    assert (quiz.draw, quiz.seconds, quiz.pass_mark, quiz.about) == (5, 45, 3, "试一试。")
    assert codes(source.findings) == [("draw-too-many", "4")]


FIELDS: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    ("more drawn than there are", {"draw": 9}, [("draw-too-many", "4")]),
    ("pass above draw", {"draw": 3, "pass": 4}, [("pass-too-high", "6")]),
    ("draw is no number", {"draw": "many"}, [("wrong-type", "4"), ("draw-too-many", "4")]),
    ("a bank outside the folder", {"draw": 5, "questions": "../questions.yaml"}, [("bad-path", "1")]),
    ("no such bank", {"draw": 5, "questions": "other.yaml"}, [("no-bank", "")]),
    ("a link to nothing", {"draw": 5, "reads": ["nobody"]}, [("unknown-item", "8")]),
    ("links that may be read", {"draw": 5, "reads": ["known", "model-workers/meng-tai"]}, []),
]


@pytest.mark.parametrize(("data", "found"), [c[1:] for c in FIELDS], ids=[c[0] for c in FIELDS])
def test_front_matter(folder: Path, data: dict[str, Any], found: list[tuple[str, str]]) -> None:
    source = item(folder, data, items=("q", "known"))
    KIND.parse(source)
    assert codes(source.findings) == found


def test_a_question_may_only_name_items_there_are(folder: Path) -> None:
    bank = folder / "questions.yaml"
    bank.write_text(bank.read_text("utf-8") + "  read: nobody\n", "utf-8")
    source = item(folder, {"draw": 5}, items=("q",))
    assert len(parsed(source).questions) == 5
    assert [(f.code, f.file, f.place) for f in source.findings] == [("unknown-item", "quizzes/q/questions.yaml", "26")]


def test_without_a_question_there_is_no_quiz(folder: Path) -> None:
    (folder / "questions.yaml").write_text(entry(1, "Z"), "utf-8")
    assert KIND.parse(item(folder)) is None


def test_a_workbook_is_found_without_being_named(tmp_path: Path) -> None:
    rows = [HEADER, ("判断", "好吗？", None, None, None, None, "对", "因为。")]
    (tmp_path / "questions.xlsx").write_bytes(workbook(rows))
    assert parsed(item(tmp_path, {"draw": 1})).questions[0].prompt == "好吗？"


def english(n: int, answer: str = "A") -> str:
    return f"- type: single\n  question: Number {n}?\n  options: [One, Two]\n  answer: {answer}\n  explain: So.\n"


def test_a_translation_has_the_ids_of_the_chinese_questions(folder: Path) -> None:
    (folder / "questions.en.yaml").write_text("".join(english(n) for n in range(5)), "utf-8")
    source = item(folder, {"draw": 5, "questions": "questions.yaml"}, lang="en")
    ours, theirs = parsed(source), parsed(item(folder, {"draw": 5}))
    assert codes(source.findings) == []
    assert [q.id for q in ours.questions] == [q.id for q in theirs.questions]
    assert ours.questions[0].prompt == "Number 0?"


TRANSLATIONS = [
    ("another answer", "".join(english(n, "B" if n == 2 else "A") for n in range(5)), ["translation-differs"]),
    ("one missing", "".join(english(n) for n in range(4)), ["translation-length", "draw-too-many"]),
    ("none", None, ["no-bank"]),
]


@pytest.mark.parametrize(("text", "found"), [c[1:] for c in TRANSLATIONS], ids=[c[0] for c in TRANSLATIONS])
def test_a_translation_that_does_not_fit(folder: Path, text: str | None, found: list[str]) -> None:
    if text is not None:
        (folder / "questions.en.yaml").write_text(text, "utf-8")
    source = item(folder, {"draw": 5}, lang="en")
    KIND.parse(source)
    assert [code for code, _ in codes(source.findings)] == found
    assert all(f.file == "quizzes/q/questions.en.yaml" for f in source.findings if f.code != "draw-too-many")


BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("answer just outside the options", {"right": [4]}),
    ("answer before the options", {"right": [-1]}),
    ("no answer", {"right": []}),
    ("one answer twice", {"type": "multiple", "right": [1, 1]}),
    ("one option", {"options": ["甲"], "right": [0]}),
    ("order that leaves one out", {"type": "order", "right": [0, 1]}),
    ("fill with options", {"type": "fill", "accepted": ["8"]}),
    ("unknown type", {"type": "essay"}),
]


@pytest.mark.parametrize("change", [c[1] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_a_broken_document_is_refused(change: dict[str, Any]) -> None:
    document = encode(Quiz(1, 45, 1, ALL))
    document["questions"][-1].update(change)
    with pytest.raises(ContentError):
        decode(Quiz, document)


@pytest.mark.parametrize("change", [{"draw": 0}, {"draw": 6}, {"questions": []}, {"seconds": -1}])
def test_a_round_that_cannot_be_drawn_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ContentError):
        decode(Quiz, {**encode(Quiz(1, 45, 1, ALL)), **change})
