"""Laws and rules (政策库): contents, articles, plain words, search inside, what is in force, what was changed."""

from __future__ import annotations

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.document.model import Document, links, seconds, text


def _parse(source: ItemSource) -> Document | None:
    from kiosk.kinds.document.parse import parse  # reading and comparing texts is for authors; a kiosk only decodes

    return parse(source)


KIND = Kind(
    key="document",
    format=1,
    title=Text("政策库", "Laws and rules"),
    count=Text("{n} 部法规", "{n} laws|1 law"),
    order=50,
    mark="zhengce",
    content=Document,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="DocumentScreen.qml",
    view_model="kiosk.kinds.document.viewmodel:DocumentViewModel",
    links=links,
)
