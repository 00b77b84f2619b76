"""Parts that a view model puts together: answers in words, numbers in characters, lines that are equally long."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from kiosk.kinds.survey.model import Question
from kiosk.kinds.survey.sitting import Sitting
from kiosk.kinds.survey.when import Answer

_DIGITS = "零一二三四五六七八九"
_HUNDRED = 100
_NARROWER = 0.94


def chinese(number: int) -> str:
    """0 to 99 in characters, as they are written downwards; other numbers in figures."""
    if not 0 <= number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def said(question: Question, answer: Answer) -> list[str]:
    """An answer in words, one part for each thing chosen."""
    match question.type:
        case "matrix":
            return [f"{r.text}：{question.option(k)}" if r.text[-1:] > "\u2e80" else f"{r.text}: {question.option(k)}"
                    for r, k in zip(question.rows, answer, strict=False)]  # fmt: skip
        case "ranking":
            return [f"{n} {question.option(key)}" for n, key in enumerate(answer, 1)]
        case "text":
            return [answer[0].strip()] if answer else []
        case "number":
            return [f"{answer[0]} {question.unit}".strip()] if answer else []
        case _:
            return [question.option(key) for key in answer]


def options(sitting: Sitting) -> list[dict[str, Any]]:
    """Options of the question on the screen as QML reads them: `text`, `on`, `off` (no more can be chosen), `number`."""
    question, answer = sitting.question, sitting.answer
    if question.type in ("matrix", "text", "number"):
        return []
    kept = [key for key in answer if key not in question.alone]
    enough = question.type in ("multiple", "ranking") and len(kept) >= question.most
    return [
        {
            "text": question.option(key),
            "on": key in answer,
            "off": enough and key not in answer and key not in question.alone,
            "number": answer.index(key) + 1 if question.type == "ranking" and key in answer else 0,
            "alone": key in question.alone,
        }
        for key in sitting.shown[sitting.at]
    ]


def rows(sitting: Sitting) -> list[dict[str, Any]]:
    """Rows of a matrix as QML reads them: `text` and `on`, the place of the chosen column or -1."""
    question = sitting.question
    if question.type != "matrix":
        return []
    chosen = dict(zip((r.key for r in question.rows), sitting.answer, strict=False))
    texts = {r.key: r.text for r in question.rows}
    columns = [o.key for o in question.options]
    return [
        {"text": texts[key], "on": columns.index(chosen[key]) if chosen.get(key) in columns else -1}
        for key in sitting.shown[sitting.at]
    ]


def balanced(words: str, font: QFont, width: float) -> str:
    """`words` in as few lines as `width` takes, all of about the same length.

    Breaks that the author wrote are kept while their lines fit.
    """
    written = words.split("\n")
    if all(len(_lines(line, font, width)) <= 1 for line in written):
        return words
    whole = "".join(_joined(a, b) for a, b in zip(written, [*written[1:], ""], strict=True))
    lines = _lines(whole, font, width)
    narrow = width
    while narrow > width / 2:
        tried = _lines(whole, font, narrow * _NARROWER)
        if len(tried) > len(lines):
            break
        lines, narrow = tried, narrow * _NARROWER
    return "\n".join(lines)


def _joined(line: str, after: str) -> str:
    return f"{line} " if after and line[-1:].isascii() and after[:1].isascii() else line


def _lines(words: str, font: QFont, width: float) -> list[str]:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(words, font)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found
