"""Read one generation of the catalog. All functions are for the `db` lane."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, create_engine, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from kiosk.catalog import schema
from kiosk.catalog.across import absolute
from kiosk.catalog.cards import Akin, Card, Opened, PersonCard
from kiosk.core.codec import decode
from kiosk.core.errors import ContentError, StorageError
from kiosk.core.item import ItemDocument
from kiosk.core.occasions import Playlist
from kiosk.core.people import PersonFacts
from kiosk.core.text import Lang, Text

MOST_FOUND = 60


_CARD = (
    "uid",
    "kind",
    "condition",
    "title",
    "name",
    "subtitle",
    "era",
    "trade",
    "series",
    "episode",
    "seconds",
    "listen",
    "square",
    "thumb",
)


class Catalog:
    """One `catalog-<generation>.db`, read only."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine: Engine | None = None

    def cards(self, lang: Lang, kind: str | None = None) -> tuple[Card, ...]:
        """All items of a kind, in their order."""
        query = select(*(schema.item.c[c] for c in _CARD)).where(schema.item.c.lang == lang)
        if kind:
            query = query.where(schema.item.c.kind == kind)
        return self._cards(query.order_by(schema.item.c.place, schema.item.c.uid))

    def trades(self, lang: Lang) -> dict[str, str]:
        """Trade key to its word."""
        with self._reader() as db:
            return {row.key: row.en if lang == "en" else row.zh for row in db.execute(select(schema.trade))}

    def open(self, uid: str, lang: Lang) -> Opened | None:
        """One item, or None when it is not (or no longer) there."""
        item = schema.item.c
        with self._reader() as db:
            row = db.execute(
                select(item.condition, item.document, item.media).where(item.uid == uid, item.lang == lang)
            ).one_or_none()
        if row is None:
            return None
        try:
            document = decode(ItemDocument, json.loads(row.document))
        except (ValueError, ContentError):
            return None
        related = self.by_uid(absolute(uid, document.header.related), lang)
        series = self._series(document, lang)
        media = json.loads(row.media)
        handoff = self._handoff(uid)
        return Opened(uid, row.condition, document, media, related, series, (), self.akin(uid, lang), handoff)

    def akin(self, uid: str, lang: Lang) -> tuple[Akin, ...]:
        """What belongs to an item across kinds, best first."""
        a = schema.akin.c
        with self._reader() as db:
            rows = db.execute(select(a.other, a.reason, a.note).where(a.uid == uid).order_by(a.rank)).all()
        cards = {card.uid: card for card in self.by_uid([row.other for row in rows], lang)}
        return tuple(Akin(cards[r.other], r.reason, r.note) for r in rows if r.other in cards)

    def playlists(self) -> tuple[Playlist, ...]:
        """All playlists in the order of the packs; their ids are `pack/playlist`, their items `pack/item`."""
        p = schema.playlist.c
        with self._reader() as db:
            return tuple(decode(Playlist, json.loads(row.list)) for row in db.execute(select(p.list).order_by(p.place)))

    def playlist(self, uid: str, lang: Lang) -> tuple[Playlist, tuple[Card, ...]] | None:
        """One playlist with the cards of its items, or None when it is not (or no longer) there."""
        p = schema.playlist.c
        with self._reader() as db:
            row = db.execute(select(p.list).where(p.uid == uid)).scalar_one_or_none()
        if row is None:
            return None
        playlist = decode(Playlist, json.loads(row))
        return playlist, self.by_uid(list(playlist.items), lang)

    def people(self, lang: Lang) -> tuple[PersonCard, ...]:
        """Everybody an item is about, in the order of lists."""
        p, item = schema.person.c, schema.item.c
        query = (
            select(p.facts, *(item[c] for c in _CARD))
            .join_from(schema.person, schema.item, (p.uid == item.uid) & (p.lang == item.lang))
            .where(item.lang == lang, item.condition == "ok")
            .order_by(item.place, item.uid)
        )
        with self._reader() as db:
            rows = db.execute(query).mappings().all()
        return tuple(PersonCard(_card(row), decode(PersonFacts, json.loads(row["facts"]))) for row in rows)

    def _handoff(self, uid: str) -> str:
        """The address of an item for a phone; empty when its pack names none."""
        pack, _, item = uid.partition("/")
        with self._reader() as db:
            url = db.execute(select(schema.pack.c.handoff).where(schema.pack.c.id == pack)).scalar_one_or_none()
        return str(url).replace("{item}", item) if url else ""

    def _series(self, document: ItemDocument, lang: Lang) -> tuple[Card, ...]:
        if not document.header.series:
            return ()
        item = schema.item.c
        query = select(*(item[c] for c in _CARD)).where(
            item.lang == lang, item.kind == document.kind, item.series == document.header.series, item.condition == "ok"
        )
        return self._cards(query.order_by(item.episode, item.place))

    def by_uid(self, uids: list[str], lang: Lang) -> tuple[Card, ...]:
        """The cards of these items, in this order; the missing are left out."""
        if not uids:
            return ()
        query = select(*(schema.item.c[c] for c in _CARD)).where(
            schema.item.c.uid.in_(uids), schema.item.c.lang == lang
        )
        found = {card.uid: card for card in self._cards(query)}
        return tuple(found[u] for u in uids if u in found)

    def search(self, words: str, lang: Lang) -> tuple[Card, ...]:
        """Items whose name, pinyin, initials or text match; best first, at most 60.

        Latin letters are tried as initials (`wjx`) and pinyin (`wangjin`) first; everything is tried as text.
        """
        asked = words.strip()[:60]
        if not asked:
            return ()
        uids: list[str] = []
        with self._reader() as db:
            letters = re.sub(r"[^a-z]", "", asked.lower())
            if letters and letters == re.sub(r"[\s']", "", asked.lower()):
                item = schema.item.c
                rows = db.execute(
                    select(item.uid)
                    .where(item.lang == lang, item.initials.like(f"%{letters}%") | item.pinyin.like(f"%{letters}%"))
                    .order_by(
                        item.initials.like(f"{letters}%").desc(), item.pinyin.like(f"{letters}%").desc(), item.place
                    )
                    .limit(MOST_FOUND)
                )
                uids += [r.uid for r in rows]
            phrase = _phrase(asked)
            if phrase:
                rows = db.execute(
                    text(
                        "SELECT uid FROM search WHERE search MATCH :phrase AND lang = :lang"
                        " ORDER BY bm25(search, 10.0, 1.0) LIMIT :most"
                    ),
                    {"phrase": phrase, "lang": lang, "most": MOST_FOUND},
                )
                uids += [r.uid for r in rows]
        return self.by_uid(list(dict.fromkeys(uids))[:MOST_FOUND], lang)

    def close(self) -> None:
        """Let go of the file."""
        if self._engine:
            self._engine.dispose()

    def _cards(self, query: Any) -> tuple[Card, ...]:
        with self._reader() as db:
            return tuple(_card(row) for row in db.execute(query).mappings())

    def _reader(self) -> AbstractContextManager[Connection]:
        if self._engine is None:

            def connect() -> sqlite3.Connection:
                return sqlite3.connect(
                    f"file:{self.path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False
                )

            self._engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
        return _reading(self._engine)


def _card(row: RowMapping) -> Card:
    plain = {c: row[c] for c in _CARD}
    return Card(**{**plain, "era": row["era"] or "", "trade": row["trade"] or "", "listen": bool(row["listen"])})


@contextmanager
def _reading(engine: Engine) -> Iterator[Connection]:
    """A connection whose errors, that of opening included, are `StorageError`."""
    try:
        with engine.connect() as connection:
            yield connection
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StorageError(
            "CATALOG",
            Text("目录打不开。", "The catalogue cannot be read."),
            Text("它会自己重建。", "It will be rebuilt by itself."),
        ) from error


def _phrase(asked: str) -> str:
    """An FTS5 query: every word of `asked` as a phrase, all of them somewhere; a last Latin word may go on."""
    runs = [re.findall(r"\w+", schema.spaced(word)) for word in asked.split()]
    phrases = ['"' + " ".join(tokens) + '"' for tokens in runs if tokens]
    last_is_word = bool(phrases) and phrases[-1].rstrip('"')[-1:].isascii()
    return " ".join(phrases) + ("*" if last_is_word else "")
