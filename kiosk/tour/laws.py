"""The law reader in the tour: contents, an article, a long one, the number pad, words found in it, two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App

LABOUR, HOLIDAYS, WOMEN = "policies/labour-law", "policies/holidays", "policies/women-workers"


def contents(a: App, h: Hand) -> None:
    """The chapters of the longest law."""
    a.shell.openItem(LABOUR)
    h.see("document.contents")


def pad(_a: App, h: Hand) -> None:
    """A number typed on the pad."""
    h.touch("document.jump")
    for figure in "36":
        h.touch(f"document.key.{figure}")


def article(_a: App, h: Hand) -> None:
    """The article of that number, with its plain words."""
    h.touch("document.go")
    h.see("document.article")


def keyboard(_a: App, h: Hand) -> None:
    """The search, with its keyboard."""
    h.touch("document.find")
    h.see("key.q")


def found(_a: App, h: Hand) -> None:
    """What was found, the keyboard put away."""
    h.see("document.input").setProperty("text", "工资")
    h.touch("key.confirm")
    h.wait(lambda: h.find("key.q") is None, "the keyboard to go down")


def match(_a: App, h: Hand) -> None:
    """The second place of a result, marked in the text."""
    h.touch("document.result.2")
    h.see("document.article")
    h.touch("document.next")


def annex(a: App, h: Hand) -> None:
    """A list without a number, longer than the page."""
    a.shell.openItem(WOMEN)
    h.see("document.contents")
    _law(a).show(_law(a).total - 1)
    h.see("document.article")


def holidays(a: App, h: Hand) -> None:
    """A rule without chapters that was changed."""
    a.shell.openItem(HOLIDAYS)
    h.see("document.contents")


def compared(_a: App, h: Hand) -> None:
    """What was changed in its second article."""
    h.touch("document.chapter.1")
    h.touch("document.changed")
    h.see("document.comparePage")


def _law(a: App) -> Any:
    assert a.shell.page is not None
    return a.shell.page.vm
