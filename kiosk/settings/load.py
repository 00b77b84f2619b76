"""Command line over environment over what was set on the glass over files over defaults; each value knows where it came from."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.settings.glass import Glass, read_glass
from kiosk.settings.layers import PREFIX, Layer, read_file, unreadable
from kiosk.settings.model import KEYS, Key, Settings, UnacceptableError
from kiosk.settings.places import ETC, config_files, data_dir, machine_folder
from kiosk.settings.sources import hidden

_BY_NAME = {key.name: key for key in KEYS}


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings with the origin of each key: `default`, a file name, `KIOSK_…` or `--set`.

    Args:
        spoilt: what was set on the glass and cannot be used; the kiosk runs without it.
    """

    settings: Settings
    origin: Mapping[str, str]
    spoilt: tuple[ConfigError, ...] = ()


def load(
    path: Path | None = None,
    *,
    env: Mapping[str, str] = os.environ,
    overrides: Mapping[str, Any] | None = None,
    etc: Path = ETC,
) -> Loaded:
    """Read the settings.

    Args:
        path: the only file, which must be there; default: all of `places.config_files`.
        env: environment; `KIOSK_DATA_DIR` and so on. Empty values count as not said.
        overrides: from the command line, strings or typed values.
        etc: where the machine's folder of settings is (Linux).

    Raises:
        ConfigError: naming key, place and what is allowed; never for what was set on the glass.
    """
    values: dict[str, Any] = {"data_dir": data_dir(env)}
    origin = dict.fromkeys(_BY_NAME, "default")
    below, glass, above = _all(path, env, overrides, etc)
    spoilt = list(glass.spoilt)
    for layer in (*below, glass.layer, *above):
        for name, raw in layer.said.items():
            try:
                values[name] = judge(layer, name, raw)
            except ConfigError as error:
                if layer is not glass.layer:
                    raise
                spoilt.append(error)  # nobody at the glass could mend it
            else:
                origin[name] = layer.origin(name)
    return Loaded(Settings(**values), origin, tuple(spoilt))


def layers(
    path: Path | None = None,
    *,
    env: Mapping[str, str] = os.environ,
    overrides: Mapping[str, Any] | None = None,
    etc: Path = ETC,
) -> tuple[Layer, ...]:
    """Everything that was said, the least important first; arguments as for `load`.

    Raises:
        ConfigError: a file cannot be read.
    """
    below, glass, above = _all(path, env, overrides, etc)
    return (*below, glass.layer, *above)


def judge(layer: Layer, name: str, raw: Any) -> Any:
    """The value that a key gets from what was written.

    Raises:
        ConfigError: `UNKNOWN_SETTING`, `BAD_SETTING`.
    """
    key = _BY_NAME.get(name)
    if key is None:
        raise _unknown(name, layer.place(name))
    return _parse(key, raw, layer.place(name))


def _all(
    path: Path | None, env: Mapping[str, str], overrides: Mapping[str, Any] | None, etc: Path
) -> tuple[Sequence[Layer], Glass, Sequence[Layer]]:
    """The files, what was set on the glass in the data folder that the others say, and what stands above it."""
    named = path is not None or bool(env.get("KIOSK_CONFIG"))
    try:
        files = (path,) if path is not None else config_files(env, etc=etc)
    except OSError as error:
        raise unreadable(machine_folder(env, etc=etc), error) from error
    below = [read_file(file, required=named) for file in files]
    above = [
        Layer("", {name: said for name in _BY_NAME if (said := env.get(PREFIX + name.upper()))}),
        Layer("--set", overrides or {}),
    ]
    told = [layer.said["data_dir"] for layer in (*below, *above) if layer.said.get("data_dir")]
    folder = Path(str(told[-1])).expanduser() if told else data_dir(env)
    return below, read_glass(folder), above


def _parse(key: Key, raw: Any, place: str) -> Any:
    try:
        return key.parse(raw)
    except UnacceptableError as error:
        said = ", ".join(hidden(str(r)) for r in raw) if isinstance(raw, list) else hidden(repr(raw))
        said = "…" if key.secret else said
        raise ConfigError(
            "BAD_SETTING",
            Text(f"{place} 里的 {key.name} = {said} 不能用。", f"{key.name} = {said} in {place} cannot be used."),
            Text(f"可以是：{key.allowed.zh}。", f"Allowed: {key.allowed.en}."),
        ) from error


def _unknown(name: str, place: str) -> ConfigError:
    import difflib

    near = difflib.get_close_matches(name, _BY_NAME, 1)
    meant = Text(f"是不是 {near[0]}？", f"Did you mean {near[0]}? ") if near else Text("", "")
    return ConfigError(
        "UNKNOWN_SETTING",
        Text(f"{place} 里有不认识的键 {name}。", f"Unknown key {name} in {place}."),
        Text(f"{meant.zh}可用的键：{'、'.join(_BY_NAME)}。", f"{meant.en}Known keys: {', '.join(_BY_NAME)}."),
    )
