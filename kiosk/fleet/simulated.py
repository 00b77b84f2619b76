"""Made-up records as batches on a share, or straight into an office's database."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from nacl.signing import SigningKey

from kiosk.fleet.batch import Batch, Cover, Slip, build, line, read
from kiosk.fleet.errors import unreachable
from kiosk.fleet.folder import Folder
from kiosk.fleet.header import MAX_RECORDS, Header
from kiosk.fleet.health import Health
from kiosk.fleet.office import Office
from kiosk.fleet.office.take import prepare, take
from kiosk.fleet.receipts import FOLDER, file_name
from kiosk.fleet.simulate import Plan, Truth, device_name, entries
from kiosk.records.entry import Entry
from kiosk.records.facts import ByKind
from kiosk.sealing import OfficeKey

Progress: TypeAlias = Callable[[int, str], None]
"""Records so far, and the kiosk at hand."""


def write(plan: Plan, place: Path, key: OfficeKey, progress: Progress) -> Truth:
    """Batches on a share, sealed to an office's key.

    Args:
        place: top folder of the share.

    Raises:
        StorageError: `OUTBOX_UNREACHABLE`.
    """
    truth, made, folder = Truth(), 0, place.joinpath(*FOLDER)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with Folder.open(folder) as records:
            for device, number, some, slip in _batches(plan, truth):
                cover = Cover(device, number, some[0].sequence, some[-1].sequence, _created(plan))
                sealed = build(cover, map(line, some), slip, key, _signer(device))
                with records.inner(device, make=True) as own:
                    own.write(file_name(number, read(sealed.raw, device).id), sealed.raw)
                made += len(some)
                progress(made, device)
    except OSError as error:
        raise unreachable(str(folder), error) from error
    return truth


def feed(plan: Plan, office: Office, by_kind: ByKind, progress: Progress) -> Truth:
    """Straight into the database, by the way of collected batches, without sealing and opening them.

    Raises:
        KioskError: a kiosk of that name is there already with other records.
    """
    truth, made = Truth(), 0

    def put(batch: Batch) -> None:
        with office.transaction() as c:
            take(c, prepare(batch, by_kind), f"{batch.header.device}/{batch.header.number}", by_kind, datetime.now(UTC))

    # While the database works on one batch, the next is made up.
    with ThreadPoolExecutor(1, "simulate") as beside:
        busy: Future[None] | None = None
        for device, number, some, slip in _batches(plan, truth):
            head = Header(
                device, number, some[0].sequence, some[-1].sequence, len(some), _created(plan), 480, 1, "0" * 64,
                bytes(_signer(device).verify_key).hex(),
            )  # fmt: skip
            told = hashlib.sha256(f"{plan}/{device}/{number}".encode()).hexdigest()
            if busy is not None:
                busy.result()
            busy = beside.submit(put, Batch(head, told, slip, tuple(some)))
            made += len(some)
            progress(made, device)
        if busy is not None:
            busy.result()
    return truth


def _batches(plan: Plan, truth: Truth) -> Iterator[tuple[str, int, list[Entry], Slip]]:
    for place in range(plan.kiosks):
        device, number = device_name(place), 0
        health = Health(site=f"{place + 1}号展厅", name=device, packs={"union/may-day": 3}, free_bytes=40_000_000_000)
        records = entries(plan, place, truth)
        while some := list(islice(records, MAX_RECORDS)):
            number += 1
            token = hashlib.sha256(f"{plan.seed}/{device}/{number}".encode()).hexdigest()
            yield device, number, some, Slip(token, "5" * 16, 0, health.as_json())


def _created(plan: Plan) -> datetime:
    end = plan.start + timedelta(days=plan.days)
    return datetime(end.year, end.month, end.day, tzinfo=UTC)


def _signer(device: str) -> SigningKey:
    """Made up like the rest; its office is one for trying things out."""
    return SigningKey(hashlib.sha256(f"pioneer-kiosk simulated {device}".encode()).digest())


__all__ = ["Plan", "Truth", "feed", "write"]
