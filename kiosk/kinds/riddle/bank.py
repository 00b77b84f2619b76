"""What a file of riddles looks like; read by the reader that all kinds share."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.sdk import bank
from kiosk.sdk.content import Fields, Findings, Text

MOST_ROWS = 2001
"""Of a sheet, its header included."""

SHAPE = bank.Shape(
    bank.Words(
        empty=Text("里面没有灯谜。", "There are no riddles in it."),
        write=Text("至少写一则。", "Write at least one."),
        list=Text("每则灯谜以“- riddle: …”开头。", "Each riddle starts with “- riddle: …”."),
        not_one=("not-a-riddle", Text("这一项不是一则灯谜。", "This entry is not a riddle.")),
        group=Text("每则灯谜是一组“名: 值”，以“- riddle: …”开头。", "A riddle is a group of “name: value” lines."),
        no_column=Text("没有找到“谜面”这一列。", "There is no column 谜面 (riddle)."),
        header=Text(
            "第一行写：谜面、谜目、谜底、别的答案、也算对、提示、解谜、出处、组。",
            "The first row holds 谜面 谜目 谜底 别的答案 也算对 提示 解谜 出处 组.",
        ),
        split=Text("删掉下面的空行，或拆成几个文件夹。", "Delete empty rows below, or split it into several folders."),
    ),
    columns=bank.titled(
        {
            "riddle": ("谜面", "灯谜", "riddle"),
            "aim": ("谜目", "打一", "aim"),
            "answer": ("谜底", "答案", "answer"),
            "others": ("别的答案", "干扰项", "选项", "others"),
            "accept": ("也算对", "accept"),
            "hint": ("提示", "hint"),
            "how": ("解谜", "解释", "解析", "how"),
            "form": ("谜格", "form"),
            "source": ("出处", "来源", "source"),
            "read": ("阅读", "read"),
            "set": ("组", "分组", "set"),
        }
    ),
    key="riddle",
    most_rows=MOST_ROWS,
    lists=("others", "accept", "hint"),
    parts=re.compile(r"[|｜；;\n]"),
    prose=frozenset({"aim", "answer", "others", "accept", "hint", "how", "source"}),
)


def read(path: Path, file: str, findings: Findings) -> list[Fields]:
    """All riddles that can be made out of `riddles.yaml` or `riddles.xlsx`; every mistake goes into `findings`.

    Args:
        path: the file.
        file: its path inside the pack source.
        findings: where mistakes go. Those that the fields find later go to the same place.
    """
    return bank.read(path, file, SHAPE, findings)
