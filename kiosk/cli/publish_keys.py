"""`kiosk publish keys`: who may sign. Every change needs the root key out of its safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.publish_options import (
    FOLDER,
    JSON,
    KEYS,
    NO_PASSPHRASE,
    PUBLISHER,
    REPO,
    ROOT_KEYS,
    new_passphrase,
    open_ring,
)
from kiosk.cli.publish_review import say_waits
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.publisher.keyadmin import KeysChanged
    from kiosk.packs.publisher.keys import KeyRing, Role

ROLE = click.Choice(["root", "targets", "snapshot", "timestamp"])


@click.group("keys")
def command() -> None:
    """Show and change the keys of a publisher."""


@command.command("list")
@REPO
@PUBLISHER
@KEYS
@ROOT_KEYS
@JSON
def list_(repo: Path, publisher: str, keys: tuple[Path, ...], root_keys: tuple[Path, ...], as_json: bool) -> int:
    """Show the keys that count now."""
    from dataclasses import asdict

    from kiosk.packs.publisher.keyadmin import list_keys

    found = list_keys(repo, publisher, open_ring(publisher, keys, root_keys))
    if as_json:
        out_json([asdict(k) for k in found])
        return 0
    for k in found:
        here = Text("在此", "here") if k.here else Text("不在此", "not here")
        need = Text(f"需要 {k.threshold} 人", f"{k.threshold} needed")
        say(
            Text(
                f"{k.role}\t{k.id}\t{k.name}\t{here.zh}\t{need.zh}", f"{k.role}\t{k.id}\t{k.name}\t{here.en}\t{need.en}"
            )
        )
    return 0


@command.command()
@REPO
@PUBLISHER
@KEYS
@ROOT_KEYS
@NO_PASSPHRASE
@click.argument("role", type=ROLE)
def rotate(
    repo: Path,
    publisher: str,
    keys: tuple[Path, ...],
    root_keys: tuple[Path, ...],
    no_passphrase: bool,
    role: Role,
) -> int:
    """Replace a key by a new one, because it was lost or stolen; the old one counts no more."""
    from kiosk.packs.publisher.keyadmin import rotate as run

    ring = open_ring(publisher, keys, root_keys)
    safe = role == "root" and root_keys
    folder = root_keys[-1] if safe else keys[0]
    secret = new_passphrase(folder, "KIOSK_ROOT_PASSPHRASE" if safe else "KIOSK_PASSPHRASE", none=no_passphrase)
    _said(
        repo,
        run(repo, publisher, role, ring, secret),
        ring,
        Text(f"{role} 密钥已更换。", f"The {role} key is replaced."),
    )
    return 0


@command.command()
@REPO
@PUBLISHER
@KEYS
@ROOT_KEYS
@NO_PASSPHRASE
@click.option("--name", default="", help="With --to: whose keys these will be, e.g. 李娜. Becomes public.")
@click.option("--to", type=FOLDER, default=None, help="Make the keys here: that person's own stick.")
@click.option("--request", "asked", type=click.Path(path_type=Path, dir_okay=False, exists=True), default=None,
              help="Or: the file that `keys request` made on that person's computer.")  # fmt: skip
@click.option(
    "--fingerprint", "typed", default="", help="Of the request, as told by that person; asked for when missing."
)
def add(
    repo: Path,
    publisher: str,
    keys: tuple[Path, ...],
    root_keys: tuple[Path, ...],
    *,
    no_passphrase: bool,
    name: str,
    to: Path | None,
    asked: Path | None,
    typed: str,
) -> int:
    """Give a second person keys of their own."""
    from kiosk.packs.publisher.keyadmin import add_person, add_request

    ring = open_ring(publisher, keys, root_keys)
    if asked is not None and to is None:
        body = asked.read_bytes()
        typed = typed or click.prompt(Text("对方告诉你的指纹", "Fingerprint told by that person")(reader_language()))
        done = add_request(repo, publisher, ring, body, typed)
        _said(repo, done, ring, Text("对方的密钥生效了。", "The keys of that person count now."))
        return 0
    if to is None or not name.strip():
        raise click.UsageError("give --to and --name, or --request")
    secret = new_passphrase(to, "KIOSK_NEW_PASSPHRASE", none=no_passphrase)
    done = add_person(repo, publisher, ring, to, name.strip(), secret)
    _said(
        repo,
        done,
        ring,
        Text(f"{name} 的密钥在 {to}，请交给本人。", f"The keys of {name} are in {to}; hand them over."),
    )
    return 0


@command.command()
@REPO
@PUBLISHER
@click.option("--keys", type=FOLDER, required=True, help="Folder for your new keys.")
@click.option("--name", required=True, help="Your name, e.g. 李娜. Becomes public.")
@NO_PASSPHRASE
def request(repo: Path, publisher: str, keys: Path, name: str, no_passphrase: bool) -> int:
    """Make your own keys on your own computer, and a file that asks for them to count."""
    from kiosk.packs.publisher.request import request as run

    made = run(repo, publisher, keys, name.strip(), new_passphrase(keys, none=no_passphrase))
    say(
        Text(
            f"密钥在 {keys}，只归你保管。\n请把 {made.file} 交给保管根密钥的人，并当面或打电话告诉他指纹：{made.fingerprint}\n"
            f"也请核对 {publisher} 的指纹：{made.publisher_fingerprint}",
            f"The keys are in {keys}; they stay with you.\nGive {made.file} to whoever keeps the root key, and tell them "
            f"its fingerprint in person or by telephone: {made.fingerprint}\n"
            f"Compare the fingerprint of {publisher} as well: {made.publisher_fingerprint}",
        )
    )
    return 0


@command.command()
@REPO
@PUBLISHER
@KEYS
@ROOT_KEYS
@click.argument("who")
def revoke(repo: Path, publisher: str, keys: tuple[Path, ...], root_keys: tuple[Path, ...], who: str) -> int:
    """Take a key, or all keys of a person, out of use."""
    from kiosk.packs.publisher.keyadmin import revoke as run

    ring = open_ring(publisher, keys, root_keys)
    _said(repo, run(repo, publisher, who, ring), ring, Text(f"{who} 不能再签名。", f"{who} cannot sign any more."))
    return 0


@command.command()
@REPO
@PUBLISHER
@KEYS
@ROOT_KEYS
@click.option("--require-signoff/--no-signoff", default=None, help="Refuse packs whose three reviews are not recorded.")
@click.argument("role", type=ROLE)
@click.argument("count", type=click.IntRange(1, 9))
def threshold(
    repo: Path,
    publisher: str,
    keys: tuple[Path, ...],
    root_keys: tuple[Path, ...],
    require_signoff: bool | None,
    role: Role,
    count: int,
) -> int:
    """How many people must sign: `threshold targets 2` is the two-person rule."""
    from kiosk.packs.publisher.keyadmin import set_threshold

    ring = open_ring(publisher, keys, root_keys)
    done = set_threshold(repo, publisher, role, count, ring, require_signoff=require_signoff)
    _said(repo, done, ring, Text(f"{role} 现在需要 {count} 人签名。", f"{role} now needs {count} signature(s)."))
    return 0


def _said(repo: Path, done: KeysChanged, ring: KeyRing, words: Text) -> None:
    if done.proposal:
        say_waits(repo, done.publisher, done.proposal, ring)
        return
    say(words)
    say(
        Text(
            f"屏幕下次同步时自动知道；{done.publisher} 的指纹不变：{done.fingerprint}",
            f"Kiosks learn of it at their next sync; the fingerprint of {done.publisher} stays {done.fingerprint}",
        )
    )
