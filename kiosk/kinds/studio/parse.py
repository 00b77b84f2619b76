"""A studio as its author keeps it: front matter, and a Markdown section for each of its walls."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from kiosk.authoring import inline, lines
from kiosk.core.errors import ConfigError
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio import sections as cut
from kiosk.kinds.studio.model import (
    MOST_CARDS,
    MOST_FIELDS,
    MOST_GENERATIONS,
    MOST_PAIRS,
    MOST_PEOPLE,
    MOST_PICTURES,
    MOST_PROBLEM,
    MOST_RESULTS,
    MOST_VALUE,
    MOST_WISH,
    CardState,
    Change,
    HelpCard,
    Honour,
    Learning,
    Member,
    Pair,
    Person,
    Result,
    ResultSort,
    ResultState,
    Shot,
    Studio,
)
from kiosk.kinds.studio.sections import NAMES, Row, Sections

T = TypeVar("T")

SORTS: dict[ResultSort, Text] = {
    "patent": Text("专利", "patent"), "method": Text("操作法", "method"), "tooling": Text("工装", "tooling"),
    "improvement": Text("改进", "improvement"), "paper": Text("论文", "paper"), "standard": Text("标准", "standard"),
    "prize": Text("获奖", "prize"),
}  # fmt: skip
STATES: dict[ResultState, Text] = {
    "used": Text("在用", "in use"), "trial": Text("试用", "on trial"), "retired": Text("停用", "retired"),
    "granted": Text("已授权", "granted"), "pending": Text("待授权", "pending"),
}  # fmt: skip
CARD_STATES: dict[CardState, Text] = {
    "open": Text("没人接", "open"), "taken": Text("有人接", "taken"), "solved": Text("解决了", "solved"),
}  # fmt: skip
LEARNING: dict[Learning, Text] = {"master": Text("出师", "master"), "learning": Text("在学", "learning")}

_FIELD = {"zh": 8, "en": 24}
_PHRASE = {"zh": 24, "en": 60}
_SHORT = {"zh": 24, "en": 60}
_LONG = {"zh": 60, "en": 140}


def parse(source: ItemSource) -> Studio | None:
    """The studio of one language; None when nothing can be shown. Every mistake goes into `source.findings`."""
    fields, before = source.fields, len(source.findings.errors)
    head = fields.text("head", most=_SHORT[source.lang])
    knows = _texts(fields, "fields", MOST_FIELDS, _FIELD[source.lang])
    key = _office_key(fields)
    sample = fields.flag("sample", False)
    found = cut.sections(source)
    made = {
        "members": _members(source, found),
        "honours": _honours(source, found),
        "results": _results(source, found),
        "changes": _changes(source, found),
        "pairs": _pairs(source, found),
        "tree": _tree(source, found),
        "pictures": _pictures(source, found),
        "cards": _cards(source, found, knows),
        "phrases": _phrases(source, found),
    }
    if len(source.findings.errors) == before and not any(
        made[k] for k in ("members", "results", "changes", "pairs", "tree", "pictures", "cards")
    ):
        _error(source, "empty-studio", source.body_line, Text("工作室还是空的。", "The studio is empty."),
               Text("至少写“## 成果”或“## 前后对比”。", "Write at least “## Results” or “## Before and after”."))  # fmt: skip
    if len(source.findings.errors) != before:
        return None
    about = " ".join(found.about) if source.lang == "en" else "".join(found.about)
    return Studio(head, about, knows, office_key=key, sample=sample, **made)  # type: ignore[arg-type]


def _office_key(fields: Fields) -> str:
    said = fields.text("office_key", most=200)
    if not said:
        return ""
    from kiosk.sdk.office import OfficeKey

    try:
        return str(OfficeKey.parse(said))
    except ConfigError as error:
        fields.error("bad-office-key", "office_key", error.message, error.hint)
        return ""


def _texts(fields: Fields, key: str, many: int, most: int) -> tuple[str, ...]:
    said = tuple(dict.fromkeys(filter(None, fields.texts(key))))
    if len(said) > many:
        fields.error("too-many", key, Text(f"“{key}”有 {len(said)} 个，最多 {many} 个。", f"“{key}” has {len(said)}, at most {many} fit."),
                     Text("合并几个。", "Join some."))  # fmt: skip
    for word in said:
        if len(word) > most:
            fields.error("too-long", key, *_too_long(word, most))
    return said


# --- people -------------------------------------------------------------------------------------------------------


def _members(source: ItemSource, found: Sections) -> tuple[Member, ...]:
    columns = {"role": Text("工种", "Role"), "does": Text("做什么", "Does")}
    rows = cut.table(source, found, "members", columns, ["role"])
    return tuple(Member(_short(source, r, "role"), _long(source, r, "does")) for r in rows)


def _honours(source: ItemSource, found: Sections) -> tuple[Honour, ...]:
    columns = {"name": Text("荣誉", "Honour"), "year": Text("年份", "Year")}
    rows = cut.table(source, found, "honours", columns, ["name"])
    return tuple(Honour(_long(source, r, "name"), _year(source, r)) for r in rows)


def _tree(source: ItemSource, found: Sections) -> tuple[Person, ...]:
    people: list[Person] = []
    above: list[tuple[int, int]] = []  # indent and place of the line of masters over this entry
    for entry in cut.entries(source, found, "tree"):
        while above and above[-1][0] >= entry.indent:
            above.pop()
        role, *rest = [p for p in entry.parts if p] or [""]
        if not role or len(rest) > 2:
            _error(source, "bad-entry", entry.line, Text("师带徒的一行应是“- 工种 | 说明 | 出师”。", "A line of the tree is “- role | note | master”."),
                   Text("说明和“出师/在学”可以不写。", "The note and master/learning may be left out."))  # fmt: skip
            continue
        state = next((k for k, word in LEARNING.items() if rest and rest[-1].lower() in (word.zh, word.en)), "")
        note = "".join(rest[: len(rest) - bool(state)][:1])
        if len(rest) == 2 and not state:
            _error(source, "unknown-value", entry.line, *_unknown(rest[1], LEARNING.values()))
        if len(above) >= MOST_GENERATIONS:
            _error(source, "too-deep", entry.line, Text(f"师带徒最多画 {MOST_GENERATIONS} 代。", f"At most {MOST_GENERATIONS} generations can be drawn."),
                   Text("少缩进两格，或另建一个工作室。", "Indent it less, or make another studio."))  # fmt: skip
        for said in (role, note):
            if len(said) > _SHORT[source.lang]:
                _error(source, "too-long", entry.line, *_too_long(said, _SHORT[source.lang]))
        people.append(Person(role, note, state, above[-1][1] if above else -1))  # type: ignore[arg-type]
        above.append((entry.indent, len(people) - 1))
    return _at_most(source, found, "tree", people, MOST_PEOPLE)


# --- results ------------------------------------------------------------------------------------------------------


def _results(source: ItemSource, found: Sections) -> tuple[Result, ...]:
    columns = {
        "name": Text("名称", "Name"), "sort": Text("类别", "Sort"), "year": Text("年份", "Year"),
        "state": Text("状态", "State"), "gain": Text("效果", "Gain"),
    }  # fmt: skip
    made: list[Result] = []
    for row in cut.table(source, found, "results", columns, ["name", "sort"]):
        sort = _word(source, row, "sort", SORTS)
        words = [w for w in re.split(r"[、,，/]\s*", row["state"]) if w.strip()]
        states = [_known(source, row.line, w.strip(), STATES) for w in words]
        name, year, gain = _long(source, row, "name"), _year(source, row), _long(source, row, "gain")
        if sort:
            made.append(Result(name, sort, year, tuple(s for s in states if s), gain))
    return _at_most(source, found, "results", made, MOST_RESULTS)


def _changes(source: ItemSource, found: Sections) -> tuple[Change, ...]:
    columns = {
        "what": Text("事情", "What"), "unit": Text("单位", "Unit"), "before": Text("原来", "Before"),
        "after": Text("现在", "After"), "how": Text("办法", "How"),
    }  # fmt: skip
    made: list[Change] = []
    for row in cut.table(source, found, "changes", columns, ["what", "unit", "before", "after"]):
        before, after = _value(source, row, "before"), _value(source, row, "after")
        what, unit, how = _short(source, row, "what"), _length(source, row, "unit", 8), _short(source, row, "how")
        if before is None or after is None:
            continue
        if not before and not after:
            _error(source, "nothing-changed", row.line, Text("原来和现在都是 0，画不出来。", "Both numbers are 0."),
                   Text("写真实的数字，或删掉这一行。", "Write the real numbers, or delete the row."))  # fmt: skip
            continue
        made.append(Change(what, unit, before, after, how))
    return _at_most(source, found, "changes", made, MOST_PAIRS)


def _value(source: ItemSource, row: Row, key: str) -> float | None:
    said = row[key].replace(",", "").replace("，", "")
    value = float(said) if re.fullmatch(r"\d{1,9}(\.\d{1,2})?", said, re.ASCII) else math.nan
    if not 0 <= value <= MOST_VALUE:
        _error(source, "bad-number", row.line, Text(f"“{row[key]}”应是 0 到 {MOST_VALUE} 的数。", f"“{row[key]}” must be a number from 0 to {MOST_VALUE}."),
               Text("只写数字，最多两位小数，单位写在“单位”列。", "Digits only, at most two decimals; the unit has its own column."))  # fmt: skip
        return None
    return value


# --- pictures -----------------------------------------------------------------------------------------------------


def _pairs(source: ItemSource, found: Sections) -> tuple[Pair, ...]:
    made: list[Pair] = []
    what, line, shots, given = "", 0, list[Shot](), 0

    def close() -> None:
        if line and given != 2:
            _error(source, "not-a-pair", line, Text(f"“{what}”下面有 {given} 张图，应是两张：先原来，后现在。", f"“{what}” has {given} pictures; it needs two: before, then after."),
                   Text("每个“### …”下面放两张图。", "Put two pictures below each “### …”."))  # fmt: skip
        elif len(shots) == 2:
            made.append(Pair(what, shots[0], shots[1]))

    for raw in found.blocks.get("pairs", ()):
        if raw.type == "heading" and (match := lines.HEADING.match(raw.lines[0])):
            close()
            what, line, shots, given = inline.plain(match[2]), raw.line, [], 0
            if len(what) > _SHORT[source.lang]:
                _error(source, "too-long", raw.line, *_too_long(what, _SHORT[source.lang]))
        elif raw.type == "picture" and line:
            given += 1
            if picture := cut.shot(source, raw):
                shots.append(picture)
        else:
            _error(source, "not-a-pair", raw.line, Text("前后照片先写“### 什么”，下面放两张图。", "Write “### what”, then two pictures."),
                   Text("照格式说明改写。", "See the format reference."))  # fmt: skip
    close()
    return _at_most(source, found, "pairs", made, MOST_PAIRS)


def _pictures(source: ItemSource, found: Sections) -> tuple[Shot, ...]:
    made: list[Shot] = []
    for raw in found.blocks.get("pictures", ()):
        if raw.type != "picture":
            _error(source, "not-a-picture", raw.line, Text("“照片”下面只放图片，每张一行。", "Below “Pictures” stand only pictures, one a line."),
                   Text("写成 ![图上有什么](文件名 \"说明\")。", "Write ![what it shows](file \"caption\")."))  # fmt: skip
        elif picture := cut.shot(source, raw):
            made.append(picture)
    return _at_most(source, found, "pictures", made, MOST_PICTURES)


# --- help cards ---------------------------------------------------------------------------------------------------


def _cards(source: ItemSource, found: Sections, knows: tuple[str, ...]) -> tuple[HelpCard, ...]:
    columns = {
        "number": Text("编号", "Number"), "team": Text("班组", "Team"), "problem": Text("难题", "Problem"),
        "wish": Text("想要", "Wish"), "state": Text("状态", "State"), "field": Text("方面", "Field"),
        "hung": Text("挂出", "Hung"), "done": Text("解决", "Solved"), "note": Text("说明", "Note"),
    }  # fmt: skip
    made: dict[str, HelpCard] = {}
    for row in cut.table(source, found, "cards", columns, ["number", "team", "problem", "state"]):
        state = _word(source, row, "state", CARD_STATES)
        problem = _length(source, row, "problem", MOST_PROBLEM[source.lang])
        if row["field"] and row["field"] not in knows:
            _error(source, "unknown-field-of-work", row.line, Text(f"“{row['field']}”不在 fields 里。", f"“{row['field']}” is not in `fields`."),
                   Text(f"可用：{'、'.join(knows)}。", f"Use: {', '.join(knows)}."))  # fmt: skip
        hung, done = _day(source, row, "hung"), _day(source, row, "done")
        if hung and done and done < hung:
            _error(source, "dates-reversed", row.line, Text("解决的日期早于挂出的日期。", "It was solved before it was hung."),
                   Text("核对两个日期。", "Check both dates."))  # fmt: skip
        if row["number"] in made:
            _error(source, "same-number", row.line, Text(f"编号 {row['number']} 用了两次。", f"The number {row['number']} is used twice."),
                   Text("每张卡一个编号。", "Give each card its own."))  # fmt: skip
        number, team, note = _length(source, row, "number", 12), _short(source, row, "team"), _long(source, row, "note")
        wish = _length(source, row, "wish", MOST_WISH[source.lang])
        if state:
            made[number] = HelpCard(number, team, problem, state, row["field"], wish, hung, done, note)
    return _at_most(source, found, "cards", list(made.values()), MOST_CARDS)


def _phrases(source: ItemSource, found: Sections) -> tuple[str, ...]:
    made = []
    for entry in cut.entries(source, found, "phrases"):
        said = "，".join(p for p in entry.parts if p)
        if len(said) > _PHRASE[source.lang]:
            _error(source, "too-long", entry.line, *_too_long(said, _PHRASE[source.lang]))
        if said:
            made.append(said)
    return _at_most(source, found, "phrases", made, 12)


# --- cells --------------------------------------------------------------------------------------------------------


def _word(source: ItemSource, row: Row, key: str, words: dict[T, Text]) -> T | None:
    return _known(source, row.line, row[key], words)


def _known(source: ItemSource, line: int, said: str, words: dict[T, Text]) -> T | None:
    found = next((k for k, w in words.items() if said.lower() in (w.zh, w.en)), None)
    if found is None:
        _error(source, "unknown-value", line, *_unknown(said, words.values()))
    return found


def _unknown(said: str, words: Iterable[Text]) -> tuple[Text, Text]:
    known = tuple(words)
    return Text(f"“{said}”不认识。", f"“{said}” is not known."), Text(
        f"可用：{'、'.join(w.zh for w in known)}。", f"Use one of: {', '.join(w.en for w in known)}."
    )


def _year(source: ItemSource, row: Row) -> str:
    said = row["year"]
    if said and not re.fullmatch(r"\d{4}(-\d{4})?", said, re.ASCII):
        _error(source, "bad-year", row.line, Text(f"“{said}”不是年份。", f"“{said}” is not a year."), Text("写四位数，如 2024。", "Write four digits, such as 2024."))  # fmt: skip
    return said


def _day(source: ItemSource, row: Row, key: str) -> str:
    said = row[key]
    try:
        return date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        _error(source, "bad-date", row.line, Text(f"“{said}”不是日期。", f"“{said}” is not a date."), Text("写成 2026-11-01。", "Write 2026-11-01."))  # fmt: skip
        return ""


def _short(source: ItemSource, row: Row, key: str) -> str:
    return _length(source, row, key, _SHORT[source.lang])


def _long(source: ItemSource, row: Row, key: str) -> str:
    return _length(source, row, key, _LONG[source.lang])


def _length(source: ItemSource, row: Row, key: str, most: int) -> str:
    if len(row[key]) > most:
        _error(source, "too-long", row.line, *_too_long(row[key], most))
    return row[key]


def _too_long(said: str, most: int) -> tuple[Text, Text]:
    return Text(f"“{said[:12]}…”有 {len(said)} 个字，最多 {most} 个。", f"“{said[:12]}…” has {len(said)} characters, at most {most} fit."), Text("请改短。", "Shorten it.")  # fmt: skip


def _at_most(source: ItemSource, found: Sections, key: str, made: Sequence[T], most: int) -> tuple[T, ...]:
    if len(made) > most:
        _error(source, "too-many", found.blocks[key][0].line, Text(f"“{NAMES[key].zh}”有 {len(made)} 个，最多 {most} 个。", f"“{NAMES[key].en}” has {len(made)}, at most {most} fit."),
               Text("留下最要紧的。", "Keep the most important ones."))  # fmt: skip
    return tuple(made[:most])


def _error(source: ItemSource, code: str, line: int, message: Text, hint: Text) -> None:
    source.findings.error(code, source.file, line, message, hint)
