"""Help cards, and the sentences that a new one can be made of."""

from __future__ import annotations

from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio import sections as cut
from kiosk.kinds.studio.cells import at_most, day_of, length, long, mistake, short, too_long, word
from kiosk.kinds.studio.model import (
    MOST_CARDS,
    MOST_PROBLEM,
    MOST_WISH,
    CardState,
    HelpCard,
)
from kiosk.kinds.studio.sections import Sections

CARD_STATES: dict[CardState, Text] = {
    "open": Text("没人接", "open"), "taken": Text("有人接", "taken"), "solved": Text("解决了", "solved"),
}  # fmt: skip
_PHRASE = {"zh": 24, "en": 60}


def cards(source: ItemSource, found: Sections, knows: tuple[str, ...]) -> tuple[HelpCard, ...]:
    """Help cards."""
    columns = {
        "number": Text("编号", "Number"), "team": Text("班组", "Team"), "problem": Text("难题", "Problem"),
        "wish": Text("想要", "Wish"), "state": Text("状态", "State"), "field": Text("方面", "Field"),
        "hung": Text("挂出", "Hung"), "done": Text("解决", "Solved"), "note": Text("说明", "Note"),
    }  # fmt: skip
    made: dict[str, HelpCard] = {}
    for row in cut.table(source, found, "cards", columns, ["number", "team", "problem", "state"]):
        state = word(source, row, "state", CARD_STATES)
        problem = length(source, row, "problem", MOST_PROBLEM[source.lang])
        if row["field"] and row["field"] not in knows:
            mistake(source, "unknown-field-of-work", row.line, Text(f"“{row['field']}”不在 fields 里。", f"“{row['field']}” is not in `fields`."),
                   Text(f"可用：{'、'.join(knows)}。", f"Use: {', '.join(knows)}."))  # fmt: skip
        hung, done = day_of(source, row, "hung"), day_of(source, row, "done")
        if hung and done and done < hung:
            mistake(source, "dates-reversed", row.line, Text("解决的日期早于挂出的日期。", "It was solved before it was hung."),
                   Text("核对两个日期。", "Check both dates."))  # fmt: skip
        if row["number"] in made:
            mistake(source, "same-number", row.line, Text(f"编号 {row['number']} 用了两次。", f"The number {row['number']} is used twice."),
                   Text("每张卡一个编号。", "Give each card its own."))  # fmt: skip
        number, team, note = length(source, row, "number", 12), short(source, row, "team"), long(source, row, "note")
        wish = length(source, row, "wish", MOST_WISH[source.lang])
        if state:
            made[number] = HelpCard(number, team, problem, state, row["field"], wish, hung, done, note)
    return at_most(source, found, "cards", list(made.values()), MOST_CARDS)


def phrases(source: ItemSource, found: Sections) -> tuple[str, ...]:
    """Sentences to choose from on a help card."""
    made = []
    for entry in cut.entries(source, found, "phrases"):
        said = "，".join(p for p in entry.parts if p)
        if len(said) > _PHRASE[source.lang]:
            mistake(source, "too-long", entry.line, *too_long(said, _PHRASE[source.lang]))
        if said:
            made.append(said)
    return at_most(source, found, "phrases", made, 12)
