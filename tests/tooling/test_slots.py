"""A connection to a method Qt was not told of gives that one object a meta object of its own, freed with it.

QML keeps what it knows of a type by the address of its meta object. When the next object's meta object lands at an address
that was freed, QML reads the properties of the one with the map of the other: a crash, some hundred visits later. A method
with ``@Slot`` is in the meta object of the class, which lives as long as the program.
"""

from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from support.declared import OWN
from support.qtclasses import KIOSK, classes, seen_by_qt


class Declared(QObject):
    """With a method Qt knows and one it does not."""

    changed = Signal()
    said = Signal(object)
    number = Property(int, lambda self: 1, notify=changed)

    @Slot()
    def known(self) -> None:
        """In the meta object of the class."""

    @Slot(str)
    def heard(self, what: str) -> None:
        """Of other types than the signal."""

    def unknown(self) -> None:
        """Only Python knows it."""


def methods(node: ast.ClassDef) -> dict[str, ast.FunctionDef]:
    return {item.name: item for item in node.body if isinstance(item, ast.FunctionDef)}


def declared(function: ast.FunctionDef) -> bool:
    """Whether it says `@Slot(...)` with as many types as it has arguments: Qt looks for a slot with those."""
    return any(
        isinstance(mark, ast.Call)
        and isinstance(mark.func, ast.Name)
        and mark.func.id == "Slot"
        and len(mark.args) == len(function.args.args) - 1 - len(function.args.defaults) * (not mark.args)
        and function.args.vararg is None
        for mark in function.decorator_list
    )


def connected(node: ast.ClassDef) -> set[str]:
    """Own methods that a class connects signals to."""
    return {
        argument.attr
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "connect"
        for argument in call.args[:1]
        if isinstance(argument, ast.Attribute) and isinstance(argument.value, ast.Name) and argument.value.id == "self"
    }


def undeclared(root: Path) -> list[str]:
    """``file: Class.method`` of methods of objects that signals are connected to without ``@Slot``."""
    qt = seen_by_qt(classes())
    found = []
    for file in sorted(root.rglob("*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name in qt:
                own = methods(node)
                found += [
                    f"{file.relative_to(root)}: {node.name}.{name}"
                    for name in sorted(connected(node))
                    if name in own and not declared(own[name])
                ]
    return found


def test_what_this_rule_is_for_is_still_so() -> None:
    """When this fails, PySide has changed, and the rule may go."""
    bare, wired = Declared(), Declared()
    bare.changed.connect(bare.known)
    wired.changed.connect(wired.unknown)
    assert OWN not in vars(bare)
    assert OWN in vars(wired)


def test_a_slot_of_other_types_does_not_count() -> None:
    thing = Declared()
    thing.said.connect(thing.heard)
    assert OWN in vars(thing)


def test_signals_are_connected_to_declared_slots() -> None:
    assert undeclared(KIOSK) == []
