"""Logs on their way to the office: plain texts by name, bounded on both sides. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MOST_FILES = 40
MOST_OF_ONE = 256 * 1024
"""Characters of one text; of a longer one the end is kept."""
MOST = 1024 * 1024
"""Characters of all."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,79})?")


def is_log_name(untrusted: object) -> bool:
    """Whether a text may be kept under this name: at most one folder, nothing hidden, nothing that leads away."""
    return isinstance(untrusted, str) and _NAME.fullmatch(untrusted) is not None and ".." not in untrusted


def bounded(logs: Mapping[str, Any]) -> dict[str, str]:
    """What may travel, in the order given: a name or text that may not is left out."""
    kept: dict[str, str] = {}
    left = MOST
    for name, text in logs.items():
        if len(kept) == MOST_FILES or not left:
            break
        if is_log_name(name) and isinstance(text, str):
            kept[name] = text[-min(MOST_OF_ONE, left) :].encode("utf-8", "replace").decode("utf-8")
            left -= len(kept[name])
    return kept
