"""`kiosk trust`: whose packs this kiosk shows."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.place import DATA, open_store
from kiosk.core.text import Text


@click.group("trust")
def command() -> None:
    """Decide whose packs this kiosk shows."""


@command.command()
@DATA
@click.argument("root", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--fingerprint", "typed", default="", help="As told by the publisher; asked for when missing.")
def add(data: Path | None, root: Path, typed: str) -> int:
    """Trust the publisher whose 1.root.json this is."""
    from kiosk.packs.fingerprint import fingerprint
    from kiosk.packs.trust import trust_add

    body = root.read_bytes()
    if not typed:
        say(Text(f"文件的指纹：{fingerprint(body)}", f"Fingerprint of the file: {fingerprint(body)}"))
        typed = click.prompt("发布单位告诉你的指纹 / fingerprint told by the publisher")
    added = trust_add(open_store(data), body, typed)
    say(
        Text(
            f"已信任 {added.publisher}（{added.fingerprint}）。", f"{added.publisher} is trusted ({added.fingerprint})."
        )
    )
    return 0


@command.command("list")
@DATA
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(data: Path | None, as_json: bool) -> int:
    """Show the trusted publishers."""
    from kiosk.packs.trust import trust_list

    known = trust_list(open_store(data))
    if as_json:
        out_json([{"publisher": t.publisher, "fingerprint": t.fingerprint, "added_at": t.added_at} for t in known])
    for t in known if not as_json else ():
        click.echo(f"{t.publisher}\t{t.fingerprint}\t{t.added_at}")
    return 0


@command.command()
@DATA
@click.argument("publisher")
def remove(data: Path | None, publisher: str) -> int:
    """Stop trusting a publisher; its packs leave the screen."""
    from kiosk.cli.place import catalog_folder
    from kiosk.library import refresh_catalog
    from kiosk.packs.trust import trust_remove

    store = open_store(data)
    trust_remove(store, publisher)
    refresh_catalog(store, catalog_folder(data))
    say(Text(f"不再信任 {publisher}。", f"{publisher} is no longer trusted."))
    return 0
