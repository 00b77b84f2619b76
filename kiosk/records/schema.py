"""Tables of `records.db`."""

from __future__ import annotations

import secrets

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    literal_column,
)

VERSION = 4

metadata = MetaData()

device = Table(
    "device",
    metadata,
    Column("id", String, primary_key=True),
    Column("boot", Integer, nullable=False),
    Column("secret", LargeBinary, nullable=False),  # keys the hash that stands for a person; never leaves the machine
)

record = Table(
    "record",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("device", String, nullable=False),
    Column("boot", Integer, nullable=False),  # counts openings of this book: `monotonic` is comparable within one
    Column("at", String, nullable=False),  # UTC, ISO 8601
    Column("monotonic", Float, nullable=False),  # seconds
    Column("clock_trusted", Integer, nullable=False),
    Column("visit", String, nullable=False),
    Column("uid", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", String, nullable=False),
    Column(
        "person", String, nullable=False, server_default=""
    ),  # keyed hash of who said who they are; empty: nobody did
    Column("once", String),  # what may be recorded once only: a ballot, a finished questionnaire
    Column("unit", String, nullable=False, server_default=""),  # workshop of the person by the roster
    sqlite_autoincrement=True,
)
CHOSEN: ColumnElement[int] = literal_column("CASE WHEN json_valid(payload) THEN json_extract(payload, '$.entry') END")
"""What a record votes for; null where it is no vote. SQLite finds the index by these very words."""
Index("record_item", record.c.kind, record.c.uid, record.c.person)
Index(
    "record_newest", record.c.kind, record.c.uid
)  # by sequence in itself: the newest of an item without reading the others
Index("record_chosen", record.c.kind, record.c.uid, CHOSEN, sqlite_where=CHOSEN.is_not(None))
Index("record_once", record.c.once, unique=True)
Index("record_person", record.c.person, sqlite_where=record.c.person != "")  # for erasing what is one person's

note = Table(
    "note",
    metadata,
    Column("name", String, primary_key=True),  # `acknowledged`: up to which sequence the office has everything
    Column("value", String, nullable=False),
)

roster = Table(
    "roster",
    metadata,
    Column("person", String, primary_key=True),  # keyed hash of the worker number
    Column("card", String, unique=True),  # keyed hash of the card's number; null without one
    Column("shown", String, nullable=False),  # masked name
    Column("unit", String, nullable=False),  # workshop
    Column("team", String, nullable=False),
)
Index("roster_unit", roster.c.unit, roster.c.team)


def new_secret() -> bytes:
    """A key for the hashes of one machine."""
    return secrets.token_bytes(32)


def upgrade(connection: Connection, found: int) -> None:
    """Bring an older `records.db` to `VERSION`, inside one transaction."""
    if found < 2:
        connection.exec_driver_sql("ALTER TABLE device ADD COLUMN secret BLOB NOT NULL DEFAULT x''")
        connection.execute(device.update().values(secret=new_secret()))
        connection.exec_driver_sql("ALTER TABLE record ADD COLUMN person VARCHAR NOT NULL DEFAULT ''")
        connection.exec_driver_sql("ALTER TABLE record ADD COLUMN once VARCHAR")
        connection.exec_driver_sql("DROP INDEX record_item")
        _create_indexes(connection, "record_item", "record_once")
    if found < 3:
        connection.exec_driver_sql("ALTER TABLE record ADD COLUMN unit VARCHAR NOT NULL DEFAULT ''")
        _create_indexes(connection, "record_person")
    if found < 4:
        _create_indexes(connection, "record_newest", "record_chosen")
    metadata.create_all(connection)  # tables that are new as a whole


def _create_indexes(connection: Connection, *names: str) -> None:
    for index in record.indexes:
        if index.name in names:
            index.create(connection)
