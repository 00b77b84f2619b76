"""Blocks of a story as plain data for QML. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QUrl

from kiosk.core.blocks import (
    Block,
    Embed,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Sentence,
    Table,
    Timeline,
)
from kiosk.sdk.ui import Card, card_data


def block_row(block: Block, media: Callable[[str], QUrl], card: Callable[[str], Card | None]) -> dict[str, Any]:
    """One block as a map with `type`; an embed whose item is not there becomes type `none`."""
    match block:
        case Heading():
            return {"type": "heading", "level": block.level, "text": block.text, "sentences": _ranges(block.sentences)}
        case Paragraph():
            return {"type": "paragraph", "html": block.html, "sentences": _ranges(block.sentences)}
        case Quote():
            return {"type": "quote", "text": block.text, "who": block.who, "sentences": _ranges(block.sentences)}
        case ListBlock():
            items = [{"html": i.html, "sentences": _ranges(i.sentences)} for i in block.items]
            return {"type": "list", "ordered": block.ordered, "items": items}
        case Table():
            return {"type": "table", "head": list(block.head), "rows": [list(row) for row in block.rows]}
        case Picture():
            ratio = block.height / block.width if block.width else 0.66
            source = media(block.src)
            return {"type": "picture", "source": source, "alt": block.alt, "caption": block.caption, "ratio": ratio}
        case Timeline():
            entries = [{"when": m.when, "what": m.what, "sentences": _ranges(m.sentences)} for m in block.entries]
            return {"type": "timeline", "entries": entries}
        case Embed():
            found = card(block.item)
            return {"type": "embed", "card": card_data(found)} if found else {"type": "none"}


def sentence_rows(blocks: Iterable[Block]) -> dict[int, int]:
    """Sentence number to the row of its block."""
    rows: dict[int, int] = {}
    for row, block in enumerate(blocks):
        for sentence in _sentences(block):
            rows[sentence.key] = row
    return rows


def _sentences(block: Block) -> Iterable[Sentence]:
    match block:
        case Heading() | Paragraph() | Quote():
            yield from block.sentences
        case ListBlock():
            for item in block.items:
                yield from item.sentences
        case Timeline():
            for entry in block.entries:
                yield from entry.sentences
        case _:
            return


def _ranges(sentences: Iterable[Sentence]) -> list[dict[str, int]]:
    return [{"start": s.start, "end": s.end, "key": s.key} for s in sentences]
