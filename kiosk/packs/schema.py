"""Tables of `packs.db`: whom the kiosk trusts, what is live, and which bytes belong to it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

VERSION = 2

metadata = MetaData()

trust = Table(
    "trust",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("root", LargeBinary, nullable=False),  # the one a person confirmed; newer ones are in tuf_md
    Column("added_at", Text, nullable=False),
)

tuf_md = Table(
    "tuf_md",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("name", Text, primary_key=True),  # "3.root.json" (the whole chain), "timestamp.json", ...
    Column("body", LargeBinary, nullable=False),
)

floor = Table(
    "floor",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("role", Text, primary_key=True),  # "timestamp", or a target name
    # Floors count only under the same root: a new root is how a publisher recovers from a thief's huge version.
    Column("root_version", Integer, nullable=False),
    Column("version", Integer, nullable=False),
)

time_floor = Table("time_floor", metadata, Column("id", Integer, primary_key=True), Column("at", Text, nullable=False))

manifest = Table(
    "manifest",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("pack", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),  # "wanted" until its blobs are here and it went live once, then "ready"
    Column("title_zh", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("signed_at", Text, nullable=False),
)

# Apart from the rest of the manifest: up to 8 MB, which SQLite would write again with every change of the row.
manifest_body = Table(
    "manifest_body",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    ForeignKeyConstraint(["publisher", "sha256"], ["manifest.publisher", "manifest.sha256"], ondelete="CASCADE"),
)

file = Table(
    "file",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("manifest", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("type", Text, nullable=False),
    ForeignKeyConstraint(["publisher", "manifest"], ["manifest.publisher", "manifest.sha256"], ondelete="CASCADE"),
    Index("file_sha256", "sha256"),
)

live = Table(
    "live",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("pack", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("prev", Text),
    Column("pinned", Boolean, nullable=False, default=False),  # put back by hand: only a third version replaces it
    Column("since", Text),  # by the kiosk's clock
    ForeignKeyConstraint(["publisher", "sha256"], ["manifest.publisher", "manifest.sha256"]),
    ForeignKeyConstraint(["publisher", "prev"], ["manifest.publisher", "manifest.sha256"]),
)

generation = Table(
    "generation", metadata, Column("id", Integer, primary_key=True), Column("value", Integer, nullable=False)
)

sync_run = Table(
    "sync_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text),
    Column("code", Text),
    Column("copied_bytes", Integer),
    Column("changed", Text),  # JSON: [publisher, pack, version, "live" | "withdrawn"]
    Column("times", Integer),  # rounds of the source that ended alike, without news, since `started_at`
)

sync_error = Table(
    "sync_error",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", Integer, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message_zh", Text, nullable=False),
    Column("message_en", Text, nullable=False),
    Column("hint_zh", Text),
    Column("hint_en", Text),
    ForeignKeyConstraint(["run"], ["sync_run.id"], ondelete="CASCADE"),
)

grant = Table(
    "grant",
    metadata,
    Column("publisher", Text, primary_key=True),  # the child
    Column("parent", Text, primary_key=True),
    Column("sha256", Text, nullable=False),  # of `body`, as the parent signed it
    Column("body", LargeBinary, nullable=False),
)

scrub = Table(
    "scrub",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("checked_at", Text, nullable=False),
    Column("sound", Boolean, nullable=False),
)


def upgrade(connection: Connection, found: int) -> None:
    """Bring an older `packs.db` to `VERSION`, inside one transaction."""
    if found < 2:
        metadata.create_all(connection, [grant, scrub, manifest_body])
        connection.exec_driver_sql("INSERT INTO manifest_body SELECT publisher, sha256, body FROM manifest")
        connection.exec_driver_sql("ALTER TABLE manifest DROP COLUMN body")
        for table, names in ((live, ("since",)), (sync_run, ("copied_bytes", "changed", "times"))):
            _add(connection, table, names)
        _add(connection, sync_error, ("hint_zh", "hint_en"))


def _add(connection: Connection, table: Table, names: Iterable[str]) -> None:
    for name in names:
        connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {name} {table.c[name].type}")
