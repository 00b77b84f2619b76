"""What `kiosk sync` takes back: records, health report and logs, sealed, into the outbox that the office prepared."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.fleet.place import Place
    from kiosk.fleet.visited import Visited
    from kiosk.settings import Settings

OUTBOX = "outbox/records"
"""On the stick, share or bucket; the office makes it, the kiosk only its own folder in it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How it went.

    Args:
        records: put into new batches.
        files: written.
        waiting: batches the office has not acknowledged.
        logs: health report and logs were taken along.
        visited: where the stick has been on this tour; None: it is none.
        error: why nothing, or not everything, was taken.
    """

    records: int = 0
    files: int = 0
    waiting: int = 0
    logs: bool = False
    visited: Visited | None = None
    error: KioskError | None = None

    def as_json(self) -> dict[str, Any]:
        """For the running kiosk."""
        from kiosk.packs.report import error_json

        error = error_json(self.error) if self.error else None
        been = self.visited
        return {
            "records": self.records, "files": self.files, "waiting": self.waiting, "logs": self.logs, "error": error,
            "tour": {"visited": been.visited, "missed": been.missed, "listed": been.listed} if been else None,
        }  # fmt: skip


def asked_for(medium: str | Path, chosen: Settings) -> bool:
    """Whether the office wants records on this medium: it made the folder, and the kiosk knows its key.

    A server that is not there now does not want any.
    """
    from kiosk.fleet.place import Server, is_far, is_there, place_of

    if not chosen.office_key or not (is_far(str(medium)) or Path(medium).is_absolute()):
        return False
    try:
        place = place_of(medium)
    except KioskError:  # the sync has said so
        return False
    there = is_there(place)
    if isinstance(place, Server):
        place.close()
    return there


def carry(
    medium: str | Path,
    chosen: Settings,
    *,
    force: bool,
    stick: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Carried:
    """Seal what is new, copy what the office does not have, and learn what it has.

    The content is here whatever becomes of this: nothing is raised for what may go better next time.

    Args:
        force: seal what there is (a stick goes away); otherwise a batch is made once an hour.
        stick: it goes from kiosk to kiosk.
    """
    from dataclasses import replace

    from kiosk.core.clock import Clock
    from kiosk.doctor.letter import faults, logs
    from kiosk.fleet.devicekey import device_key
    from kiosk.fleet.health import look
    from kiosk.fleet.outbox import export
    from kiosk.fleet.place import Server, place_of
    from kiosk.records import open_book
    from kiosk.sealing import OfficeKey

    data = chosen.data_dir
    place: Place | None = None
    try:
        place = place_of(medium)
        with closing(open_book(data / "records.db", visiting=True)) as book:
            report = export(
                book,
                OfficeKey.parse(chosen.office_key),
                device_key(data),
                place,
                Clock().now(),
                data=data,
                health=replace(look(data, chosen.site), faults=tuple(fault.zh for fault in faults(chosen))),
                logs=lambda: logs(chosen),
                force=force,
                stick=stick,
                progress=progress,
            )
            book.forget(report.upto)
    except KioskError as error:
        return Carried(error=error)
    finally:
        if isinstance(place, Server):
            place.close()
    return Carried(report.sealed, report.copied, report.waiting, report.logs, report.visited)


def tour(been: Visited) -> Text:
    """Where the stick has been, and where not yet."""
    there, missing = been.visited, been.missed
    if not missing:
        return Text(f"这支U盘到过：{'、'.join(there)}。", f"This stick has visited: {', '.join(there)}.")
    return Text(
        f"这支U盘到过：{'、'.join(there)}；还没到：{'、'.join(missing)}。",
        f"This stick has visited: {', '.join(there)}; not yet: {', '.join(missing)}.",
    )
