"""Riddles (灯谜): a wall of lanterns, each with a riddle behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.riddle.model import Riddles, links, seconds, text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.table import Table


def _parse(source: ItemSource) -> Riddles | None:
    from kiosk.kinds.riddle.parse import parse  # YAML, spreadsheets and pinyin are for authors; a kiosk only decodes

    return parse(source)


def _facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    from kiosk.kinds.riddle.report import facts  # only where records are added up

    return facts(payload)


def _tables(content: Riddles | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    from kiosk.kinds.riddle.report import tables

    return tables(content, records)


KIND = Kind(
    key="riddle",
    format=1,
    title=Text("灯谜", "Riddles"),
    count=Text("{n} 面灯墙", "{n} walls|1 wall"),
    order=40,
    mark="dengmi",
    content=Riddles,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="RiddleScreen.qml",
    view_model="kiosk.kinds.riddle.viewmodel:RiddleViewModel",
    links=links,
    facts=_facts,
    tables=_tables,
)
