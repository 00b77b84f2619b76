"""Surveys (问卷): one question a page, an answer nobody is forced to give, stored before anybody is thanked."""

from __future__ import annotations

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.survey.model import Survey, seconds, text


def _parse(source: ItemSource) -> Survey | None:
    from kiosk.kinds.survey.parse import parse  # YAML and spreadsheets are for authors; a kiosk only decodes

    return parse(source)


KIND = Kind(
    key="survey",
    format=1,
    title=Text("问卷", "Surveys"),
    count=Text("{n} 份问卷", "{n} surveys"),
    order=45,
    mark="wenjuan",
    content=Survey,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="SurveyScreen.qml",
    view_model="kiosk.kinds.survey.viewmodel:SurveyViewModel",
)
