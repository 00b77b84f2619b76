"""Which questions visitors know and which they do not: from answer records to a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.core.measure import Measure, number, seconds, word
from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.kinds.quiz.drawoffice import Book

TITLE = Text("题目难易", "Questions")

COLUMNS = (
    Column("question", Text("题目", "Question"), width=48),
    Column("type", Text("题型", "Type")),
    Column("answers", Text("作答次数", "Answers"), "integer"),
    Column("right", Text("答对次数", "Right"), "integer"),
    Column("share", Text("正确率", "Right share"), "percent"),
    Column("timed_out", Text("超时次数", "Timed out"), "integer"),
    Column("time", Text("平均用时", "Average time"), "duration"),
)
DRAWN = frozenset({"frozen", "number", "told", "claimed", "present"})
"""Fields of which a record of a draw has one."""
TYPES = {
    "single": Text("单选", "Single choice"),
    "multiple": Text("多选", "Multiple choice"),
    "judge": Text("判断", "True or false"),
    "order": Text("排序", "Ordering"),
    "fill": Text("填空", "Fill in"),
}


@dataclass(slots=True)
class _Tally:
    prompt: str
    type: Text
    answers: int = 0
    right: int = 0
    timed_out: int = 0
    ms: int = 0


def facts(payload: Mapping[str, Any]) -> Iterator[Measure]:
    """What one of the quiz's records says.

    An answer, by question: `answered` (1 when right), `time`, `timed_out`. A round, by mode: `round`, `passed`, `score`,
    `duel`, `relay`; one of somebody with a name: `began` and `points`. A draw: `drawn` and `claimed`.
    """
    question, right, mode = word(payload.get("question")), payload.get("right"), word(payload.get("mode"))
    if question and isinstance(right, bool):
        yield Measure("answered", question, total=float(right))
        yield Measure("time", question, total=seconds(payload.get("ms")))
        if payload.get("timed_out") is True:
            yield Measure("timed_out", question)
    elif payload.get("result") is True:
        yield Measure("round", mode, total=seconds(payload.get("ms")))
        yield from _scored(payload, mode)
    elif payload.get("duel") is True or payload.get("relay") is True:
        yield Measure("duel" if payload.get("duel") is True else "relay")
    elif payload.get("begin") is True:
        yield Measure("began", mode)
    elif payload.get("end") is True:
        yield Measure("points", mode, total=number(payload.get("points"), 1_000_000) or 0.0)
    elif "claimed" in payload:
        yield Measure("claimed")
    elif number(payload.get("number"), 1_000_000) is not None and "place" in payload:
        yield Measure("drawn")


def _scored(payload: Mapping[str, Any], mode: str) -> Iterator[Measure]:
    if payload.get("passed") is True:
        yield Measure("passed", mode)
    score, total = number(payload.get("score"), 10_000), number(payload.get("total"), 10_000)
    if score is not None and total:
        yield Measure("score", mode, total=min(1.0, score / total))


def tables(_content: object, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    """Every question, and the list of prizes of each draw; a draw is one machine's (`device`)."""
    kept = list(records)
    asked = table(kept)
    draws: dict[str, list[Mapping[str, Any]]] = {}
    for payload in kept:
        if payload.keys() & DRAWN:
            draws.setdefault(str(payload.get("device", "")), []).append(payload)
    lists = [made for payloads in draws.values() if (made := prizes(payloads)) is not None]
    return (*((asked,) if asked.rows or not lists else ()), *lists)


def prizes(payloads: Iterable[Mapping[str, Any]]) -> Table | None:
    """The list on which the winners of one machine's draw sign; None before it was sealed."""
    from kiosk.kinds.quiz.drawoffice import signed_list

    draw = sound_draw(payloads)
    return signed_list(draw) if draw is not None else None


def sound_draw(payloads: Iterable[Mapping[str, Any]]) -> Book | None:
    """The draw of one machine; None before it was sealed, and when its records are not what they should be."""
    from kiosk.kinds.quiz.drawledger import held  # only where there are draws
    from kiosk.kinds.quiz.drawoffice import Book, winners

    try:
        draw = held(payloads)
        found = Book(draw) if draw is not None else None
        return found if found is not None and winners(found) is not None else None
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None  # left out like every other record that has another shape


def table(records: Iterable[Mapping[str, Any]]) -> Table:
    """One row for each question that was asked, the worst known first.

    Args:
        records: payloads made by `play.answer_record`; a payload without a question or a verdict is left out, because
            records of other events of a round share the store.
    """
    tallies: dict[str, _Tally] = {}
    for record in records:
        question, right = record.get("question"), record.get("right")
        if not isinstance(question, str) or not isinstance(right, bool):
            continue
        kind = str(record.get("type", ""))
        tally = tallies.setdefault(
            question, _Tally(str(record.get("prompt") or question), TYPES.get(kind, Text(kind, kind)))
        )
        tally.answers += 1
        tally.right += right
        tally.timed_out += record.get("timed_out") is True
        tally.ms += _milliseconds(record.get("ms"))
    ranked = sorted(tallies.values(), key=lambda t: (t.right / t.answers, -t.answers, t.prompt))
    return Table(TITLE, COLUMNS, tuple(_row(t) for t in ranked))


def _row(tally: _Tally) -> Row:
    share = round(tally.right / tally.answers, 4)
    average = round(tally.ms / tally.answers / 1000, 1)
    return tally.prompt, tally.type, tally.answers, tally.right, share, tally.timed_out, average


def _milliseconds(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0
