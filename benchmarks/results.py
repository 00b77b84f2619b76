"""The two files that keep what was measured. A run replaces the rows it measured and leaves the others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.bench import Row
from benchmarks.machine import machine

HEAD = """# Results

Medians of alternating rounds; made by `make bench`. Milliseconds belong to the machine named, ratios travel: "floor" is the least
a Qt program of this shape can take, "peer" is Debian's Chromium doing the same.

{machine}

| | median | unit | / floor | / peer | goal | holds | spread |
|---|---:|---|---:|---:|---|---|---|
"""


def keep(folder: Path, rows: Iterable[Row]) -> None:
    """Merge rows into `results.json` and write `RESULTS.md` from all of them."""
    file = folder / "results.json"
    known: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    for row in rows:
        entry = asdict(row)
        known[entry.pop("name")] = entry
    file.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")
    lines = [_line(name, entry) for name, entry in known.items()]
    (folder / "RESULTS.md").write_text(HEAD.format(machine=machine()) + "\n".join(lines) + "\n", "utf-8")


def _line(name: str, entry: dict[str, Any]) -> str:
    def number(key: str, form: str) -> str:
        return "" if entry.get(key) is None else format(entry[key], form)

    median = entry.get("median")
    value = "skipped" if median is None else f"{median:.0f}" if median >= 100 else f"{median:.3g}"
    verdict = {True: "yes", False: "**no**", None: ""}[entry.get("holds")]
    cells = (
        name, value, entry.get("unit", ""), number("ratio_floor", ".2f"), number("ratio_peer", ".2f"),
        entry.get("goal", ""), verdict, entry.get("note", ""),
    )  # fmt: skip
    return "| " + " | ".join(str(c).replace("|", "/") for c in cells) + " |"
