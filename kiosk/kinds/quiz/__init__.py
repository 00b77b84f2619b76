"""Quizzes: questions drawn from a bank, answered against the clock, explained at once."""

from __future__ import annotations

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.quiz.model import Quiz, links, seconds, text


def _parse(source: ItemSource) -> Quiz | None:
    from kiosk.kinds.quiz.parse import parse  # YAML and spreadsheets are for authors; a kiosk only decodes

    return parse(source)


KIND = Kind(
    key="quiz",
    format=1,
    title=Text("答题", "Quizzes"),
    count=Text("{n} 套", "{n} sets"),
    order=30,
    mark="dati",
    content=Quiz,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="QuizScreen.qml",
    view_model="kiosk.kinds.quiz.viewmodel:QuizViewModel",
    links=links,
)
