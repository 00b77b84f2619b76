"""How people write answers into question banks: letters in many forms, many words for right and wrong, alternatives."""

from __future__ import annotations

import re
import unicodedata

from kiosk.kinds.quiz.model import QuestionType

TYPES: dict[str, QuestionType] = {
    **dict.fromkeys(("single", "single choice", "单选", "单选题", "单项选择", "单项选择题"), "single"),
    **dict.fromkeys(
        ("multiple", "multiple choice", "多选", "多选题", "多项选择", "多项选择题", "不定项", "不定项选择题"),
        "multiple",
    ),
    **dict.fromkeys(("judge", "true/false", "判断", "判断题", "是非", "是非题"), "judge"),
    **dict.fromkeys(("order", "ordering", "排序", "排序题"), "order"),
    **dict.fromkeys(("fill", "fill in", "填空", "填空题"), "fill"),
}
JUDGED = {
    **dict.fromkeys(("对", "正确", "是", "√", "✓", "✔", "t", "true", "y", "yes", "right", "correct"), True),
    **dict.fromkeys(("错", "错误", "不正确", "否", "×", "✗", "✘", "x", "f", "false", "n", "no", "wrong"), False),
}
LETTERS = "ABCDEFGH"
BLANK = "____"

_BLANK = re.compile(r"_{2,}|＿+|（[\s_＿]*）|\([\s_＿]*\)")
_BETWEEN = re.compile(r"[\s,，、;；.。|｜/+]+")
_ALTERNATIVE = re.compile(r"[|｜;；]")


def plain(words: str) -> str:
    """One form for comparing: full-width letters and digits become plain ones, blanks around go, letters are small."""
    return unicodedata.normalize("NFKC", words).strip().casefold()


def question_type(words: str) -> QuestionType | None:
    """The type named by `words` (`单选题`, `single` ...); None when it is not one that can be judged."""
    return TYPES.get(plain(words))


def letters(words: str) -> tuple[int, ...] | None:
    """Indices of the options named by `ABD`, `A,B,D`, `Ａ、Ｂ` or `1|2`; None when there is anything else in it."""
    said = _BETWEEN.sub("", unicodedata.normalize("NFKC", words).upper())
    if said and all(c in LETTERS for c in said):
        return tuple(LETTERS.index(c) for c in said)
    if said and all(c in "12345678" for c in said):
        return tuple(int(c) - 1 for c in said)
    return None


def judged(words: str, options: tuple[str, ...] = ()) -> bool | None:
    """True for a word that means right, False for wrong, None for any other.

    A letter points to `options` when the bank lists them (`A. 错误  B. 正确`); without options A is right and B wrong.
    """
    said = plain(words)
    if said in JUDGED:
        return JUDGED[said]
    if said in ("a", "b"):
        place = "ab".index(said)
        return JUDGED.get(plain(options[place])) if place < len(options) else place == 0
    return None


def alternatives(words: str) -> tuple[str, ...]:
    """The accepted answers of a cell: `8|八`."""
    return tuple(part.strip() for part in _ALTERNATIVE.split(words) if part.strip())


def blanks(prompt: str) -> tuple[str, int]:
    """The prompt with each blank (`___`, `（  ）`) written `____`, and how many there are."""
    return _BLANK.subn(BLANK, prompt)
