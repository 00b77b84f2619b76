"""What was said where: settings files and the other places, least important first, as raw values that know their line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text

PREFIX = "KIOSK_"


@dataclass(frozen=True, slots=True)
class Layer:
    """One place where settings were written.

    Args:
        where: name for people: a file, `--set`, or empty for the environment, where each key has a name of its own.
        said: raw values by key.
        text: the file's, to find lines in; empty for other places.
    """

    where: str
    said: Mapping[str, Any]
    text: str = ""

    def origin(self, key: str) -> str:
        """Where a key was said: the file, `KIOSK_…` or `--set`."""
        return self.where or PREFIX + key.upper()

    def place(self, key: str) -> str:
        """The same with the line, where there are lines."""
        line = line_of(self.text, key)
        return f"{self.origin(key)}:{line}" if line else self.origin(key)


def read_file(file: Path, *, required: bool) -> Layer:
    """Read one TOML file.

    Args:
        required: it must be there; another one counts as empty when it is missing.

    Raises:
        ConfigError: `NO_CONFIG`, `BAD_CONFIG`.
    """
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        if not required:
            return Layer(str(file), {})
        raise ConfigError(
            "NO_CONFIG",
            Text(f"找不到配置文件 {file}。", f"The configuration file {file} is not there."),
            Text("请检查路径。", "Check the path."),
        ) from error
    except (UnicodeDecodeError, OSError) as error:
        raise unreadable(file, error) from error
    import tomllib  # here: every start of the kiosk comes by, most without a file

    try:
        return Layer(str(file), tomllib.loads(text), text)
    except (ValueError, RecursionError) as error:  # a number of many digits, brackets without end
        raise unreadable(file, error) from error


def line_of(toml: str, key: str) -> int:
    """The line on which a top-level key (or a table of that name) stands; 0 = none."""
    found = re.search(rf"""(?m)^[ \t]*(?:\[+[ \t]*)?["']?{re.escape(key)}["']?[ \t]*[=.\]]""", toml)
    return toml.count("\n", 0, found.start()) + 1 if found else 0


def unreadable(file: Path, error: Exception) -> ConfigError:
    """A file or folder that is there and cannot be read."""
    return ConfigError(
        "BAD_CONFIG",
        Text(f"读不懂配置文件 {file}：{error}。", f"The configuration file {file} cannot be read: {error}."),
        Text("请按 TOML 格式改正，存为 UTF-8。", "Correct it as TOML, saved as UTF-8."),
    )
