"""What an author is told: every mistake at once, each with its line or cell."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from support.author import checked_item, content, told

from kiosk.authoring.check import Checked, check
from kiosk.core.codec import decode
from kiosk.core.errors import ContentError
from kiosk.core.findings import Findings
from kiosk.kinds import discover
from kiosk.kinds.survey import bank
from kiosk.kinds.survey.model import Survey
from kiosk.samples import content_folder

INDEX = """---
kind: survey
title: 问卷
{front}sources:
  - {{title: 样例}}
---
说两句。
"""
GOOD = "- id: a\n  type: single\n  question: 哪个？\n  options: [甲, 乙]\n- id: b\n  type: text\n  question: 为什么？\n  when: a = 乙\n"


def checked(place: Path, questions: str | bytes | None = GOOD, front: str = "", english: str | None = None) -> Checked:
    files = {"index.md": INDEX.format(front=front), "questions.yaml": questions, "questions.en.yaml": english}
    head = None if english is None else "---\ntitle: Survey\n---\n"
    return checked_item(place, "ask", {**files, "index.en.md": head})


def test_good_questions_are_taken_as_they_are_written(tmp_path: Path) -> None:
    made = content(
        Survey, checked(tmp_path, front="results: after\nquota: {total: 9, a: {甲: 3}}\nopens: 2026-11-01\n")
    )
    assert [q.id for q in made.questions] == ["a", "b"]
    assert made.questions[1].when[0].tests[0].values == ("B",), "words of an option become its key"
    assert [(q.cell, q.most) for q in made.quotas] == [("*", 9), ("a=A", 3)]
    assert (made.results, made.results_from, made.opens, made.about) == ("after", 10, "2026-11-01", "说两句。")


def test_every_mistake_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    questions = """- id: a
  type: single
  question: 只有一个？
  options: [甲]
- id: B!
  type: text
  question: 编号不对
- id: c
  type: sinlge
  question: 题型不对
- id: d
  type: multiple
  question: 越界
  options: [甲, 乙, 乙]
  least: 3
  most: 2
  colour: red
- id: a
  type: text
  question: 又是 a
- id: e
  type: scale
  options: [这个说法实在太长, 好, 很好]
- f
- id: g
  type: matrix
  question: 没有行
  options: [差, 好]
- id: h
  type: single
  question: 只多选能 alone
  options: [甲, 乙]
  alone: [丙]
