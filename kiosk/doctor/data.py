"""Databases, trust, packs, logs. Only read: the doctor makes nothing and mends nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kiosk.core.text import Text
from kiosk.doctor.line import Line, ok
from kiosk.doctor.rounds import Patient
from kiosk.packs.recover import NAME as PACKS
from kiosk.status.logfile import FILES, SIZE, log_files
from kiosk.status.logs import FOLDER as LOGS

MOST_LOG = 4 * FILES * SIZE
"""Bytes of all logs together; more means that something else writes there."""
_MENDS = Text(
    "先锋屏下次启动会自动修复；之后仍有问题，请用 kiosk backup restore。",
    "The kiosk mends it when it starts; if it stays so, use kiosk backup restore.",
)


def databases(patient: Patient) -> Iterator[Line]:
    """Every page of every database."""
    if patient.settings is None:
        return
    folder = patient.settings.data_dir
    files = [folder / "records.db", folder / "store" / PACKS, *sorted((folder / "catalog").glob("catalog-*.db"))]
    files += [f for f in (folder / "outbox" / "outbox.db", folder / "office.db") if f.exists()]
    there = [file for file in files if file.exists()]
    bad = [(file, faults) for file in there if (faults := quick_check(file))]
    for file, faults in bad:
        name = file.relative_to(folder).as_posix()
        yield Line(
            "databases",
            "DATABASE_DAMAGED",
            "bad",
            Text(f"数据库 {name} 已损坏：{faults[0]}。", f"The database {name} is damaged: {faults[0]}."),
            _MENDS,
        )
    if not bad:
        yield ok("databases", f"{len(there)} 个数据库完好。", f"{len(there)} databases are sound.")


def quick_check(file: Path) -> tuple[str, ...]:
    """What SQLite finds; empty when the file is sound."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=10)) as db:
            found = [str(row[0]) for row in db.execute("PRAGMA quick_check(5)")]
            empty = not db.execute("PRAGMA schema_version").fetchone()[0]
    except sqlite3.Error as error:
        return (str(error),)
    return ("no tables",) if found == ["ok"] and empty else () if found == ["ok"] else tuple(found)


def trust(patient: Patient) -> Iterator[Line]:
    """Whom this kiosk believes."""
    found = _ask(patient, "SELECT count(*), coalesce(group_concat(publisher, ', '), '') FROM trust")
    if found and found[0][0]:
        yield ok("trust", f"信任 {found[0][1]}。", f"Trusted: {found[0][1]}.")
        return
    yield Line(
        "trust",
        "NOBODY_TRUSTED",
        "look",
        Text("还没有信任任何发布单位。", "No publisher is trusted yet."),
        Text("请核对指纹后运行 kiosk trust add。", "Compare the fingerprint, then run kiosk trust add."),
    )


def publishers(patient: Patient) -> tuple[str, ...]:
    """Ids of those it believes."""
    return tuple(str(row[0]) for row in _ask(patient, "SELECT publisher FROM trust ORDER BY publisher"))


def packs(patient: Patient) -> Iterator[Line]:
    """What is on the screen."""
    found = _ask(patient, "SELECT publisher, pack FROM live ORDER BY publisher, pack")
    if found:
        names = "、".join(f"{pack}" for _, pack in found[:8]) + ("…" if len(found) > 8 else "")
        yield ok(
            "packs",
            f"{len(found)} 个内容包在用：{names}。",
            f"{len(found)} packs are live: {names.replace('、', ', ')}.",
        )
    else:
        yield Line(
            "packs",
            "NO_PACKS",
            "look",
            Text("屏上还没有内容。", "There is nothing to show yet."),
            Text("请插入带内容的U盘，或在设置里写 sources。", "Put in a stick with content, or set sources."),
        )
    faults = _ask(patient, "SELECT count(*) FROM scrub WHERE NOT sound")
    if faults and faults[0][0]:
        yield Line(
            "packs",
            "BLOBS_DAMAGED",
            "bad",
            Text(f"{faults[0][0]} 个内容文件已损坏。", f"{faults[0][0]} files of packs are damaged."),
            Text(
                "下一次同步会重新复制；反复出现请换硬盘。",
                "The next sync copies them anew; if it comes back, replace the disk.",
            ),
        )


def logs(patient: Patient) -> Iterator[Line]:
    """That nothing grows without end."""
    if patient.settings is None:
        return
    folder = patient.settings.data_dir / LOGS
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if folder.is_dir() else 0
    if size > MOST_LOG:
        yield Line(
            "logs",
            "LOGS_BIG",
            "look",
            Text(f"{folder} 有 {size / 1e6:.0f} MB。", f"{folder} holds {size / 1e6:.0f} MB."),
            Text(
                "先锋屏的日志不超过 10 MB：看看还有谁往里写。",
                "The kiosk's own log takes at most 10 MB: see who else writes there.",
            ),
        )
    elif log_files(folder):
        yield ok("logs", f"日志在 {folder}，{size / 1e6:.1f} MB。", f"The log is in {folder}, {size / 1e6:.1f} MB.")
    else:
        yield Line(
            "logs",
            "LOGS_ELSEWHERE",
            "off",
            Text(
                "没有日志文件：由 journald 记录（journalctl -t kiosk），或者还没有启动过。",
                "There are no log files: journald has the log (journalctl -t kiosk), or it was never started.",
            ),
        )


def _ask(patient: Patient, question: str) -> list[tuple[object, ...]]:
    """Rows of `packs.db`; none when there is no such file. A damaged one is the business of `databases`."""
    if patient.settings is None:
        return []
    file = patient.settings.store / PACKS
    if not file.exists():
        return []
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=10)) as db:
            return [tuple(row) for row in db.execute(question)]
    except sqlite3.Error:
        return []
