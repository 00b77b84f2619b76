"""Run by Alembic. The connection, with its transaction and its lock, comes from `kiosk.fleet.office.upgrade`."""

from __future__ import annotations

from alembic import context

from kiosk.fleet.office.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
