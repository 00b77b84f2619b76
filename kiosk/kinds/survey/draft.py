"""One question in its author's words -> a question of the model, with every mistake noted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from kiosk.authoring import glyphs
from kiosk.core.source import Fields
from kiosk.core.text import Lang, Text
from kiosk.kinds.survey.bank import TYPES
from kiosk.kinds.survey.model import (
    CHOICES,
    COLUMNS,
    MOST_CHARACTERS,
    MOST_DIGITS,
    MOST_OPTIONS,
    MOST_ROWS,
    SCALE,
    TEN_TO,
    Option,
    Question,
    Type,
)
from kiosk.kinds.survey.when import Written, read

MOST: dict[Lang, dict[str, int]] = {
    "zh": {"question": 80, "note": 60, "option": 24, "column": 6, "row": 20, "unit": 6},
    "en": {"question": 200, "note": 160, "option": 72, "column": 20, "row": 60, "unit": 20},
}
"""Longest texts, in characters: what still fits the screen."""
GOOD_OR_BAD = ("很差", "不太好", "还行", "好", "很好")
LETTERS = "ABCDEFGHIJKL"
DEFAULT_CHARACTERS = 100
_ID = re.compile(r"[a-z][a-z0-9-]{0,30}")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,30}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question whose rules are still words.

    Args:
        question: without its rules.
        when: rules as they were written.
        fields: where to note what is wrong with them.
    """

    question: Question
    when: tuple[tuple[Written, ...], ...]
    fields: Fields


def read_question(fields: Fields) -> Draft | None:
    """A question of the Chinese file; None when it is too broken to be one."""
    most = MOST["zh"]
    before = len(fields.findings.errors)
    name, kind, ask = fields.text("id", most=40), _type(fields), _words(fields, "question", most["question"])
    if not _ID.fullmatch(name):
        _tell(fields, "bad-id", "id", f"编号“{name}”写法不对。", f"“{name}” is no id.",
              "用小写英文字母开头，如 canteen。", "Begin with a small letter: canteen.")  # fmt: skip
    narrow = kind in ("scale", "matrix")
    options = _options(fields, "options", most["column"] if narrow else most["option"], kind == "scale")
    rows = _options(fields, "rows", most["row"], False)
    if kind == "scale" and not options:
        options = tuple(Option(str(n), words) for n, words in enumerate(GOOD_OR_BAD, 1))
    if kind:
        _check_counts(fields, kind, options, rows)
    least, limit = _limits(fields, kind, len(options))
    alone, last = _named(fields, "alone", options), _named(fields, "last", options)
    if alone and kind not in ("multiple", None):
        _tell(
            fields,
            "not-here",
            "alone",
            "只有多选题有 alone。",
            "Only a multiple question has “alone”.",
            "删掉这一行。",
            "Delete this line.",
        )
    shuffle, required = fields.flag("shuffle", False), fields.flag("required", False)
    decimals = fields.number("decimals", 0, most=len(TEN_TO) - 1)
    unit, note = fields.text("unit", most=most["unit"]), fields.text("note", most=most["note"])
    rules = tuple(filter(None, (_rule(fields, line) for line in fields.texts("when"))))
    fields.finish()
    glyphs.warn_of_large(fields, "question", ask)
    broken = not kind or len(fields.findings.errors) != before
    if not _ID.fullmatch(name):
        return None
    if broken:  # others may refer to it: keep what is sound
        stand_in = Question(name, "text", ask or name, most=1)
        kept = options if len({o.key for o in options}) == len(options) >= 2 and kind in CHOICES else ()
        if kept and kind in ("single", "multiple", "ranking") and len(kept) <= MOST_OPTIONS:
            stand_in = Question(name, kind, ask or name, options=kept, least=1, most=len(kept))
        elif kind == "number":
            stand_in = Question(name, kind, ask or name, least=0, most=1)
        elif kept and kind == "scale" and SCALE[0] <= len(kept) <= SCALE[1]:
            stand_in = Question(name, kind, ask or name, options=kept)
        return Draft(stand_in, rules, fields)
    assert kind is not None
    made = Question(
        name, kind, ask, note, required, options, rows, least, limit, decimals, unit, alone, last, shuffle
    )  # fmt: skip
    return Draft(made, rules, fields)