"""
    found = told(checked(tmp_path, questions))
    assert found == [
        ("option-count", "questions.yaml", "4"),
        ("bad-id", "questions.yaml", "5"),
        ("unknown-type", "questions.yaml", "9"),
        ("same-option", "questions.yaml", "14"),
        ("limits-cross", "questions.yaml", "16"),
        ("unknown-field", "questions.yaml", "17"),
        ("twice", "questions.yaml", "18"),
        ("missing-field", "questions.yaml", "21"),
        ("too-long", "questions.yaml", "23"),
        ("not-a-question", "questions.yaml", "24"),
        ("row-count", "questions.yaml", "25"),
        ("unknown-option", "questions.yaml", "33"),
    ]


def test_conditions_may_only_look_back(tmp_path: Path) -> None:
    def ask(name: str, when: str, kind: str = "single") -> str:
        more = "  options: [甲, 乙]\n" if kind == "single" else ""
        return f"- id: {name}\n  type: {kind}\n  question: 问{name}\n{more}  when: {when}\n"

    questions = (
        ask("a", "a = A")
        + ask("b", "nobody = A")
        + ask("c", "d = A")
        + ask("d", "c = A")
        + ask("e", "g = A")
        + ask("f", "b = 丙")
        + ask("g", "b >= 2")
        + ask("h", "b === 2")
        + ask("t", "b = A", "text")
        + ask("i", "t = A")
        + ask("j", "t; b != 乙")
    )
    found = [(code, place) for code, _, place in told(checked(tmp_path, questions))]
    assert found == [
        ("when-itself", "5"), ("when-unknown", "10"), ("when-cycle", "15"), ("when-forward", "25"),
        ("when-option", "30"), ("when-type", "35"), ("when-unreadable", "40"), ("when-type", "49"),
    ]  # fmt: skip


def test_mistakes_around_the_questions(tmp_path: Path) -> None:
    front = "shuffle: [a, z]\nquota: {total: 0, b: {甲: 1}, a: {丙: 2}}\nopens: 2026-12-01\ncloses: 2026-11-01\nresults: maybe\nresults_from: 3\n"
    codes = [code for code, _, _ in told(checked(tmp_path, front=front))]
    assert sorted(codes) == sorted(
        [
            "shuffle-tied",
            "unknown-question",
            "out-of-range",
            "quota-question",
            "quota-option",
            "bad-window",
            "unknown-value",
            "out-of-range",
        ]
    )
    codes = [code for code, _, _ in told(checked(tmp_path, front="opens: 1.11.2026\nquestions: ../a.yaml\n"))]
    assert codes == ["bad-date", "bad-path"]


def test_a_translation_has_the_same_shape(tmp_path: Path) -> None:
    good = "- question: Which?\n  options: [One, Two]\n- question: Why?\n"
    found = checked(tmp_path, english=good)
    assert told(found) == []
    chinese, english = content(Survey, found), content(Survey, found, "en")
    assert english.edition == chinese.edition, "answers in all languages are counted together"
    assert [o.key for o in english.questions[0].options] == ["A", "B"] and english.questions[0].options[0].text == "One"
    assert english.questions[1].when == chinese.questions[1].when
    short = told(checked(tmp_path, english="- question: Which?\n  options: [One]\n- id: c\n"))
    assert [c for c, _, _ in short] == ["translation-differs", "translation-differs", "missing-field"]
    assert [c for c, _, _ in told(checked(tmp_path, english="- question: Which?\n"))] == ["translation-length"]


def test_a_workbook_says_the_same_and_names_its_cells(tmp_path: Path) -> None:
    checked(tmp_path, None)
    book = xlsxwriter.Workbook(str(tmp_path / "ask/questions.xlsx"))
    sheet = book.add_worksheet()
    rows = [
        ["车间问卷", "", "", "", ""],
        ["编号*", "题型", "题目", "选项", "什么时候问"],
        ["示例", "单选", "不算", "甲|乙", ""],
        ["a", "单选", "哪个？", "甲｜乙", ""],
        ["b", "打分", "怎样？", "", "a = 乙"],
        ["c", "单选", "缺选项", "", "z = 1"],
    ]
    for n, row in enumerate(rows):
        sheet.write_row(n, 0, row)
    book.close()
    found = checked(tmp_path, None)
    assert told(found) == [("option-count", "questions.xlsx", "D6"), ("when-unknown", "questions.xlsx", "E6")]


@pytest.mark.parametrize(
    ("questions", "code"),
    [
        (None, "no-bank"),
        ("", "empty-bank"),
        ("a: b", "not-a-list"),
        ("- id: [", "bad-yaml"),
        ("- id： a".encode("gb18030"), "not-utf-8"),
    ],
)
def test_a_file_that_is_no_list_of_questions(tmp_path: Path, questions: str | bytes | None, code: str) -> None:
    assert code in [c for c, _, _ in told(checked(tmp_path, questions))]


@given(data=st.binary(max_size=300))
def test_any_bytes_are_questions_or_findings(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "questions.yaml"
    path.write_bytes(data)
    findings = Findings()
    assert bank.read(path, "questions.yaml", findings) or findings.errors


WORDS = st.sampled_from(
    [
        "a",
        "b",
        "single",
        "multiple",
        "scale",
        "matrix",
        "number",
        "text",
        "ranking",
        "甲",
        "乙",
        "a = 甲",
        "b >= 2",
        "",
        "3",
        "是",
        "x",
    ]
)
VALUES = st.one_of(WORDS, st.lists(WORDS, max_size=4), st.dictionaries(WORDS, WORDS, max_size=3))
ENTRIES = st.lists(
    st.dictionaries(
        st.sampled_from(
            [
                "id",
                "type",
                "question",
                "options",
                "rows",
                "when",
                "least",
                "most",
                "alone",
                "last",
                "required",
                "decimals",
            ]
        ),
        VALUES,
        max_size=9,
    ),
    max_size=4,
)


@given(entries=ENTRIES)
def test_any_list_of_questions_is_a_survey_or_findings(
    entries: list[object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    import json

    place = tmp_path_factory.mktemp("any")
    found = checked(place, json.dumps(entries, ensure_ascii=False))
    assert found.items or found.findings.errors
    if found.items:
        assert content(Survey, found).questions


def test_the_sample_survey_has_no_mistakes_and_every_type(tmp_path: Path) -> None:
    found = check(content_folder() / "surveys", discover(), cache=tmp_path)
    assert told(found) == []
    for lang in ("zh", "en"):
        made = content(Survey, found, lang)
        assert {q.type for q in made.questions} == {
            "single",
            "multiple",
            "scale",
            "matrix",
            "ranking",
            "text",
            "number",
        }
        assert len(made.questions) == 13 and made.shuffle
    assert "样例" in next(d for d in found.items if d.lang == "zh").header.title


def test_a_document_that_looks_forward_is_refused(tmp_path: Path) -> None:
    from kiosk.core.codec import encode

    document = encode(content(Survey, checked(tmp_path)))
    turned = copy.deepcopy(document)
    turned["questions"].reverse()
    with pytest.raises(ContentError):
        decode(Survey, turned)
