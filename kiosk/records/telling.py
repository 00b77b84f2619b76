"""What happened to the book is told where the administrator looks: in the log of syncs, beside what happened to packs."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.packs.ledger import Run, log_run
from kiosk.packs.recover import NAME, open_database
from kiosk.packs.report import PackResult
from kiosk.packs.store import utc_now


def tell(data: Path, event: KioskError) -> None:
    """Add the event to the log of syncs; nothing where there is no store of packs.

    Args:
        data: the kiosk's data folder.

    Raises:
        StorageError: the store's database cannot be written.
    """
    store = data / "store"
    if not (store / NAME).exists():
        return
    with closing(open_database(store)) as database, database.transaction() as connection:
        log_run(connection, Run("records.db", utc_now(), event.code, (PackResult("", "", 0, "refused", event),)))
