"""`kiosk fleet`: the office gathers what many kiosks wrote, and sees how they are."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.elsewhere import Elsewhere
from kiosk.cli.publish_options import JSON
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.fleet.office import Collected, KioskStatus, Office
    from kiosk.records.facts import ByKind

PLACES = click.argument("places", nargs=-1, required=True)
DB = click.option("--db", "url", default=None, metavar="URL", help="postgresql://user:password@host/name or a file; default: KIOSK_OFFICE_DB, else office.db among your own data.")  # fmt: skip
KEY = click.option("--key", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The office's private key; its passphrase: KIOSK_PASSPHRASE.")  # fmt: skip


@click.group(
    "fleet",
    cls=Elsewhere,
    elsewhere={"logs": "fleet_logs:logs", "erase": "fleet_erase:erase", "audit": "fleet_audit:audit"},
)
def command() -> None:
    """Collect records from many kiosks, and see how they are."""


@command.command()
@PLACES
@KEY
@DB
@JSON
def collect(places: tuple[str, ...], key: Path, url: str | None, as_json: bool) -> int:
    """Collect from PLACES, top folders of sticks and shares or smb:// and s3:// addresses, and leave acknowledgements there.

    Collecting again does no harm. A batch that cannot be used is named, and the rest goes on; the code is then that of
    the first such batch.
    """
    from kiosk.cli.suggestions import private_key
    from kiosk.fleet.office import collect as run
    from kiosk.fleet.office import status

    private = private_key(key)
    office, bar = open_office(url), Bar()

    def show(done: int, total: int, name: str) -> None:
        bar.total = total
        bar.show(done, name)

    try:
        done = run(office, places, private, by_kind(), datetime.now(UTC), show)
        kiosks = status(office)
    finally:
        bar.close()
        office.close()
    missed = [k for k in kiosks if k.device not in done.devices]
    if as_json:
        out_json(_collected_json(done, missed))
    else:
        _tell_collected(done, missed)
    return done.refused[0].error.exit_code if done.refused else (74 if done.unwritten else 0)


@command.command()
@DB
@JSON
def status(url: str | None, as_json: bool) -> int:
    """Every kiosk: last seen, version, packs, disk, clock, faults, what is missing; the longest unseen first."""
    from kiosk.fleet.office import status as look

    office = open_office(url)
    try:
        kiosks = look(office)
    finally:
        office.close()
    if as_json:
        out_json([kiosk_json(k) for k in kiosks])
        return 0
    for k in kiosks:
        _tell_kiosk(k)
    if not kiosks:
        say(Text("还没有收到任何一台屏的记录。", "No kiosk has been collected yet."))
    return 0


@command.command()
@DB
@JSON
def kiosks(url: str | None, as_json: bool) -> int:
    """One line for each kiosk: id, where it stands, records, last collected."""
    from kiosk.fleet.office import status as look

    office = open_office(url)
    try:
        found = look(office)
    finally:
        office.close()
    if as_json:
        out_json([{"device": k.device, "site": k.health.site, "records": k.records, "collected": k.collected.isoformat()} for k in found])  # fmt: skip
        return 0
    for k in found:
        say(Text(f"{k.device}\t{k.health.site}\t{k.records} 条\t{_day(k.collected)} 收", f"{k.device}\t{k.health.site}\t{k.records} records\tcollected {_day(k.collected)}"))  # fmt: skip
    return 0


@command.command("forget-key")
@click.argument("device")
@DB
def forget_key(device: str, url: str | None) -> int:
    """Take the next key that kiosk DEVICE signs with: it was replaced or set up anew."""
    from kiosk.fleet.office import forget_key as forget

    office = open_office(url)
    try:
        forget(office, device)
    finally:
        office.close()
    say(Text(f"下次收到 {device} 的记录时，认它新的钥匙。", f"The next key of {device} will be taken."))
    return 0


@command.command()
@PLACES
@DB
@JSON
def acknowledge(places: tuple[str, ...], url: str | None, as_json: bool) -> int:
    """Prepare PLACES, top folders of sticks and shares or smb:// and s3:// addresses: kiosks bring records there and learn what was collected."""
    from kiosk.fleet.office import acknowledge as write
    from kiosk.fleet.place import is_far

    office = open_office(url)
    try:
        known = [write(office, place if is_far(place) else Path(place)) for place in places]
    finally:
        office.close()
    if as_json:
        out_json([{"place": str(p), "kiosks": n} for p, n in zip(places, known, strict=True)])
        return 0
    for place, count in zip(places, known, strict=True):
        say(Text(f"{place} 备好了，带着 {count} 台屏的回执。", f"{place} is ready; it carries acknowledgements for {count} kiosks."))  # fmt: skip
    return 0


