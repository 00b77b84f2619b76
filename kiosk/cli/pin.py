"""`kiosk pin`: the administrator's PIN on the glass."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kiosk.cli.console import say
from kiosk.core.errors import ConfigError, StorageError
from kiosk.core.text import Text


@click.group("pin")
def command() -> None:
    """Choose or remove the administrator's PIN."""


@command.command("set")
def set_() -> int:
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
    file = _write(hash_pin(first))
    say(Text(f"密码已写入 {file}，重启后生效。", f"The PIN is kept in {file}; restart the kiosk."))
    return 0


@command.command()
def clear() -> int:
    """Remove the PIN; what needs one cannot be done on the glass any more."""
    file = _write("")
    say(Text(f"密码已从 {file} 去掉。", f"The PIN is gone from {file}."))
    return 0


def _read(words: Text) -> str:
    from kiosk.core.text import reader_language

    if sys.stdin.isatty():
        return str(click.prompt(words(reader_language()), hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")  # a setup script; never an argument, which everybody could list


def _write(value: str) -> Path:
    from kiosk.packs.durable import write_durably
    from kiosk.settings import config_path, load
    from kiosk.settings.edit import with_text

    load()  # refuses to edit a file that is broken
    file = config_path()
    try:
        before = file.read_text("utf-8-sig") if file.exists() else ""
        mode = file.stat().st_mode & 0o777 if file.exists() else 0o600
        file.parent.mkdir(parents=True, exist_ok=True)
        write_durably(file, with_text(before, "pin", value).encode("utf-8"), mode=mode)
        if os.name != "nt" and file.stat().st_mode & 0o777 != mode:
            file.chmod(mode)
    except OSError as error:
        raise StorageError(
            "NOT_WRITABLE",
            Text(f"写不了配置文件 {file}（{error.strerror}）。", f"{file} cannot be written ({error.strerror})."),
            Text("请用能写它的用户运行，例如 sudo。", "Run it as a user who may write it, e.g. with sudo."),
        ) from error
    return file