def translate(fields: Fields, chinese: Question, most: dict[str, int]) -> Question:
    """A question in the words of another language; what is not words stays."""
    fields.text("id")  # may be repeated for whoever compares the files
    said_id = fields.data.get("id")
    if said_id is not None and str(said_id).strip() != chinese.id:
        _tell(fields, "translation-differs", "id", f"这里应是“{chinese.id}”。", f"This should be “{chinese.id}”.",
              "两个文件的题目和顺序应一样。", "Both files must have the same questions in the same order.")  # fmt: skip
    narrow = chinese.type in ("scale", "matrix")
    made = replace(
        chinese,
        ask=_words(fields, "question", most["question"]) or chinese.ask,
        note=fields.text("note", most=most["note"]),
        options=_in_words(fields, "options", chinese.options, most["column"] if narrow else most["option"]),
        rows=_in_words(fields, "rows", chinese.rows, most["row"]),
        unit=fields.text("unit", most=most["unit"]) or chinese.unit,
    )
    fields.finish()
    return made


def _type(fields: Fields) -> Type | None:
    said = fields.text("type", most=20)
    found: Any = TYPES.get(said)
    if found is None:
        _tell(fields, "unknown-type" if said else "missing-field", "type",
              f"题型“{said}”不认识。" if said else "缺少“type”。", f"The type “{said}” is not known." if said else "“type” is missing.",
              f"可用：{'、'.join(dict.fromkeys(TYPES.values()))}。", f"Use one of: {', '.join(dict.fromkeys(TYPES.values()))}.")  # fmt: skip
    return found  # type: ignore[no-any-return]  # a value of TYPES, all of which are types


def _words(fields: Fields, key: str, most: int) -> str:
    said = fields.text(key, most=most).replace("\\n", "\n")
    if not said and not isinstance(fields.data.get(key), list | dict):
        _tell(fields, "missing-field", key, f"缺少“{key}”。", f"“{key}” is missing.",
              "每题要有 id、type、question。", "A question needs id, type and question.")  # fmt: skip
    return said


def _options(fields: Fields, key: str, most: int, numbered: bool) -> tuple[Option, ...]:
    """A list of words, which get letters (or 1, 2, 3), or a mapping of the author's own keys to words."""
    if isinstance(fields.data.get(key), dict) and not numbered:
        inner = fields.mapping(key)
        pairs = [(str(k), inner.text(str(k), most=most)) for k in inner.data] if inner else []
        for own, _ in pairs:
            if not _KEY.fullmatch(own):
                _tell(fields, "bad-key", key, f"选项的名字“{own}”写法不对。", f"“{own}” is no key.",
                      "用英文字母和数字。", "Use letters and digits.")  # fmt: skip
    else:
        names = [str(n) for n in range(1, 100)] if numbered else list(LETTERS) + [f"Z{n}" for n in range(100)]
        pairs = list(zip(names, fields.texts(key), strict=False))
    for _, words in pairs:
        _length(fields, key, words, most)
    if any(not words for _, words in pairs):
        _tell(
            fields,
            "empty-option",
            key,
            "有一个选项是空的。",
            "An option is empty.",
            "写上文字，或删掉。",
            "Write it or delete it.",
        )
    if len({words for _, words in pairs}) < len(pairs):
        _tell(
            fields,
            "same-option",
            key,
            "有两个选项一样。",
            "Two options are the same.",
            "改掉一个。",
            "Change one of them.",
        )
    return tuple(Option(own, words) for own, words in pairs)


def _in_words(fields: Fields, key: str, chinese: tuple[Option, ...], most: int) -> tuple[Option, ...]:
    said = fields.data.get(key)
    words = tuple(str(v).strip() for v in said.values()) if isinstance(said, dict) else fields.texts(key)
    if isinstance(said, dict):
        fields.mapping(key)
    if len(words) != len(chinese) or not all(words):
        _tell(fields, "translation-differs", key, f"“{key}”有 {len(words)} 个，中文有 {len(chinese)} 个。",
              f"{len(words)} in “{key}”, {len(chinese)} in Chinese.", "逐个译出，顺序一样。", "Translate each, in the same order.")  # fmt: skip
        return chinese
    for word in words:
        _length(fields, key, word, most)
    return tuple(Option(o.key, w) for o, w in zip(chinese, words, strict=True))