@command.command()
@DB
def recount(url: str | None) -> int:
    """Add the daily sums up anew from all records: after the program has learnt to count more."""
    from kiosk.fleet.office import recount as run

    office, bar = open_office(url), Bar()

    def show(done: int, total: int) -> None:
        bar.total = total
        bar.show(done, "")

    try:
        count = run(office, by_kind(), show)
    finally:
        bar.close()
        office.close()
    say(Text(f"重新统计了 {count} 条记录。", f"{count} records were added up anew."))
    return 0


def open_office(url: str | None) -> Office:
    """The office's database: named, from `KIOSK_OFFICE_DB`, or `office.db` in the data folder."""
    from kiosk.fleet.office import Office
    from kiosk.settings import data_dir

    return Office(url or os.environ.get("KIOSK_OFFICE_DB") or data_dir() / "office.db")


def by_kind() -> ByKind:
    """What records of every kind say, for `kiosk.records.facts`."""
    from kiosk.kinds import discover

    return {key: kind.facts for key, kind in discover().items()}


def kiosk_json(k: KioskStatus) -> dict[str, Any]:
    """A kiosk for machines."""
    return {
        "device": k.device, "seen": k.seen.isoformat(), "collected": k.collected.isoformat(), "ahead_seconds": k.ahead,
        "records": k.records, "batches": k.batches, "untimed": k.untimed, "trusted": k.trusted,
        "logs": k.logs.isoformat() if k.logs else None,
        "gaps": [{"first": g.first, "last": g.last} for g in k.gaps], **k.health.as_json(),
    }  # fmt: skip


def _collected_json(done: Collected, missed: list[KioskStatus]) -> dict[str, Any]:
    from kiosk.packs.report import error_json

    return {
        "new": done.new,
        "known": done.known,
        "records": done.records,
        "kiosks": sorted(done.devices),
        "missed": [k.device for k in missed],
        "refused": [{"file": r.file, "error": error_json(r.error)} for r in done.refused],
        "reports": done.reports,
        "unwritten": done.unwritten,
    }


def _tell_collected(done: Collected, missed: list[KioskStatus]) -> None:
    for refused in done.refused:
        click.echo(f"! {refused.device}: {refused.error.say(reader_language())}", err=True)
    for path in done.unwritten:
        say(Text(f"回执写不进 {path}，屏下次会再带来同样的记录。", f"No acknowledgement could be written to {path}: the kiosk brings the same records again."), err=True)  # fmt: skip
    say(Text(f"{len(done.devices)} 台屏，新记录 {done.records} 条（{done.new} 包；{done.known} 包以前收过），新的健康报告和日志 {done.reports} 份。",
             f"{len(done.devices)} kiosks, {done.records} new records ({done.new} batches; {done.known} were known), {done.reports} new health reports with logs."))  # fmt: skip
    for k in missed:
        say(Text(f"这次没有 {k.health.site or k.device}，上次是 {_day(k.collected)}。", f"Not here this time: {k.health.site or k.device}, last on {_day(k.collected)}."))  # fmt: skip


def _tell_kiosk(k: KioskStatus) -> None:
    from kiosk.packs.errors import size

    h = k.health
    say(Text(f"{h.site or k.device}\t{k.device}\t{_day(k.collected)} 收，{k.records} 条，程序 {h.app or '?'}，磁盘剩 {size(h.free_bytes)}",
             f"{h.site or k.device}\t{k.device}\tcollected {_day(k.collected)}, {k.records} records, program {h.app or '?'}, disk free {size(h.free_bytes)}"))  # fmt: skip
    packs = "  ".join(f"{name} {version}" for name, version in (h.packs or {}).items())
    missing = ", ".join(f"{g.first}–{g.last}" for g in k.gaps)
    notes = [
        Text(f"日志：{_day(k.logs)}", f"logs: {_day(k.logs)}") if k.logs else None,
        Text(f"内容：{packs}", f"packs: {packs}") if packs else None,
        Text(f"还没收到：{missing}", f"not arrived: {missing}") if missing else None,
        Text(f"时间不明：{k.untimed} 条", f"time unknown: {k.untimed} records") if k.untimed else None,
        Text(f"时钟至少快 {k.ahead} 秒", f"clock at least {k.ahead} s ahead") if k.ahead > 60 else None,
        Text(h.clock, h.clock) if h.clock else None,
        None if k.trusted else Text("等着认新钥匙", "waits for its new key"),
        *(Text(fault, fault) for fault in h.faults),
    ]
    for note in notes:
        if note is not None:
            click.echo(f"    {note(reader_language())}")


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
