"""The office's database: one for all kiosks, SQLite or PostgreSQL with the same code."""

from __future__ import annotations

from kiosk.fleet.office.acknowledge import acknowledge
from kiosk.fleet.office.collect import Collected, Refused, collect
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.erase import acts, by_number
from kiosk.fleet.office.read import Wanted, entries, facts, took_part
from kiosk.fleet.office.recount import recount
from kiosk.fleet.office.report import logs
from kiosk.fleet.office.status import Gap, KioskStatus, forget_key, status

__all__ = [
    "Collected",
    "Gap",
    "KioskStatus",
    "Office",
    "Refused",
    "Wanted",
    "acknowledge",
    "acts",
    "by_number",
    "collect",
    "entries",
    "facts",
    "forget_key",
    "logs",
    "recount",
    "status",
    "took_part",
]
