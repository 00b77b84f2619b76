"""What a report needs of the packs: titles of items, words of questions, and the contents that kinds count with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.codec import decode
from kiosk.core.errors import ContentError

if TYPE_CHECKING:
    from kiosk.catalog.reader import Catalog
    from kiosk.core.text import Lang
    from kiosk.reports.material import Item


class Contents:
    """The live packs of a data folder; without one everything is called by its id.

    Args:
        data: the data folder.
        lang: of titles and questions.
    """

    def __init__(self, data: Path, lang: Lang) -> None:
        self._data, self._lang = data, lang

    @cached_property
    def _catalog(self) -> Catalog | None:
        from kiosk.catalog.reader import Catalog
        from kiosk.catalog.snapshot import SnapshotFile
        from kiosk.library import ensure_catalog

        if not (self._data / "store").is_dir():
            return None
        ensure_catalog(self._data)
        folder = self._data / "catalog"
        name = SnapshotFile(folder).read().catalog
        return Catalog(folder / name) if name and (folder / name).is_file() else None

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Title and kind of every item; in Chinese where there is nothing in the reader's language."""
        from kiosk.reports.material import Item

        if self._catalog is None:
            return {}
        found: dict[str, Item] = {}
        for lang in ("zh", self._lang):
            found |= {card.uid: Item(card.title, card.kind) for card in self._catalog.cards(lang)}
        return found

    def of(self, uid: str) -> Any:
        """The content of an item as its kind has it; None when it is not there, or newer than this program."""
        from kiosk.kinds import discover

        if self._catalog is None:
            return None
        opened = self._catalog.open(uid, self._lang) or self._catalog.open(uid, "zh")
        kind = discover().get(opened.document.kind) if opened else None
        if opened is None or kind is None:
            return None
        try:
            return decode(kind.content, opened.document.content)
        except ContentError:
            return None

    def close(self) -> None:
        """Let go of the catalog."""
        if self._catalog is not None:
            self._catalog.close()
