"""Read one generation of the catalog. All functions are for the `db` lane."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from kiosk.catalog import schema
from kiosk.catalog.cards import Card, Opened
from kiosk.core.codec import decode
from kiosk.core.errors import ContentError, StorageError
from kiosk.core.item import ItemDocument
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
        return Opened(uid, row.condition, document, json.loads(row.media), related, self._series(document, lang))

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
            return tuple(
                Card(**{**row, "era": row["era"] or "", "trade": row["trade"] or "", "listen": bool(row["listen"])})
                for row in db.execute(query).mappings()
            )

    def _reader(self) -> AbstractContextManager[Connection]:
        if self._engine is None:

            def connect() -> sqlite3.Connection:
                return sqlite3.connect(
                    f"file:{self.path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False
                )

            self._engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
        return _reading(self._engine)


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


def absolute(uid: str, ids: Iterable[str]) -> list[str]:
    """Item ids as an item of `uid`'s pack writes them, as `pack/item`."""
    pack = uid.split("/", maxsplit=1)[0]
    return [i if "/" in i else f"{pack}/{i}" for i in ids]


def _phrase(asked: str) -> str:
    """An FTS5 query: every word of `asked` as a phrase, all of them somewhere; a last Latin word may go on."""
    runs = [re.findall(r"\w+", schema.spaced(word)) for word in asked.split()]
    phrases = ['"' + " ".join(tokens) + '"' for tokens in runs if tokens]
    last_is_word = bool(phrases) and phrases[-1].rstrip('"')[-1:].isascii()
    return " ".join(phrases) + ("*" if last_is_word else "")
