"""What a slide holds, by its layout: the blocks are sorted, and what does not fit a screen is a mistake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.core.blocks import Block, Embed, ListBlock, Paragraph, Picture, Quote, Table, Timeline, plain
from kiosk.core.text import Lang, Text
from kiosk.kinds.lecture.model import Layout

Note = Callable[[str, Text, Text], None]
"""Notes a mistake of the slide: code, what is wrong, what to do."""

MOST: dict[Lang, dict[str, int]] = {
    "zh": {"title": 30, "line": 48, "must": 60, "text": 300, "columns": 320, "quote": 80, "table": 260, "timeline": 240,
           "question": 48, "option": 20},
    "en": {"title": 80, "line": 130, "must": 160, "text": 750, "columns": 800, "quote": 220, "table": 650, "timeline": 600,
           "question": 130, "option": 48},
}  # fmt: skip
"""Longest texts, in characters: what still fits a screen of 1920x1080 in letters 44 px high."""
FAR: dict[Lang, int] = {"zh": 160, "en": 400}
"""Characters of a slide that the last row of a room of 200 still reads."""
MOST_ROWS, MOST_CELLS, MOST_MOMENTS = 8, 6, 7


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide sorted out; fields as in `model.Step`."""

    layout: Layout
    line: str = ""
    body: tuple[Block, ...] = ()
    aside: tuple[Block, ...] = ()
    picture: Picture | None = None


def sort(
    wanted: Layout | None, line: str, body: tuple[Block, ...], aside: tuple[Block, ...], lang: Lang, note: Note
) -> Slide | None:
    """The slide of these blocks; None after noting why there is none.

    Args:
        wanted: layout the author asked for; None chooses by what is there.
        line: sentence under the title, when it was given apart.
        body: blocks, of the left column when there is an `aside`.
        aside: blocks of the right column.
        lang: language of the text.
        note: where mistakes go.
    """
    layout = wanted or choose(body, aside)
    if any(isinstance(block, Embed) for block in (*body, *aside)):
        note(
            "segment-in-slide", Text("文字页里不能放节目。", "A slide cannot hold a programme."),
            Text("另起一步，在标题下面写“segment: 条目”。", "Begin another step with “segment: item” under its heading."),
        )  # fmt: skip
        return None
    slide = _columns(body, aside, line, note) if layout == "columns" else _whole(layout, line, body, aside, note)
    if slide is not None:
        _fits(slide, lang, note)
    return slide


def choose(body: tuple[Block, ...], aside: tuple[Block, ...]) -> Layout:
    """The layout that fits what was written."""
    if aside:
        return "columns"
    shown = [block for block in body if not isinstance(block, Paragraph)]
    if not body:
        return "title"
    if len(shown) != 1 or len(body) > 2:
        return "text"
    match shown[0]:
        case Quote():
            return "quote"
        case Table():
            return "table"
        case Timeline():
            return "timeline"
        case Picture():
            return "picture"
        case _:
            return "text"


def _columns(body: tuple[Block, ...], aside: tuple[Block, ...], line: str, note: Note) -> Slide | None:
    if not body or not aside:
        note(
            "one-column", Text("两栏的页只有一栏有字。", "A slide of two columns has only one."),
            Text("左栏写完，单独一行 ---，再写右栏。", "Write the left one, a line with ---, then the right one."),
        )  # fmt: skip
        return None
    return Slide("columns", line, body, aside)


