"""Many kiosks on one share, and one kiosk with several sources.

Cases 28 and 36 (a damaged file is taken from another source), 35 (resume from the same or another source).
"""

from __future__ import annotations

import errno
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs.report import SyncReport
from kiosk.packs.source import FolderSource, Source, Stream
from kiosk.packs.source.several import backed
from kiosk.packs.store import Store
from kiosk.packs.sync import sync
from kiosk.packs.together import remaining_problem

from .test_medium import Pulled
from .world import World, check_store

BIG = bytes(range(256)) * 20_000  # 5 MB


class Counting(FolderSource):
    """Counts what is opened, found or not."""

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        self.found: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def open(self, path: str) -> Stream:
        try:
            stream = super().open(path)
        except Exception:
            self.missed[path] += 1
            raise
        self.found[path] += 1
        return stream


def test_200_kiosks_with_nothing_new_ask_for_one_file_each(world: World, tmp_path: Path) -> None:
    """What a share bears: per kiosk and round the timestamp (and the hint), and one question for a root that is not there."""
    world.publish()
    world.sync()
    world.store.close()
    share = Counting(world.repo)
    for n in range(4):
        place = tmp_path / "kiosks" / str(n)
        shutil.copytree(world.base / "store", place)
        store = Store(place)
        for _ in range(50):  # a kiosk's next round asks what another kiosk's does
            assert not sync(store, share).changed
        store.close()
    world.reopen()
    assert share.found["publishers/wuxi/metadata/timestamp.json"] == 200
    assert share.missed == {"publishers/wuxi/metadata/2.root.json": 200}
    assert set(share.found) <= {"publishers/wuxi/metadata/timestamp.json", "UNION-PACKS.json"}


def together(world: World, *sources: Source) -> list[SyncReport]:
    return [sync(world.store, source) for source in backed(sources)]


def flipped(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"!")


@pytest.mark.parametrize(
    "damage", [flipped, lambda p: p.write_bytes(b"short"), lambda p: p.write_bytes(b""), Path.unlink],
    ids=["flipped", "truncated", "empty", "missing"],
)  # fmt: skip
def test_36_a_damaged_film_is_taken_from_another_source(world: World, damage: Callable[[Path], object]) -> None:
    """Cases 28 and 36: the first source says what is published, the second lends the bytes."""
    world.publish(files={"video.mp4": BIG})
    second = world.snapshot("second")
    damage(world.blob(BIG))
    reports = together(world, FolderSource(world.repo), FolderSource(second))
    assert [r.code for r in reports[0].results] == ["live"]
    assert remaining_problem(reports) is None
    assert world.live() == {"may-day": 1}


def test_36_an_older_medium_lends_what_a_newer_lacks(world: World) -> None:
    world.publish(files={"video.mp4": BIG})
    older = world.snapshot("older")
    world.publish(version=2, files={"video.mp4": BIG, "new": b"1"})
    world.blob(BIG).unlink()
    reports = together(world, FolderSource(older), FolderSource(world.repo))
    assert remaining_problem(reports) is None
    assert world.live() == {"may-day": 2}
    assert reports[0].copied_bytes + reports[1].copied_bytes == sum(
        f.stat().st_size for f in world.store.blobs.glob("*/*")
    )


def test_an_older_medium_beside_a_newer_is_no_problem(world: World) -> None:
    world.publish()
    older = world.snapshot("older")
    world.publish(version=2)
    reports = together(world, FolderSource(world.repo), FolderSource(older))
    assert reports[1].problem is not None
    assert reports[1].problem.code == "OLDER_THAN_KIOSK"
    assert remaining_problem(reports) is None
    assert remaining_problem(reports[1:]) is not None
    assert world.live() == {"may-day": 2}


def test_35_a_stick_pulled_out_goes_on_from_the_share(world: World) -> None:
    """Case 35: what the stick gave before is not read again."""
    world.publish(files={"video.mp4": BIG})
    share = world.snapshot("share")
    stick = Pulled(world.repo, 2_000_000, errno.ENODEV)
    report = sync(world.store, backed([stick, FolderSource(share)])[0])
    assert [r.code for r in report.results] == ["live"]
    assert world.live() == {"may-day": 1}
    assert report.copied_bytes == sum(f.stat().st_size for f in world.store.blobs.glob("*/*"))


def test_35_all_sources_gone(world: World) -> None:
    world.publish(files={"video.mp4": BIG})
    share = world.snapshot("share")
    reports = together(world, Pulled(world.repo, 2_000_000, errno.ENODEV), Pulled(share, 1_000_000, errno.ENODEV))
    problem = remaining_problem(reports)
    assert problem is not None
    assert problem.code == "MEDIUM_REMOVED"
    assert world.live() == {}
    again = sync(world.store, FolderSource(share))
    assert again.problem is None
    assert sum(r.copied_bytes for r in [*reports, again]) == sum(
        f.stat().st_size for f in world.store.blobs.glob("*/*")
    )


def test_damaged_everywhere_is_said(world: World) -> None:
    world.publish(files={"video.mp4": BIG})
    flipped(world.blob(BIG))
    second = world.snapshot("second")
    problem = remaining_problem(together(world, FolderSource(world.repo), FolderSource(second)))
    assert problem is not None
    assert problem.code == "DAMAGED_MEDIUM"
    assert world.live() == {}


def test_sources_of_different_publishers(world: World, tmp_path: Path) -> None:
    """Each speaks for its own."""
    world.publish()
    city = world.snapshot("city")
    shutil.rmtree(city / "publishers" / "county-a", ignore_errors=True)
    world.second_publisher()
    county = world.snapshot("county")
    shutil.rmtree(county / "publishers" / "wuxi")
    reports = together(world, FolderSource(city), FolderSource(county))
    assert {(r.publisher, r.code) for report in reports for r in report.results} >= {
        ("wuxi", "live"), ("county-a", "live"),
    }  # fmt: skip
    check_store(world.store)
