"""Where packs come from. A source is a class with `label`, `open` and `gone`; nothing it gives is believed."""

from __future__ import annotations

from kiosk.packs.source.base import Source, Stream
from kiosk.packs.source.folder import FolderSource
from kiosk.packs.source.opening import open_source

__all__ = ["FolderSource", "Source", "Stream", "open_source"]
