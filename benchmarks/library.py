"""A library of any size, written straight into a catalog: the pictures are real files, the signing and syncing is left out.

Covers are the sample stories' posters with their colours exchanged; every item has paths of its own (hard links), so no
picture is decoded twice from one cache entry. The texts are the sample stories' paragraphs.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from kiosk.authoring.pictures import cover_pictures
from kiosk.catalog.build import build
from kiosk.core.blocks import Block, Heading, Paragraph, Sentence, utf16_length
from kiosk.core.codec import encode
from kiosk.core.item import ERAS, Cover, Header, ItemDocument
from kiosk.kinds import discover
from kiosk.kinds.story import Story
from kiosk.samples import content_folder

PACK = "bench"
LONG = f"{PACK}/long"
TRADES = ("oil", "steel", "port", "textile", "rail", "space", "water", "post", "bus", "coal", "tool", "shop")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the pack; in the store its name is a hash, without a suffix that would tell its format."""

    sha256: str


@dataclass(slots=True)
class Pack:
    """A live pack as the catalog's builder wants it (`kiosk.catalog.build.PackLike`)."""

    folder: Path
    pack: str = PACK
    files: dict[str, File] = field(default_factory=dict)

    def write(self, path: str, value: object) -> None:
        """Put a JSON document into the pack."""
        target = self._target(path)
        target.write_text(json.dumps(value, ensure_ascii=False), "utf-8")

    def link(self, path: str, source: Path) -> None:
        """Put a file into the pack."""
        os.link(source, self._target(path))

    def _target(self, path: str) -> Path:
        name = hashlib.sha256(path.encode()).hexdigest()
        self.files[path] = File(name)
        target = self.blob(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def blob(self, name: str) -> Path:
        """The file of that name."""
        return self.folder / name[:2] / name


def make_library(place: Path, stories: int, characters: int, long_story: int) -> Path:
    """Write a library and return its data folder.

    Args:
        place: where; created.
        stories: number of items.
        characters: length of each story, about.
        long_story: length of one more, `bench/long`; 0 = none.
    """
    pack = fill(place, stories, characters, long_story)
    for kind in ("segment", "quiz"):
        # Of a format to come, so that home has all its rooms without content of these kinds.
        header = Header(title=kind, display=kind)
        pack.write(f"items/{kind}/item.zh.json", encode(ItemDocument(1, kind, 99, kind, "zh", header, {})))
    data = place / "data"
    build([pack], pack.blob, discover(), data / "catalog", 1)
    return data


def fill(place: Path, stories: int, characters: int, long_story: int = 0) -> Pack:
    """A pack of stories; see `make_library`."""
    pack = Pack(place / "blobs")
    covers = recoloured_covers(place / "covers")
    words = itertools.cycle(list(_paragraphs()))
    pack.write("pack.json", {"id": PACK, "version": 1, "trades": {t: {"zh": t, "en": t} for t in TRADES}})
    for n in range(stories):
        _put(pack, f"s{n:05}", n, covers[n % len(covers)], _blocks(words, characters))
    if long_story:
        _put(pack, "long", 0, covers[0], _blocks(words, long_story))
    return pack


def recoloured_covers(place: Path) -> list[Mapping[str, Path]]:
    """Six versions of every sample cover, as the pack builder makes them: `poster`, `square` and `thumb`."""
    place.mkdir(parents=True)
    made: list[Mapping[str, Path]] = []
    for source in sorted(content_folder().glob("*/stories/*/cover.svg")):
        files = cover_pictures(source, place / "cache")
        for n, order in enumerate(itertools.permutations((0, 1, 2))):
            version: dict[str, Path] = {}
            for name in ("poster", "square", "thumb"):
                original: Path = getattr(files, name)
                version[name] = place / f"{source.parent.name}-{n}-{name}{original.suffix}"
                _recolour(original, version[name], order)
            made.append(version)
    # Neighbours on a wall are different posters, not six versions of one.
    return made[::6] + [cover for n in range(1, 6) for cover in made[n::6]]


def _recolour(source: Path, target: Path, order: tuple[int, ...]) -> None:
    """Exchange the colour channels; a drawing stays a palette PNG."""
    with Image.open(source) as image:
        palette = image.getpalette() if image.mode == "P" else None
        if palette:
            image.putpalette([palette[i + c] for i in range(0, len(palette), 3) for c in order])
            image.save(target)
        else:
            bands = image.convert("RGB").split()
            Image.merge("RGB", [bands[c] for c in order]).save(target, quality=88)


def _put(pack: Pack, item: str, n: int, cover: Mapping[str, Path], blocks: tuple[Block, ...]) -> None:
    paths = {name: f"items/{item}/{name}{file.suffix}" for name, file in cover.items()}
    for name, file in cover.items():
        pack.link(paths[name], file)
    header = Header(
        title=f"先锋人物 {n}",
        display=f"先锋人物\n{n}",
        subtitle="钻井工人 大庆",
        line="一个人，\n一件事。",
        name=f"先锋{n}",
        era=ERAS[n % 4],
        trade=TRADES[n % len(TRADES)],
        order=n,
        seconds=60 + n % 9 * 100,
        cover=Cover(paths["poster"], paths["square"], paths["thumb"], "海报"),
        pinyin="xianfengrenwu",
        initials="xfrw",
    )
    text = "\n".join(b.text for b in blocks if isinstance(b, Paragraph | Heading))
    document = ItemDocument(1, "story", 1, item, "zh", header, encode(Story(blocks=blocks)), text)
    pack.write(f"items/{item}/item.zh.json", encode(document))


def _paragraphs() -> Iterator[str]:
    """Running text of the sample stories."""
    for file in sorted(content_folder().glob("*/stories/*/index.md")):
        body = file.read_text("utf-8").split("\n---\n", 1)[-1]
        for line in body.splitlines():
            plain = re.sub(r"[*_`]", "", line.strip())
            if len(plain) > 20 and plain[0] not in "#!>|-:[1234567890":
                yield plain


def _blocks(words: Iterator[str], characters: int) -> tuple[Block, ...]:
    """Paragraphs up to a length, with a heading before every eighth."""
    blocks: list[Block] = []
    key = length = 0
    while length < characters:
        if len(blocks) % 9 == 0:
            blocks.append(Heading(2, f"第 {len(blocks) // 9 + 1} 节"))
        text = next(words)
        marks: list[Sentence] = []
        start = 0
        for part in re.findall(r".*?[。！？]”?|.+$", text):
            end = start + utf16_length(part)
            marks.append(Sentence(start, end, key))
            start, key = end, key + 1
        blocks.append(Paragraph(text, text, tuple(marks)))
        length += len(text)
    return tuple(blocks)
