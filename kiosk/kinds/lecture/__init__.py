"""Lectures (劳模讲堂): a run order of slides, films, questions and polls that a speaker holds in front of a room."""

from __future__ import annotations

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.lecture.model import Lecture, links, seconds, text


def _parse(source: ItemSource) -> Lecture | None:
    from kiosk.kinds.lecture.parse import (
        parse,
    )  # Markdown, pictures, PDF and ffprobe are for authors; a kiosk only decodes

    return parse(source)


KIND = Kind(
    key="lecture",
    format=1,
    title=Text("劳模讲堂", "Lectures"),
    count=Text("{n} 讲", "{n} lectures|1 lecture"),
    order=15,
    mark="jiangtang",
    content=Lecture,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="LectureScreen.qml",
    view_model="kiosk.kinds.lecture.viewmodel:LectureViewModel",
    links=links,
)
