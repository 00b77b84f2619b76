"""Change one line of `kiosk.toml` and leave the rest, comments too, as a person wrote it. Pure."""

from __future__ import annotations

import re


def with_text(toml: str, key: str, value: str) -> str:
    """The file with `key = "value"`, in place of the line it had; without the line when `value` is empty.

    Args:
        toml: a file whose keys are all at the top level, one on a line.
        key: of one line.
        value: printable ASCII without quotes and backslashes.
    """
    line = re.compile(rf"""(?m)^[ \t]*["']?{re.escape(key)}["']?[ \t]*=[^\n]*(?:\n|\Z)""")
    new = f'{key} = "{value}"\n' if value else ""
    kept, count = line.subn(lambda _: "", toml)
    if not new:
        return kept
    if count:
        place = line.search(toml)
        assert place is not None
        before, after = toml[: place.start()], line.sub("", toml[place.start() :])
        return f"{before}{new}{after}"
    gap = "" if not kept or kept.endswith("\n") else "\n"
    return f"{kept}{gap}{new}"
