"""Contests: a vote until it is durable and said, and the wall of 200 entries redrawn."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.bench import Bench, Row, middle, spread
from benchmarks.process import report, wait_for_quiet
from kiosk.samples import Samples, bring, build_packs, content_folder, publish_packs

VOTE_GOAL, FRAME = 30, 33
"""Milliseconds: a durable vote, and a frame at 30 a second."""
HEAD = "---\nkind: vote\ntitle: 两百件\ngenre: photo\nvotes: 20\nresults: live\npublished: 2026-11-01\nsources:\n  - {title: x}\n---\nx\n"


def library(place: Path) -> Path:
    """Data folder of a kiosk with a contest of 200 drawn entries."""
    item = place / "content/bench/many"
    item.mkdir(parents=True)
    shutil.copytree(content_folder() / "contests/contests/my-work/entries", item / "entries")
    (item / "index.md").write_text(HEAD, "utf-8")
    entries = (f"- {{number: {n}, title: 第{n}幅, picture: entries/0{1 + n % 6}.svg, alt: x}}\n" for n in range(1, 201))
    (item / "entries.yaml").write_text("".join(entries), "utf-8")
    (place / "content/bench/pack.yaml").write_text(
        "id: bench\ntitle: {zh: 例, en: Bench}\nversion: 1\nlanguages: [zh]\n", "utf-8"
    )
    samples = Samples(place / "content", place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    bring(samples)
    return samples.data


def run(bench: Bench) -> list[Row]:
    """Medians over the runs, each on a copy with an empty book."""
    data = library(bench.scratch / "votes")
    found = []
    for _ in range(bench.rounds):
        (data / "records.db").unlink(missing_ok=True)
        wait_for_quiet()
        found.append(report("votes", bench.env, bench.scratch, str(data)))

    def row(name: str, key: str, goal: int | None = None) -> Row:
        value = middle(found, key)
        words, holds = (f"≤ {goal} ms", value <= goal) if goal else ("", None)
        return Row(name, value, "ms", goal=words, holds=holds, note=spread([r[key] for r in found], 1))

    return [
        row("a vote, from the touch until it is on the disk and said, p50", "vote", VOTE_GOAL),
        row("the same, p95", "vote95"),
        row("wall of 200 entries redrawn, longest turn of the event loop, p50", "turn", FRAME),
        row("the same, longest", "turn_most"),
    ]
