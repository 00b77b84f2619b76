"""Change one line of `kiosk.toml` and leave the rest, comments too, as a person wrote it. Pure."""

from __future__ import annotations

import json
import re
from typing import Any


def toml_value(value: Any) -> str:
    """A value of `Settings` as TOML has it.

    Args:
        value: text, path, number, flag, or a list of texts.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml_value(v) for v in value) + "]"
    text = json.dumps(str(value), ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")  # the one character that JSON takes and TOML does not


def with_value(toml: str, key: str, value: Any) -> str:
    """The file with `key = value`, in place of the line it had; without the line when `value` is None."""
    return _with_line(toml, key, None if value is None else f"{key} = {toml_value(value)}\n")


def with_text(toml: str, key: str, value: str) -> str:
    """The file with `key = "value"`, in place of the line it had; without the line when `value` is empty.

    Args:
        toml: a file whose keys are all at the top level, one on a line.
        key: of one line.
        value: printable ASCII without quotes and backslashes.
    """
    return _with_line(toml, key, f'{key} = "{value}"\n' if value else None)


def _with_line(toml: str, key: str, new: str | None) -> str:
    line = re.compile(rf"""(?m)^[ \t]*["']?{re.escape(key)}["']?[ \t]*=[^\n]*(?:\n|\Z)""")
    kept, count = line.subn(lambda _: "", toml)
    if new is None:
        return kept
    if count:
        place = line.search(toml)
        assert place is not None
        before, after = toml[: place.start()], line.sub("", toml[place.start() :])
        return f"{before}{new}{after}"
    gap = "" if not kept or kept.endswith("\n") else "\n"
    return f"{kept}{gap}{new}"
