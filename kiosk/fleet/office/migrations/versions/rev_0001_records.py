"""Kiosks, batches, records, and the moments by which times are repaired."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "kiosk",
        sa.Column("device", sa.String(64), primary_key=True),
        sa.Column("key", sa.String(64)),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("collected", sa.String(32), nullable=False),
        sa.Column("records", sa.BigInteger, nullable=False),
        sa.Column("health", sa.Text, nullable=False),
        sa.Column("health_last", sa.BigInteger, nullable=False),
        sa.Column("health_number", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "batch",
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("first", sa.BigInteger, nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.Column("records", sa.Integer, nullable=False),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("utc_offset", sa.Integer, nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("spool", sa.String(16), nullable=False),
        sa.Column("confirmed", sa.BigInteger, nullable=False),
        sa.Column("collected", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("device", "id"),
    )
    op.create_table(
        "record",
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("boot", sa.BigInteger, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("at_said", sa.String(32), nullable=False),
        sa.Column("at_source", sa.String(16), nullable=False),
        sa.Column("monotonic", sa.Float(53), nullable=False),
        sa.Column("clock_trusted", sa.Integer, nullable=False),
        sa.Column("visit", sa.Text, nullable=False),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("once", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("device", "sequence"),
    )
    op.create_index("record_item", "record", ["kind", "uid"])
    untimed = sa.text("clock_trusted = 0")
    op.create_index("record_untimed", "record", ["device", "boot"], sqlite_where=untimed, postgresql_where=untimed)
    op.create_table(
        "anchor",
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("boot", sa.BigInteger, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("monotonic", sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint("device", "boot"),
    )
