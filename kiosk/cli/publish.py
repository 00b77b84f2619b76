"""`kiosk publish`: sign packs into a folder that kiosks read."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kiosk.cli.console import Bar, out_json, say
from kiosk.core.text import Text

REPO = click.option("--repo", type=click.Path(path_type=Path), required=True, help="The shared folder.")
PUBLISHER = click.option("--publisher", required=True, help="Id of the publisher, e.g. wuxi.")
KEYS = click.option("--keys", type=click.Path(path_type=Path), required=True, help="Folder of the private keys.")


def passphrase() -> str | None:
    """From KIOSK_PASSPHRASE; None when the keys are not encrypted."""
    return os.environ.get("KIOSK_PASSPHRASE") or None


@click.group("publish")
def command() -> None:
    """Publish signed packs."""


@command.command()
@REPO
@PUBLISHER
@KEYS
def init(repo: Path, publisher: str, keys: Path) -> int:
    """Make the keys of a new publisher and an empty repository."""
    from kiosk.packs.publisher.publish import init as run

    made = run(repo, publisher, keys, passphrase())
    say(
        Text(
            f"发布单位 {made.publisher} 的指纹：{made.fingerprint}\n密钥在 {made.keys}，请收好。",
            f"Fingerprint of {made.publisher}: {made.fingerprint}\nKeys are in {made.keys}; keep them safe.",
        )
    )
    return 0


@command.command()
@REPO
@PUBLISHER
@KEYS
@click.argument("built", type=click.Path(path_type=Path, exists=True, file_okay=False))
def add(repo: Path, publisher: str, keys: Path, built: Path) -> int:
    """Publish a built pack."""
    from kiosk.packs.publisher.keys import open_keys
    from kiosk.packs.publisher.publish import add as run

    bar = Bar()

    def progress(name: str, done: int, total: int) -> None:
        bar.total = total
        bar.show(done, name)

    pack = run(repo, publisher, built, open_keys(keys, publisher, passphrase()), progress=progress)
    bar.close()
    if pack.changed:
        say(Text(f"已发布 {pack.pack} 第 {pack.version} 版。", f"Published {pack.pack} version {pack.version}."))
    else:
        say(Text(f"{pack.pack} 没有变化。", f"{pack.pack} has not changed."))
    return 0


@command.command()
@REPO
@PUBLISHER
@KEYS
@click.argument("pack")
def remove(repo: Path, publisher: str, keys: Path, pack: str) -> int:
    """Withdraw a pack: it leaves the screens at their next sync."""
    from kiosk.packs.publisher.keys import open_keys
    from kiosk.packs.publisher.publish import remove as run

    run(repo, publisher, pack, open_keys(keys, publisher, passphrase()))
    say(Text(f"已撤下 {pack}。", f"{pack} is withdrawn."))
    return 0


@command.command("list")
@REPO
@PUBLISHER
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(repo: Path, publisher: str, as_json: bool) -> int:
    """Show what is published."""
    from kiosk.packs.publisher.publish import list_packs

    packs = list_packs(repo, publisher)
    if as_json:
        out_json([{"pack": p.pack, "version": p.version, "files": p.files, "bytes": p.size} for p in packs])
    for p in packs if not as_json else ():
        say(Text(f"{p.pack}\t第 {p.version} 版\t{p.title.zh}", f"{p.pack}\tversion {p.version}\t{p.title.en}"))
    return 0
