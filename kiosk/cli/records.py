"""`kiosk records`: the book of what people did on this kiosk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.chosen import settings
from kiosk.cli.console import out_json, say
from kiosk.cli.elsewhere import Elsewhere
from kiosk.cli.place import DATA
from kiosk.cli.publish_options import JSON
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.records import Entry, OpenBook


@click.group(
    "records",
    cls=Elsewhere,
    elsewhere={"export": "records_export:export", "simulate": "simulate:simulate", "erase": "records_erase:erase"},
)
def command() -> None:
    """What people did on this kiosk: look, copy, mend, erase, send."""


@command.command()
@DATA
@JSON
def check(data: Path | None, as_json: bool) -> int:
    """Read every page of the book and of its copies. Exit code 1: the book is damaged."""
    from kiosk.records import backup

    path = book_path(data)
    faults = backup.check(path) if path.exists() else ()
    copies = [
        {"file": c.path.name, "records": c.count, "last": c.last, "faults": list(backup.check(c.path, still=True))}
        for c in backup.copies(path)
    ]
    if as_json:
        out_json({"faults": list(faults), "copies": copies})
        return 1 if faults else 0
    if not path.exists():
        say(Text("还没有记录。", "There are no records yet."))
    elif faults:
        say(
            Text(
                f"记录簿已损坏：{faults[0]}。先锋屏下次启动会自动修复，也可以退出先锋屏后运行 kiosk records restore。",
                f"The book is damaged: {faults[0]}. The kiosk mends it when it is started; or close it and run"
                " kiosk records restore.",
            ),
            err=True,
        )
    else:
        say(Text("记录簿完好。", "The book is sound."))
    for copy in copies:
        state = Text("已损坏", "damaged") if copy["faults"] else Text("完好", "sound")
        say(Text(f"{copy['file']}\t{copy['records']} 条\t{state.zh}", f"{copy['file']}\t{copy['records']}\t{state.en}"))
    return 1 if faults else 0


@command.command()
@DATA
@JSON
def count(data: Path | None, as_json: bool) -> int:
    """How many records there are of each kind, and how many the office has not got yet."""
    with opened(data) as book:
        kinds, waiting = book.kinds(), book.last() - book.acknowledged()
    if as_json:
        out_json({"kinds": kinds, "not_acknowledged": waiting})
        return 0
    for kind, number in kinds.items():
        say(Text(f"{kind}\t{number} 条", f"{kind}\t{number}"))
    total = sum(kinds.values())
    say(Text(f"共 {total} 条，办公室还没收 {waiting} 条", f"{total} in all; the office has not got {waiting}"))
    return 0


@command.command("list")
@click.option("--kind", default="", help="Only of this kind.")
@click.option("--last", "number", type=click.IntRange(1, 10_000), default=20, help="How many; default 20.")
@DATA
@JSON
def list_(kind: str, number: int, data: Path | None, as_json: bool) -> int:
    """The newest records, oldest first; times of a wrong clock are estimated and marked with ~."""
    from kiosk.records.repair import repair

    with opened(data) as book:
        entries = book.newest(number, kind)
    times = repair(entries)
    if as_json:
        out_json([_json(e, r.at, r.source) for e, r in zip(entries, times, strict=True)])
        return 0
    for entry, found in zip(entries, times, strict=True):
        sure = " " if found.source == "clock" else "~"
        at = found.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        what = json.dumps(entry.payload, ensure_ascii=False)
        click.echo(f"{entry.sequence}\t{sure}{at}\t{entry.kind}\t{entry.uid}\t{what[:160]}")
    return 0


@command.command("backup")
@DATA
@JSON
def backup_(data: Path | None, as_json: bool) -> int:
    """Copy the book now, over the older of the two copies. The kiosk does it every day."""
    from kiosk.records import backup

    path = book_path(data)
    if not path.exists():
        say(Text("还没有记录。", "There are no records yet."))
        return 1
    copy = backup.back_up(path)
    if as_json:
        out_json({"file": str(copy.path), "records": copy.count, "last": copy.last, "bytes": copy.bytes})
    else:
        say(Text(f"{copy.count} 条已备份到 {copy.path.name}。", f"{copy.count} records copied to {copy.path.name}."))
    return 0


@command.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@DATA
@JSON
def restore(yes: bool, data: Path | None, as_json: bool) -> int:
    """Go back to the newest sound copy; what was recorded after it is read from the present file. Close the kiosk first."""
    from kiosk.records import backup
    from kiosk.records.errors import no_backup
    from kiosk.records.recover import restore as go_back

    path = book_path(data)
    copy = next((c for c in backup.copies(path) if not backup.check(c.path, still=True)), None)
    if copy is None:
        raise no_backup()
    if not yes:
        ask = Text(f"用 {copy.path.name}（{copy.count} 条）恢复？", f"Restore {copy.path.name} ({copy.count} records)?")
        click.confirm(ask(reader_language()), abort=True, err=True)
    done = go_back(path, copy)
    if as_json:
        out_json({"restored": done.restored, "saved": done.saved, "lost": done.lost})
    else:
        say(done.event.message)
    return 0


def book_path(data: Path | None) -> Path:
    """The book of this kiosk."""
    return settings(data).data_dir / "records.db"


@contextmanager
def opened(data: Path | None) -> Iterator[OpenBook]:
    """The book, to look into it."""
    from kiosk.records import open_book

    book = open_book(book_path(data), visiting=True)
    try:
        yield book
    finally:
        book.close()


def _json(entry: Entry, at: datetime, source: str) -> dict[str, Any]:
    from kiosk.records.entry import to_json

    return to_json(entry) | {"estimated": at.isoformat(timespec="milliseconds"), "estimated_by": source}
