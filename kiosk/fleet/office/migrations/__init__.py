"""Alembic's folder; `kiosk.fleet.office.upgrade` runs it with its own connection and without an ini file."""
