"""The power goes during a sync: the kiosk shows the old packs or the new ones, whole, and the next sync brings the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from sqlalchemy import select
from support.powercut import Check, Recorded

from kiosk.packs import schema
from kiosk.packs.barrier import Barrier, FsyncAll
from kiosk.packs.collect import collect
from kiosk.packs.store import Store

from .conftest import Laboratory
from .hall import Nothing, Office, Shown, kiosk_on, make_office, missing, shown

pytestmark = pytest.mark.timeout(600)

NEW = "the new packs are live"
COLLECTED = "the oldest version is gone"
TRUSTED = "the publisher is trusted"


class DatabaseOnly(Nothing):
    """A barrier that makes the database durable and forgets the blobs."""

    def __init__(self, store: Store) -> None:
        self._database = store.db.path

    def contents(self, files: Iterable[Path]) -> None:
        handle = os.open(self._database, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


@pytest.fixture
def office(laboratory: Laboratory) -> Office:
    return make_office(laboratory.outside)


def resumes(office: Office, store: Store, new: Shown) -> None:
    """The next sync copies what is missing and nothing twice; the one after it nothing at all."""
    rest = missing(store, office.needed)
    report = office.sync(store)
    assert report.problem is None
    assert shown(store) == new
    assert report.copied_bytes == rest
    again = office.sync(store)
    assert (again.problem, again.copied_bytes, again.changed) == (None, 0, False)
    assert list(store.staging.iterdir()) == []


def outcome(office: Office, old: Shown, new: Shown) -> Check:
    """What must hold after every cut."""

    def check(disk: Path, marks: list[str]) -> None:
        with kiosk_on(disk) as store:
            assert shown(store) in ([new] if NEW in marks else [old, new])
            resumes(office, store, new)

    return check


def record_update(
    laboratory: Laboratory,
    office: Office,
    barrier: Callable[[Store], Barrier | None] = lambda _store: None,
    *,
    calm: bool = False,
) -> tuple[Recorded, Check]:
    """A kiosk goes from version 1 to version 2; gives the log, and what to check."""
    old = office.publish(1)

    def before(disk: Path) -> None:
        with kiosk_on(disk) as store:
            office.trust(store)
            office.sync(store)

    image = laboratory.prepare(before)
    new = office.publish(2)

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        with kiosk_on(disk) as store:
            assert office.sync(store, barrier(store)).changed
            mark(NEW)

    return laboratory.record(image, work, calm=calm), outcome(office, old, new)


@pytest.mark.parametrize("calm", [True, False], ids=["calm", "busy"])
def test_a_cut_during_an_update(laboratory: Laboratory, office: Office, calm: bool) -> None:
    recorded, check = record_update(laboratory, office, calm=calm)
    laboratory.survives(recorded, check, 16)


def test_a_cut_during_an_update_with_a_flush_of_every_file(laboratory: Laboratory, office: Office) -> None:
    """As on kernels before 5.8 and on Windows."""
    recorded, check = record_update(laboratory, office, lambda _store: FsyncAll())
    laboratory.survives(recorded, check, 16)


@pytest.mark.parametrize("barrier", [lambda _store: Nothing(), DatabaseOnly], ids=["nothing", "database-only"])
def test_a_store_without_barriers_is_found_out(
    laboratory: Laboratory, office: Office, barrier: Callable[[Store], Barrier]
) -> None:
    """The test of the test. `kill -9` never finds these."""
    recorded, check = record_update(laboratory, office, barrier, calm=True)
    laboratory.is_found_out(recorded, check, 12, since=NEW)


def test_a_cut_during_the_first_start(laboratory: Laboratory, office: Office) -> None:
    new = office.publish(1)

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        with kiosk_on(disk) as store:
            office.trust(store)
            mark(TRUSTED)
            assert office.sync(store).changed
            mark(NEW)

    def check(disk: Path, marks: list[str]) -> None:
        with kiosk_on(disk) as store:
            assert shown(store) in ([new] if NEW in marks else [{}, new])
            with store.db.reader() as connection:
                trusted = connection.execute(select(schema.trust.c.publisher)).all()
            assert trusted or TRUSTED not in marks
            if not trusted:
                office.trust(store)
            resumes(office, store, new)

    laboratory.survives(laboratory.record(laboratory.prepare(lambda _disk: None), work), check, 16)


def after_two_collections(laboratory: Laboratory, office: Office) -> tuple[Path, Path]:
    """A disk where 3 is live, 2 could come back and 1 is waiting to be collected; and the folder it came from."""
    versions = []
    for version in (1, 2, 3):
        office.publish(version)
        versions.append(office.world.snapshot(str(version)))

    def before(disk: Path) -> None:
        with kiosk_on(disk) as store:
            office.trust(store)
            for medium in versions:
                office.sync(store, medium=medium)

    return laboratory.prepare(before), versions[-1]


def after_collection(office: Office, new: Shown) -> Check:
    """Live and previous are whole at once, and in the end there is no file that nobody names."""
    usual = outcome(office, {"may-day": 3, "safety": 3}, new)

    def check(disk: Path, marks: list[str]) -> None:
        usual(disk, marks)
        with kiosk_on(disk) as store:
            collect(store)  # as the next change does
            with store.db.reader() as connection:
                named = set(connection.execute(select(schema.file.c.sha256)).scalars())
                assert {p.name for p in store.blobs.glob("*/*")} == named
                assert set(connection.execute(select(schema.manifest.c.version)).scalars()) == {3, 4}

    return check


def test_a_cut_during_a_collection(laboratory: Laboratory, office: Office) -> None:
    image, third = after_two_collections(laboratory, office)
    new = office.publish(4)

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        with kiosk_on(disk) as store:
            office.sync(store, medium=third)  # collects version 1
            assert office.sync(store).changed
            mark(NEW)
            office.sync(store)  # collects version 2

    laboratory.survives(laboratory.record(image, work), after_collection(office, new), 14)


def test_a_collection_that_deletes_before_its_commit_is_durable_is_found_out(
    laboratory: Laboratory, office: Office
) -> None:
    image, third = after_two_collections(laboratory, office)
    new = office.publish(4)

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        with kiosk_on(disk, lazy=True) as store:
            office.sync(store, medium=third)
            with (disk / "other").open("wb") as other:
                other.write(b"another program makes its own file durable, and with it the names of all files")
                other.flush()
                os.fsync(other.fileno())
            mark(COLLECTED)

    recorded = laboratory.record(image, work, calm=True)
    laboratory.is_found_out(recorded, after_collection(office, new), 8, since=COLLECTED)
