"""What the office says back: the tokens of what is in its database, into each kiosk's folder."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import func, select

from kiosk.fleet import receipts, visited
from kiosk.fleet.errors import unreachable
from kiosk.fleet.health import from_json
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.schema import batch, kiosk
from kiosk.fleet.place import Place, Server, Shelf, place_of, shelf
from kiosk.fleet.place import make as make_place


def acknowledge(office: Office, place: Path | str, *, make: bool = True) -> int:
    """Prepare a stick or share: the list of the kiosks, a folder and an acknowledgement for every one that is known.

    Args:
        place: its top folder, or the address of a server.
        make: folders that are not there.

    Returns:
        How many kiosks have one now.

    Raises:
        StorageError: `OUTBOX_UNREACHABLE`.
    """
    folder = place_of(place)
    try:
        if make:
            make_place(folder)
        with office.reader() as c:
            devices = list(c.execute(select(kiosk.c.device).order_by(kiosk.c.device)).scalars())
        with shelf(folder) as records:
            _begin_tour(office, records)
            for device in devices:
                _write(office, records, device, (), make=make)
    except OSError as error:
        raise unreachable(str(folder), error) from error
    finally:
        if isinstance(folder, Server):
            folder.close()
    return len(devices)


def write_all(
    office: Office, folder: Place, again: Mapping[tuple[str, str], Sequence[str]], *, tour: bool
) -> list[str]:
    """After a collection: one for every kiosk that has a folder there; returns folders that took none.

    Args:
        tour: the stick sets out anew.
    """
    unwritten: list[str] = []
    with office.reader() as c:
        devices = set(c.execute(select(kiosk.c.device)).scalars())
    wanted = devices | {device for place, device in again if place == str(folder)}
    try:
        with shelf(folder) as records:
            if tour:
                _begin_tour(office, records)
            for device in [name for name in records.names() if name in wanted]:
                try:
                    _write(office, records, device, again.get((str(folder), device), ()), make=False)
                except OSError:  # read-only, full, a link: the batches come again, and are known then
                    unwritten.append(f"{folder}/{device}")
    except OSError:
        unwritten.append(str(folder))
    return unwritten


def _begin_tour(office: Office, records: Shelf) -> None:
    """The list of the kiosks, by which a stick says where it has not been yet."""
    with office.reader() as c:
        rows = c.execute(select(kiosk.c.device, kiosk.c.health).order_by(kiosk.c.device)).all()
    listed = tuple((row.device, from_json(json.loads(row.health)).site) for row in rows)
    records.write(visited.LIST, visited.dump_list(visited.Tour(secrets.token_hex(8), listed)))


def _write(office: Office, records: Shelf, device: str, again: Iterable[str], *, make: bool) -> None:
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
