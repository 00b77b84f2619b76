"""One kiosk in one file: settings, whom it trusts, its records and who it is; to put another machine in its place. No Qt."""

from __future__ import annotations

from kiosk.backup.container import Head, read_head
from kiosk.backup.make import make
from kiosk.backup.restore import Restored, finish, listing, restore

__all__ = ["Head", "Restored", "finish", "listing", "make", "read_head", "restore"]
