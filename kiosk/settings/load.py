"""Command line over environment over what was set on the glass over file over defaults; each value knows where it came from."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.settings.glass import NOT_HERE, glass_file
from kiosk.settings.model import KEYS, Key, Settings, UnacceptableError
from kiosk.settings.places import config_path, data_dir
from kiosk.settings.sources import hidden

PREFIX = "KIOSK_"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings with the origin of each key: `default`, a file name, `KIOSK_…` or `--set`."""

    settings: Settings
    origin: Mapping[str, str]


def load(
    path: Path | None = None, *, env: Mapping[str, str] = os.environ, overrides: Mapping[str, Any] | None = None
) -> Loaded:
    """Read the settings.

    Args:
        path: the file; default `config_path()`. A default file may be missing, a named one may not.
        env: environment; `KIOSK_DATA_DIR` and so on. Empty values count as not said.
        overrides: from the command line, strings or typed values.

    Raises:
        ConfigError: naming key, origin and what is allowed.
    """
    named = path is not None or bool(env.get("KIOSK_CONFIG"))
    file = path or config_path(env)
    layers: list[tuple[str, Mapping[str, Any]]] = [
        (str(file), _read(file, required=named)),
        ("", {k.name: v for k in KEYS if (v := env.get(PREFIX + k.name.upper()))}),
        ("--set", overrides or {}),
    ]
    values: dict[str, Any] = {"data_dir": data_dir(env)}
    layers.insert(-2, _glass(layers, values["data_dir"]))
    origin = {k.name: "default" for k in KEYS}
    known = {k.name: k for k in KEYS}
    for where, layer in layers:
        for name, raw in layer.items():
            key = known.get(name)
            if key is None:
                raise _unknown(name, where)
            said_in = where or PREFIX + name.upper()
            values[name] = _parse(key, raw, said_in)
            origin[name] = said_in
    return Loaded(Settings(**values), origin)


def _glass(layers: Sequence[tuple[str, Mapping[str, Any]]], usual: Path) -> tuple[str, Mapping[str, Any]]:
    """What was set on the glass, from the data folder that the other layers say."""
    said = [layer["data_dir"] for _, layer in layers if layer.get("data_dir")]
    folder = Path(str(said[-1])).expanduser() if said else usual
    file = glass_file(folder)
    return str(file), {k: v for k, v in _read(file, required=False).items() if k not in NOT_HERE}


def _read(file: Path, *, required: bool) -> Mapping[str, Any]:
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        if not required:
            return {}
        raise ConfigError(
            "NO_CONFIG",
            Text(f"找不到配置文件 {file}。", f"The configuration file {file} is not there."),
            Text("请检查路径。", "Check the path."),
        ) from error
    except (UnicodeDecodeError, OSError) as error:
        raise _unreadable(file, error) from error
    import tomllib  # here: every start of the kiosk comes by, most without a file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> ConfigError:
    return ConfigError(
        "BAD_CONFIG",
        Text(f"读不懂配置文件 {file}：{error}。", f"The configuration file {file} cannot be read: {error}."),
        Text("请按 TOML 格式改正，存为 UTF-8。", "Correct it as TOML, saved as UTF-8."),
    )


def _parse(key: Key, raw: Any, where: str) -> Any:
    try:
        return key.parse(raw)
    except UnacceptableError as error:
        said = ", ".join(hidden(str(r)) for r in raw) if isinstance(raw, list) else hidden(repr(raw))
        said = "…" if key.secret else said
        raise ConfigError(
            "BAD_SETTING",
            Text(f"{where} 里的 {key.name} = {said} 不能用。", f"{key.name} = {said} in {where} cannot be used."),
            Text(f"可以是：{key.allowed.zh}。", f"Allowed: {key.allowed.en}."),
        ) from error


def _unknown(name: str, where: str) -> ConfigError:
    import difflib

    names = [k.name for k in KEYS]
    near = difflib.get_close_matches(name, names, 1)
    meant = Text(f"是不是 {near[0]}？", f"Did you mean {near[0]}? ") if near else Text("", "")
    return ConfigError(
        "UNKNOWN_SETTING",
        Text(f"{where} 里有不认识的键 {name}。", f"Unknown key {name} in {where}."),
        Text(f"{meant.zh}可用的键：{'、'.join(names)}。", f"{meant.en}Known keys: {', '.join(names)}."),
    )
