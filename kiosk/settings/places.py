r"""Where configuration and data lie when nobody says otherwise.

What applies, from the least to the most: `kiosk.toml` of the machine (`/etc/pioneer-kiosk`, `%ProgramData%\PioneerKiosk`), the
other `*.toml` beside it by name, `conf.d/*.toml` by name, the user's own `kiosk.toml`; then what was set on the glass, the
environment, the command line (`load`). A file named by `KIOSK_CONFIG` stands alone in place of all of these files.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

APP = "pioneer-kiosk"
_WINDOWS = "PioneerKiosk"
NAME = "kiosk.toml"
DROP_INS = "conf.d"
CONFIG_HOME = "KIOSK_XDG_CONFIG_HOME"
"""What `XDG_CONFIG_HOME` was before the running kiosk gave Qt a scratch folder under that name: for its child processes."""
ETC = Path("/etc")


def config_path(env: Mapping[str, str] = os.environ, platform: str = sys.platform, etc: Path = ETC) -> Path:
    """The `kiosk.toml` that commands write to: `KIOSK_CONFIG`; the machine's when it is there; else the user's own."""
    if named := env.get("KIOSK_CONFIG"):
        return Path(named)
    system = machine_folder(env, platform, etc) / NAME
    if platform == "win32" or system.is_file():
        return system
    return user_file(env, platform)


def config_files(
    env: Mapping[str, str] = os.environ, platform: str = sys.platform, etc: Path = ETC
) -> tuple[Path, ...]:
    """Every settings file that is there, the least important first.

    Raises:
        OSError: a folder may not be read.
    """
    if named := env.get("KIOSK_CONFIG"):
        return (Path(named),)
    folder = machine_folder(env, platform, etc)
    user = user_file(env, platform)
    machine = sorted(_toml_files(folder), key=lambda file: (file.name != NAME, file.name))
    own = (user,) if user not in machine and user.is_file() else ()
    return (*machine, *sorted(_toml_files(folder / DROP_INS)), *own)


def machine_folder(env: Mapping[str, str] = os.environ, platform: str = sys.platform, etc: Path = ETC) -> Path:
    """Where IT writes."""
    return _program_data(env) if platform == "win32" else etc / APP


def user_file(env: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The settings of whoever runs the kiosk."""
    if platform == "win32":
        roaming = env.get("APPDATA", "")
        return (Path(roaming) / _WINDOWS if roaming else _program_data(env)) / NAME
    before = {"XDG_CONFIG_HOME": env[CONFIG_HOME]} if CONFIG_HOME in env else {}
    return _xdg({**env, **before}, "XDG_CONFIG_HOME", ".config") / NAME


def data_dir(
    env: Mapping[str, str] = os.environ, platform: str = sys.platform, system: Path = Path("/var/lib")
) -> Path:
    """Packs and records: `/var/lib/pioneer-kiosk` where it was installed for the machine, else the user's own data."""
    if platform == "win32":
        return _program_data(env) / "data"
    installed = system / APP
    if installed.is_dir() and os.access(installed, os.W_OK):
        return installed
    return _xdg(env, "XDG_DATA_HOME", ".local/share")


def _toml_files(folder: Path) -> list[Path]:
    """Files whose name ends in `.toml` and begins with no dot (editors leave such files behind)."""
    try:
        with os.scandir(folder) as found:
            return [Path(e.path) for e in found if e.name.endswith(".toml") and e.name[0] != "." and e.is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return []


def _program_data(env: Mapping[str, str]) -> Path:
    return Path(env.get("ProgramData") or env.get("PROGRAMDATA") or r"C:\ProgramData") / _WINDOWS


def _xdg(env: Mapping[str, str], name: str, default: str) -> Path:
    said = env.get(name, "")
    # The XDG rules: a relative path is to be ignored.
    base = Path(said) if said.startswith("/") else Path(env.get("HOME") or Path.home()) / default
    return base / APP
