"""What reports are made of, and which part of it somebody asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from kiosk.core.table import Table
from kiosk.core.text import Text
from kiosk.records.facts import Fact


@dataclass(frozen=True, slots=True)
class Asked:
    """Which facts a report is about.

    Args:
        first, last: days, both included; None: from the beginning, to the end.
        unit: workshop; empty: all.
        device: kiosk; empty: all.
    """

    first: date | None = None
    last: date | None = None
    unit: str = ""
    device: str = ""

    def covers(self, fact: Fact) -> bool:
        """Whether a fact belongs to it."""
        return (
            (self.first is None or fact.day >= self.first)
            and (self.last is None or fact.day <= self.last)
            and self.unit in ("", fact.unit)
            and self.device in ("", fact.device)
        )


@dataclass(frozen=True, slots=True)
class Item:
    """An item as a report names it."""

    title: str
    kind: str


Tables: TypeAlias = Mapping[str, tuple[Table, ...]]
"""By item (`pack/item`)."""


def _no_tables(_kind: str) -> Tables:
    return {}


def _no_labels(_uid: str) -> Mapping[str, str]:
    return {}


def _nobody() -> Iterable[tuple[str, str]]:
    return ()


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a report may look at.

    Args:
        facts: all there are; a report takes what was asked for.
        asked: which days, which workshop, which kiosk.
        items: title and kind by `pack/item`; items that are no longer there are named by their id.
        kinds: names of the kinds' rooms by key.
        kiosks: names of kiosks by device; one without a name is called by the first letters of its device.
        people: size of each workshop by the roster; empty when there is none.
        details: by kind: tables of each item that a kind made from its records and content, as asked for.
        labels: of an item: words of its questions and riddles by id.
        took_part: workshop and pseudonym of everybody who said who they are, as asked for; repetitions are allowed.
        today: of the reader.
    """

    facts: Iterable[Fact]
    asked: Asked = Asked()
    items: Mapping[str, Item] = field(default_factory=dict)
    kinds: Mapping[str, Text] = field(default_factory=dict)
    kiosks: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    details: Callable[[str], Tables] = _no_tables
    labels: Callable[[str], Mapping[str, str]] = _no_labels
    took_part: Callable[[], Iterable[tuple[str, str]]] = _nobody
    today: date | None = None

    def chosen(self) -> Iterator[Fact]:
        """The facts that were asked for."""
        return (fact for fact in self.facts if self.asked.covers(fact))

    def title(self, uid: str) -> str:
        """What an item is called."""
        found = self.items.get(uid)
        return found.title if found else uid

    def kiosk(self, device: str) -> str:
        """What a kiosk is called."""
        return self.kiosks.get(device) or device[:8]

    def room(self, kind: str) -> Text:
        """What a kind's room is called."""
        return self.kinds.get(kind, Text(kind, kind))

    def about(self, *, whole: bool = False) -> Text:
        """Which part it is, in words.

        Args:
            whole: the report takes no notice of days.
        """
        parts = [_days(self.asked) if not whole else Text("全部日期", "all days")]
        if self.asked.unit:
            parts.append(Text(self.asked.unit, self.asked.unit))
        if self.asked.device:
            name = self.kiosk(self.asked.device)
            parts.append(Text(f"{name} 屏", f"kiosk {name}"))
        return Text("，".join(p.zh for p in parts), ", ".join(p.en for p in parts))


def _days(asked: Asked) -> Text:
    first, last = asked.first, asked.last
    if first is None and last is None:
        return Text("全部日期", "all days")
    if first is None:
        return Text(f"到 {last} 为止", f"until {last}")
    if last is None:
        return Text(f"从 {first} 起", f"from {first}")
    if first == last:
        return Text(str(first), str(first))
    return Text(f"{first} 至 {last}", f"{first} to {last}")
