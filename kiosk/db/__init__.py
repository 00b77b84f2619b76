"""SQLite as every part of the product opens it. SQLAlchemy is imported here and in the packages above, never below.

Import this package when the first frame is on the screen, not before: SQLAlchemy costs about 300 ms of import.
"""

from __future__ import annotations

from kiosk.db.database import Database
from kiosk.db.failure import sqlite_failure

__all__ = ["Database", "sqlite_failure"]
