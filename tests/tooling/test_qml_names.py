"""PySide tells QML of a class by its bare name: of two with the same name in different modules, one is not accepted as itself."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

KIOSK = Path(__file__).parents[2] / "kiosk"


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


def test_no_two_objects_of_qml_share_a_name() -> None:
    everything = classes()
    qt = seen_by_qt(everything)
    assert len(qt) > 60
    twice = {
        name: [file for file, bases in everything[name] if bases and bases != {"Protocol"}]
        for name in qt
        if sum(1 for _, bases in everything[name] if bases and bases != {"Protocol"}) > 1
    }
    assert twice == {}
