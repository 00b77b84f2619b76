"""Quizzes: questions drawn from a bank, answered against the clock, explained at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.quiz.model import Quiz, links, seconds, text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.table import Table


def _parse(source: ItemSource) -> Quiz | None:
    from kiosk.kinds.quiz.parse import parse  # YAML and spreadsheets are for authors; a kiosk only decodes

    return parse(source)


def _facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    from kiosk.kinds.quiz.report import facts  # only where records are added up

    return facts(payload)


def _tables(content: Quiz | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    from kiosk.kinds.quiz.report import tables

    return tables(content, records)


KIND = Kind(
    key="quiz",
    format=1,
    title=Text("答题", "Quizzes"),
    count=Text("{n} 套", "{n} sets|1 set"),
    order=30,
    mark="dati",
    content=Quiz,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="QuizScreen.qml",
    view_model="kiosk.kinds.quiz.viewmodel:QuizViewModel",
    links=links,
    facts=_facts,
    tables=_tables,
)
