"""Suggestions (意见箱): write one, sealed to the office; read what became of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.suggestion.model import Box, seconds, text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.table import Table


def _parse(source: ItemSource) -> Box | None:
    from kiosk.kinds.suggestion.parse import parse  # YAML and keys are for authors; a kiosk only decodes

    return parse(source)


def _facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    from kiosk.kinds.suggestion.report import facts  # only where records are added up

    return facts(payload)


def _tables(content: Box | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    from kiosk.kinds.suggestion.report import tables

    return tables(content, records)


KIND = Kind(
    key="suggestion",
    format=1,
    title=Text("意见箱", "Your Say"),
    count=Text("{n} 个信箱", "{n} boxes|1 box"),
    order=90,
    mark="yijian",
    content=Box,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="SuggestionScreen.qml",
    view_model="kiosk.kinds.suggestion.viewmodel:SuggestionViewModel",
    facts=_facts,
    tables=_tables,
)
