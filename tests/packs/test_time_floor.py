"""Time without a network: a clock that says 1970 or 2040 stops nothing, and no clock brings an ended grant back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tuf.api.metadata import TargetFile

from kiosk.core.clock import Clock
from kiosk.packs import clock as judging
from kiosk.packs import ledger
from kiosk.packs.clock import BUILT, raised_floor, trusted_now
from kiosk.packs.grant import Grant, build
from kiosk.packs.publisher import publish, signing
from kiosk.packs.publisher.grants import grant
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.publisher.repository import Repository
from kiosk.packs.report import SyncReport

from .world import PUBLISHER, World, build_pack


@dataclass(frozen=True)
class Told(Clock):
    """Says one time after the other, then the last one for ever."""

    times: list[datetime] = field(default_factory=list)

    def now(self) -> datetime:
        return self.times.pop(0) if len(self.times) > 1 else self.times[0]


def at(*years: int) -> Clock:
    return Told([datetime(y, 6, 1, tzinfo=UTC) for y in years])


def time_floor(world: World) -> datetime | None:
    with world.store.db.reader() as connection:
        return ledger.time_floor(connection)


@pytest.mark.parametrize("years", [(1970,), (2040,), (2030, 1970), (1970, 2040)], ids=["1970", "2040", "back", "ahead"])
def test_case_19_a_wrong_clock_stops_nothing(world: World, years: tuple[int, ...]) -> None:
    """Case 19: sync works, content plays, CLOCK is a warning."""
    for version in (1, 2):
        world.publish(version=version)
        floor = time_floor(world)
        report = world.sync(clock=at(*years))
        assert world.live() == {"may-day": version}
        assert report.problem is None
        assert report.warning is not None
        assert report.warning.code == "CLOCK"
        assert time_floor(world) is not None
        assert floor is None or floor <= time_floor(world)  # type: ignore[operator]


def county(world: World, valid_until: date) -> publish.Initialised:
    made = publish.init(world.repo, "county-a", world.base / "keys-a")
    grant(world.repo, PUBLISHER, made.root, world.keys, namespace="county-a", valid_until=valid_until)
    return made


def publish_county(world: World, version: int = 1) -> None:
    keys = open_keys(world.base / "keys-a", "county-a")
    publish.add(world.repo, "county-a", build_pack(world.base / "built", "county-a-news", version), keys)


def codes(report: SyncReport) -> dict[str, str]:
    return {r.pack: r.error.code if r.error else r.code for r in report.results}


@pytest.mark.parametrize("year", [1970, 2019, 2026])
def test_case_20_a_clock_set_back_brings_no_ended_grant_back(world: World, year: int) -> None:
    """Case 20: the grant ended before the newest time that was ever signed; the machine's clock does not matter."""
    county(world, date(2026, 3, 1))
    publish_county(world)
    world.publish()  # signed today, after that
    world.sync(clock=at(year))
    assert world.live() == {"may-day": 1}
    assert codes(world.sync(clock=at(year)))["county-a-news"] == "REVOKED"


def test_case_20_a_clock_far_ahead_ends_no_grant(world: World) -> None:
    """Never the clock alone: years beyond anything that was signed it is not believed."""
    county(world, date(2030, 1, 1))
    publish_county(world)
    assert codes(world.sync(clock=at(2045)))["county-a-news"] == "live"


def test_a_grant_holds_to_the_end_of_its_last_day(world: World) -> None:
    county(world, date(2027, 5, 1))
    publish_county(world)
    world.sync(clock=Told([datetime(2027, 5, 1, 23, 59, tzinfo=UTC)]))
    assert world.live() == {"county-a-news": 1}
    publish_county(world, 2)
    late = world.sync(clock=Told([datetime(2027, 5, 2, 0, 0, tzinfo=UTC)]))
    assert codes(late)["county-a-news"] == "REVOKED"


def sign_grant(world: World, made: Grant) -> None:
    repository = Repository(world.repo, PUBLISHER)
    root, state = signing.current_state(repository, world.keys)
    body = build(made)
    target = TargetFile.from_data(f"grants/{made.child}.json", body, ["sha256"])
    place = repository.manifests.parent / "grants" / f"{target.hashes['sha256']}.{made.child}.json"
    place.write_bytes(body)
    signing.commit(repository, world.keys, root, state, {**state.targets.signed.targets, target.path: target}, {})


def test_the_floor_rises_with_what_the_city_signs_and_not_with_its_children(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A granted publisher that signs with a time of its own choice cannot end the grants of the others."""
    made = county(world, date(2031, 1, 1))
    publish_county(world)
    world.sync(clock=at(2027))
    before = time_floor(world)
    ahead = datetime(2032, 1, 1, tzinfo=UTC)

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return ahead

    monkeypatch.setattr(publish, "datetime", Ahead)
    publish_county(world, 2)
    monkeypatch.undo()
    world.sync(clock=at(2027))
    assert world.live() == {"county-a-news": 2}
    assert time_floor(world) == before
    sign_grant(world, Grant("county-a", made.root, "county-a", date(2031, 1, 1), None, False, ahead))
    world.sync(clock=at(2027))
    assert time_floor(world) == ahead
    publish_county(world, 3)
    assert codes(world.sync(clock=at(2027)))["county-a-news"] == "REVOKED"


TIMES = st.integers(0, 230 * 365 * 86_400).map(
    lambda seconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@given(TIMES, st.none() | TIMES)
def test_trusted_now_lies_between_floor_and_five_years_on(clock: datetime, floor: datetime | None) -> None:
    known = max(BUILT, floor or BUILT)
    now = trusted_now(clock, floor)
    assert known <= now <= known + timedelta(days=5 * 365)
    assert now in (clock, known)
    if known <= clock <= known + timedelta(days=5 * 365):
        assert now == clock


@given(st.none() | TIMES, st.lists(TIMES, max_size=5))
def test_the_floor_never_falls(floor: datetime | None, signed: list[datetime]) -> None:
    raised = raised_floor(floor, signed)
    assert floor is None or (raised is not None and raised >= floor)
    assert raised is None or raised in [*signed, floor]
    assert judging.BUILT == BUILT
