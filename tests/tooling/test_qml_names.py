"""PySide tells QML of a class by its bare name: of two with the same name in different modules, one is not accepted as itself."""

from __future__ import annotations

from support.qtclasses import classes, seen_by_qt


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
