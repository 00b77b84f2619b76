"""The made-up year: the same for the same seed, and every answer that is known agrees with plain SQL and with the facts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from fleet_world import NOW, PRIVATE, PUBLIC
from sqlalchemy import text

from kiosk.fleet.office import Office, Wanted, collect, entries, facts, status, took_part
from kiosk.fleet.simulate import Plan, Truth
from kiosk.fleet.simulate import entries as made_up
from kiosk.fleet.simulated import feed, write
from kiosk.kinds import discover

BY_KIND = {key: kind.facts for key, kind in discover().items()}
PLAN = Plan(kiosks=10, days=12, seed=7, start=date(2026, 4, 24), visits=6)


def quiet(_done: int, _device: str) -> None:
    return None


def test_the_same_seed_is_the_same_year() -> None:
    assert list(made_up(PLAN, 3)) == list(made_up(PLAN, 3))
    assert list(made_up(PLAN, 3)) != list(made_up(Plan(10, 12, 8, date(2026, 4, 24), 6), 3))


def test_days_and_shifts() -> None:
    """Noon is busier than the evening, Sunday quieter than Monday, the week before May Day busier than that after."""
    hours = [e.at.hour + 8 for e in made_up(Plan(1, 60, 7, date(2026, 3, 1), 40), 0)]
    assert min(hours) >= 8 and max(hours) <= 23
    assert hours.count(12) > 2 * hours.count(20)
    per_day: dict[date, int] = {}
    for e in made_up(Plan(1, 60, 7, date(2026, 3, 20), 40), 0):
        per_day[e.at.date()] = per_day.get(e.at.date(), 0) + 1
    assert per_day[date(2026, 3, 29)] < per_day[date(2026, 3, 30)] / 2
    assert per_day[date(2026, 4, 28)] > per_day[date(2026, 5, 5)]


def test_known_answers(office: Office, tmp_path: Path) -> None:
    """Through sealed batches; one kiosk in ten begins its days with a wrong clock."""
    truth = write(PLAN, tmp_path, PUBLIC, quiet)
    done = collect(office, [tmp_path], PRIVATE, BY_KIND, NOW)
    assert (done.records, done.refused, len(done.devices)) == (truth.records, [], 10)
    assert truth.records > 3000

    wanted = Wanted(date(2026, 4, 1), date(2026, 5, 31), keep=frozenset({"month", "kind", "measure", "key", "unit"}))
    told = list(facts(office, wanted))  # from `monthly`

    def added(field: str, measure: str, what: str = "count") -> dict[str, float]:
        sums: dict[str, float] = {}
        for f in told:
            if f.measure == measure:
                key = f"{f.day:%Y-%m}" if field == "month" else str(getattr(f, field))
                sums[key] = sums.get(key, 0) + getattr(f, what)
        return sums

    assert added("kind", "records") == truth.kinds
    assert added("month", "records") == truth.month
    assert {u: n for u, n in added("unit", "records").items() if u} == truth.units
    answered = {f.key: 0.0 for f in told if f.kind == "quiz" and f.measure == "answered"}
    right = dict(answered)
    for f in told:
        if f.kind == "quiz" and f.measure == "answered":
            answered[f.key] += f.count
            right[f.key] += f.total
    assert answered == truth.answered and right == {**dict.fromkeys(answered, 0), **truth.right}
    assert added("key", "vote") == truth.votes
    assert added("kind", "visit", "total") == {"visit": truth.visit_seconds}

    with office.reader() as c:
        rows = c.execute(text("SELECT kind, count(*) FROM record GROUP BY kind")).all()
        assert {row.kind: row[1] for row in rows} == truth.kinds
        assert c.execute(text("SELECT count(*) FROM record WHERE at < '2026'")).scalar_one() == 0
    assert [e.sequence for e in entries(office, "vote", devices=["sim-001"])] == [
        e.sequence for e in made_up(PLAN, 0) if e.kind == "vote"
    ]
    assert {(s.gaps, s.untimed) for s in status(office)} == {((), 0)}


def test_reading_months_is_reading_days(office: Office) -> None:
    feed(PLAN, office, BY_KIND, quiet)
    keep = frozenset({"month", "kind", "uid", "measure", "key", "unit"})
    whole = {(f.day, f.kind, f.uid, f.measure, f.key, f.unit, f.count, f.total) for f in facts(office, Wanted(date(2026, 4, 1), date(2026, 5, 31), keep=keep))}  # fmt: skip
    by_days = {(f.day, f.kind, f.uid, f.measure, f.key, f.unit, f.count, f.total) for f in facts(office, Wanted(date(2026, 4, 1), date(2026, 5, 30), keep=keep))}  # fmt: skip
    assert whole == by_days and len(whole) > 300


def test_filters(office: Office) -> None:
    truth = feed(Plan(3, 5, 7, visits=8), office, BY_KIND, quiet)
    first, last = date(2026, 1, 1), date(2026, 1, 5)
    every = list(facts(office, Wanted(first, last)))
    assert sum(f.count for f in every if f.measure == "records") == truth.records
    some = list(facts(office, Wanted(date(2026, 1, 2), date(2026, 1, 3), devices=["sim-002"], kinds=["view"], measures=["view"])))  # fmt: skip
    same = [f for f in every if f.day.day in (2, 3) and (f.device, f.kind, f.measure) == ("sim-002", "view", "view")]
    assert sorted(some, key=repr) == sorted(same, key=repr) and some
    (total,) = facts(office, Wanted(first, last, measures=["records"], keep=frozenset()))
    assert (total.count, total.device, total.day) == (truth.records, "", first)
    assert list(facts(office, Wanted(date(2020, 1, 1), date(2020, 1, 1), keep=frozenset()))) == []


def test_direct_and_sealed_are_the_same(tmp_path: Path) -> None:
    plan = Plan(2, 6, 7, visits=5)
    direct, sealed = Office(tmp_path / "a.db"), Office(tmp_path / "b.db")
    one = feed(plan, direct, BY_KIND, quiet)
    two = write(plan, tmp_path / "share", PUBLIC, quiet)
    collect(sealed, [tmp_path / "share"], PRIVATE, BY_KIND, NOW)
    assert json.dumps(one.as_json()) == json.dumps(two.as_json()) and isinstance(one, Truth)
    for kind in one.kinds:
        assert list(entries(direct, kind)) == list(entries(sealed, kind))
    direct.close()
    sealed.close()


def test_who_took_part(office: Office) -> None:
    plan = Plan(2, 10, 7, visits=6)
    feed(plan, office, BY_KIND, quiet)
    named = {(e.unit, e.device, e.person, e.at.day) for n in range(2) for e in made_up(plan, n) if e.person}
    assert set(took_part(office)) == {one[:3] for one in named}
    some = took_part(office, since=date(2026, 1, 3), until=date(2026, 1, 4), devices=["sim-001"])
    assert set(some) == {one[:3] for one in named if one[1] == "sim-001" and one[3] in (3, 4)}
