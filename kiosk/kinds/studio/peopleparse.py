"""The people of a studio, its honours, and who taught whom."""

from __future__ import annotations

from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio import sections as cut
from kiosk.kinds.studio.cells import SHORT, at_most, long, mistake, short, too_long, unknown, year_of
from kiosk.kinds.studio.model import (
    MOST_GENERATIONS,
    MOST_PEOPLE,
    Honour,
    Learning,
    Member,
    Person,
)
from kiosk.kinds.studio.sections import Sections

LEARNING: dict[Learning, Text] = {"master": Text("出师", "master"), "learning": Text("在学", "learning")}


def members(source: ItemSource, found: Sections) -> tuple[Member, ...]:
    """Who works here."""
    columns = {"role": Text("工种", "Role"), "does": Text("做什么", "Does")}
    rows = cut.table(source, found, "members", columns, ["role"])
    return tuple(Member(short(source, r, "role"), long(source, r, "does")) for r in rows)


def honours(source: ItemSource, found: Sections) -> tuple[Honour, ...]:
    """What the studio was given."""
    columns = {"name": Text("荣誉", "Honour"), "year": Text("年份", "Year")}
    rows = cut.table(source, found, "honours", columns, ["name"])
    return tuple(Honour(long(source, r, "name"), year_of(source, r)) for r in rows)


def tree(source: ItemSource, found: Sections) -> tuple[Person, ...]:
    """Masters and apprentices, each with the place of its master."""
    people: list[Person] = []
    above: list[tuple[int, int]] = []  # indent and place of the line of masters over this entry
    for entry in cut.entries(source, found, "tree"):
        while above and above[-1][0] >= entry.indent:
            above.pop()
        role, *rest = [p for p in entry.parts if p] or [""]
        if not role or len(rest) > 2:
            mistake(source, "bad-entry", entry.line, Text("师带徒的一行应是“- 工种 | 说明 | 出师”。", "A line of the tree is “- role | note | master”."),
                   Text("说明和“出师/在学”可以不写。", "The note and master/learning may be left out."))  # fmt: skip
            continue
        state = next((k for k, word in LEARNING.items() if rest and rest[-1].lower() in (word.zh, word.en)), "")
        note = "".join(rest[: len(rest) - bool(state)][:1])
        if len(rest) == 2 and not state:
            mistake(source, "unknown-value", entry.line, *unknown(rest[1], LEARNING.values()))
        if len(above) >= MOST_GENERATIONS:
            mistake(source, "too-deep", entry.line, Text(f"师带徒最多画 {MOST_GENERATIONS} 代。", f"At most {MOST_GENERATIONS} generations can be drawn."),
                   Text("少缩进两格，或另建一个工作室。", "Indent it less, or make another studio."))  # fmt: skip
        for said in (role, note):
            if len(said) > SHORT[source.lang]:
                mistake(source, "too-long", entry.line, *too_long(said, SHORT[source.lang]))
        people.append(Person(role, note, state, above[-1][1] if above else -1))  # type: ignore[arg-type]
        above.append((entry.indent, len(people) - 1))
    return at_most(source, found, "tree", people, MOST_PEOPLE)
