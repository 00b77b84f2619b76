"""The cases of a box as the office keeps them in a file, each with all its mistakes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import cast

from kiosk.core import receipt as receipt_code
from kiosk.core.findings import Findings
from kiosk.core.source import Fields
from kiosk.core.text import Text
from kiosk.kinds.suggestion import casefile, code
from kiosk.kinds.suggestion.casewords import MOST, missing, required_text
from kiosk.kinds.suggestion.model import MOST_CASES, STATES, Case, State

NEEDED = {"waiting": (), "taken": ("owner",), "solved": ("owner", "answer", "answered"), "declined": ("answer", "answered")}  # fmt: skip

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,19}")
_HASH = re.compile(r"[0-9a-f]{32}")


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
    number = required_text(fields, "id", 20)
    if number and not _ID.fullmatch(number):
        fields.error("bad-id", "id", Text(f"“{number}”不能作编号。", f"“{number}” cannot be a number."), Text("只用数字、字母和连字符：2026-041。", "Use digits, letters and hyphens: 2026-041."))  # fmt: skip
    topic = required_text(fields, "topic", 30)
    if topic and topics and topic not in topics:
        fields.error("unknown-topic", "topic", Text(f"没有“{topic}”这一类。", f"There is no topic “{topic}”."), Text(f"可用：{'、'.join(topics)}；类别写在 index.md 里。", f"Known: {', '.join(topics)}; topics are written in index.md."))  # fmt: skip
    state = fields.choice("state", STATES) or ""
    if not state and not fields.data.get("state"):
        missing(fields, "state")
    case = Case(
        number,
        topic,
        required_text(fields, "problem", most["problem"]),
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


def _day(fields: Fields, key: str, *, required: bool = False) -> str:
    said = required_text(fields, key, 20) if required else fields.text(key, most=20)
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
