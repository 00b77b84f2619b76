"""Stories of model workers: text, pictures and a narration that lights up the sentence being read."""

from __future__ import annotations

from kiosk.core.kind import Kind
from kiosk.core.text import Text
from kiosk.kinds.story.model import Story, links, parse, person, seconds, text

KIND = Kind(
    key="story",
    format=1,
    title=Text("劳模故事", "Model workers"),
    count=Text("{n} 位", "{n} people|1 person"),
    order=10,
    mark="gushi",
    content=Story,
    parse=parse,
    text=text,
    seconds=seconds,
    screen="StoryScreen.qml",
    view_model="kiosk.kinds.story.viewmodel:StoryViewModel",
    links=links,
    person=person,
)

__all__ = ["KIND", "Story"]
