"""Packs as the catalog sees them, made of plain files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.catalog.build import build
from kiosk.catalog.reader import Catalog
from kiosk.catalog.snapshot import HomeSnapshot
from kiosk.core.codec import encode
from kiosk.core.item import Cover, Header, ItemDocument
from kiosk.kinds import discover


@dataclass(frozen=True)
class Ref:
    """A file of a pack."""

    sha256: str


@dataclass
class FakePack:
    """A live pack whose files lie in one folder, by their hash."""

    pack: str
    blobs: Path
    files: dict[str, Ref] = field(default_factory=dict)

    def put(self, path: str, body: bytes) -> None:
        sha256 = hashlib.sha256(body).hexdigest()
        self.blobs.mkdir(parents=True, exist_ok=True)
        (self.blobs / sha256).write_bytes(body)
        self.files[path] = Ref(sha256)

    def put_json(self, path: str, value: Any) -> None:
        self.put(path, json.dumps(value).encode())


@dataclass
class Shelf:
    """Packs and the catalog built from them."""

    base: Path
    packs: list[FakePack] = field(default_factory=list)
    generation: int = 0

    @property
    def folder(self) -> Path:
        return self.base / "catalog"

    def pack(self, name: str, trades: dict[str, Any] | None = None) -> FakePack:
        made = FakePack(name, self.base / "blobs")
        made.put_json("pack.json", {"id": name, "version": 1, "trades": trades or {}})
        self.packs.append(made)
        return made

    def build(self, packs: Iterable[FakePack] | None = None) -> HomeSnapshot:
        self.generation += 1
        live = self.packs if packs is None else packs
        return build(live, lambda sha256: self.base / "blobs" / sha256, discover(), self.folder, self.generation)

    def catalog(self) -> Catalog:
        return Catalog(self.folder / f"catalog-{self.generation}.db")


def document(item: str = "wang", lang: str = "zh", **changes: Any) -> dict[str, Any]:
    """A story's document; keys of the header may be given as they are, others replace the document's."""
    head = {k: changes.pop(k) for k in list(changes) if k in Header.__slots__}
    head.setdefault("title", "铁人王进喜" if lang == "zh" else "Iron Man Wang")
    head.setdefault("display", head["title"])
    header = Header(**head)
    made = ItemDocument(
        1, "story", 1, item, "en" if lang == "en" else "zh", header, {"blocks": []}, changes.pop("text", "")
    )
    return {**encode(made), **changes}


def put_item(
    pack: FakePack, item: str = "wang", lang: str = "zh", *, cover: bool | bytes = False, **changes: Any
) -> None:
    """Put one item in one language into a pack; `cover` may be the bytes of its pictures."""
    if cover:
        names = [f"items/{item}/{n}.jpg" for n in ("poster", "square", "thumb")]
        changes["cover"] = Cover(*names, "海报")
        for name in names:
            pack.put(name, cover if isinstance(cover, bytes) else name.encode())
    pack.put_json(f"items/{item}/item.{lang}.json", document(item, lang, **changes))


def picture() -> bytes:
    """A small picture that Qt can show."""
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (50, 70), "#26424F").save(out, "PNG")
    return out.getvalue()
