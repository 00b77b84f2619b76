"""`kiosk packs`: what is on the screen, the version before, and the health of its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.place import DATA, catalog_folder, open_store
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.history import LiveLine
    from kiosk.packs.store import Store

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group("packs")
def command() -> None:
    """Look after the packs of this kiosk."""


@command.command("list")
@DATA
@JSON
def list_(data: Path | None, as_json: bool) -> int:
    """Show what is live: since when, from whom, signed when, and what `revert` would put back."""
    from kiosk.packs.errors import size
    from kiosk.packs.history import read_overview
    from kiosk.packs.repair import damage

    store = open_store(data)
    with store.db.reader() as connection:
        damaged = damage(connection)
    lines = read_overview(store.root).live
    if as_json:
        out_json([_as_json(line, damaged.get((line.publisher, line.pack), 0)) for line in lines])
        return 0
    lang = reader_language()
    for line in lines:
        notes = [
            Text(f"{line.since:%Y-%m-%d} 上屏", f"live since {line.since:%Y-%m-%d}") if line.since else None,
            Text(f"{line.signed_at:%Y-%m-%d} 签名", f"signed {line.signed_at:%Y-%m-%d}"),
            Text(size(line.size), size(line.size)),
            Text(f"旧版 {line.previous}", f"before: {line.previous}") if line.previous else None,
            Text("人工换回", "put back by hand") if line.pinned else None,
            Text(f"损坏 {n} 个文件", f"damaged files: {n}")
            if (n := damaged.get((line.publisher, line.pack)))
            else None,
        ]
        said = Text("，", ", ")(lang).join(note(lang) for note in notes if note)
        click.echo(f"{line.publisher}/{line.pack}\t{line.version}\t{line.title(lang)}\t{said}")
    return 0


@command.command()
@DATA
@click.argument("pack")
@click.option("--publisher", default=None, help="Needed only when two publishers have a pack of that id.")
def revert(data: Path | None, pack: str, publisher: str | None) -> int:
    """Put the version before back on the screen, until the publisher brings a third one."""
    store = open_store(data)
    shown = store.revert(pack, publisher)
    _refresh(store, data)
    say(
        Text(
            f"屏上换回“{pack}”第 {shown.version} 版，等发布单位的下一版来接替。",
            f"“{pack}” is back to version {shown.version}, until the publisher brings the next one.",
        )
    )
    return 0


@command.command()
@DATA
@JSON
@click.option("--all", "everything", is_flag=True, help="Also what was read in the last seven days.")
@click.option("--megabytes", type=click.IntRange(1), default=None, help="Read at most so much.")
def scrub(data: Path | None, as_json: bool, everything: bool, megabytes: int | None) -> int:
    """Read the bytes of the packs again; what is damaged is set aside, and the next sync fetches it."""
    from kiosk.packs.scrub import scrub as run

    bar = Bar()

    def show(done: int, total: int) -> None:
        bar.total = total
        bar.show(done, "")

    store = open_store(data)
    most = megabytes * 1_000_000 if megabytes else None
    done = run(store, most_bytes=most, seconds=None, everything=everything, progress=show)
    _refresh(store, data)
    bar.close()
    if as_json:
        damaged = [{"sha256": d.sha256, "fault": d.fault} for d in done.damaged]
        out_json({"blobs": done.blobs, "bytes": done.bytes, "left": done.left, "damaged": damaged})
    else:
        say(
            Text(
                f"检查了 {done.blobs} 个文件，损坏 {len(done.damaged)} 个，还有 {done.left} 个待查。",
                f"Files read: {done.blobs}; damaged: {len(done.damaged)}; left to read: {done.left}.",
            )
        )
    if done.damaged:
        say(Text("损坏的文件下次同步时补齐。", "The next sync fetches what is damaged."), err=True)
        return 74
    return 0


@command.command()
@DATA
@JSON
def gc(data: Path | None, as_json: bool) -> int:
    """Give back the space of what is neither live, nor the version before, nor about to come."""
    from kiosk.packs.collect import collect
    from kiosk.packs.errors import size

    store = open_store(data)
    with store.exclusive():
        freed = collect(store)
    if as_json:
        out_json({"freed_bytes": freed})
    else:
        say(Text(f"腾出 {size(freed)}。", f"Given back: {size(freed)}."))
    return 0


def _refresh(store: Store, data: Path | None) -> None:
    from kiosk.library import refresh_catalog

    refresh_catalog(store, catalog_folder(data))


def _as_json(line: LiveLine, damaged: int) -> dict[str, Any]:
    return {
        "publisher": line.publisher,
        "pack": line.pack,
        "title": {"zh": line.title.zh, "en": line.title.en},
        "version": line.version,
        "signed_at": line.signed_at.isoformat(),
        "since": line.since.isoformat() if line.since else None,
        "previous": line.previous or None,
        "pinned": line.pinned,
        "size": line.size,
        "damaged": damaged,
    }
