"""A snapshot as Prometheus reads it.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.status.snapshot import Snapshot


def metrics(snapshot: Snapshot, now: float) -> str:
    """The text of `/metrics`."""
    return "\n".join(_lines(snapshot, now)) + "\n"


def _lines(s: Snapshot, now: float) -> Iterator[str]:
    yield from _one("info", "What runs here.", 1, {"version": s.version, "device": s.device})
    yield from _one("up", "1 while the GUI thread answers.", int(s.alive(now)))
    yield from _one("uptime_seconds", "Since the start of the program.", round(now - s.started, 1))
    if s.frame_age is not None:
        yield from _one("frame_age_seconds", "Since the last presented frame.", round(s.frame_age + now - s.taken, 1))
    yield from _one("attract", "1 while nobody is there.", int(s.attract))
    yield from _one("safe_mode", "1 in safe mode after a crash loop.", int(s.safe))
    yield from _one("records_waiting", "Records not on the disk yet.", s.waiting)
    yield from _one("clock_trusted", "1 when the clock can be right.", int(not s.clock))
    if s.rss:
        yield from _one("memory_bytes", "Memory in use.", s.rss)
    if s.disk_total:
        yield from _one("disk_free_bytes", "On the disk of the data folder.", s.disk_free)
        yield from _one("disk_total_bytes", "Likewise, in all.", s.disk_total)
    if s.synced:
        yield from _one("last_sync_timestamp_seconds", "When a sync last ended.", round(s.synced, 3))
        yield from _one("last_sync_ok", "1 when it ended well.", int(s.sync_code == "ok"))
    yield from _head("pack_version", "Version of each pack on the screen.")
    for name, version in sorted(s.packs.items()):
        publisher, _, pack = name.partition("/")
        yield _line("pack_version", version, {"publisher": publisher, "pack": pack})
    yield from _head("fault", "1 for each thing somebody should look at.")
    for code, level in sorted({(fault.code, fault.level) for fault in s.faults}):
        yield _line("fault", 1, {"code": code, "level": level})


def _one(name: str, about: str, value: float, labels: Mapping[str, str] | None = None) -> Iterator[str]:
    yield from _head(name, about)
    yield _line(name, value, labels or {})


def _head(name: str, about: str) -> Iterator[str]:
    yield f"# HELP kiosk_{name} {about}"
    yield f"# TYPE kiosk_{name} gauge"


def _line(name: str, value: float, labels: Mapping[str, str]) -> str:
    said = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels.items())
    return f"kiosk_{name}{{{said}}} {value}" if said else f"kiosk_{name} {value}"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