def _check_counts(fields: Fields, kind: Type, options: tuple[Option, ...], rows: tuple[Option, ...]) -> None:
    wanted = {"single": (2, MOST_OPTIONS), "multiple": (2, MOST_OPTIONS), "ranking": (2, MOST_OPTIONS),
              "scale": SCALE, "matrix": COLUMNS}.get(kind, (0, 0))  # fmt: skip
    if not wanted[0] <= len(options) <= wanted[1]:
        _tell(fields, "option-count", "options", f"选项有 {len(options)} 个，这种题要 {wanted[0]} 到 {wanted[1]} 个。",
              f"There are {len(options)} options; this type takes {wanted[0]} to {wanted[1]}.",
              "增减选项，或换题型。", "Add or delete options, or change the type.")  # fmt: skip
    wanted_rows = (1, MOST_ROWS) if kind == "matrix" else (0, 0)
    if not wanted_rows[0] <= len(rows) <= wanted_rows[1]:
        _tell(fields, "row-count", "rows", f"行有 {len(rows)} 个，这种题要 {wanted_rows[0]} 到 {wanted_rows[1]} 个。",
              f"There are {len(rows)} rows; this type takes {wanted_rows[0]} to {wanted_rows[1]}.",
              "只有矩阵题有 rows。", "Only a matrix has rows.")  # fmt: skip


def _limits(fields: Fields, kind: Type | None, count: int) -> tuple[int, int]:
    if kind == "number":
        top = 10**MOST_DIGITS
        least, most = fields.number("least", 0, least=-top, most=top), fields.number("most", 9999, least=-top, most=top)
        _ordered(fields, least + 1, most)
        return least, most
    if kind == "text":
        return 0, fields.number("most", DEFAULT_CHARACTERS, least=1, most=MOST_CHARACTERS)
    if kind == "multiple":
        most = fields.number("most", count, least=1, most=max(count, 1))
        least = fields.number("least", 1, least=1, most=max(count, 1))
        _ordered(fields, least, most)
        return least, most
    if kind == "ranking":
        ranked = fields.number("most", count, least=1, most=max(count, 1))
        return fields.number("least", ranked, least=1, most=max(ranked, 1)), ranked
    return 0, 0


def _ordered(fields: Fields, least: int, most: int) -> None:
    if least > most:
        _tell(
            fields,
            "limits-cross",
            "most",
            "最少比最多还大。",
            "The least is more than the most.",
            "改正 least 和 most。",
            "Correct `least` and `most`.",
        )


def _named(fields: Fields, key: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    found = []
    for said in fields.texts(key):
        own = next((o.key for o in options if said in (o.key, o.text)), None)
        if own is None:
            _tell(fields, "unknown-option", key, f"没有选项“{said}”。", f"There is no option “{said}”.",
                  "写选项的字母或原文。", "Write its letter or its words.")  # fmt: skip
        else:
            found.append(own)
    return tuple(dict.fromkeys(found))


def _rule(fields: Fields, line: str) -> tuple[Written, ...] | None:
    rule = read(line)
    if rule is None:
        _tell(fields, "when-unreadable", "when", f"条件“{line}”看不懂。", f"“{line}” is no condition.",
              "写成“canteen = A, B”“age >= 3”，几个条件用“;”隔开。", "Write “canteen = A, B” or “age >= 3”, parted by “;”.")  # fmt: skip
    return rule


def _length(fields: Fields, key: str, words: str, most: int) -> None:
    if len(words) > most:
        _tell(fields, "too-long", key, f"“{words[:12]}…”有 {len(words)} 个字，最多 {most} 个。",
              f"“{words[:12]}…” has {len(words)} characters, at most {most} fit.", "请改短。", "Shorten it.")  # fmt: skip


def _tell(fields: Fields, code: str, key: str, zh: str, en: str, do_zh: str, do_en: str) -> None:
    fields.error(code, key, Text(zh, en), Text(do_zh, do_en))
