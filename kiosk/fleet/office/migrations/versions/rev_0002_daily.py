"""What records add up to by day and month, and who took part. Records that are there already are added up by the next collection."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the aggregates."""
    op.create_table(
        "daily",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("count", sa.BigInteger, nullable=False),
        sa.Column("total", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("device", "day", "kind", "uid", "measure", "key", "unit"),
    )
    op.create_index("daily_measure", "daily", ["measure", "day"])
    op.create_table(
        "monthly",
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("count", sa.BigInteger, nullable=False),
        sa.Column("total", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("month", "kind", "uid", "measure", "key", "unit"),
    )
    op.create_table(
        "note",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    named = sa.text("person <> ''")
    op.create_index(
        "record_person", "record", ["unit", "device", "person", "at"], sqlite_where=named, postgresql_where=named
    )
    op.execute("INSERT INTO note (name, value) SELECT 'daily_stale', '1' WHERE EXISTS (SELECT 1 FROM record)")
