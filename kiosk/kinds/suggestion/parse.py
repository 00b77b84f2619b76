"""A suggestion box as its author keeps it: front matter with topics and the office's key, and the cases in a file beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any, cast

from kiosk.core import receipt as receipt_code
from kiosk.core.demokey import DEMO_KEY
from kiosk.core.errors import ConfigError
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Lang, Text
from kiosk.kinds.suggestion import casefile, code
from kiosk.kinds.suggestion.model import (
    MOST_CASES,
    MOST_PHRASES,
    MOST_TOPICS,
    STATES,
    Box,
    Case,
    State,
    Topic,
)

MOST: dict[Lang, dict[str, int]] = {
    "zh": {"name": 6, "phrase": 40, "problem": 24, "owner": 12, "measure": 200, "answer": 400},
    "en": {"name": 16, "phrase": 110, "problem": 64, "owner": 32, "measure": 600, "answer": 1200},
}
"""Longest texts, in characters: what fits the screen."""
NEEDED = {"waiting": (), "taken": ("owner",), "solved": ("owner", "answer", "answered"), "declined": ("answer", "answered")}  # fmt: skip

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,19}")
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")
_HASH = re.compile(r"[0-9a-f]{32}")


def parse(source: ItemSource) -> Box | None:
    """The box of one language; None when it could not be used. Every mistake goes into `source.findings`."""
    fields = source.fields
    key = _office_key(source)
    topics = _topics(source)
    phrases = _phrases(source, fields, fields.texts("phrases"))
    days = fields.number("answer_days", 0, most=365)
    sample = fields.flag("sample", default=False)
    _check_phrase_count(fields, topics, phrases)
    cases = _cases(source, topics)
    if not key or not topics:
        fields.finish()  # spelling mistakes are told with the others
        return None
    return Box(key, topics, phrases, cases, days, sample, source.body.strip())


# --- the box ------------------------------------------------------------------------------------------------------


def _office_key(source: ItemSource) -> str:
    from kiosk.sdk.office import OfficeKey

    said = source.fields.text("office_key", required=True, most=200)
    if not said:
        return ""
    try:
        key = str(OfficeKey.parse(said))
    except ConfigError as error:
        source.fields.error("bad-office-key", "office_key", error.message, error.hint)
        return ""
    if key == DEMO_KEY and source.lang == "zh":
        source.findings.warn(
            "demo-office-key",
            source.file,
            source.fields.line("office_key"),
            Text("这是演示用的公钥，谁都打得开。", "This is the demonstration's key: everybody can open what is sealed to it."),
            Text("正式使用前，用 kiosk office key new 做自己的密钥。", "Make your own with kiosk office key new before real use."),
        )  # fmt: skip
    return key


def _topics(source: ItemSource) -> tuple[Topic, ...]:
    found: dict[str, Topic] = {}
    most = MOST[source.lang]
    for entry in source.fields.mappings("topics"):
        key, name = entry.text("key", required=True, most=30), entry.text("name", required=True, most=most["name"])
        phrases = _phrases(source, entry, entry.texts("phrases"))
        entry.finish()
        if key and not _KEY.fullmatch(key):
            entry.error(
                "bad-key",
                "key",
                Text(f"“{key}”不能作代号。", f"“{key}” cannot be a key."),
                Text("代号用小写字母、数字和连字符。", "Use lower case letters, digits and hyphens."),
            )
        elif key in found:
            entry.error("twice", "key", Text(f"“{key}”写了两次。", f"“{key}” is given twice."), Text("只留一个。", "Keep one."))  # fmt: skip
        elif key and name:
            found[key] = Topic(key, name, phrases)
    fields = source.fields
    if not fields.data.get("topics"):
        fields.error(
            "missing-field",
            "topics",
            Text("缺少“topics”。", "“topics” is missing."),
            Text("至少写一类：topics: [{key: canteen, name: 食堂}]", "Give at least one: topics: [{key: canteen, name: Canteen}]"),
        )  # fmt: skip
    if len(found) > MOST_TOPICS:
        fields.error(
            "too-many",
            "topics",
            Text(f"有 {len(found)} 类，最多 {MOST_TOPICS} 类。", f"{len(found)} topics, at most {MOST_TOPICS} fit."),
            Text("把相近的合成一类。", "Join those that are alike."),
        )
    return tuple(found.values())


def _phrases(source: ItemSource, fields: Fields, phrases: tuple[str, ...]) -> tuple[str, ...]:
    most = MOST[source.lang]["phrase"]
    for phrase in phrases:
        if len(phrase) > most:
            fields.error(
                "too-long",
                "phrases",
                Text(f"“{phrase[:12]}…”有 {len(phrase)} 个字，最多 {most} 个。", f"“{phrase[:12]}…” has {len(phrase)} characters, at most {most} fit."),
                Text("请改短。", "Shorten it."),
            )  # fmt: skip
    if len(set(phrases)) < len(phrases):
        fields.error("twice", "phrases", Text("有一句写了两次。", "A phrase is given twice."), Text("只留一句。", "Keep one."))  # fmt: skip
    return tuple(dict.fromkeys(p for p in phrases if p))


def _check_phrase_count(fields: Fields, topics: tuple[Topic, ...], phrases: tuple[str, ...]) -> None:
    for topic in topics:
        many = len(topic.phrases) + len(phrases)
        if many > MOST_PHRASES:
            fields.error(
                "too-many",
                "phrases" if phrases else "topics",
                Text(f"“{topic.name}”有 {many} 句，最多 {MOST_PHRASES} 句。", f"“{topic.name}” has {many} phrases, at most {MOST_PHRASES} fit."),
                Text("留下最常用的。", "Keep those that are used most."),
            )  # fmt: skip


# --- its cases ----------------------------------------------------------------------------------------------------


def _cases(source: ItemSource, topics: tuple[Topic, ...]) -> tuple[Case, ...]:
    name = source.fields.text("cases", most=100)
    if not name:
        return ()
    if name != PurePath(name).name or "\\" in name:
        source.fields.error(
            "bad-path",
            "cases",
            Text(f"“{name}”不是一个文件名。", f"“{name}” is not a file name."),
            Text("放在 index.md 旁边，只写文件名。", "Keep it beside index.md and write its name only."),
        )
        return ()
    # The Chinese item reports the mistakes of its own file.
    findings = source.findings if source.lang == "zh" else Findings()
    found = read_cases(source.folder / name, _beside(source, name), tuple(t.key for t in topics), findings)
    return tuple(found.values()) if source.lang == "zh" else _translated(source, name, found)


def read_cases(path: Path, file: str, topics: tuple[str, ...], findings: Findings) -> dict[str, Case]:
    """The cases of a file by their number; those with a mistake are left out, and every mistake is noted.

    Args:
        path: of `cases.yaml`.
        file: its path inside the pack source, for findings.
        topics: keys that a case may have.
        findings: where mistakes go.
    """
    found: dict[str, Case] = {}
    for fields in casefile.read(path, file, findings):
        case = _case(fields, topics)
        if case is None:
            continue
        if case.id in found:
            fields.error("twice", "id", Text(f"编号“{case.id}”写了两次。", f"The number “{case.id}” is given twice."), Text("只留一件。", "Keep one."))  # fmt: skip
            continue
        found[case.id] = case
        if len(found) == MOST_CASES + 1:
            fields.error(
                "too-many",
                "id",
                Text(f"最多公开 {MOST_CASES} 件。", f"At most {MOST_CASES} cases can be public."),
                Text("把早就办完的移走。", "Take out those that were done long ago."),
            )
    return found


def _case(fields: Fields, topics: tuple[str, ...]) -> Case | None:
    """A case; None when it cannot be used. What is missing or does not fit is noted."""
    before = len(fields.findings.errors)
    most = MOST["zh"]
    number = _required(fields, "id", 20)
    if number and not _ID.fullmatch(number):
        fields.error("bad-id", "id", Text(f"“{number}”不能作编号。", f"“{number}” cannot be a number."), Text("只用数字、字母和连字符：2026-041。", "Use digits, letters and hyphens: 2026-041."))  # fmt: skip
    topic = _required(fields, "topic", 30)
    if topic and topics and topic not in topics:
        fields.error("unknown-topic", "topic", Text(f"没有“{topic}”这一类。", f"There is no topic “{topic}”."), Text(f"可用：{'、'.join(topics)}；类别写在 index.md 里。", f"Known: {', '.join(topics)}; topics are written in index.md."))  # fmt: skip
    state = fields.choice("state", STATES) or ""
    if not state and not fields.data.get("state"):
        _missing(fields, "state")
    case = Case(
        number,
        topic,
        _required(fields, "problem", most["problem"]),
        cast("State", state or "waiting"),
        _day(fields, "received", required=True),
        fields.text("owner", most=most["owner"]),
        fields.text("measure", most=most["measure"]),
        _day(fields, "deadline"),
        fields.text("answer", most=most["answer"]),
        _day(fields, "answered"),
        _day(fields, "closed"),
        _receipts(fields),
    )
    _check_whole(fields, case)
    _check_order(fields, case)
    fields.finish()
    return case if len(fields.findings.errors) == before else None


def _required(fields: Fields, key: str, most: int) -> str:
    said = fields.text(key, most=most)
    if not said and not isinstance(fields.data.get(key), list | dict):
        _missing(fields, key)
    return said


def _missing(fields: Fields, key: str) -> None:
    fields.error(
        "missing-field",
        key,
        Text(f"缺少“{key}”。", f"“{key}” is missing."),
        Text("每件意见要有 id、topic、problem、state、received。", "A case needs id, topic, problem, state and received."),
    )  # fmt: skip


def _day(fields: Fields, key: str, *, required: bool = False) -> str:
    said = _required(fields, key, 20) if required else fields.text(key, most=20)
    if not said:
        return ""
    try:
        if date.fromisoformat(said).isoformat() == said:
            return said
    except ValueError:
        pass
    fields.error("bad-date", key, Text(f"日期“{said}”写法不对。", f"“{said}” is not a date."), Text("写成 2026-11-18。", "Write it as 2026-11-18."))  # fmt: skip
    return ""


def _receipts(fields: Fields) -> tuple[str, ...]:
    found = []
    for said in fields.texts("receipts"):
        if _HASH.fullmatch(said):
            found.append(said)
            continue
        bare = receipt_code.normal(said)
        if receipt_code.sound(bare):
            fields.error(
                "open-receipt",
                "receipts",
                Text("回执号不能明着写，不然谁都知道是谁提的。", "A receipt code must not be written here: the list would tell who wrote what."),
                Text(f"改成 {code.public_hash(bare)}，或用 kiosk suggestions answer 写入。", f"Write {code.public_hash(bare)} instead, or use kiosk suggestions answer."),
            )  # fmt: skip
        else:
            fields.error(
                "bad-receipt",
                "receipts",
                Text(f"“{said[:40]}”不是回执号的摘要。", f"“{said[:40]}” is not the hash of a receipt."),
                Text("摘要有 32 个字符，由 kiosk suggestions answer 写入。", "It has 32 characters; kiosk suggestions answer writes it."),
            )  # fmt: skip
    return tuple(dict.fromkeys(found))


def _check_whole(fields: Fields, case: Case) -> None:
    """Whoever reads the list must find what its state promises."""
    state = str(fields.data.get("state") or "")
    for key in NEEDED.get(state, ()):
        if not getattr(case, key) and not fields.data.get(key):
            fields.error(
                "case-incomplete",
                key,
                Text(f"状态是 {state}，却没有“{key}”。", f"The state is {state}, but “{key}” is missing."),
                Text("补上它，或改状态。没采纳也要写明理由。", "Add it or change the state. A suggestion that is declined needs its reason."),
            )  # fmt: skip
    if state == "taken" and not fields.data.get("deadline"):
        fields.findings.warn(
            "no-deadline",
            fields.file,
            fields.line("deadline"),
            Text("有人接了，没写期限 deadline。", "It has been taken, but has no deadline."),
            Text("写上哪天答复。", "Say by which day it will be answered."),
        )


def _check_order(fields: Fields, case: Case) -> None:
    for key in ("deadline", "answered", "closed"):
        day = getattr(case, key)
        if day and case.received and day < case.received:
            fields.error(
                "dates-order",
                key,
                Text(f"“{key}”（{day}）早于收到的日子（{case.received}）。", f"“{key}” ({day}) is before it was received ({case.received})."),
                Text("核对日期。", "Check the dates."),
            )  # fmt: skip


# --- translation --------------------------------------------------------------------------------------------------


def _translated(source: ItemSource, name: str, chinese: dict[str, Case]) -> tuple[Case, ...]:
    """The Chinese cases in the words of `cases.en.yaml`, matched by their number; what is not translated stays Chinese."""
    wanted = f"{PurePath(name).stem}.{source.lang}{PurePath(name).suffix}"
    file, most = _beside(source, wanted), MOST[source.lang]
    if not (source.folder / wanted).is_file():
        if chinese:
            source.findings.warn(
                "untranslated",
                source.file,
                source.fields.line("cases"),
                Text(f"没有“{wanted}”，英文界面显示中文。", f"There is no “{wanted}”: the cases stay Chinese."),
                Text("每件写 id 和译好的 problem、owner、measure、answer。", "Give id with problem, owner, measure and answer."),
            )  # fmt: skip
        return tuple(chinese.values())
    cases = dict(chinese)
    for fields in casefile.read(source.folder / wanted, file, source.findings):
        number = _required(fields, "id", 20)
        words: dict[str, Any] = {
            key: fields.text(key, most=most[key]) for key in ("problem", "owner", "measure", "answer")
        }
        fields.finish()
        if number in cases:
            cases[number] = replace(cases[number], **{key: said for key, said in words.items() if said})
        elif number and chinese:
            fields.error("unknown-case", "id", Text(f"中文文件里没有“{number}”。", f"There is no “{number}” in the Chinese file."), Text("核对编号。", "Check the number."))  # fmt: skip
    return tuple(cases.values())


def _beside(source: ItemSource, name: str) -> str:
    return str(PurePath(source.file).parent / name).replace("\\", "/")
