"""`kiosk pin`: PINs of those who may come behind the glass, and the code with which the first one is chosen there."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk.cli.console import say
from kiosk.cli.place import DATA
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.settings.roles import KEY, Role

ROLE = click.option(
    "--role",
    type=click.Choice(["staff", "officer", "it"]),
    default="it",
    help="Whose PIN; default: the administrator's.",
)


@click.group("pin")
def command() -> None:
    """Choose or remove PINs: the administrator's, an officer's, the staff's."""


@command.command("set")
@ROLE
def set_(role: Role) -> int:
    """Read a new PIN twice and keep its hash in the settings."""
    from kiosk.settings.pin import hash_pin, is_pin

    first = _read(Text("新密码（4 到 12 位数字）", "New PIN (4 to 12 digits)"))
    if not is_pin(first):
        raise ConfigError(
            "BAD_PIN",
            Text("密码要是 4 到 12 位数字。", "A PIN is 4 to 12 digits."),
            Text("屏幕上的小键盘只有数字。", "The pad on the glass has digits only."),
        )
    if _read(Text("再输一遍", "Once more")) != first:
        raise ConfigError(
            "BAD_PIN", Text("两次输入不一样。", "The two are not the same."), Text("请再来一次。", "Try again.")
        )
    file = _write(role, hash_pin(first))
    say(Text(f"密码已写入 {file}，重启后生效。", f"The PIN is kept in {file}; restart the kiosk."))
    return 0


@command.command()
@DATA
def code(data: Path | None) -> int:
    """Show the code with which the first PIN can be chosen on the glass; nothing when there is a PIN."""
    from kiosk.cli.chosen import settings
    from kiosk.state.setupcode import setup_code

    chosen = settings(data)
    if chosen.pins:
        raise ConfigError(
            "PIN_IS_SET",
            Text("已经有密码，开机码不再有用。", "A PIN was chosen: the setup code opens nothing any more."),
            Text("忘了密码，用 kiosk pin set 换一个。", "Forgotten? Choose another with kiosk pin set."),
        )
    click.echo(setup_code(chosen.data_dir))
    return 0


@command.command()
@ROLE
def clear(role: Role) -> int:
    """Remove a PIN; nobody comes in with it any more."""
    file = _write(role, "")
    say(Text(f"密码已从 {file} 去掉。", f"The PIN is gone from {file}."))
    return 0


def _read(words: Text) -> str:
    from kiosk.core.text import reader_language

    if sys.stdin.isatty():
        return str(click.prompt(words(reader_language()), hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")  # a setup script; never an argument, which everybody could list


def _write(role: Role, value: str) -> Path:
    from kiosk.cli.config import write_settings
    from kiosk.settings import config_path, load
    from kiosk.settings.edit import with_text
    from kiosk.settings.glass import BEFORE, NAME
    from kiosk.settings.layers import read_file

    known = load().settings  # refuses to edit a file that is broken
    file = config_path()
    write_settings(file, with_text(read_file(file, required=False).text, KEY[role], value))
    for name in (NAME, BEFORE):
        _off_the_glass(known.data_dir / name, KEY[role])
    return file


def _off_the_glass(file: Path, key: str) -> None:
    """What was chosen on the glass would stand above the file: whoever has a terminal has the last word."""
    from kiosk.cli.config import write_settings
    from kiosk.settings.edit import with_value
    from kiosk.settings.glass import HEAD, whole

    try:
        before = whole(file).text
    except ConfigError:
        return  # a damaged one says nothing, and no key can be found in it
    after = with_value(before, key, None)
    if after != before:
        write_settings(file, after or HEAD)
