"""Tables of the office's database. The migrations make them; a test compares the two.

Moments are UTC in ISO 8601 with milliseconds, one width, so that they sort as text in both databases. Totals are whole
thousandths: sums of binary fractions would depend on the order in which batches arrive.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

HEAD = "0003"
"""The newest revision in `migrations/versions`."""

metadata = MetaData()

kiosk = Table(
    "kiosk",
    metadata,
    Column("device", String(64), primary_key=True),
    Column("key", String(64)),  # Ed25519; null: an officer asked to take the next one
    Column("last", BigInteger, nullable=False),  # newest record any batch answers for: the newest batch has it
    Column("number", BigInteger, nullable=False),  # of the newest batch
    Column("id", String(64), nullable=False),  # of the newest batch
    Column("created", String(32), nullable=False),  # of the newest batch, by the kiosk's clock
    Column("collected", String(32), nullable=False),  # when the newest batch was collected, by the office's clock
    Column("records", BigInteger, nullable=False),  # how many are here
    Column("health", Text, nullable=False),  # JSON, from the newest batch that has one
    Column("health_last", BigInteger, nullable=False),
    Column("health_number", BigInteger, nullable=False),
)
batch = Table(
    "batch",
    metadata,
    Column("device", String(64), nullable=False),
    Column("id", String(64), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("records", Integer, nullable=False),
    Column("created", String(32), nullable=False),
    Column("utc_offset", Integer, nullable=False),  # minutes
    Column("token", String(64), nullable=False),
    Column("spool", String(16), nullable=False),  # within it `number` counts
    Column("confirmed", BigInteger, nullable=False),  # the kiosk knows these to be acknowledged
    Column("collected", String(32), nullable=False),
    PrimaryKeyConstraint("device", "id"),
)
record = Table(
    "record",
    metadata,
    Column("device", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("boot", BigInteger, nullable=False),
    Column("at", String(32), nullable=False),  # repaired
    Column("at_said", String(32), nullable=False),  # by the kiosk's clock
    Column("at_source", String(16), nullable=False),  # clock, boot, neighbour, said: see `times`
    Column("monotonic", Float(53), nullable=False),
    Column("clock_trusted", Integer, nullable=False),
    Column("visit", Text, nullable=False),
    Column("uid", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),  # JSON
    Column("person", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("once", Text, nullable=False),
    PrimaryKeyConstraint("device", "sequence"),
)
Index("record_item", record.c.kind, record.c.uid)
UNTIMED = text("clock_trusted = 0")
"""Written out, not bound: only then do both databases use the index of these rows."""
Index("record_untimed", record.c.device, record.c.boot, sqlite_where=UNTIMED, postgresql_where=UNTIMED)
_NAMED = text("person <> ''")
Index(
    "record_person",
    record.c.unit,
    record.c.device,
    record.c.person,
    record.c.at,
    sqlite_where=_NAMED,
    postgresql_where=_NAMED,
)
anchor = Table(
    "anchor",
    metadata,
    Column("device", String(64), nullable=False),
    Column("boot", BigInteger, nullable=False),
    Column("sequence", BigInteger, nullable=False),  # the earliest record of the boot whose clock was trusted
    Column("at", String(32), nullable=False),
    Column("monotonic", Float(53), nullable=False),
    PrimaryKeyConstraint("device", "boot"),
)
daily = Table(
    "daily",
    metadata,
    Column("day", Date, nullable=False),
    Column("device", String(64), nullable=False),
    Column("unit", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("uid", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("count", BigInteger, nullable=False),
    Column("total", BigInteger, nullable=False),  # thousandths
    PrimaryKeyConstraint("device", "day", "kind", "uid", "measure", "key", "unit"),
)
Index("daily_measure", daily.c.measure, daily.c.day)
monthly = Table(
    "monthly",
    metadata,
    Column("month", Date, nullable=False),  # its first day
    Column("unit", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("uid", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("count", BigInteger, nullable=False),
    Column("total", BigInteger, nullable=False),  # thousandths
    PrimaryKeyConstraint("month", "kind", "uid", "measure", "key", "unit"),
)
note = Table(
    "note",
    metadata,
    Column("name", String(32), primary_key=True),  # daily_stale: records came before there was `daily`
    Column("value", Text, nullable=False),
)
report = Table(
    "report",
    metadata,
    Column("device", String(64), primary_key=True),
    Column("id", String(64), nullable=False),  # SHA-256 of what is before the body
    Column("last", BigInteger, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("created", String(32), nullable=False),  # by the kiosk's clock
    Column("collected", String(32), nullable=False),
    Column("health", Text, nullable=False),  # JSON
    Column("logs", Text, nullable=False),  # JSON: texts by name
)
erased = Table(
    "erased",
    metadata,
    Column("device", String(64), nullable=False),
    Column("person", String(64), nullable=False),  # keyed hash of somebody who asked not to be known any more
    Column("upto", BigInteger, nullable=False),  # in records below this sequence
    PrimaryKeyConstraint("device", "person"),
)
audit = Table(
    "audit",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("at", String(32), nullable=False),  # by the office's clock
    Column("act", String(32), nullable=False),
    Column("detail", Text, nullable=False),  # counts; never whom it was about
)
