"""What a file of survey questions looks like; read by the reader that all kinds share."""

from __future__ import annotations

from pathlib import Path

from kiosk.sdk import bank
from kiosk.sdk.content import Fields, Findings, Text

MOST_ROWS = 501
"""Of a sheet, its header included."""
TYPES = {
    **dict.fromkeys(("单选", "单选题", "single"), "single"),
    **dict.fromkeys(("多选", "多选题", "multiple"), "multiple"),
    **dict.fromkeys(("打分", "评分", "量表", "scale"), "scale"),
    **dict.fromkeys(("矩阵", "矩阵题", "matrix"), "matrix"),
    **dict.fromkeys(("排序", "排序题", "ranking"), "ranking"),
    **dict.fromkeys(("填空", "问答", "文字", "text"), "text"),
    **dict.fromkeys(("数字", "填数", "number"), "number"),
}

SHAPE = bank.Shape(
    bank.Words(
        empty=Text("里面没有问题。", "There are no questions in it."),
        write=Text("至少写一题。", "Write at least one."),
        list=Text("每题以“- id: …”开头。", "Each question starts with “- id: …”."),
        not_one=("not-a-question", Text("这一项不是一道题。", "This entry is not a question.")),
        group=Text("每题是一组“名: 值”，以“- id: …”开头。", "A question is a group of “name: value” lines."),
        no_column=Text("没有找到“题目”这一列。", "There is no column 题目 (question)."),
        header=Text(
            "第一行写：编号、题型、题目、说明、选项、行、必答、最少、最多、什么时候问。",
            "The first row holds 编号 题型 题目 说明 选项 行 必答 最少 最多 什么时候问.",
        ),
        split=Text("删掉下面的空行，或拆成几份问卷。", "Delete empty rows below, or split it into several surveys."),
    ),
    columns=bank.titled(
        {
            "id": ("编号", "id"),
            "type": ("题型", "type"),
            "question": ("题目", "题干", "问题", "question"),
            "note": ("说明", "note"),
            "options": ("选项", "列", "options"),
            "rows": ("行", "rows"),
            "required": ("必答", "required"),
            "least": ("最少", "最小", "least"),
            "most": ("最多", "最大", "most"),
            "decimals": ("小数", "decimals"),
            "unit": ("单位", "unit"),
            "alone": ("单独选", "alone"),
            "last": ("放最后", "last"),
            "shuffle": ("打乱", "shuffle"),
            "when": ("什么时候问", "条件", "when"),
        }
    ),
    key="question",
    most_rows=MOST_ROWS,
    lists=("options", "rows", "alone", "last", "when"),
    prose=frozenset({"note", "options", "rows", "alone", "last", "when", "unit"}),
)


def read(path: Path, file: str, findings: Findings) -> list[Fields]:
    """All questions that can be made out of `questions.yaml` or `.xlsx`; every mistake goes into `findings`.

    Args:
        path: the file.
        file: its path inside the pack source.
        findings: where mistakes go. Those that the fields find later go to the same place.
    """
    return bank.read(path, file, SHAPE, findings)
