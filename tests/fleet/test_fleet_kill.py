"""kill -9 at 60 instants of exporting and 60 of collecting: no record lost, none twice, nothing acknowledged that is not there."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest
from fleet_world import BY_KIND, NOW, PRIVATE, PUBLIC, ListBook, contents, entry, make, share, signer
from sqlalchemy import func, select
from support.killed import length_of, run_and_kill

from kiosk.fleet import export
from kiosk.fleet.batch import opened, read
from kiosk.fleet.office import Office, collect, recount
from kiosk.fleet.office.schema import batch, record
from kiosk.fleet.receipts import file_name

pytestmark = [pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"), pytest.mark.timeout(180)]

KILLS = int(os.environ.get("KIOSK_KILLS", "60"))
SEED = 20260503


def test_a_killed_export(tmp_path: Path) -> None:
    book, folder, rng = ListBook("hall-1"), share(tmp_path / "share"), random.Random(SEED)
    book.grow(200)
    trial = share(tmp_path / "trial")
    length = length_of(lambda: export(book, PUBLIC, signer("hall-1"), trial, NOW, data=tmp_path / "rehearsal"))
    ends = set()
    for kill in range(KILLS):
        ends.add(
            run_and_kill(
                lambda: export(book, PUBLIC, signer("hall-1"), folder, NOW, data=tmp_path / "kiosk"),
                length * 1.2 * ((kill * 7) % KILLS + rng.random()) / KILLS,
            )
        )
        for path in folder.glob("hall-1/*.batch"):  # whatever has that name is whole
            opened(read(path.read_bytes(), path.name), PRIVATE)
        book.grow(30)
    assert ends == {True, False}, "the kills must fall before and after the end of the work"
    told = export(book, PUBLIC, signer("hall-1"), folder, NOW, data=tmp_path / "kiosk")
    assert told.waiting == len(list(folder.glob("hall-1/*.batch")))
    assert not list(folder.glob("hall-1/.*"))
    found = [
        e for p in sorted(folder.glob("hall-1/*.batch")) for e in opened(read(p.read_bytes(), p.name), PRIVATE).entries
    ]
    assert sorted(e.sequence for e in found) == [e.sequence for e in book.kept]


def test_a_killed_collection(url: str, tmp_path: Path) -> None:
    """30 on each kind of database."""
    rng, kills = random.Random(SEED), KILLS // 2
    folder, made = share(tmp_path / "share"), 0
    office = Office(url)

    def grow() -> None:
        nonlocal made
        for device in ("hall-1", "hall-2"):
            (folder / device).mkdir(exist_ok=True)
            for _ in range(2):
                first = 1 + (made // 4) * 100 + (made % 2) * 50
                number = 1 + (made // 4) * 2 + made % 2
                sealed = make(device, number, [entry(device, n) for n in range(first, first + 50)])
                (folder / device / file_name(number, read(sealed.raw, "x").id)).write_bytes(sealed.raw)
                made += 1

    def work() -> None:
        mine = Office(url)
        collect(mine, [tmp_path / "share"], PRIVATE, BY_KIND, NOW)
        mine.close()

    grow()
    office.close()
    length, ends = length_of(work), set()
    for kill in range(kills):
        finished = run_and_kill(work, length * 2 * ((kill * 7) % kills + rng.random()) / kills)
        ends.add(finished)
        check(url, folder)
        if finished:
            grow()
    assert ends == {True, False}
    work()
    office = Office(url)
    found = contents(office)
    assert len(found["record"]) == made * 50 == len({row[:2] for row in found["record"]})
    recount(office, BY_KIND)
    assert contents(office) == found
    office.close()


def check(url: str, folder: Path) -> None:
    """What is there is whole, and what is acknowledged is there."""
    office = Office(url)
    with office.reader() as c:
        records = c.execute(select(func.count()).select_from(record)).scalar_one()
        assert records == c.execute(select(func.coalesce(func.sum(batch.c.records), 0))).scalar_one()
        tokens = set(c.execute(select(batch.c.device + batch.c.token)).scalars())
    office.close()
    for path in folder.glob("*/acknowledged.json"):
        assert {path.parent.name + token for token in json.loads(path.read_text())["tokens"]} <= tokens
