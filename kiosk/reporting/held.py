"""What the record of a lecture says beyond numbers that add up: when, which steps took how long, what came of the audience's part.

Pure, over the records and the lecture's content; steps that the content no longer has are called by their ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from kiosk.core.measure import number, word
from kiosk.core.text import Text
from kiosk.kinds.lecture.model import Lecture

if TYPE_CHECKING:
    from kiosk.core.table import Cell
    from kiosk.records.entry import Entry

Payload: TypeAlias = Mapping[str, Any]

MOST_STEPS = 40
"""Named in one cell; the rest is counted."""


def held(entries: Iterable[Entry], content: Callable[[str], Any]) -> Mapping[str, Mapping[str, Cell]]:
    """Fields for the lines of lectures, by the line's id: `<day> <uid> <device>`.

    Args:
        entries: records of the kind `lecture`, oldest first.
        content: of an item by its uid; None when it is not there.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(f"{entry.at.astimezone().date()} {entry.uid} {entry.device}", []).append(entry)
    return {line: _fields(some, _titles(content(some[0].uid))) for line, some in found.items()}


def _titles(content: Any) -> Mapping[str, str]:
    return {step.id: step.title for step in content.steps} if isinstance(content, Lecture) else {}


def _fields(some: list[Entry], titles: Mapping[str, str]) -> Mapping[str, Cell]:
    photos = [n for e in some if (n := number(e.payload.get("photos"), 1000)) is not None]
    return {
        "clock": "、".join(_clock(e) for e in some),
        "signed": int(sum(number(_inside(e.payload, "signin").get("signed"), 100_000) or 0 for e in some)) or None,
        "steps": _joined(_steps(e.payload, titles) for e in some),
        "results": _joined(Text("；".join(r.zh for r in rs), "; ".join(r.en for r in rs)) for e in some if (rs := tuple(_results(e.payload, titles)))),
        "noted": int(sum(photos)) if photos else None,
    }  # fmt: skip


def _clock(entry: Entry) -> str:
    """From when to when, by the office's clock; the record is written at the end."""
    end = entry.at.astimezone()
    seconds = number(entry.payload.get("seconds")) or 0.0
    began = number(entry.payload.get("began"), 1e11)
    begin = end - timedelta(seconds=seconds)
    if entry.clock_trusted and began is not None and seconds <= entry.at.timestamp() - began < 86_400:
        begin = datetime.fromtimestamp(began).astimezone()  # with the breaks
    return f"{begin:%H:%M}–{end:%H:%M}"


def _steps(payload: Payload, titles: Mapping[str, str]) -> Text:
    reached, count = number(payload.get("reached"), 10_000), number(payload.get("count"), 10_000)
    steps = [s for s in _listed(payload, "steps") if (number(s.get("seconds")) or 0) >= 1]
    told = [
        f"{titles.get(word(s.get('id')), word(s.get('id')))} {_spent(number(s.get('seconds')) or 0)}" for s in steps
    ]
    zh, en = "、".join(told[:MOST_STEPS]), ", ".join(told[:MOST_STEPS])
    if reached is None or not count:
        return Text(zh, en)
    return Text(f"{count:.0f} 步讲到第 {reached:.0f} 步：{zh}", f"{reached:.0f} of {count:.0f} steps: {en}")


def _results(payload: Payload, titles: Mapping[str, str]) -> Iterator[Text]:
    for one in _listed(payload, "results"):
        step = word(one.get("step"))
        name, told = titles.get(step, step), _result(one)
        if told is not None:
            yield Text(f"{name}：{told.zh}", f"{name}: {told.en}")
    if (called := number(payload.get("called"), 10_000)) is not None:
        yield Text(f"点名 {called:.0f} 人", f"{called:.0f} called")
    if drawn := _numbers(_inside(payload, "draw"), "numbers", 1e9):
        yield Text(f"抽奖 {len(drawn)} 个号", f"{len(drawn)} numbers drawn")


def _result(one: Payload) -> Text | None:
    def count(field: str) -> int:
        return int(number(one.get(field), 1_000_000) or 0)

    match one.get("kind"):
        case "quiz":
            points = " : ".join(f"{int(n)}" for n in _numbers(one, "scores", 1_000_000))
            right = int(sum(_numbers(one, "solved", 10_000)))
            return Text(
                f"{count('teams')} 队答 {count('questions')} 题，答对 {right} 次，比分 {points}",
                f"{count('teams')} teams, {count('questions')} questions, {right} right, {points}",
            )
        case "poll":
            options, hands = one.get("options"), one.get("hands")
            if not isinstance(options, list) or not isinstance(hands, list):
                return None
            told = [
                f"{word(o)} {n:.0f}"
                for o, h in zip(options, hands, strict=False)
                if (n := number(h, 100_000)) is not None
            ]
            return Text("、".join(told), ", ".join(told))
        case "riddle":
            return Text(
                f"猜 {count('riddles')} 条，猜中 {count('solved')} 条",
                f"{count('solved')} of {count('riddles')} riddles solved",
            )
        case "suggestion":
            return Text(f"建议 {count('voices')} 条", f"{count('voices')} suggestions")
    return None


def _numbers(payload: Payload, field: str, most: float) -> list[float]:
    """Those of a list; none when it is no list."""
    found = payload.get(field)
    return [n for one in found if (n := number(one, most)) is not None] if isinstance(found, list) else []


def _spent(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _joined(texts: Iterable[Text]) -> Text | None:
    some = [t for t in texts if t.zh]
    return Text(" ｜ ".join(t.zh for t in some), " | ".join(t.en for t in some)) if some else None


def _inside(payload: Payload, field: str) -> Payload:
    found = payload.get(field)
    return found if isinstance(found, dict) else {}


def _listed(payload: Payload, field: str) -> list[Payload]:
    found = payload.get(field)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
