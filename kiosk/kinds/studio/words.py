"""A studio's data as its screen reads them. Pure; the words that need translation come from the view model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.kinds.studio import bars, tree
from kiosk.kinds.studio.model import Change, Shot, Studio


def change(said: Change) -> dict[str, Any]:
    """One change with what its bars need."""
    drawn = bars.bars(said)
    return {
        "what": said.what, "unit": said.unit, "how": said.how, "before": bars.number(said.before), "after": bars.number(said.after),
        "slat": drawn.unit, "full": drawn.full, "beforeSlats": drawn.before, "afterSlats": drawn.after,
    }  # fmt: skip


def shot(picture: Shot, url: Callable[[str], Any]) -> dict[str, Any]:
    """One picture; `source` is empty when the pack does not hold it."""
    ratio = picture.height / picture.width if picture.width > 0 else 0.66
    return {"source": url(picture.src), "alt": picture.alt, "caption": picture.caption or picture.alt, "ratio": ratio}


def people(studio: Studio) -> dict[str, Any]:
    """The tree: `knots` with column, row, role, note, learning and the row of the master, and its size."""
    laid = tree.layout(studio.tree)
    knots = [
        {
            "column": place.column, "row": place.row, "role": person.role, "note": person.note, "learning": person.learning,
            "master": laid.places[person.parent].row if person.parent >= 0 else -1,
        }
        for person, place in zip(studio.tree, laid.places, strict=True)
    ]  # fmt: skip
    return {"knots": knots, "columns": laid.columns, "rows": laid.rows}


def apprentices(studio: Studio) -> tuple[int, int]:
    """How many have a master here, and how many of them have finished."""
    young = [p for p in studio.tree if p.parent >= 0]
    return len(young), sum(p.learning == "master" for p in young)
