"""A wall of lanterns as its author keeps it: front matter, a sentence or two, and the riddles in a file beside it."""

from __future__ import annotations

from kiosk.core.findings import Findings
from kiosk.core.source import ItemSource
from kiosk.core.text import Lang, Text
from kiosk.kinds.riddle.model import MOST_TRIES, Riddles
from kiosk.kinds.riddle.riddleparse import riddles_of
from kiosk.kinds.riddle.setparse import sets_of
from kiosk.kinds.riddle.translation import translated
from kiosk.kinds.riddle.written import known

FILES = ("riddles.yaml", "riddles.xlsx")
MOST_NAME: dict[Lang, int] = {"zh": 10, "en": 24}


def parse(source: ItemSource) -> Riddles | None:
    """The wall of one language; None when nothing can be hung up. Every mistake goes into `source.findings`."""
    tries = source.fields.number("tries", 2, least=1, most=MOST_TRIES)
    sets = sets_of(source.fields, MOST_NAME[source.lang])
    reads = source.fields.texts("reads")
    for link in reads:
        known(source, source.fields, "reads", link)
    name = source.list_file("riddles", FILES)
    if name is None:
        return None
    # The Chinese item reports the mistakes of its own file.
    findings = source.findings if source.lang == "zh" else Findings()
    riddles = riddles_of(source, name, sets, findings)
    if source.lang != "zh":
        riddles = translated(source, name, riddles)
    used = tuple(s for s in sets if any(r.set == s.key for r in riddles))
    for empty in (s for s in sets if s not in used and riddles):
        source.fields.error(
            "empty-set",
            "sets",
            Text(f"“{empty.key}”这一组没有灯谜。", f"There are no riddles in the set “{empty.key}”."),
            Text("在灯谜里写“set: 组名”，或删掉这一组。", "Give riddles “set: key”, or delete the set."),
        )
    return Riddles(tries, used, riddles, reads, source.body.strip()) if riddles else None
