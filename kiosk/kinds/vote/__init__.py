"""Contests (评选): photos, poems, essays, speeches and people to choose from; votes, nominations and a wall of results."""

from __future__ import annotations

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.vote.model import Contest, seconds, text


def _parse(source: ItemSource) -> Contest | None:
    from kiosk.kinds.vote.parse import parse  # YAML and pictures are for authors; a kiosk only decodes

    return parse(source)


KIND = Kind(
    key="vote",
    format=1,
    title=Text("评选", "Votes"),
    count=Text("{n} 场评选", "{n} votes"),
    order=60,
    mark="toupiao",
    content=Contest,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="VoteScreen.qml",
    view_model="kiosk.kinds.vote.viewmodel:VoteViewModel",
)
