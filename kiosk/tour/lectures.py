"""Lectures in the tour as a visitor leafs through them; on stage they have scenes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App

WRITTEN, DECK = "lectures/one-hook-true", "lectures/eight-hours"


def order(a: App, h: Hand) -> None:
    """The run order of the lecture that was written."""
    a.shell.openItem(WRITTEN)
    h.see("lecture.steps")


def further(_a: App, h: Hand) -> None:
    """Its later steps."""
    h.touch("lecture.more")
    h.settle(0.5)


def deck(a: App, h: Hand) -> None:
    """The lecture that came from a PDF."""
    a.shell.openItem(DECK)
    h.see("lecture.steps")
