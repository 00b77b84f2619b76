"""`kiosk backup`: this kiosk in one file, and a new machine in a dead one's place."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.chosen import settings
from kiosk.cli.console import out_json, say
from kiosk.cli.place import DATA
from kiosk.cli.publish_options import JSON, new_passphrase
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.backup.container import Head, Secret

FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
KEY = click.option(
    "--key", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="The office's private key file."
)


@click.group("backup")
def command() -> None:
    """Settings, trust, records and identity of this kiosk in one encrypted file."""


@command.command()
@FILE
@click.option("--to-office", is_flag=True, help="Seal it to the office's key of the settings instead of a passphrase.")
@DATA
@JSON
def create(file: Path, to_office: bool, data: Path | None, as_json: bool) -> int:
    """Write a backup to FILE, also while the kiosk runs. Content packs are not in it."""
    from kiosk.backup import make
    from kiosk.backup.container import Secret
    from kiosk.backup.errors import backup_exists
    from kiosk.backup.parts import here
    from kiosk.sealing import OfficeKey

    chosen = settings(data)
    if file.exists():  # before anybody thinks of a passphrase
        raise backup_exists(file)
    if to_office:
        secret = Secret(office=OfficeKey.parse(_office_key(chosen.office_key)))
    else:
        secret = Secret(new_passphrase(file) or "")
    parts = make(file, here(chosen.data_dir), secret, site=chosen.site)
    if as_json:
        out_json({"file": str(file), "parts": parts, "bytes": file.stat().st_size})
    else:
        size = file.stat().st_size / 1e6
        say(
            Text(
                f"已备份 {len(parts)} 个文件到 {file}（{size:.1f} MB）。",
                f"{len(parts)} files are in {file} ({size:.1f} MB).",
            )
        )
    return 0


@command.command()
@FILE
@KEY
@click.option("--replace", "replace_old", is_flag=True, help="Put a kiosk that is here aside.")
@click.option("--no-settings", is_flag=True, help="Keep the settings of this machine.")
@DATA
@JSON
def restore(
    file: Path, key: Path | None, replace_old: bool, no_settings: bool, data: Path | None, as_json: bool
) -> int:
    """Make this machine the kiosk that FILE was made of. Close the kiosk first."""
    from kiosk import backup
    from kiosk.backup.parts import here

    head = backup.read_head(file)
    target = settings(data).data_dir
    secret = _secret(file, head, key)
    done = backup.restore(file, here(target), secret, settings=not no_settings, replace_old=replace_old)
    now = settings(data).data_dir
    if as_json:
        out_json({"files": list(done.files), "aside": list(done.aside), "data": str(target), "made": head.made})
        return 0
    say(
        Text(
            f"已恢复 {head.made} 的备份（{len(done.files)} 个文件）。内容包请插U盘或等下一次同步。",
            f"The backup of {head.made} is restored ({len(done.files)} files). Packs come with a stick or the next sync.",
        )
    )
    if done.aside:
        say(Text(f"原有文件在 {target / 'restore.before'}。", f"What was here is in {target / 'restore.before'}."))
    if now != target:
        say(
            Text(
                f"注意：恢复的设置里 data_dir 是 {now}，记录恢复在 {target}。",
                f"Note: the restored settings say data_dir = {now}; the records were restored to {target}.",
            ),
            err=True,
        )
    return 0


@command.command()
@FILE
@KEY
@JSON
def show(file: Path, key: Path | None, as_json: bool) -> int:
    """When FILE was made and of which kiosk; with its passphrase or key also what is in it, checked to the last byte."""
    from kiosk import backup

    head = backup.read_head(file)
    openable = key is not None or bool(os.environ.get("KIOSK_PASSPHRASE")) or sys.stdin.isatty()
    parts = backup.listing(file, _secret(file, head, key)) if openable else {}
    if as_json:
        out_json(
            {
                "made": head.made,
                "app": head.app,
                "device": head.device,
                "site": head.site,
                "lock": head.lock,
                "parts": parts,
            }
        )
        return 0
    say(
        Text(
            f"{head.site} · {head.made} · 版本 {head.app} · {head.device}",
            f"{head.site} · {head.made} · version {head.app} · {head.device}",
        )
    )
    locked = head.lock != "passphrase"
    say(
        Text(
            f"封给办公室 {head.lock}" if locked else "用口令加密",
            f"sealed to {head.lock}" if locked else "under a passphrase",
        )
    )
    for name, size in parts.items():
        click.echo(f"{size:>12,}  {name}")
    return 0


def _secret(file: Path, head: Head, key: Path | None) -> Secret:
    from kiosk.backup.container import Secret
    from kiosk.sealing import load_key

    said = os.environ.get("KIOSK_PASSPHRASE")
    if head.lock != "passphrase":
        if key is None:
            raise ConfigError(
                "KEY_MISSING",
                Text(f"{file.name} 是封给办公室的。", f"{file.name} is sealed to the office."),
                Text("请用 --key 指明办公室私钥文件。", "Name the office's key file with --key."),
            )
        return Secret(private=load_key(key, said if said is not None else _ask(key)))
    return Secret(said if said is not None else _ask(file))


def _ask(file: Path) -> str:
    question = Text(f"{file.name} 的口令", f"Passphrase of {file.name}")(reader_language())
    if sys.stdin.isatty():
        return str(click.prompt(question, hide_input=True, err=True, default="", show_default=False))
    return sys.stdin.readline().rstrip("\r\n")


def _office_key(key: str) -> str:
    if not key:
        raise ConfigError(
            "NO_OFFICE_KEY",
            Text("设置里没有办公室公钥。", "The settings name no office key."),
            Text("请先设置 office_key，或改用口令。", "Set office_key first, or use a passphrase."),
        )
    return key
