"""What `kiosk sync` takes back: sealed records into the outbox that the office prepared on a stick or share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError

if TYPE_CHECKING:
    from kiosk.settings import Settings

OUTBOX = "outbox/records"
"""On the stick or share; the office makes it, the kiosk only its own folder in it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How it went.

    Args:
        records: put into new batches.
        files: written.
        waiting: batches the office has not acknowledged.
        error: why nothing, or not everything, was taken.
    """

    records: int = 0
    files: int = 0
    waiting: int = 0
    error: KioskError | None = None

    def as_json(self) -> dict[str, Any]:
        """For the running kiosk."""
        from kiosk.packs.report import error_json

        error = error_json(self.error) if self.error else None
        return {"records": self.records, "files": self.files, "waiting": self.waiting, "error": error}


def asked_for(medium: str | Path, chosen: Settings) -> bool:
    """Whether the office wants records on this medium: it made the folder, and the kiosk knows its key."""
    place = Path(medium)
    return bool(chosen.office_key) and place.is_absolute() and (place / OUTBOX).is_dir()


def carry(
    medium: str | Path, chosen: Settings, *, force: bool, progress: Callable[[int], None] | None = None
) -> Carried:
    """Seal what is new, copy what the office does not have, and learn what it has.

    The content is here whatever becomes of this: nothing is raised for what may go better next time.

    Args:
        force: seal what there is (a stick goes away); otherwise a batch is made once an hour.
    """
    from kiosk.core.clock import Clock
    from kiosk.fleet.devicekey import device_key
    from kiosk.fleet.health import look
    from kiosk.fleet.outbox import export
    from kiosk.records import open_book
    from kiosk.sealing import OfficeKey

    data = chosen.data_dir
    try:
        with closing(open_book(data / "records.db", visiting=True)) as book:
            report = export(
                book,
                OfficeKey.parse(chosen.office_key),
                device_key(data),
                Path(medium) / OUTBOX,
                Clock().now(),
                data=data,
                health=look(data, chosen.site),
                force=force,
                progress=progress,
            )
            book.forget(report.upto)
    except KioskError as error:
        return Carried(error=error)
    return Carried(report.sealed, report.copied, report.waiting)
