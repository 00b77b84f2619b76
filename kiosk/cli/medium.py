"""`kiosk medium`: which sticks are in, and what one carries for this kiosk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.place import DATA, open_store, settings
from kiosk.core.text import Lang, Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.medium import MediumReport, PackLine

STATES = {
    "new": Text("新内容", "new"),
    "newer": Text("有新版", "newer"),
    "same": Text("和本机一样", "same as here"),
    "older": Text("比本机旧", "older than here"),
    "withdrawn": Text("已撤下，会从屏幕上消失", "withdrawn, leaves the screen"),
    "absent": Text("没带来", "not on this medium"),
    "damaged": Text("已损坏", "damaged"),
    "needs_newer_app": Text("要先升级程序", "needs a newer program"),
    "bad": Text("不合格", "breaks a rule"),
    "refused": Text("没有接受", "refused"),
}


@click.group("medium")
def command() -> None:
    """Look at sticks; nothing is taken from them."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(as_json: bool) -> int:
    """Show the removable media that are mounted, and whether they carry packs."""
    from kiosk.packs.volumes import carries_packs, mounted, sticks

    found = [{"path": str(v.mount), "device": v.device, "packs": carries_packs(v.mount)} for v in sticks(mounted())]
    if as_json:
        out_json(found)
        return 0
    lang = reader_language()
    for row in found:
        carries = Text("有内容包", "carries packs") if row["packs"] else Text("没有内容包", "no packs")
        click.echo(f"{row['path']}\t{row['device']}\t{carries(lang)}")
    if not found:
        say(Text("没有插入可移动介质。", "No removable medium is mounted."))
    return 0


@command.command("look")
@DATA
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--progress", type=click.Choice(["jsonl"]), default=None, help="Print progress as JSON lines.")
def look_(data: Path | None, path: Path, as_json: bool, progress: str | None) -> int:
    """Show what the stick at PATH carries for this kiosk."""
    from kiosk.cli.results import asked_for
    from kiosk.packs.look import look
    from kiosk.packs.report import Progress
    from kiosk.packs.source import FolderSource

    def show(p: Progress) -> None:
        if progress:
            click.echo(json.dumps({"progress": p.as_json()}, ensure_ascii=False))

    report = look(open_store(data), FolderSource(path), progress=show)
    found = report.as_json() | {"outbox": asked_for(path, settings(data))}
    if progress:
        click.echo(json.dumps({"report": found}, ensure_ascii=False))
    elif as_json:
        out_json(found)
    else:
        _print(report, reader_language())
    return report.error.exit_code if report.error else 0


def _print(report: MediumReport, lang: Lang) -> None:
    from kiosk.packs.errors import size

    for p in report.publishers:
        if p.state == "unknown":
            click.echo(Text(f"{p.publisher}：不认识的发布单位", f"{p.publisher}: unknown publisher")(lang))
        elif p.error is not None:
            click.echo(f"{p.publisher}: {p.error.say(lang)}")
    for pack in report.packs:
        click.echo(_line(pack, lang))
    if report.error is not None:
        click.echo(report.error.say(lang), err=True)
        return
    need = Text(
        f"要复制 {size(report.missing)}，本机可用 {size(report.free)}。",
        f"{size(report.missing)} to copy, {size(report.free)} free on the kiosk.",
    )
    click.echo(need(lang))


def _line(pack: PackLine, lang: Lang) -> str:
    from kiosk.packs.errors import size

    versions = "→".join(str(v) for v in dict.fromkeys((pack.live, pack.version)) if v)
    sizes = f" {size(pack.size)}" if pack.size else ""
    why = f" {pack.error.say(lang)}" if pack.error else ""
    return f"{pack.publisher}/{pack.pack} {pack.title(lang)} {versions} {STATES[pack.state](lang)}{sizes}.{why}"
