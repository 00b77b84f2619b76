"""A contest's rules as its author writes them: days, votes, identity."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import cast

from kiosk.core.source import Fields
from kiosk.core.text import Text
from kiosk.kinds.vote.model import CHECKS, COOL_DOWN, IDENTITIES, LONGEST_NUMBER, Check, Identity, Numbers, Per

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{1,2}):([0-9]{2})")
_LENGTH = re.compile(r"([0-9]{1,2})(?:\s*[-–~]\s*([0-9]{1,2}))?")
_PATTERN = re.compile(r"[0-9#]+")


def days(fields: Fields) -> tuple[str, str]:
    """Opening and closing moment as the model wants them; empty where nothing is written."""
    opens, closes = _moment(fields, "opens", ends=False), _moment(fields, "closes", ends=True)
    if opens and closes and closes <= opens:
        fields.error(
            "bad-window",
            "closes",
            Text("结束在开始之前。", "It closes before it opens."),
            Text("先写早的：opens 是开始，closes 是截止。", "`opens` is the beginning, `closes` the end."),
        )
    return opens, closes


def _moment(fields: Fields, key: str, *, ends: bool) -> str:
    said = fields.text(key, most=30)
    if not said:
        return ""
    try:
        if _DAY.fullmatch(said):
            day = datetime.combine(date.fromisoformat(said), time()) + timedelta(days=int(ends))
            return day.strftime("%Y-%m-%dT%H:%M")
        match = _MOMENT.fullmatch(said)
        if match:
            whole, hour, minute = match.groups()
            day = datetime.combine(date.fromisoformat(whole), time()) + timedelta(days=int(hour == "24"))
            return day.replace(hour=int(hour) % 24 if hour == "24" else int(hour), minute=int(minute)).strftime(
                "%Y-%m-%dT%H:%M"
            )
    except (ValueError, OverflowError):
        pass
    fields.error(
        "bad-date",
        key,
        Text(f"日期“{said}”写法不对。", f"“{said}” is not a date."),
        Text(
            "写 2026-11-26，或 2026-11-26 18:00（当地时间）；只写日期的截止算到当天半夜。",
            "Write 2026-11-26, or 2026-11-26 18:00 (local time); a bare closing date lasts until midnight.",
        ),
    )
    return ""


def limits(fields: Fields) -> tuple[Identity, Per]:
    """Who may vote, and for how long the number of votes holds."""
    identity = cast("Identity", fields.choice("identity", IDENTITIES) or "none")
    allowed: tuple[Per, ...] = ("visit",) if identity == "none" else ("contest", "day")
    per = fields.text("per", most=20) or allowed[0]
    if per not in allowed:
        fields.error(
            "unknown-value",
            "per",
            Text(f"“identity: {identity}”时，“per: {per}”不行。", f"“per: {per}” cannot be with “identity: {identity}”."),
            Text(
                "不问身份时票数按次算（per: visit）；要按全程（contest）或按天（day），先写 identity: number 或 card。",
                "Without identity votes are for a visit; for contest or day write identity: number or card.",
            ),
        )  # fmt: skip
        per = allowed[0]
    return identity, per


def cool_down(fields: Fields, identity: Identity) -> int:
    """Seconds between two visitors; only without identity."""
    if identity != "none" and fields.data.get("cool_down") is not None:
        fields.error(
            "needless",
            "cool_down",
            Text("有身份的评选不用 cool_down。", "A contest with identity needs no cool_down."),
            Text("删掉这一行。", "Delete this line."),
        )
    return fields.number("cool_down", COOL_DOWN, least=0, most=3600)


def numbers(fields: Fields, identity: Identity) -> Numbers:
    """The rule for worker numbers or cards."""
    entry = fields.mapping("numbers")
    if entry is None:
        return Numbers()
    if identity == "none":
        fields.error(
            "needless",
            "numbers",
            Text("不问身份，却写了 numbers。", "`numbers` without identity."),
            Text(
                "写上 identity: number 或 card，或删掉 numbers。", "Write identity: number or card, or delete numbers."
            ),
        )
    least, most = _length(entry)
    patterns = entry.texts("pattern")
    check = cast("Check", entry.choice("check", [c for c in CHECKS if c]) or "")
    entry.finish()
    for pattern in patterns:
        if not _PATTERN.fullmatch(pattern) or len(pattern) > LONGEST_NUMBER:
            entry.error(
                "bad-pattern",
                "pattern",
                Text(f"“{pattern}”不是号码的样子。", f"“{pattern}” is no pattern."),
                Text(
                    "# 代表任意一位数字，别的位写死，例如 10####。", "Write digits, and # for any digit, as in 10####."
                ),
            )
    if patterns:
        sizes = [len(p) for p in patterns]
        if entry.data.get("length") is None:
            least, most = min(sizes), max(sizes)
        elif any(not least <= size <= most for size in sizes):
            entry.error(
                "bad-pattern",
                "pattern",
                Text("pattern 和 length 的位数对不上。", "`pattern` and `length` differ."),
                Text("只写 pattern 就够了。", "`pattern` alone is enough."),
            )
    return Numbers(least, most, patterns, check)


def _length(entry: Fields) -> tuple[int, int]:
    standard = Numbers()
    said = entry.text("length", most=10)
    if not said:
        return standard.least, standard.most
    match = _LENGTH.fullmatch(said)
    least, most = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if 1 < least <= most <= LONGEST_NUMBER:
        return least, most
    entry.error(
        "bad-length",
        "length",
        Text(f"位数“{said}”不对。", f"“{said}” is no length."),
        Text(f"写 6，或 6-8；2 到 {LONGEST_NUMBER} 位。", f"Write 6 or 6-8, from 2 to {LONGEST_NUMBER} digits."),
    )
    return standard.least, standard.most
