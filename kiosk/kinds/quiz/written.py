"""What a question bank looks like on the author's disk, and what one entry of it says: a draft, all words as written."""

from __future__ import annotations

from kiosk.core.source import Fields
from kiosk.core.text import Text
from kiosk.kinds.quiz import answers
from kiosk.kinds.quiz.draft import Draft
from kiosk.kinds.quiz.model import MOST_QUESTIONS
from kiosk.sdk import bank

_LONGEST = 100_000
"""Nothing is cut here: the draft says what is too long, and how long its field may be."""

SHAPE = bank.Shape(
    bank.Words(
        empty=Text("题库里没有题目。", "There are no questions in the bank."),
        write=Text(
            "至少写一道题；表格里写在第一张表，或名为“题库”的表里。",
            "Write at least one; in a workbook it goes into the first sheet, or into one named 题库.",
        ),
        list=Text("每道题以“- type: …”开头。", "Each question starts with “- type: …”."),
        not_one=("not-a-question", Text("这一项不是一道题。", "This entry is not a question.")),
        group=Text("每道题是一组“名: 值”，以“- type: …”开头。", "A question is a group of “name: value” lines."),
        no_column=Text("没有找到“题干”这一列。", "There is no column 题干 (question)."),
        header=Text(
            "第一行写：题型、题干、选项A、选项B…、答案、解析、来源。",
            "The first row holds 题型 题干 选项A 选项B … 答案 解析 来源.",
        ),
        split=Text("拆成几套题；删掉下面的空行。", "Split it into several quizzes; delete empty rows below."),
    ),
    columns=bank.titled(
        {
            "type": ("题型", "类型", "题目类型", "试题类型", "type"),
            "question": ("题干", "题目", "题目内容", "试题", "试题内容", "问题", "题目描述", "question"),
            "answer": ("答案", "正确答案", "参考答案", "标准答案", "正确选项", "answer"),
            "explain": ("解析", "答案解析", "试题解析", "解析内容", "explanation"),
            "source": ("来源", "出处", "来源说明", "source"),
            "read": ("阅读", "相关阅读", "read"),
            **{
                f"options.{i}": (f"选项{letter}", f"option{letter}", letter, f"选项{i + 1}")
                for i, letter in enumerate(answers.LETTERS)
            },
        }
    ),
    key="question",
    most_rows=MOST_QUESTIONS * 2 + 10,
    needed={"type": "题型", "answer": "答案"},
    prose=frozenset({"answer", "explain", *(f"options.{i}" for i in range(len(answers.LETTERS)))}),
    sheet="题库",
    truths=("对", "错"),
    most_bytes=20_000_000,
)


def draft(fields: Fields) -> Draft:
    """One entry of a YAML bank or a row of a sheet; fields that nobody knows are told."""
    kind = _text(fields, "type")
    columns = [f"options.{i}" for i in range(len(answers.LETTERS))]
    in_columns = any(column in fields.lines for column in columns) and "options" not in fields.data
    options = _in_columns(fields, columns) if in_columns else _texts(fields, "options")
    said = _texts(fields, "answer")
    if in_columns and answers.question_type(kind) == "fill":
        said = tuple(one for words in said for one in answers.alternatives(words))
    made = Draft(
        fields.file,
        _places(fields),
        kind,
        _text(fields, "question"),
        options,
        said,
        _text(fields, "explain"),
        _text(fields, "source"),
        _text(fields, "read"),
    )
    fields.finish()
    return made


def _places(fields: Fields) -> dict[str, str]:
    places = {key: bank.place(fields, key) for key in fields.lines}
    return {"options": places.get("options.0", places[""]), **places}


def _text(fields: Fields, key: str) -> str:
    return fields.text(key, most=_LONGEST)


def _texts(fields: Fields, key: str) -> tuple[str, ...]:
    said = fields.texts(key)
    return () if said == ("",) and isinstance(fields.data[key], str) else said


def _in_columns(fields: Fields, columns: list[str]) -> tuple[str, ...]:
    """Options from their own columns: gaps are kept, empty columns behind the last are not."""
    options = [_text(fields, column) for column in columns]
    while options and not options[-1]:
        options.pop()
    return tuple(options)
