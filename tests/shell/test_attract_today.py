"""The attract loop begins with somebody of whom there is something to remember today."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from kiosk.catalog.snapshot import HomeCard, HomeDay, HomeSnapshot
from kiosk.core.occasions import Day
from kiosk.shell.attract import AttractModel
from kiosk.state.visit import Visit


class FakeLibrary(QObject):
    """Three people, one of whom was born on the eighth of October."""

    changed = Signal()
    snapshot = HomeSnapshot(
        cards=tuple(
            HomeCard(f"mw/{n}", "zh", "story", f"题{n}", f"副题{n}", "句", False, f"人{n}", "", "", False)
            for n in range(3)
        ),
        days=(
            HomeDay(Day("1990-10-08", {"zh": "不在墙上的人"}, "mw/9", "书"), ""),
            HomeDay(Day("1923-10-08", {"zh": "出生", "en": "Born"}, "mw/2", "书"), ""),
        ),
    )

    def cards_for(self, _lang: str) -> tuple[HomeCard, ...]:
        return self.snapshot.cards


def loop(model: AttractModel) -> list[Any]:
    return [model.get(n) for n in range(4)]


@pytest.fixture
def library(qapp: object) -> FakeLibrary:
    return FakeLibrary()


def test_somebody_remembered_today_comes_first(library: FakeLibrary) -> None:
    model = AttractModel(library, Visit(), None, lambda: date(2026, 10, 8))  # type: ignore[arg-type]
    for _ in range(4):
        shown = loop(model)
        assert [card["uid"] for card in shown].count("mw/2") in (1, 2) and shown[0]["uid"] == "mw/2"
        assert {card["uid"] for card in shown} == {"mw/0", "mw/1", "mw/2"}
        assert shown[0]["subtitle"] == "历史上的今天 1923 年\n出生" and shown[1]["subtitle"].startswith("副题")
        model.turn()


@pytest.mark.parametrize("today", [None, date(2026, 10, 9)])
def test_on_other_days_and_without_a_clock_it_turns(library: FakeLibrary, today: date | None) -> None:
    model = AttractModel(library, Visit(), None, lambda: today)  # type: ignore[arg-type]
    assert [card["uid"] for card in loop(model)] == ["mw/0", "mw/1", "mw/2", "mw/0"]
    model.turn()
    assert loop(model)[0]["uid"] == "mw/1"
