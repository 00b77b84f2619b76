"""One measurement of records in a process of its own: `records append|export|collect|fill|year …`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.bench import centile

APPENDS, EXPORTED, READS = 400, 100_000, 5


def append(place: str) -> dict[str, Any]:
    """Records as a kiosk makes them: each committed and synced before the next."""
    from kiosk.records import Record, RecordBook

    book, took = RecordBook(Path(place) / "records.db"), []
    for n in range(APPENDS):
        told = {"question": f"q{n % 60}", "right": n % 3 == 0, "ms": 1234, "prompt": "安全帽的下颏带怎么系？"}
        entry = Record(
            f"v{n // 9}", "safety/quiz", "quiz", 1, datetime.now(UTC), time.monotonic(), True, told, f"{n % 40:05d}"
        )
        began = time.perf_counter()
        book.append(entry)
        took.append((time.perf_counter() - began) * 1000)
    book.close()
    return {"p50": centile(took, 0.5), "p95": centile(took, 0.95)}


def export(place: str, key: str) -> dict[str, Any]:
    """A hundred thousand records that never left the kiosk."""
    from itertools import islice

    from sqlalchemy import insert

    from kiosk.fleet import device_key
    from kiosk.fleet import export as run
    from kiosk.fleet.simulate import Plan, entries
    from kiosk.records import RecordBook
    from kiosk.records.schema import record
    from kiosk.sealing import OfficeKey

    data, folder = Path(place) / "data", Path(place) / "share"
    folder.mkdir(parents=True)
    book = RecordBook(data / "records.db")
    made = entries(Plan(kiosks=1, days=3660), 0)
    while some := list(islice(made, 5000)):
        with book.transaction() as c:
            rows = [
                {
                    "device": book.device, "boot": e.boot, "at": e.at.isoformat(timespec="milliseconds"), "monotonic": e.monotonic,
                    "clock_trusted": 1, "visit": e.visit, "uid": e.uid, "kind": e.kind, "version": 1, "unit": e.unit,
                    "payload": json.dumps(e.payload, ensure_ascii=False), "person": e.person, "once": None,
                }
                for e in some
            ]  # fmt: skip
            c.execute(insert(record), rows)
        if book.last() >= EXPORTED:
            break
    signer, now = device_key(data), datetime.now(UTC)
    began = time.perf_counter()
    told = run(book, OfficeKey.parse(key), signer, folder, now, data=data)
    seconds = time.perf_counter() - began
    assert told.sealed == EXPORTED, told
    return {"seconds": seconds, "bytes": sum(p.stat().st_size for p in folder.rglob("*.batch")), "mb": peak()}


def collect(url: str, share: str, private: str) -> dict[str, Any]:
    """From a share into an empty database."""
    from kiosk.fleet.office import Office
    from kiosk.fleet.office import collect as run

    office = Office(url)
    began = time.perf_counter()
    told = run(office, [Path(share)], bytes.fromhex(private), kinds(), datetime.now(UTC))
    seconds = time.perf_counter() - began
    assert not told.refused, told.refused
    return {"records": told.records, "seconds": seconds, "mb": peak()}


def fill(url: str, kiosks: str, days: str, seed: str, visits: str) -> dict[str, Any]:
    """Make up a year, by the way of collected batches."""
    from kiosk.fleet.office import Office
    from kiosk.fleet.simulate import Plan
    from kiosk.fleet.simulated import feed

    office, began = Office(url), time.perf_counter()
    plan = Plan(int(kiosks), int(days), int(seed), visits=float(visits))
    truth = feed(plan, office, kinds(), lambda _done, _device: None)
    return {"records": truth.records, "seconds": time.perf_counter() - began, "mb": peak()}


def year(url: str) -> dict[str, Any]:
    """Read the year's facts as reports do."""
    from kiosk.fleet.office import Office, Wanted, facts, took_part

    office, first, last = Office(url), date(2026, 1, 1), date(2026, 12, 31)

    def read(kinds: tuple[str, ...], *keep: Any, measures: tuple[str, ...] = ()) -> Callable[[], int]:
        wanted = Wanted(first, last, kinds=kinds, measures=measures, keep=frozenset(keep))
        return lambda: sum(1 for _ in facts(office, wanted))

    reports: dict[str, Callable[[], int]] = {
        "use": read((), "month", "kind", "uid", "measure"),
        "questions": read(("quiz",), "month", "unit", "uid", "measure", "key"),
        "days": read((), "day", "device", "measure", measures=("visit", "pages", "records")),
        "people": lambda: sum(1 for _ in took_part(office, since=first, until=last)),
    }
    told: dict[str, Any] = {"rows": {}}
    for name, run in reports.items():
        told["rows"][name] = run()
        took = []
        for _ in range(READS):
            began = time.perf_counter()
            run()
            took.append(time.perf_counter() - began)
        told[name] = took
    return told


def kinds() -> Any:
    """What records of every kind say."""
    from kiosk.kinds import discover

    return {key: kind.facts for key, kind in discover().items()}


def peak() -> float:
    """Most memory this process ever had, MB."""
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) / 1024


CASES = {"append": append, "export": export, "collect": collect, "fill": fill, "year": year}
print(json.dumps(CASES[sys.argv[1]](*sys.argv[2:])))
