"""Tables of `catalog-<generation>.db`. Written once, read only afterwards: a new generation is a new file."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, String, Table

from kiosk.catalog.snapshot import SNAPSHOT_FORMAT

FORMAT = SNAPSHOT_FORMAT
metadata = MetaData()

item = Table(
    "item",
    metadata,
    Column("uid", String, primary_key=True),  # pack/item
    Column("lang", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("condition", String, nullable=False),  # ok | newer | broken
    Column("title", String, nullable=False),
    Column("name", String, nullable=False),
    Column("subtitle", String, nullable=False),
    Column("era", String),
    Column("trade", String),
    Column("series", String, nullable=False),
    Column("episode", Integer, nullable=False),
    Column("place", Integer, nullable=False),  # order among its kind
    Column("seconds", Integer, nullable=False),
    Column("listen", Integer, nullable=False),
    Column("square", String, nullable=False),  # path of the square cover, relative to the blob folder; empty = none
    Column("thumb", String, nullable=False),
    Column("pinyin", String, nullable=False),
    Column("initials", String, nullable=False),
    Column("document", String, nullable=False),  # the ItemDocument, JSON
    Column("media", String, nullable=False),  # {pack path: blob path}, JSON
)
Index("item_list", item.c.lang, item.c.kind, item.c.place, item.c.uid)
Index("item_initials", item.c.lang, item.c.initials)

trade = Table(
    "trade",
    metadata,
    Column("key", String, primary_key=True),
    Column("zh", String, nullable=False),
    Column("en", String, nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("uid", String, primary_key=True),
    Column("lang", String, primary_key=True),
    Column("facts", String, nullable=False),  # core.people.PersonFacts, JSON
)

akin = Table(
    "akin",
    metadata,
    Column("uid", String, primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("other", String, nullable=False),  # pack/item
    Column("reason", String, nullable=False),  # link | person | law | topic
    Column("note", String, nullable=False),
)

playlist = Table(
    "playlist",
    metadata,
    Column("uid", String, primary_key=True),  # pack/playlist
    Column("place", Integer, nullable=False),
    Column("list", String, nullable=False),  # core.occasions.Playlist, JSON; its items are pack/item and all are there
)

pack = Table(
    "pack",
    metadata,
    Column("id", String, primary_key=True),
    Column("handoff", String, nullable=False),  # address for hand-off cards; empty = none
)

FTS = "CREATE VIRTUAL TABLE search USING fts5(title, body, uid UNINDEXED, lang UNINDEXED, tokenize='unicode61')"
"""Every Chinese character is a token of its own (`spaced`), so a phrase query finds two-character words; FTS5's trigram
tokenizer finds none of them."""


def spaced(text: str) -> str:
    """Put blanks round every Chinese character, so that each is one token."""
    return "".join(f" {c} " if "\u2e80" <= c <= "\u9fff" or c >= "\U00020000" else c for c in text)
