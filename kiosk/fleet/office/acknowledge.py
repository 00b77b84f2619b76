"""What the office says back: the tokens of what is in its database, into each kiosk's folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import func, select

from kiosk.fleet import receipts
from kiosk.fleet.errors import unreachable
from kiosk.fleet.folder import Folder
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.schema import batch, kiosk


def acknowledge(office: Office, place: Path, *, make: bool = True) -> int:
    """Prepare a stick or share: a folder and an acknowledgement for every kiosk that is known.

    Args:
        place: its top folder.
        make: folders that are not there.

    Returns:
        How many kiosks have one now.

    Raises:
        StorageError: `OUTBOX_UNREACHABLE`.
    """
    folder = place.joinpath(*receipts.FOLDER)
    try:
        if make:
            folder.mkdir(parents=True, exist_ok=True)
        with office.reader() as c:
            devices = list(c.execute(select(kiosk.c.device).order_by(kiosk.c.device)).scalars())
        with Folder.open(folder) as records:
            for device in devices:
                _write(office, records, device, (), make=make)
    except OSError as error:
        raise unreachable(str(folder), error) from error
    return len(devices)


def write_all(office: Office, folder: Path, again: Mapping[tuple[Path, str], Sequence[str]]) -> list[Path]:
    """After a collection: one for every kiosk that has a folder there; returns folders that took none."""
    unwritten = []
    with office.reader() as c:
        devices = set(c.execute(select(kiosk.c.device)).scalars())
    wanted = devices | {device for place, device in again if place == folder}
    try:
        with Folder.open(folder) as records:
            for device in [name for name in records.names() if name in wanted]:
                try:
                    _write(office, records, device, again.get((folder, device), ()), make=False)
                except OSError:  # read-only, full, a link: the batches come again, and are known then
                    unwritten.append(folder / device)
    except OSError:
        unwritten.append(folder)
    return unwritten


def _write(office: Office, records: Folder, device: str, again: Iterable[str], *, make: bool) -> None:
    with office.reader() as c:
        b = batch.c
        spools = c.execute(select(b.spool, func.max(b.confirmed)).where(b.device == device).group_by(b.spool)).all()
        tokens: list[str] = []
        for spool, confirmed in spools:
            asked = select(b.token).where(b.device == device, b.spool == spool, b.number > confirmed)
            tokens += c.execute(asked.order_by(b.number).limit(receipts.MAX_TOKENS)).scalars()
    body = receipts.dump(device, tokens, again)
    with records.inner(device, make=make) as own:
        if own.read(receipts.NAME, receipts.MAX_BYTES) != body:
            own.write(receipts.NAME, body)
