"""The Qt-free half of the kit for kinds."""

from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.core.findings import Finding, Findings
from kiosk.core.item import Header, ItemDocument, Source
from kiosk.core.kind import Kind
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Lang, Text

__all__ = [
    "ContentError", "Fields", "Finding", "Findings", "Header", "ItemDocument", "ItemSource", "Kind", "Lang", "Source", "Text",
    "decode", "encode",
]  # fmt: skip
