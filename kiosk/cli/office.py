"""`kiosk office`: the key that only the office holds."""

from __future__ import annotations

import hashlib
import importlib
import json
from pathlib import Path

import click

from kiosk.cli.console import out_json, say
from kiosk.cli.publish_options import JSON, NO_PASSPHRASE, new_passphrase
from kiosk.core.errors import StorageError
from kiosk.core.text import Text

FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


class _WithWindow(click.Group):
    """Imports the command that opens a window only when it is needed: the others work without a display."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Those of this file, and the window."""
        return [*super().list_commands(ctx), "reports"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one."""
        if cmd_name != "reports":
            return super().get_command(ctx, cmd_name)
        found: click.Command = importlib.import_module("kiosk.cli.office_reports").command
        return found


@click.group("office", cls=_WithWindow)
def command() -> None:
    """Keys for what only the office may read, and its reports in a window."""


@command.group("key")
def key() -> None:
    """Make and show the office's key."""


@key.command()
@FILE
@NO_PASSPHRASE
@JSON
def new(file: Path, no_passphrase: bool, as_json: bool) -> int:
    """Make a new key in FILE, and print its public half for the pack."""
    from kiosk.sealing import make_key

    if file.exists():  # before anybody thinks of a passphrase
        raise _exists(file)
    public = make_key(file, new_passphrase(file, none=no_passphrase))
    _tell(file, str(public), as_json)
    if not as_json:
        say(Text(f"私钥在 {file}：存两份，锁起来，不要放到屏上。丢了它，封好的意见谁也打不开。",
                 f"The private key is {file}: keep two copies under lock, never on a kiosk. Without it nobody opens a letter."))  # fmt: skip
    return 0


@key.command()
@FILE
@JSON
def show(file: Path, as_json: bool) -> int:
    """Print the public half of the key in FILE. Needs no passphrase."""
    from kiosk.sealing import OfficeKey

    try:
        head = json.loads(file.read_text("ascii"))
        public = str(OfficeKey.parse(str(head["public"])))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StorageError(
            "KEY_UNREADABLE",
            Text(f"{file} 不是可读的办公室私钥。", f"{file} is not a readable office key."),
            Text("请插入存放私钥的U盘，指明文件。", "Insert the stick with the key and name its file."),
        ) from error
    _tell(file, public, as_json)
    return 0


@key.command()
@FILE
def demo(file: Path) -> int:
    """Write the demonstration's key to FILE: it opens what the sample box sealed, and everybody has it."""
    from kiosk.core.demokey import DEMO_SENTENCE
    from kiosk.sealing import make_key

    if file.exists():
        raise _exists(file)
    public = make_key(file, None, hashlib.sha256(DEMO_SENTENCE.encode()).digest())
    _tell(file, str(public), as_json=False)
    say(
        Text(
            "这是演示用的钥匙，谁都有，不要用在正式的意见箱上。", "Everybody has this key. Never use it for a real box."
        )
    )
    return 0


def _exists(file: Path) -> StorageError:
    return StorageError(
        "KEY_EXISTS",
        Text(f"{file} 已经有密钥，没有覆盖。", f"{file} holds a key already; it was not replaced."),
        Text("换一个文件名；旧密钥要留着，旧内容靠它打开。", "Choose another name; keep the old key for old messages."),
    )


def _tell(file: Path, public: str, as_json: bool) -> None:
    if as_json:
        out_json({"file": str(file), "public": public})
        return
    say(
        Text("公钥（写进意见箱 index.md 的 office_key）：", "Public key (for office_key in the box's index.md):"),
        err=True,
    )
    click.echo(public)
