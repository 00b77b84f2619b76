"""The part of a batch that anybody can read: whose it is, and which records it covers. Pure.

Whoever holds the stick learns how many records a kiosk wrote and when it sealed them, and nothing else.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from kiosk.core.text import Text
from kiosk.fleet.errors import malformed
from kiosk.packs.receipt import is_device

MAX_HEADER = 4096
MAX_BODY = 16 * 2**20
"""Bytes of a sealed body."""
MAX_RECORDS = 10_000

_HEX64 = re.compile(r"[0-9a-f]{64}")
_LAST = 2**63 - 1
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Header:
    """See `docs/pack-format.md`.

    Args:
        device: of the kiosk.
        number: counts a kiosk's batches; people name them by it.
        first: sequence of the first record the batch answers for.
        last: of the last; `first - 1` in a batch that carries a health report only.
        records: how many there are; what is missing between `first` and `last` never was.
        created: UTC, whole seconds, by the kiosk's clock.
        offset: minutes east of UTC where the kiosk stands.
        size: bytes of the sealed body.
        sha256: of the sealed body, lower-case hex.
        key: the kiosk's Ed25519 public key, lower-case hex.
    """

    device: str
    number: int
    first: int
    last: int
    records: int
    created: datetime
    offset: int
    size: int
    sha256: str
    key: str


def dump(header: Header) -> bytes:
    """Canonical bytes: keys sorted, no white space, ASCII."""
    told = {
        "device": header.device,
        "number": header.number,
        "first": header.first,
        "last": header.last,
        "records": header.records,
        "created": header.created.astimezone(UTC).isoformat(timespec="seconds"),
        "offset": header.offset,
        "size": header.size,
        "sha256": header.sha256,
        "key": header.key,
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")


def parse(untrusted: bytes, name: str) -> Header:
    """Check every rule; unknown keys are ignored.

    Args:
        name: of the file, for the error.

    Raises:
        ContentError: `BAD_BATCH`.
    """

    def bad(field: str) -> NoReturn:
        raise malformed(name, Text(f"信封里的 {field} 不对", f"{field} of its header is not valid"))

    def whole(field: str, least: int, most: int = _LAST) -> int:
        value = raw.get(field)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            bad(field)
        return value

    def hexadecimal(field: str) -> str:
        value = raw.get(field)
        if not isinstance(value, str) or not _HEX64.fullmatch(value):
            bad(field)
        return value

    try:
        raw: Any = json.loads(untrusted.decode("ascii"))
    except (ValueError, RecursionError):
        bad("JSON")
    if not isinstance(raw, dict):
        bad("JSON")
    if not is_device(raw.get("device")):
        bad("device")
    try:
        created = datetime.fromisoformat(raw["created"]).astimezone(UTC)
    except (KeyError, TypeError, ValueError, OverflowError):
        bad("created")
    first = whole("first", 1)
    last = whole("last", first - 1)
    records = whole("records", 0, min(MAX_RECORDS, last - first + 1))
    return Header(
        device=raw["device"],
        number=whole("number", 1),
        first=first,
        last=last,
        records=records,
        created=created,
        offset=whole("offset", -_DAY_MINUTES, _DAY_MINUTES),
        size=whole("size", 1, MAX_BODY),
        sha256=hexadecimal("sha256"),
        key=hexadecimal("key"),
    )
