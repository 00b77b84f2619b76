"""Write the catalog of what is live, and the home snapshot that lets the first frame do without a database.

Runs in the sync worker after the flip, or on the `io` lane when a kiosk starts and finds its catalog missing or old.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Table, create_mock_engine, insert
from sqlalchemy.dialects import sqlite as dialect

from kiosk.catalog import schema
from kiosk.catalog.across import Across, absolute, at_most_a_day, read_across
from kiosk.catalog.akin import Thing, ties
from kiosk.catalog.snapshot import SNAPSHOT_FORMAT, HomeCard, HomeDay, HomeList, HomeSnapshot, Room, SnapshotFile
from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.core.item import ERAS, ITEM_FORMAT, Header, ItemDocument
from kiosk.core.kind import Kind
from kiosk.core.occasions import Playlist
from kiosk.core.people import PersonFacts
from kiosk.core.text import LANGS, Lang

_log = logging.getLogger(__name__)
FEATURED = 24
MINUTES = (3, 8, 15)
"""A break at the machine, a tea break, half a lunch break."""
LIMIT = 32 * 1024 * 1024
_UNREADABLE = (OSError, ValueError, AttributeError, TypeError, OverflowError, RecursionError)
"""What reading one document can end in: the disk, no JSON, another shape, infinite numbers, a thousand brackets."""


class BlobLike(Protocol):
    """A file of a live pack."""

    @property
    def sha256(self) -> str:
        """Its name in the store."""


class PackLike(Protocol):
    """A live pack, as the store gives it."""

    @property
    def pack(self) -> str:
        """Its id."""

    @property
    def files(self) -> Mapping[str, BlobLike]:
        """Its files by pack path."""


@dataclass(frozen=True, slots=True)
class _Item:
    uid: str
    lang: Lang
    kind: str
    condition: str
    header: Header
    raw: str
    text: str
    media: dict[str, str]
    person: PersonFacts | None = None
    links: tuple[str, ...] = ()


def build(
    packs: Iterable[PackLike], blob_path: Any, kinds: Mapping[str, Kind], folder: Path, generation: int
) -> HomeSnapshot:
    """Write `catalog-<generation>.db` and `home.json` into `folder`, atomically: readers see the old or the new.

    Args:
        packs: what is live; of two publishers with one pack id the first keeps an item, in all its languages.
        blob_path: sha256 to the file that holds it.
        kinds: the kinds this kiosk knows.
        folder: created when missing.
        generation: number of this state of the store.
    """
    folder.mkdir(parents=True, exist_ok=True)
    items: list[_Item] = []
    trades: dict[str, dict[str, str]] = {}
    owners: dict[str, int] = {}
    across: list[Across] = []
    for n, pack in enumerate(packs):
        found, words, more = _read_pack(pack, blob_path, kinds)
        across.append(more)
        items += [i for i in _unique(found) if owners.setdefault(i.uid, n) == n]
        for uid in {i.uid for i in found if owners[i.uid] != n}:
            _log.warning("%s is published twice; the first is shown", uid)
        trades |= words
    items = _fill_languages(items)
    target = folder / f"catalog-{generation}.db"
    draft = folder / f".catalog-{generation}-{os.getpid()}.tmp"
    draft.unlink(missing_ok=True)
    shown = _shown(items)
    playlists = [p for more in across for p in more.playlists_of(shown)]
    _write_db(draft, items, trades, playlists, across)
    draft.replace(target)
    days = [d for more in across for d in more.days_of(shown)]
    lengths = {(i.uid, i.lang): i.header.seconds for i in items}
    snapshot = replace(
        _snapshot(items, kinds, target.name, generation),
        playlists=tuple(_home_list(p, shown, lengths) for p in playlists),
        days=tuple(HomeDay(d, _square(shown[d.item])) for d in at_most_a_day(days)),
    )
    SnapshotFile(folder).write(snapshot)
    _drop_old(folder, generation)
    return snapshot


def _drop_old(folder: Path, generation: int) -> None:
    """Keep this generation and the one before: a running kiosk reads that until it has seen the new snapshot."""
    known = sorted(folder.glob("catalog-*.db"), key=lambda p: _number(p.stem), reverse=True)
    for old in [p for p in known if _number(p.stem) != generation][1:]:
        try:
            old.unlink()
        except OSError:  # Windows: still open; the next build removes it
            _log.info("old catalog %s is still in use", old.name)


def _number(stem: str) -> int:
    digits = stem.removeprefix("catalog-")
    return int(digits) if digits.isdigit() else -1


def _read_pack(
    pack: PackLike, blob_path: Any, kinds: Mapping[str, Kind]
) -> tuple[list[_Item], dict[str, dict[str, str]], Across]:
    def load(path: str) -> Any:
        return _parse(blob_path(pack.files[path].sha256).read_bytes()[:LIMIT])

    media = {path: blob_path(ref.sha256).as_posix() for path, ref in pack.files.items() if not path.endswith(".json")}
    items: list[_Item] = []
    try:
        head = load("pack.json")
        trades = {str(k): {str(a): str(b) for a, b in v.items()} for k, v in dict(head.get("trades", {})).items()}
    except (*_UNREADABLE, KeyError) as error:
        _log.error("pack %s has no readable pack.json: %r", pack.pack, error)
        return [], {}, Across(pack.pack)
    for path in sorted(pack.files):
        parts = path.split("/")
        if len(parts) == 3 and parts[0] == "items" and parts[2] in ("item.zh.json", "item.en.json"):
            item = _read_item(f"{pack.pack}/{parts[1]}", load, path, kinds, media)
            if item:
                items.append(item)
    return items, trades, read_across(pack.pack, head)


def _parse(raw: bytes) -> Any:
    """JSON that can be stored: half a surrogate pair is a ValueError, however deep it lies."""
    value = json.loads(raw)
    if b"\\u" in raw:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def _read_item(uid: str, load: Any, path: str, kinds: Mapping[str, Kind], media: dict[str, str]) -> _Item | None:
    newer = False
    person: PersonFacts | None = None
    links: tuple[str, ...] = ()
    try:
        raw = load(path)
        newer = int(raw.get("format", 0)) > ITEM_FORMAT
        document = decode(ItemDocument, raw)
        kind = kinds.get(document.kind)
        condition = "ok"
        if newer or kind is None or document.kind_format > kind.format:
            condition = "newer"
        else:
            content: Any = decode(kind.content, document.content)
            person, links = kind.person(content), kind.links(content)
    except ContentError as error:
        _log.warning("%s: %s", uid, error)
        condition = "newer" if newer else "broken"
        saved = _salvage(uid, raw)
        if saved is None:
            return None
        document = saved
    except _UNREADABLE as error:
        _log.warning("%s: %r", uid, error)
        return None
    prefix = f"items/{document.id}/"
    own = {p: f for p, f in media.items() if p.startswith(prefix)}
    return _Item(
        uid,
        document.lang,
        document.kind,
        condition,
        document.header,
        json.dumps(encode(document), ensure_ascii=False),
        document.text,
        own,
        person,
        links,
    )


def _salvage(uid: str, raw: Any) -> ItemDocument | None:
    """Enough of a broken document to show its title on the "cannot be shown" page."""
    try:
        header = decode(Header, raw["header"])
        return ItemDocument(
            1, str(raw["kind"]), 1, uid.split("/")[1], "en" if raw.get("lang") == "en" else "zh", header, {}
        )
    except (ContentError, KeyError, TypeError):
        return None


def _unique(items: list[_Item]) -> list[_Item]:
    """Both files of an item may claim one language; the first does."""
    first: dict[tuple[str, Lang], _Item] = {}
    for item in items:
        first.setdefault((item.uid, item.lang), item)
    return list(first.values())


def _fill_languages(items: list[_Item]) -> list[_Item]:
    """An item that is not translated is listed in its own language for readers of the other."""
    have = {(i.uid, i.lang) for i in items}
    extra = [replace(i, lang=lang) for i in items for lang in LANGS if (i.uid, lang) not in have]
    return items + extra


def _ordered(items: Iterable[_Item]) -> list[_Item]:
    return sorted(items, key=lambda i: (i.header.order, i.header.series, i.header.episode, i.uid))


def _shown(items: list[_Item]) -> dict[str, _Item]:
    """What can be shown, each item once, in the order of lists."""
    return {i.uid: i for i in _ordered(items) if i.lang == "zh" and i.condition == "ok"}


def _square(i: _Item) -> str:
    return i.media.get(i.header.cover.square, "") if i.header.cover else ""


def _home_list(playlist: Playlist, shown: Mapping[str, _Item], lengths: Mapping[tuple[str, Lang], int]) -> HomeList:
    held = [shown[uid] for uid in playlist.items]
    picture = next(filter(None, map(_square, held)), "")
    seconds: dict[str, int] = {lang: sum(lengths[i.uid, lang] for i in held) for lang in LANGS}
    return HomeList(replace(playlist, items=()), len(held), seconds, picture)


def _thing(i: _Item) -> Thing:
    related = tuple(absolute(i.uid, i.header.related))
    leads = (*related, *absolute(i.uid, i.links))
    name = i.person.name if i.person else ""
    return Thing(i.uid, i.kind, i.header.title, name, i.header.keywords, i.text, leads, related)


def _write_db(
    path: Path,
    items: list[_Item],
    trades: dict[str, dict[str, str]],
    playlists: list[Playlist],
    across: list[Across],
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=OFF")  # a draft: a torn one is thrown away
        db.execute(f"PRAGMA user_version={schema.FORMAT}")
        engine = create_mock_engine(
            "sqlite://", lambda ddl, *_: db.execute(str(ddl.compile(dialect=dialect.dialect())))
        )
        schema.metadata.create_all(engine, checkfirst=False)
        db.execute(schema.FTS)
        db.execute("BEGIN")
        db.executemany(
            _insert(schema.trade), [{"key": k, "zh": w.get("zh", k), "en": w.get("en", k)} for k, w in trades.items()]
        )
        db.executemany(_insert(schema.item), [_row(i, n) for n, i in enumerate(_ordered(items))])
        db.executemany(
            "INSERT INTO search(title, body, uid, lang) VALUES (?,?,?,?)",
            [
                (
                    schema.spaced(" ".join((i.header.title, i.header.name, i.header.subtitle, *i.header.keywords))),
                    schema.spaced(i.text),
                    i.uid,
                    i.lang,
                )
                for i in items
                if i.condition == "ok"
            ],
        )
        _write_across(db, items, playlists, across)
        db.execute("COMMIT")


def _write_across(db: sqlite3.Connection, items: list[_Item], playlists: list[Playlist], across: list[Across]) -> None:
    """What leads from one item to others."""
    db.executemany(
        _insert(schema.person),
        [{"uid": i.uid, "lang": i.lang, "facts": _json(i.person)} for i in items if i.person],
    )
    db.executemany(
        _insert(schema.playlist),
        [{"uid": p.id, "place": n, "list": _json(p)} for n, p in enumerate(playlists)],
    )
    handoffs = {more.pack: more.handoff for more in across if more.handoff}
    db.executemany(_insert(schema.pack), [{"id": pack, "handoff": url} for pack, url in handoffs.items()])
    tied = ties([_thing(i) for i in _shown(items).values()])
    db.executemany(
        _insert(schema.akin),
        [
            {"uid": uid, "rank": n, "other": tie.uid, "reason": tie.reason, "note": tie.note}
            for uid, found in tied.items()
            for n, tie in enumerate(found)
        ],
    )


def _json(value: object) -> str:
    return json.dumps(encode(value), ensure_ascii=False)


def _insert(table: Table) -> str:
    return str(insert(table).compile(dialect=dialect.dialect(paramstyle="named")))


def _row(i: _Item, place: int) -> dict[str, object]:
    h = i.header
    return {
        "uid": i.uid, "lang": i.lang, "kind": i.kind, "condition": i.condition, "title": h.title, "name": h.name or h.title,
        "subtitle": h.subtitle, "era": h.era, "trade": h.trade, "series": h.series, "episode": h.episode, "place": place,
        "seconds": h.seconds, "listen": int(h.listen), "square": i.media.get(h.cover.square, "") if h.cover else "",
        "thumb": i.media.get(h.cover.thumb, "") if h.cover else "", "pinyin": h.pinyin, "initials": h.initials,
        "document": i.raw, "media": json.dumps(i.media, ensure_ascii=False),
    }  # fmt: skip


def _snapshot(items: list[_Item], kinds: Mapping[str, Kind], name: str, generation: int) -> HomeSnapshot:
    rooms = []
    for kind in sorted(kinds.values(), key=lambda k: k.order):
        count = len({i.uid for i in items if i.kind == kind.key})
        if count:
            rooms.append(Room(kind.key, encode(kind.title), encode(kind.count), kind.mark, count))
    keep = _featured(items)
    cards = tuple(_home_card(i) for i in _ordered(i for i in items if i.uid in keep))
    ones = {i.uid: i for i in items if i.lang == "zh"}.values()
    eras = Counter(i.header.era for i in ones if i.header.era and i.kind == "story")
    minutes = {str(m): sum(0 < i.header.seconds <= m * 60 for i in ones) for m in MINUTES}
    return HomeSnapshot(
        SNAPSHOT_FORMAT, generation, name, tuple(rooms), cards, {e: eras[e] for e in ERAS if eras[e]}, minutes
    )


def _featured(items: list[_Item]) -> set[str]:
    """At most 24 items for home and the attract loop, spread over the library.

    Stories with a poster and a sentence; where a library has none, whatever can be shown: a wall that says nothing is
    worse than one without a picture.
    """
    shown = [i for i in _ordered(items) if i.lang == "zh" and i.condition == "ok"]
    best = [i for i in shown if i.kind == "story" and i.header.cover and i.header.line] or shown
    step = max(1, len(best) // FEATURED)
    return {i.uid for i in best[::step][:FEATURED]}


def _home_card(i: _Item) -> HomeCard:
    h = i.header
    poster, alt = (i.media.get(h.cover.poster, ""), h.cover.alt) if h.cover else ("", "")
    return HomeCard(i.uid, i.lang, i.kind, h.title, h.subtitle, h.line, h.quoted, h.name, poster, alt, h.listen)
