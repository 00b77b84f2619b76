"""Contests (评选): photos, poems, essays, speeches and people to choose from; votes, nominations and a wall of results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.vote.model import Contest, seconds, text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.table import Table


def _parse(source: ItemSource) -> Contest | None:
    from kiosk.kinds.vote.parse import parse  # YAML and pictures are for authors; a kiosk only decodes

    return parse(source)


def _facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    from kiosk.kinds.vote.report import facts  # only where records are added up

    return facts(payload)


def _tables(content: Contest | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    from kiosk.kinds.vote.report import tables

    return tables(content, records)


KIND = Kind(
    key="vote",
    format=1,
    title=Text("评选", "Votes"),
    count=Text("{n} 场评选", "{n} votes|1 vote"),
    order=60,
    mark="toupiao",
    content=Contest,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="VoteScreen.qml",
    view_model="kiosk.kinds.vote.viewmodel:VoteViewModel",
    facts=_facts,
    tables=_tables,
)
