"""The office's acknowledgement, as it lies in the kiosk's folder. Pure.

```
acknowledged.json   {"format":1,"device":"…","tokens":["…64 hex…"],"again":["00000007-1f2e3d4c.batch"]}
```
It is not signed: a token can only be known by whoever opened the batch. `again` names files that arrived damaged; believing a
stranger there costs one copy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

NAME = "acknowledged.json"
FOLDER = ("outbox", "records")
"""Below the top folder of a stick or share; in it one folder for each device."""
MAX_BYTES = 2 * 2**20
MAX_TOKENS = 20_000
FORMAT = 1

_HEX64 = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"[0-9]{8,19}-[0-9a-f]{8}\.batch")


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the office says.

    Args:
        tokens: of batches that are in its database.
        again: names of files that arrived damaged.
    """

    tokens: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


def file_name(number: int, id_: str) -> str:
    """Name of a batch's file: for people by its number, unique by its id."""
    return f"{number:08d}-{id_[:8]}.batch"


def is_batch_name(untrusted: str) -> bool:
    """Whether a file is called like a batch."""
    return _FILE.fullmatch(untrusted) is not None


def dump(device: str, tokens: Iterable[str], again: Iterable[str]) -> bytes:
    """The file's bytes, always the same for the same content."""
    told = {
        "format": FORMAT,
        "device": device,
        "tokens": sorted(tokens)[:MAX_TOKENS],
        "again": sorted(again)[:MAX_TOKENS],
    }
    return json.dumps(told, sort_keys=True, indent=0).encode("ascii")


def parse(untrusted: bytes | None, device: str) -> Acknowledged:
    """Read it; what is missing, foreign or malformed acknowledges nothing."""
    if untrusted is None or len(untrusted) > MAX_BYTES:
        return Acknowledged()
    try:
        raw = json.loads(untrusted.decode("ascii"))
    except (ValueError, RecursionError):
        return Acknowledged()
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or raw.get("device") != device:
        return Acknowledged()
    return Acknowledged(_matching(raw.get("tokens"), _HEX64), _matching(raw.get("again"), _FILE))


def _matching(untrusted: object, shape: re.Pattern[str]) -> tuple[str, ...]:
    listed = untrusted if isinstance(untrusted, list) else []
    return tuple(one for one in listed[:MAX_TOKENS] if isinstance(one, str) and shape.fullmatch(one))
