"""Riddles (灯谜): a wall of lanterns, each with a riddle behind it."""

from __future__ import annotations

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.riddle.model import Riddles, links, seconds, text


def _parse(source: ItemSource) -> Riddles | None:
    from kiosk.kinds.riddle.parse import parse  # YAML, spreadsheets and pinyin are for authors; a kiosk only decodes

    return parse(source)


KIND = Kind(
    key="riddle",
    format=1,
    title=Text("灯谜", "Riddles"),
    count=Text("{n} 面灯墙", "{n} walls"),
    order=40,
    mark="dengmi",
    content=Riddles,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="RiddleScreen.qml",
    view_model="kiosk.kinds.riddle.viewmodel:RiddleViewModel",
    links=links,
)
