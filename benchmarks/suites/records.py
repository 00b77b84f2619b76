"""Records: durable on the kiosk, sealed for the office, collected into PostgreSQL, and a year of them in a report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nacl.public import PrivateKey

from benchmarks.bench import Bench, Row, middle, spread
from benchmarks.process import report, wait_for_quiet
from kiosk.fleet.simulate import Plan
from kiosk.fleet.simulated import write
from kiosk.sealing import OfficeKey
from tests.support.postgres import MissingError, server

PRIVATE = hashlib.sha256(b"office of the benchmarks").digest()
PUBLIC = OfficeKey(bytes(PrivateKey(PRIVATE).public_key))
APPEND_MS, EXPORT_S, RATE, MEMORY_MB, REPORT_S = 10, 5, 20_000, 200, 2
COLLECTED = Plan(kiosks=6, days=160)
YEAR = Plan(kiosks=50, days=365, seed=7, visits=44)
FEW = 3
"""Rounds of what takes many seconds."""


def run(bench: Bench) -> list[Row]:
    """The kiosk's side, then the office's; the year last, for it takes minutes."""
    rows = [*_append(bench), *_export(bench)]
    try:
        with server(durable=True) as postgres:
            return [*rows, *_collect(bench, postgres.fresh), *_year(bench, postgres.fresh())]
    except MissingError as error:
        return [*rows, Row("collect into PostgreSQL", None, "records/s", note=f"skipped: {error}")]


def _inside(bench: Bench, *args: str, seconds: float = 120) -> dict[str, Any]:
    wait_for_quiet()
    return report("records", bench.env, bench.scratch, *args, seconds=seconds)


def _append(bench: Bench) -> list[Row]:
    found = [_inside(bench, "append", str(bench.scratch / f"book-{n}")) for n in range(bench.rounds)]
    value, each = middle(found, "p95"), [r["p95"] for r in found]
    return [
        Row("a record until it is durable, p50", middle(found, "p50"), "ms", note=spread([r["p50"] for r in found], 2)),
        Row("the same, p95", value, "ms", goal=f"< {APPEND_MS} ms", holds=value < APPEND_MS, note=spread(each, 2)),
    ]


def _export(bench: Bench) -> list[Row]:
    found = [_inside(bench, "export", str(bench.scratch / f"export-{n}"), str(PUBLIC)) for n in range(FEW)]
    value = middle(found, "seconds")
    note = f"{spread([r['seconds'] for r in found], 2)}; {found[0]['bytes'] / 1e6:.1f} MB"
    return [
        Row("export 100,000 records", value, "s", goal=f"< {EXPORT_S} s", holds=value < EXPORT_S, note=note),
        _memory("export", max(r["mb"] for r in found)),
    ]


def _collect(bench: Bench, fresh: Callable[[], str]) -> list[Row]:
    share = bench.scratch / "share"
    print("   making up batches", flush=True)
    made = write(COLLECTED, share, PUBLIC, lambda _done, _device: None).records
    found = []
    for _ in range(FEW):
        _forget_acknowledgements(share)
        found.append(_inside(bench, "collect", fresh(), str(share), PRIVATE.hex()))
    assert all(r["records"] == made for r in found)
    rates = [r["records"] / r["seconds"] for r in found]
    value = sorted(rates)[len(rates) // 2]
    note = f"{made:,} records; {spread(rates)}"
    return [
        Row(
            "collect into PostgreSQL", value, "records/s", goal=f"≥ {RATE:,} records/s", holds=value >= RATE, note=note
        ),
        _memory("collect", max(r["mb"] for r in found)),
    ]


def _year(bench: Bench, url: str) -> list[Row]:
    print("   making up a year of 50 kiosks", flush=True)
    filled = _inside(bench, "fill", url, *map(str, (YEAR.kiosks, YEAR.days, YEAR.seed, YEAR.visits)), seconds=420)
    found = _inside(bench, "year", url)
    rows = []
    for name in ("use", "questions", "days", "people"):
        each = found[name]
        value = sorted(each)[len(each) // 2]
        note = f"{filled['records']:,} records; {found['rows'][name]:,} facts; {spread(each, 2)}"
        rows.append(
            Row(f"a year: {WORDS[name]}", value, "s", goal=f"< {REPORT_S} s", holds=value < REPORT_S, note=note)
        )
    rate = filled["records"] / filled["seconds"]
    return [*rows, Row("filling that year", rate, "records/s", note="once"), _memory("filling it", filled["mb"])]


WORDS = {
    "use": "use of every item and room by month",
    "questions": "every question of the quizzes by workshop and month",
    "days": "visits by day and kiosk",
    "people": "who took part, by workshop",
}


def _memory(what: str, megabytes: float) -> Row:
    return Row(f"{what}, most memory", megabytes, "MB", goal=f"< {MEMORY_MB} MB", holds=megabytes < MEMORY_MB)


def _forget_acknowledgements(share: Path) -> None:
    for path in share.rglob("acknowledged.json"):
        path.unlink()
