"""Pictures of a studio: before and after, and its gallery."""

from __future__ import annotations

from kiosk.authoring import inline, lines
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio import sections as cut
from kiosk.kinds.studio.cells import SHORT, at_most, mistake, too_long
from kiosk.kinds.studio.model import (
    MOST_PAIRS,
    MOST_PICTURES,
    Pair,
    Shot,
)
from kiosk.kinds.studio.sections import Sections


def pairs(source: ItemSource, found: Sections) -> tuple[Pair, ...]:
    """Pictures before and after."""
    made: list[Pair] = []
    what, line, shots, given = "", 0, list[Shot](), 0

    def close() -> None:
        if line and given != 2:
            mistake(source, "not-a-pair", line, Text(f"“{what}”下面有 {given} 张图，应是两张：先原来，后现在。", f"“{what}” has {given} pictures; it needs two: before, then after."),
                   Text("每个“### …”下面放两张图。", "Put two pictures below each “### …”."))  # fmt: skip
        elif len(shots) == 2:
            made.append(Pair(what, shots[0], shots[1]))

    for raw in found.blocks.get("pairs", ()):
        if raw.type == "heading" and (match := lines.HEADING.match(raw.lines[0])):
            close()
            what, line, shots, given = inline.plain(match[2]), raw.line, [], 0
            if len(what) > SHORT[source.lang]:
                mistake(source, "too-long", raw.line, *too_long(what, SHORT[source.lang]))
        elif raw.type == "picture" and line:
            given += 1
            if picture := cut.shot(source, raw):
                shots.append(picture)
        else:
            mistake(source, "not-a-pair", raw.line, Text("前后照片先写“### 什么”，下面放两张图。", "Write “### what”, then two pictures."),
                   Text("照格式说明改写。", "See the format reference."))  # fmt: skip
    close()
    return at_most(source, found, "pairs", made, MOST_PAIRS)


def pictures(source: ItemSource, found: Sections) -> tuple[Shot, ...]:
    """Pictures of the gallery."""
    made: list[Shot] = []
    for raw in found.blocks.get("pictures", ()):
        if raw.type != "picture":
            mistake(source, "not-a-picture", raw.line, Text("“照片”下面只放图片，每张一行。", "Below “Pictures” stand only pictures, one a line."),
                   Text("写成 ![图上有什么](文件名 \"说明\")。", "Write ![what it shows](file \"caption\")."))  # fmt: skip
        elif picture := cut.shot(source, raw):
            made.append(picture)
    return at_most(source, found, "pictures", made, MOST_PICTURES)
