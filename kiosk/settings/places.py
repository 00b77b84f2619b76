"""Where configuration and data lie when nobody says otherwise."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

APP = "pioneer-kiosk"
_WINDOWS = "PioneerKiosk"


def config_path(env: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """`kiosk.toml`: `KIOSK_CONFIG`; `/etc/pioneer-kiosk` when it is there; else the user's own configuration."""
    if named := env.get("KIOSK_CONFIG"):
        return Path(named)
    if platform == "win32":
        return _program_data(env) / "kiosk.toml"
    system = Path("/etc") / APP / "kiosk.toml"
    if system.is_file():
        return system
    return _xdg(env, "XDG_CONFIG_HOME", ".config") / "kiosk.toml"


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


def _program_data(env: Mapping[str, str]) -> Path:
    return Path(env.get("ProgramData") or env.get("PROGRAMDATA") or r"C:\ProgramData") / _WINDOWS


def _xdg(env: Mapping[str, str], name: str, default: str) -> Path:
    said = env.get(name, "")
    # The XDG rules: a relative path is to be ignored.
    base = Path(said) if said.startswith("/") else Path(env.get("HOME") or Path.home()) / default
    return base / APP
