"""Suggestions (意见箱): write one, sealed to the office; read what became of the others."""

from __future__ import annotations

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.suggestion.model import Box, seconds, text


def _parse(source: ItemSource) -> Box | None:
    from kiosk.kinds.suggestion.parse import parse  # YAML and keys are for authors; a kiosk only decodes

    return parse(source)


KIND = Kind(
    key="suggestion",
    format=1,
    title=Text("意见箱", "Your Say"),
    count=Text("{n} 个", "{n} boxes"),
    order=90,
    mark="yijian",
    content=Box,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="SuggestionScreen.qml",
    view_model="kiosk.kinds.suggestion.viewmodel:SuggestionViewModel",
)
