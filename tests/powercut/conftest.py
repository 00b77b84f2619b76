"""One laboratory for each file system: a disk is prepared, work on it is recorded, and every cut's outcome judged."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.fusedisk import why_no_fuse
from support.loopdisk import MEGABYTES, make_image, mounted, why_no_loop_disks
from support.loopdisk_places import place
from support.powercut import Check, Cut, Recorded, Work, copy_image, record

MANY = float(os.environ.get("KIOSK_POWERCUTS", "1"))
"""How many times the usual number of cuts."""

SEED = int(os.environ.get("KIOSK_POWERCUT_SEED", "20260501"))

_PROPERTY = "power cuts"


@dataclass
class Laboratory:
    """Disks with one file system.

    Args:
        base: folder of the disks.
        outside: a folder on a disk that keeps its power; no test waits for that one.
    """

    base: Path
    fs: str
    outside: Path
    node: pytest.Item
    _count: Iterator[int] = field(default_factory=itertools.count)

    def prepare(self, work: Callable[[Path], None]) -> Path:
        """A disk on which `work` was done and that was then unmounted in peace."""
        image = make_image(self.base / f"image{next(self._count)}", self.fs)
        with mounted(image, self.fs, self.base / "disk") as disk:
            work(disk)
        return image

    def left(self, recorded: Recorded, cuts: int) -> list[tuple[Path, list[str]]]:
        """Disks as some cuts leave them, not recovered yet, and what had been said by then."""
        found = []
        for cut, image in recorded.disks(recorded.log.cuts(cuts, SEED)):
            kept = self.base / f"image{next(self._count)}"
            copy_image(image, kept)
            found.append((kept, recorded.log.marks(cut.at)))
        return found

    def record(self, image: Path, work: Work, *, calm: bool = False) -> Recorded:
        """See `support.powercut.record`."""
        return record(self.base, image, self.fs, work, calm=calm)

    def survives(self, recorded: Recorded, check: Check, cuts: int) -> None:
        """No cut may break it."""
        found = self._broken(recorded, check, cuts)
        for cut, how in found.items():
            pytest.fail(f"{len(found)} cuts broke it, the first is {cut}:\n{how}", pytrace=False)

    def is_found_out(self, recorded: Recorded, check: Check, cuts: int, since: str = "") -> None:
        """Some cut must break it: the tests would see this mistake."""
        assert self._broken(recorded, check, cuts, since)

    def _broken(self, recorded: Recorded, check: Check, cuts: int, since: str = "") -> dict[Cut, str]:
        chosen = recorded.log.cuts(round(cuts * MANY), SEED, since)
        found = recorded.broken(chosen, check)
        self.node.user_properties.append((_PROPERTY, (len(chosen), len(found))))
        return found


@pytest.fixture(params=sorted(MEGABYTES))
def laboratory(request: pytest.FixtureRequest) -> Iterator[Laboratory]:
    if why := why_no_fuse() or why_no_loop_disks():
        pytest.skip(why)
    with place() as base:
        (base / "outside").mkdir()
        yield Laboratory(base, request.param, base / "outside", request.node)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many cuts each test made, and how many broke something: mistakes made on purpose must."""
    reports = [r for each in terminalreporter.stats.values() for r in each if getattr(r, "when", "") == "call"]
    for report in reports:
        pairs = [tuple(value) for name, value in report.user_properties if name == _PROPERTY]
        if pairs:
            cuts, broken = (sum(column) for column in zip(*pairs, strict=True))
            terminalreporter.write_line(
                f"{cuts:4} power cuts, {broken:3} broke it: {report.nodeid.rpartition('::')[2]}"
            )
