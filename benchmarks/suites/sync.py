"""Content from a medium to the screen's store, beside `cp` and `rsync`: verified and durable, from a cold cache."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.bench import Bench, Row, middle, spread
from benchmarks.cold import go_cold
from benchmarks.media import Medium, Shape, change, link_tree, make_medium, write_head, write_pack
from benchmarks.process import MeasureError, child, report, wait_for_quiet

GIGABYTE = Shape(large=5, megabytes=180, small=2_000)
SMALL = Shape(small=20_000, bytes=2_000)
PACKS = 2_000


def run(bench: Bench) -> list[Row]:
    """Every goal; the media are made once."""
    with_scroll = _scroll(bench, big := _medium(bench, "gigabyte", GIGABYTE))
    return [
        *_first(bench, big),
        *_changed(bench, big),
        *_many_files(bench),
        *_many_packs(bench),
        *_memory(bench),
        *with_scroll,
    ]


def _medium(bench: Bench, name: str, shape: Shape) -> Medium:
    print(f"   making {name}", flush=True)
    made = make_medium(bench.scratch / name, shape)
    made.publish(made.tree)
    return made


def _worker(bench: Bench, data: Path, medium: Medium) -> dict[str, Any]:
    return report("sync", bench.env, bench.scratch, str(data), str(medium.repo))


def _shell(bench: Bench, command: str, *cold: Path) -> float:
    go_cold(*cold)
    began = time.perf_counter()
    subprocess.run(["/bin/sh", "-c", command], env=dict(bench.env), check=True, timeout=300)
    return (time.perf_counter() - began) * 1000


def _row(name: str, found: list[float], goal: str, holds: bool | None, note: str = "", **ratios: float | None) -> Row:
    words = "; ".join(filter(None, (spread(found), note)))
    return Row(name, statistics.median(found), "ms", goal=goal, holds=holds, note=words, **ratios)


def _first(bench: Bench, medium: Medium) -> list[Row]:
    data, copy = bench.scratch / "kiosk", bench.scratch / "copy"

    def ours() -> float:
        return float(_worker(bench, medium.fresh(data), medium)["ms"])

    def theirs(command: str) -> Callable[[], float]:
        def case() -> float:
            shutil.rmtree(copy, ignore_errors=True)
            return _shell(bench, f"{command} {medium.tree} {copy} && sync -f {copy}", medium.tree)

        return case

    cases = {"ours": ours, "cp": theirs("cp -r")} | ({"rsync": theirs("rsync -a")} if shutil.which("rsync") else {})
    found = bench.alternate(cases)
    mid = {name: statistics.median(values) for name, values in found.items()}
    shutil.rmtree(copy, ignore_errors=True)
    over_cp, over_rsync = mid["ours"] / mid["cp"], mid["ours"] / mid["rsync"] if "rsync" in mid else None
    holds = over_cp <= 1.6 and (over_rsync is None or over_rsync < 1)
    goal = "≤ 1.60 x cp -r + sync, faster than rsync -a + sync"
    rows = [
        _row(
            "first sync of 1 GB, verified and durable",
            found["ours"],
            goal,
            holds,
            ratio_floor=over_cp,
            ratio_peer=over_rsync,
        ),
        _row("floor: cp -r + sync of the same", found["cp"], "", None),
    ]
    return rows + ([_row("peer: rsync -a + sync of the same", found["rsync"], "", None)] if "rsync" in found else [])


def _changed(bench: Bench, medium: Medium) -> list[Row]:
    """1 % of the small files; and then nothing."""
    held, data, copy, old = (bench.scratch / n for n in ("held", "kiosk", "copy", "old"))
    _worker(bench, medium.fresh(held), medium)
    link_tree(medium.tree, old)
    for path in [*old.glob("items/*/*")][::1]:  # `change` writes in place
        body = path.read_bytes()
        path.unlink()
        path.write_bytes(body)
        os.utime(path, (1, 1))
    new = change(medium.tree, "big", 2)
    medium.publish(medium.tree)
    reports: list[dict[str, Any]] = []

    def ours() -> float:
        link_tree(held, data)
        reports.append(_worker(bench, data, medium))
        return float(reports[-1]["ms"])

    def rsync() -> float:
        link_tree(old, copy)
        return _shell(bench, f"rsync -a {medium.tree}/ {copy} && sync -f {copy}", medium.tree, copy)

    found = bench.alternate({"ours": ours} | ({"rsync": rsync} if shutil.which("rsync") else {}))
    ratio = statistics.median(found["ours"]) / statistics.median(found["rsync"]) if "rsync" in found else None
    exact = all(r["copied"] == new for r in reports)
    rows = [
        _row(
            "1 % changed of 1 GB",
            found["ours"],
            "exactly the changed bytes, ≤ 1.30 x rsync -a + sync",
            exact and (ratio is None or ratio <= 1.3),
            f"{new:,} bytes changed, copied {reports[-1]['copied']:,}",
            ratio_peer=ratio,
        )
    ]
    rows += [_row("peer: rsync -a + sync of the same change", found["rsync"], "", None)] if "rsync" in found else []
    shutil.rmtree(copy, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    return [*rows, _quiet(bench, "nothing changed, 1 GB", medium, data, 10)]


def _quiet(bench: Bench, name: str, medium: Medium, data: Path, goal: float) -> Row:
    """A round that finds nothing new."""
    reports = [_worker(bench, data, medium)]
    for _ in range(bench.rounds):
        wait_for_quiet()
        reports.append(_worker(bench, data, medium))
    found, opened = [float(r["ms"]) for r in reports[1:]], reports[-1]["opened"]
    holds = statistics.median(found) <= goal and opened == 1
    return _row(name, found, f"≤ {goal:g} ms, opening 1 file that is there", holds, f"{opened} opened")


def _many_files(bench: Bench) -> list[Row]:
    medium, data = _medium(bench, "files", SMALL), bench.scratch / "many-files"
    _worker(bench, medium.fresh(data), medium)
    row = _quiet(bench, "nothing changed, 20,000 files", medium, data, 50)
    new = change(medium.tree, "big", 2)
    medium.publish(medium.tree)
    wait_for_quiet()
    after = _worker(bench, data, medium)
    note = f"{after['copied']:,} of {new:,} changed bytes; once"
    return [
        row,
        _row(
            "1 % changed of 20,000 files",
            [float(after["ms"])],
            "exactly the changed bytes",
            after["copied"] == new,
            note,
        ),
    ]


def _many_packs(bench: Bench) -> list[Row]:
    medium, data = make_medium(bench.scratch / "packs", Shape()), bench.scratch / "many-packs"
    folders = [bench.scratch / "small" / f"pack-{n}" for n in range(PACKS)]
    for folder in folders:
        write_pack(folder, folder.name, Shape(small=1, bytes=500))
    medium.publish(*folders)
    _worker(bench, medium.fresh(data), medium)
    quiet = _quiet(bench, "nothing changed, 2,000 packs", medium, data, 200)
    found = []
    for version in range(2, 2 + bench.rounds):
        write_head(folders[7], folders[7].name, version)
        medium.publish(folders[7])
        wait_for_quiet()
        found.append(float(_worker(bench, data, medium)["ms"]))
    goal = statistics.median(found) <= 200
    return [quiet, _row("one of 2,000 packs changed", found, "≤ 200 ms", goal)]


def _memory(bench: Bench) -> list[Row]:
    """The whole worker as a kiosk starts it: `kiosk sync`, catalog included."""
    rows = []
    for name, shape in (
        ("one film of 1 GB", Shape(large=1, megabytes=1_000)),
        ("50,000 files", Shape(small=49_999, bytes=300)),
    ):
        medium, data = _medium(bench, f"memory-{shape.large}", shape), bench.scratch / "memory"
        medium.fresh(data)
        found = report("worker", bench.env, bench.scratch, str(data), str(medium.repo))
        if not found["changed"]:
            raise MeasureError("nothing was synced")
        most = found["mb"]
        rows.append(
            Row(f"peak memory of the worker, {name}", most, "MB", goal="≤ 120 MB", holds=most <= 120, note="once")
        )
        shutil.rmtree(data)
        shutil.rmtree(medium.tree.parent)
    return rows


def _scroll(bench: Bench, medium: Medium) -> list[Row]:
    """The list in motion, alone and while 1 GB comes in, again and again, as the kiosk starts its worker."""
    library, data = bench.library(), bench.scratch / "kiosk"
    again = (
        f"while true; do rm -rf {data}; mkdir {data}; cp -r {medium.trusted} {data}/store; {sys.executable} -m kiosk sync "
        f"--background --progress=jsonl --from {medium.repo} --data {data} >/dev/null || exit 1; done"
    )

    def alone() -> dict[str, Any]:
        return report("scroll", bench.env, bench.scratch, str(library))

    def busy() -> dict[str, Any]:
        with child(["/bin/sh", "-c", again], bench.env, bench.scratch / "sync.txt") as syncing:
            found = alone()
            if syncing.poll() is not None:
                raise MeasureError((bench.scratch / "sync.txt").read_text("utf-8"))
        return found

    quiet, loaded = [], []
    for _ in range(min(bench.rounds, 5)):
        wait_for_quiet()
        quiet.append(alone())
        wait_for_quiet()
        loaded.append(busy())
    ratio = middle(loaded, "p95") / middle(quiet, "p95")
    p95 = [float(r["p95"]) for r in loaded]
    goal = "≤ 20 ms, as without"
    alone_note = f"without: {middle(quiet, 'p95'):.1f} ms; longest frame {middle(loaded, 'most'):.0f} ms, without {middle(quiet, 'most'):.0f} ms"
    return [
        _row(
            "scrolling while 1 GB syncs, frame interval p95",
            p95,
            goal,
            middle(loaded, "p95") <= 20,
            alone_note,
            ratio_floor=ratio,
        )
    ]
