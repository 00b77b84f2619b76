"""`kiosk sync`: bring this kiosk up to what its publishers say."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.place import DATA, catalog_folder, open_store
from kiosk.core.text import Text, reader_language

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
@click.option("--from", "source", required=True, help="Folder, http(s)://, smb:// or s3://.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--progress", type=click.Choice(["jsonl"]), default=None, help="Print progress as JSON lines.")
@click.option("--background", is_flag=True, help="Give way to the screen.")
def command(data: Path | None, source: str, as_json: bool, progress: str | None, background: bool) -> int:
    """Verify, copy and switch; the screen shows the old content until the new is whole."""
    if background and hasattr(os, "nice"):
        os.nice(10)
    from kiosk.library import refresh_catalog
    from kiosk.packs.report import Progress
    from kiosk.packs.source import open_source
    from kiosk.packs.sync import sync

    bar = Bar()

    def show(p: Progress) -> None:
        if progress:
            click.echo(json.dumps({"progress": p.as_json()}, ensure_ascii=False))
        else:
            bar.total = p.total_bytes
            bar.show(p.done_bytes, f"{p.phase} {p.pack} {p.file}")

    store = open_store(data)
    report = sync(store, open_source(source), progress=show)
    refresh_catalog(store, catalog_folder(data))
    bar.close()
    if progress:
        click.echo(json.dumps({"report": report.as_json()}, ensure_ascii=False))
    elif as_json:
        out_json(report.as_json())
    else:
        lang = reader_language()
        for r in report.results:
            why = f" {r.error.say(lang)}" if r.error else ""
            click.echo(
                f"{r.publisher}/{r.pack or '*'} {r.version or ''} {WORDS[r.code](lang)}.{why}".replace("  ", " ")
            )
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
    problem = report.problem
    return problem.exit_code if problem else 0
