"""`kiosk publish`: sign packs into a folder that kiosks read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli import publish_grants, publish_keys, publish_review, publish_stick, publish_verify
from kiosk.cli.console import Bar, out_json, say
from kiosk.cli.publish_options import (
    FOLDER,
    JSON,
    KEYS,
    NO_PASSPHRASE,
    PUBLISHER,
    REPO,
    bar_of,
    new_passphrase,
    open_ring,
)
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.packs.publisher.publish import PublishedPack
    from kiosk.packs.signoff import SignOff, SignOffRole


@click.group("publish")
def command() -> None:
    """Publish signed packs."""


@command.command()
@REPO
@PUBLISHER
@click.option("--keys", type=FOLDER, required=True, help="Folder for the everyday keys, made when missing.")
@click.option("--root-keys", type=FOLDER, default=None, help="Folder for the root key: a stick that goes into a safe.")
@click.option("--name", default="", help="Whose keys these are, e.g. 王芳; default: your login name. Becomes public.")
@NO_PASSPHRASE
def init(repo: Path, publisher: str, keys: Path, root_keys: Path | None, name: str, no_passphrase: bool) -> int:
    """Make the keys of a new publisher and an empty repository."""
    from kiosk.packs.publisher.publish import init as run
    from kiosk.packs.publisher.publock import officer
    from kiosk.packs.publisher.repository import check_publisher

    check_publisher(publisher)
    first = new_passphrase(keys, none=no_passphrase)
    second = new_passphrase(root_keys, "KIOSK_ROOT_PASSPHRASE", none=no_passphrase) if root_keys else None
    made = run(repo, publisher, keys, first, root_dir=root_keys, root_passphrase=second, name=name.strip() or officer())
    say(
        Text(
            f"发布单位 {made.publisher} 的指纹：{made.fingerprint}\n日常密钥在 {made.keys}，请收好。",
            f"Fingerprint of {made.publisher}: {made.fingerprint}\nEveryday keys are in {made.keys}; keep them safe.",
        )
    )
    if made.root_keys != made.keys:
        say(
            Text(
                f"根密钥在 {made.root_keys}：只在换密钥时用，请锁进保险柜，另存一份备份。",
                f"The root key is in {made.root_keys}: it is only needed to change keys. Lock it away, and keep a copy.",
            )
        )
    else:
        say(
            Text(
                f"重要：根密钥 {publisher}.root.1.pem 还在日常文件夹里。请把它和 {publisher}.root.json 移到单独的U盘，"
                "锁进保险柜；平时发布不需要它。",
                f"Important: the root key {publisher}.root.1.pem still lies among the everyday keys. Move it, with a copy "
                f"of {publisher}.root.json, to a stick of its own in a safe; publishing does not need it.",
            )
        )
    if no_passphrase:
        say(Text("密钥没有口令：只可用于演示。", "The keys have no passphrase: good for a demonstration only."))
    return 0


@command.command()
@REPO
@PUBLISHER
@KEYS
@click.option("--wrote", multiple=True, help="Who wrote it: NAME or NAME@2026-05-01.")
@click.option("--checked", multiple=True, help="Who checked it.")
@click.option("--approved", multiple=True, help="Who approved it.")
@JSON
@click.argument("built", type=click.Path(path_type=Path, exists=True, file_okay=False), nargs=-1, required=True)
def add(
    repo: Path,
    publisher: str,
    keys: tuple[Path, ...],
    wrote: tuple[str, ...],
    checked: tuple[str, ...],
    approved: tuple[str, ...],
    as_json: bool,
    built: tuple[Path, ...],
) -> int:
    """Publish built packs, all of them at once."""
    from kiosk.packs.publisher.publish import add_all

    signoff = tuple(
        _signoff(role, text)
        for role, texts in (("wrote", wrote), ("checked", checked), ("approved", approved))
        for text in texts
    )
    bar = Bar()
    ring = open_ring(publisher, keys)
    step = bar_of(bar, Text("处理", "working on"))
    try:
        packs = add_all(repo, publisher, built, ring, progress=step, signoff=signoff)
    finally:
        bar.close()
    if as_json:
        out_json([_as_json(p) | {"changed": p.changed, "proposal": p.proposal} for p in packs])
        return 0
    for p in packs:
        if p.proposal:
            say(Text(f"{p.pack} 第 {p.version} 版待审批。", f"{p.pack} version {p.version} waits for approval."))
        elif p.changed:
            say(Text(f"已发布 {p.pack} 第 {p.version} 版。", f"Published {p.pack} version {p.version}."))
        else:
            say(Text(f"{p.pack} 没有变化。", f"{p.pack} has not changed."))
    if proposal := next((p.proposal for p in packs if p.proposal), ""):
        publish_review.say_waits(repo, publisher, proposal, ring)
    return 0


@command.command()
@REPO
@PUBLISHER
@KEYS
@click.argument("pack")
def remove(repo: Path, publisher: str, keys: tuple[Path, ...], pack: str) -> int:
    """Withdraw a pack: it leaves the screens at their next sync."""
    from kiosk.packs.publisher.publish import remove as run

    ring = open_ring(publisher, keys)
    if proposal := run(repo, publisher, pack, ring):
        publish_review.say_waits(repo, publisher, proposal, ring)
    else:
        say(Text(f"已撤下 {pack}。", f"{pack} is withdrawn."))
    return 0


@command.command("list")
@REPO
@PUBLISHER
@JSON
def list_(repo: Path, publisher: str, as_json: bool) -> int:
    """Show what is published."""
    from kiosk.packs.publisher.publish import list_packs

    packs = list_packs(repo, publisher)
    if as_json:
        out_json([_as_json(p) for p in packs])
        return 0
    for p in packs:
        say(Text(f"{p.pack}\t第 {p.version} 版\t{p.title.zh}", f"{p.pack}\tversion {p.version}\t{p.title.en}"))
    if not packs:
        say(Text("还没有发布内容。", "Nothing is published yet."))
    return 0


def _signoff(role: str, text: str) -> SignOff:
    from kiosk.packs.signoff import SignOff

    name, _, day = text.partition("@")
    try:
        made = date.fromisoformat(day) if day else date.today()  # noqa: DTZ011  the officer's own calendar
    except ValueError as error:
        raise ConfigError(
            "BAD_DATE",
            Text(f"“{day}”不是日期。", f"“{day}” is not a date."),
            Text("写成 王芳@2026-05-01，或只写姓名。", "Write NAME@2026-05-01, or the name alone."),
        ) from error
    kind: SignOffRole = role  # type: ignore[assignment]
    return SignOff(kind, name.strip(), made)


def _as_json(pack: PublishedPack) -> dict[str, Any]:
    from kiosk.packs.signoff import signoff_json

    return {
        "pack": pack.pack,
        "version": pack.version,
        "title": {"zh": pack.title.zh, "en": pack.title.en},
        "files": pack.files,
        "bytes": pack.size,
        "signed_at": pack.signed_at.isoformat(),
        "signoff": signoff_json(pack.signoff),
    }


command.add_command(publish_keys.command)
for _one in (publish_verify.verify, *publish_review.COMMANDS, *publish_stick.COMMANDS, *publish_grants.COMMANDS):
    command.add_command(_one)
