"""Segments: a short film or a sound programme, with captions in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.core.kind import Kind
from kiosk.core.text import Text
from kiosk.kinds.segment.model import Chapter, Segment, parse, seconds, text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.table import Table


def _facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    from kiosk.kinds.segment.report import facts  # only where records are added up

    return facts(payload)


def _tables(content: Segment | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    from kiosk.kinds.segment.report import tables

    return tables(content, records)


KIND = Kind(
    key="segment",
    format=1,
    title=Text("时代先锋", "Times Pioneer"),
    count=Text("{n} 段", "{n} shows|1 show"),
    order=20,
    mark="shidai",
    content=Segment,
    parse=parse,
    text=text,
    seconds=seconds,
    screen="SegmentScreen.qml",
    view_model="kiosk.kinds.segment.viewmodel:SegmentViewModel",
    facts=_facts,
    tables=_tables,
)

__all__ = ["KIND", "Chapter", "Segment"]
