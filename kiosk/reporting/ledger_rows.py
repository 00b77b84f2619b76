"""Rows of the ledgers that come from the kinds: cases of suggestion boxes, winners of draws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from kiosk.core.text import Text
from kiosk.kinds.suggestion import board
from kiosk.kinds.suggestion.model import Box, Case
from kiosk.kinds.suggestion.report import STATES
from kiosk.reporting.held import held
from kiosk.reports.ledger.lines import Line, activities, given, lectures
from kiosk.reports.material import Asked

if TYPE_CHECKING:
    from kiosk.reporting.joined import Joined
    from kiosk.reports.ledger.config import Rows

Row: TypeAlias = tuple[str, date, Mapping[str, Any]]
GIVEN, OPEN = Text("已领", "yes"), Text("未领", "no")


def lines(rows: Rows, records: Joined, asked: Asked) -> tuple[Line, ...]:
    """The lines of a ledger, as far as records and packs know them."""
    match rows:
        case "activities":
            return activities(records.ledger_material(asked))
        case "lectures":
            return _lectures(records, asked)
        case "suggestions":
            return given(row for row in _cases(records, asked))
        case "prizes":
            return given(row for row in _prizes(records, asked))


def _lectures(records: Joined, asked: Asked) -> tuple[Line, ...]:
    found = lectures(records.ledger_material(asked))
    if not found:
        return ()
    more = held(records.source.entries("lecture", replace(asked, unit="")), records.contents.of)
    return tuple(replace(line, fields={**line.fields, **more.get(line.id, {})}) for line in found)


def _cases(records: Joined, asked: Asked) -> Iterator[Row]:
    today = date.today()  # noqa: DTZ011  the office's own calendar
    for uid, item in records.contents.items.items():
        box = records.contents.of(uid) if item.kind == "suggestion" else None
        if not isinstance(box, Box):
            continue
        topics = {topic.key: topic.name for topic in box.topics}
        for case in box.cases:
            received = date.fromisoformat(case.received)
            if _covers(asked, received):
                yield f"{uid} {case.id}", received, _case(case, uid, topics, today)


def _case(case: Case, uid: str, topics: Mapping[str, str], today: date) -> Mapping[str, Any]:
    days = board.days_open(case, today)
    return {
        "case": case.id, "received": case.received, "topic": topics.get(case.topic, case.topic), "problem": case.problem,
        "owner": case.owner, "state": STATES[case.state], "measure": case.measure, "deadline": case.deadline,
        "answer": case.answer, "answered": case.answered, "closed": case.closed, "days": None if days < 0 else days,
        "item": uid,
    }  # fmt: skip


def _prizes(records: Joined, asked: Asked) -> Iterator[Row]:
    from kiosk.kinds.quiz.drawledger import DRAW
    from kiosk.kinds.quiz.drawoffice import winners
    from kiosk.kinds.quiz.report import sound_draw

    draws: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for entry in records.source.entries(DRAW, Asked(device=asked.device)):
        draws[entry.device, entry.uid].append(entry)
    for (device, uid), entries in draws.items():
        day = entries[0].at.astimezone().date()
        draw = sound_draw(entry.payload for entry in entries)
        if draw is None or not _covers(asked, day):
            continue
        item = records.contents.items.get(uid)
        for one in winners(draw):
            fields = {
                "name": item.title if item else uid, "prize": one.prize, "what": one.what, "ticket": one.ticket,
                "code": one.code, "state": GIVEN if one.claimed else OPEN, "item": uid,
            }  # fmt: skip
            yield f"{uid} {device} {one.ticket:05}", day, fields


def _covers(asked: Asked, day: date) -> bool:
    return (asked.first is None or day >= asked.first) and (asked.last is None or day <= asked.last)
