"""`kiosk trust`: whose packs this kiosk shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.place import DATA, open_store
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.trust import Known


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
    """Show whom this kiosk listens to, and what each may bring: a tree."""
    from kiosk.packs.trust import trust_tree

    tree = trust_tree(open_store(data))
    if as_json:
        out_json([_json(known) for known in tree])
    for known in tree if not as_json else ():
        click.echo(f"{'  ' * known.depth}{known.publisher}\t{known.fingerprint}\t{_rights(known)(reader_language())}")
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


def _json(known: Known) -> dict[str, Any]:
    return {
        "publisher": known.publisher,
        "fingerprint": known.fingerprint,
        "added_at": known.added_at,
        "depth": known.depth,
        "parent": known.parent or None,
        "namespace": known.namespace,
        "valid_until": known.valid_until.isoformat() if known.valid_until else None,
        "max_bytes": known.max_bytes,
        "state": known.state,
    }


def _rights(known: Known) -> Text:
    """What a publisher may bring, in one line."""
    from kiosk.packs.errors import size

    if known.state == "revoked":
        return Text("授权已收回", "taken back")
    if known.namespace is None:
        return Text(
            f"亲自确认于 {known.added_at[:10]}，不限内容", f"confirmed by hand on {known.added_at[:10]}, anything"
        )
    name = known.namespace
    zh, en = [f"{name} 和 {name}-…"], [f"{name} and {name}-…"]
    if known.valid_until is not None:
        ended = known.state == "ended"
        zh.append(f"{known.valid_until} {'已到期' if ended else '到期'}")
        en.append(f"{'ended' if ended else 'until'} {known.valid_until}")
    if known.max_bytes is not None:
        zh.append(f"不超过 {size(known.max_bytes)}")
        en.append(f"at most {size(known.max_bytes)}")
    return Text("，".join(zh), ", ".join(en))
