"""Segments: a short film or a sound programme, with captions in both languages."""

from kiosk.core.kind import Kind
from kiosk.core.text import Text
from kiosk.kinds.segment.model import Chapter, Segment, parse, seconds, text

KIND = Kind(
    key="segment",
    format=1,
    title=Text("时代先锋", "Times Pioneer"),
    count=Text("{n} 段", "{n} shows"),
    order=20,
    mark="shidai",
    content=Segment,
    parse=parse,
    text=text,
    seconds=seconds,
    screen="SegmentScreen.qml",
    view_model="kiosk.kinds.segment.viewmodel:SegmentViewModel",
)

__all__ = ["KIND", "Chapter", "Segment"]
