"""However batches are cut, lost, repeated and mixed: once all have come, the office knows the same."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fleet_world import BY_KIND, NOW, PRIVATE, contents, entry, make
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.fleet.batch import Batch, opened, read
from kiosk.fleet.office import Office, recount
from kiosk.fleet.office.status import Gap, gaps
from kiosk.fleet.office.take import prepare, take
from kiosk.fleet.office.times import Anchor, Times
from kiosk.records.entry import Entry

START = datetime(2026, 5, 1, 20, tzinfo=UTC)  # records cross midnight, wherever the test runs


@st.composite
def lives(draw: st.DrawFn) -> list[Batch]:
    """The records of one or two kiosks whose clocks are right only now and then, in batches."""
    made = []
    for device in ("hall-1", "hall-2")[: draw(st.integers(1, 2))]:
        kept: list[Entry] = []
        for boot in range(1, 1 + draw(st.integers(1, 4))):
            for trusted in draw(st.lists(st.booleans(), min_size=1, max_size=6)):
                n = len(kept) + 1
                at = START + timedelta(hours=n, days=boot)
                secret = draw(st.booleans()) and draw(st.booleans())
                kept.append(
                    entry(
                        device,
                        n,
                        boot=boot,
                        at=at if trusted else at.replace(year=2001),
                        clock_trusted=trusted,
                        monotonic=0.0 if secret else 50.0 + 3600 * n,
                    )
                )
        at, number = 0, 0
        while at < len(kept):
            size = draw(st.integers(1, 8))
            number += 1
            sealed = make(device, number, kept[at : at + size], health={"site": f"{number}"})
            made.append(opened(read(sealed.raw, "x"), PRIVATE))
            at += size
    return made


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "office.db"
    office = Office(path)
    office.close()
    return path


def after(empty: Path, order: list[Batch]) -> dict[str, list[tuple[object, ...]]]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "office.db"
        shutil.copy(empty, path)
        office = Office(path)
        for batch in order:
            with office.transaction() as c:
                take(c, prepare(batch, BY_KIND), "x", BY_KIND, NOW)
        found = contents(office)
        recount(office, BY_KIND)
        assert contents(office) == found, "the sums are not those of the records"
        office.close()
        return found


@given(lives(), st.randoms(use_true_random=False))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_and_repetition(empty: Path, made: list[Batch], rng: object) -> None:
    wanted = after(empty, made)
    order = [*made, *made[::2]]
    rng.shuffle(order)  # type: ignore[attr-defined]
    assert after(empty, order) == wanted


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 12)).map(lambda p: (p[0], p[0] + p[1])), max_size=12))
def test_gaps_are_what_no_batch_answers_for(ranges: list[tuple[int, int]]) -> None:
    covered = {n for first, last in ranges for n in range(first, last + 1)}
    missing = {n for gap in gaps(ranges) for n in range(gap.first, gap.last + 1)}
    assert missing == set(range(1, max(covered, default=0) + 1)) - covered


def test_gaps_by_example() -> None:
    assert gaps([(1, 3), (10, 12), (5, 6)]) == (Gap(4, 4), Gap(7, 9))
    assert gaps([(1, 3), (4, 3)]) == ()  # a report without records


WRONG = {"at": datetime(2000, 1, 1, tzinfo=UTC), "clock_trusted": False}
ANCHORS = {3: Anchor(3, 9, NOW, 100.0), 7: Anchor(7, 30, NOW + timedelta(days=2), 5.0)}


@pytest.mark.parametrize(
    ("boot", "monotonic", "at", "source"),
    [
        (3, 40.5, NOW - timedelta(seconds=59.5), "boot"),
        (3, 0.0, NOW.replace(minute=0), "boot"),  # kept back on purpose: no closer than the hour
        (5, 40.0, NOW.replace(minute=0), "neighbour"),
        (9, 40.0, (NOW + timedelta(days=2)).replace(minute=0), "neighbour"),
        (1, 40.0, NOW.replace(minute=0), "neighbour"),
        (3, 1e300, datetime(2000, 1, 1, tzinfo=UTC), "said"),
    ],
)
def test_repaired_times(boot: int, monotonic: float, at: datetime, source: str) -> None:
    assert Times(ANCHORS).of(entry("x", 1, boot=boot, monotonic=monotonic, **WRONG)) == (at, source)


def test_without_any_anchor_the_clock_has_the_word() -> None:
    assert Times({}).of(entry("x", 1, **WRONG)) == (WRONG["at"], "said")
    assert Times({}).of(entry("x", 1))[1] == "clock"


@given(st.dictionaries(st.integers(1, 12), st.integers(1, 9)), st.sets(st.integers(1, 12), min_size=1))
def test_what_an_anchor_touches(old: dict[int, int], new: set[int]) -> None:
    """No record outside the range changes when anchors come."""
    before = Times({b: Anchor(b, b, NOW + timedelta(days=b), float(s)) for b, s in old.items()})
    anchors = {b: Anchor(b, b, NOW + timedelta(days=b), float(s)) for b, s in old.items()}
    after_ = Times(anchors | {b: Anchor(b, 0, NOW + timedelta(days=b, hours=1), 3.0) for b in new})
    first, last = after_.touched(new)
    for boot in set(range(15)) - set(range(first, min(last, 20) + 1)):
        one = entry("x", 1, boot=boot, monotonic=7.0, **WRONG)
        assert before.of(one) == after_.of(one)