def _whole(layout: Layout, line: str, body: tuple[Block, ...], aside: tuple[Block, ...], note: Note) -> Slide | None:
    if aside:
        note(
            "not-columns", Text("这一页不是两栏，却用 --- 分开了。", "A rule parts this slide, but it has no columns."),
            Text("写“layout: columns”，或者删掉 --- 这一行。", "Write “layout: columns”, or remove the --- line."),
        )  # fmt: skip
        return None
    if layout == "text":
        if not body:
            _wants(layout, note)
            return None
        return Slide("text", line, body)
    pictures = [b for b in body if isinstance(b, Picture)]
    said = [b for b in body if isinstance(b, Paragraph)]
    kept = tuple(b for b in body if not isinstance(b, Picture | Paragraph))
    wanted = {"quote": Quote, "table": Table, "timeline": Timeline}.get(layout)
    right = (
        len(kept) == 1 and isinstance(kept[0], wanted) and not pictures
        if wanted
        else not kept and len(pictures) in ((0, 1) if layout == "title" else (1,))
    )  # fmt: skip
    if not right or len(said) > (0 if line else 1):
        _wants(layout, note)
        return None
    return Slide(layout, line or (said[0].text if said else ""), kept, (), pictures[0] if pictures else None)


def _wants(layout: Layout, note: Note) -> None:
    zh, en = {
        "title": ("标题页放标题、一句话，最多一张图", "A title slide holds its title, one sentence and at most one picture"),
        "text": ("文字页要有正文", "A text slide needs text"),
        "picture": ("图片页放一张图，最多加一句话", "A picture slide holds one picture and at most one sentence"),
        "bleed": ("满屏页放一张图，最多加一句话", "A full-bleed slide holds one picture and at most one sentence"),
        "quote": ("引文页放一段“>”开头的引文，最多加一句话", "A quote slide holds one “>” quotation and at most one sentence"),
        "table": ("表格页放一张表，最多加一句话", "A table slide holds one table and at most one sentence"),
        "timeline": ("时间线页放一个 ::: timeline，最多加一句话", "A timeline slide holds one ::: timeline and one sentence"),
        "columns": ("两栏页左右都要有", "Both columns need text"),
    }[layout]  # fmt: skip
    note(
        "wrong-layout", Text(f"{zh}。", f"{en}."),
        Text("别的内容另起一步，或者换一种 layout。", "Put the rest into another step, or choose another layout."),
    )  # fmt: skip


def _fits(slide: Slide, lang: Lang, note: Note) -> None:
    """Note what is too much for a screen."""
    for block in slide.body:
        if isinstance(block, Table) and (len(block.rows) > MOST_ROWS or len(block.head) > MOST_CELLS):
            note(
                "too-many-cells",
                Text(
                    f"表有 {len(block.rows)} 行 {len(block.head)} 列。",
                    f"The table has {len(block.rows)} rows and {len(block.head)} columns.",
                ),
                Text(f"最多 {MOST_ROWS} 行 {MOST_CELLS} 列。", f"At most {MOST_ROWS} rows and {MOST_CELLS} columns."),
            )
        if isinstance(block, Timeline) and len(block.entries) > MOST_MOMENTS:
            note(
                "too-many-moments",
                Text(f"时间线有 {len(block.entries)} 条。", f"The timeline has {len(block.entries)} entries."),
                Text(
                    f"最多 {MOST_MOMENTS} 条，多的另起一步。", f"At most {MOST_MOMENTS}; make another step of the rest."
                ),
            )
    long = written((*slide.body, *slide.aside))
    most = MOST[lang].get(slide.layout, MOST[lang]["text"])
    if long > most:
        steps = -(-long // FAR[lang])
        note(
            "too-long",
            Text(f"这一页有 {long} 个字，最多 {most} 个。", f"This slide has {long} characters, at most {most} fit."),
            Text(
                f"分成 {steps} 步，要念的话放进 ::: notes。",
                f"Make {steps} steps of it; what is only said goes into ::: notes.",
            ),
        )


def written(blocks: tuple[Block, ...]) -> int:
    """Characters the audience reads."""
    captions = sum(len(b.caption or b.alt) for b in blocks if isinstance(b, Picture))
    return sum(len(line.strip()) for line in plain(blocks).split("\n")) - captions


def entries(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Entries of the lists among the blocks, in order."""
    return tuple(item.text for block in blocks if isinstance(block, ListBlock) for item in block.items)
