"""`kiosk sync`: bring this kiosk up to what its publishers say."""

from __future__ import annotations

import gc
import json
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.place import DATA, catalog_folder, open_store, settings
from kiosk.core.errors import KioskError
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.report import SyncReport
    from kiosk.packs.store import Store

WORDS = {
    "live": Text("上屏了", "is live"),
    "unchanged": Text("没有变化", "unchanged"),
    "withdrawn": Text("已撤下", "withdrawn"),
    "absent": Text("这次没带来", "not on this medium"),
    "refused": Text("没有接受", "refused"),
    "incomplete": Text("还没抄完", "incomplete"),
}


@click.command("sync")
@DATA
@click.option(
    "--from", "sources", required=True, multiple=True, help="Folder, http(s)://, smb:// or s3://; repeat for several."
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--progress", type=click.Choice(["jsonl"]), default=None, help="Print progress as JSON lines.")
@click.option("--background", is_flag=True, help="Give way to the screen.")
@click.option("--receipt", is_flag=True, help="Leave a receipt on a stick that has outbox/receipts.")
def command(
    data: Path | None, sources: tuple[str, ...], as_json: bool, progress: str | None, background: bool, receipt: bool
) -> int:
    """Verify, copy and switch; the screen shows the old content until the new is whole.

    With several sources each is listened to in turn, and what one lacks is copied from another.
    """
    if background and hasattr(os, "nice"):
        os.nice(10)
    from kiosk.library import refresh_catalog
    from kiosk.packs.report import Progress
    from kiosk.packs.source import open_source
    from kiosk.packs.source.helper import leave
    from kiosk.packs.source.several import backed
    from kiosk.packs.sync import sync
    from kiosk.packs.together import remaining_problem

    bar = Bar()

    def show(p: Progress) -> None:
        if progress:
            click.echo(json.dumps({"progress": p.as_json()}, ensure_ascii=False))
        else:
            bar.total = p.total_bytes
            bar.show(p.done_bytes, f"{p.phase} {p.pack} {p.file}")

    store = open_store(data)
    gc.freeze()  # modules stay: looking through them again and again takes longer than a quiet round
    reports = []
    for source, spec in zip(backed([open_source(spec) for spec in sources]), sources, strict=True):
        report = sync(store, source, progress=show)
        reports.append(report)
        refresh_catalog(store, catalog_folder(data))
        if receipt and report.error is None:
            _leave_receipt(store, spec, data)
        carried = _take_back(spec, data, stick=receipt, told=bool(progress), quiet=as_json)
        bar.close()
        if progress:
            click.echo(json.dumps({"report": report.as_json() | carried}, ensure_ascii=False))
        elif not as_json:
            _tell(report)
    if as_json:
        told = [report.as_json() for report in reports]
        out_json(told[0] if len(told) == 1 else told)
    if background and not any(r.copied_bytes for r in reports):  # a round that brought something is long enough
        _look_after(store, data)
    problem = remaining_problem(reports)
    code = problem.exit_code if problem else 0
    leave(code)
    return code


def _tell(report: SyncReport) -> None:
    lang = reader_language()
    for r in report.results:
        why = f" {r.error.say(lang)}" if r.error else ""
        click.echo(f"{r.publisher}/{r.pack or '*'} {r.version or ''} {WORDS[r.code](lang)}.{why}".replace("  ", " "))
    for name in report.unknown:
        say(
            Text(
                f"不认识的发布单位 {name}，没有看它的内容。",
                f"Unknown publisher {name}; its content was not looked at.",
            ),
            err=True,
        )
    for error in (report.error, report.warning):
        if error is not None:
            click.echo(error.say(lang), err=True)


def _look_after(store: Store, data: Path | None) -> None:
    """What a kiosk does by itself between two rounds: a slice of old blobs, and the ballast. The report is out."""
    from kiosk.library import refresh_catalog
    from kiosk.packs.ballast import keep_ballast
    from kiosk.packs.scrub import scrub

    try:
        with store.exclusive():
            keep_ballast(store.root)
        if scrub(store).damaged:
            refresh_catalog(store, catalog_folder(data))
    except KioskError as error:  # the round went well; the next one looks again
        logging.getLogger(__name__).warning("%s", error)


def _take_back(source: str, data: Path | None, *, stick: bool, told: bool, quiet: bool) -> dict[str, Any]:
    """Records into the outbox of a stick or share that asks for them; what is to be told of it."""
    from kiosk.cli.results import asked_for, carry, tour

    chosen = settings(data)
    if not asked_for(source, chosen):
        return {}

    def sealed(count: int) -> None:
        if told:
            click.echo(json.dumps({"progress": {"phase": "results", "records": count}}, ensure_ascii=False))

    carried = carry(source, chosen, force=stick, stick=stick, progress=sealed)
    if carried.error is not None:
        click.echo(carried.error.say(reader_language()), err=True)
    elif not told and not quiet:
        say(
            Text(
                f"带走 {carried.records} 条新记录、健康报告和日志，{carried.waiting} 批等办公室收。",
                f"{carried.records} new records, health report and logs taken along; {carried.waiting} batches wait for the office.",
            )
        )
        if carried.visited is not None:
            say(tour(carried.visited))
    return {"records": carried.as_json()}


def _leave_receipt(store: Store, source: str, data: Path | None) -> None:
    """Whatever becomes of it, the content is here: the sync has gone well."""
    from kiosk.core.clock import Clock
    from kiosk.packs.outbox import leave_receipt

    chosen = settings(data)
    try:
        left = leave_receipt(store, Path(source), chosen.data_dir, chosen.site, Clock().now())
    except KioskError as error:
        click.echo(error.say(reader_language()), err=True)
        return
    if left == "not_writable":
        say(Text("回执没能写到介质上。", "The receipt could not be written to the medium."), err=True)
