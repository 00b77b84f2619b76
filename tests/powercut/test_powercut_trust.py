"""The power goes while a kiosk learns that keys were revoked: whoever stole them is refused from the first moment on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from packs.world import PUBLISHER, World

from kiosk.packs.publisher import publish
from kiosk.packs.report import Progress
from kiosk.packs.source import FolderSource
from kiosk.packs.sync import sync

from .conftest import Laboratory
from .hall import Nothing, Office, bodies, kiosk_on, make_office, root_version, shown

pytestmark = pytest.mark.timeout(600)

ROTATED = "the new root is accepted"
NEW = "the new packs are live"


@pytest.fixture
def office(laboratory: Laboratory) -> Office:
    return make_office(laboratory.outside / "office")


def thief(office: Office, base: Path) -> Path:
    """A repository made with the keys of today, before they are revoked, with higher versions of everything."""
    shutil.copytree(office.world.base, base)
    stolen = replace(office.world, base=base)
    for version in (90, 91, 92):
        stolen.publish("may-day", version, bodies("forged", version))
    return stolen.repo


def rotate_all(world: World) -> None:
    """Timestamp, snapshot and targets get new keys: three new roots."""
    for role in ("timestamp", "snapshot", "targets"):
        publish.rotate(world.repo, PUBLISHER, role, world.keys)


def record_rotation(laboratory: Laboratory, office: Office, *, lazy: bool = False):
    """A kiosk hears of three new roots and of new packs in one sync; gives the log, and what to check."""
    old = office.publish(1)

    def before(disk: Path) -> None:
        with kiosk_on(disk) as store:
            office.trust(store)
            office.sync(store)

    image = laboratory.prepare(before)
    forged = thief(office, laboratory.outside / "thief")
    rotate_all(office.world)
    new = office.publish(2)

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        told: set[str] = set()

        def progress(said: Progress) -> None:
            if said.phase == "copy" and not told:  # the first word after the metadata was verified
                told.add(ROTATED)
                mark(ROTATED)

        with kiosk_on(disk, lazy=lazy) as store:
            source, barrier = FolderSource(office.world.repo), Nothing() if lazy else None
            assert sync(store, source, progress=progress, barrier=barrier).changed
            assert told
            mark(NEW)

    def check(disk: Path, marks: list[str]) -> None:
        with kiosk_on(disk) as store:
            version = root_version(store)
            assert version == 4 or ROTATED not in marks
            before = shown(store)
            assert before in ([new] if NEW in marks else [old, new])
            if version == 4:
                report = office.sync(store, medium=forged)
                assert report.problem is not None
                assert report.problem.code == "UNTRUSTED"
                assert not report.changed
                assert shown(store) == before
            assert office.sync(store).problem is None
            assert shown(store) == new
            assert office.sync(store, medium=forged).problem is not None
            assert shown(store) == new

    return laboratory.record(image, work, calm=lazy), check


def test_a_cut_after_keys_were_revoked(laboratory: Laboratory, office: Office) -> None:
    recorded, check = record_rotation(laboratory, office)
    laboratory.survives(recorded, check, 20)


def test_a_second_cut_while_the_first_is_made_good(laboratory: Laboratory, office: Office) -> None:
    """Also while the file system recovers from the first."""
    recorded, check = record_rotation(laboratory, office)

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        with kiosk_on(disk) as store:
            assert office.sync(store).problem is None
            mark(NEW)

    for image, said in laboratory.left(recorded, 4):
        again = laboratory.record(image, work)
        laboratory.survives(again, lambda disk, marks, said=said: check(disk, [*said, *marks]), 5)


def test_a_kiosk_that_keeps_roots_without_a_flush_is_found_out(laboratory: Laboratory, office: Office) -> None:
    recorded, check = record_rotation(laboratory, office, lazy=True)
    laboratory.is_found_out(recorded, check, 12, since=ROTATED)


def test_the_thief_would_be_believed_without_the_rotation(laboratory: Laboratory, office: Office) -> None:
    """Or the tests above would prove nothing."""
    office.publish(1)
    forged = thief(office, laboratory.outside / "thief")

    def fooled(disk: Path) -> None:
        with kiosk_on(disk) as store:
            office.trust(store)
            office.sync(store)
            assert office.sync(store, medium=forged).changed
            assert shown(store)["may-day"] == 92

    laboratory.prepare(fooled)
