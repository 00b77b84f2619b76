"""Calls that crash PySide later and elsewhere; each with what to write instead."""

from __future__ import annotations

import ast
from pathlib import Path

KIOSK = Path(__file__).resolve().parents[2] / "kiosk"

TRAPS = {
    "screen": "QGuiApplication.primaryScreen(): a window is made the parent of its screen and takes it along when it goes",
    "QmlSingleton": "a QML singleton that is one of your type: a Python singleton makes QML refuse every item",
    "setContextProperty": "required properties, set once on the root",
    "processEvents": "waiting for a signal: a nested event loop runs code in the middle of other code",
}


def calls(tree: ast.AST) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            found.append((node.lineno, name))
        if isinstance(node, ast.ClassDef):
            found += [(node.lineno, d.id) for d in node.decorator_list if isinstance(d, ast.Name)]
    return found


def test_no_code_walks_into_a_known_trap() -> None:
    seen = 0
    trapped = []
    for path in sorted(KIOSK.rglob("*.py")):
        if "tour" in path.parts:  # the tour plays a visitor and drives the event loop itself
            continue
        for line, name in calls(ast.parse(path.read_text("utf-8"))):
            seen += 1
            if name in TRAPS:
                trapped.append(f"{path.relative_to(KIOSK.parent)}:{line}: {name}; write {TRAPS[name]}")
    assert seen > 1000
    assert trapped == []
