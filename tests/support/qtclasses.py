"""The classes of the program that Qt knows of, read from its source."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

KIOSK = Path(__file__).parents[2] / "kiosk"


@cache
def classes() -> dict[str, list[tuple[str, set[str]]]]:
    """Class name to the files that define it, with the names of its bases."""
    found: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
    for file in sorted(KIOSK.rglob("*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                bases = {b.id for b in node.bases if isinstance(b, ast.Name)}
                found[node.name].append((str(file.relative_to(KIOSK)), bases))
    return found


def seen_by_qt(all_classes: dict[str, list[tuple[str, set[str]]]]) -> set[str]:
    """Names of classes that derive from a class of Qt, however far."""
    known: set[str] = set()
    while True:
        more = {
            name
            for name, places in all_classes.items()
            if any(base in known or base in {"QObject", "QQuickItem", "QQuickPaintedItem"} or base.startswith("QAbstract")
                   for _, bases in places for base in bases)
        }  # fmt: skip
        if more == known:
            return known
        known = more
