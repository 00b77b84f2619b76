"""Question banks: every mistake has its line or cell, and what is right is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core.findings import Findings
from kiosk.core.text import Lang
from kiosk.kinds.quiz import answers, bank, written
from kiosk.kinds.quiz.draft import Draft, build
from kiosk.kinds.quiz.model import MOST_QUESTIONS, Question
from kiosk.sdk.bank import entries

from .sources import HEADER, Row, codes, workbook

SINGLE = "- type: single\n  question: 几月？\n  options: [一月, 二月]\n  answer: B\n  explain: 因为。\n"


def read(
    tmp_path: Path, data: bytes, name: str = "questions.yaml", lang: Lang = "zh"
) -> tuple[list[Question], Findings]:
    findings = Findings()
    (tmp_path / name).write_bytes(data)
    return list(bank.read(tmp_path / name, name, lang, findings)), findings


def fill(answer: str) -> str:
    return f"- type: fill\n  question: 每日____小时。\n  answer: {answer}\n  explain: 因为。\n"


def choice(kind: str, answer: str, options: str = "[甲, 乙, 丙]") -> str:
    return f"- type: {kind}\n  question: 哪个？\n  options: {options}\n  answer: {answer}\n  explain: 因为。\n"


GOOD_YAML = [
    ("single", choice("single", "B"), (1,), ()),
    ("single in Chinese words", choice("单选题", "Ｂ"), (1,), ()),
    ("multiple run together", choice("multiple", "CA"), (0, 2), ()),
    ("multiple with commas", choice("multiple", '"A, C"'), (0, 2), ()),
    ("multiple as a list", choice("multiple", "[A, C]"), (0, 2), ()),
    ("judge", "- type: judge\n  question: 对吗？\n  answer: 错\n  explain: 因为。\n", (1,), ()),
    ("judge, YAML's own truth", "- type: judge\n  question: 对吗？\n  answer: true\n  explain: 因为。\n", (0,), ()),
    ("order", "- type: order\n  question: 排一排。\n  options: [甲, 乙]\n  explain: 因为。\n", (0, 1), ()),
    ("fill as a number", fill("8"), (), ("8",)),
    ("fill as a list", fill('["8", 八]'), (), ("8", "八")),
    ("fill that looks like octal", fill("010"), (), ("010",)),
]


@pytest.mark.parametrize(("text", "right", "accepted"), [c[1:] for c in GOOD_YAML], ids=[c[0] for c in GOOD_YAML])
def test_good_yaml(tmp_path: Path, text: str, right: tuple[int, ...], accepted: tuple[str, ...]) -> None:
    questions, findings = read(tmp_path, text.encode())
    assert codes(findings) == []
    assert [(q.right, q.accepted) for q in questions] == [(right, accepted)]


BAD_YAML = [
    ("answer outside the options", choice("single", "D"), [("answer-outside", "4")]),
    ("answer is not a letter", choice("single", "乙"), [("answer-form", "4")]),
    ("two answers to a single question", choice("single", "AB"), [("answer-count", "4")]),
    ("a letter twice", choice("multiple", "AA"), [("answer-twice", "4")]),
    ("no answer", choice("single", ""), [("missing-answer", "4")]),
    ("an option twice", choice("single", "A", "[甲, 乙, 甲]"), [("same-option", "3")]),
    ("one option", choice("single", "A", "[甲]"), [("option-count", "3")]),
    ("nine options", choice("single", "A", "[1, 2, 3, 4, 5, 6, 7, 8, 9]"), [("option-count", "3")]),
    ("an empty option", choice("single", "A", "[甲, '']"), [("empty-option", "3")]),
    ("unknown type", choice("essay", "A"), [("question-type", "1")]),
    ("no type", "- question: 几？\n  answer: A\n", [("question-type", "1")]),
    ("unknown field", SINGLE + "  awnser: B\n", [("unknown-field", "6")]),
    ("a field twice", SINGLE + "  answer: A\n", [("twice", "6")]),
    ("order with an answer", choice("order", "A"), [("order-answer", "4")]),
    ("fill without a blank", fill("8").replace("____", ""), [("one-blank", "2")]),
    ("fill with two blanks", fill("8").replace("____", "__和（ ）"), [("one-blank", "2")]),
    ("fill with options", fill("8") + "  options: [a, b]\n", [("options-not-wanted", "5")]),
    ("judge with a strange answer", choice("judge", "也许", "[]"), [("judge-answer", "4")]),
    ("judge without an answer", choice("judge", "", "[]"), [("missing-answer", "4")]),
    ("question too long", SINGLE.replace("几月", "几" * 301), [("too-long", "2")]),
    ("option too long", SINGLE.replace("二月", "二" * 101), [("too-long", "3")]),
    ("text where a mapping is", SINGLE.replace("几月？", "{a: b}"), [("wrong-type", "2"), ("missing-question", "2")]),
    ("an entry that is no question", SINGLE + "- 几月\n", [("not-a-question", "6")]),
    ("a mapping, not a list", "type: single\n", [("not-a-list", "1")]),
    ("the same question twice", SINGLE + SINGLE, [("same-question", "7")]),
    ("a full-width colon", SINGLE.replace("answer: ", "answer："), [("wide-colon", "4")]),
    ("a full-width colon on the first line", SINGLE.replace("type: ", "type："), [("wide-colon", "1")]),
    ("a tab", SINGLE.replace("  answer", "\tanswer"), [("bad-yaml", "4")]),
    ("a bracket left open", SINGLE.replace("二月]", "二月"), [("bad-yaml", "4")]),
    ("an empty file", "", [("empty-bank", "")]),
    ("an empty list", "[]", [("empty-bank", "")]),
    ("a control character", "- type: \x00", [("question-type", "1"), ("missing-question", "1")]),
]


@pytest.mark.parametrize(("text", "found"), [c[1:] for c in BAD_YAML], ids=[c[0] for c in BAD_YAML])
def test_bad_yaml(tmp_path: Path, text: str, found: list[tuple[str, str]]) -> None:
    _, findings = read(tmp_path, text.encode())
    assert codes(findings) == found
    assert all(f.level == "error" and f.message.zh and f.message.en and f.hint.zh and f.hint.en for f in findings)


def test_all_mistakes_at_once_and_the_good_question_is_taken(tmp_path: Path) -> None:
    text = choice("single", "D") + SINGLE + choice("multiple", "", "[甲]").replace("explain", "explian")
    questions, findings = read(tmp_path, text.encode())
    assert [q.prompt for q in questions] == ["几月？"]
    assert codes(findings) == [
        ("unknown-field", "15"),
        ("answer-outside", "4"),
        ("option-count", "13"),
        ("missing-answer", "14"),
    ]


def test_a_question_behind_a_full_width_colon_is_still_read(tmp_path: Path) -> None:
    questions, _ = read(tmp_path, SINGLE.replace(": ", "：").encode())
    assert [q.right for q in questions] == [(1,)]


def test_a_missing_explanation_is_a_warning(tmp_path: Path) -> None:
    questions, findings = read(tmp_path, SINGLE.replace("  explain: 因为。\n", "").encode())
    assert len(questions) == 1
    assert [(f.level, f.code) for f in findings] == [("warning", "missing-explanation")]


def test_gb18030_is_named_and_still_checked(tmp_path: Path) -> None:
    questions, findings = read(tmp_path, (SINGLE + choice("single", "D")).encode("gb18030"))
    assert codes(findings) == [("not-utf-8", ""), ("answer-outside", "9")]
    assert questions[0].prompt == "几月？"


def test_a_byte_order_mark_is_nothing(tmp_path: Path) -> None:
    assert codes(read(tmp_path, SINGLE.encode("utf-8-sig"))[1]) == []


def test_too_many_questions(tmp_path: Path) -> None:
    text = "".join(SINGLE.replace("几月", f"第 {n} 题") for n in range(MOST_QUESTIONS + 1))
    questions, findings = read(tmp_path, text.encode())
    assert (questions, codes(findings)) == ([], [("too-many", str(MOST_QUESTIONS * 5 + 1))])


def test_a_bank_that_is_not_there_or_not_a_bank(tmp_path: Path) -> None:
    findings = Findings()
    bank.read(tmp_path / "questions.yaml", "questions.yaml", "zh", findings)
    bank.read(tmp_path / "questions.doc", "questions.doc", "zh", findings)
    (tmp_path / "folder.yaml").mkdir()
    bank.read(tmp_path / "folder.yaml", "folder.yaml", "zh", findings)
    assert codes(findings) == [("no-bank", ""), ("unknown-bank", ""), ("no-bank", "")]


def test_judge_words_follow_the_language(tmp_path: Path) -> None:
    text = "- type: judge\n  question: Is it?\n  answer: false\n  explain: No.\n"
    questions, _ = read(tmp_path, text.encode(), lang="en")
    assert (questions[0].options, questions[0].right_words) == (("True", "False"), ("False",))


def excel(tmp_path: Path, *rows: Row, header: Row = HEADER) -> tuple[list[Question], Findings]:
    return read(tmp_path, workbook([header, *rows]), "questions.xlsx")


def row(kind: str, answer: str | float | bool, *options: str | float) -> Row:
    padded = (*options, *[None] * (4 - len(options)))
    prompt = "每日（  ）小时。" if kind.startswith("填空") else "哪个？"
    return (kind, prompt, *padded, answer, "因为。", "某法第一条")


ABCD = ("甲", "乙", "丙", "丁")
GOOD_ROWS = [
    ("single", row("单选题", "B", *ABCD), (1,), ()),
    ("single, small letter", row("单选", " b ", *ABCD), (1,), ()),
    ("multiple run together", row("多选题", "ABD", *ABCD), (0, 1, 3), ()),
    ("multiple, commas", row("多选题", "A,B,D", *ABCD), (0, 1, 3), ()),
    ("multiple, semicolons", row("多选题", "A;B；D", *ABCD), (0, 1, 3), ()),
    ("multiple, Chinese commas", row("多选题", "A、B、D", *ABCD), (0, 1, 3), ()),
    ("multiple, bars", row("不定项", "A|B|D", *ABCD), (0, 1, 3), ()),
    ("multiple, full width", row("多选", "ＡＢＤ", *ABCD), (0, 1, 3), ()),
    ("options are numbers", row("单选", "C", 3, 6.0, 9.5), (2,), ()),
    *[(f"judge {w}", row("判断题", w), (0,), ()) for w in ("正确", "对", "√", "T", "是", "A", True)],
    *[(f"judge {w}", row("判断", w), (1,), ()) for w in ("错误", "错", "×", "F", "否", "B", False, "X")],
    ("judge, letter of its own options", row("判断", "A", "错误", "正确"), (1,), ()),
    ("fill", row("填空题", 8), (), ("8",)),
    ("fill with alternatives", row("填空题", "8|八；捌"), (), ("8", "八", "捌")),
]


@pytest.mark.parametrize(("given_row", "right", "accepted"), [c[1:] for c in GOOD_ROWS], ids=[c[0] for c in GOOD_ROWS])
def test_good_rows(tmp_path: Path, given_row: Row, right: tuple[int, ...], accepted: tuple[str, ...]) -> None:
    questions, findings = excel(tmp_path, given_row)
    assert codes(findings) == []
    assert [(q.right, q.accepted, q.source) for q in questions] == [(right, accepted, "某法第一条")]
    assert "（" not in questions[0].prompt


BAD_ROWS = [
    ("answer outside", row("单选", "D", "甲", "乙", "丙"), [("answer-outside", "G2")]),
    ("answer not a letter", row("单选", "甲", *ABCD), [("answer-form", "G2")]),
    ("no answer", row("单选", "", *ABCD), [("missing-answer", "G2")]),
    ("a gap in the options", row("单选", "C", "甲", "", "丙"), [("empty-option", "D2")]),
    ("the same option", row("单选", "A", "甲", "乙", "甲"), [("same-option", "E2")]),
    ("no options", row("单选", "A"), [("option-count", "C2"), ("answer-outside", "G2")]),
    ("free text", row("简答题", "随便"), [("question-type", "A2")]),
    ("no type", row("", "A", *ABCD), [("question-type", "A2")]),
    ("no question", ("单选", "", *ABCD, "A", "因为。", ""), [("missing-question", "B2")]),
    ("fill without answer", row("填空", ""), [("missing-answer", "G2")]),
]


@pytest.mark.parametrize(("given_row", "found"), [c[1:] for c in BAD_ROWS], ids=[c[0] for c in BAD_ROWS])
def test_bad_rows(tmp_path: Path, given_row: Row, found: list[tuple[str, str]]) -> None:
    questions, findings = excel(tmp_path, given_row, ("判断", "好吗？", None, None, None, None, "对", "因为。"))
    assert codes(findings) == found
    assert [q.prompt for q in questions] == ["好吗？"]


def test_blank_and_example_rows_are_skipped(tmp_path: Path) -> None:
    header = ("序号", *HEADER)
    example = ("示例，导入时跳过", *row("单选", "Z", *ABCD))
    marked = ("", "单选", "【示例】哪个？", *ABCD, "Z", "", "")
    questions, findings = excel(tmp_path, example, marked, (None,), ("7", *row("判断", "对")), header=header)
    assert codes(findings) == []
    assert len(questions) == 1


def test_an_explanation_may_begin_with_the_word_for_example(tmp_path: Path) -> None:
    questions, _ = excel(tmp_path, ("判断", "好吗？", None, None, None, None, "对", "示例：加班。"))
    assert len(questions) == 1


ALIASES = [
    ("类型", "题目", "A", "B", "正确答案", "试题解析"),
    ("题目类型", "题目内容", "选项1", "选项2", "参考答案", "答案解析"),
    ("试题类型", "试题", "选项（A）", "选项（B）", "标准答案", "解析内容"),
    (" 题 型 *", "问题", "选项Ａ", "选项 b", "正确选项", "解析："),
    ("Type", "Question", "Option A", "Option B", "Answer", "Explanation"),
]


@pytest.mark.parametrize("header", ALIASES)
def test_columns_have_many_names(tmp_path: Path, header: Row) -> None:
    questions, findings = excel(tmp_path, ("单选", "哪个？", "甲", "乙", "B", "因为。"), header=header)
    assert codes(findings) == []
    assert (questions[0].options, questions[0].right, questions[0].explain) == (("甲", "乙"), (1,), "因为。")


def test_header_below_a_title_in_the_sheet_named_for_it(tmp_path: Path) -> None:
    rows = [("安全生产题库",), (), HEADER, row("单选", "Z", *ABCD)]
    _, findings = read(tmp_path, workbook(rows, before=("说明",)), "questions.xlsx")
    assert codes(findings) == [("answer-form", "G4")]


def test_cells_are_named_as_excel_shows_them_when_the_table_starts_further_in(tmp_path: Path) -> None:
    rows = [(), (), (None, None, *HEADER), (None, None, *row("单选", "Z", *ABCD))]
    _, findings = read(tmp_path, workbook(rows), "questions.xlsx")
    assert codes(findings) == [("answer-form", "I4")]


def test_missing_columns_are_named(tmp_path: Path) -> None:
    assert codes(excel(tmp_path, header=("姓名", "部门"))[1]) == [("no-header", "A1")]
    assert codes(excel(tmp_path, header=("题干", "选项A"))[1]) == [("missing-column", "A1"), ("missing-column", "A1")]


WORKBOOKS = [
    ("not a workbook", b"hello", "unreadable-workbook"),
    ("no bytes", b"", "unreadable-workbook"),
    ("cut short", workbook([HEADER])[:1500], "unreadable-workbook"),
    ("with a password", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "locked-workbook"),
    ("empty sheet", workbook([]), "empty-bank"),
    ("header only", workbook([HEADER]), "empty-bank"),
    ("too long", workbook([HEADER, *[()] * 9000, row("判断", "对")]), "too-many"),
]


@pytest.mark.parametrize(("data", "code"), [c[1:] for c in WORKBOOKS], ids=[c[0] for c in WORKBOOKS])
def test_a_bad_workbook_is_one_finding(tmp_path: Path, data: bytes, code: str) -> None:
    questions, findings = read(tmp_path, data, "questions.xlsx")
    assert (questions, codes(findings)) == ([], [(code, "")])


LETTERS = [
    ("ABD", (0, 1, 3)),
    ("A/C", (0, 2)),
    ("a c", (0, 2)),
    ("1,3", (0, 2)),
    ("I", None),
    ("", None),
    ("A乙", None),
]


@pytest.mark.parametrize(("said", "indices"), LETTERS)
def test_letters(said: str, indices: tuple[int, ...] | None) -> None:
    assert answers.letters(said) == indices


TEXT = st.one_of(
    st.text(max_size=30), st.sampled_from(["单选", "多选", "判断", "填空", "排序", "A", "AB", "对", "8|八", "____"])
)


@given(st.tuples(*[TEXT] * 4), st.lists(TEXT, max_size=9), st.lists(TEXT, max_size=3))
def test_any_words_make_a_question_or_a_finding(words: tuple[str, ...], options: list[str], said: list[str]) -> None:
    findings = Findings()
    built = build(Draft("f", {}, words[0], words[1], tuple(options), tuple(said), words[2], words[3]), "zh", findings)
    assert (built is None) == bool(findings.errors)


def drafted(data: bytes, suffix: str, findings: Findings) -> list[Draft]:
    return [written.draft(fields) for fields in entries(data, suffix, f"f{suffix}", written.SHAPE, findings)]


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20) | st.sampled_from(
    ["单选", "判断", "A", "对"]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(CELL, max_size=10), max_size=5))
def test_any_cells_never_raise(cells: list[list[str]]) -> None:
    findings = Findings()
    drafts = drafted(workbook([HEADER, *cells]), ".xlsx", findings)
    built = [build(draft, "zh", findings) for draft in drafts]
    assert built.count(None) <= len(findings.errors)


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(str.encode) | st.just(SINGLE.encode()).map(lambda b: b[::-1])
)
def test_any_bytes_never_raise(data: bytes) -> None:
    for suffix in (".yaml", ".xlsx"):
        findings = Findings()
        assert drafted(data, suffix, findings) or findings.errors


@given(st.integers(0, len(SINGLE) - 1), st.characters(exclude_categories=["Cs"]))
def test_any_slip_of_the_pen_is_survived(at: int, typed: str) -> None:
    findings = Findings()
    for draft in drafted((SINGLE[:at] + typed + SINGLE[at + 1 :]).encode(), ".yaml", findings):
        build(draft, "zh", findings)
