"""Surveys (问卷): one question a page, an answer nobody is forced to give, stored before anybody is thanked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.survey.model import Survey, seconds, text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.table import Table


def _parse(source: ItemSource) -> Survey | None:
    from kiosk.kinds.survey.parse import parse  # YAML and spreadsheets are for authors; a kiosk only decodes

    return parse(source)


def _facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    from kiosk.kinds.survey.report import facts  # only where records are added up

    return facts(payload)


def _tables(content: Survey | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    from kiosk.kinds.survey.report import tables

    return tables(content, records)


KIND = Kind(
    key="survey",
    format=1,
    title=Text("问卷", "Surveys"),
    count=Text("{n} 份问卷", "{n} surveys|1 survey"),
    order=45,
    mark="wenjuan",
    content=Survey,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="SurveyScreen.qml",
    view_model="kiosk.kinds.survey.viewmodel:SurveyViewModel",
    facts=_facts,
    tables=_tables,
)
