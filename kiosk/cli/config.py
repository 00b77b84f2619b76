"""`kiosk config`: the settings in force, where each comes from, and changing one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from kiosk.cli.console import out_json, say
from kiosk.core.errors import ConfigError, KioskError, StorageError
from kiosk.core.text import Text, reader_language

OTHER_VARIABLES = frozenset(
    {"CACHE", "CONFIG", "DOCTOR_JOURNAL", "LANG", "NEW_PASSPHRASE", "OFFICE_DB", "PASSPHRASE", "ROOT_PASSPHRASE",
     "SMB_PASSWORD", "SUPERVISOR", "XDG_CONFIG_HOME"}
)  # fmt: skip
"""`KIOSK_…` that are no settings. Those of the scripts in `packaging/linux` are beside them."""
_OF_SCRIPTS = frozenset({"BINARY", "CAGE", "DRM", "ETC", "EXIT_FILE", "PROGRAM", "SYSTEMCTL", "SYSTEMD_MOUNT"})


@click.group("config")
def command() -> None:
    """Look at the settings, check and change them."""


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--origin", is_flag=True, help="Only what was said somewhere, with the file it was said in.")
def show(as_json: bool, origin: bool) -> int:
    """Every setting with its value and origin."""
    from kiosk.settings import load

    loaded = load()
    rows = [(key, _shown(key, value), str(loaded.origin.get(key, ""))) for key, value in _values(loaded.settings)]
    if origin:
        rows = [row for row in rows if row[2] != "default"]
    if as_json:
        out_json({key: {"value": value, "origin": where} for key, value, where in rows})
    else:
        for key, value, where in rows:
            click.echo(f"{key} = {value}  # {where}")
    return 0


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(as_json: bool) -> int:
    """Find every mistake in every file and variable. Exit code 78: there are some."""
    found = list(problems())
    lang = reader_language()
    if as_json:
        out_json([{"code": e.code, "message": {"zh": e.message.zh, "en": e.message.en}} for e in found])
    elif not found:
        say(Text("设置没有错误。", "The settings hold no mistakes."))
    else:
        for error in found:
            click.echo(error.say(lang), err=True)
    return 78 if found else 0


@command.command("list")
@click.option("--env", is_flag=True, help="Print the names of environment variables.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(env: bool, as_json: bool) -> int:
    """Every setting with its default and what it accepts."""
    from kiosk.settings import load
    from kiosk.settings.layers import PREFIX
    from kiosk.settings.model import KEYS

    defaults = dict(_values(load(overrides={}, env=_bare()).settings))
    rows = [(PREFIX + k.name.upper() if env else k.name, _shown(k.name, defaults[k.name]), k.allowed) for k in KEYS]
    if as_json:
        out_json({name: {"default": value, "allowed": {"zh": a.zh, "en": a.en}} for name, value, a in rows})
        return 0
    for name, value, allowed in rows:
        click.echo(f"{name}\t{value}\t{allowed(reader_language())}")
    return 0


@command.command()
@click.argument("key")
def get(key: str) -> int:
    """The value of one setting."""
    from kiosk.settings import load

    loaded = load()
    value = dict(_values(loaded.settings)).get(_known(key))
    click.echo(_shown(key, value))
    return 0


@command.command("set")
@click.argument("key")
@click.argument("value")
@click.option(
    "--file", type=click.Path(path_type=Path, dir_okay=False), help="Default: the machine's kiosk.toml, or the user's."
)
def set_(key: str, value: str, file: Path | None) -> int:
    """Write KEY = VALUE into a settings file; VALUE - reads a line from standard input (secrets), an empty one takes the key out."""
    from kiosk.settings import config_path, load
    from kiosk.settings.edit import with_value
    from kiosk.settings.layers import Layer
    from kiosk.settings.load import judge

    name = _known(key)
    said = sys.stdin.readline().rstrip("\r\n") if value == "-" else value
    typed = judge(Layer("--set", {}), name, said) if said else None
    target = file or config_path()
    before = _text(target)
    write_settings(target, with_value(before, name, _plain(typed)))
    origin = load().origin[name]
    if said and origin not in (str(target), "default"):
        say(
            Text(
                f"已写入 {target}，但 {origin} 里的值优先。",
                f"{target} is written, but what {origin} says stands above it.",
            ),
            err=True,
        )
        return 0
    say(Text(f"已写入 {target}，重启后生效。", f"{target} is written; restart the kiosk."))
    return 0


def problems() -> Iterator[KioskError]:
    """Every mistake in every file and variable, not only the first."""
    from kiosk.settings import load
    from kiosk.settings.layers import PREFIX, Layer
    from kiosk.settings.load import judge, layers
    from kiosk.settings.model import KEYS

    try:
        found = layers()
    except ConfigError as error:
        yield error
        return
    with suppress(ConfigError):  # those are told one by one below
        yield from (error for error in load().spoilt if error.code == "BAD_CONFIG")
    for layer in found:
        for name, raw in layer.said.items():
            try:
                judge(layer, name, raw)
            except ConfigError as error:
                yield error
    known = {key.name.upper() for key in KEYS} | OTHER_VARIABLES | _OF_SCRIPTS
    for variable in sorted(os.environ):
        name = variable.removeprefix(PREFIX)
        if variable.startswith(PREFIX) and name not in known and name not in OTHER_VARIABLES:
            try:
                judge(Layer("", {}), name.lower(), "")
            except ConfigError as error:
                yield error


def write_settings(file: Path, text: str) -> None:
    """Replace a settings file durably. Mode and owner stay; a new one may be read by the group, which is the kiosk's.

    Raises:
        StorageError: `NOT_WRITABLE`.
    """
    from kiosk.packs.durable import write_durably

    try:
        there = file.stat() if file.exists() else None
        mode = there.st_mode & 0o777 if there else 0o640
        file.parent.mkdir(parents=True, exist_ok=True)
        write_durably(file, text.encode("utf-8"), mode=mode)
        if os.name != "nt":
            file.chmod(mode)
            if there and os.geteuid() == 0:
                os.chown(file, there.st_uid, there.st_gid)
    except OSError as error:
        raise StorageError(
            "NOT_WRITABLE",
            Text(f"写不了配置文件 {file}（{error.strerror}）。", f"{file} cannot be written ({error.strerror})."),
            Text("请用能写它的用户运行，例如 sudo。", "Run it as a user who may write it, e.g. with sudo."),
        ) from error


def _text(file: Path) -> str:
    """What the file holds now; one that is broken is not edited."""
    from kiosk.settings.layers import read_file

    return read_file(file, required=False).text


def _known(key: str) -> str:
    """The key, refused with a suggestion when there is none of that name."""
    from kiosk.settings.layers import Layer
    from kiosk.settings.load import judge
    from kiosk.settings.model import KEYS

    if key not in {k.name for k in KEYS}:
        judge(Layer("--set", {}), key, "")
    return key


def _values(settings: Any) -> list[tuple[str, Any]]:
    return [(name, getattr(settings, name)) for name in settings.__slots__]


def _shown(key: str, value: Any) -> str:
    from kiosk.settings.model import KEYS

    if key in {k.name for k in KEYS if k.secret}:
        return "set" if value else ""
    return str(value)


def _plain(value: Any) -> Any:
    """As TOML takes it."""
    return str(value) if isinstance(value, Path) else value


def _bare() -> dict[str, str]:
    """An environment that says nothing but where home is, with a file that holds nothing."""
    return {"HOME": os.environ.get("HOME", "/"), "KIOSK_CONFIG": os.devnull}
